"""The room's measures, in one place.

Everything in these scripts is modelled in Blender's frame: metres, z up, a sitting student faces -y, the board wall is
at y = -D/2.  The glTF exporter turns that into the frame the application uses: y up, a sitting student faces +z, the
board wall at z = +D/2 (x stays, glTF y = Blender z, glTF z = -Blender y).
"""

WIDTH, DEPTH, HEIGHT = 8.4, 7.2, 3.0
"""Inner size of the room along x, y and z."""

SILL, HEAD = 0.95, 2.65
"""Lower and upper edge of the windows above the floor."""

WINDOWS, PIER = 3, 0.35
"""Number of windows in the wall x = -WIDTH/2, and the width of the wall between two of them."""

WINDOW_WIDTH = (DEPTH - (WINDOWS + 1) * PIER) / WINDOWS

DOOR_Y, DOOR_WIDTH, DOOR_HEIGHT = -2.75, 0.95, 2.1
"""Door in the wall x = +WIDTH/2: centre along y, leaf width, leaf height."""

BOARD_CENTRE = (0.0, 1.62)
BOARD_SIZE = (2.0, 1.125)
"""Visible picture of the digital board: centre (x, z) on the front wall, and width x height."""

DESK_TOP, SEAT_HEIGHT = 0.71, 0.43
"""Working height of a student's desk and height of the seat (EN 1729 size 5)."""

CHAIR_BEHIND_DESK, STUDENT_BEHIND_DESK = 0.46, 0.42
"""Distance of the chair's and the sitting student's origin behind the desk's centre."""

DEVICES_FROM_DESK = {"laptop": (0.0, -0.05), "notebook": (0.0, 0.06), "tablet": (-0.05, 0.08), "phone": (0.20, 0.05)}
"""Where a device lies on a desk, from the desk's centre (x, Blender y)."""

BAG_FROM_DESK = (0.42, 0.12)
"""Where a school bag stands beside a desk."""

SEAT_COLUMNS = (-2.875, -2.125, -0.375, 0.375, 2.125, 2.875)
SEAT_ROWS = (-1.35, -0.10, 1.15, 2.40)
"""Desk centres (x; Blender y, front row first) that the lightmap's contact shadows were baked for."""

TEACHER_DESK = (-2.75, -2.72)
"""Centre of the teacher's desk (x, Blender y), against the window side, facing the class."""


TEACHER_CHAIR_FROM_DESK = -0.45
"""The teacher's chair stands between the desk and the board wall and is turned by 180 degrees, towards the class."""

SOCKET = (1.3, -DEPTH / 2, 0.42)
"""Where the wall socket for the board's cable belongs: on the front wall, under the board (x, y, z)."""


SUN_TOWARDS = (0.80, 0.28, -0.53)
"""Direction in which sunlight travels: in through the windows, a little towards the back."""


def window_centres():
    """Positions along y of the middles of the windows."""
    first = -DEPTH / 2 + PIER + WINDOW_WIDTH / 2
    return [first + index * (WINDOW_WIDTH + PIER) for index in range(WINDOWS)]


def seats():
    """Every desk position (x, Blender y), front row first, from the window side to the door side."""
    return [(x, y) for y in SEAT_ROWS for x in SEAT_COLUMNS]
