"""The measures of the rooms, in one place: one ``Plan`` for each room of the program.

Everything in these scripts is modelled in Blender's frame: metres, z up, a sitting student faces -y, the board wall is
at y = -depth/2.  The glTF exporter turns that into the frame the application uses: y up, a sitting student faces +z,
the board wall at z = +depth/2 (x stays, glTF y = Blender z, glTF z = -Blender y).
"""

from dataclasses import dataclass, field

DESK_TOP, SEAT_HEIGHT = 0.71, 0.43
"""Working height of a student's desk and height of the seat (EN 1729 size 5)."""

CHAIR_BEHIND_DESK, STUDENT_BEHIND_DESK = 0.46, 0.42
"""Distance of the chair's and the sitting student's origin behind the desk's centre."""

DEVICES_FROM_DESK = {"laptop": (0.0, -0.05), "notebook": (0.0, 0.06), "tablet": (-0.05, 0.08), "phone": (0.20, 0.05)}
"""Where a device lies on a desk, from the desk's centre (x, Blender y)."""

BAG_FROM_DESK = (0.42, 0.12)
"""Where a school bag stands beside a desk."""

TEACHER_CHAIR_FROM_DESK = -0.45
"""The teacher's chair stands between the desk and the board wall and is turned by 180 degrees, towards the class."""


@dataclass(frozen=True)
class Light:
    """Strength of what lights a room; the lamps take their colour from their material."""

    sun: float = 15.0
    sky: float = 7.0
    lamps: float = 14.0
    sun_towards: tuple = (0.80, 0.28, -0.53)
    """Direction in which sunlight travels: in through the windows, a little towards the back."""


@dataclass(frozen=True)
class Plan:
    """Measures, finishes and light of one room; the defaults are those that all rooms share."""

    name: str
    suffix: str
    """What its files are called after ``room`` and ``lightmap``; the secondary room has none."""

    width: float = 8.4
    depth: float = 7.2
    height: float = 3.0

    sill: float = 0.95
    head: float = 2.65
    windows: int = 3
    pier: float = 0.35
    """Lower and upper edge of the windows in the wall x = -width/2, their number, and the wall between two of them."""

    door_y: float = -2.75
    door_width: float = 0.95
    door_height: float = 2.1
    """Door in the wall x = +width/2: centre along y, leaf width, leaf height."""

    board_centre: tuple = (0.0, 1.62)
    board_size: tuple = (2.0, 1.125)
    """Visible picture of the digital board: centre (x, z) on the front wall, and width x height."""

    seat_columns: tuple = (-2.875, -2.125, -0.375, 0.375, 2.125, 2.875)
    seat_rows: tuple = (-1.35, -0.10, 1.15, 2.40)
    """Desk centres (x; Blender y, front row first) that the lightmap's contact shadows are baked for."""

    teacher_desk: tuple = (-2.75, -2.72)
    """Centre of the teacher's desk (x, Blender y), against the window side, facing the class."""

    finishes: dict = field(default_factory=dict)
    """Material recipes that this room changes (see ``materials.RECIPES``)."""

    dado: float = 0.0
    """Height of the washable paint on the lower part of the walls without windows; 0 for none."""

    skirting: str = "6f7a7e"
    door_case: str = "5d676c"
    blinds: tuple = (0.32, 0.18, 0.55)
    blind_colour: str = "e3d9c3"
    slatted: bool = False
    """How far each blind is let down, its colour, and whether it has slats instead of cloth."""

    light: Light = Light()

    lightmap_size: int = 832
    clutter: float = 0.28
    """Texels along a side of the lightmap, and how fine small things are in it compared to floor and walls."""

    @property
    def left(self):
        """The window wall."""
        return -self.width / 2

    @property
    def right(self):
        """The door's wall."""
        return self.width / 2

    @property
    def front(self):
        """The board wall."""
        return -self.depth / 2

    @property
    def back(self):
        """The rear wall."""
        return self.depth / 2

    @property
    def window_width(self):
        """Width of one window's opening."""
        return (self.depth - (self.windows + 1) * self.pier) / self.windows

    @property
    def door_hinge(self):
        """Where the door's origin lies in the room; it opens outwards about the vertical."""
        return (self.right - 0.012, self.door_y - self.door_width / 2 + 0.005, 0.005)

    @property
    def clock(self):
        """Centre of the clock, where the nodes of its hands have their origin."""
        return (1.75, self.back - 0.042, 2.35)

    @property
    def socket(self):
        """Where the wall socket for the board's cable belongs: on the front wall, under the board (x, y, z)."""
        return (1.3, self.front, 0.42)

    def window_centres(self):
        """Positions along y of the middles of the windows."""
        first = self.front + self.pier + self.window_width / 2
        return [first + index * (self.window_width + self.pier) for index in range(self.windows)]

    def seats(self):
        """Every desk position (x, Blender y), front row first, from the window side to the door side."""
        return [(x, y) for y in self.seat_rows for x in self.seat_columns]


SECONDARY = Plan("secondary", "", lightmap_size=1024, clutter=0.4)

PRIMARY = Plan(
    "primary",
    "_primary",
    finishes={
        "floor": {"image": "floor_warm.jpg", "rough": 0.4},
        "wall": {"image": "plaster.jpg", "colour": "fbf3df", "rough": 0.92},
        "wall_accent": {"image": "plaster.jpg", "colour": "f3cf7c", "rough": 0.92},
        "dado": {"image": "dado.jpg", "colour": "9ccbc4", "rough": 0.6},
    },
    dado=1.1,
    skirting="8a6f55",
    door_case="3f7f8c",
    blinds=(0.16, 0.42, 0.22),
    blind_colour="f0b95a",
)

COMPUTER = Plan(
    "computer",
    "_computer",
    finishes={
        "floor": {"image": "carpet.jpg", "rough": 0.97},
        "wall": {"image": "plaster.jpg", "colour": "eef1f2", "rough": 0.92},
        "wall_accent": {"image": "plaster.jpg", "colour": "7f9fb8", "rough": 0.92},
        "dado": {"image": "dado.jpg", "colour": "a3b1bb", "rough": 0.6},
        "lamp": {"colour": "eaf3ff", "glow": 2.5},
    },
    dado=1.0,
    skirting="4b545b",
    door_case="39454e",
    blinds=(0.95, 0.62, 1.1),
    blind_colour="cfd6da",
    slatted=True,
    light=Light(sky=6.0, lamps=18.0),
)

ROOMS = {plan.name: plan for plan in (PRIMARY, SECONDARY, COMPUTER)}
