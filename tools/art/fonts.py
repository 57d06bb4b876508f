"""Make the interface's fonts and its icon font.

    python fonts.py --work DIR [--assets DIR]

Writes into `assets/fonts/`:

* Nunito and Atkinson Hyperlegible Next, regular (400) and bold (700), as TTF. Fontsource ships the Latin and the
  extended Latin alphabet as separate WOFF2 files, which the engine cannot read: both are merged into one TTF.
* Phosphor icons, outlined and filled, cut down to the icons in `ICONS`. Both files use the same code points, so
  either works as a fallback font of the text fonts and a filled icon is the same character in another family.
* `icons.ron`: name of an icon -> code point.
* the licence text of each family.
"""

import argparse
import re
import shutil
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from packages import npm_package

TEXT_FAMILIES = {
    # file stem: (npm package, version, file prefix inside the package)
    "Nunito": ("@fontsource/nunito", "5.3.0", "nunito"),
    "AtkinsonHyperlegibleNext": ("@fontsource/atkinson-hyperlegible-next", "5.3.0", "atkinson-hyperlegible-next"),
}
WEIGHTS = {400: "Regular", 700: "Bold"}
ALPHABETS = ("latin", "latin-ext")
PHOSPHOR = ("@phosphor-icons/web", "2.1.2")
ICON_STYLES = {
    # file stem: (style folder, font in it, CSS selector prefix)
    "Phosphor-Regular": ("regular", "Phosphor.ttf", ".ph"),
    "Phosphor-Fill": ("fill", "Phosphor-Fill.ttf", ".ph-fill"),
}

# Letters a Dutch or English text can contain, with the signs the interface uses. Checked in every text font.
REQUIRED = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿÁÀÂÄÉÈÊËÍÎÏÓÔÖÚÛÜŒß"
    "ğışłńśźżčřšžőűăâîșțćđĞİŞŁŚŻČŘŠŽ"
    ".,:;!?¿¡'\"‘’“”„‚«»()[]{}<>/\\|@#&%*+-–—=_…•·°±×÷€£§©"
)

ICONS = """
arrow-clockwise arrow-counter-clockwise arrow-left arrow-right arrows-out bell book-open camera caret-down caret-left
caret-right caret-up certificate chalkboard-teacher chart-line chat-circle-text chats check check-circle circle clock
closed-captioning device-mobile device-tablet download eye eye-slash fast-forward file-text floppy-disk folder-open
game-controller gear globe hand hand-palm headphones hourglass house info keyboard laptop lightbulb list-checks lock
lock-open magnifying-glass medal megaphone monitor mouse note-pencil path pause person-simple-walk phone play plug
plugs plugs-connected prohibit question rewind share-network sign-out skip-forward sliders smiley speaker-high
speaker-slash star stop student target text-aa thumbs-down thumbs-up translate trash trend-up trophy user users
virtual-reality warning wifi-high wifi-slash x x-circle
""".split()


def merged_text_font(package: Path, prefix: str, weight: int, scratch: Path) -> TTFont:
    """Merge the alphabets of one weight; hints are dropped because each part carries its own, incompatible set."""
    parts = []
    for alphabet in ALPHABETS:
        font = TTFont(package / "files" / f"{prefix}-{alphabet}-{weight}-normal.woff2", recalcTimestamp=False)
        font.flavor = None
        options = Options()
        options.hinting = False
        options.glyph_names = True
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"]
        options.drop_tables += ["STAT"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=font.getBestCmap())
        subsetter.subset(font)
        part = scratch / f"{prefix}-{alphabet}-{weight}.ttf"
        font.save(part)
        parts.append(str(part))
    merged = Merger().merge(parts)
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = TTFont(parts[0])["head"].modified  # not the time of this run
    return merged


def name_font(font: TTFont, family: str, style: str) -> None:
    """Set the names a font list shows; the copyright and licence entries of the source stay as they are."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", family)
    table = font["name"]
    table.names = [n for n in table.names if n.nameID not in (16, 17, 25)]
    for name_id, text in ((1, spaced), (2, style), (3, f"{family}-{style}"), (4, f"{spaced} {style}"), (6, f"{family}-{style}")):
        table.setName(text, name_id, 3, 1, 0x409)


def make_text_fonts(work: Path, out: Path) -> None:
    """Write every family in both weights, with its licence text."""
    for family, (name, version, prefix) in TEXT_FAMILIES.items():
        package = npm_package(name, version, work)
        for weight, style in WEIGHTS.items():
            font = merged_text_font(package, prefix, weight, work)
            name_font(font, family, style)
            missing = [letter for letter in REQUIRED if ord(letter) not in font.getBestCmap()]
            if missing:
                raise SystemExit(f"{family} {style} lacks {''.join(missing)}")
            target = out / f"{family}-{style}.ttf"
            font.save(target)
            print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")
        shutil.copy(package / "LICENSE", out / f"{family}-OFL.txt")


def icon_codepoints(css: str, selector: str) -> dict[str, int]:
    """Read the code point of every icon from the style sheet that comes with the font."""
    rule = re.compile(re.escape(selector) + r'\.ph-([a-z0-9-]+):before \{\s*content: "\\([0-9a-f]+)"')
    return {name: int(code, 16) for name, code in rule.findall(css)}


def make_icon_fonts(work: Path, out: Path) -> None:
    """Write the icon fonts and the table of code points."""
    package = npm_package(*PHOSPHOR, work)
    tables = []
    for stem, (folder, file, selector) in ICON_STYLES.items():
        source = package / "src" / folder
        codes = icon_codepoints((source / "style.css").read_text(encoding="utf-8"), selector)
        wanted = {name: codes[name] for name in sorted(ICONS)}
        tables.append(wanted)
        font = TTFont(source / file, recalcTimestamp=False)
        options = Options()
        options.layout_features = []
        options.drop_tables += ["GSUB"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted.values())
        subsetter.subset(font)
        target = out / f"{stem}.ttf"
        font.save(target)
        print(f"{target.name}: {target.stat().st_size} bytes, {len(wanted)} icons")
    if any(table != tables[0] for table in tables):
        raise SystemExit("the icon styles use different code points; one table cannot serve both")
    lines = [f'    "{name}": 0x{code:04X},' for name, code in tables[0].items()]
    header = "// Icon name -> code point in Phosphor-Regular.ttf and Phosphor-Fill.ttf. Written by tools/art/fonts.py.\n"
    (out / "icons.ron").write_text(header + "{\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")
    shutil.copy(package / "LICENSE", out / "Phosphor-MIT.txt")


def main() -> None:
    """Parse the arguments and make everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for downloaded packages, outside the repository")
    parser.add_argument("--assets", type=Path, default=Path(__file__).resolve().parents[2] / "assets")
    args = parser.parse_args()
    out = args.assets / "fonts"
    out.mkdir(parents=True, exist_ok=True)
    args.work.mkdir(parents=True, exist_ok=True)
    make_text_fonts(args.work, out)
    make_icon_fonts(args.work, out)


if __name__ == "__main__":
    main()
