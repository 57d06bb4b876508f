"""Who there is: bodies, hair and clothes. Everything not said here follows from an entry's name."""

from people import ADULTS, STUDENTS


def files():
    """Entries by file name."""
    students = {f"student_{number:02}": spec for number, spec in enumerate(STUDENTS, 1)}
    return students | {f"adult_{number:02}": spec for number, spec in enumerate(ADULTS, 1)}


def described(file, spec):
    """What `cast.json` says of an entry."""
    look, years = spec["look"], spec["body"]["years"]
    band = "adult" if years > 19 else "6-11" if years < 12 else "12-14" if years < 15 else "15-18"
    clothes = [look["outfit"], "skirt" if look.get("skirt") else look["legs"]]
    named = ("glasses", "scarf", "hearing_aids", "freckles")
    extras = [{"scarf": "hijab", "hearing_aids": "hearing_aid"}.get(key, key) for key in named if look.get(key)]
    return {
        "look": file, "node": spec["name"], "age": years, "band": band, "male": spec["body"]["male"], "skin": look["skin"],
        "hair": "hijab" if look.get("scarf") else look["hair"], "hair_colour": look["hair_colour"], "eyes": look["iris"],
        "clothes": clothes, "pattern": look.get("pattern") or look.get("print"), "extras": extras,
    }  # fmt: skip
