"""Who is in the room, lesson by lesson, and its staffing beside what research found."""

from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.verdict import Verdict
from iapcore.errors import OutOfScopeError
from iapcore.guidance.profiles import profile
from iapcore.measures.published import publish_measure
from iapcore.measures.room import BesideFinding, Room, RoomSession, compare_staffing, count_in_room
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision, Staffing
from iapcore.record.stream import Stream
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.record.transition import AfterCareVisit, Transition
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.provision_kinds import Access, ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told

BEGAN: Final = date(2026, 11, 2)
MONDAY: Final = date(2026, 11, 9)
ON: Final = date(2026, 11, 20)
DAY: Final = DateSpan(MONDAY, MONDAY)
ELM: Final = Provision(key="elm", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=1)
STAY: Final = Placement(provision=ELM, began=BEGAN)
CALENDAR: Final = SchoolCalendar(
    key="elm",
    terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),),
    closed=(date(2026, 11, 16),),
    second_weeks=(MONDAY,),
)


def week(*lessons: tuple[str, Where | None]) -> tuple[Timetable, ...]:
    return (
        Timetable(
            starts=BEGAN,
            lessons=tuple(Lesson(slot=Slot.parse(slot), where=where) for slot, where in lessons),
        ),
    )


def register(morning: str | None, afternoon: str | None, day: date = MONDAY) -> Stream[SessionMark]:
    given = ((Half.MORNING, morning), (Half.AFTERNOON, afternoon))
    marks = tuple(SessionMark(day=day, half=half, code=AttendanceCode(code)) for half, code in given if code)
    return Stream(complete=DateSpan(day, day), events=marks)


def lessons(*marked: LessonAttendance) -> Stream[LessonMark]:
    marks = tuple(LessonMark(day=MONDAY, slot=Slot.parse("Mon:2"), attendance=one) for one in marked)
    return Stream(complete=DAY, events=marks)


BASE: Final = week(("Mon:2", Where.BASE))
PRESENT: Final = register("/", "\\")


def pupil(**content: Any) -> Journey:
    return evolve(UNKNOWN, **{"placements": (STAY,), "timetables": BASE, "marks": PRESENT} | content)


def room(
    *journeys: Journey, within: DateSpan = DAY, provision: Provision = ELM, on: date = ON, **content: Any
) -> Room:
    return count_in_room(journeys, provision=provision, within=within, on=on, **content)


def there(*journeys: Journey, **content: Any) -> list[tuple[int, int]]:
    return [(one.there, one.not_known) for one in room(*journeys, **content).sessions]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, [(1, 0)]),
        ({"marks": None}, [(0, 1)]),
        ({"marks": register("I", "I")}, [(0, 0)]),
        ({"marks": register("B", "B")}, [(0, 0)]),
        ({"marks": register("/", "I")}, [(0, 1)]),
        ({"marks": register("/", None)}, [(0, 1)]),
        ({"marks": register("J", "J")}, [(0, 1)]),
        ({"timetables": week(("Mon:am", Where.BASE)), "marks": register("L", "I")}, [(1, 0)]),
        ({"timetables": week(("Mon:pm", Where.BASE)), "marks": register("/", "I")}, [(0, 0)]),
        ({"timetables": week(("Mon:2", Where.MAINSTREAM))}, []),
        ({"timetables": week(("Mon:2", None))}, [(0, 1)]),
        ({"timetables": week(("Tue:2", Where.BASE))}, []),
        ({"timetables": None}, []),
        ({"timetables": week(("1Mon:2", Where.BASE))}, []),
        ({"timetables": week(("1Mon:2", Where.BASE)), "calendar": CALENDAR}, []),
        ({"timetables": week(("2Mon:2", Where.BASE)), "calendar": CALENDAR}, [(1, 0)]),
        ({"lesson_marks": lessons(LessonAttendance.NOT_THERE)}, [(0, 0)]),
        ({"lesson_marks": lessons(LessonAttendance.LEFT), "marks": None}, [(1, 0)]),
        ({"lesson_marks": lessons(LessonAttendance.THERE, LessonAttendance.NOT_THERE)}, [(0, 1)]),
        (
            {
                "timetables": week(("Mon:2", Where.MAINSTREAM)),
                "lesson_marks": lessons(LessonAttendance.IN_BASE_INSTEAD),
            },
            [(1, 0)],
        ),
        ({"placements": None}, []),
        ({"placements": (evolve(STAY, provision=None),)}, []),
        ({"placements": (evolve(STAY, provision=evolve(ELM, key="oak")),)}, []),
        ({"placements": (evolve(STAY, began=date(2026, 11, 10)),)}, []),
        ({"placements": (evolve(STAY, ending=Ending(day=MONDAY)),)}, [(1, 0)]),
        ({"placements": (evolve(STAY, ending=Ending(day=MONDAY - timedelta(days=1))),)}, []),
        ({"placements": (evolve(STAY, planned=DateSpan(BEGAN, date(2026, 11, 6))),)}, [(0, 1)]),
        ({"placements": (Placement(provision=ELM, planned=DateSpan(date(2026, 11, 23))),)}, []),
        ({"placements": (STAY, evolve(STAY, began=date(2026, 11, 3)))}, [(1, 0)]),
    ],
)
def test_who_is_in_the_room(content: dict[str, Any], expected: list[tuple[int, int]]) -> None:
    """With shared weeks more pupils are on placement than in the room at one time."""
    assert there(pupil(**content)) == expected


def test_a_pupil_without_a_timetable_may_be_in_every_lesson() -> None:
    found = room(pupil(), pupil(timetables=None))
    assert [(one.there, one.not_known) for one in found.sessions] == [(1, 1)]
    assert found.untold == 1


def test_no_school_no_session() -> None:
    closed = date(2026, 11, 16)
    journey = pupil(marks=register("/", "\\", closed), calendar=CALENDAR)
    assert there(journey, within=DateSpan(closed, closed)) == []
    assert there(evolve(journey, calendar=None), within=DateSpan(closed, closed)) == [(1, 0)]
    saturday = DateSpan(date(2026, 11, 14), date(2026, 11, 15))
    assert room(pupil(timetables=None), within=saturday).untold == 0


def test_sessions_stand_as_the_days_run_and_none_after_the_day_of_the_count() -> None:
    timetables = week(*((slot, Where.BASE) for slot in ("Tue:am", "Mon:10", "Mon:2", "Mon:pm", "Mon:am")))
    found = room(pupil(timetables=timetables), within=DateSpan(MONDAY), on=date(2026, 11, 10))
    assert [(one.day.day, one.period) for one in found.sessions] == [
        (9, "am"),
        (9, "2"),
        (9, "10"),
        (9, "pm"),
        (10, "am"),
    ]
    assert room(pupil(), within=DateSpan(MONDAY), on=date(2026, 11, 8)).sessions == ()


def test_each_session_stands_beside_the_places() -> None:
    found = room(pupil(), pupil())
    assert [str(one) for one in found.sessions] == ["2026-11-09 period 2: 2 of 1 places"]
    assert str(found.measure) == "0 of 1 lessons taught in the room"
    assert found.fullest == found.sessions[0]
    assert str(room(pupil()).measure) == "1 of 1 lessons taught in the room"
    assert str(room(pupil(), pupil(marks=None)).measure) == "0 of 0 lessons taught in the room; 1 not known"
    assert room().fullest is None


def test_where_the_provision_does_not_say_the_policy_does() -> None:
    silent = evolve(ELM, places=None)
    [unknown] = room(pupil(), provision=silent).sessions
    assert (unknown.places, unknown.is_within_places, str(unknown)) == (
        None,
        Verdict.NOT_KNOWN,
        "2026-11-09 period 2: 1",
    )
    [chosen] = room(pupil(), provision=silent, policy=profile().choosing(places=6)).sessions
    [own] = room(pupil(), policy=profile().choosing(places=6)).sessions
    assert (chosen.places, own.places) == (6, 1)


def test_soft_start_and_drop_in_stand_apart() -> None:
    """They are access without a placement: no lesson is replaced and no place is taken."""
    visits = (
        AfterCareVisit(day=MONDAY, access=Access.DROP_IN),
        AfterCareVisit(day=MONDAY),
        AfterCareVisit(day=date(2026, 11, 11), access=Access.DROP_IN),
    )
    moved = evolve(STAY, ending=Ending(day=date(2026, 11, 6)), transition=Transition(after_care=visits))
    found = room(pupil(placements=(moved,)), provision=evolve(ELM, soft_start_places=12), within=DAY)
    assert found.sessions == ()
    assert dict(found.visits) == {Access.SOFT_START: 0, Access.DROP_IN: 1}
    assert dict(found.access_places) == {Access.SOFT_START: 12, Access.DROP_IN: None}


def test_lessons_are_no_pupils_so_they_stay_in_the_team() -> None:
    with pytest.raises(OutOfScopeError):
        publish_measure(room(pupil()).measure)


# A second time, from the record alone


def _in_room_by_hand(journeys: list[Journey], day: date) -> int:
    """Pupils of whom lesson and register say plainly that they were there in the first slot of a morning."""
    found = 0
    for journey in journeys:
        stays = [one for one in journey.placements or () if one.began and one.began <= day]
        ended = [one.ending and one.ending.day < day for one in stays]
        weeks = [one for one in journey.timetables or () if one.starts <= day]
        if stays and not all(ended) and weeks:
            last = max(weeks, key=lambda one: one.starts)
            here = last.lesson(Slot.parse("Mon:am"))
            codes = [
                one.code.value
                for one in (journey.marks.events if journey.marks else ())
                if (one.day, one.half) == (day, Half.MORNING)
            ]
            found += here is not None and here.where is Where.BASE and codes in (["/"], ["L"])
    return found


pupils: Final = st.builds(
    pupil,
    placements=st.none()
    | st.dates(BEGAN, date(2026, 11, 13)).map(lambda day: (evolve(STAY, began=day),))
    | st.dates(BEGAN, date(2026, 11, 13)).map(lambda day: (evolve(STAY, ending=Ending(day=day)),)),
    timetables=st.none()
    | st.sampled_from(Where).map(lambda where: week(("Mon:am", where)))
    | st.just((*week(("Mon:am", Where.BASE)), evolve(week(("Mon:am", Where.MAINSTREAM))[0], starts=MONDAY))),
    marks=st.none() | st.sampled_from(["/", "L", "I", "B", "D"]).map(lambda code: register(code, None)),
)


@given(st.lists(pupils, max_size=5))
def test_it_agrees_with_a_count_by_hand(journeys: list[Journey]) -> None:
    assert sum(one.there for one in room(*journeys).sessions) == _in_room_by_hand(journeys, MONDAY)
    assert room(*journeys[::-1]) == room(*journeys)


@given(told(), st.data())
def test_what_comes_later_changes_nothing_and_nor_does_the_order(
    told_on: tuple[Journey, date], data: st.DataObject
) -> None:
    journey, on = told_on
    here = [one.provision for one in journey.placements or () if one.provision] or [ELM]
    within = DateSpan(on - timedelta(days=20), on + timedelta(days=20))
    before, after, otherwise = (
        room(one, provision=here[0], within=within, on=on)
        for one in (journey, data.draw(later(journey, on)), data.draw(shuffled(journey, on)))
    )
    assert before == after == otherwise


# Staffing


def beside(provision: Provision, found: Room | None = None) -> list[tuple[int | None, str]]:
    return [(one.found, one.verdict.value) for one in compare_staffing(provision, on=ON, room=found)]


def session(count: int, unknown: int = 0) -> RoomSession:
    return RoomSession(day=MONDAY, period="2", there=count, not_known=unknown, places=12)


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ((), (None, "not_known")),
        ((session(9), session(3)), (9, "met")),
        ((session(9, 1),), (9, "not_known")),
        ((session(4), session(10)), (10, "not_met")),
    ],
)
def test_fewer_than_ten_at_one_time_is_a_finding(
    sessions: tuple[RoomSession, ...], expected: tuple[int | None, str]
) -> None:
    found = evolve(room(), sessions=sessions)
    assert beside(ELM, found)[0] == expected
    assert beside(ELM)[0] == (None, "not_known")


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        ({}, (None, "not_known")),
        ({"teachers": 1}, (1, "not_known")),
        ({"teachers": 2}, (2, "met")),
        ({"teachers": 1, "assistants": 0}, (1, "not_met")),
        ({"teachers": 1, "assistants": 1}, (2, "met")),
    ],
)
def test_two_members_of_staff_with_a_group(staff: dict[str, int], expected: tuple[int | None, str]) -> None:
    assert beside(evolve(ELM, **staff))[1] == expected


def team(*kinds: StaffKind, count: int | None = 1) -> dict[str, Any]:
    return {"staffing": tuple(Staffing(kind=kind, count=count) for kind in kinds)}


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        ({}, (None, "not_known")),
        ({"teachers": 0}, (0, "not_met")),
        ({"teachers": 2}, (None, "not_known")),
        (team(StaffKind.QUALIFIED_TEACHER), (1, "met")),
        (team(StaffKind.QUALIFIED_TEACHER, count=None), (1, "met")),
        (team(StaffKind.QUALIFIED_TEACHER, count=0), (0, "not_met")),
        (team(StaffKind.QUALIFIED_TEACHER, StaffKind.OTHER, count=0), (0, "not_known")),
        (team(StaffKind.HIGHER_LEVEL_TEACHING_ASSISTANT), (0, "not_met")),
        (team(StaffKind.PROVISION_LEAD), (None, "not_known")),
        ({"staffing": ()}, (0, "not_met")),
    ],
)
def test_one_of_them_a_qualified_teacher(staff: dict[str, Any], expected: tuple[int | None, str]) -> None:
    """A provision led by a higher level teaching assistant is among those that research describes."""
    assert beside(evolve(ELM, **staff))[2] == expected


def test_a_finding_is_told_as_one() -> None:
    told_of = compare_staffing(evolve(ELM, teachers=1, assistants=1), on=ON)
    finding = "(a finding of research, not a limit)"
    assert [str(one) for one in told_of] == [
        f"not known, beside 10: pupils in the room at one time, fewer than {finding}",
        f"2, beside 2: members of staff with a group, of whom one teaches and one supports {finding}",
        f"not known, beside 1: qualified teachers among the staff with a group {finding}",
    ]
    assert all(isinstance(one, BesideFinding) and not one.threshold.basis.binds for one in told_of)
    with pytest.raises(OutOfScopeError):
        compare_staffing(ELM, on=date(2024, 1, 1))
