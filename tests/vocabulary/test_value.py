"""What every value has in common: it shows its shape alone."""

from datetime import date

import pytest
from attrs import evolve, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Discreet, stop_if_any

TODAY = date(2026, 11, 20)


@frozen(kw_only=True, repr=False)
class Note(Discreet):
    """A value with a field of each sort, needed and not."""

    day: date
    words: str
    parts: tuple[str, ...]
    span: DateSpan | None = None
    later: date | None = None
    more: str | None = None
    others: tuple[str, ...] | None = None
    none_yet: tuple[str, ...] = ()


NOTE = Note(day=TODAY, words="one", parts=("two", "three"))


def test_a_repr_shows_type_spans_and_counts() -> None:
    assert repr(NOTE) == "‹Note parts=2 none_yet=0›"
    fuller = evolve(NOTE, span=DateSpan(TODAY), more="four", others=(), later=TODAY)
    assert repr(fuller) == "‹Note parts=2 span=2026-11-20.. others=0 none_yet=0›"
    assert str(fuller) == f"{fuller}" == repr(fuller)


def test_no_problem_is_no_error() -> None:
    stop_if_any(())
    problem = Problem(path="a", kind=ProblemKind.MALFORMED, remedy="Mend it.")
    with pytest.raises(InvalidRecordError) as caught:
        stop_if_any(iter([problem, problem]))
    assert caught.value.problems == (problem, problem)
