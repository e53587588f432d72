"""What a field may hold: what its annotation says, and nothing else, however the record was made."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Generic, TypeVar

import pytest
from attrs import evolve, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.spans import DateSpan

TODAY = date(2026, 11, 20)
LONGEST_TEXT = 10_000
T = TypeVar("T")


@frozen(kw_only=True, field_transformer=shaped)
class Note(Generic[T]):
    """A value with a field of each sort, needed and not."""

    day: date
    words: str
    parts: tuple[str, ...]
    span: DateSpan | None = None
    later: date | None = None
    more: str | None = None
    others: tuple[str, ...] | None = None
    none_yet: tuple[str, ...] = ()
    count: int = 0
    flag: bool | None = None
    colour: LessonColour | DateSpan = LessonColour.GREEN
    weeks: tuple[int, int] | None = None
    pairs: tuple[tuple[str, Fraction], ...] = ()
    anything: tuple[T, ...] = ()
    quoted: "int" = 0


NOTE: Note[object] = Note(day=TODAY, words="one", parts=("two", "three"))


def problem_of(**wrong: object) -> Problem:
    with pytest.raises(InvalidRecordError) as caught:
        evolve(NOTE, **wrong)
    [problem] = caught.value.problems
    return problem


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


@pytest.mark.parametrize(
    ("name", "wrong", "path", "remedy"),
    [
        ("count", True, "count", "Give a whole number."),
        ("count", 2.0, "count", "Give a whole number."),
        ("flag", "", "flag", "Give True or False."),
        ("flag", 1, "flag", "Give True or False."),
        ("span", "2026-11-02..", "span", "Give DateSpan."),
        ("colour", "green", "colour", "Give LessonColour or DateSpan."),
        ("colour", None, "colour", "Give LessonColour or DateSpan."),
        ("parts", ("two", 3), "parts[1]", "Give text (str)."),
        ("weeks", (6,), "weeks", "Give a tuple of 2."),
        ("weeks", (6, "12"), "weeks[1]", "Give a whole number."),
        ("weeks", [6, 12], "weeks", "Give a tuple, or None where nothing was recorded."),
        ("pairs", (("a", Fraction(1)), ("b", 2)), "pairs[1][1]", "Give Fraction."),
        ("pairs", (("a", Fraction(1)), ["b", Fraction(2)]), "pairs[1]", "Give a tuple."),
    ],
)
def test_what_is_of_another_sort_is_refused_with_its_place(
    name: str, wrong: object, path: str, remedy: str
) -> None:
    problem = problem_of(**{name: wrong})
    assert (problem.path, problem.kind, problem.remedy) == (path, ProblemKind.WRONG_TYPE, remedy)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("count", -1),
        ("flag", False),
        ("colour", DateSpan(TODAY)),
        ("weeks", (6, 12)),
        ("pairs", (("a", Fraction(1)),)),
        ("anything", (1, "two", None)),
        ("quoted", "an annotation in quotation marks is not looked into"),
    ],
)
def test_what_the_annotation_says_is_taken(name: str, right: object) -> None:
    assert getattr(evolve(NOTE, **{name: right}), name) == right


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_a_day_lies_in_a_sane_year(day: date) -> None:
    assert problem_of(day=day).kind is ProblemKind.OUT_OF_RANGE


@frozen(kw_only=True, field_transformer=shaped)
class Shelf:
    """A value that holds values of a type that is filled in elsewhere."""

    note: Note[date]


@pytest.mark.parametrize(
    ("anything", "path"), [((TODAY,), None), ((), None), ((TODAY, "today"), "note.anything[1]")]
)
def test_a_filled_in_type_is_looked_into(anything: tuple[object, ...], path: str | None) -> None:
    note = evolve(NOTE, anything=anything)
    if path is None:
        assert Shelf(note=note).note == note  # type: ignore[arg-type]
    else:
        with pytest.raises(InvalidRecordError) as caught:
            Shelf(note=note)  # type: ignore[arg-type]
        assert [problem.path for problem in caught.value.problems] == [path]


@pytest.mark.parametrize("day", [None, "2026-11-02", datetime(2026, 11, 2, tzinfo=UTC)])
def test_an_argument_that_is_no_plain_day(day: object) -> None:
    with pytest.raises(InvalidRecordError, match=r"^1 problem\. on: Give a plain datetime\.date"):
        stop_unless_a_day(day)
