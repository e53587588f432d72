"""What every value has in common: it is checked when made, and shows its shape alone."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve, field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import (
    LONGEST_TEXT,
    Discreet,
    a_tuple,
    plain_date,
    some_text,
    stop_if_any,
)

TODAY = date(2026, 11, 20)


@frozen(kw_only=True, repr=False)
class Note(Discreet):
    """A value with a field of each sort, needed and not."""

    day: date = field(validator=plain_date)
    words: str = field(validator=some_text)
    parts: tuple[str, ...] = field(validator=a_tuple)
    span: DateSpan | None = None
    later: date | None = field(default=None, validator=plain_date)
    more: str | None = field(default=None, validator=some_text)
    others: tuple[str, ...] | None = field(default=None, validator=a_tuple)
    none_yet: tuple[str, ...] = field(default=(), validator=a_tuple)


NOTE = Note(day=TODAY, words="one", parts=("two", "three"))


def problem_of(**wrong: object) -> Problem:
    with pytest.raises(InvalidRecordError) as caught:
        evolve(NOTE, **wrong)
    [problem] = caught.value.problems
    return problem


def test_a_repr_shows_type_spans_and_counts() -> None:
    assert repr(NOTE) == "‹Note parts=2 none_yet=0›"
    fuller = evolve(NOTE, span=DateSpan(TODAY), more="four", others=(), later=TODAY)
    assert repr(fuller) == "‹Note parts=2 span=2026-11-20.. others=0 none_yet=0›"
    assert str(fuller) == f"{fuller}" == repr(fuller)


@pytest.mark.parametrize("name", ["day", "later"])
@pytest.mark.parametrize("wrong", [datetime(2026, 11, 20, 9, tzinfo=UTC), "2026-11-20", 0])
def test_a_day_is_a_plain_date(name: str, wrong: object) -> None:
    """Data frames and databases hand out date-times; one among dates breaks every comparison later."""
    problem = problem_of(**{name: wrong})
    assert (problem.path, problem.kind) == (name, ProblemKind.WRONG_TYPE)
    assert ".date()" in problem.remedy


@pytest.mark.parametrize("name", ["parts", "others", "none_yet"])
@pytest.mark.parametrize("wrong", [["two"], {"two"}, "two", iter(())])
def test_a_collection_is_a_tuple(name: str, wrong: object) -> None:
    problem = problem_of(**{name: wrong})
    assert (problem.path, problem.kind) == (name, ProblemKind.WRONG_TYPE)


@pytest.mark.parametrize("name", ["words", "more"])
@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (7, ProblemKind.WRONG_TYPE),
        (b"one", ProblemKind.WRONG_TYPE),
        ("", ProblemKind.MALFORMED),
        (" \n\t", ProblemKind.MALFORMED),
        ("a\x00b", ProblemKind.MALFORMED),
        ("a\x1bb", ProblemKind.MALFORMED),
        ("a\x7fb", ProblemKind.MALFORMED),
        ("a\ud800b", ProblemKind.MALFORMED),
        ("x" * (LONGEST_TEXT + 1), ProblemKind.MALFORMED),
    ],
)
def test_text_is_sane(name: str, wrong: object, kind: ProblemKind) -> None:
    problem = problem_of(**{name: wrong})
    assert (problem.path, problem.kind) == (name, kind)


@pytest.mark.parametrize("right", ["x", "x" * LONGEST_TEXT, "two\nlines\tand a tab", "Zoë 🙂", "  a"])
def test_any_other_text_is_kept_as_it_is(right: str) -> None:
    assert evolve(NOTE, words=right).words == right


@pytest.mark.parametrize(
    ("name", "is_needed"),
    [
        ("day", True),
        ("words", True),
        ("parts", True),
        ("none_yet", True),
        ("later", False),
        ("more", False),
        ("others", False),
    ],
)
def test_nothing_may_stand_only_where_it_means_not_recorded(name: str, *, is_needed: bool) -> None:
    """`None` is *not recorded*; a day that must be there, a key or a list of lessons cannot be that."""
    if is_needed:
        assert problem_of(**{name: None}).kind is ProblemKind.WRONG_TYPE
        assert "None" not in problem_of(**{name: None}).remedy
    else:
        assert getattr(evolve(NOTE, **{name: None}), name) is None


def test_the_remedy_offers_none_where_it_is_right() -> None:
    assert problem_of(others=[]).remedy == "Give a tuple, or None where nothing was recorded."


def test_a_message_is_not_chained_to_another() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        evolve(NOTE, words=7)
    assert caught.value.__suppress_context__


def test_no_problem_is_no_error() -> None:
    stop_if_any(())
    problem = Problem(path="a", kind=ProblemKind.MALFORMED, remedy="Mend it.")
    with pytest.raises(InvalidRecordError) as caught:
        stop_if_any(iter([problem, problem]))
    assert caught.value.problems == (problem, problem)
