"""Packs the wall pictures, book spines and signs into one texture and remembers where each lies."""

import json

from PIL import Image

import drawings
import posters

WIDTH, GAP = 2048, 4


def pictures():
    """Every picture of the atlas by name, tallest first so that rows pack well."""
    found = {
        "solar_system": posters.solar_system(360, 508),
        "fractions": posters.fractions(360, 508),
        "water_cycle": posters.water_cycle(360, 508),
        "times_table": posters.times_table(360, 508),
        "seasons": posters.seasons(360, 508),
        "colour_wheel": posters.colour_wheel(360, 508),
        "shapes": posters.shapes(360, 508),
        "landscape": posters.landscape(360, 508),
        "sketch_left": drawings.sketch_left(440, 500),
        "sketch_right": drawings.sketch_right(440, 500),
        "world_map": posters.world_map(760, 460),
        "clock": drawings.clock_face(256),
        "spines": drawings.spines(1024, 256),
        "cork": drawings.cork(256, 128),
        "exit": drawings.exit_sign(192, 96),
        "paper": Image.new("RGB", (32, 32), "#eee9dc"),
    }
    for seed in range(10):
        found[f"drawing_{seed}"] = drawings.childs_drawing(seed, 224, 158)
    return dict(sorted(found.items(), key=lambda item: -item[1].height))


def pack(found):
    """Shelf packing: returns the top-left corner of each picture and the height used."""
    corners, x, y, row = {}, 0, 0, 0
    for name, image in found.items():
        if x + image.width > WIDTH:
            x, y, row = 0, y + row + GAP, 0
        corners[name] = (x, y)
        x, row = x + image.width + GAP, max(row, image.height)
    return corners, y + row


def build(folder):
    """Write ``pictures.jpg`` and ``pictures.json`` (name to u0, v0, u1, v1 with v upwards)."""
    found = pictures()
    corners, height = pack(found)
    sheet = Image.new("RGB", (WIDTH, height), "#808080")
    regions = {}
    for name, image in found.items():
        x, y = corners[name]
        sheet.paste(image, (x, y))
        regions[name] = (
            (x + 1) / WIDTH,
            1 - (y + image.height - 1) / height,
            (x + image.width - 1) / WIDTH,
            1 - (y + 1) / height,
        )
    sheet.save(folder / "pictures.jpg", quality=86, optimize=True)
    (folder / "pictures.json").write_text(json.dumps(regions, indent=1))
