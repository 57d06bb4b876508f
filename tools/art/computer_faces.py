"""Faces of devices in the computer room: screens, keys, rack units, wall sockets; without letters."""

import math
import random

from posters import disc, settle, sheet
from posters_computer import padlock


def screen(which, width, height):
    """What a monitor shows: a locked screen, coloured lines of code, or a drawing program."""
    image, draw = sheet(width, height, ("#274b6d", "#1d242b", "#dfe5ea")[which])
    w, h = image.size
    rng = random.Random(which)
    if which == 0:
        for ring in range(9, 0, -1):
            disc(draw, w * 0.2, h * 1.1, ring * w * 0.1, fill=(30 + ring * 6, 70 + ring * 9, 105 + ring * 8))
        padlock(draw, w * 0.5, h * 0.4, h * 0.1, "#f3f6f8")
        draw.rounded_rectangle([w * 0.36, h * 0.62, w * 0.64, h * 0.7], 10, fill="#f3f6f8")
    elif which == 1:
        for row in range(15):
            x = w * (0.05 + 0.04 * rng.choice((0, 1, 1, 2, 3)))
            for _ in range(rng.randint(1, 5)):
                length = w * rng.uniform(0.03, 0.13)
                draw.rounded_rectangle(
                    [x, h * (0.06 + 0.06 * row), x + length, h * (0.09 + 0.06 * row)],
                    4,
                    fill=rng.choice(("#8fd0a0", "#e0a85a", "#8fb8f0", "#c9ced2", "#d98fb0")),
                )
                x += length + 10
    else:
        draw.rectangle([0, 0, w, h * 0.1], fill="#5d6b78")
        draw.rectangle([w * 0.2, h * 0.16, w * 0.95, h * 0.92], fill="#ffffff")
        for tool in range(5):
            draw.rounded_rectangle(
                [w * 0.04, h * (0.17 + 0.15 * tool), w * 0.14, h * (0.28 + 0.15 * tool)],
                6,
                fill=("#ef6f6c", "#f2a541", "#6bb56a", "#4d8bbf", "#8e6bb0")[tool],
            )
        for turn in range(60):
            a = turn * 0.5
            disc(
                draw,
                w * 0.57 + turn * 2.6 * math.cos(a),
                h * 0.54 + turn * 2 * math.sin(a),
                5 + turn * 0.2,
                fill=("#ef6f6c", "#f2a541", "#4d8bbf")[turn % 3],
            )
    return settle(image)


def keys(width, height):
    """A keyboard from above, without letters."""
    image, draw = sheet(width, height, "#2b3036")
    w, h = image.size
    for row in range(5):
        for column in range(18):
            x, y = w * (0.02 + 0.0535 * column), h * (0.08 + 0.175 * row)
            if row == 4 and 4 <= column <= 9:
                draw.rectangle([x, y, x + w * 0.0535, y + h * 0.14], fill="#4a525a")
            elif column != 14:
                draw.rounded_rectangle([x + 2, y, x + w * 0.05, y + h * 0.14], 5, fill="#4a525a")
    return settle(image)


def rack_face(which, width, height):
    """Front of a 19-inch unit: 0 switch with lights, 1 patch panel, 2 shelf of a server."""
    image, draw = sheet(width, height, ("#3b434b", "#20252a", "#4a525a")[which])
    w, h = image.size
    rng = random.Random(which)
    draw.rectangle([0, 0, w - 1, h - 1], outline="#15181b", width=4)
    for port in range(24 if which < 2 else 8):
        x = w * (0.08 + 0.036 * port) if which < 2 else w * (0.07 + 0.06 * port)
        if which == 2:
            draw.rectangle([x, h * 0.2, x + w * 0.05, h * 0.8], fill="#2a3036", outline="#6b757e", width=2)
            continue
        draw.rectangle([x, h * 0.34, x + w * 0.027, h * 0.78], fill="#0d0f11")
        if which == 0:
            draw.rectangle(
                [x, h * 0.14, x + w * 0.012, h * 0.26], fill=rng.choice(("#58e07a", "#58e07a", "#f0b040", "#26303a"))
            )
    for light in range(3):
        disc(
            draw,
            w * (0.955 if which < 2 else 0.8 + 0.05 * light),
            h * (0.3 + 0.2 * light if which < 2 else 0.5),
            h * 0.06,
            fill=("#58e07a", "#f0b040", "#58a0f0")[light],
        )
    return settle(image)


def wall_socket(width, height):
    """Two sockets with earth pins and a double network outlet in a strip of trunking."""
    image, draw = sheet(width, height, "#f1f2f0")
    w, h = image.size
    for place in range(2):
        x, y = w * (0.18 + 0.28 * place), h / 2
        draw.rounded_rectangle([x - h * 0.42, h * 0.08, x + h * 0.42, h * 0.92], 8, outline="#c9ccca", width=3)
        disc(draw, x, y, h * 0.33, fill="#dadcd9", outline="#b4b8b6", width=3)
        for side in (-1, 1):
            disc(draw, x + side * h * 0.14, y + h * 0.04, h * 0.05, fill="#2b3036")
        disc(draw, x, y - h * 0.17, h * 0.045, fill="#b99a4a")
    for place in range(2):
        x = w * (0.7 + 0.16 * place)
        draw.rounded_rectangle([x - h * 0.26, h * 0.18, x + h * 0.26, h * 0.82], 6, outline="#c9ccca", width=3)
        draw.rectangle([x - h * 0.14, h * 0.38, x + h * 0.14, h * 0.64], fill="#2b3036")
    return settle(image)
