"""What was counted before, during and after stays: added up exactly, with where stays led, and no cause."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import cycle, product
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.three_times import Counted
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.measures.before_and_after import BEFORE_AND_AFTER, Absent, Area, BeforeAndAfter
from iapcore.measures.counting import by_provision
from iapcore.measures.effect import count_before_and_after
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told
from tests.stories import BEGAN, ENDED, LONG_AFTER, ON

WEEK: Final = timedelta(weeks=1)
A_YEAR: Final = timedelta(weeks=52)
DAY: Final = timedelta(days=1)
CALENDAR: Final = SchoolCalendar(
    key="two years",
    terms=(
        *(
            Term(DateSpan(term.span.start - A_YEAR, (term.span.end or LONG_AFTER) - A_YEAR))
            for term in stories.CALENDAR.terms[:6]
        ),
        *stories.CALENDAR.terms,
    ),
)
SCHOOL_DAYS: Final = CALENDAR.school_days(CALENDAR.span) or ()
TAUGHT: Final = frozenset(SCHOOL_DAYS)
MARKED: Final = DateSpan(date(2025, 7, 1), date(2027, 5, 28))
BACK: Final = Destination.MAINSTREAM
AREAS: Final = st.sampled_from(Area)


def choosing(weeks: int, least: int) -> Policy:
    return profile("half-term").choosing(comparison_weeks=weeks, least_sessions=least)


def counted(
    *journeys: Journey,
    area: Area = Area.ATTENDANCE,
    on: date = LONG_AFTER,
    weeks: int = 10,
    least: int = 20,
    **asked: Any,
) -> BeforeAndAfter:
    return count_before_and_after(journeys, area=area, policy=choosing(weeks, least), on=on, **asked)


# Journeys full of marks


@cache
def register(codes: str, span: DateSpan = MARKED) -> Stream[SessionMark]:
    """Both sessions of each school day, with these codes in turn."""
    turns = cycle(codes)
    return Stream(
        complete=span,
        events=tuple(
            SessionMark(day=day, half=half, code=AttendanceCode(next(turns)))
            for day in SCHOOL_DAYS
            if day in span
            for half in Half
        ),
    )


@cache
def lessons(seen: tuple[LessonAttendance, ...], span: DateSpan = MARKED) -> Stream[LessonMark]:
    """Three lessons of each school day, with these marks in turn; two of them bear the same slot."""
    turns = cycle(seen)
    slots = tuple(map(Slot.parse, ("Mon:1", "Mon:2", "Mon:2")))
    return Stream(
        complete=span,
        events=tuple(
            LessonMark(day=day, slot=slot, attendance=next(turns))
            for day in SCHOOL_DAYS
            if day in span
            for slot in slots[: 2 + (day.day == 1)]
        ),
    )


streams: Final = st.sampled_from((MARKED, MARKED, MARKED, DateSpan(date(2026, 6, 1), MARKED.end)))
in_calendar: Final = st.sampled_from([day for day in SCHOOL_DAYS if day in MARKED]) | st.dates(
    date(2026, 6, 1), date(2027, 3, 25)
)


def suspension() -> st.SearchStrategy[Suspension]:
    short = st.builds(
        Suspension,
        day=in_calendar,
        half_days=st.integers(1, 12),
        category=st.sampled_from((None, SuspensionCategory.LUNCHTIME, SuspensionCategory.SUSPENSION)),
    )
    return short | short | short | st.builds(Suspension, day=in_calendar)


@st.composite
def full(draw: st.DrawFn) -> Journey:
    """A journey of one or two stays, with everything marked that is counted here."""
    placements = []
    for start in draw(st.lists(st.dates(date(2026, 9, 2), date(2026, 12, 18)), min_size=1, max_size=2)):
        led = draw(st.sampled_from((BACK, BACK, BACK, *Destination, None)))
        ending = Ending(day=start + draw(st.integers(0, 60)) * DAY, destination=led)
        placements.append(
            Placement(began=start, ending=draw(st.sampled_from((ending, ending, ending, None))))
        )
    days = [(date(2026, 6, 1) + offset * DAY) for offset in draw(st.lists(st.integers(0, 290), max_size=12))]
    return Journey(
        pupil=Pupil(id=PupilId("elm-01"), sex=draw(st.sampled_from(Sex) | st.none())),
        calendar=draw(st.sampled_from((CALENDAR, CALENDAR, CALENDAR, stories.CALENDAR, None))),
        placements=tuple(placements),
        marks=draw(st.builds(register, st.text("/\\IDOBX", min_size=1, max_size=9), streams)),
        lesson_marks=draw(
            st.builds(
                lessons,
                st.lists(st.sampled_from(LessonAttendance), min_size=1, max_size=9).map(tuple),
                streams,
            )
        ),
        incidents=Stream(complete=MARKED, events=tuple(Incident(day=day) for day in days)),
        suspensions=Stream(complete=MARKED, events=tuple(draw(st.lists(suspension(), max_size=3)))),
    )


# Counted a second time: day by day, from the record alone


def _edge(first: date, weeks: int, step: timedelta, calendar: SchoolCalendar) -> date | None:
    """The same day of the week so many taught weeks away; nothing where it lies outside the calendar."""
    taught = {day - day.weekday() * DAY for day in calendar.school_days(calendar.span) or ()}
    away = [first + step * count for count in range(1, 200)]
    found = [day for day in away if day - day.weekday() * DAY in taught][weeks - 1 : weeks]
    inside = found and found[0] in calendar.span and first in calendar.span
    return found[0] if inside else None


def _sessions(journey: Journey, days: set[date]) -> tuple[list[int], int]:
    """For each session that counts 1 or 0, and how many are left out although it took place."""
    by_session: dict[tuple[date, Half], list[SessionMark]] = defaultdict(list)
    assert journey.marks
    for mark in journey.marks.events:
        if mark.day in days:
            by_session[mark.day, mark.half].append(mark)
    clear = [marks[0].code.counts_as(marks[0].day) for marks in by_session.values() if len(marks) == 1]
    apart = sum(len(marks) > 1 or marks[0].code.value == "D" for marks in by_session.values())
    return [int(one.is_attended) for one in clear if one.is_possible], apart


def _lessons(journey: Journey, days: set[date]) -> list[int]:
    by_lesson: dict[Any, list[LessonMark]] = defaultdict(list)
    assert journey.lesson_marks
    for mark in journey.lesson_marks.events:
        if mark.day in days:
            by_lesson[mark.day, mark.slot].append(mark)
    return [int(marks[0].attendance.was_there) for marks in by_lesson.values() if len(marks) == 1]


def _days_lost(journey: Journey) -> Iterator[date]:
    """The day of each half-day lost, walked one by one."""
    assert journey.suspensions
    for one in {(one.day, one.half_days, one.category) for one in journey.suspensions.events}:
        day, left, category = one
        while left:
            if day in TAUGHT:
                for _ in range(min(left, 1 if category is SuspensionCategory.LUNCHTIME else 2)):
                    left -= 1
                    yield day
            day += DAY


Windows = tuple[set[date], set[date], set[date]]


def _as_days(first: date, last: date) -> set[date]:
    return {first + offset * DAY for offset in range((last - first).days + 1)}


def _counts(journey: Journey, area: Area, windows: list[set[date]], on: date) -> list[tuple[int, int]] | str:
    stream: Any = {
        Area.ATTENDANCE: journey.marks,
        Area.LESSONS: journey.lesson_marks,
        Area.SUSPENSIONS: journey.suspensions,
        Area.INCIDENTS: journey.incidents,
    }[area]
    if any(day not in stream.complete or day > on for days in windows for day in days):
        return {"attendance": "session marks", "lessons": "lesson marks"}.get(area.value, area.value) + (
            " not recorded"
        )
    if area is Area.ATTENDANCE:
        return [(sum(one), len(one)) for one in (_sessions(journey, days)[0] for days in windows)]
    if area is Area.LESSONS:
        return [(sum(one), len(one)) for one in (_lessons(journey, days) for days in windows)]
    assert journey.calendar
    assert journey.suspensions
    assert journey.incidents
    if area is Area.SUSPENSIONS:
        last = max(max(days) for days in windows)
        if any(one.half_days is None and one.day <= last for one in journey.suspensions.events):
            return "length of a suspension not recorded"
        happened = list(_days_lost(journey))
    else:
        happened = [one.day for one in journey.incidents.events]
    if any(day not in journey.calendar.span for days in windows for day in days):
        return "the calendar does not reach"
    each = 2 if area is Area.SUSPENSIONS else 1
    return [(sum(day in days for day in happened), each * len(days & TAUGHT)) for days in windows]


def _no_time_after(stay: Placement, area: Area) -> str | None:
    if stay.ending is None:
        return "open"
    led = stay.ending.destination
    if led in (Destination.DIED, Destination.FURTHER_STAY):
        return "died" if led is Destination.DIED else "in a further stay"
    if area in (Area.SUSPENSIONS, Area.INCIDENTS) and led not in (BACK, Destination.MAINSTREAM_IN_PART):
        unsure = led in (None, Destination.FAMILY_WITHDREW, Destination.SPECIALIST_BASE)
        return "not recorded whether still at the school" if unsure else "led elsewhere"
    return None


def _one_stay(
    journey: Journey, stay: Placement, area: Area, *, weeks: int, least: int, on: date = LONG_AFTER
) -> tuple[Windows, list[tuple[int, int]]] | str:
    why = _no_time_after(stay, area)
    if why is not None or stay.ending is None or stay.began is None:
        return str(why)
    calendar, began, ended = journey.calendar, stay.began, stay.ending.day
    first = calendar and _edge(began, weeks, -WEEK, calendar)
    last = calendar and _edge(ended, weeks, WEEK, calendar)
    if first is None or last is None:
        return "the calendar does not reach"
    windows = (_as_days(first, began - DAY), _as_days(began, ended), _as_days(ended + DAY, last))
    counts = _counts(journey, area, list(windows), on)
    if isinstance(counts, str):
        return counts
    sessions_a_day = 2 if area is Area.INCIDENTS else 1
    if any(possible * sessions_a_day < least for _, possible in (counts[0], counts[2])):
        return "too few sessions before or after"
    if area is Area.ATTENDANCE and not _on_one_basis(journey, windows):
        return "not on the same basis"
    return windows, counts


def _on_one_basis(journey: Journey, windows: Windows) -> bool:
    """Whether after beats before whatever became of the sessions left out, or as many were left out in both."""
    (before, apart_before), _, (after, apart_after) = (_sessions(journey, days) for days in windows)
    if Fraction(apart_before, len(before)) == Fraction(apart_after, len(after)):
        return True
    verdicts = {
        (sum(after) + there_after) * (len(before) + apart_before)
        > (sum(before) + there_before) * (len(after) + apart_after)
        for there_before, there_after in product(range(apart_before + 1), range(apart_after + 1))
    }
    return len(verdicts) == 1


@given(st.lists(full(), max_size=3), AREAS, st.sampled_from((1, 2, 6)), st.sampled_from((1, 15, 30)))
def test_it_agrees_with_a_count_day_by_day(
    journeys: list[Journey], area: Area, weeks: int, least: int
) -> None:
    found = counted(*journeys, area=area, weeks=weeks, least=least, by=lambda one: one.pupil.sex)
    totals = [[0, 0], [0, 0], [0, 0]]
    reasons, led, compared, persistent, severe = (Counter[Any]() for _ in range(5))
    again = 0
    for journey in journeys:
        for position, stay in enumerate(journey.placements or ()):
            one = _one_stay(journey, stay, area, weeks=weeks, least=least)
            led[stay.ending and (stay.ending.destination, "ended")] += 1
            if isinstance(one, str):
                reasons[one] += 1
                continue
            windows, counts = one
            compared[stay.ending and stay.ending.destination] += 1
            for total, (count, possible) in zip(totals, counts, strict=True):
                total[0] += count
                total[1] += possible
            others = [other for place, other in enumerate(journey.placements or ()) if place != position]
            again += any(
                other.began <= day and (other.ending is None or day <= other.ending.day)
                for other in others[:1]
                for day in windows[0] | windows[2]
            )
            for when, (count, possible) in zip(("before", "during", "after"), counts, strict=True):
                persistent[when] += 10 * (possible - count) >= possible
                severe[when] += 2 * (possible - count) >= possible
    assert [[one.count, one.possible] for one in (found.before, found.during, found.after)] == totals
    assert found.stays == compared.total()
    assert dict((*found.excluded, *found.not_known)) == reasons
    assert {(one.destination, "ended"): one.ended for one in found.led} == {
        where: count for where, count in led.items() if where
    }
    assert {one.destination: one.compared for one in found.led if one.compared} == compared
    assert found.in_another_stay == again
    if area is Area.ATTENDANCE:
        assert found.absent == Absent(
            persistent_before=persistent["before"],
            persistent_after=persistent["after"],
            severe_before=severe["before"],
            severe_after=severe["after"],
        )
    else:
        assert found.absent is None
    for name in ("before", "during", "after"):
        parts = [getattr(part, name) for _, part in found.groups]
        assert Counted.pooled(parts) == getattr(found, name)


@given(full(), AREAS, st.sampled_from((1, 3)))
def test_a_year_earlier_agrees_with_a_count_day_by_day(journey: Journey, area: Area, weeks: int) -> None:
    found = counted(journey, area=area, weeks=weeks, least=5, year_earlier=True).year_earlier
    assert found
    totals, reasons, own = [[0, 0], [0, 0]], Counter[str](), [[0, 0], [0, 0]]
    stays = 0
    for stay in journey.placements or ():
        one = _one_stay(journey, stay, area, weeks=weeks, least=5)
        if isinstance(one, str):
            continue
        windows, counts = one
        earlier = [{day - A_YEAR for day in windows[place]} for place in (0, 2)]
        year = _counts(journey, area, earlier, LONG_AFTER)
        if isinstance(year, str):
            reasons[year] += 1
        elif any(possible * (2 if area is Area.INCIDENTS else 1) < 5 for _, possible in year):
            reasons["too few sessions before or after"] += 1
        else:
            stays += 1
            for total, pair in ((totals, year), (own, (counts[0], counts[2]))):
                for place, (count, possible) in enumerate(pair):
                    total[place][0] += count
                    total[place][1] += possible
    assert found.stays == stays
    assert dict(found.left_out) == reasons
    told_of = (found.before, found.after, found.before_a_year_earlier, found.after_a_year_earlier)
    assert [[one.count, one.possible] for one in told_of] == [*own, *totals]


# Laws


@given(told(), AREAS, st.data())
def test_what_comes_later_changes_nothing(
    told_on: tuple[Journey, date], area: Area, data: st.DataObject
) -> None:
    journey, on = told_on
    grown = data.draw(later(journey, on))
    before, after = (counted(one, area=area, on=on, weeks=2, year_earlier=True) for one in (journey, grown))
    assert before == after


def turned_round(journey: Journey) -> Journey:
    """The journey with its records the other way round."""
    streams = {
        name: evolve(stream, events=stream.events[::-1])
        for name in ("marks", "lesson_marks", "incidents", "suspensions")
        if (stream := getattr(journey, name)) is not None
    }
    return evolve(journey, placements=(journey.placements or ())[::-1], **streams)


@given(st.lists(full(), min_size=1, max_size=3), AREAS)
def test_the_order_of_records_and_journeys_does_not_matter(journeys: list[Journey], area: Area) -> None:
    others = [turned_round(one) for one in reversed(journeys)]
    assert counted(*journeys, area=area, weeks=2, year_earlier=True, by=by_provision) == counted(
        *others, area=area, weeks=2, year_earlier=True, by=by_provision
    )


@given(told(), AREAS, st.data())
def test_the_order_within_a_told_journey_does_not_matter(
    told_on: tuple[Journey, date], area: Area, data: st.DataObject
) -> None:
    journey, on = told_on
    other = data.draw(shuffled(journey, on))
    assert counted(journey, area=area, on=on, weeks=2) == counted(other, area=area, on=on, weeks=2)


@given(full(), AREAS)
def test_a_stay_is_counted_as_its_rule_tells_it(journey: Journey, area: Area) -> None:
    """The finding about one pupil and the count over many rest on the same windows and numbers."""
    [stay, *_] = journey.placements or ()
    if area is Area.LESSONS:
        return
    found = counted(evolve(journey, placements=(stay,)), area=area, weeks=2)
    rule = {Area.ATTENDANCE: "OUT-4", Area.SUSPENSIONS: "OUT-7", Area.INCIDENTS: "OUT-14"}[area]
    judged = classify_outcome(
        evolve(journey, placements=(stay,)), policy=choosing(2, 20), on=LONG_AFTER, placement=stay
    )
    said = dict(judged.finding(rule).params)
    if found.stays and judged.finding(rule).reason != "none":
        names = ("attended_before", "attended_after") if area is Area.ATTENDANCE else ("before", "after")
        assert tuple(said[name] for name in names) == (found.before.count, found.after.count)


# Stories


def one_stay(
    codes: str = "/\\", led: Destination | None = BACK, began: date = BEGAN, **changes: Any
) -> Journey:
    journey = Journey(
        pupil=Pupil(id=PupilId("elm-01")),
        calendar=CALENDAR,
        placements=(Placement(began=began, ending=Ending(day=ENDED, destination=led)),),
        marks=register(codes),
        lesson_marks=lessons((LessonAttendance.THERE, LessonAttendance.IN_BASE_INSTEAD)),
        incidents=Stream(complete=MARKED, events=(Incident(day=date(2026, 10, 12)),)),
        suspensions=Stream(
            complete=MARKED,
            events=(Suspension(day=date(2026, 10, 22), half_days=6), Suspension(day=ENDED, half_days=4)),
        ),
    )
    return evolve(journey, **changes)


def test_a_story_told_whole() -> None:
    """One pupil came back and is compared; one was excluded and has no time after, and stands beside."""
    found = counted(one_stay(), one_stay(led=Destination.PERMANENT_EXCLUSION), area=Area.SUSPENSIONS, weeks=2)
    assert str(found) == (
        "1 stay compared, weeks before and after: 2; half-days lost to suspension / half-days of school: "
        "4/20 before, 4/60 during, 2/20 after; led to: mainstream 1 (1 compared), permanent exclusion 1 "
        "(0 compared); 1 led elsewhere. Pupils enter at a low point, so part of any change would have come anyway "
        "(regression to the mean); nothing is said about causes."
    )


def test_each_group_is_counted_like_the_whole() -> None:
    girl = evolve(one_stay(), pupil=Pupil(id=PupilId("elm-02"), sex=Sex.FEMALE))
    found = counted(girl, one_stay("/\\II"), girl, by=lambda one: one.pupil.sex)
    assert [(label, part.stays) for label, part in found.groups] == [("F", 2), ("not recorded", 1)]
    assert found.groups[0][1] == counted(girl, girl)


def test_words_of_nothing_and_of_several() -> None:
    assert "led to: none ended" in str(counted())
    assert str(counted(one_stay(), one_stay())).startswith("2 stays compared")


@pytest.mark.parametrize(
    ("journey", "area", "on", "reason", "known"),
    [
        (UNKNOWN, Area.ATTENDANCE, ON, "placements not recorded", False),
        (stories.referred(), Area.ATTENDANCE, stories.PLANNED_ON, "not begun", True),
        (stories.referred(), Area.ATTENDANCE, LONG_AFTER, "first day not recorded", False),
        (stories.hybrid(), Area.ATTENDANCE, ON, "open", True),
        (stories.hybrid(), Area.ATTENDANCE, LONG_AFTER, "end not recorded", False),
        (one_stay(led=Destination.DIED), Area.ATTENDANCE, LONG_AFTER, "died", True),
        (one_stay(led=Destination.FURTHER_STAY), Area.ATTENDANCE, LONG_AFTER, "in a further stay", True),
        (one_stay(led=Destination.MANAGED_MOVE), Area.INCIDENTS, LONG_AFTER, "led elsewhere", True),
        (one_stay(led=None), Area.INCIDENTS, LONG_AFTER, "not recorded whether still at the school", False),
        (one_stay(), Area.ATTENDANCE, ENDED, "too early to look after the end", True),
        (one_stay("D"), Area.ATTENDANCE, LONG_AFTER, "too few sessions before or after", True),
        (one_stay(calendar=None), Area.ATTENDANCE, LONG_AFTER, "the calendar does not reach", False),
        (one_stay(marks=None), Area.ATTENDANCE, LONG_AFTER, "session marks not recorded", False),
        (one_stay(lesson_marks=None), Area.LESSONS, LONG_AFTER, "lesson marks not recorded", False),
        (one_stay(suspensions=None), Area.SUSPENSIONS, LONG_AFTER, "suspensions not recorded", False),
        (one_stay(incidents=None), Area.INCIDENTS, LONG_AFTER, "incidents not recorded", False),
    ],
)
def test_where_a_stay_is_counted(
    journey: Journey,
    area: Area,
    on: date,
    reason: str,
    known: bool,  # noqa: FBT001
) -> None:
    found = counted(journey, area=area, on=on)
    assert (found.stays, found.before, found.during, found.after) == (0, *[Counted(count=0, possible=0)] * 3)
    assert (found.excluded if known else found.not_known) == ((reason, 1),)
    assert not (found.not_known if known else found.excluded)


def test_rates_are_never_averaged() -> None:
    """A pupil who was hardly on roll weighs as many sessions as there were."""
    here, away = one_stay("/\\IIIIIIII"), one_stay("/" + "X" * 39)
    found = counted(here, away, least=1)
    alone = [counted(one, least=1) for one in (here, away)]
    assert found.after.count == sum(one.after.count for one in alone)
    assert found.after.possible == sum(one.after.possible for one in alone)
    shares = [one.after.share for one in alone]
    assert None not in shares
    assert found.after.share != sum(filter(None, shares)) / 2


def test_no_session_has_no_rate() -> None:
    assert counted().before.share is None


def test_sessions_held_elsewhere_may_tip_the_scales() -> None:
    """Marked *due at the other school* after the stay alone, three of four sessions are not seen."""
    before = register("/\\II", DateSpan(MARKED.start, ENDED))
    after = register("/DDD", DateSpan(ENDED + DAY, MARKED.end))
    found = counted(
        one_stay(marks=Stream(complete=MARKED, events=(*before.events, *after.events))), weeks=10, least=10
    )
    assert found.not_known == (("not on the same basis", 1),)


def test_a_suspension_without_a_length_is_not_taken_for_none() -> None:
    unknown = Stream(complete=MARKED, events=(Suspension(day=date(2026, 10, 12)),))
    found = counted(one_stay(suspensions=unknown), area=Area.SUSPENSIONS)
    assert found.not_known == (("length of a suspension not recorded", 1),)


def test_a_pupil_who_came_back_unplanned_is_compared_and_counted_apart() -> None:
    """To leave relapses out would make what came after look better than it was."""
    journey = one_stay()
    again = Placement(began=date(2027, 1, 11))
    found = counted(evolve(journey, placements=(*(journey.placements or ()), again)))
    assert (found.stays, found.in_another_stay, found.excluded) == (1, 1, (("open", 1),))


def test_a_year_earlier_in_the_same_stay_is_no_baseline() -> None:
    long = one_stay(began=date(2026, 1, 12))
    found = counted(long, weeks=10, year_earlier=True)
    assert found.year_earlier
    assert found.year_earlier.left_out == (("in a stay a year earlier", 1),)
    short = counted(one_stay(), weeks=10, year_earlier=True).year_earlier
    assert short
    assert (short.stays, short.left_out) == (1, ())
    assert short.before == counted(one_stay()).before
    assert counted(one_stay()).year_earlier is None


def test_where_nothing_is_marked_a_year_earlier_the_stay_is_left_out() -> None:
    late = DateSpan(date(2026, 6, 1), MARKED.end)
    for changes, area, reason in (
        ({"marks": register("/", late)}, Area.ATTENDANCE, "session marks not recorded"),
        ({"calendar": stories.CALENDAR}, Area.INCIDENTS, "the calendar does not reach"),
        (
            {"marks": Stream(complete=MARKED, events=register("/", late).events)},
            Area.ATTENDANCE,
            "too few sessions before or after",
        ),
    ):
        found = counted(evolve(one_stay(), **changes), area=area, year_earlier=True)
        assert found.stays == 1
        assert found.year_earlier
        assert found.year_earlier.left_out == ((reason, 1),)


# Words

CAUSES: Final = ("because", "caused", "effect", "impact", "improve", "led by", "thanks", "due to", "result")


@pytest.mark.parametrize("area", Area)
def test_no_word_of_it_names_a_cause_and_all_say_where_pupils_enter(area: Area) -> None:
    definition = BEFORE_AND_AFTER[area]
    words = f"{definition.numerator} {definition.base} {definition.unit} {definition.caution}"
    told_whole = f"{words} {counted(one_stay(), area=area)}".casefold()
    assert not [word for word in CAUSES if word in told_whole]
    assert told_whole.count("low point") == 2
    assert "regression to the mean" in definition.caution


def test_during_stands_with_after_and_with_where_stays_led() -> None:
    words = str(counted(one_stay()))
    assert words.index("before,") < words.index("during,") < words.index("after;") < words.index("led to")
