"""No foreign library is imported until somebody uses it: three are ours, strategies need a fourth, and one may help."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import iapcore

PACKAGE = Path(iapcore.__file__).parent
NEEDED = {"attr", "attrs", "cattrs", "dateutil", "iapcore"}
FOREIGN = {
    "django",
    "duckdb",
    "fastapi",
    "IPython",
    "msgspec",
    "narwhals",
    "numpy",
    "orjson",
    "pandas",
    "polars",
    "pyarrow",
    "pydantic",
    "pydantic_core",
    "sqlalchemy",
    "starlette",
}
"""What this library can be embedded in."""

LOAD_ALL = """
import pkgutil, sys
from importlib import import_module
import iapcore

for name in iapcore.__all__:
    getattr(iapcore, name)
passed_over = ("iapcore.__main__", "iapcore.strategies", "iapcore.exchange.quick")
for module in pkgutil.walk_packages(iapcore.__path__, "iapcore."):
    if not module.name.startswith(passed_over):
        import_module(module.name)
iapcore.unstructure(iapcore.Journey(pupil=iapcore.Pupil(id=iapcore.PupilId("elm-01"))))
iapcore.Picture(svg="<svg/>", words="Nothing")._repr_svg_()
iapcore.AsJson()
print(*sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def foreign(tree: ast.AST, *, later: bool = False) -> Iterator[tuple[str, bool]]:
    """The libraries that a module imports, and whether it does so later, inside a function."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import(names=names):
                found = {name.name.partition(".")[0] for name in names}
            case ast.ImportFrom(module=str(module)):
                found = {module.partition(".")[0]}
            case _:
                found = set()
        yield from ((name, later) for name in found - NEEDED - sys.stdlib_module_names)
        yield from foreign(node, later=later or isinstance(node, ast.FunctionDef))


def test_a_module_loads_what_the_library_needs_and_one_asks_for_more_when_it_is_used() -> None:
    found = {
        (path.relative_to(PACKAGE).parts[0], *one)
        for path in PACKAGE.rglob("*.py")
        for one in foreign(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == {
        ("strategies", "hypothesis", False),
        ("exchange", "pydantic_core", True),
        ("exchange", "msgspec", False),  # in the quick pass, which is itself loaded when a file is read
    }


def test_everything_is_loaded_without_any_of_them() -> None:
    command = [sys.executable, "-c", LOAD_ALL, *FOREIGN]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pandas as pd", [("pandas", False)]),
        ("class A:\n    from polars import col", [("polars", False)]),
        ("if TYPE_CHECKING:\n    import msgspec", [("msgspec", False)]),
        ("def f():\n    with g():\n        import duckdb.typing", [("duckdb", True)]),
        ("import json\nfrom attrs import frozen\nfrom iapcore import Journey", []),
    ],
)
def test_an_import_would_be_found(source: str, found: list[tuple[str, bool]]) -> None:
    assert list(foreign(ast.parse(source))) == found
