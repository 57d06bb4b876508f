"""Smaller pictures: children's drawings, whiteboard sketches, book spines, signs, keys, exercise book, icons."""

import math
import random

from PIL import Image

from posters import INK, arrow, cloud, disc, number, settle, sheet


def childs_drawing(seed, width, height):
    """A crayon picture: house, rainbow, cat, boat or flower, chosen by the seed."""
    image, draw = sheet(width, height, ("#fffdf5", "#f3f8ff", "#fff6f2", "#f4fbef")[seed % 4])
    w, h = image.size
    rng = random.Random(seed)
    (house, rainbow, cat, boat, flowers)[seed % 5](draw, w, h, rng)
    return settle(image)


def house(draw, w, h, rng):
    """House, sun and grass."""
    draw.rectangle([0, h * 0.8, w, h], fill="#86c06c")
    draw.rectangle([w * 0.3, h * 0.45, w * 0.66, h * 0.85], fill=rng.choice(("#e9795d", "#f0c05a", "#c98bc0")))
    draw.polygon([(w * 0.25, h * 0.45), (w * 0.48, h * 0.16), (w * 0.71, h * 0.45)], fill="#8d5a3b")
    draw.rectangle([w * 0.44, h * 0.62, w * 0.53, h * 0.85], fill="#5b3d2a")
    for x in (0.34, 0.57):
        draw.rectangle([w * x, h * 0.52, w * (x + 0.07), h * 0.62], fill="#bfe4f5", outline=INK, width=4)
    sun(draw, w * 0.85, h * 0.18, h * 0.09)


def sun(draw, x, y, radius):
    """Sun with rays."""
    for ray in range(10):
        angle = ray * math.pi / 5
        draw.line(
            [x, y, x + 1.8 * radius * math.cos(angle), y + 1.8 * radius * math.sin(angle)], fill="#f6b93b", width=6
        )
    disc(draw, x, y, radius, fill="#fbd14b")


def rainbow(draw, w, h, rng):
    """Rainbow between two clouds."""
    for ring, colour in enumerate(("#e25c5c", "#f2a541", "#f6dd5c", "#6cba6c", "#5a9bd5", "#8d6cc0")):
        radius = h * (0.66 - 0.07 * ring)
        draw.arc(
            [w / 2 - radius * 1.1, h * 0.86 - radius, w / 2 + radius * 1.1, h * 0.86 + radius],
            180,
            360,
            fill=colour,
            width=int(h * 0.072),
        )
    cloud(draw, w * 0.2, h * 0.84, h * 0.1, "#dfe9f2")
    cloud(draw, w * 0.8, h * 0.84, h * 0.1, "#dfe9f2")


def cat(draw, w, h, rng):
    """A sitting cat."""
    coat = rng.choice(("#e39a4e", "#8a8f98", "#4a4038"))
    draw.ellipse([w * 0.33, h * 0.42, w * 0.67, h * 0.95], fill=coat)
    for side in (-1, 1):
        draw.polygon(
            [
                (w * (0.5 + side * 0.16), h * 0.36),
                (w * (0.5 + side * 0.14), h * 0.1),
                (w * (0.5 + side * 0.03), h * 0.26),
            ],
            fill=coat,
        )
    disc(draw, w * 0.5, h * 0.36, h * 0.19, fill=coat)
    for side in (-1, 1):
        disc(draw, w * (0.5 + side * 0.055), h * 0.33, h * 0.035, fill="#f7f7d0")
        disc(draw, w * (0.5 + side * 0.055), h * 0.33, h * 0.016, fill="#22262a")
        for lift in (-0.02, 0.02):
            draw.line(
                [w * (0.5 + side * 0.04), h * 0.42, w * (0.5 + side * 0.18), h * (0.42 + lift * 2)],
                fill="#fbfbfb",
                width=4,
            )
    draw.arc([w * 0.6, h * 0.55, w * 0.86, h * 0.93], 200, 90, fill=coat, width=18)


def boat(draw, w, h, rng):
    """Sailing boat on waves."""
    draw.rectangle([0, h * 0.68, w, h], fill="#6fb2de")
    draw.polygon(
        [(w * 0.24, h * 0.64), (w * 0.76, h * 0.64), (w * 0.66, h * 0.82), (w * 0.34, h * 0.82)], fill="#b5523b"
    )
    draw.line([w * 0.5, h * 0.64, w * 0.5, h * 0.12], fill="#5b3d2a", width=10)
    draw.polygon(
        [(w * 0.52, h * 0.14), (w * 0.52, h * 0.58), (w * 0.74, h * 0.58)],
        fill=rng.choice(("#f6dd5c", "#f4f4f0", "#e58fa8")),
    )
    for wave in range(7):
        draw.arc([w * wave / 7, h * 0.8, w * (wave + 1) / 7, h * 0.92], 0, 180, fill="#e3f2fb", width=6)
    sun(draw, w * 0.14, h * 0.18, h * 0.09)


def flowers(draw, w, h, rng):
    """A row of flowers."""
    draw.rectangle([0, h * 0.86, w, h], fill="#8bc46f")
    for index in range(4):
        x, y = w * (0.16 + 0.225 * index), h * rng.uniform(0.3, 0.5)
        draw.line([x, y, x, h * 0.9], fill="#4f8f45", width=9)
        colour = rng.choice(("#e2679a", "#f2a541", "#7d74d6", "#e25c5c"))
        for petal in range(6):
            angle = petal * math.pi / 3
            disc(draw, x + h * 0.075 * math.cos(angle), y + h * 0.075 * math.sin(angle), h * 0.055, fill=colour)
        disc(draw, x, y, h * 0.045, fill="#fbe36a")


def sketch_left(width, height):
    """Whiteboard, marker drawing: a triangle with squares on its sides and a graph."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    blue, red, green = "#2d5fa8", "#c4463f", "#2f8a56"
    a, b, c = (w * 0.3, h * 0.42), (w * 0.62, h * 0.42), (w * 0.3, h * 0.22)
    draw.line([a, b, c, a], fill=blue, width=8, joint="curve")
    draw.rectangle([w * 0.3, h * 0.42, w * 0.62, h * 0.65], outline=green, width=6)
    draw.rectangle([w * 0.09, h * 0.22, w * 0.3, h * 0.42], outline=red, width=6)
    number(draw, w * 0.62, h * 0.14, "a  + b  = c ", 64, blue)
    for x in (0.478, 0.652, 0.807):
        number(draw, w * x, h * 0.118, "2", 36, blue)
    arrow(draw, [(w * 0.12, h * 0.94), (w * 0.12, h * 0.72)], INK, 7)
    arrow(draw, [(w * 0.12, h * 0.94), (w * 0.9, h * 0.94)], INK, 7)
    curve = [(w * (0.14 + 0.7 * t / 20), h * (0.92 - 0.16 * (t / 20) ** 2)) for t in range(21)]
    draw.line(curve, fill=red, width=8, joint="curve")
    return settle(image)


def sketch_right(width, height):
    """Whiteboard, marker drawing: day planning in icons with ticks, and a smiling sun."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    blue, red, green = "#2d5fa8", "#c4463f", "#2f8a56"
    for row in range(4):
        y = h * (0.16 + 0.2 * row)
        draw.rectangle([w * 0.1, y - 26, w * 0.1 + 52, y + 26], outline=INK, width=6)
        if row < 2:
            draw.line([(w * 0.1 + 8, y), (w * 0.1 + 24, y + 20), (w * 0.1 + 60, y - 34)], fill=green, width=10)
        number(draw, w * 0.36, y, ("9:00", "10:15", "11:05", "13:30")[row], 62, blue)
    draw.polygon(
        [
            (w * 0.62, h * 0.1),
            (w * 0.76, h * 0.13),
            (w * 0.9, h * 0.1),
            (w * 0.9, h * 0.21),
            (w * 0.76, h * 0.24),
            (w * 0.62, h * 0.21),
        ],
        outline=red,
        width=6,
    )
    draw.rectangle([w * 0.64, h * 0.31, w * 0.88, h * 0.42], outline=red, width=6)
    disc(draw, w * 0.76, h * 0.56, h * 0.055, outline=red, width=6)
    draw.line(
        [(w * 0.66, h * 0.81), (w * 0.72, h * 0.71), (w * 0.78, h * 0.78), (w * 0.86, h * 0.69)], fill=red, width=7
    )
    return settle(image)


def spines(width, height, count=32):
    """Book spines side by side: cover colour, bands and a small mark; each is width/count wide."""
    image, draw = sheet(width, height, "#ffffff")
    w, h = image.size
    rng = random.Random(21)
    covers = (
        "#a33b44",
        "#2f5596",
        "#d9a13b",
        "#1b7f79",
        "#5f4b8b",
        "#cfc9b8",
        "#34495e",
        "#bf6b3f",
        "#58794a",
        "#8c2f5b",
        "#e3ded0",
        "#3c7fa8",
    )
    step = w / count
    for index in range(count):
        x, cover = index * step, rng.choice(covers)
        draw.rectangle([x, 0, x + step, h], fill=cover)
        trim = rng.choice(("#f0e3b8", "#f7f7f2", "#1f2428", "#d8b45a"))
        for band in sorted(rng.sample((0.08, 0.14, 0.78, 0.86, 0.92), rng.randint(1, 3))):
            draw.rectangle([x + step * 0.22, h * band, x + step, h * (band + 0.018)], fill=trim)
        for line in range(rng.randint(1, 2)):
            left = x + step * (0.42 + 0.24 * line)
            draw.rectangle([left, h * 0.24, left + step * 0.13, h * rng.uniform(0.45, 0.7)], fill=trim)
    return settle(image)


def exit_sign(width, height):
    """Green escape-route pictogram: a running figure and a doorway."""
    image, draw = sheet(width, height, "#0f8a4a")
    w, h = image.size
    draw.rectangle([w * 0.62, h * 0.14, w * 0.86, h * 0.88], fill="#ffffff")
    disc(draw, w * 0.43, h * 0.24, h * 0.085, fill="#ffffff")
    for points in (
        ((0.4, 0.36), (0.32, 0.6)),
        ((0.32, 0.6), (0.42, 0.72), (0.37, 0.9)),
        ((0.32, 0.6), (0.22, 0.72), (0.12, 0.72)),
        ((0.4, 0.38), (0.5, 0.5), (0.58, 0.47)),
        ((0.39, 0.38), (0.27, 0.4), (0.22, 0.52)),
    ):
        draw.line([(w * x, h * y) for x, y in points], fill="#ffffff", width=int(h * 0.1), joint="curve")
    return settle(image)


def clock_face(size):
    """Dial with ticks and numbers."""
    image, draw = sheet(size, size, "#fbfbf8")
    w = image.width
    for minute in range(60):
        angle, inner = math.radians(minute * 6 - 90), 0.41 if minute % 5 == 0 else 0.45
        draw.line(
            [
                w * (0.5 + inner * math.cos(angle)),
                w * (0.5 + inner * math.sin(angle)),
                w * (0.5 + 0.475 * math.cos(angle)),
                w * (0.5 + 0.475 * math.sin(angle)),
            ],
            fill="#22282c",
            width=9 if minute % 5 == 0 else 4,
        )
    for hour in range(1, 13):
        angle = math.radians(hour * 30 - 90)
        number(draw, w * (0.5 + 0.34 * math.cos(angle)), w * (0.5 + 0.34 * math.sin(angle)), str(hour), w // 11)
    return settle(image)


def cork(width, height):
    """Pinboard surface."""
    image = Image.effect_noise((width, height), 44).convert("RGB")
    return Image.blend(image, Image.new("RGB", (width, height), "#b98552"), 0.78)


def keyboard(path):
    """Keys of a laptop, without letters, with the touch pad below."""
    image, draw = sheet(384, 256, "#a9adb2")
    for row, keys in enumerate((14, 14, 13, 12, 12)):
        for key in range(keys):
            step = 720 / keys
            draw.rounded_rectangle(
                [26 + key * step, 22 + row * 58, 20 + (key + 1) * step, 72 + row * 58], 8, fill="#26292d"
            )
    draw.rounded_rectangle([200, 314, 560, 360], 8, fill="#26292d")
    for key in list(range(3)) + list(range(8, 12)):
        draw.rounded_rectangle(
            [26 + key * 60 + (0 if key < 3 else 14), 314, 76 + key * 60 + (0 if key < 3 else 14), 360],
            8,
            fill="#26292d",
        )
    draw.rounded_rectangle([250, 388, 518, 500], 10, fill="#9a9ea4", outline="#8b9096", width=3)
    settle(image).save(path, quality=88)


def exercise_book(path):
    """Left half: cover; right half: an open spread with squared paper and some handwriting-like strokes."""
    image, draw = sheet(512, 256, "#2f6f9f")
    draw.rounded_rectangle([60, 120, 452, 300], 12, fill="#f7f4ea")
    for line in range(3):
        draw.line([100, 170 + line * 44, 412 - line * 70, 170 + line * 44], fill="#9fb4c4", width=5)
    draw.rectangle([512, 0, 1024, 512], fill="#fbfaf5")
    for offset in range(0, 512, 22):
        draw.line([512 + offset, 0, 512 + offset, 512], fill="#d3e1ea", width=2)
        draw.line([512, offset, 1024, offset], fill="#d3e1ea", width=2)
    rng = random.Random(3)
    for side in (0, 256):
        for line in range(9 if side == 0 else 5):
            x, y = 540 + side, 52 + line * 44
            end = x + rng.uniform(110, 195)
            while x < end:
                word = rng.uniform(16, 44)
                stroke = [(x + t * word / 6, y + rng.uniform(-8, 8)) for t in range(7)]
                draw.line(stroke, fill="#31456b", width=3, joint="curve")
                x += word + 12
    draw.line([768, 0, 768, 512], fill="#cfcabb", width=6)
    settle(image).save(path, quality=90)


def screen(path):
    """A neutral picture for a device that the application has not drawn on yet: tiles without words."""
    image, draw = sheet(256, 160, "#e9eef2")
    draw.rectangle([0, 0, 512, 36], fill="#35607c")
    for index in range(6):
        x, y = 28 + (index % 3) * 160, 62 + (index // 3) * 124
        draw.rounded_rectangle([x, y, x + 136, y + 100], 12, fill=("#ffffff", "#f7d9a8", "#cfe6d4")[index % 3])
        disc(draw, x + 34, y + 34, 18, fill=("#4d8bbf", "#e08a35", "#5fad56")[index % 3])
        draw.rounded_rectangle([x + 16, y + 66, x + 116, y + 78], 5, fill="#b7c3cc")
    settle(image).save(path, quality=90)


def board(path):
    """What the digital board shows before a lesson sets it: fraction circles on a light page, no words."""
    image, draw = sheet(1024, 576, "#fbfbf7")
    w, h = image.size
    draw.rectangle([0, 0, w, h * 0.1], fill="#1f6f8b")
    for index, (part, whole) in enumerate(((1, 2), (2, 3), (3, 4))):
        x, y, radius = w * (0.2 + 0.3 * index), h * 0.47, h * 0.23
        draw.pieslice([x - radius, y - radius, x + radius, y + radius], -90, 270, fill="#e8eef0")
        draw.pieslice(
            [x - radius, y - radius, x + radius, y + radius],
            -90,
            -90 + 360 * part / whole,
            fill=("#f2a541", "#ef6f6c", "#5fad56")[index],
        )
        disc(draw, x, y, radius, outline=INK, width=8)
        number(draw, x, h * 0.82, f"{part}/{whole}", 96)
    settle(image).save(path, quality=90)
