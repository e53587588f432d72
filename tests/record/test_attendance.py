"""Sessions, counted: a rate is of the pupil's own possible sessions, and of nothing there is none."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.attendance import LessonMark, SessionCount, SessionMark, count_sessions
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.vocabulary.attendance_codes import AttendanceClass, AttendanceCode, Half
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.lessons import LessonAttendance
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


# Lessons

MARK = LessonMark(
    day=MONDAY, slot=Slot.parse("Mon:2"), attendance=LessonAttendance.IN_BASE_INSTEAD, ref="row 4"
)


@pytest.mark.parametrize(
    ("attendance", "was_there"),
    [
        ("there", True),
        ("late", True),
        ("there_with_agreed_break", True),
        ("sent_out", False),
        ("left", False),
        ("not_there", False),
        ("in_base_instead", False),
    ],
)
def test_an_agreed_break_is_being_there(attendance: str, was_there: bool) -> None:  # noqa: FBT001
    mark = attrs.evolve(MARK, attendance=LessonAttendance(attendance))
    assert mark.attendance.was_there is was_there


def test_a_lesson_has_no_register_code() -> None:
    """National figures are made of sessions; a mark of a lesson is no part of them."""
    assert {field.name for field in attrs.fields(LessonMark)} == {"day", "slot", "attendance", "ref"}


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"day": None}, "day"),
        ({"slot": None}, "slot"),
        ({"slot": "Mon:2"}, "slot"),
        ({"attendance": None}, "attendance"),
        ({"attendance": AttendanceCode("/")}, "attendance"),
        ({"ref": 4}, "ref"),
    ],
)
def test_a_mark_of_a_lesson_needs_lesson_and_word(given_: dict[str, Any], path: str) -> None:
    right = {"day": MONDAY, "slot": Slot.parse("Mon:2"), "attendance": LessonAttendance.THERE}
    with pytest.raises(InvalidRecordError) as caught:
        LessonMark(**(right | given_))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, ProblemKind.WRONG_TYPE)


def test_a_mark_does_not_show_itself() -> None:
    assert repr(MARK) == "‹LessonMark›"


def test_a_lesson_to_come_is_not_marked_yet() -> None:
    before = MONDAY - timedelta(days=1)
    journey = Journey(
        pupil=Pupil(id=PupilId("elm-01")),
        lesson_marks=Stream(complete=DateSpan(before, MONDAY), events=(MARK,)),
    )
    assert as_of(MARK, before) is None
    assert journey.as_of(before).lesson_marks == Stream(complete=DateSpan(before, before), events=())
    assert journey.as_of(MONDAY) is journey


def test_a_mark_of_a_lesson_is_read_as_it_is_written() -> None:
    written = {"day": "2026-09-07", "slot": "Mon:2", "attendance": "in_base_instead", "ref": "row 4"}
    assert unstructure(MARK) == written
    assert structure(written, LessonMark) == MARK
