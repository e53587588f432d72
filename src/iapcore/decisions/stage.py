"""Where on the journey a pupil is.

Rule of the room: a stage is read off what is recorded; where the record does not tell, it is *not known*.
"""

from datetime import date
from typing import Final

from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.guidance.steps import Stage
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.referral import Decided, Referral
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination

__all__ = ["find_stage", "settled_on", "stage_of"]

_DECIDED: Final = {
    Decided.PLACE_OFFERED: Stage.AGREED,
    Decided.WAITING_LIST: Stage.WAITING,
    Decided.OTHER_SUPPORT: Stage.OTHER_SUPPORT,
    Decided.WITHDRAWN: Stage.OTHER_SUPPORT,
}
_CONTINUING: Final = {
    Purpose.QUALIFICATIONS: Stage.CONTINUING_TO_QUALIFICATIONS,
    Purpose.SPECIAL_SCHOOL_BRIDGE: Stage.CONTINUING_TO_SPECIAL_SCHOOL,
    Purpose.PRIMARY_YEAR: Stage.CONTINUING_THROUGH_PRIMARY,
}


def find_stage(journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None) -> Stage:
    """The stage of the journey on a day, as far as the record tells.

    A referral made after the latest stay ended is the one in question, unless a placement is named.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, Referral, find_stage, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=(Referral(day=date(2026, 10, 1)),))
    >>> find_stage(journey, policy=profile(), on=date(2026, 11, 20)).name
    'REFERRED'
    """
    return stage_of(Situation.at_hand(journey, policy=policy, on=on, placement=placement))


def stage_of(situation: Situation) -> Stage:
    """The stage in a situation."""
    placement = situation.placement
    if placement is None:
        return _before_any_stay(situation)
    if placement.ending is not None:
        return Stage.NOT_KNOWN if placement.began is None else _after_the_stay(placement)
    if placement.began is None:
        planned = placement.planned is not None and situation.on <= placement.planned.start
        return Stage.AGREED if planned else Stage.NOT_KNOWN
    if placement.overran(situation.on):
        return Stage.NOT_KNOWN
    purpose = placement.purpose_on(situation.on)
    if purpose in _CONTINUING:
        return _CONTINUING[purpose]
    return _in_the_stay(situation, placement.began)


def _before_any_stay(situation: Situation) -> Stage:
    referral = situation.referral
    if referral is None:
        return Stage.NOT_REFERRED if situation.journey.referrals == () else Stage.NOT_KNOWN
    decisions = referral.decisions or ()
    last = max((one.day for one in decisions), default=None)
    decided = {_DECIDED[one.decided] for one in decisions if one.day == last}
    if len(decided) > 1 or (referral.waited_until and decided <= {Stage.WAITING}):
        return Stage.NOT_KNOWN
    if decided:
        return decided.pop()
    if referral.waiting_since is not None:
        return Stage.WAITING
    return Stage.CONSULTED if _is_consulted(situation, referral) else Stage.REFERRED


def _is_consulted(situation: Situation, referral: Referral) -> bool:
    """Whether pupil, family and everybody whom the policy names have been asked."""
    asked = {one.role for one in referral.consultations or ()}
    return {Role.PUPIL, Role.FAMILY, *situation.policy.professionals.value} <= asked


def _after_the_stay(placement: Placement) -> Stage:
    ending = placement.ending
    if ending is None or ending.destination is not Destination.MAINSTREAM:
        return Stage.ENDED
    follow_ups = (placement.transition and placement.transition.follow_ups) or ()
    looked = any(one.day > ending.day for one in follow_ups)
    return Stage.FOLLOWED_UP if looked else Stage.RETURNED


def _in_the_stay(situation: Situation, began: date) -> Stage:
    settled = settled_on(situation, began)
    if settled is not None and situation.on < settled:
        return Stage.SETTLING
    lessons = situation.week
    if lessons is None:
        return Stage.NOT_KNOWN
    if not lessons.in_base:
        # A stay without a lesson in the base is no return in full: its weeks are not told.
        return Stage.RETURNING if lessons.returned else Stage.NOT_KNOWN
    if lessons.returned:
        return Stage.HYBRID
    return Stage.PART_WEEK if lessons.never_left else Stage.IN_BASE


def settled_on(situation: Situation, began: date) -> date | None:
    """The day from which lessons in mainstream may follow; `None` where no calendar tells."""
    provision = situation.provision
    weeks = provision.settling_weeks if provision else None
    if weeks is None:
        weeks = situation.policy.settling_weeks.value
    if weeks == 0:
        return began
    return situation.journey.calendar.weeks_later(began, weeks) if situation.journey.calendar else None
