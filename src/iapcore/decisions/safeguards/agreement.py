"""Signs that a place came about without asking, without other support before, or without a purpose.

Rule of the room: what eligibility asks before a stay is asked here once more, of a stay that has begun: it is a
question about the adults, and the stay goes on.
"""

from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.referral import Consultation, Referral
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.spans import DateSpan

__all__ = ["AGREEMENT"]

_REFERRAL: Final = FOUR_TENETS.at("tenet 2, robust referral process")
_NO_STAY: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the day on which the pupil first came.",
    )
}
_NO_REFERRAL: Final = {
    "no_referral": ("No referral is recorded.", "Write down who asked for the place, when, and why.")
}
_NOT_ASKED: Final = {
    "not_recorded": (
        "Who was asked is not recorded.",
        "Write down who was asked about the place, when, and what they think.",
    )
}


def _stay(situation: Situation) -> DateSpan:
    return known(situation.stay, "no_stay")


def _referral(situation: Situation) -> Referral:
    return known(situation.referral, "no_referral")


def _asked_before(situation: Situation) -> list[Consultation]:
    consultations = known(_referral(situation).consultations, "not_recorded")
    start = _stay(situation).start
    return [one for one in consultations if one.day < start]


@rule(
    key="SAFE-5",
    asks="Did the school ask other professionals before the stay began?",
    expects="A referral leaves time to ask several professionals.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("placements", "referrals", "referral.consultations", "placement.began"),
    overlooks="Whether those asked are the ones whom the policy names: eligibility asks for that.",
    met={"asked": "Asked before {start}: {roles}."},
    not_met={
        "nobody": (
            "No professional is recorded as asked before {start}.",
            "Ask now those who know the pupil's needs, and write down why the stay began without them.",
        )
    },
    not_known=_NO_REFERRAL | _NO_STAY | _NOT_ASKED,
)
def professionals_were_asked_before(situation: Situation) -> Said:
    asked = {one.role for one in _asked_before(situation)} - {Role.FAMILY, Role.PUPIL}
    start = _stay(situation).start
    roles = tuple(role for role in Role if role in asked)
    return said("asked", start=start, roles=roles) if roles else said("nobody", start=start)


@rule(
    key="SAFE-6",
    asks="Did the school ask the family and the pupil before the stay began?",
    expects="Parents or carers and the child are involved in the referral, before a place begins.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("placements", "referrals", "referral.consultations", "placement.began"),
    overlooks="What they said: eligibility asks for that.",
    met={"asked": "The family and the pupil were asked before {start}."},
    not_met={
        "not_asked": (
            "Not asked before {start}: {roles}.",
            "Ask now ({roles}): what do they think of the stay, and what would they change? Write down what they say.",
        )
    },
    not_known=_NO_REFERRAL | _NO_STAY | _NOT_ASKED,
)
def family_and_pupil_were_asked_before(situation: Situation) -> Said:
    asked = {one.role for one in _asked_before(situation)}
    start = _stay(situation).start
    roles = tuple(role for role in (Role.FAMILY, Role.PUPIL) if role not in asked)
    return said("not_asked", start=start, roles=roles) if roles else said("asked", start=start)


@rule(
    key="SAFE-7",
    asks="Did the school try other support before?",
    expects="A place is part of a graduated response, and seldom the first support.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("referrals", "referral.supports", "referral.waiting_would_harm"),
    overlooks="Whether it was evaluated and helped: eligibility asks for that.",
    met={
        "tried": "Supports tried: {tried}.",
        "waiting_would_harm": "People recorded why waiting would harm. Supports tried: {tried}.",
    },
    not_met={
        "none": (
            "It is recorded that no other support was tried.",
            "Ask which support the pupil can have in class beside the stay, and begin it.",
        )
    },
    not_known=_NO_REFERRAL
    | {
        "not_recorded": (
            "What was tried before is not recorded.",
            "Write down which supports were tried, from when to when, or that none was.",
        )
    },
)
def other_support_was_tried(situation: Situation) -> Said:
    referral = _referral(situation)
    tried = len({one.support for one in referral.supports or ()})
    if tried:
        return said("tried", tried=tried)
    if referral.waiting_would_harm:
        return said("waiting_would_harm", tried=tried)
    known(referral.supports, "not_recorded")
    return said("none")


@rule(
    key="SAFE-8",
    asks="Did people record what the stay is for?",
    expects="A stay has a purpose that everybody knows.",
    force=Force.REQUIRED,
    cites=(FOUR_TENETS.at("tenet 4, measurable pupil outcomes"),),
    reads=("placements",),
    overlooks="Whether the purpose is the right one for the pupil.",
    met={"recorded": "The stay is for: {purpose}."},
    not_met={},
    not_known={
        "no_stay": ("No stay is recorded.", "Write down the stay, or that there is none."),
        "not_recorded": (
            "What the stay is for is not recorded.",
            "Agree with pupil and family what the stay is for, and write it down.",
        ),
    },
)
def stay_has_a_purpose(situation: Situation) -> Said:
    purpose = known(situation.placement, "no_stay").purpose_on(situation.on)
    return said("recorded", purpose=known(purpose, "not_recorded"))


AGREEMENT: Final[tuple[Rule, ...]] = (
    professionals_were_asked_before,
    family_and_pupil_were_asked_before,
    other_support_was_tried,
    stay_has_a_purpose,
)
"""The law of this room."""
