"""Every floor rests only on the floors below it, and the contract that says so would notice a breach."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import iapcore

pytest.importorskip("importlinter", reason="import-linter comes with the extra `check`")

CONFIG = Path(__file__).parents[2] / "pyproject.toml"
PACKAGE = Path(iapcore.__file__).parent
LAYERS, PURE = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
FLOORS = [floor.split(" | ") for floor in LAYERS["layers"]]

# One process for all of them: it plants a line in one file of the copy, lints, and puts the file back.
LINT_EACH = """
import contextlib, io, json, pathlib, sys
from importlinter.cli import lint_imports

config, plants = json.load(sys.stdin)
reports = []
for name, text in plants:
    file = pathlib.Path("iapcore", name)
    before = file.read_text(encoding="utf-8") if file.exists() else None
    file.write_text((before or "") + text, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = lint_imports(config, no_cache=True, no_logo=True)
    reports.append([status, out.getvalue()])
    file.unlink() if before is None else file.write_text(before, encoding="utf-8")
json.dump(reports, sys.stdout)
"""


def lint(scratch: Path, *plants: tuple[str, str]) -> list[tuple[int, str]]:
    shutil.copytree(PACKAGE, scratch / "iapcore", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-c", LINT_EACH],
        input=json.dumps([str(CONFIG), plants]),
        cwd=scratch,
        env={**os.environ, "COLUMNS": "200"},  # so that no line of a report is folded
        capture_output=True,
        text=True,
        check=True,
    )
    return [(status, report) for status, report in json.loads(done.stdout)]


def plant(floor: str, line: str) -> list[tuple[str, str]]:
    """The line in a module of that floor: once at the top level, once inside a function."""
    name = f"{floor}/planted.py" if (PACKAGE / floor).is_dir() else f"{floor}.py"
    return [(name, f"\n{line}\n"), (name, f"\ndef planted():\n    {line}\n")]


def test_the_house_stands(tmp_path: Path) -> None:
    [(status, report)] = lint(tmp_path, ("__init__.py", ""))
    assert status == 0, report
    assert "2 kept, 0 broken" in report


def test_the_contracts_cover_the_house() -> None:
    named = {name for floor in FLOORS for name in floor}
    there = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert there - {"__init__"} == named
    below_tables = {name for floor in FLOORS[FLOORS.index(["tables"]) + 1 :] for name in floor}
    assert {module.removeprefix("iapcore.") for module in PURE["source_modules"]} == below_tables


def test_an_import_upwards_or_sideways_is_found(tmp_path: Path) -> None:
    upwards = [
        (lower, upper)
        for above, below in itertools.combinations(FLOORS, 2)
        for lower, upper in itertools.product(below, above)
    ]
    sideways = [pair for floor in FLOORS for pair in itertools.permutations(floor, 2)]
    plants = [
        (importer, imported, *planted)
        for importer, imported in upwards + sideways
        for planted in plant(importer, f"import iapcore.{imported}")
    ]
    reports = lint(tmp_path, *[(name, text) for _, _, name, text in plants])
    for (importer, imported, _, text), (status, report) in zip(plants, reports, strict=True):
        assert status == 1, f"{importer} may import {imported}: {text}"
        assert f"{LAYERS['name']} BROKEN" in report
        assert f"iapcore.{importer} is not allowed to import iapcore.{imported}" in report


def test_a_way_round_is_found(tmp_path: Path) -> None:
    plants = [
        ("record/planted.py", "from iapcore import check_eligibility\n"),
        ("helpers.py", ""),
        *[planted for floor in ("errors", "measures") for planted in plant(floor, "import json")],
        *plant("decisions", "from importlib.resources import files"),
    ]
    face, unlisted, *impure = lint(tmp_path, *plants)
    assert face[0] == unlisted[0] == 1
    assert f"{LAYERS['name']} BROKEN" in face[1]
    assert "- iapcore.helpers" in unlisted[1]
    for status, report in impure:
        assert status == 1
        assert f"{PURE['name']} BROKEN" in report
