"""Packs a room's wall pictures, book spines and signs into one texture and remembers where each lies."""

import json

from PIL import Image

import computer_faces
import drawings
import posters
import posters_computer
import posters_primary
import posters_small
import world_map

WIDTH, GAP = 2048, 4


def shared():
    """Pictures of every room."""
    return {
        "clock": drawings.clock_face(256),
        "spines": drawings.spines(1024, 256),
        "cork": drawings.cork(256, 128),
        "exit": drawings.exit_sign(192, 96),
        "paper": Image.new("RGB", (32, 32), "#eee9dc"),
    }


def childrens_drawings():
    """Ten crayon pictures."""
    return {f"drawing_{seed}": drawings.childs_drawing(seed, 224, 158) for seed in range(10)}


def secondary():
    """Pictures of the secondary room."""
    return {
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
        "world_map": world_map.world_map(760, 460),
    } | childrens_drawings()


def primary():
    """Pictures of the primary room."""
    found = {
        "number_line": posters_primary.number_line(2044, 152),
        "hundred_square": posters_primary.hundred_square(360, 508),
        "birthdays": posters_primary.birthdays(360, 508),
        "clocks": posters_primary.clocks(300, 424),
        "weather": posters_primary.weather(360, 360),
        "giraffe": posters_primary.giraffe(150, 620),
        "seasons": posters.seasons(300, 424),
        "shapes": posters.shapes(300, 424),
        "play_mat": posters_primary.play_mat(420, 620),
        "sketch_left": posters_small.sketch_sums(440, 500),
        "sketch_right": posters_small.sketch_nature(440, 500),
        "world_map": world_map.world_map(512, 256),
        "tiles": posters_small.tiles(512, 256),
    }
    found |= {f"day_{name}": posters_primary.day_card(name, 128) for name in posters_primary.DAY}
    found |= {f"mark_{name}": posters_small.mark(name, 80) for name in posters_small.MARKS}
    found |= {f"cover_{seed}": posters_small.book_cover(seed, 130, 172) for seed in range(10)}
    found |= {f"portrait_{seed}": posters_primary.portrait(seed, 150, 150) for seed in range(12)}
    return found | childrens_drawings()


def computer():
    """Pictures of the computer room."""
    names = (
        "strong_password",
        "keep_secret",
        "two_steps",
        "beware_bait",
        "posture",
        "network",
        "hardware",
        "light_colours",
        "pixel_robot",
    )
    found = {name: getattr(posters_computer, name)(360, 508) for name in names}
    found |= {f"screen_{which}": computer_faces.screen(which, 300, 170) for which in range(3)}
    found |= {f"rack_{which}": computer_faces.rack_face(which, 512, 48) for which in range(3)}
    return found | {
        "no_drinks": posters_computer.no_drinks(128, 128),
        "keys": computer_faces.keys(420, 140),
        "wall_socket": computer_faces.wall_socket(256, 80),
        "sketch_left": posters_computer.sketch_steps(440, 500),
        "sketch_right": posters_computer.sketch_bits(440, 500),
    }


ROOMS = {"primary": primary, "secondary": secondary, "computer": computer}


def pack(found):
    """Shelf packing: returns the top-left corner of each picture and the height used."""
    corners, x, y, row = {}, 0, 0, 0
    for name, image in found.items():
        if x + image.width > WIDTH:
            x, y, row = 0, y + row + GAP, 0
        corners[name] = (x, y)
        x, row = x + image.width + GAP, max(row, image.height)
    return corners, y + row


def build(folder, plan):
    """Write a room's ``pictures.jpg`` and ``pictures.json`` (name to u0, v0, u1, v1 with v upwards)."""
    found = ROOMS[plan.name]() | shared()
    found = dict(sorted(found.items(), key=lambda item: -item[1].height))
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
    sheet.save(folder / f"pictures{plan.suffix}.jpg", quality=86, optimize=True)
    (folder / f"pictures{plan.suffix}.json").write_text(json.dumps(regions, indent=1))
