"""Writes GLB files with nothing but Python's standard library."""

import json
import struct


def write(path, document, binary):
    """Write JSON and binary chunk as a GLB file."""
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    total = 28 + len(text) + len(binary)
    header = struct.pack("<4sIIII", b"glTF", 2, total, len(text), 0x4E4F534A)
    path.write_bytes(header + text + struct.pack("<II", len(binary), 0x004E4942) + binary)
