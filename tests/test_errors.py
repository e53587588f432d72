"""The few things that can go wrong, and how they are told."""

import ast
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iapcore
from iapcore.errors import (
    IapError,
    InvalidRecordError,
    OutOfScopeError,
    Problem,
    ProblemKind,
    UnknownCodeError,
)

steps = st.sampled_from(["pupil", "placements[0]", "[3]", "planned", "marks.events[12]"])


def a_problem(path: str, remedy: str = "Correct it.") -> Problem:
    return Problem(path=path, kind=ProblemKind.CONTRADICTION, remedy=remedy)


@pytest.mark.parametrize(
    ("prefix", "path", "whole"),
    [
        ("placements[0]", "planned.end", "placements[0].planned.end"),
        ("journeys", "[2].pupil", "journeys[2].pupil"),
        ("", "planned", "planned"),
        ("planned", "", "planned"),
        ("", "", ""),
    ],
)
def test_a_path_grows_at_the_top(prefix: str, path: str, whole: str) -> None:
    assert a_problem(path).below(prefix) == a_problem(whole)


@given(st.lists(steps, min_size=1, max_size=4))
def test_climbing_step_by_step_is_climbing_at_once(path: list[str]) -> None:
    climbed = a_problem("")
    for step in reversed(path):
        climbed = climbed.below(step)
    assert climbed.path == ".".join(path).replace(".[", "[")
    assert climbed.below("") == climbed


def test_a_problem_of_the_whole_has_no_colon() -> None:
    assert str(a_problem("", "Give a name.")) == "Give a name."
    assert str(a_problem("name", "Give it.")) == "name: Give it."


def test_each_problem_stands_on_a_line_of_its_own() -> None:
    error = InvalidRecordError(a_problem("one"), a_problem("two"))
    assert str(error) == "2 problems.\n  one: Correct it.\n  two: Correct it."
    assert [problem.path for problem in error.problems] == ["one", "two"]


@pytest.mark.parametrize(("count", "left"), [(20, None), (21, 1), (500, 480)])
def test_a_long_list_is_cut_in_the_message_and_whole_in_the_error(count: int, left: int | None) -> None:
    error = InvalidRecordError(*(a_problem(f"events[{position}]") for position in range(count)))
    lines = str(error).splitlines()
    assert lines[0] == f"{count} problems."
    assert lines[20] == "  events[19]: Correct it."
    assert lines[21:] == ([] if left is None else [f"  … and {left} more in .problems"])
    assert len(error.problems) == count


def test_an_error_survives_pickling() -> None:
    """Worker processes hand errors on: the problems must come through."""
    error = InvalidRecordError(a_problem("one"), a_problem("two"))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.problems, str(again)) == (InvalidRecordError, error.problems, str(error))


@pytest.mark.parametrize(
    ("error", "is_for_the_sender"),
    [(InvalidRecordError, True), (UnknownCodeError, True), (OutOfScopeError, False)],
)
def test_what_the_sender_can_mend_is_a_value_error(error: type[IapError], *, is_for_the_sender: bool) -> None:
    """A web framework answers a `ValueError` with 422; a day without guidance is nobody's mistake."""
    assert issubclass(error, IapError)
    assert issubclass(error, ValueError) is is_for_the_sender


def test_every_error_and_every_kind_of_problem_is_in_use() -> None:
    """What nothing raises is deleted."""
    used = set()
    for path in Path(iapcore.__file__).parent.rglob("*.py"):
        if path.name != "errors.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    used.add(node.func.id)
                if isinstance(node, ast.Attribute):
                    used.add(node.attr)
    assert {"InvalidRecordError", "UnknownCodeError", "OutOfScopeError"} <= used
    assert {kind.name for kind in ProblemKind} <= used
