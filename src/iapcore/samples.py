"""Made-up cohorts, for demonstrations and benchmarks. Nobody in them exists and nothing in them is evidence.

The same seed makes the same cohort, one journey at a time.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from iapcore.record.attendance import SessionMark
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Consultation, Referral, RiskGround
from iapcore.record.stream import Stream
from iapcore.record.support import Evaluation, SupportTried
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable, Weekday
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet, Ground, PriorSupport, Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant, Role, View
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import KeyStage, YearGroup

__all__ = ["cohort"]

_CALENDAR: Final = SchoolCalendar(
    key="made-up",
    terms=(
        Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23))),
        Term(DateSpan(date(2026, 11, 2), date(2026, 12, 18))),
        Term(DateSpan(date(2027, 1, 4), date(2027, 2, 12))),
    ),
)
_ROOM: Final = Provision(
    key="made-up-room",
    name="A made-up room",
    is_fictional=True,
    kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    key_stages=(KeyStage.KS3,),
    places=12,
    weeks=(6, 6),
    settling_weeks=1,
)
_PERIODS: Final = tuple(str(period) for period in range(1, 7))
_SUBJECTS: Final = ("English", "Maths", "Science", "History", "Art", "PE")
_ASKED: Final = (
    Role.PROVISION_LEAD,
    Role.PASTORAL,
    Role.SENCO,
    Role.SENIOR_LEADER,
    Role.SAFEGUARDING_LEAD,
    Role.FAMILY,
    Role.PUPIL,
)
_MARKS: Final = tuple(AttendanceCode(code) for code in "IOMNU")


def cohort(pupils: int, *, seed: int = 1) -> Iterator[Journey]:
    """Journeys of made-up pupils in a six-week half-term model, autumn 2026, some with parts not recorded.

    >>> first = next(cohort(3))
    >>> first == next(cohort(3))
    True
    >>> len(list(cohort(3)))
    3
    """
    for number in range(pupils):
        yield _journey(number, Random(f"{seed}:{number}"))


def _journey(number: int, chance: Random) -> Journey:
    began = chance.choice((date(2026, 9, 7), date(2026, 11, 2)))
    planned = DateSpan(began, began + timedelta(days=39))
    referred = began - timedelta(days=chance.randint(20, 45))
    ended = began.month == date(2026, 9, 1).month
    week, hybrid, ratings = _week(began, chance)
    placement = Placement(
        ref="p1",
        provision=_ROOM,
        referral="r1",
        purpose=Purpose.RETURN,
        planned=planned,
        began=began,
        ending=_ending(planned, chance) if ended else None,
    )
    return Journey(
        pupil=Pupil(
            id=PupilId(f"made-up-{number:06}"),
            year_group=chance.choice((YearGroup.YEAR_7, YearGroup.YEAR_8, YearGroup.YEAR_9)),
            sex=chance.choice((Sex.FEMALE, Sex.MALE)),
        ),
        calendar=_CALENDAR,
        referrals=(_referral(referred, chance),),
        placements=(placement,),
        timetables=(week, hybrid) if chance.random() < _SHARE_RECORDED else None,
        ratings=ratings,
        marks=_marks(chance) if chance.random() < _SHARE_RECORDED else None,
    )


_SHARE_RECORDED: Final = 0.9


def _ending(planned: DateSpan, chance: Random) -> Ending:
    where = (Destination.MAINSTREAM, Destination.MAINSTREAM, Destination.FURTHER_STAY, None)
    return Ending(day=planned.end or planned.start, destination=chance.choice(where))


def _referral(day: date, chance: Random) -> Referral:
    supports = tuple(
        SupportTried(support=support, evaluation=Evaluation(day=day - timedelta(days=7)))
        for support in chance.sample(list(PriorSupport), chance.randint(1, 4))
    )
    asked = tuple(Consultation(role=role, day=day + timedelta(days=3), view=View.FOR) for role in _ASKED)
    return Referral(
        ref="r1",
        day=day,
        provision=_ROOM,
        purpose=Purpose.RETURN,
        grounds=(RiskGround(ground=chance.choice(list(Ground))),),
        data_considered=tuple(DataSet),
        supports=supports,
        consultations=asked,
        instead_of_sanction=False,
    )


def _week(began: date, chance: Random) -> tuple[Timetable, Timetable, tuple[Rating, ...]]:
    slots = [Slot(weekday, period) for weekday in Weekday for period in _PERIODS]
    colours = {slot: chance.choice(list(LessonColour)) for slot in slots}
    subjects = {slot: chance.choice(_SUBJECTS) for slot in slots}
    green = [slot for slot in slots if colours[slot] is LessonColour.GREEN]
    back = set(green[: chance.randint(0, 4)])

    def version(starts: date, in_mainstream: set[Slot]) -> Timetable:
        return Timetable(
            starts=starts,
            lessons=tuple(
                Lesson(
                    slot=slot,
                    subject=subjects[slot],
                    where=Where.MAINSTREAM if slot in in_mainstream else Where.BASE,
                )
                for slot in slots
            ),
        )

    rated = began + timedelta(days=3)
    ratings = tuple(Rating(day=rated, slot=slot, colour=colours[slot], by=Informant.PUPIL) for slot in slots)
    return version(began, set()), version(began + timedelta(days=7), back), ratings


def _marks(chance: Random) -> Stream[SessionMark]:
    complete = DateSpan(date(2026, 9, 2), date(2026, 11, 20))
    present = {Half.MORNING: AttendanceCode("/"), Half.AFTERNOON: AttendanceCode("\\")}
    often = chance.uniform(0.5, 1)
    return Stream(
        complete=complete,
        events=tuple(
            SessionMark(day=day, half=half, code=code if chance.random() < often else chance.choice(_MARKS))
            for day in _CALENDAR.school_days(complete) or ()
            for half, code in present.items()
        ),
    )
