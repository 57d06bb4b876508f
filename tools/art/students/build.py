"""Makes the models: `python build.py OUT [name ...]`; without names, all of the cast."""

import json
import sys
import time
from pathlib import Path

import cast
import pictures
from student import Student


def main(folder, names):
    """Writes the shared pictures, the models and `cast.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures.hair(folder / "hair.png")
    pictures.brow(folder / "brow.png")
    listed = folder / "cast.json"
    entries = json.loads(listed.read_text()) if listed.exists() else {}
    for file, spec in cast.files().items():
        if names and file not in names:
            continue
        start = time.time()
        size, counts = Student(spec).write(folder / f"{file}.glb")
        entries[file] = cast.described(file, spec) | {"triangles": counts, "bytes": size}
        listed.write_text(json.dumps(dict(sorted(entries.items())), indent=1))
        print(f"{file}: {counts} triangles, {size} bytes, {time.time() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
