"""Makes the classroom's models: ``python tools/art/build.py WORK textures pieces room lightmap probe``.

WORK is a scratch folder for textures and intermediate scenes; the results go to ``assets/models``.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
MODELS = HERE.parent.parent / "assets" / "models"
sys.path.insert(0, str(HERE))


def textures(work):
    """Draw every texture."""
    import numpy
    import atlas
    import drawings
    import surfaces

    folder = work / "textures"
    folder.mkdir(parents=True, exist_ok=True)
    surfaces.draw_all(folder, numpy.random.default_rng(7))
    atlas.build(folder)
    drawings.keyboard(folder / "keyboard.jpg")
    drawings.exercise_book(folder / "exercise_book.jpg")
    drawings.screen(folder / "screen.jpg")
    drawings.board(folder / "board.jpg")


def pieces(work):
    """Furniture and devices."""
    import pieces as furniture_and_devices

    furniture_and_devices.export_all(work / "textures", MODELS)


def room(work):
    """The room, with the second UV layer that its lightmap uses."""
    import room_scene

    room_scene.export(work, MODELS)


def lightmap(work):
    """Bake and denoise the light of the room exported last."""
    import lightmap as baker

    baker.bake(work, MODELS)


def probe(work):
    """Panorama of the baked room, filtered to environment maps."""
    import probe as prober

    prober.make(work, MODELS)


STEPS = {"textures": textures, "pieces": pieces, "room": room, "lightmap": lightmap, "probe": probe}


def main(arguments):
    """Run the named steps in the order given."""
    if len(arguments) < 2 or any(step not in STEPS for step in arguments[1:]):
        raise SystemExit(f"usage: build.py WORK STEP...   steps: {' '.join(STEPS)}")
    MODELS.mkdir(parents=True, exist_ok=True)
    work = pathlib.Path(arguments[0])
    for step in arguments[1:]:
        STEPS[step](work)


if __name__ == "__main__":
    main(sys.argv[1:])
