"""Documents drawn from a schema, and documents of ours with something changed in them.

They are made from a seed: what a document shrinks to matters less here than that many of them are made.
"""

import copy
import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

Shape = dict[str, Any]
_DEEP: Final = 6
_WORDS: Final = [
    *(
        "2026-11-02",
        "2026-11-09",
        "2026-12-11",
        "1/2",
        "9/10",
        "Mon:1",
        "1Fri:am",
        "2Wed:12",
        "1",
        "12",
        "am",
        "09:05",
    ),
    *("H801200001001", "4982597919", "123456", "8012000", "ENG", "zq7", "our_scale", "total"),
]
_PLANTED: Final[list[Any]] = [
    *(None, True, False, 0, 1, 7, -1, 3.0, 2.5, 10**13, [], ["x"], {}, {"date": "2026-11-02"}, *_WORDS),
    *(
        "2026-02-30",
        "1899-12-31",
        "20261102",
        "2026-11-02\n",
        "3/2",
        "0/1",
        "Mon:13",
        "24:00",
        "A801200001001",
    ),
    *("1234567890", "eng", "x", "", " ", "a\u0007b"),
]


def drawn_from(schema: Shape) -> st.SearchStrategy[Any]:
    """Documents that this schema takes; now and then one that it does not."""
    return st.integers(0, 2**32).map(lambda seed: document_of(schema, Random(seed)))


def document_of(schema: Shape, luck: Random) -> Any:
    """One of them."""
    return _made(schema, schema["$defs"], luck, 0)


def changed(document: Any) -> st.SearchStrategy[Any]:
    """The document with one to three things in it otherwise."""
    return st.integers(0, 2**32).map(lambda seed: _changed(copy.deepcopy(document), Random(seed)))


def _made(shape: Shape, held: dict[str, Shape], luck: Random, depth: int) -> Any:  # noqa: PLR0911
    if "$ref" in shape:
        rest = {name: value for name, value in shape.items() if name != "$ref"}
        return _made(_joined(held[shape["$ref"].rpartition("/")[2]], rest), held, luck, depth + 1)
    if "const" in shape:
        return shape["const"]
    if "enum" in shape:
        wanted = shape.get("type")
        return luck.choice(
            [one for one in shape["enum"] if not wanted or (one is None) is (wanted == "null")]
        )
    if "anyOf" in shape and "type" not in shape:
        rest = {name: value for name, value in shape.items() if name != "anyOf"}
        return _made(_joined(luck.choice(shape["anyOf"]), rest), held, luck, depth)
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    match luck.choice(kinds):
        case "null":
            return None
        case "boolean":
            return luck.random() < 0.5
        case "integer":
            return luck.randint(shape.get("minimum", -9), min(shape.get("maximum", 99), 99))
        case "string":
            pattern = re.compile(shape.get("pattern", "")[:-1] + r"\Z")
            return luck.choice([word for word in _WORDS if pattern.search(word)])
        case "array":
            return _list(shape, held, luck, depth)
        case _:
            return _object(shape, held, luck, depth)


def _list(shape: Shape, held: dict[str, Shape], luck: Random, depth: int) -> list[Any]:
    if shape.get("items") is False:
        return [_made(one, held, luck, depth) for one in shape["prefixItems"]]
    count = 0 if depth > _DEEP else luck.choice((0, 1, 1, 2, 3))
    count = min(max(count, shape.get("minItems", 0)), shape.get("maxItems", 3))
    items = [_made(shape["items"], held, luck, depth) for _ in range(count)]
    if "allOf" in shape:
        items += [one["contains"]["const"] for one in shape["allOf"]]
    return [
        one for place, one in enumerate(items) if not shape.get("uniqueItems") or one not in items[:place]
    ]


def _object(shape: Shape, held: dict[str, Shape], luck: Random, depth: int) -> dict[str, Any]:
    if "allOf" in shape:
        one = luck.choice(shape["allOf"])
        shape = _joined(_joined(shape, one["if"]), one["then"])
    if "anyOf" in shape:
        shape = _joined(shape, luck.choice(shape["anyOf"]))
    properties, required = shape.get("properties", {}), shape.get("required", ())
    share = luck.choice((0.1, 0.3, 0.8)) if depth < _DEEP else 0
    names = [name for name in properties if name in required or luck.random() < share]
    made = {name: _made(properties[name], held, luck, depth) for name in names}
    more = [name for name in required if name not in made]
    return made | {name: _made(shape["additionalProperties"], held, luck, depth) for name in more}


def _joined(one: Shape, other: Shape) -> Shape:
    """Both shapes at once, the second winning."""
    joined = {**one, **other}
    if isinstance(one.get("items"), dict) and isinstance(other.get("items"), dict):
        joined["items"] = _joined(one["items"], other["items"])
    if "properties" in one and "properties" in other:
        ours, theirs = one["properties"], other["properties"]
        joined["properties"] = {
            **ours,
            **{name: _joined(ours.get(name, {}), theirs[name]) for name in theirs},
        }
    if "required" in one and "required" in other:
        joined["required"] = [*one["required"], *other["required"]]
    if "type" in one and "type" in other and "const" not in joined:
        joined["type"] = other["type"] if isinstance(other["type"], str) else one["type"]
    return joined


def _changed(document: Any, luck: Random) -> Any:
    for _ in range(luck.choice((1, 1, 2, 3))):
        places = list(_places(document))
        parent, key = luck.choice(places)
        other, place = luck.choice(places)
        value = copy.deepcopy(luck.choice([other[place], *_PLANTED]))
        match luck.choice(("other", "other", "alike", "alike", "gone", "twice", "more")):
            case "other":
                parent[key] = value
            case "alike":
                alike = [held[at] for held, at in places if at == key]
                parent[key] = copy.deepcopy(luck.choice(alike))
            case "gone":
                del parent[key]
            case "twice" if isinstance(parent, list):
                parent.append(copy.deepcopy(parent[key]))
            case _ if isinstance(parent, dict):
                parent["zq7"] = value
            case _:
                parent.reverse()
    return document


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])
