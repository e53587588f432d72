"""What happens day by day in a made-up journey: the register, lessons, check-ins, incidents, contacts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import Incident, Removal, Suspension
from iapcore.record.check_in import CheckIn, CheckTime, DomainRating
from iapcore.record.contacts import FamilyContact
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot, Timetable, timetable_on
from iapcore.samples.luck import Luck
from iapcore.samples.schools import CALENDAR, RECORDED, last_school_day, weeks_later
from iapcore.samples.story import Story
from iapcore.samples.weeks import Week
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.people import Informant, Role, View
from iapcore.vocabulary.settings import Phase, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory, SuspensionReason
from iapcore.vocabulary.year_groups import YearGroup

__all__ = [
    "Day",
    "check_ins",
    "contacts",
    "incidents",
    "lesson_marks",
    "register",
    "removals",
    "session_marks",
    "suspensions",
]

Day = tuple[date, AttendanceCode, AttendanceCode]
"""A school day, with the codes of its morning and its afternoon."""
_Code = AttendanceCode
_ON_SITE: Final = (_Code.PRESENT_AM, _Code.PRESENT_PM, _Code.LATE)
_PRESENT: Final = (_Code.PRESENT_AM, _Code.PRESENT_PM)
_ABSENCES: Final = (
    (_Code.ILLNESS, 45),
    (_Code.UNAUTHORISED, 34),
    (_Code.MEDICAL, 6),
    (_Code.LEAVE, 5),
    (_Code.HOLIDAY_NOT_GRANTED, 4),
    (_Code.NO_REASON_YET, 3),
    (_Code.RELIGIOUS, 1),
    (_Code.NO_TRANSPORT, 1),
    (_Code.TRAVEL_DISRUPTED, 1),
)
_VARIANTS: Final = (
    ((_Code.LATE, _Code.PRESENT_PM), 60),
    ((_Code.LATE_AFTER_REGISTER, _Code.PRESENT_PM), 12),
    ((_Code.PRESENT_AM, _Code.MEDICAL), 8),
    ((_Code.PRESENT_AM, _Code.UNAUTHORISED), 8),
    ((_Code.VISIT, _Code.VISIT), 8),
    ((_Code.PRESENT_AM, _Code.SPORT), 4),
)
_DAY: Final = timedelta(days=1)
_REASON_WITHIN: Final = timedelta(days=7)
_WEEKS_WATCHED_CLOSELY: Final = 6


def register(story: Story, week: Week) -> tuple[Day, ...]:
    """Every school day of the watched span with its two codes: better during the stay, and mostly after it."""
    chance = story.chance("register")
    away = {day for suspension in _given(story) for day in _days_away(suspension)}
    stay = story.stay
    spell, code = 0, _Code.ILLNESS
    days: list[Day] = []
    for day in CALENDAR.school_days(story.watched) or ():
        share = story.before if stay is None or day < stay.start else story.after
        if day in away:
            days.append((day, _Code.EXCLUDED, _Code.EXCLUDED))
        elif spell:
            spell -= 1
            days.append((day, code, code))
        elif chance.random() >= share:
            code = _absence(day, chance)
            spell = chance.randint(0, 2) if code is _Code.ILLNESS else 0
            days.append((day, code, code))
        else:
            days.append((day, *_came(story, week, day, chance)))
    return tuple(days)


def _absence(day: date, chance: Luck) -> AttendanceCode:
    """A reason not yet established is established within the week."""
    code = chance.weighed(_ABSENCES)
    is_old = code is _Code.NO_REASON_YET and day + _REASON_WITHIN < RECORDED
    return _Code.UNAUTHORISED if is_old else code


def _came(story: Story, week: Week, day: date, chance: Luck) -> tuple[AttendanceCode, AttendanceCode]:
    in_stay = story.stay is not None and day in story.stay
    if in_stay and story.year_group is YearGroup.YEAR_11 and day.month in (5, 6) and chance.happens(40):
        return _Code.STUDY_LEAVE, _Code.STUDY_LEAVE
    if in_stay and week.elsewhere and day.weekday() == week.elsewhere[0].weekday.position:
        return _Code.PRESENT_AM, _Code.OFF_SITE
    if chance.happens(7):
        return chance.weighed(_VARIANTS)
    return _PRESENT


def session_marks(story: Story, days: tuple[Day, ...]) -> Stream[SessionMark]:
    """The register."""
    return Stream(
        complete=story.watched,
        events=tuple(
            SessionMark(day=day, half=half, code=code)
            for day, am, pm in days
            for half, code in ((Half.MORNING, am), (Half.AFTERNOON, pm))
        ),
    )


_IN_BASE: Final = (
    (LessonAttendance.THERE, 90),
    (LessonAttendance.LATE, 5),
    (LessonAttendance.THERE_WITH_AGREED_BREAK, 4),
    (LessonAttendance.LEFT, 1),
)
_IN_MAINSTREAM: Final = (
    (LessonAttendance.THERE, 80),
    (LessonAttendance.LATE, 6),
    (LessonAttendance.THERE_WITH_AGREED_BREAK, 6),
    (LessonAttendance.IN_BASE_INSTEAD, 4),
    (LessonAttendance.SENT_OUT, 1),
    (LessonAttendance.LEFT, 1),
    (LessonAttendance.NOT_THERE, 2),
)
_AFTERNOON: Final = ("5", "6", "pm")


def lesson_marks(story: Story, days: tuple[Day, ...], versions: tuple[Timetable, ...]) -> Stream[LessonMark]:
    """Lessons of the last six weeks of the stay, on the sessions for which the pupil was on the site."""
    span = story.days_in(_WEEKS_WATCHED_CLOSELY)
    chance = story.chance("lessons")
    return Stream(
        complete=span or story.watched,
        events=tuple(
            LessonMark(day=day, slot=slot, attendance=_in_lesson(where, chance))
            for day, am, pm in days
            if span is not None and day in span
            for slot, where in _lessons_on(versions, day)
            if (pm if slot.period in _AFTERNOON else am) in _ON_SITE
        ),
    )


def _in_lesson(where: Where | None, chance: Luck) -> LessonAttendance:
    return chance.weighed(_IN_BASE if where is Where.BASE else _IN_MAINSTREAM)


def _lessons_on(versions: tuple[Timetable, ...], day: date) -> Iterator[tuple[Slot, Where | None]]:
    timetable = timetable_on(versions, day)
    for lesson in timetable.lessons if timetable else ():
        if lesson.slot.weekday.position == day.weekday() and lesson.where is not Where.ELSEWHERE:
            yield lesson.slot, lesson.where


_OUT_OF: Final = 5
_RATINGS: Final = {
    domain: tuple(
        DomainRating(domain=domain, points=points, out_of=_OUT_OF) for points in range(1, _OUT_OF + 1)
    )
    for domain in MonitoringDomain
}


def check_ins(story: Story, days: tuple[Day, ...]) -> Stream[CheckIn]:
    """A check-in by the pupil and a check-out by staff, in the last six weeks of the stay."""
    span = story.days_in(_WEEKS_WATCHED_CLOSELY)
    chance = story.chance("check-ins")
    events: list[CheckIn] = []
    for day, am, pm in days:
        if span is None or day not in span:
            continue
        if am in _ON_SITE:
            feels = chance.one(_RATINGS[MonitoringDomain.EMOTIONAL_STATE], 5, 15, 30, 30, 20)
            events.append(CheckIn(day=day, time=CheckTime.CHECK_IN, by=Informant.PUPIL, ratings=(feels,)))
        if pm in _ON_SITE:
            rated = tuple(chance.one(points, 4, 12, 28, 34, 22) for points in _RATINGS.values())
            events.append(CheckIn(day=day, time=CheckTime.CHECK_OUT, by=Informant.STAFF, ratings=rated))
    return Stream(complete=span or story.watched, events=tuple(events))


def _often(story: Story, day: date, before: float, after: float) -> float:
    return before if story.began is None or day < story.began else after


def incidents(story: Story, days: tuple[Day, ...]) -> Stream[Incident]:
    """Incidents on days on which the pupil was there: fewer since the stay began."""
    chance = story.chance("incidents")
    return Stream(
        complete=story.watched,
        events=tuple(
            Incident(day=day, slot=_some_slot(story, day, chance))
            for day, am, _ in days
            if am in _ON_SITE and chance.random() < _often(story, day, 0.12, 0.05)
        ),
    )


def removals(story: Story, days: tuple[Day, ...]) -> Stream[Removal]:
    """Removals from lessons, in secondary schools."""
    chance = story.chance("removals")
    before, after = (0.04, 0.005) if story.model.phase is Phase.SECONDARY else (0.0, 0.0)
    return Stream(
        complete=story.watched,
        events=tuple(
            Removal(day=day, slot=_some_slot(story, day, chance), minutes=chance.randrange(20, 61, 5))
            for day, am, _ in days
            if am in _ON_SITE and chance.random() < _often(story, day, before, after)
        ),
    )


def _some_slot(story: Story, day: date, chance: Luck) -> Slot:
    a_day = len(story.model.slots) // 5
    return story.model.slots[day.weekday() * a_day + chance.randrange(a_day)]


_REASONS: Final = (
    SuspensionReason.PERSISTENT_DISRUPTION,
    SuspensionReason.VERBAL_ABUSE_OF_ADULT,
    SuspensionReason.ASSAULT_ON_PUPIL,
    SuspensionReason.DAMAGE,
)


def suspensions(story: Story) -> Stream[Suspension]:
    """Few: one of eight pupils before the stay, one of fifty during it."""
    return Stream(complete=story.on_roll, events=_given(story))


def _given(story: Story) -> tuple[Suspension, ...]:
    chance = story.chance("suspensions")
    early = weeks_later(story.start, -chance.randint(2, 8))
    late = weeks_later(story.start, 2)
    is_early, is_late = chance.happens(12), chance.happens(2)
    stay = story.stay
    lasts_on = stay is not None and stay.end is not None and late + _DAY * 4 < stay.end
    days = [early] if is_early and early in story.watched else []
    days += [late] if is_late and lasts_on else []
    return tuple(
        Suspension(
            day=last_school_day(day),
            half_days=2 * chance.randint(1, 3),
            category=SuspensionCategory.SUSPENSION,
            reasons=tuple(chance.sample(_REASONS, chance.randint(1, 2))),
        )
        for day in days
    )


def _days_away(suspension: Suspension) -> Iterator[date]:
    """The school days for which a suspension lasts."""
    for count in range((suspension.half_days or 0) // 2):
        yield CALENDAR.days_later(suspension.day, count) or suspension.day


def contacts(story: Story) -> Stream[FamilyContact]:
    """The family is spoken to before the stay and every other week during it; mostly they agree."""
    chance = story.chance("contacts")
    last = min(story.left or story.start, RECORDED) if story.began is None or story.left else RECORDED
    complete = DateSpan(story.referred - _DAY * 7, max(last, story.referred))
    day = story.referred - _DAY * 3
    events: list[FamilyContact] = []
    while (day := day + _DAY * chance.randint(4, 16)) in complete:
        on = last_school_day(day)
        if on in complete:
            events.append(
                FamilyContact(
                    day=on,
                    is_planned=chance.happens(70),
                    view=chance.one(tuple(View), 85, 5, 10),
                    by=chance.choice((Role.PROVISION_LEAD, Role.PASTORAL)),
                )
            )
    return Stream(complete=complete, events=tuple(events))
