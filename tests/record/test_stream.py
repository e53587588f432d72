"""Streams: what did not happen is known only within the span that is complete."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.behaviour import Incident
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.record.review import Review
from iapcore.record.stream import Stream
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.spans import DateSpan

FIRST = date(2026, 9, 1)
SEASON = [FIRST + timedelta(days=offset) for offset in range(15)]
days = st.sampled_from(SEASON)


@st.composite
def closed(draw: st.DrawFn) -> DateSpan:
    return DateSpan(*sorted((draw(days), draw(days))))


@st.composite
def streams(draw: st.DrawFn) -> Stream[Incident]:
    complete = draw(closed())
    happened = draw(st.lists(st.sampled_from([day for day in SEASON if day in complete]), max_size=6))
    return Stream(complete=complete, events=tuple(Incident(day=day) for day in happened))


@given(streams(), closed())
def test_a_span_reaching_outside_is_not_known(stream: Stream[Incident], span: DateSpan) -> None:
    """Within, the answer is exactly the events of the span, none included; outside, nobody knows."""
    asked = {day for day in SEASON if day in span}
    known = {day for day in SEASON if day in stream.complete}
    expected = tuple(event for event in stream.events if event.day in asked) if asked <= known else None
    assert stream.within(span) == expected


@given(streams())
def test_a_question_without_end_is_not_known(stream: Stream[Incident]) -> None:
    assert stream.within(DateSpan(stream.complete.start)) is None
    assert stream.within(stream.complete) == stream.events


@given(streams(), days, closed())
def test_the_stream_of_an_earlier_day(stream: Stream[Incident], on: date, span: DateSpan) -> None:
    """It answers questions about days up to then as it does now, and none about later days."""
    seen = stream.as_of(on)
    if seen is None:
        assert on < stream.complete.start
    elif span.end is not None and span.end <= on:
        assert seen.within(span) == stream.within(span)
    else:
        assert seen.within(span) is None or stream.complete.covers(span)
        assert all(event.day <= on for event in seen.events)
        assert seen.complete.end is not None
        assert seen.complete.end <= on


@given(streams(), days, days)
def test_looking_back_twice(stream: Stream[Incident], one: date, other: date) -> None:
    seen = stream.as_of(one)
    assert (seen and seen.as_of(other)) == stream.as_of(min(one, other))


def test_a_stream_that_ended_before_stays_the_same() -> None:
    stream = Stream(complete=DateSpan(FIRST, FIRST), events=(Incident(day=FIRST),))
    assert stream.as_of(SEASON[5]) is stream


def test_a_stream_says_up_to_which_day_it_is_complete() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Stream(complete=DateSpan(FIRST), events=())
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("complete.end", ProblemKind.MISSING_KEY)


def test_every_event_outside_is_named() -> None:
    stream = Stream(complete=DateSpan(SEASON[1], SEASON[3]), events=())
    events = tuple(Incident(day=day) for day in SEASON[:5])
    with pytest.raises(InvalidRecordError) as caught:
        attrs.evolve(stream, events=events)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("events[0].day", ProblemKind.OUT_OF_RANGE),
        ("events[4].day", ProblemKind.OUT_OF_RANGE),
    ]


@pytest.mark.parametrize("event", ["x", None, 1])
def test_an_event_has_a_day(event: Any) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Stream(complete=DateSpan(date(2026, 9, 1), date(2026, 9, 9)), events=(event,))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("events[0]", ProblemKind.WRONG_TYPE)
    ]


def test_a_journey_looks_into_its_streams() -> None:
    """A review has a day too, and is no session mark."""
    stream = Stream(
        complete=DateSpan(date(2026, 9, 1), date(2026, 9, 9)), events=(Review(day=date(2026, 9, 2)),)
    )
    with pytest.raises(InvalidRecordError) as caught:
        Journey(pupil=Pupil(id=PupilId("p")), marks=stream)  # type: ignore[arg-type]
    assert [problem.path for problem in caught.value.problems] == ["marks.events[0]"]
