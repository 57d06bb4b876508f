"""Text -> the phonemes Kokoro was trained on, for Dutch and English.

espeak-ng is used as a separate program for its pronunciation rules only; none of its code or data is shipped. What it
gets wrong in a lesson goes into `WORDS`.
"""

import re
import subprocess

ESPEAK_VOICE = {"en": "en-gb-x-rp", "nl": "nl"}

# espeak-ng's phonemes, rewritten to Kokoro's. Order matters: longer ones first.
REWRITES = {
    "en": [
        ("aɪə", "Iə"), ("aɪ", "I"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "Q"), ("aʊ", "W"), ("ɔɪ", "Y"), ("tʃ", "ʧ"),
        ("dʒ", "ʤ"), ("əl", "ᵊl"), ("ɚ", "əɹ"), ("ɝ", "ɜɹ"), ("r", "ɹ"), ("ɐ", "ə"), ("e", "ɛ"),
    ],
    "nl": [
        ("ɛɪ", "ɛj"), ("œy", "œj"), ("ʌʊ", "W"), ("ɑu", "W"), ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("ɵ", "ə"), ("ʏ", "œ"),
        ("ɐ", "ə"),
    ],
}

# Words that espeak-ng spells out, stresses or borrows wrongly: lower case -> Kokoro's phonemes.
WORDS = {
    "en": {
        "shh": "ʃːː", "sst": "ʃːː", "nooo": "nˈQːː", "jasper": "ʤˈæspə", "close": "klˈQz", "1990": "nˌIntin nˈInti",
    },
    "nl": {
        "sst": "ʃːːt", "ssst": "ʃːːt", "neeee": "nˈeːːː", "yes": "jˈɛs", "wow": "wˈW", "level": "lˈɛvəl",
        "klaschat": "klˈɑsʧɛt", "chat": "ʧɛt", "mail": "mAl", "online": "ˈɔnlIn", "ernstige": "ˈɛrnstəɣə",
        "dinospelletje": "dˈinoːspˌɛlətjə", "1990": "nˌeːɣəntin nˈeːɣəntəx",
    },
}


def phonemes(text: str, lang: str, vocabulary: dict[str, int]) -> str:
    """Return Kokoro phonemes for `text`; punctuation is kept because it carries the intonation."""
    spoken = re.sub(r"(?<!\w)['‘’“”\"]|['’“”\"](?!\w)", "", text)  # quotes, but not the apostrophe of it's
    spoken = re.sub(r"…|;| [–-] ", ", ", spoken).replace("’", "'")
    known = "|".join(map(re.escape, WORDS[lang]))
    parts = []
    for part in re.split(rf"([,.!?:]|(?<!\w)(?:{known})(?!\w))", spoken, flags=re.IGNORECASE):
        if part in (",", ".", "!", "?", ":"):
            parts.append(part)
        elif part.lower() in WORDS[lang]:
            parts.append(" " + WORDS[lang][part.lower()])
        elif re.search(r"\w", part):
            parts.append(" " + rewrite(espeak(part.strip(), lang), lang))
    result = "".join(parts).strip()
    unknown = {c for c in result if c not in vocabulary}
    if unknown:
        print(f"left out, not in the vocabulary: {unknown} in {text!r}")
    return "".join(c for c in result if c in vocabulary)


def rewrite(sounds: str, lang: str) -> str:
    """Return espeak-ng's phonemes in Kokoro's way of writing them."""
    for old, new in REWRITES[lang]:
        sounds = sounds.replace(old, new)
    if lang == "en":
        sounds = re.sub(r"ɪ(?=\s|$)", "i", sounds)  # the last sound of happy
    return sounds


def espeak(text: str, lang: str) -> str:
    """Ask espeak-ng for the pronunciation, without ties and switches of language."""
    command = ["espeak-ng", "-q", "--ipa", "-v", ESPEAK_VOICE[lang], "--", text]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"[_\u200d\u0361]|\([a-z-]+\)", "", " ".join(answer.split()))
