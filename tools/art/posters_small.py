"""Small pictures of the primary room: marks over the coat hooks, picture books, labels, whiteboard drawings, tiles."""

import math
import random

from drawings import boat, cat, flowers, house, rainbow
from posters import INK, arrow, cloud, disc, number, settle, sheet
from posters_primary import BRIGHT

MARKS = (
    "sun",
    "fish",
    "ball",
    "star",
    "apple",
    "tree",
    "house",
    "drop",
    "flower",
    "heart",
    "moon",
    "mushroom",
    "snail",
    "kite",
    "cloud",
    "duck",
)
"""A mark for every child's hook."""


def mark(which, size):
    """One mark on a white round card."""
    image, draw = sheet(size, size, "#fffef8")
    w = image.width
    draw.rectangle([0, 0, w - 1, w - 1], outline=BRIGHT[MARKS.index(which) % 8], width=10)
    POLYGONS.get(which, DRAWN.get(which))(draw, w)
    return settle(image)


def polygon(points, colour):
    """Drawer of a filled polygon given in hundredths of the card."""

    def draw_it(draw, w):
        draw.polygon([(w * x / 100, w * y / 100) for x, y in points], fill=colour)

    return draw_it


def round_points(corners, inner):
    """Points of a star in hundredths; ``inner`` is the inner radius's share."""
    return [
        (
            50 + 36 * (inner if k % 2 else 1) * math.sin(math.pi * k / corners),
            52 - 36 * (inner if k % 2 else 1) * math.cos(math.pi * k / corners),
        )
        for k in range(2 * corners)
    ]


POLYGONS = {
    "star": polygon(round_points(5, 0.42), "#f2b632"),
    "sun": polygon(round_points(12, 0.72), "#f2a541"),
    "kite": polygon(((50, 14), (76, 42), (50, 86), (24, 42)), "#4d8bbf"),
    "house": polygon(((50, 16), (84, 46), (74, 46), (74, 82), (26, 82), (26, 46), (16, 46)), "#c4463f"),
}


def fish(draw, w):
    """Fish with an eye."""
    draw.ellipse([w * 0.16, w * 0.34, w * 0.66, w * 0.68], fill="#37a6a6")
    draw.polygon([(w * 0.6, w * 0.51), (w * 0.86, w * 0.32), (w * 0.86, w * 0.7)], fill="#37a6a6")
    disc(draw, w * 0.3, w * 0.46, w * 0.04, fill=INK)


def ball(draw, w):
    """Ball in two colours."""
    disc(draw, w * 0.5, w * 0.5, w * 0.32, fill="#ef6f6c")
    draw.pieslice([w * 0.18, w * 0.18, w * 0.82, w * 0.82], -40, 40, fill="#fffef8")
    draw.pieslice([w * 0.18, w * 0.18, w * 0.82, w * 0.82], 140, 220, fill="#fffef8")


def apple(draw, w):
    """Apple with a leaf."""
    for x in (0.41, 0.59):
        disc(draw, w * x, w * 0.56, w * 0.22, fill="#d64541")
    draw.line([w * 0.5, w * 0.4, w * 0.54, w * 0.2], fill="#6b4a35", width=10)
    draw.ellipse([w * 0.54, w * 0.18, w * 0.74, w * 0.3], fill="#6bb56a")


def tree(draw, w):
    """Round tree."""
    draw.rectangle([w * 0.44, w * 0.5, w * 0.56, w * 0.84], fill="#8d5a3b")
    disc(draw, w * 0.5, w * 0.4, w * 0.25, fill="#5a9e4d")


def drop(draw, w):
    """Drop of water."""
    disc(draw, w * 0.5, w * 0.6, w * 0.22, fill="#4d8bbf")
    draw.polygon([(w * 0.31, w * 0.5), (w * 0.5, w * 0.16), (w * 0.69, w * 0.5)], fill="#4d8bbf")


def flower(draw, w):
    """Six petals."""
    for petal in range(6):
        disc(
            draw,
            w * (0.5 + 0.2 * math.cos(petal * math.pi / 3)),
            w * (0.5 + 0.2 * math.sin(petal * math.pi / 3)),
            w * 0.13,
            fill="#d9739f",
        )
    disc(draw, w * 0.5, w * 0.5, w * 0.12, fill="#f2d24b")


def heart(draw, w):
    """Heart."""
    for x in (0.37, 0.63):
        disc(draw, w * x, w * 0.4, w * 0.165, fill="#d64541")
    draw.polygon([(w * 0.23, w * 0.48), (w * 0.77, w * 0.48), (w * 0.5, w * 0.82)], fill="#d64541")


def moon(draw, w):
    """Crescent."""
    disc(draw, w * 0.48, w * 0.5, w * 0.32, fill="#5a6ea8")
    disc(draw, w * 0.62, w * 0.42, w * 0.27, fill="#fffef8")


def mushroom(draw, w):
    """Red cap with white dots."""
    draw.rounded_rectangle([w * 0.42, w * 0.48, w * 0.58, w * 0.84], 12, fill="#f0e6d2")
    draw.pieslice([w * 0.2, w * 0.18, w * 0.8, w * 0.84], 180, 360, fill="#d64541")
    for x, y in ((0.36, 0.42), (0.52, 0.3), (0.66, 0.44)):
        disc(draw, w * x, w * y, w * 0.05, fill="#fffef8")


def snail(draw, w):
    """Snail."""
    draw.rounded_rectangle([w * 0.16, w * 0.66, w * 0.82, w * 0.78], 16, fill="#e0b45a")
    disc(draw, w * 0.56, w * 0.52, w * 0.2, fill="#b5762f")
    disc(draw, w * 0.56, w * 0.52, w * 0.1, fill="#e0b45a")
    draw.line([w * 0.2, w * 0.7, w * 0.16, w * 0.48], fill="#e0b45a", width=12)


def duck(draw, w):
    """Duck."""
    draw.ellipse([w * 0.24, w * 0.48, w * 0.84, w * 0.8], fill="#f2d24b")
    disc(draw, w * 0.36, w * 0.38, w * 0.15, fill="#f2d24b")
    draw.polygon([(w * 0.24, w * 0.36), (w * 0.1, w * 0.42), (w * 0.24, w * 0.46)], fill="#f2a541")
    disc(draw, w * 0.34, w * 0.35, w * 0.03, fill=INK)


def white_cloud(draw, w):
    """Cloud on blue."""
    draw.rectangle([w * 0.1, w * 0.1, w * 0.9, w * 0.9], fill="#8fd0ee")
    cloud(draw, w * 0.5, w * 0.54, w * 0.17)


DRAWN = {
    "fish": fish,
    "ball": ball,
    "apple": apple,
    "tree": tree,
    "drop": drop,
    "flower": flower,
    "heart": heart,
    "moon": moon,
    "mushroom": mushroom,
    "snail": snail,
    "duck": duck,
    "cloud": white_cloud,
}


def book_cover(seed, width, height):
    """Picture book: a drawing on a coloured cover with two bars where a title would be."""
    rng = random.Random(60 + seed)
    image, draw = sheet(width, height, BRIGHT[seed % 8])
    w, h = image.size
    inner, inner_draw = sheet(int(width * 0.84), int(height * 0.56), "#fbf4e2")
    (rainbow, cat, house, boat, flowers)[seed % 5](inner_draw, *inner.size, rng)
    image.paste(inner, (int(w * 0.08), int(h * 0.36)))
    draw.rounded_rectangle([w * 0.12, h * 0.09, w * 0.88, h * 0.17], 10, fill="#fffdf4")
    draw.rounded_rectangle([w * 0.26, h * 0.22, w * 0.74, h * 0.27], 8, fill="#fffdf4")
    draw.line([w * 0.02, 0, w * 0.02, h], fill="#00000040", width=6)
    return settle(image)


def tiles(width, height):
    """White wall tiles of 15 cm, eight by four, a few of them coloured."""
    image, draw = sheet(width, height, "#c9c7bf")
    w, h = image.size
    rng = random.Random(2)
    for column in range(8):
        for row in range(4):
            fill = rng.choice(("#f7f7f2", "#f2f3ee", "#fafaf6", "#f4f4ef", "#f7f7f2", "#8fc7cc"))
            x, y = w * column / 8, h * row / 4
            draw.rectangle([x + 3, y + 3, x + w / 8 - 3, y + h / 4 - 3], fill=fill)
    return settle(image)


def sketch_sums(width, height):
    """Whiteboard: apples that are added up, and a tower that is split."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    blue, red, green = "#2d5fa8", "#c4463f", "#2f8a56"
    for start, many in ((0.1, 3), (0.55, 4)):
        for index in range(many):
            x, y = w * (start + 0.1 * (index % 3)), h * (0.14 + 0.1 * (index // 3))
            disc(draw, x, y, w * 0.037, outline=red, width=7)
            draw.line([x, y - w * 0.037, x + 10, y - w * 0.06], fill=green, width=7)
    number(draw, w * 0.44, h * 0.14, "+", 84, blue)
    number(draw, w * 0.46, h * 0.36, "3 + 4 = 7", 96, blue)
    for row, (left, right) in enumerate(((5, 5), (6, 4), (7, 3))):
        y = h * (0.54 + 0.14 * row)
        for dot in range(10):
            fill = red if dot < left else blue
            draw.rectangle([w * (0.08 + 0.055 * dot), y, w * (0.08 + 0.055 * dot) + 34, y + 34], outline=fill, width=6)
        number(draw, w * 0.82, y + 18, f"{left}  {right}", 62, INK)
    return settle(image)


def sketch_nature(width, height):
    """Whiteboard: from seed to flower, and a smiling sun."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    blue, red, green = "#2d5fa8", "#c4463f", "#2f8a56"
    ground = h * 0.62
    draw.line([w * 0.05, ground, w * 0.95, ground], fill="#6b4a35", width=8)
    for index, tall in enumerate((0, 0.08, 0.2, 0.34)):
        x = w * (0.15 + 0.22 * index)
        draw.ellipse([x - 16, ground + 30, x + 16, ground + 58], outline="#6b4a35", width=6)
        draw.line([x, ground + 30, x, ground - h * tall], fill=green, width=8)
        for leaf in range(index):
            y = ground - h * tall * (leaf + 0.6) / (index + 0.4)
            draw.arc([x, y - 22, x + 62, y + 26], 190, 330, fill=green, width=8)
            draw.arc([x - 62, y - 30, x, y + 18], 210, 350, fill=green, width=8)
        for root in range(index):
            draw.line([x, ground + 58, x + (root - 1) * 30, ground + 100 + 10 * root], fill="#6b4a35", width=5)
        if index < 3:
            arrow(draw, [(x + w * 0.07, h * 0.8), (x + w * 0.15, h * 0.8)], blue, 8)
    x, y = w * 0.81, ground - h * 0.34
    for petal in range(7):
        disc(draw, x + 42 * math.cos(petal * 0.9), y + 42 * math.sin(petal * 0.9), 22, outline=red, width=6)
    disc(draw, w * 0.2, h * 0.17, 62, outline="#e0962f", width=8)
    draw.arc([w * 0.2 - 34, h * 0.17 - 30, w * 0.2 + 34, h * 0.17 + 36], 20, 160, fill="#e0962f", width=7)
    for side in (-1, 1):
        disc(draw, w * 0.2 + side * 22, h * 0.17 - 14, 6, fill="#e0962f")
    for ray in range(10):
        a = ray * math.pi / 5
        draw.line(
            [
                w * 0.2 + 78 * math.cos(a),
                h * 0.17 + 78 * math.sin(a),
                w * 0.2 + 106 * math.cos(a),
                h * 0.17 + 106 * math.sin(a),
            ],
            fill="#e0962f",
            width=7,
        )
    return settle(image)
