r"""The face: what stands in `iapcore` itself, said three times and equal, and loaded when first used.

`face.txt` holds the promise. To change it on purpose:
python -c 'import iapcore; print(*iapcore.__all__, sep="\n")' > tests/house/face.txt
"""

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import iapcore

IN_THEIR_ROOMS = {
    "CareHistory",
    "EnglishProficiency",
    "Ethnicity",
    "FreeSchoolMeals",
    "KinshipCare",
    "Language",
    "NoUpnReason",
    "ProposedTier",
    "PupilPremium",
    "ServiceChild",
    "YoungCarer",
}
SNAPSHOT = Path(__file__).with_name("face.txt")


def for_type_checkers() -> dict[str, str]:
    """The names imported under `if TYPE_CHECKING:`, each with its module."""
    tree = ast.parse(Path(iapcore.__file__).read_text(encoding="utf-8"))
    [block] = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]
    homes = {}
    for line in block.body:
        assert isinstance(line, ast.ImportFrom)
        for name in line.names:
            assert name.name == name.asname, f"write `{name.name} as {name.name}`, or it is not re-exported"
            homes[name.name] = line.module
    return homes


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_face_is_said_three_times_alike() -> None:
    when_used = {name: f"iapcore.{room}" for room, names in iapcore._ROOMS.items() for name in names}
    assert when_used == for_type_checkers()
    assert list(when_used) == iapcore.__all__


def test_the_face_is_as_promised() -> None:
    assert iapcore.__all__ == SNAPSHOT.read_text(encoding="utf-8").split()


def test_no_name_twice() -> None:
    assert len(set(iapcore.__all__)) == len(iapcore.__all__)


def test_every_name_loads_from_its_home() -> None:
    for name, module in for_type_checkers().items():
        home = importlib.import_module(module)
        assert getattr(iapcore, name) is getattr(home, name)
        assert name in home.__all__


def held_by(hint: Any, found: set[type]) -> set[type]:
    """The classes of records and words that a value of that type may hold, at any depth."""
    for part in (hint, *get_args(hint)):
        if isinstance(part, type) and part not in found and part.__module__.startswith("iapcore."):
            found.add(part)
            inner = get_type_hints(part).values() if attrs.has(part) else ()
            for one in inner:
                held_by(one, found)
        elif part is not hint:
            held_by(part, found)
    return found


def test_a_whole_journey_can_be_written_from_the_face() -> None:
    """All but the words of the census and the numbers that few keep: see the decision record 0009."""
    not_there = {kind.__name__ for kind in held_by(iapcore.Journey, set())} - set(iapcore.__all__)
    assert not_there == IN_THEIR_ROOMS


def test_dir_lists_the_face() -> None:
    assert set(iapcore.__all__) <= set(dir(iapcore))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Jurney"):
        iapcore.Jurney  # noqa: B018


def test_importing_the_face_imports_nothing_heavy() -> None:
    seen = "import iapcore, sys; print(sorted({'attr', 'attrs', 'cattrs', 'dateutil'} & set(sys.modules)))"
    assert run(seen) == "[]"


def test_judging_needs_no_converter() -> None:
    seen = "from iapcore import Journey, check_eligibility; import sys; print('cattrs' in sys.modules)"
    assert run(seen) == "False"
