"""Fetch npm packages at pinned versions, for the scripts that turn them into assets.

`npm pack` checks each package against the registry's integrity hash. Unpacked packages are kept in a work folder
outside the repository, so a second run needs no network.
"""

import subprocess
import tarfile
from pathlib import Path


def npm_package(name: str, version: str, work: Path) -> Path:
    """Return the folder of the unpacked npm package `name` at `version`, fetching it on first use."""
    stem = name.lstrip("@").replace("/", "-")
    folder = work / f"{stem}-{version}"
    if not folder.exists():
        work.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=work, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(work / f"{stem}-{version}.tgz") as archive:
            archive.extractall(folder, filter="data")
    return folder / "package"
