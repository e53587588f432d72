"""Spans, terms and calendars of some school."""

from datetime import date, timedelta
from itertools import accumulate

from hypothesis import strategies as st

from iapcore.strategies.choices import DAY, DAYS, LAST, TEXTS, made, several
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan

__all__ = ["calendars", "spans", "terms"]


def spans() -> st.SearchStrategy[DateSpan]:
    """Spans of up to a year or so, with an end or without."""
    return made(_span, DAYS, st.none() | st.integers(0, 400))


def _span(start: date, length: int | None) -> DateSpan:
    return DateSpan(start, None if length is None else min(start + length * DAY, LAST))


def terms() -> st.SearchStrategy[Term]:
    """Terms of any length, with a half-term or without."""
    return made(_term, DAYS, *_shape())


def _shape() -> tuple[
    st.SearchStrategy[int], st.SearchStrategy[tuple[int, int] | None], st.SearchStrategy[str | None]
]:
    return (
        st.integers(0, 120),
        st.none() | st.tuples(st.integers(0, 100), st.integers(0, 14)),
        st.none() | TEXTS,
    )


def _term(start: date, length: int, half_term: tuple[int, int] | None, name: str | None) -> Term:
    """A term of at least three days, so that it has room for a half-term."""
    end = start + (length + 2) * DAY
    if half_term is None:
        return Term(DateSpan(start, end), name=name)
    first = start + (1 + half_term[0] % (length + 1)) * DAY
    return Term(DateSpan(start, end), DateSpan(first, min(first + half_term[1] * DAY, end - DAY)), name)


def calendars() -> st.SearchStrategy[SchoolCalendar]:
    """Calendars of up to three terms."""
    one = st.tuples(st.integers(1, 60), *_shape())
    weeks = st.none() | several(st.integers(0, 5))
    drawn = st.tuples(one) | st.tuples(one, one) | st.tuples(one, one, one)
    return made(_calendar, TEXTS, DAYS, drawn, st.tuples(several(DAYS), several(DAYS)), weeks)


def _calendar(
    key: str,
    first: date,
    drawn: tuple[tuple[int, int, tuple[int, int] | None, str | None], ...],
    away: tuple[tuple[date, ...], tuple[date, ...]],
    weeks: tuple[int, ...] | None,
) -> SchoolCalendar:
    starts = accumulate((length + 2 + gap for gap, length, _, _ in drawn), initial=0)
    found = tuple(
        _term(first + start * DAY, length, half_term, name)
        for start, (_, length, half_term, name) in zip(starts, drawn, strict=False)
    )
    edges = [edge for term in found for edge in (term.span.start, term.span.end or term.span.start)]
    return SchoolCalendar(
        key=key,
        terms=found,
        inset_days=away[0],
        closed=away[1],
        second_weeks=None if weeks is None else tuple(_monday(edges[place % len(edges)]) for place in weeks),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
