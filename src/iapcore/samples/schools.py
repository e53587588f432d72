"""The made-up schools: three years of terms, and for every sixty pupils a school with its room."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from iapcore.record.provision import Provenance, Provision, Staffing, Standing
from iapcore.record.school import School
from iapcore.samples.models import Model
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.unification import Unification

__all__ = ["CALENDAR", "RECORDED", "home_school", "last_school_day", "next_school_day", "room", "weeks_later"]

_DAY: Final = timedelta(days=1)
RECORDED: Final = date(2026, 11, 20)
"""The day until which everything is recorded; whatever would come later is not there, and what is planned is."""


def _term(first: tuple[int, int, int], half_term: str, last: date) -> Term:
    return Term(DateSpan(date(*first), last), DateSpan.parse(half_term))


CALENDAR: Final = SchoolCalendar(
    key="made-up",
    terms=(
        _term((2024, 9, 2), "2024-10-26..2024-11-03", date(2024, 12, 20)),
        _term((2025, 1, 6), "2025-02-15..2025-02-23", date(2025, 4, 4)),
        _term((2025, 4, 22), "2025-05-24..2025-06-01", date(2025, 7, 22)),
        _term((2025, 9, 1), "2025-10-25..2025-11-02", date(2025, 12, 19)),
        _term((2026, 1, 5), "2026-02-14..2026-02-22", date(2026, 3, 27)),
        _term((2026, 4, 13), "2026-05-23..2026-05-31", date(2026, 7, 21)),
        _term((2026, 9, 1), "2026-10-24..2026-11-01", date(2026, 12, 18)),
        _term((2027, 1, 4), "2027-02-13..2027-02-21", date(2027, 3, 25)),
        _term((2027, 4, 12), "2027-05-29..2027-06-06", date(2027, 7, 21)),
    ),
    inset_days=(date(2024, 9, 2), date(2025, 9, 1), date(2026, 9, 1)),
    closed=(date(2025, 5, 5), date(2026, 5, 4), date(2027, 5, 3)),
)


def weeks_later(day: date, weeks: int) -> date:
    """The same weekday so many school weeks later, or earlier, as far as the calendar reaches."""
    if weeks < 0:
        return CALENDAR.weeks_earlier(day, -weeks) or CALENDAR.terms[0].span.start
    return CALENDAR.weeks_later(day, weeks) or CALENDAR.terms[-1].span.end or day


def last_school_day(day: date) -> date:
    """The last school day until that day."""
    return day if CALENDAR.is_school_day(day) else CALENDAR.days_earlier(day, 1) or day


def next_school_day(day: date) -> date:
    """The first school day from that day on."""
    return CALENDAR.days_later(day - _DAY, 1) or day


@lru_cache(maxsize=8)
def home_school(model: Model, number: int) -> School:
    """The school in which a pupil is on roll."""
    return School(
        key=f"made-up-{model.phase.value}-{number}", name=f"Made-up {model.phase.value} school {number}"
    )


@lru_cache(maxsize=8)
def room(model: Model, number: int) -> Provision:
    """The provision of a model in a school."""
    return Provision(
        key=f"made-up-{model.name}-{number}",
        name=f"A made-up room ({model.name})",
        school=home_school(model, number).name,
        is_fictional=True,
        kind=model.kind,
        phase=model.phase,
        key_stages=model.key_stages,
        places=model.places,
        teachers=1,
        assistants=2,
        staffing=(
            Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=1),
            Staffing(kind=StaffKind.TEACHING_ASSISTANT, count=2),
        ),
        purposes=(model.purpose,),
        core_offer=tuple(CoreOffer),
        additional_offer=tuple(AdditionalOffer),
        session_types=(SessionType.DIAGNOSIS, SessionType.INTERVENTION, SessionType.CURRICULUM),
        unification=tuple(Unification),
        weeks=(model.weeks, model.weeks) if model.weeks else None,
        settling_weeks=model.settling_weeks,
        review_weeks=model.review_weeks,
        instruments=(model.instrument,),
        provenance=(Provenance(of=_DESCRIBED, standing=Standing.FILLED_IN),),
    )


_DESCRIBED: Final = (
    "key",
    "name",
    "school",
    "kind",
    "phase",
    "key_stages",
    "places",
    "teachers",
    "assistants",
    "staffing",
    "purposes",
    "core_offer",
    "additional_offer",
    "session_types",
    "unification",
    "weeks",
    "settling_weeks",
    "review_weeks",
    "instruments",
)
