"""Pictures of the computer room: safe passwords, posture, hardware, network, light colours; no words in any of them."""

from posters import INK, arrow, cloud, disc, number, settle, sheet

CODE = "407295"
"""Digits on the telephone of the two-step poster."""

RED, GREEN, BLUE, AMBER = "#d3493f", "#2f9a63", "#2f6fb0", "#eaa63a"


def padlock(draw, x, y, size, colour, closed=True):
    """Padlock whose body is centred at (x, y)."""
    lift = 0 if closed else -size * 0.35
    shackle = [x - size * 0.55, y - size * 1.35 + lift, x + size * 0.55, y - size * 0.1 + lift]
    draw.arc(shackle, 180, 360 if closed else 330, fill="#7d868e", width=int(size * 0.26))
    for side in (-1, 1) if closed else (-1,):
        post = x + side * size * 0.43
        draw.line([post, y - size * 0.75 + lift, post, y - size * 0.3], fill="#7d868e", width=int(size * 0.26))
    draw.rounded_rectangle(
        [x - size * 0.8, y - size * 0.45, x + size * 0.8, y + size * 0.8], int(size * 0.15), fill=colour
    )
    disc(draw, x, y + size * 0.05, size * 0.17, fill="#ffffff")
    draw.line([x, y + size * 0.1, x, y + size * 0.45], fill="#ffffff", width=int(size * 0.16))


def person(draw, x, y, size, colour):
    """Head and shoulders."""
    disc(draw, x, y, size, fill=colour)
    draw.pieslice([x - size * 1.9, y + size * 1.2, x + size * 1.9, y + size * 5], 180, 360, fill=colour)


def key(draw, x, y, size, colour):
    """Key lying to the right."""
    disc(draw, x, y, size, outline=colour, width=int(size * 0.45))
    draw.line([x + size * 0.8, y, x + size * 3.6, y], fill=colour, width=int(size * 0.5))
    for tooth in (2.5, 3.3):
        draw.line([x + size * tooth, y, x + size * tooth, y + size * 0.9], fill=colour, width=int(size * 0.45))


def tick(draw, x, y, size, colour=GREEN):
    """Check mark."""
    draw.line(
        [(x - size, y), (x - size * 0.2, y + size * 0.8), (x + size * 1.1, y - size)],
        fill=colour,
        width=int(size * 0.42),
        joint="curve",
    )


def cross(draw, x, y, size, colour=RED):
    """Cross."""
    for way in (-1, 1):
        draw.line([x - size, y - way * size, x + size, y + way * size], fill=colour, width=int(size * 0.42))


def strong_password(width, height):
    """Short passwords leave the lock open, long ones with all kinds of signs close it."""
    image, draw = sheet(width, height, "#f3f6f8")
    w, h = image.size
    draw.rectangle([0, 0, w, h * 0.04], fill=BLUE)
    rows = ((3, RED, False), (7, AMBER, False), (12, GREEN, True))
    for row, (dots, colour, closed) in enumerate(rows):
        y = h * (0.23 + 0.27 * row)
        padlock(draw, w * 0.2, y, w * 0.105, colour, closed)
        draw.rounded_rectangle([w * 0.36, y - 34, w * 0.93, y + 34], 16, fill="#ffffff", outline="#9fb0bd", width=5)
        for dot in range(dots):
            disc(draw, w * (0.395 + 0.043 * dot), y, 10, fill=INK)
        draw.rounded_rectangle([w * 0.36, y + 50, w * 0.93, y + 66], 8, fill="#dbe2e7")
        draw.rounded_rectangle([w * 0.36, y + 50, w * (0.36 + 0.57 * dots / 12), y + 66], 8, fill=colour)
    return settle(image)


def keep_secret(width, height):
    """The key stays with its owner; handing it over is crossed out."""
    image, draw = sheet(width, height, "#fdf6ea")
    w, h = image.size
    draw.rectangle([0, 0, w, h * 0.04], fill=AMBER)
    person(draw, w * 0.25, h * 0.17, w * 0.085, BLUE)
    person(draw, w * 0.77, h * 0.17, w * 0.085, "#8b95a0")
    key(draw, w * 0.42, h * 0.28, w * 0.035, "#c28a1d")
    draw.rectangle([0, h * 0.43, w, h * 0.5], fill="#fdf6ea")
    cross(draw, w * 0.5, h * 0.27, w * 0.13)
    person(draw, w * 0.5, h * 0.61, w * 0.1, BLUE)
    key(draw, w * 0.43, h * 0.76, w * 0.03, "#ffffff")
    disc(draw, w * 0.82, h * 0.62, w * 0.1, outline=GREEN, width=12)
    tick(draw, w * 0.82, h * 0.62, w * 0.05)
    return settle(image)


def two_steps(width, height):
    """Password, then the telephone, then the door opens."""
    image, draw = sheet(width, height, "#eaf4ef")
    w, h = image.size
    draw.rectangle([0, 0, w, h * 0.04], fill=GREEN)
    padlock(draw, w * 0.5, h * 0.2, w * 0.11, BLUE)
    arrow(draw, [(w * 0.5, h * 0.32), (w * 0.5, h * 0.38)], INK, 12)
    draw.rounded_rectangle([w * 0.37, h * 0.42, w * 0.63, h * 0.67], 22, fill="#2f3a40")
    draw.rounded_rectangle([w * 0.395, h * 0.445, w * 0.605, h * 0.63], 8, fill="#dfeaf2")
    for column in range(3):
        for row in range(2):
            number(draw, w * (0.44 + 0.06 * column), h * (0.5 + 0.075 * row), CODE[row * 3 + column], 46, BLUE)
    arrow(draw, [(w * 0.5, h * 0.69), (w * 0.5, h * 0.75)], INK, 12)
    disc(draw, w * 0.5, h * 0.86, w * 0.13, fill=GREEN)
    tick(draw, w * 0.5, h * 0.86, w * 0.06, "#ffffff")
    return settle(image)


def beware_bait(width, height):
    """An envelope on a fishing hook: do not bite."""
    image, draw = sheet(width, height, "#20405e")
    w, h = image.size
    draw.rectangle([0, h * 0.3, w, h], fill="#2f6f94")
    for wave in range(6):
        draw.arc([w * wave / 6, h * 0.27, w * (wave + 1) / 6, h * 0.33], 0, 180, fill="#9fd0e4", width=7)
    draw.line([w * 0.5, 0, w * 0.5, h * 0.62], fill="#dfe7ee", width=7)
    draw.arc([w * 0.34, h * 0.54, w * 0.5, h * 0.7], 0, 200, fill="#dfe7ee", width=14)
    left, top, right, foot = w * 0.27, h * 0.4, w * 0.73, h * 0.56
    draw.rectangle([left, top, right, foot], fill="#fbfaf4", outline=INK, width=6)
    draw.line([(left, top), ((left + right) / 2, top + h * 0.085), (right, top)], fill=INK, width=6, joint="curve")
    draw.polygon([(w * 0.12, h * 0.8), (w * 0.26, h * 0.73), (w * 0.26, h * 0.87)], fill=AMBER)
    draw.ellipse([w * 0.2, h * 0.72, w * 0.5, h * 0.88], fill=AMBER)
    disc(draw, w * 0.42, h * 0.78, 12, fill=INK)
    disc(draw, w * 0.76, h * 0.82, w * 0.12, fill=RED)
    draw.rectangle([w * 0.69, h * 0.808, w * 0.83, h * 0.832], fill="#ffffff")
    return settle(image)


def posture(width, height):
    """Sit straight, the screen at eye height, feet on the floor; look away now and then."""
    image, draw = sheet(width, height, "#f6f2e8")
    w, h = image.size
    draw.line([w * 0.06, h * 0.8, w * 0.94, h * 0.8], fill="#8b95a0", width=8)
    draw.line([w * 0.56, h * 0.52, w * 0.92, h * 0.52], fill="#8d5a3b", width=16)
    draw.line([w * 0.86, h * 0.52, w * 0.86, h * 0.8], fill="#8d5a3b", width=12)
    draw.rounded_rectangle([w * 0.74, h * 0.3, w * 0.79, h * 0.47], 6, fill=INK)
    draw.line([w * 0.78, h * 0.46, w * 0.8, h * 0.52], fill=INK, width=12)
    body = ((0.36, 0.36), (0.34, 0.58), (0.54, 0.6), (0.54, 0.79), (0.62, 0.79))
    draw.line([(w * x, h * y) for x, y in body], fill=BLUE, width=34, joint="curve")
    draw.line(
        [(w * x, h * y) for x, y in ((0.37, 0.4), (0.43, 0.52), (0.6, 0.5))], fill="#e0a173", width=22, joint="curve"
    )
    disc(draw, w * 0.38, h * 0.28, w * 0.075, fill="#e0a173")
    draw.line([w * 0.27, h * 0.38, w * 0.27, h * 0.62, w * 0.46, h * 0.64], fill="#5d676c", width=14)
    draw.line([w * 0.36, h * 0.64, w * 0.36, h * 0.8], fill="#5d676c", width=14)
    for dash in range(6):
        draw.line(
            [w * (0.47 + 0.045 * dash), h * 0.29, w * (0.49 + 0.045 * dash), h * 0.295 + 4 * dash], fill=GREEN, width=7
        )
    tick(draw, w * 0.86, h * 0.13, w * 0.055)
    disc(draw, w * 0.2, h * 0.13, w * 0.08, outline=INK, width=8)
    draw.line([(w * 0.2, h * 0.095), (w * 0.2, h * 0.13), (w * 0.235, h * 0.145)], fill=INK, width=8)
    return settle(image)


def network(width, height):
    """Devices around a switch, the switch to the cloud."""
    image, draw = sheet(width, height, "#12283d")
    w, h = image.size
    cloud(draw, w * 0.5, h * 0.16, w * 0.085, "#dcebf5")
    draw.line([w * 0.5, h * 0.25, w * 0.5, h * 0.47], fill="#5fd0c0", width=9)
    spots = ((0.14, 0.78), (0.38, 0.84), (0.62, 0.84), (0.86, 0.78))
    for index, (x, y) in enumerate(spots):
        draw.line([w * 0.5, h * 0.47, w * x, h * y], fill=("#5fd0c0", "#f0b95a", "#ef8a7a", "#8fb8f0")[index], width=8)
        draw.rounded_rectangle([w * x - 62, h * y - 44, w * x + 62, h * y + 40], 10, fill="#e9eff3")
        draw.rounded_rectangle(
            [w * x - 52, h * y - 34, w * x + 52, h * y + 28],
            4,
            fill=("#2f6fb0", "#2f9a63", "#8e6bb0", "#d3723f")[index],
        )
        draw.line([w * x - 34, h * y + 58, w * x + 34, h * y + 58], fill="#e9eff3", width=10)
    draw.rounded_rectangle([w * 0.34, h * 0.42, w * 0.66, h * 0.53], 12, fill="#dfe5ea")
    for port in range(8):
        draw.rectangle([w * (0.365 + 0.034 * port), h * 0.46, w * (0.365 + 0.034 * port) + 18, h * 0.5], fill="#26303a")
    return settle(image)


def hardware(width, height):
    """What is inside: processor, memory, disk and fan around a board."""
    image, draw = sheet(width, height, "#dfe9e4")
    w, h = image.size
    draw.rounded_rectangle([w * 0.1, h * 0.1, w * 0.9, h * 0.9], 24, fill="#2c7a5c")
    for line in range(9):
        x = w * (0.18 + 0.08 * line)
        draw.line(
            [(x, h * 0.14), (x, h * (0.3 + 0.02 * (line % 3))), (x + 40, h * 0.42), (x + 40, h * 0.86)],
            fill="#4da181",
            width=5,
        )
    draw.rectangle([w * 0.32, h * 0.3, w * 0.62, h * 0.5], fill="#c9ced2", outline="#8b95a0", width=8)
    draw.rectangle([w * 0.39, h * 0.35, w * 0.55, h * 0.45], fill="#39424a")
    for bank in range(3):
        draw.rectangle(
            [w * (0.7 + 0.055 * bank), h * 0.22, w * (0.735 + 0.055 * bank), h * 0.58],
            fill=("#26303a", AMBER, "#26303a")[bank],
        )
    disc(draw, w * 0.3, h * 0.7, w * 0.14, fill="#39424a")
    for blade in range(6):
        start = blade * 60
        draw.pieslice([w * 0.18, h * 0.7 - w * 0.12, w * 0.42, h * 0.7 + w * 0.12], start, start + 34, fill="#8b95a0")
    disc(draw, w * 0.3, h * 0.7, w * 0.035, fill="#c9ced2")
    draw.rounded_rectangle([w * 0.54, h * 0.64, w * 0.84, h * 0.84], 12, fill="#b4bcc2")
    disc(draw, w * 0.69, h * 0.74, w * 0.075, fill="#e3e8eb", outline="#8b95a0", width=6)
    return settle(image)


def light_colours(width, height):
    """Red, green and blue light that overlap to yellow, cyan, magenta and white."""
    image, _ = sheet(width, height, "#101418")
    w, h = image.size
    pixels = image.load()
    centres = ((0.5, 0.36, 0), (0.34, 0.6, 1), (0.66, 0.6, 2))
    reach = (w * 0.29) ** 2
    for x in range(0, w):
        for y in range(int(h * 0.12), int(h * 0.86)):
            inside = [(x - w * cx) ** 2 + (y - h * cy) ** 2 < reach for cx, cy, _ in centres]
            if any(inside):
                pixels[x, y] = tuple(238 if on else 24 for on in inside)
    return settle(image)


def pixel_robot(width, height):
    """A robot of big pixels."""
    image, draw = sheet(width, height, "#f0c35e")
    w, h = image.size
    rows = (
        "....##....",
        "....##....",
        ".########.",
        ".#oo##oo#.",
        ".#oo##oo#.",
        ".########.",
        ".##.--.##.",
        ".########.",
        "....##....",
        "##########",
        "#.######.#",
        "#.#-##-#.#",
        "..######..",
        "..##..##..",
        "..##..##..",
        ".###..###.",
    )
    step = w * 0.08
    for row, line in enumerate(rows):
        for column, sign in enumerate(line):
            if sign != ".":
                x, y = w * 0.1 + column * step, h * 0.06 + row * step
                fill = {"#": "#2f6f94", "o": "#fbfaf4", "-": "#d3493f"}[sign]
                draw.rectangle([x, y, x + step - 3, y + step - 3], fill=fill)
    return settle(image)


def no_drinks(width, height):
    """No drinks near the keyboards."""
    image, draw = sheet(width, height, "#fbfbf8")
    w, h = image.size
    draw.polygon([(w * 0.36, h * 0.3), (w * 0.64, h * 0.3), (w * 0.59, h * 0.74), (w * 0.41, h * 0.74)], fill="#39424a")
    draw.line([w * 0.54, h * 0.3, w * 0.62, h * 0.16], fill="#39424a", width=12)
    disc(draw, w * 0.5, h * 0.5, w * 0.42, outline=RED, width=26)
    draw.line([w * 0.22, h * 0.22, w * 0.78, h * 0.78], fill=RED, width=24)
    return settle(image)


def sketch_steps(width, height):
    """Whiteboard: a flow chart with a choice and a way back."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    blue, red, green = "#2d5fa8", "#c4463f", "#2f8a56"
    draw.rounded_rectangle([w * 0.34, h * 0.05, w * 0.66, h * 0.14], 34, outline=green, width=8)
    draw.rectangle([w * 0.32, h * 0.25, w * 0.68, h * 0.37], outline=blue, width=8)
    draw.polygon(
        [(w * 0.5, h * 0.48), (w * 0.72, h * 0.59), (w * 0.5, h * 0.7), (w * 0.28, h * 0.59)], outline=red, width=8
    )
    draw.rounded_rectangle([w * 0.34, h * 0.82, w * 0.66, h * 0.91], 34, outline=green, width=8)
    for low, high in ((0.14, 0.235), (0.37, 0.465), (0.7, 0.805)):
        arrow(draw, [(w * 0.5, h * low), (w * 0.5, h * high)], INK, 7)
    arrow(draw, [(w * 0.72, h * 0.59), (w * 0.86, h * 0.59), (w * 0.86, h * 0.31), (w * 0.71, h * 0.31)], INK, 7)
    tick(draw, w * 0.58, h * 0.75, 20, green)
    cross(draw, w * 0.79, h * 0.54, 18, red)
    number(draw, w * 0.5, h * 0.59, "?", 76, red)
    number(draw, w * 0.5, h * 0.31, "+ 1", 64, blue)
    return settle(image)


def sketch_bits(width, height):
    """Whiteboard: counting in twos, lamps on and off."""
    image, draw = sheet(width, height, "#f7f9f9")
    w, h = image.size
    for column, value in enumerate((8, 4, 2, 1)):
        number(draw, w * (0.16 + 0.15 * column), h * 0.1, str(value), 62, "#2d5fa8")
    draw.line([w * 0.08, h * 0.16, w * 0.9, h * 0.16], fill=INK, width=6)
    for row, value in enumerate((3, 5, 10, 12, 15)):
        y = h * (0.25 + 0.15 * row)
        for column in range(4):
            on = value >> (3 - column) & 1
            place = (w * (0.16 + 0.15 * column), y)
            disc(draw, *place, 32, outline="#c4463f", width=7, fill="#f6d365" if on else None)
            number(draw, *place, str(on), 42)
        number(draw, w * 0.83, y, f"= {value}", 66, "#2f8a56")
    return settle(image)
