"""Sessions, counted: a rate is of the pupil's own possible sessions, and of nothing there is none."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from iapcore.record.attendance import SessionCount, SessionMark, count_sessions
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceClass, AttendanceCode, Half
from iapcore.vocabulary.spans import DateSpan

MONDAY = date(2026, 9, 7)
WEEK = DateSpan(MONDAY, MONDAY + timedelta(days=4))


def marks(codes: str) -> Stream[SessionMark]:
    """A week of marks from one-letter codes, morning and afternoon in turn."""
    return Stream(
        complete=WEEK,
        events=tuple(
            SessionMark(
                day=MONDAY + timedelta(days=place // 2), half=list(Half)[place % 2], code=AttendanceCode(code)
            )
            for place, code in enumerate(codes)
        ),
    )


def test_the_groups_of_the_department() -> None:
    """Present and approved activities are attended; D, Q, X and Y are no absence, Z and # no session."""
    week = marks("/\\LVIGDXZ#")
    assert count_sessions(week, WEEK) == SessionCount(attended=4, possible=6, left_out=4)


def test_no_possible_session_gives_no_rate() -> None:
    """Never 0 %, never 100 %."""
    count = count_sessions(marks("DDDDDDDDDD"), WEEK)
    assert count == SessionCount(attended=0, possible=0, left_out=10)
    assert count.share is None


def test_a_share_is_exact() -> None:
    count = count_sessions(marks("/I/"), WEEK)
    assert count is not None
    assert count.share == Fraction(2, 3)


def test_a_code_that_did_not_hold_counts_nowhere() -> None:
    """`J` after August 2024 is neither attendance nor absence until somebody mends it."""
    mark = SessionMark(day=MONDAY, half=Half.MORNING, code=AttendanceCode("J"))
    assert mark.counts_as is None
    count = count_sessions(Stream(complete=WEEK, events=(mark,)), WEEK)
    assert count == SessionCount(attended=0, possible=0, left_out=1)


def test_outside_the_complete_span_nothing_is_counted() -> None:
    assert count_sessions(marks("//"), DateSpan(MONDAY, MONDAY + timedelta(days=7))) is None


@given(st.from_type(Stream[SessionMark]))
def test_every_mark_falls_into_one_place(stream: Stream[SessionMark]) -> None:
    count = count_sessions(stream, stream.complete)
    assert count is not None
    sessions = [(mark.day, mark.half) for mark in stream.events]
    absent = [
        mark
        for mark in stream.events
        if mark.counts_as in (AttendanceClass.AUTHORISED, AttendanceClass.UNAUTHORISED)
        and sessions.count((mark.day, mark.half)) == 1
    ]
    assert count.possible - count.attended == len(absent)
    assert count.possible + count.left_out == len(set(sessions))


def test_a_session_with_two_marks_has_no_clear_one() -> None:
    once = SessionMark(day=MONDAY, half=Half.MORNING, code=AttendanceCode("/"))
    stream = Stream(complete=WEEK, events=(once, once))
    assert count_sessions(stream, WEEK) == SessionCount(attended=0, possible=0, left_out=1)
