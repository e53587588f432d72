"""What a schema lists: each key of a class, and each code of a closed list."""

from typing import Any, TypeAlias

Shape = dict[str, Any]
Mark: TypeAlias = tuple[str, str]
"""The name of a class or a list, with one of its keys or codes."""


def marks_of(schema: Shape) -> set[Mark]:
    """All that a schema lists."""
    return {
        (name, str(mark))
        for name, shape in schema["$defs"].items()
        for mark in (*shape.get("properties", ()), *shape.get("enum", ()))
    }


def marks_in(document: Any, schema: Shape) -> set[Mark]:
    """What stands in a document of that schema."""
    found: set[Mark] = set()
    _look(document, schema, "", schema["$defs"], found)
    return found


def _look(value: Any, shape: Shape, name: str, held: dict[str, Shape], found: set[Mark]) -> None:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        shape = held[name]
    for one in shape.get("anyOf", ()):
        _look(value, one, name, held, found)
    if isinstance(value, str) and value in shape.get("enum", ()):
        found.add((name, value))
    if isinstance(value, dict):
        for key in value.keys() & shape.get("properties", {}).keys():
            found.add((name, key))
            _look(value[key], shape["properties"][key], name, held, found)
    if isinstance(value, list):
        kinds = shape.get("prefixItems") or [shape.get("items") or {}] * len(value)
        for item, kind in zip(value, kinds, strict=False):
            _look(item, kind, name, held, found)
