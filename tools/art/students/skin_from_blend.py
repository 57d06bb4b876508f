"""Takes the CC0 skin picture out of the Debian package's figure: `python skin_from_blend.py human_rig.blend SKIN.png`."""

import sys
from pathlib import Path

import bpy

if __name__ == "__main__":
    bpy.ops.wm.open_mainfile(filepath=sys.argv[1])
    picture = next(image for image in bpy.data.images if "skinned" in image.name)
    Path(sys.argv[2]).write_bytes(picture.packed_file.data)
