"""Short forms, so that the records read like notes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Final

from iapcore import (
    Adjustment,
    AttendanceCode,
    CheckIn,
    Consultation,
    DataSet,
    DateSpan,
    DomainRating,
    Evaluation,
    Experience,
    Extent,
    FamilyContact,
    Half,
    Incident,
    Informant,
    Intervention,
    KeyStage,
    Lesson,
    LessonColour,
    LessonMark,
    NeedKind,
    NeedLookedFor,
    PlannedLesson,
    PlannedWeek,
    PriorSupport,
    Progress,
    Provenance,
    ProvisionKind,
    PupilChoice,
    Rating,
    Removal,
    ReturnPlan,
    Role,
    ScaleScore,
    SchoolCalendar,
    SessionMark,
    Slot,
    Stream,
    SubjectAssessment,
    SupportTried,
    Suspension,
    TargetProgress,
    Term,
    Timetable,
    TrafficLights,
    TrustedAdult,
    View,
    Where,
)
from iapcore.record.check_in import CheckTime
from iapcore.record.provision import Standing
from iapcore.record.referral import Decided, ReferralDecision
from iapcore.record.timetable import Blank, PeriodTime, Weekday
from iapcore.vocabulary.lessons import LessonAttendance, SharedTime
from iapcore.vocabulary.offers import MonitoringDomain, SessionType
from iapcore.vocabulary.qualifications import Pace

FOUR_TENETS: Final = "Simpson and O'Brien, Four Tenets (2025)"
HEADTEACHER_UPDATE: Final = "McPhee, Headteacher Update, Spring Term Edition (2025)"
SCHOOLS_WEEK: Final = "Schools Week (2025)"


INTERNAL: Final = ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION
KS1, KS2, KS3, KS4 = KeyStage.KS1, KeyStage.KS2, KeyStage.KS3, KeyStage.KS4


FIVE_PROFESSIONALS: Final = (
    Role.PROVISION_LEAD,
    Role.PASTORAL,
    Role.SENCO,
    Role.SENIOR_LEADER,
    Role.SAFEGUARDING_LEAD,
)
FIVE_DATA_SETS: Final = (
    DataSet.ATTENDANCE,
    DataSet.BEHAVIOUR,
    DataSet.ACADEMIC,
    DataSet.PASTORAL,
    DataSet.SEN,
)


day: Final = date.fromisoformat
span: Final = DateSpan.parse


def slots(text: str) -> tuple[Slot, ...]:
    """`Mon:3 Wed:1` as slots."""
    return tuple(map(Slot.parse, text.split()))


def published(source: str, place: str, of: str) -> Provenance:
    return Provenance(of=tuple(of.split()), standing=Standing.PUBLISHED, source=source, place=place)


def filled_in(of: str) -> Provenance:
    return Provenance(of=tuple(of.split()), standing=Standing.FILLED_IN)


def tried(support: PriorSupport, started: str, evaluated: str, helped: Extent) -> SupportTried:
    return SupportTried(
        support=support, started=day(started), evaluation=Evaluation(day=day(evaluated), helped=helped)
    )


def asked(on: str, *roles: Role, view: View | None = View.FOR) -> tuple[Consultation, ...]:
    return tuple(Consultation(role=role, day=day(on), view=view) for role in roles)


def scores(**points: int) -> tuple[ScaleScore, ...]:
    return tuple(ScaleScore(scale=scale, points=count) for scale, count in points.items())


def targets_stand(**progress: Progress) -> tuple[TargetProgress, ...]:
    return tuple(TargetProgress(target=target, progress=how) for target, how in progress.items())


def periods(text: str) -> tuple[PeriodTime, ...]:
    """`1 09:30-10:30, 2 10:30-11:30`: when the periods of a day are."""
    return tuple(
        PeriodTime(period=period, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))
        for period, begins, ends in (re.split("[ -]", part) for part in text.split(", "))
    )


def week(
    starts: str,
    subjects: str,
    *,
    mainstream: str,
    elsewhere: str = "",
    times: str | None = None,
    shared: Iterable[SharedTime] | None = None,
    accompanied: str = "",
    specialist: str | None = None,
) -> Timetable:
    """Five lines of subjects, Monday first. What is neither in mainstream nor elsewhere is taught in the base.

    To the lessons `accompanied` somebody goes along; `specialist` are the subjects with a room of their own.
    """
    along = set(slots(accompanied))
    away = dict.fromkeys(slots(mainstream), Where.MAINSTREAM)
    away |= dict.fromkeys(slots(elsewhere), Where.ELSEWHERE)
    return Timetable(
        starts=day(starts),
        times=None if times is None else periods(times),
        shared=None if shared is None else tuple(shared),
        lessons=tuple(
            Lesson(
                slot=slot,
                subject=subject,
                where=away.get(slot, Where.BASE),
                specialist_room=None if specialist is None else subject in specialist.split(),
                accompanied=True if slot in along else None,
            )
            for weekday, line in zip(Weekday, subjects.strip().splitlines(), strict=True)
            for slot, subject in (
                (Slot(weekday, str(n)), word) for n, word in enumerate(line.split(), start=1)
            )
        ),
    )


def half_days(starts: str, *, base: str, times: str, accompanied: str = "") -> Timetable:
    """A primary week of mornings and afternoons, in mainstream but for those in the base."""
    away, along = set(slots(base)), set(slots(accompanied))
    return Timetable(
        starts=day(starts),
        times=periods(times),
        shared=tuple(SharedTime),
        lessons=tuple(
            Lesson(
                slot=slot,
                where=Where.BASE if slot in away else Where.MAINSTREAM,
                accompanied=True if slot in along else None,
            )
            for slot in (Slot(weekday, half) for weekday in Weekday for half in ("am", "pm"))
        ),
    )


def whole_week_rated(on: str, colours: str) -> Iterator[Rating]:
    """The pupil's colours for the whole week, in the one-line notation."""
    for weekday, cells in zip(Weekday, TrafficLights.parse(colours).days, strict=True):
        for number, cell in enumerate(cells, start=1):
            if not isinstance(cell, Blank):
                yield Rating(day=day(on), slot=Slot(weekday, str(number)), colour=cell, by=Informant.PUPIL)


def rated(on: str, **by_colour: str) -> Iterator[Rating]:
    """`green="Mon:3 Wed:1"`: the pupil's colours for some lessons."""
    for colour, text in by_colour.items():
        for slot in slots(text):
            yield Rating(day=day(on), slot=slot, colour=LessonColour(colour), by=Informant.PUPIL)


def chose(on: str, *, at_most: int, first: str = "", not_yet: str = "", accompanied: str = "") -> PupilChoice:
    """What the pupil chose of the way back, asked about all of it: nothing named is *no wish*."""
    return PupilChoice(
        day=day(on),
        first=slots(first),
        not_yet=slots(not_yet),
        at_most=at_most,
        accompanied=slots(accompanied),
        back_to_base=(),
        apart_from=(),
    )


def planned(
    on: str, weeks: dict[str, str], *, shared: Iterable[SharedTime], agreed_with: Iterable[Role]
) -> ReturnPlan:
    """`{"2026-11-09": "Fri:1+ Wed:1*"}`: with `+` somebody goes along, before one with `*` its teacher is spoken to."""
    return ReturnPlan(
        day=day(on),
        weeks=tuple(
            PlannedWeek(
                starts=day(starts),
                back=tuple(
                    PlannedLesson(
                        slot=Slot.parse(word.rstrip("+*")), accompanied="+" in word, speak_first="*" in word
                    )
                    for word in lessons.split()
                ),
            )
            for starts, lessons in weeks.items()
        ),
        shared=tuple(shared),
        agreed_with=tuple(agreed_with),
    )


def register(
    calendar: SchoolCalendar,
    *runs: tuple[str, int],
    code: str = "I",
    suspended: Iterable[str] = (),
    off_site: Iterable[str] = (),
) -> Stream[SessionMark]:
    """Marks for runs of days that follow each other, each with how many sessions were missed in it.

    Missed are whole days, spread over the run, and one afternoon more where the number is odd. Days of
    suspension come on top and bear `E`; afternoons at a provider bear `B` where the pupil was there.
    """
    out = set(map(day, suspended))
    provider = set(map(day, off_site))
    marks: list[SessionMark] = []
    for text, missed in runs:
        days = [one for one in span(text).days() if calendar.is_school_day(one)]
        possible = [one for one in days if one not in out]
        away = {possible[(2 * n + 1) * len(possible) // (2 * (missed // 2))] for n in range(missed // 2)}
        last_here = max(one for one in possible if one not in away)
        for one in days:
            here = one not in out and one not in away
            for half, present in ((Half.MORNING, "/"), (Half.AFTERNOON, "\\")):
                missed_alone = missed % 2 == 1 and one == last_here and half is Half.AFTERNOON
                there = "B" if half is Half.AFTERNOON and one in provider else present
                sign = there if here and not missed_alone else "E" if one in out else code
                marks.append(SessionMark(day=one, half=half, code=AttendanceCode(sign)))
    first, last = span(runs[0][0]), span(runs[-1][0])
    return Stream(complete=DateSpan(first.start, last.end), events=tuple(marks))


def incidents(complete: str, seen: str = "") -> Stream[Incident]:
    """`2026-09-08 Tue:1, 2026-09-16`: the day, and the lesson where it was in one."""
    events: list[Incident] = []
    for text in filter(None, seen.split(", ")):
        on, _, slot = text.partition(" ")
        events.append(Incident(day=day(on), slot=Slot.parse(slot) if slot else None))
    return Stream(complete=span(complete), events=tuple(events))


def suspensions(complete: str, *given: tuple[str, int]) -> Stream[Suspension]:
    """Each with its first day and its half-days."""
    events = tuple(Suspension(day=day(on), half_days=count) for on, count in given)
    return Stream(complete=span(complete), events=events)


BANK_HOLIDAYS: Final = tuple(map(day, ("2026-05-04", "2027-05-03")))


def half_terms(key: str, halves: str, inset: str) -> SchoolCalendar:
    """A calendar out of its half-terms, in pairs; a half that begins in June and stands first is a term alone."""
    spans = list(map(span, halves.split()))
    terms = [Term(spans.pop(0))] if len(spans) % 2 else []
    for first, second in zip(spans[::2], spans[1::2], strict=True):
        assert first.end is not None
        holiday = DateSpan(first.end + timedelta(days=1), second.start - timedelta(days=1))
        terms.append(Term(DateSpan(first.start, second.end), half_term=holiday))
    return SchoolCalendar(
        key=key, terms=tuple(terms), inset_days=tuple(map(day, inset.split())), closed=BANK_HOLIDAYS
    )


# --- What a school writes down beside it ------------------------------------------------------------------


def looked_for(on: str, *found: NeedKind) -> tuple[NeedLookedFor, ...]:
    """All three kinds of need were looked for on a day; these were found."""
    return tuple(NeedLookedFor(day=day(on), need=need, found=need in found) for need in NeedKind)


def decided(on: str, what: Decided, *by: Role) -> tuple[ReferralDecision, ...]:
    return (ReferralDecision(day=day(on), decided=what, by=by),)


def adjusted(agreed: str, about: str, made: str | None, by: Role = Role.SUBJECT_TEACHER) -> Adjustment:
    return Adjustment(agreed=day(agreed), by=by, slots=slots(about), made=None if made is None else day(made))


def check_ins(calendar: SchoolCalendar, complete: str, points: str, *, left: str = "") -> Stream[CheckIn]:
    """A morning check-in of the emotional state and an afternoon check-out of all five domains, by the pupil.

    A word of six digits for each school day: the morning, then the five. On the days `left` there was no
    check-out. The school's scale runs from 1 to 5.
    """
    days = [one for one in span(complete).days() if calendar.is_school_day(one)]
    early = set(map(day, left.split()))
    events: list[CheckIn] = []
    for one, (morning, *rest) in zip(days, points.split(), strict=True):
        domains = {CheckTime.CHECK_IN: {MonitoringDomain.EMOTIONAL_STATE: morning}}
        if one not in early:
            domains[CheckTime.CHECK_OUT] = dict(zip(MonitoringDomain, rest, strict=True))
        events += [
            CheckIn(
                day=one,
                time=when,
                by=Informant.PUPIL,
                ratings=tuple(
                    DomainRating(domain=domain, points=int(count), out_of=5)
                    for domain, count in rated.items()
                ),
            )
            for when, rated in domains.items()
        ]
    return Stream(complete=span(complete), events=tuple(events))


def lesson_marks(complete: str, seen: str) -> Stream[LessonMark]:
    """`2026-11-09 Mon:3, 2026-11-11 Wed:1 late`: there, where no other word stands."""
    events: list[LessonMark] = []
    for text in seen.split(", "):
        on, slot, *how = text.split(" ")
        attendance = LessonAttendance(how[0]) if how else LessonAttendance.THERE
        events.append(LessonMark(day=day(on), slot=Slot.parse(slot), attendance=attendance))
    return Stream(complete=span(complete), events=tuple(events))


def removals(complete: str, seen: str = "") -> Stream[Removal]:
    """`2026-09-11 Fri:2 35`: the day, the lesson and the minutes."""
    events: list[Removal] = []
    for text in filter(None, seen.split(", ")):
        on, slot, minutes = text.split(" ")
        events.append(Removal(day=day(on), slot=Slot.parse(slot), minutes=int(minutes)))
    return Stream(complete=span(complete), events=tuple(events))


def contacts(complete: str, *, planned: str = "", responsive: str = "", by: Role) -> Stream[FamilyContact]:
    """Days of planned and of responsive contacts with the family, all with word that they are on board."""
    held = [(day(one), True) for one in planned.split()] + [(day(one), False) for one in responsive.split()]
    events = tuple(
        FamilyContact(day=one, is_planned=is_planned, view=View.FOR, by=by)
        for one, is_planned in sorted(held)
    )
    return Stream(complete=span(complete), events=events)


def trusted(since: str, role: Role, where: Where, adult: str) -> TrustedAdult:
    return TrustedAdult(since=day(since), role=role, where=where, adult=adult)


def said(
    on: str, by: Informant, supported: Extent | None, learning: Extent | None, moved: Extent | None = None
) -> Experience:
    return Experience(
        day=day(on), by=by, feels_supported=supported, is_learning=learning, transition_went_well=moved
    )


def worked(on: str, **subjects: Pace) -> tuple[SubjectAssessment, ...]:
    """How the pupil did on the mainstream's own tasks."""
    return tuple(
        SubjectAssessment(day=day(on), subject=subject, pace=pace, on_mainstream_task=True)
        for subject, pace in subjects.items()
    )


def intervention(
    started: str,
    ended: str | None,
    *needs: NeedKind,
    by: Role,
    session: SessionType = SessionType.INTERVENTION,
) -> Intervention:
    return Intervention(
        started=day(started), ended=None if ended is None else day(ended), needs=needs, session=session, by=by
    )
