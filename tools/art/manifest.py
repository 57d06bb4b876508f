"""Writes ``assets/manifests/models.ron``: what each model file is, how big, which nodes matter, where things go.

Run ``python tools/art/manifest.py`` after a model changed, ``--check`` to see whether the list is still true.
Needs only Python's standard library.
"""

import hashlib
import pathlib
import sys

import gltf_read
import plan

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "assets" / "models"
MANIFEST = ROOT / "assets" / "manifests" / "models.ron"

ROOM_NODES = ["door", "board_screen", "outside", "lamps", "clock_hour", "clock_minute"]

NODES = {
    **{f"room{one.suffix}.glb": ROOM_NODES for one in plan.ROOMS.values()},
    "laptop.glb": ["screen"],
    "tablet.glb": ["screen"],
    "phone.glb": ["screen"],
    "cable.glb": ["plug"],
    "socket.glb": ["led"],
    "chair.glb": ["chair_shell"],
    "teacher_chair.glb": ["teacher_chair_shell"],
    "bag.glb": ["bag_shell"],
}
"""Nodes the application looks for by name."""


def to_gltf(x, y, z=0.0):
    """Blender's frame to glTF's."""
    return (round(x, 4), round(z, 4), round(-y, 4) + 0.0)


def ron_list(values):
    """RON list of strings."""
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"


def entry(path):
    """One file's record."""
    data = path.read_bytes()
    fields = [
        f'path: "{path.relative_to(MODELS.parent).as_posix()}"',
        f'sha256: "{hashlib.sha256(data).hexdigest()}"',
        f"bytes: {len(data)}",
    ]
    if path.suffix == ".glb":
        facts = gltf_read.facts(path)
        wanted = NODES.get(path.name, [])
        missing = [node for node in wanted if node not in facts["nodes"]]
        if missing:
            raise SystemExit(f"{path.name} has no node {', '.join(missing)}")
        fields += [f"triangles: {facts['triangles']}", f"draws: {facts['draws']}", f"nodes: {ron_list(wanted)}"]
        if facts["lightmapped"]:
            fields.append(f"lightmapped: {ron_list(facts['lightmapped'])}")
        if facts["animations"]:
            fields.append(f"animations: {ron_list(facts['animations'])}")
    return "        (" + ", ".join(fields) + "),"


def text():
    """The whole manifest."""
    files = sorted(path for path in MODELS.rglob("*") if path.suffix in (".glb", ".ktx2", ".jpg", ".png", ".json"))
    lines = [
        "// Written by tools/art/manifest.py; do not edit by hand.",
        "// Frame: metres, y up, a sitting student faces +z, the board wall is at z = +3.6, the windows at x = -4.2.",
        "// Offsets are added to the place named first, and hold for unrotated pieces (students facing the board).",
        "(",
        "    version: 1,",
    ]
    lines += room() + rooms() + offsets() + light()
    lines += ["    files: ["] + [entry(path) for path in files] + ["    ],", ")", ""]
    return "\n".join(lines)


def room():
    """Measures of the rooms and places of what stands in them, the same in every room."""
    one = plan.SECONDARY
    x, z = one.board_centre
    desk_x, desk_y = one.teacher_desk
    board = to_gltf(x, one.front + 0.0715, z)
    door = to_gltf(one.right, one.door_y)
    lines = [
        "    room: (",
        f"        size: {to_gltf(one.width, -one.depth, one.height)},",
        f"        board: (centre: {board}, size: {one.board_size}, faces: (0.0, 0.0, -1.0)),",
        "        // The node `door` has its origin at the hinge and turns about y.",
        f"        door: (centre: {door}, width: {one.door_width}, height: {one.door_height}),",
        f"        teacher_desk: {to_gltf(desk_x, desk_y)},",
        "        // Turned by 180 degrees about y.",
        f"        teacher_chair: {to_gltf(desk_x, desk_y + plan.TEACHER_CHAIR_FROM_DESK)},",
        "        // Unrotated: its port faces the class.",
        f"        socket: {to_gltf(*one.socket)},",
        "        // Desk centres the lightmap's contact shadows were baked for, front row first.",
        "        desks: [",
    ]
    lines += [f"            {to_gltf(x, y)}," for x, y in one.seats()]
    return lines + ["        ],", "    ),"]


def rooms():
    """Model and baked light of each room; one without environment maps of its own shares the secondary room's."""
    lines = ["    // The rooms by name; measures, places and exposures hold for all of them.", "    rooms: ["]
    for one in plan.ROOMS.values():
        if not (MODELS / f"room{one.suffix}.glb").exists():
            continue
        probe = one.suffix if (MODELS / f"probe_specular{one.suffix}.ktx2").exists() else ""
        fields = [
            f'name: "{one.name}"',
            f'model: "models/room{one.suffix}.glb"',
            f'lightmap: "models/lightmap{one.suffix}.ktx2"',
            f'probe_diffuse: "models/probe_diffuse{probe}.ktx2"',
            f'probe_specular: "models/probe_specular{probe}.ktx2"',
        ]
        lines.append("        (" + ", ".join(fields) + "),")
    return lines + ["    ],"]


def offsets():
    """Where things go relative to a desk's centre on the floor."""
    lines = [
        "    offsets: (",
        f"        chair_from_desk: {to_gltf(0.0, plan.CHAIR_BEHIND_DESK)},",
        f"        student_from_desk: {to_gltf(0.0, plan.STUDENT_BEHIND_DESK)},",
        f"        bag_from_desk: {to_gltf(*plan.BAG_FROM_DESK)},",
        f"        desk_top: {plan.DESK_TOP},",
        f"        seat: {plan.SEAT_HEIGHT},",
    ]
    for name, (x, y) in plan.DEVICES_FROM_DESK.items():
        lines.append(f"        {name}_from_desk: {to_gltf(x, y, plan.DESK_TOP)},")
    return lines + ["    ),"]


def light():
    """How to show the baked light as bright as it was baked."""
    probe = []
    if (MODELS / "probe_specular.ktx2").exists():
        probe = [
            '        probe_diffuse: "models/probe_diffuse.ktx2",',
            '        probe_specular: "models/probe_specular.ktx2",',
            "        probe_intensity: 998.0,",
        ]
    return [
        "    light: (",
        "        // Lightmap and probe hold Cycles' linear values for a white surface. Bevy multiplies them by",
        "        // lightmap_exposure (probe: intensity) and by the camera's exposure 2^-EV100 / 1.2, so for the same",
        "        // brightness lightmap_exposure = 1.2 * 2^EV100: 998 at Bevy's default camera (EV100 9.7).",
        '        lightmap: "models/lightmap.ktx2",',
        "        lightmap_exposure: 998.0,",
        "        for_ev100: 9.7,",
        "        // Where the sun's light goes. A directional light for what moves should not light the room twice:",
        "        // affects_lightmapped_mesh_diffuse: false, and for ambient light affects_lightmapped_meshes: false.",
        f"        sun_towards: {to_gltf(*plan.SECONDARY.light.sun_towards)},",
        "        sun_colour: (1.0, 0.96, 0.90),",
        *probe,
        "    ),",
    ]


def main(arguments):
    """Write the manifest, or compare."""
    fresh = text()
    if "--check" in arguments:
        if not MANIFEST.exists() or MANIFEST.read_text() != fresh:
            raise SystemExit("assets/manifests/models.ron is out of date: run python tools/art/manifest.py")
        return
    MANIFEST.parent.mkdir(parents=True, exist_ok=True)
    MANIFEST.write_text(fresh)


if __name__ == "__main__":
    main(sys.argv[1:])
