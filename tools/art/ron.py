"""Read RON (Rusty Object Notation) as far as scenarios, their texts and our manifests use it.

Lists become lists; maps become dicts; `Name(...)` becomes a `Struct` with its fields by name or by position; a bare
name becomes a `Struct` without fields, except `true` and `false`.
"""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""\s+ | //[^\n]* | /\*.*?\*/                       # skipped
    | (?P<text>"(?:[^"\\]|\\.)*")
    | (?P<raw>r(?P<fence>\#*)".*?"(?P=fence))
    | (?P<number>[-+]?(?:0x[0-9A-Fa-f]+|\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?))
    | (?P<name>[A-Za-z_]\w*)
    | (?P<mark>[()\[\]{}:,])""",
    re.VERBOSE | re.DOTALL,
)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


@dataclass
class Struct:
    """A named or anonymous thing with fields."""

    name: str = ""
    fields: dict = field(default_factory=dict)
    values: list = field(default_factory=list)

    def get(self, name: str, default=None):
        """Return a field by its name."""
        return self.fields.get(name, default)

    def at(self, index: int, name: str, default=None):
        """Return a field that may be written by name or, in order, without."""
        if name in self.fields:
            return self.fields[name]
        return self.values[index] if index < len(self.values) else default


def parse(source: str):
    """Return the one value in `source`; raise `ValueError` with the line of what could not be read."""
    return _Reader(source).document()


class _Reader:
    def __init__(self, source: str):
        self._source = source
        self._tokens = list(self._split(source))
        self._next = 0

    def _split(self, source: str):
        at = 0
        while at < len(source):
            match = TOKEN.match(source, at)
            if not match:
                raise ValueError(f"line {source.count(chr(10), 0, at) + 1}: cannot read {source[at : at + 20]!r}")
            kind = "raw" if match.group("raw") else match.lastgroup
            if kind:
                yield kind, match.group(), at
            at = match.end()
        yield "end", "", at

    def document(self):
        value = self._value()
        self._expect("")
        return value

    def _peek(self) -> str:
        return self._tokens[self._next][1]

    def _take(self):
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _expect(self, mark: str) -> None:
        _, text, at = self._take()
        if text != mark:
            line = self._source.count("\n", 0, at) + 1
            raise ValueError(f"line {line}: expected {mark or 'the end'!r}, found {text or 'the end'!r}")

    def _value(self):
        kind, text, at = self._take()
        if kind == "text":
            return unescape(text[1:-1])
        if kind == "raw":
            return text[text.index('"') + 1 : text.rindex('"')]
        if kind == "number":
            return int(text, 0) if re.fullmatch(r"[-+]?(0x[0-9A-Fa-f]+|\d+)", text) else float(text.replace("_", ""))
        if kind == "name":
            if text in ("true", "false"):
                return text == "true"
            return self._struct(text) if self._peek() == "(" else Struct(text)
        if text == "(":
            self._next -= 1
            return self._struct("")
        if text == "[":
            return self._list("]")
        if text == "{":
            return self._map()
        line = self._source.count("\n", 0, at) + 1
        raise ValueError(f"line {line}: expected a value, found {text or 'the end'!r}")

    def _list(self, end: str) -> list:
        items = []
        while self._peek() != end:
            items.append(self._value())
            if self._peek() != end:
                self._expect(",")
        self._expect(end)
        return items

    def _map(self) -> dict:
        items = {}
        while self._peek() != "}":
            key = self._value()
            self._expect(":")
            items[key] = self._value()
            if self._peek() != "}":
                self._expect(",")
        self._expect("}")
        return items

    def _struct(self, name: str) -> Struct:
        self._expect("(")
        result = Struct(name)
        while self._peek() != ")":
            kind, text, _ = self._tokens[self._next]
            if kind == "name" and self._tokens[self._next + 1][1] == ":":
                self._next += 2
                result.fields[text] = self._value()
            else:
                result.values.append(self._value())
            if self._peek() != ")":
                self._expect(",")
        self._expect(")")
        return result


def unescape(text: str) -> str:
    """Return what a quoted text stands for."""

    def one(match: re.Match) -> str:
        if match.group(1):
            return chr(int(match.group(1), 16))
        if match.group(2):
            return ""  # a backslash at the end of a line joins it with the next
        return ESCAPES.get(match.group(3), match.group(3))

    return re.sub(r"\\(?:u\{([0-9A-Fa-f]+)\}|(\n\s*)|(.))", one, text, flags=re.DOTALL)


def quote(text: str) -> str:
    """Return `text` as a RON text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
