"""The cast itself: 24 students in three bands of age, and four grown-ups."""

WHITE, BLACK, ASIAN = {"caucasian": 1}, {"african": 1}, {"asian": 1}
NORTH_AFRICAN = {"caucasian": 0.75, "african": 0.25}
TURKISH = {"caucasian": 0.85, "asian": 0.15}
SOUTH_ASIAN = {"caucasian": 0.6, "asian": 0.3, "african": 0.1}
MIXED = {"caucasian": 0.5, "african": 0.5}
EURASIAN = {"caucasian": 0.5, "asian": 0.5}

HAIR = {
    "blond": "c49a62", "straw": "d9b981", "light": "9a7245", "brown": "64432a", "chestnut": "6e3f22", "dark": "3a261a",
    "black": "1d1714", "red": "a8532a", "auburn": "7d3a20", "grey": "8e8a86",
}  # fmt: skip
EYES = {
    "blue": "6f96b8",
    "grey": "8497a3",
    "green": "748a5a",
    "hazel": "7d6238",
    "brown": "5f3d22",
    "dark": "40291a",
    "amber": "8a5c2a",
}


def person(name, years, girl, stature, weight, race, skin, eyes, **look):
    """One entry; everything after the eyes is look."""
    extra = {key: look.pop(key) for key in ("face", "face_seed", "seed") if key in look}
    body = {"years": years, "male": 0.08 if girl else 0.95, "stature": stature, "weight": weight, "race": race}
    if "muscle" in look:
        body["muscle"] = look.pop("muscle")
    look["hair_colour"] = HAIR.get(look["hair_colour"], look["hair_colour"])
    look.setdefault("top2", "e9e4d8")
    look.setdefault("top3", "f2eee4")
    look.setdefault("brows", 0.9 if girl else 1.1)
    look.setdefault("lips", 0.55 if girl else 0.35)
    return {"name": name, "body": body, "look": {"skin": skin, "iris": EYES[eyes], **look}, **extra}


STUDENTS = [
    # ---- 12 to 14 ------------------------------------------------------------------------------------------------------
    person("s01", 12, True, 1.52, 0.45, WHITE, "fair", "blue", hair="long", hair_colour="light", hair_options={"length": 0.27, "part": 0.3},
           outfit="hoodie", top="d9a441", rib="c08a2e", legs="jeans", bottom="3f5c82", shoes="ece8de", shoe2="c4553f"),
    person("s02", 12, False, 1.54, 0.48, WHITE, "light", "brown", hair="short", hair_colour="brown", hair_options={"sweep": 28, "fringe": 5},
           outfit="tshirt", top="3f7d9e", print="peak", print_colour="f2e9d8", legs="chinos", bottom="6b6552", shoes="2b3a55"),
    person("s03", 13, True, 1.58, 0.55, BLACK, "brown", "dark", hair="coils", hair_colour="black", hair_options={"puff": 0.042},
           outfit="sweater", top="c4553f", top2="f0d9b5", rib="a8452f", pattern="stripes", legs="jeans", bottom="2f3a52", shoes="f0ede6", shoe2="d9a441"),
    person("s04", 14, False, 1.67, 0.42, MIXED, "tan", "brown", hair="coils", hair_colour="dark", hair_options={"puff": 0.026, "side": 0.45},
           outfit="zip", top="56718f", rib="3f5874", legs="joggers", bottom="3c3f47", side_stripe=0.9, shoes="e6e2da", shoe2="56718f"),
    person("s05", 12, True, 1.50, 0.40, ASIAN, "light", "dark", hair="long", hair_colour="black",
           hair_options={"length": 0.10, "layers": 0.02, "tuck": 0.5, "part": 0.0, "fringe": True, "front_azimuth": 60},
           outfit="sweater", top="e0d6c2", rib="cfc5b3", pattern="band", top2="7b94a8", top3="c26a52", legs="jeans", bottom="5b7394", shoes="8a3b3b", glasses="round", frame_colour="7a4a2a"),
    person("s06", 13, False, 1.60, 0.62, WHITE, "porcelain", "green", hair="short", hair_colour="red", hair_options={"sweep": -30, "fringe": 6, "slant": -6, "top": 0.026},
           brow_colour="7d4428", freckles=340, blush=1.2, outfit="sweater", top="4f8a5b", rib="3c6d47", legs="jeans", bottom="3b5578", shoes="3a3a3c"),
    person("s07", 13, True, 1.59, 0.5, NORTH_AFRICAN, "olive", "brown", hair="wisps", hair_colour="black", scarf="8d6f8f",
           outfit="longsleeve", top="5e4a68", legs="jeans", bottom="333a4a", shoes="d8cfc4", shoe2="8d6f8f"),
    person("s08", 14, False, 1.63, 0.72, SOUTH_ASIAN, "tan", "dark", hair="short", hair_colour="black", hair_options={"sweep": 16, "fringe": 3, "top": 0.022, "side": 0.008},
           outfit="polo", top="2f6b5e", collar="274f47", pattern="block", top2="e7dcc4", top3="c4553f", legs="chinos", bottom="4a4238", shoes="20242c", glasses="square", frame_colour="1d1d20"),
    # ---- 6 to 11 -------------------------------------------------------------------------------------------------------
    person("s09", 6, False, 1.18, 0.5, WHITE, "fair", "blue", hair="short", hair_colour="straw", hair_options={"sweep": 10, "fringe": 9, "slant": -2, "top": 0.022, "side": 0.015},
           outfit="tshirt", top="d2603f", print="ball", print_colour="f6f1e6", legs="joggers", bottom="3f4a63", shoes="d9a441", shoe2="f4f2ec"),
    person("s10", 7, True, 1.24, 0.48, MIXED, "tan", "brown", hair="braids", hair_colour="black", hair_options={"length": 0.17, "thick": 0.016},
           outfit="longsleeve", top="e08a9a", pattern="dots", top2="f8e9e4", skirt="4b5d8a", tights="5a3f5e", legs="leggings", bottom="5a3f5e", shoes="f0ede6", shoe2="e08a9a"),
    person("s11", 8, False, 1.30, 0.38, TURKISH, "olive", "hazel", hair="short", hair_colour="dark", hair_options={"sweep": 34, "fringe": 4, "top": 0.025},
           outfit="hoodie", top="7fa04f", rib="668540", print="bolt", print_colour="f3d65c", legs="jeans", bottom="47648c", shoes="c4553f"),
    person("s12", 9, True, 1.35, 0.55, WHITE, "fair", "grey", hair="ponytail", hair_colour="blond", hair_options={"height": 34, "length": 0.21, "fringe": True},
           outfit="tshirt", top="7bb7b2", print="heart", print_colour="f7efe4", legs="leggings", bottom="38455f", shoes="e8e4da", shoe2="7bb7b2", glasses="round", frame_colour="b0506a"),
    person("s13", 10, True, 1.41, 0.5, BLACK, "deep", "dark", hair="bun", hair_colour="black", hair_options={"height": 58, "thick": 0.040},
           outfit="sweater", top="e2b43c", rib="c99a25", legs="jeans", bottom="3b5578", shoes="f2efe8", shoe2="e2b43c"),
    person("s14", 11, False, 1.46, 0.45, ASIAN, "light", "dark", hair="short", hair_colour="black", hair_options={"sweep": 12, "fringe": 9, "slant": 1, "top": 0.023, "side": 0.014},
           outfit="tshirt", top="e8e4da", pattern="thin", top2="3f5874", legs="chinos", bottom="56606b", shoes="2f6b5e"),
    person("s15", 8, False, 1.28, 0.70, WHITE, "light", "brown", hair="buzz", hair_colour="brown", hearing_aids=True, aid_colour="4f78b0",
           outfit="zip", top="b5403a", rib="8d2f2b", legs="joggers", bottom="42464f", shoes="f0ede6", shoe2="42464f"),
    person("s16", 11, True, 1.49, 0.5, SOUTH_ASIAN, "tan", "dark", hair="long", hair_colour="black", hair_options={"length": 0.33, "part": 0.0, "layers": 0.02},
           outfit="shirt", top="a9c3dc", pattern="check", top2="4f6f95", top3="f5f2ea", legs="jeans", bottom="2e3547", shoes="6e4a3a"),
    # ---- 15 to 18 ------------------------------------------------------------------------------------------------------
    person("s17", 15, True, 1.65, 0.42, WHITE, "fair", "green", hair="long", hair_colour="auburn", hair_options={"length": 0.30, "part": -0.35, "wave": 0.006, "layers": 0.07},
           freckles=120, outfit="longsleeve", top="34506b", legs="jeans", bottom="8093ab", shoes="f0ede6", shoe2="34506b"),
    person("s18", 16, False, 1.78, 0.45, BLACK, "deep", "dark", hair="buzz", hair_colour="black", muscle=0.55,
           outfit="hoodie", top="3b3f4a", rib="30333d", print="lines", print_colour="d9a441", legs="joggers", bottom="23262d", shoes="f2efe8", shoe2="c4553f"),
    person("s19", 17, True, 1.68, 0.5, NORTH_AFRICAN, "light", "hazel", hair="wisps", hair_colour="dark", scarf="c9b79c",
           outfit="sweater", top="9a5b4f", rib="834a40", legs="chinos", bottom="3d3a44", shoes="e6ddd0", shoe2="9a5b4f"),
    person("s20", 18, False, 1.83, 0.55, WHITE, "light", "grey", hair="short", hair_colour="light", hair_options={"sweep": 34, "fringe": -2, "top": 0.030, "rise": 0.012, "side": 0.007},
           muscle=0.55, outfit="shirt", top="7f93a8", legs="chinos", bottom="b09a74", shoes="5a3a2a", sole="d8c9b0", shoe2="5a3a2a"),
    person("s21", 16, True, 1.63, 0.68, MIXED, "brown", "brown", hair="coils", hair_colour="dark", hair_options={"puff": 0.060, "side": 1.1, "drop": 16},
           outfit="tshirt", top="6f9c7c", print="sun", print_colour="f3e2b0", legs="jeans", bottom="35466a", shoes="e8e4da", shoe2="6f9c7c"),
    person("s22", 15, False, 1.70, 0.38, EURASIAN, "light", "brown", hair="long", hair_colour="dark",
           hair_options={"length": 0.045, "part": 0.5, "layers": 0.015, "front_azimuth": 58, "tuck": 0.3, "volume": 0.016}, outfit="sweater", top="8a7ab0", rib="73649a", pattern="block", top2="38405c", top3="e5dfef",
           legs="jeans", bottom="2c3140", shoes="20242c", shoe2="8a7ab0"),
    person("s23", 17, True, 1.70, 0.48, WHITE, "porcelain", "blue", hair="ponytail", hair_colour="straw", hair_options={"height": 12, "length": 0.27},
           outfit="zip", top="c97f8d", rib="ad6674", legs="leggings", bottom="2b2e38", shoes="f2efe8", shoe2="c97f8d"),
    person("s24", 17, False, 1.76, 0.66, TURKISH, "olive", "brown", hair="short", hair_colour="black", hair_options={"sweep": -18, "fringe": 2, "top": 0.026, "side": 0.009},
           brows=1.35, outfit="longsleeve", top="2f3440", pattern="sleeves", top2="b7412f", legs="jeans", bottom="4d6485", shoes="f0ede6", shoe2="2f3440", glasses="square", frame_colour="3a2f2a"),
]  # fmt: skip

ADULTS = [
    person("a01", 34, True, 1.70, 0.48, WHITE, "light", "hazel", hair="long", hair_colour="brown", hair_options={"length": 0.20, "part": 0.3, "layers": 0.05},
           outfit="shirt", top="d6dfe3", legs="chinos", bottom="2f3a4d", shoes="3a2a22", sole="3a2a22", shoe2="3a2a22"),
    person("a02", 46, False, 1.82, 0.58, WHITE, "fair", "blue", hair="short", hair_colour="grey", brow_colour="5a4a3c", hairline=5.0, hair_options={"sweep": 20, "fringe": -1, "top": 0.020},
           outfit="shirt", top="5f7f9c", legs="chinos", bottom="4c4a45", shoes="3a2a22", sole="2a221c", shoe2="3a2a22", glasses="square", frame_colour="26262a"),
    person("a03", 28, False, 1.78, 0.5, NORTH_AFRICAN, "olive", "dark", hair="short", hair_colour="black", hair_options={"sweep": 14, "fringe": 0, "top": 0.020, "side": 0.006}, stubble=0.5,
           brows=1.3, outfit="sweater", top="4a5e50", rib="3c4d41", legs="jeans", bottom="2c3445", shoes="e6e2da", shoe2="4a5e50"),
    person("a04", 57, True, 1.66, 0.62, BLACK, "brown", "dark", hair="coils", hair_colour="3c3632", hair_options={"puff": 0.024, "side": 0.7},
           outfit="longsleeve", top="8a3f56", skirt="30333f", skirt_length=0.58, tights="2a2420", legs="leggings", bottom="2a2420", shoes="2a2420", sole="2a2420", shoe2="2a2420"),
]  # fmt: skip
