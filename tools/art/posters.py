"""Wall pictures that need no language: solar system, fractions, water cycle, times table, seasons."""

import math
import random

from PIL import Image, ImageDraw, ImageFont

INK = "#2f3a40"


def sheet(width, height, colour):
    """Blank sheet at double size, for smooth edges."""
    image = Image.new("RGB", (width * 2, height * 2), colour)
    return image, ImageDraw.Draw(image)


def settle(image):
    """Scale the double-size drawing down."""
    return image.resize((image.width // 2, image.height // 2), Image.LANCZOS)


def disc(draw, x, y, radius, **style):
    """Circle around a point."""
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], **style)


def number(draw, x, y, text, size, fill=INK):
    """Centred digits."""
    draw.text((x, y), text, font=ImageFont.load_default(size), fill=fill, anchor="mm")


def solar_system(width, height):
    """Sun, orbits and planets on night blue."""
    image, draw = sheet(width, height, "#16233f")
    w, h = image.size
    stars = random.Random(4)
    for _ in range(160):
        disc(draw, stars.uniform(0, w), stars.uniform(0, h), stars.uniform(0.6, 2.2), fill="#dfe7f5")
    cx, cy = w * 0.5, h * 1.02
    disc(draw, cx, cy, h * 0.17, fill="#f6b93b")
    disc(draw, cx, cy, h * 0.145, fill="#fbd46d")
    planets = (
        (0.24, 9, "#b8a999", -60),
        (0.31, 14, "#e6b873", -118),
        (0.39, 16, "#4f9bd9", -75),
        (0.47, 12, "#d3583c", -128),
        (0.59, 36, "#d8a878", -66),
        (0.72, 30, "#e8cf96", -110),
        (0.83, 22, "#93d3dc", -80),
        (0.93, 21, "#4c6fd0", -101),
    )
    for reach, size, colour, degrees in planets:
        radius = reach * h
        disc(draw, cx, cy, radius, outline="#41527a", width=3)
        x, y = cx + radius * math.cos(math.radians(degrees)), cy + radius * math.sin(math.radians(degrees))
        if reach == 0.72:
            draw.ellipse([x - 54, y - 14, x + 54, y + 14], outline="#cdb98a", width=7)
        disc(draw, x, y, size, fill=colour)
    return settle(image)


def fractions(width, height):
    """Circles cut in halves, thirds, quarters, sixths and eighths."""
    image, draw = sheet(width, height, "#fbf7ec")
    w, h = image.size
    colours = ("#ef6f6c", "#f2a541", "#5fad56", "#4d8bbf", "#8e6bb0", "#33a1a1")
    for index, parts in enumerate((1, 2, 3, 4, 6, 8)):
        x, y = w * (0.28 + 0.44 * (index % 2)), h * (0.16 + 0.31 * (index // 2))
        radius = w * 0.165
        disc(draw, x, y, radius, fill="#f0ebdd")
        draw.pieslice([x - radius, y - radius, x + radius, y + radius], -90, -90 + 360 / parts, fill=colours[index])
        for cut in range(parts if parts > 1 else 0):
            angle = math.radians(-90 + 360 * cut / parts)
            draw.line([x, y, x + radius * math.cos(angle), y + radius * math.sin(angle)], fill=INK, width=5)
        disc(draw, x, y, radius, outline=INK, width=6)
        number(draw, x, y + radius + 40, "1" if parts == 1 else f"1/{parts}", 46)
    return settle(image)


def arrow(draw, points, colour, width):
    """Polyline with an arrow head at its end."""
    draw.line(points, fill=colour, width=width, joint="curve")
    (x0, y0), (x1, y1) = points[-2], points[-1]
    angle = math.atan2(y1 - y0, x1 - x0)
    head = [
        (x1 + 3.2 * width * math.cos(angle + turn), y1 + 3.2 * width * math.sin(angle + turn))
        for turn in (0, 2.4, -2.4)
    ]
    draw.polygon(head, fill=colour)


def cloud(draw, x, y, size, colour="#ffffff"):
    """Three puffs and a flat base."""
    for dx, dy, radius in ((-1, 0.1, 0.7), (0, -0.35, 0.95), (1, 0.05, 0.75), (0, 0.25, 0.7)):
        disc(draw, x + dx * size, y + dy * size, radius * size, fill=colour)


def water_cycle(width, height):
    """Sea, sun, vapour, cloud, rain, mountain and river."""
    image, draw = sheet(width, height, "#bfe3f5")
    w, h = image.size
    disc(draw, w * 0.84, h * 0.14, w * 0.11, fill="#fbc43d")
    draw.polygon(
        [(0, h * 0.78), (w * 0.22, h * 0.36), (w * 0.36, h * 0.55), (w * 0.46, h * 0.46), (w * 0.68, h * 0.82), (0, h)],
        fill="#7d9b6a",
    )
    draw.polygon(
        [(w * 0.145, h * 0.505), (w * 0.22, h * 0.36), (w * 0.29, h * 0.455), (w * 0.22, h * 0.485)], fill="#ffffff"
    )
    draw.polygon([(0, h), (0, h * 0.86), (w * 0.55, h * 0.8), (w, h * 0.74), (w, h)], fill="#3f8fc4")
    draw.line(
        [(w * 0.27, h * 0.5), (w * 0.33, h * 0.62), (w * 0.3, h * 0.7), (w * 0.42, h * 0.83)],
        fill="#4fa6dc",
        width=20,
        joint="curve",
    )
    cloud(draw, w * 0.36, h * 0.19, w * 0.105)
    for drop in range(6):
        x = w * (0.25 + 0.045 * drop)
        draw.line([x, h * 0.27, x - 16, h * 0.33], fill="#2f7fb8", width=9)
    for shift in (0, 0.08, 0.16):
        arrow(
            draw,
            [(w * (0.7 + shift), h * 0.7), (w * (0.68 + shift), h * 0.55), (w * (0.7 + shift), h * 0.42)],
            "#e8743b",
            11,
        )
    arrow(draw, [(w * 0.72, h * 0.3), (w * 0.62, h * 0.24), (w * 0.53, h * 0.21)], "#e8743b", 11)
    return settle(image)


def times_table(width, height):
    """Ten by ten products, tinted by size."""
    image, draw = sheet(width, height, "#fdfdfb")
    w, h = image.size
    left, top, step = w * 0.06, h * 0.09, w * 0.88 / 11
    rise = h * 0.84 / 11
    for row in range(11):
        for column in range(11):
            x, y = left + column * step, top + row * rise
            product = max(row, 1) * max(column, 1) if row and column else row + column
            warm = (product / 100) ** 0.6
            fill = (
                (255 - int(20 * warm), 244 - int(96 * warm), 214 - int(120 * warm))
                if row and column
                else (62, 124, 138)
            )
            draw.rectangle([x + 2, y + 2, x + step - 2, y + rise - 2], fill=fill)
            if product:
                number(draw, x + step / 2, y + rise / 2, str(product), 27, INK if row and column else "#ffffff")
    return settle(image)


def colour_wheel(width, height):
    """Twelve hues in three rings."""
    image, draw = sheet(width, height, "#f4f1ea")
    w, h = image.size
    x, y = w / 2, h * 0.5
    for ring, (radius, light) in enumerate(((0.44, 78), (0.34, 62), (0.23, 48))):
        for part in range(12):
            box = [x - radius * w, y - radius * w, x + radius * w, y + radius * w]
            image_colour = f"hsl({part * 30}, {82 - ring * 6}%, {light}%)"
            draw.pieslice(box, part * 30 - 105, part * 30 - 75, fill=image_colour, outline="#f4f1ea", width=5)
    disc(draw, x, y, w * 0.11, fill="#f4f1ea")
    return settle(image)


def seasons(width, height):
    """One tree in winter, spring, summer and autumn."""
    image, draw = sheet(width, height, "#ffffff")
    w, h = image.size
    looks = (
        ("#d8e8f2", None, "#f4f8fb"),
        ("#d9f0e2", "#f3b6cc", "#a9d48c"),
        ("#cdeaf7", "#4f9a45", "#8cc46a"),
        ("#fbe8cf", "#e08a35", "#cbb070"),
    )
    rng = random.Random(8)
    for index, (sky, leaf, soil) in enumerate(looks):
        x0, y0 = (index % 2) * w / 2, (index // 2) * h / 2
        draw.rectangle([x0, y0, x0 + w / 2, y0 + h / 2], fill=sky)
        draw.rectangle([x0, y0 + h * 0.41, x0 + w / 2, y0 + h / 2], fill=soil)
        tx, ty = x0 + w / 4, y0 + h * 0.43
        draw.polygon([(tx - 16, ty), (tx + 16, ty), (tx + 8, ty - h * 0.2), (tx - 8, ty - h * 0.2)], fill="#6b4a35")
        for degrees in (-130, -110, -90, -70, -50):
            angle = math.radians(degrees)
            draw.line(
                [tx, ty - h * 0.16, tx + w * 0.14 * math.cos(angle), ty - h * 0.16 + h * 0.15 * math.sin(angle)],
                fill="#6b4a35",
                width=8,
            )
        for _ in range(46 if leaf else 0):
            angle, reach = rng.uniform(0, 2 * math.pi), rng.uniform(0, 1) ** 0.5
            disc(
                draw,
                tx + w * 0.17 * reach * math.cos(angle),
                ty - h * 0.24 + h * 0.11 * reach * math.sin(angle),
                rng.uniform(14, 26),
                fill=leaf,
            )
        for _ in range(0 if leaf else 40):
            disc(draw, rng.uniform(x0, x0 + w / 2), rng.uniform(y0, y0 + h * 0.4), rng.uniform(3, 6), fill="#ffffff")
    draw.line([w / 2, 0, w / 2, h], fill="#ffffff", width=12)
    draw.line([0, h / 2, w, h / 2], fill="#ffffff", width=12)
    return settle(image)


def shapes(width, height):
    """Plane figures from three to eight corners, circle and oval, in rows."""
    image, draw = sheet(width, height, "#f2f5f1")
    w, h = image.size
    colours = ("#ef6f6c", "#f2a541", "#e6c85c", "#5fad56", "#33a1a1", "#4d8bbf", "#8e6bb0", "#c9739a")
    for index in range(8):
        x, y = w * (0.28 + 0.44 * (index % 2)), h * (0.14 + 0.24 * (index // 2))
        radius = w * 0.14
        if index < 6:
            corners = index + 3
            turn = math.pi / corners if corners % 2 == 0 else 0
            points = [
                (
                    x + radius * math.sin(turn + 2 * math.pi * k / corners),
                    y - radius * math.cos(turn + 2 * math.pi * k / corners),
                )
                for k in range(corners)
            ]
            draw.polygon(points, fill=colours[index])
            draw.line(points + points[:2], fill=INK, width=6, joint="curve")
        else:
            squash = 1.0 if index == 6 else 0.62
            draw.ellipse(
                [x - radius, y - radius * squash, x + radius, y + radius * squash],
                fill=colours[index],
                outline=INK,
                width=6,
            )
    return settle(image)


def landscape(width, height):
    """Evening landscape in flat layers, as a printed picture."""
    image, draw = sheet(width, height, "#f7d9b0")
    w, h = image.size
    draw.rectangle([0, 0, w, h * 0.3], fill="#f3c493")
    disc(draw, w * 0.66, h * 0.3, w * 0.15, fill="#ef8354")
    for layer, (base, colour) in enumerate(((0.46, "#c98f86"), (0.56, "#8d6f85"), (0.67, "#5b5f80"), (0.8, "#34496b"))):
        ridge = [
            (w * t / 40, h * (base + 0.05 * math.sin(t * 0.35 + layer * 1.9) + 0.03 * math.sin(t * 0.9 + layer)))
            for t in range(41)
        ]
        draw.polygon(ridge + [(w, h), (0, h)], fill=colour)
    for x, y in ((0.2, 0.16), (0.28, 0.2), (0.14, 0.22)):
        draw.arc([w * x, h * y, w * x + 40, h * y + 26], 190, 350, fill="#34496b", width=6)
        draw.arc([w * x + 38, h * y, w * x + 78, h * y + 26], 190, 350, fill="#34496b", width=6)
    return settle(image)
