"""Who is in the room, lesson by lesson, beside its places; and its staffing beside what research found.

Rules of the room: pupils in the room are not pupils on placement, because weeks are shared; `count_places` counts
those. In the room is who has the lesson there and was in school, or was there instead of another lesson. Whoever comes
by soft start or drop-in has no placement, and is told apart. A finding of research is no limit: it is shown beside what
is recorded, and rejects nothing.

Source: Simpson, *The rise of Internal Alternative Provision* (2024), on group size and the staff with a group.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from attrs import frozen

from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import IAP_FINDINGS
from iapcore.guidance.policy import Policy
from iapcore.guidance.thresholds import GROUP_SIZE, QUALIFIED_TEACHERS, STAFF_IN_ROOM, Threshold
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.measure import Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.timetable import Slot, Weekday, timetable_on
from iapcore.vocabulary.attendance_codes import AttendanceClass, Half
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan

__all__ = ["IN_ROOM", "BesideFinding", "Room", "RoomSession", "compare_staffing", "count_in_room"]

IN_ROOM: Final = Definition(
    key="in-room",
    numerator="lessons with no more pupils in the room than places",
    base="lessons taught in the room",
    unit="lessons in the room, each with all of its pupils",
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
    caution="An empty place in a lesson is no free place: its pupil may be in mainstream, as is meant.",
)


@frozen(kw_only=True, field_transformer=shaped)
class RoomSession:
    """One lesson, or half-day, in the room: how many pupils were there, and of how many that is not known.

    >>> session = RoomSession(day=date(2026, 11, 9), period="2", there=7, not_known=1, places=8)
    >>> session.is_within_places.name, str(session)
    ('MET', '2026-11-09 period 2: 7 of 8 places; 1 not known')
    """

    day: date
    period: str
    there: int
    not_known: int
    places: int | None

    @property
    def is_within_places(self) -> Verdict:
        """Whether no more pupils were there than there are places."""
        if self.places is None:
            return Verdict.NOT_KNOWN
        return _below(self.places + 1, self.there, self.not_known)

    def __str__(self) -> str:
        places = "" if self.places is None else f" of {self.places} places"
        unknown = f"; {self.not_known} not known" if self.not_known else ""
        return f"{self.day} period {self.period}: {self.there}{places}{unknown}"


def _below(limit: int, found: int, unknown: int) -> Verdict:
    """Whether a number stays below a limit, where it may be larger by some that are not known."""
    if found >= limit:
        return Verdict.NOT_MET
    return Verdict.MET if found + unknown < limit else Verdict.NOT_KNOWN


@frozen(kw_only=True, field_transformer=shaped)
class Room:
    """The use of a room in some days: **internal**. `measure` counts its lessons and not pupils.

    `untold` counts days of pupils on placement whose timetable is not recorded: they may have been there in any lesson.
    `visits` are those recorded of pupils who have moved on, by way of access; `access_places` the places for them.
    """

    sessions: tuple[RoomSession, ...]
    measure: Measure
    untold: int
    visits: tuple[tuple[Access, int], ...]
    access_places: tuple[tuple[Access, int | None], ...]

    @property
    def fullest(self) -> RoomSession | None:
        """The session with most pupils; of several, the first."""
        return max(self.sessions, key=lambda one: one.there, default=None)


def count_in_room(
    journeys: Iterable[Journey],
    *,
    provision: Provision,
    within: DateSpan,
    on: date,
    policy: Policy | None = None,
) -> Room:
    """How many pupils were in the room in each lesson of the days from `within` up to `on`.

    Where the provision does not say how many places it has, the `policy` does. A numbered period lies in no half-day
    that is recorded: a pupil who was marked in one half and not in the other is not known in it.

    >>> from iapcore import AttendanceCode, Lesson, ProvisionKind, Pupil, PupilId, SessionMark, Stream, Timetable
    >>> elm = Provision(key="elm", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=8)
    >>> monday, lesson = date(2026, 11, 9), Lesson(slot=Slot.parse("Mon:am"), where=Where.BASE)
    >>> mark = SessionMark(day=monday, half=Half.MORNING, code=AttendanceCode("/"))
    >>> journey = Journey(
    ...     pupil=Pupil(id=PupilId("elm-01")),
    ...     placements=(Placement(provision=elm, began=date(2026, 11, 2)),),
    ...     timetables=(Timetable(starts=date(2026, 11, 2), lessons=(lesson,)),),
    ...     marks=Stream(complete=DateSpan(monday, monday), events=(mark,)),
    ... )
    >>> room = count_in_room([journey], provision=elm, within=DateSpan(monday, monday), on=date(2026, 11, 20))
    >>> print(*room.sessions)
    2026-11-09 period am: 1 of 8 places
    """
    places = policy.places.value if policy and provision.places is None else provision.places
    counts: dict[tuple[date, str], Counter[str]] = defaultdict(Counter)
    unread: Counter[date] = Counter()
    visits: Counter[Access] = Counter()
    for journey in journeys:
        seen = journey.as_of(on)
        stays = [one for one in seen.placements or () if _is_in(one, provision)]
        visits.update(way for one in stays for way in _visits(one, within))
        marks = _Marks.of(seen)
        days = {day: stay for stay in stays for day in _days_of(stay, seen, within, on)}
        for day, stay in days.items():
            slots = _slots_on(seen, day)
            unread[day] += slots is None
            for slot, where in slots or ():
                counts[day, slot.period][_place(marks, day, slot, where, stay)] += 1
    sessions = tuple(
        RoomSession(
            day=day,
            period=period,
            there=found[HIT],
            not_known=found[NOT_KNOWN] + unread[day],
            places=places,
        )
        for (day, period), found in sorted(counts.items(), key=_in_order)
        if found[HIT] or found[BASE] or found[NOT_KNOWN]
    )
    placed = ((_PLACES[one.is_within_places], None) for one in sessions)
    return Room(
        sessions=sessions,
        measure=count(IN_ROOM, placed, on=on, grouped=False),
        untold=unread.total(),
        visits=tuple((way, visits[way]) for way in Access),
        access_places=(
            (Access.SOFT_START, provision.soft_start_places),
            (Access.DROP_IN, provision.drop_in_places),
        ),
    )


_PLACES: Final = {Verdict.MET: HIT, Verdict.NOT_MET: BASE, Verdict.NOT_KNOWN: NOT_KNOWN}
_ELSEWHERE: Final = "elsewhere"
_WEEKDAYS: Final = tuple(Weekday)


def _in_order(item: tuple[tuple[date, str], Counter[str]]) -> tuple[date, tuple[int, int, int]]:
    (day, period), _ = item
    return day, Slot(Weekday.MONDAY, period).order


def _is_in(stay: Placement, provision: Provision) -> bool:
    return stay.provision is not None and stay.provision.key == provision.key


def _visits(stay: Placement, span: DateSpan) -> Iterator[Access]:
    for visit in (stay.transition and stay.transition.after_care) or ():
        if visit.access is not None and visit.day in span:
            yield visit.access


def _days_of(stay: Placement, journey: Journey, span: DateSpan, on: date) -> Iterator[date]:
    """The days of a stay on which there may have been school, Saturdays and Sundays left out."""
    days = stay.stay and stay.stay.until(on)
    for day in days.days() if days else ():
        is_taught = journey.calendar is None or journey.calendar.is_school_day(day) is not False
        if day in span and day.weekday() < len(_WEEKDAYS) and is_taught:
            yield day


def _slots_on(journey: Journey, day: date) -> list[tuple[Slot, Where | None]] | None:
    """The slots of a day and where they are taught; `None` where the timetable, or its week, is not known."""
    week = timetable_on(journey.timetables or (), day)
    if week is None:
        return None
    cycle = journey.calendar and journey.calendar.cycle_week(day)
    if cycle is None and any(one.slot.week for one in week.lessons):
        return None
    return [
        (one.slot, one.where)
        for one in week.lessons
        if one.slot.weekday.position == day.weekday() and one.slot.week in (None, cycle)
    ]


class _Marks(NamedTuple):
    """What is marked of each lesson and each half-day, for looking up."""

    lessons: Mapping[tuple[date, Slot], frozenset[LessonAttendance]]
    halves: Mapping[tuple[date, Half], tuple[AttendanceClass | None, ...]]

    @classmethod
    def of(cls, journey: Journey) -> "_Marks":
        lessons: dict[tuple[date, Slot], frozenset[LessonAttendance]] = {}
        for one in journey.lesson_marks.events if journey.lesson_marks else ():
            at = (one.day, one.slot)
            lessons[at] = lessons.get(at, frozenset()) | {one.attendance}
        halves: dict[tuple[date, Half], tuple[AttendanceClass | None, ...]] = {}
        for mark in journey.marks.events if journey.marks else ():
            halves[mark.day, mark.half] = (*halves.get((mark.day, mark.half), ()), mark.counts_as)
        return cls(lessons, halves)

    def was_in(self, day: date, half: Half) -> bool | None:
        """Whether the register has the pupil in school; an activity off the site is not in the room."""
        classes = self.halves.get((day, half), ())
        return classes[0] is AttendanceClass.PRESENT if len(classes) == 1 and classes[0] else None


def _place(marks: _Marks, day: date, slot: Slot, where: Where | None, stay: Placement) -> str:
    """Whether a pupil was in the room in a lesson: there, in the base and not there, elsewhere, or not known."""
    marked = marks.lessons.get((day, slot), frozenset())
    if where not in (Where.BASE, None):
        return HIT if marked == _INSTEAD else _ELSEWHERE
    until = stay.planned_until(day)
    outran = stay.ending is None and until is not None and until < day
    if where is None or outran or len(marked) > 1:
        return NOT_KNOWN
    if marked:
        return BASE if marked == _NOT_THERE else HIT
    halves = {marks.was_in(day, half) for half in _HALVES.get(slot.period, tuple(Half))}
    return _FOUND[halves.pop()] if len(halves) == 1 else NOT_KNOWN


_INSTEAD: Final = frozenset({LessonAttendance.IN_BASE_INSTEAD})
_NOT_THERE: Final = frozenset({LessonAttendance.NOT_THERE})
_HALVES: Final = {"am": (Half.MORNING,), "pm": (Half.AFTERNOON,)}
_FOUND: Final = {True: HIT, False: BASE, None: NOT_KNOWN}


@frozen(kw_only=True, field_transformer=shaped)
class BesideFinding:
    """A number of a provision beside what research found: no limit, and nothing is rejected by it."""

    threshold: Threshold[int]
    found: int | None
    verdict: Verdict

    def __str__(self) -> str:
        found = "not known" if self.found is None else self.found
        least = self.threshold.value.versions[-1][1]
        return f"{found}, beside {least}: {self.threshold.unit} ({self.threshold.basis.label})"


def compare_staffing(
    provision: Provision, *, on: date, room: Room | None = None
) -> tuple[BesideFinding, ...]:
    """Pupils in the room at one time, staff with a group and qualified teachers among them, beside the findings.

    `teachers` and `assistants` are the staff in the room. A lead or a mainstream teacher may be qualified: where no
    qualified teacher is named and one of them is, it is not known.

    >>> from iapcore import ProvisionKind
    >>> elm = Provision(key="elm", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, teachers=1, assistants=1)
    >>> [(one.threshold.key, one.verdict.value) for one in compare_staffing(elm, on=date(2026, 11, 20))]
    [('group-size', 'not_known'), ('staff-in-room', 'met'), ('qualified-teachers', 'not_known')]

    Raises `OutOfScopeError` for a day before the findings.
    """
    fullest = room and room.fullest
    limit = GROUP_SIZE.on(on)
    verdicts = {_below(limit, one.there, one.not_known) for one in room.sessions} if room else set[Verdict]()
    size = Verdict.all_of(verdicts) if verdicts else Verdict.NOT_KNOWN
    staff = [number for number in (provision.teachers, provision.assistants) if number is not None]
    told = len(staff) == len((provision.teachers, provision.assistants))
    return (
        BesideFinding(threshold=GROUP_SIZE, found=fullest.there if fullest else None, verdict=size),
        BesideFinding(
            threshold=STAFF_IN_ROOM,
            found=sum(staff) if staff else None,
            verdict=_at_least(STAFF_IN_ROOM.on(on), sum(staff), told=told),
        ),
        _qualified(provision, on),
    )


def _at_least(least: int, found: int, *, told: bool) -> Verdict:
    if found >= least:
        return Verdict.MET
    return Verdict.NOT_MET if told else Verdict.NOT_KNOWN


_MAY_BE_QUALIFIED: Final = {StaffKind.PROVISION_LEAD, StaffKind.MAINSTREAM_TEACHER, StaffKind.OTHER}


def _qualified(provision: Provision, on: date) -> BesideFinding:
    staffing = provision.staffing or ()
    qualified = [one for one in staffing if one.kind is StaffKind.QUALIFIED_TEACHER]
    others = provision.staffing is None or any(one.kind in _MAY_BE_QUALIFIED for one in staffing)
    none_teaches = provision.staffing is None and provision.teachers == 0
    # Where the number is not recorded there is at least one.
    found = sum(1 if one.count is None else one.count for one in qualified)
    verdict = _at_least(QUALIFIED_TEACHERS.on(on), found, told=none_teaches or not others)
    is_told = bool(qualified) or verdict is not Verdict.NOT_KNOWN
    return BesideFinding(threshold=QUALIFIED_TEACHERS, found=found if is_told else None, verdict=verdict)
