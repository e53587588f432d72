"""What a pupil may come to on the way in and out, on which days, and to which groups the pupil belongs.

Rules of the room: a day that is not recorded is `None` among the others, so that what may have happened is never taken
for what did not. A group is read off the version in force on a day; what was refused or not obtained is no group.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

from iapcore.decisions.outcome import Outcome, OutcomeGroup, OutcomeKind, outcome_of
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import NOT_BEGUN, unbegun
from iapcore.measures.waiting import wait_of
from iapcore.record.characteristics import Characteristics, characteristics_on
from iapcore.record.journey import Journey
from iapcore.record.referral import Decided, Referral
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Word

__all__ = ["Milestone", "Trait", "days_of", "group_of"]


class Trait(Word):
    """By what pupils are compared.

    >>> Trait("sen").name
    'SEN'
    """

    SEN = "sen"
    FREE_SCHOOL_MEALS = "free_school_meals"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    LOOKED_AFTER = "looked_after"


class Milestone(Word):
    """What a pupil may come to on the way in and out.

    `DECLINED` is that people decided on other support; `EXITED` that the stay led to one of the exits to ask about.

    >>> Milestone("waiting").name
    'WAITING'
    """

    REFERRED = "referred"
    DECLINED = "declined"
    WAITING = "waiting"
    PLACED = "placed"
    RETURNED = "returned"
    EXITED = "exited"


def group_of(journey: Journey, trait: Trait, day: date) -> str | None:
    """The label of a pupil's group on a day; `None` where it is not recorded, refused or not obtained.

    SEN provision and sex have the codes of the census, ethnicity its five major groups; the others are `yes` and `no`.

    >>> from iapcore import Pupil, PupilId
    >>> group_of(Journey(pupil=Pupil(id=PupilId("elm-01"), sex=Sex.FEMALE)), Trait.SEX, date(2026, 11, 20))
    'F'
    """
    pupil = journey.pupil
    if trait is Trait.SEX:
        return None if pupil.sex in (None, Sex.UNKNOWN) else pupil.sex.value
    version = characteristics_on(pupil.characteristics or (), day)
    return None if version is None else _GROUPS[trait](version)


def _yes_or_no(answer: bool | None) -> str | None:  # noqa: FBT001
    return None if answer is None else "yes" if answer else "no"


def _free_school_meals(version: Characteristics) -> str | None:
    has_ground = version.free_school_meals is not None
    return _yes_or_no(True if has_ground else version.eligible_for_free_school_meals)


def _ethnicity(version: Characteristics) -> str | None:
    group = version.ethnicity and version.ethnicity.group
    return group.value if group else None


_GROUPS: Final[dict[Trait, Callable[[Characteristics], str | None]]] = {
    Trait.SEN: lambda version: version.sen_provision and version.sen_provision.value,
    Trait.FREE_SCHOOL_MEALS: _free_school_meals,
    Trait.ETHNICITY: _ethnicity,
    Trait.LOOKED_AFTER: lambda version: _yes_or_no(version.is_looked_after),
}

Days: TypeAlias = list[date | None]
"""The days on which a pupil came to a milestone; `None` among them where that is not recorded of something."""


def _referred(journey: Journey, _: Policy, __: date) -> Days:
    return [None] if journey.referrals is None else [one.day for one in journey.referrals]


def _declined(journey: Journey, _: Policy, __: date) -> Days:
    if journey.referrals is None:
        return [None]
    decided = [one.decisions for one in journey.referrals]
    return [None for one in decided if one is None] + [
        one.day for each in decided for one in each or () if one.decided is Decided.OTHER_SUPPORT
    ]


def _waited(journey: Journey, _: Policy, on: date) -> Days:
    if journey.referrals is None:
        return [None]
    return [day for one in journey.referrals for day in _days_of_waiting(journey, one, on)]


def _days_of_waiting(journey: Journey, referral: Referral, on: date) -> Iterator[date | None]:
    """The first day of waiting in each year; nothing where the pupil did not wait."""
    wait = wait_of(journey, referral)
    if wait is None:
        yield None
    if isinstance(wait, DateSpan):
        last = AcademicYear.of(wait.end or on)
        for start in range(AcademicYear.of(wait.start).start, last.start + 1):
            yield max(wait.start, AcademicYear(start).span.start)


def _placed(journey: Journey, _: Policy, on: date) -> Days:
    if journey.placements is None:
        return [None]
    return [one.began for one in journey.placements if unbegun(one, on) != NOT_BEGUN]


def _ended(journey: Journey, policy: Policy, on: date, *, exited: bool) -> Days:
    if journey.placements is None:
        return [None]
    days: Days = []
    for stay in journey.placements:
        outcome = outcome_of(Situation.of(journey, policy=policy, on=on, placement=stay))
        if outcome.kind is OutcomeKind.NOT_KNOWN:
            days.append(None)
        elif _is_exit(outcome) if exited else outcome.destination is Destination.MAINSTREAM:
            days.append(outcome.ended)
    return days


def _is_exit(outcome: Outcome) -> bool:
    return outcome.kind.group is OutcomeGroup.TO_ASK_ABOUT


_DAYS: Final[dict[Milestone, Callable[[Journey, Policy, date], Days]]] = {
    Milestone.REFERRED: _referred,
    Milestone.DECLINED: _declined,
    Milestone.WAITING: _waited,
    Milestone.PLACED: _placed,
    Milestone.RETURNED: lambda journey, policy, on: _ended(journey, policy, on, exited=False),
    Milestone.EXITED: lambda journey, policy, on: _ended(journey, policy, on, exited=True),
}


def days_of(journey: Journey, milestone: Milestone, *, policy: Policy, on: date) -> tuple[date | None, ...]:
    """The days on which a pupil came to a milestone by `on`; `None` among them where that is not recorded.

    A wait has its first day in each year through which it lasts.

    >>> from iapcore import Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=())
    >>> day = date(2026, 11, 20)
    >>> [days_of(journey, one, policy=profile(), on=day) for one in (Milestone.PLACED, Milestone.REFERRED)]
    [(), (None,)]
    """
    return tuple(_DAYS[milestone](journey.as_of(on), policy, on))
