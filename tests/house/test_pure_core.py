"""Nothing reads the clock, and nothing below `tables` knows a file, a format, the log or chance."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import iapcore

PACKAGE = Path(iapcore.__file__).parent
PURE_FLOORS = ("errors", "vocabulary", "record", "guidance", "decisions", "measures")
IMPURE = {
    "cattrs",
    "csv",
    "importlib",
    "io",
    "json",
    "logging",
    "os",
    "pathlib",
    "random",
    "time",
    "tomllib",
}
DOORS = {"__import__", "input", "open"}
CLOCKS = {"now", "today", "utcnow"}


def imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name.partition(".")[0] for name in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module.partition(".")[0]]
    return []


def clocks(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if "time" in imported(node):
            yield f"line {node.lineno}: imports time"
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            yield f"line {node.lineno}: reads the clock with .{node.attr}"


def doors(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        for name in IMPURE.intersection(imported(node)):
            yield f"line {node.lineno}: imports {name}"
        if isinstance(node, ast.Name) and node.id in DOORS:
            yield f"line {node.lineno}: uses {node.id}"


def modules(*floors: str) -> list[object]:
    paths = sorted(PACKAGE.rglob("*.py"))
    names = [path.relative_to(PACKAGE) for path in paths]
    return [
        pytest.param(path, id=str(name))
        for path, name in zip(paths, names, strict=True)
        if not floors or name.with_suffix("").parts[0] in floors
    ]


@pytest.mark.parametrize("path", modules())
def test_no_module_reads_the_clock(path: Path) -> None:
    assert list(clocks(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", modules(*PURE_FLOORS))
def test_the_lower_floors_are_pure(path: Path) -> None:
    assert list(doors(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        "day = date.today()",
        "def f(on=datetime.date.today): ...",
        "def f():\n    return datetime.now(tz=UTC)",
        "import time as clock",
        "def f():\n    from time import monotonic",
    ],
)
def test_a_clock_would_be_found(line: str) -> None:
    assert list(clocks(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "import json",
        "import os.path",
        "def f():\n    from importlib.resources import files",
        "class A:\n    import random",
        "if TYPE_CHECKING:\n    from cattrs import Converter",
        "text = open(name).read()",
        "__import__('csv')",
    ],
)
def test_a_door_would_be_found(line: str) -> None:
    assert list(doors(ast.parse(line)))


def test_plain_code_is_left_alone() -> None:
    tree = ast.parse(
        "from datetime import date, time\nimport iapcore.record\nweek = date.fromisoformat(text)"
    )
    assert [*clocks(tree), *doors(tree)] == []
