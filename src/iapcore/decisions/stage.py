"""Where on the journey a pupil is."""

from datetime import date

from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.guidance.steps import Stage
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination

__all__ = ["find_stage", "settled_on", "stage_of"]


def find_stage(journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None) -> Stage:
    """The stage of the journey on a day, as far as the record tells.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, Referral, find_stage, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=(Referral(day=date(2026, 10, 1)),))
    >>> find_stage(journey, policy=profile(), on=date(2026, 11, 20)).name
    'REFERRED'
    """
    return stage_of(Situation.of(journey, policy=policy, on=on, placement=placement))


def stage_of(situation: Situation) -> Stage:
    """The stage in a situation."""
    placement = situation.placement
    if placement is None:
        return _before_any_stay(situation)
    if placement.ending is not None:
        back = placement.ending.destination is Destination.MAINSTREAM
        return Stage.RETURNED if back else Stage.ENDED
    if placement.began is None:
        planned = placement.planned is not None and situation.on <= placement.planned.start
        return Stage.PLANNED if planned else Stage.NOT_KNOWN
    if placement.overran(situation.on):
        return Stage.NOT_KNOWN
    if placement.purpose not in (None, Purpose.RETURN):
        return Stage.CONTINUING
    return _in_the_stay(situation, placement.began)


def _before_any_stay(situation: Situation) -> Stage:
    if situation.referral is not None:
        return Stage.REFERRED
    return Stage.NOT_REFERRED if situation.journey.referrals == () else Stage.NOT_KNOWN


def _in_the_stay(situation: Situation, began: date) -> Stage:
    settled = settled_on(situation, began)
    if settled is not None and situation.on < settled:
        return Stage.SETTLING
    lessons = situation.week
    if lessons is None:
        return Stage.NOT_KNOWN
    if not lessons.in_base:
        return Stage.ALL_LESSONS_BACK
    return Stage.HYBRID if lessons.returned or lessons.never_left else Stage.IN_BASE


def settled_on(situation: Situation, began: date) -> date | None:
    """The day from which lessons in mainstream may follow; `None` where no calendar tells."""
    provision = situation.provision
    weeks = provision.settling_weeks if provision else None
    if weeks is None:
        weeks = situation.policy.settling_weeks.value
    if weeks == 0:
        return began
    return situation.journey.calendar.weeks_later(began, weeks) if situation.journey.calendar else None
