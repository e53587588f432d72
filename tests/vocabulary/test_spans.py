"""Runs of days, against brute force over the days themselves."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.spans import DateSpan, in_order, parse_day

FIRST = date(2026, 9, 1)
LAST = FIRST + timedelta(days=20)
FAR = LAST + timedelta(days=20)
"""Spans begin and end by `LAST`, so up to `FAR` an open span differs from every closed one."""
days = st.dates(FIRST, LAST)


@st.composite
def spans(draw: st.DrawFn) -> DateSpan:
    start, end = sorted((draw(days), draw(days)))
    return DateSpan(start, draw(st.sampled_from((end, None))))


def brute(span: DateSpan) -> set[date]:
    """The days of a span up to `FAR`, found without asking it."""
    number = (FAR - FIRST).days
    all_of_them = (FIRST + timedelta(days=offset) for offset in range(number))
    return {day for day in all_of_them if span.start <= day and (span.end is None or day <= span.end)}


@given(spans())
def test_the_days_of_a_span(span: DateSpan) -> None:
    if span.end is None:
        assert list(islice(span.days(), 3)) == [span.start + timedelta(days=days) for days in range(3)]
    else:
        assert list(span.days()) == sorted(brute(span))


@given(spans(), st.dates(FIRST, FAR - timedelta(days=1)))
def test_a_day_is_in_a_span(span: DateSpan, day: date) -> None:
    assert (day in span) is (day in brute(span))


@given(spans(), spans())
def test_covering_is_holding_every_day(one: DateSpan, other: DateSpan) -> None:
    assert one.covers(other) is (brute(other) <= brute(one))


@given(spans(), spans())
def test_overlapping_is_sharing_a_day(one: DateSpan, other: DateSpan) -> None:
    assert one.overlaps(other) is bool(brute(one) & brute(other))
    assert one.overlaps(other) is other.overlaps(one)


@given(spans(), st.dates(FIRST - timedelta(days=3), LAST))
def test_until_cuts_off_what_comes_later(span: DateSpan, day: date) -> None:
    left = {one for one in brute(span) if one <= day}
    cut = span.until(day)
    assert (brute(cut) if cut else set()) == left
    assert cut is None or cut.end is not None


@given(spans(), days, days)
def test_cutting_twice_is_cutting_at_the_earlier_day(span: DateSpan, one: date, other: date) -> None:
    cut = span.until(one)
    assert (cut and cut.until(other)) == span.until(min(one, other))


@given(st.from_type(DateSpan))
def test_parse_is_the_inverse_of_format(span: DateSpan) -> None:
    assert DateSpan.parse(span.format()) == span
    assert span.format() in repr(span)


@given(st.dates())
def test_a_day_is_written_one_way(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20261102",
        "2026-11-2",
        "2026-W45-1",
        "2026-11-31",
        "2026-02-29",
        "0000-01-01",
        "2026-11-02T00:00",
        " 2026-11-02",
        "2026-11-02\n",
        "02/11/2026",
        "\u0662026-11-02",
    ],
)
def test_any_other_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        parse_day(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", ProblemKind.NOT_A_DATE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-11-02", ProblemKind.MALFORMED),
        ("2026-11-02/2026-12-11", ProblemKind.MALFORMED),
        ("", ProblemKind.MALFORMED),
        ("..2026-12-11", ProblemKind.NOT_A_DATE),
        ("2026-11-02...", ProblemKind.NOT_A_DATE),
        ("2026-11-02..2026-12-11..", ProblemKind.NOT_A_DATE),
        ("2026-12-11..2026-11-02", ProblemKind.OUT_OF_ORDER),
    ],
)
def test_any_other_span_is_refused(text: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        DateSpan.parse(text)
    assert [problem.kind for problem in caught.value.problems] == [kind]


def test_one_day_is_a_span_and_the_end_may_not_come_first() -> None:
    assert list(DateSpan(FIRST, FIRST).days()) == [FIRST]
    with pytest.raises(InvalidRecordError) as caught:
        DateSpan(LAST, FIRST)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("end", ProblemKind.OUT_OF_ORDER)


def test_the_last_day_of_all_is_no_end() -> None:
    """Registers write 9999-12-31 where they mean *open*: that is said, and not counted with."""
    with pytest.raises(InvalidRecordError, match="leave an open end out"):
        DateSpan(date(2026, 9, 1), date.max)


def test_an_open_span_runs_on() -> None:
    days = DateSpan(date(2199, 12, 30)).days()
    assert next(days) == date(2199, 12, 30)


@pytest.mark.parametrize("wrong", [datetime(2026, 9, 1, tzinfo=UTC), "2026-09-01", 20260901, None])
def test_a_span_takes_plain_days_only(wrong: object) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        DateSpan(wrong)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("start", ProblemKind.WRONG_TYPE)


# Days in order


@pytest.mark.parametrize(
    "offsets", [{}, {"one": None}, {"one": 3}, {"one": 3, "two": 3}, {"one": 3, "two": None, "three": 4}]
)
def test_days_may_be_left_out_and_may_be_one_day(offsets: dict[str, int | None]) -> None:
    in_order(**{name: offset and FIRST + timedelta(days=offset) for name, offset in offsets.items()})


@pytest.mark.parametrize(
    ("offsets", "told"),
    [
        ({"one": 2, "two": 1}, [("two", "one")]),
        ({"one": 2, "two": None, "three": 1}, [("three", "one")]),
        ({"one": 3, "two": 2, "three": 1}, [("two", "one"), ("three", "two")]),
        ({"one": 1, "two": 3, "three": 2}, [("three", "two")]),
        ({"two": 2, "one": 1}, [("one", "two")]),
    ],
)
def test_a_day_before_the_one_that_is_named_before_it_is_told(
    offsets: dict[str, int | None], told: list[tuple[str, str]]
) -> None:
    """The order is that of the names as they are given, and not that of the alphabet."""
    with pytest.raises(InvalidRecordError) as caught:
        in_order(**{name: offset and FIRST + timedelta(days=offset) for name, offset in offsets.items()})
    assert [(problem.path, problem.kind, problem.remedy) for problem in caught.value.problems] == [
        (name, ProblemKind.OUT_OF_ORDER, f"It lies before {earlier}: look the two days up again.")
        for name, earlier in told
    ]


@given(st.lists(st.none() | days, max_size=5))
def test_days_are_in_order_when_sorting_them_changes_nothing(given_: list[date | None]) -> None:
    names = {f"day_{position}": day for position, day in enumerate(given_)}
    known = [day for day in given_ if day is not None]
    if sorted(known) == known:
        in_order(**names)
        return
    with pytest.raises(InvalidRecordError) as caught:
        in_order(**names)
    assert len(caught.value.problems) == sum(later < first for first, later in pairwise(known))


@given(spans())
def test_a_year_earlier_has_as_many_days_on_the_same_days_of_the_week(span: DateSpan) -> None:
    earlier = span.a_year_earlier()
    assert earlier.start.weekday() == span.start.weekday()
    assert abs((earlier.start.replace(year=earlier.start.year + 1) - span.start).days) <= 2
    assert (earlier.end is None) is (span.end is None)
    if span.end is not None and earlier.end is not None:
        assert span.end - earlier.end == span.start - earlier.start
