"""Makes the classroom's models: ``python tools/art/build.py WORK STEP... [--room NAME] [--models FOLDER]``.

Steps: ``textures pieces room lightmap probe``.  WORK is a scratch folder for textures and intermediate scenes; the
results go to ``assets/models``, or to FOLDER, where the bake then also looks for the furniture.  Rooms are
``primary``, ``secondary`` and ``computer``; without ``--room`` all three are made.
"""

import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE.parent.parent / "assets" / "models"
sys.path.insert(0, str(HERE))

from plan import ROOMS


def textures(work, models, plans):
    """Draw every texture."""
    import numpy
    import atlas
    import drawings
    import surfaces

    folder = work / "textures"
    folder.mkdir(parents=True, exist_ok=True)
    surfaces.draw_all(folder, numpy.random.default_rng(7))
    for plan in plans:
        atlas.build(folder, plan)
    drawings.keyboard(folder / "keyboard.jpg")
    drawings.exercise_book(folder / "exercise_book.jpg")
    drawings.screen(folder / "screen.jpg")
    drawings.board(folder / "board.jpg")


def pieces(work, models, plans):
    """Furniture and devices, the same in every room."""
    import pieces as furniture_and_devices

    furniture_and_devices.export_all(work / "textures", models)


def room(work, models, plans):
    """The rooms, with the second UV layer that their lightmaps use."""
    import room_scene

    for plan in plans:
        room_scene.export(work, models, plan)


def lightmap(work, models, plans):
    """Bake and denoise the light of the rooms exported last."""
    import lightmap as baker

    for plan in plans:
        baker.bake(work, models, plan)


def probe(work, models, plans):
    """Panorama of each baked room, filtered to environment maps."""
    import probe as prober

    for plan in plans:
        prober.make(work, models, plan)


STEPS = {"textures": textures, "pieces": pieces, "room": room, "lightmap": lightmap, "probe": probe}


def main():
    """Run the named steps in the order given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("steps", nargs="+", choices=STEPS)
    parser.add_argument("--room", choices=ROOMS, action="append", dest="rooms")
    parser.add_argument("--models", type=pathlib.Path, default=MODELS)
    options = parser.parse_args()
    options.models.mkdir(parents=True, exist_ok=True)
    plans = [ROOMS[name] for name in options.rooms or ROOMS]
    for step in options.steps:
        STEPS[step](options.work.resolve(), options.models.resolve(), plans)


if __name__ == "__main__":
    main()
