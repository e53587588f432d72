"""In `decisions/` and `measures/` only 0 and 1 stand bare: every other number is guidance's or the school's."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import iapcore

PACKAGE: Final = Path(iapcore.__file__).parent
FLOORS: Final = ("decisions", "measures")
MODULES: Final = sorted(path for floor in FLOORS for path in (PACKAGE / floor).rglob("*.py"))
BARE: Final = (0, 1)
NUMBERS: Final = {"Decimal", "Fraction", "complex", "float", "int"}


def numbers(tree: ast.Module) -> Iterator[str]:
    """The numbers of a module, constants of it among them; not what strings hold, unless a number is made of it."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() | complex() as value) if value not in BARE:
                yield f"line {node.lineno}: {value}"
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str()), *_]
            ):
                if name in NUMBERS:
                    yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_module_holds_no_number_of_its_own(path: Path) -> None:
    assert list(numbers(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_the_modules_are_found() -> None:
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} == set(FLOORS)
    assert {"progress.py", "returns.py"} <= {path.name for path in MODULES}


@pytest.mark.parametrize(
    "line",
    [
        "WEEKS: Final = 6",
        "if share > 0.9: ...",
        "def f(least=20): ...",
        "timedelta(days=-7)",
        "Fraction('9/10')",
        "fractions.Fraction('1/2')",
        "int('6')",
        "first = days[2]",
        "match weeks:\n    case 3: ...",
        "f'{weeks + 2}'",
        "big = 1_000",
        "turned = 2j",
    ],
)
def test_a_number_would_be_found(line: str) -> None:
    assert list(numbers(ast.parse(line)))


def test_what_is_no_number_is_left_alone() -> None:
    tree = ast.parse(
        '"""Case study 2, 6 weeks."""\n'
        "first, last, none = days[0], days[-1], not True\n"
        'key = "ELIG-11"\n'
        'text = f"{share:.2f} of 100"\n'
        "step = Fraction(1, len(days))\n"
        'code = str("6")\n'
    )
    assert list(numbers(tree)) == []
