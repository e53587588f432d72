"""Whose voices were heard before a place, professionals, family and pupil, and whether there was time to ask."""

from datetime import date
from typing import Final

from attrs import evolve
from dateutil.relativedelta import relativedelta

from iapcore.decisions.eligibility.referral import (
    LISTER,
    NO_REFERRAL,
    PROCESS,
    WHERE_WAITING_HARMS,
    referral_of,
)
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.sources import Force
from iapcore.record.referral import Consultation
from iapcore.vocabulary.people import Role, View

__all__ = ["VOICES_RULES"]

_NOT_KNOWN: Final = NO_REFERRAL | {
    "not_recorded": (
        "Who was asked is not recorded.",
        "Write down who was asked about the referral, on which day, and what they think.",
    )
}


def _consulted(situation: Situation) -> tuple[Consultation, ...]:
    return known(referral_of(situation).consultations, "not_recorded")


def _latest_view(consultations: tuple[Consultation, ...], role: Role) -> Consultation | None:
    """What people of a role said last; where they said unlike things on that day, their view is not known."""
    asked = [one for one in consultations if one.role is role]
    last = max(asked, key=lambda one: one.day, default=None)
    unlike = last is not None and any(one.day == last.day and one.view is not last.view for one in asked)
    return evolve(last, view=None) if last is not None and unlike else last


@rule(
    key="ELIG-5",
    asks="Did the professionals that the policy names give their view?",
    expects="There is time to ask several professionals, most often five: the lead of the provision, pastoral "
    "staff, the SENCo, a senior leader and the safeguarding lead.",
    force=Force.REQUIRED,
    cites=(PROCESS,),
    reads=("referrals", "referral.consultations"),
    chooses=("professionals",),
    overlooks="Whether they agree: their views are for people to weigh.",
    met={"all_asked": "Asked, with a view recorded: {roles}."},
    not_met={
        "not_asked": (
            "Not asked yet: {roles}.",
            "Ask for their view, and write down the day and what they think: {roles}.",
        )
    },
    not_known=_NOT_KNOWN
    | {
        "no_view": (
            "Asked, but no one view is recorded: {roles}.",
            "Go back to them, and write down what they think: {roles}.",
        )
    },
)
def professionals_gave_a_view(situation: Situation) -> Said:
    consultations = _consulted(situation)
    expected = situation.policy.professionals.value
    latest = {role: _latest_view(consultations, role) for role in expected}
    if not_asked := tuple(role for role in expected if latest[role] is None):
        return said("not_asked", roles=not_asked)
    if no_view := tuple(role for role, one in latest.items() if one and one.view is None):
        return said("no_view", roles=no_view)
    return said("all_asked", roles=expected)


@rule(
    key="ELIG-6",
    asks="Were parents or carers involved, and are they on board?",
    expects="Parents or carers are involved before a place begins, and the offer is explained to them.",
    force=Force.REQUIRED,
    is_fixed=True,
    cites=(PROCESS, LISTER),
    reads=("referrals", "referral.consultations"),
    overlooks="Why they think so. Other contacts with the family: they may have been about something else.",
    met={"on_board": "Parents or carers were asked on {day} and are for it."},
    not_met={
        "not_asked": (
            "Parents or carers have not been asked yet.",
            "Explain to parents or carers what is offered, ask what they think, and write it down.",
        ),
        "against": (
            "Parents or carers were asked on {day} and are against it: listen, and talk again.",
            "Ask parents or carers what they fear and what would help, and show them the place if they wish.",
        ),
    },
    not_known=_NOT_KNOWN
    | {
        "unsure": (
            "Parents or carers were asked on {day} and are unsure or not of one mind, or no view is recorded.",
            "Ask parents or carers what they still want to know, and write down what each of them thinks.",
        )
    },
)
def family_is_on_board(situation: Situation) -> Said:
    latest = _latest_view(_consulted(situation), Role.FAMILY)
    if latest is None:
        return said("not_asked")
    reason = {View.FOR: "on_board", View.AGAINST: "against"}.get(latest.view or View.UNSURE, "unsure")
    return said(reason, day=latest.day)


@rule(
    key="ELIG-7",
    asks="Was the pupil involved?",
    expects="The child is involved in the referral.",
    force=Force.REQUIRED,
    is_fixed=True,
    cites=(PROCESS,),
    reads=("referrals", "referral.consultations"),
    overlooks="Whether the pupil would rather not: that is shown, and it is for people to answer.",
    met={
        "involved": "The pupil was asked on {day}.",
        "against": (
            "The pupil was asked on {day} and is against it: find out what would make it right.",
            "Talk with the pupil, and somebody whom the pupil trusts, about what would make it right.",
        ),
    },
    not_met={
        "not_asked": (
            "The pupil has not been asked yet.",
            "Ask the pupil what would help and what they think of a place, and write down what they said.",
        )
    },
    not_known=_NOT_KNOWN,
)
def pupil_was_involved(situation: Situation) -> Said:
    latest = _latest_view(_consulted(situation), Role.PUPIL)
    if latest is None:
        return said("not_asked")
    return said("against" if latest.view is View.AGAINST else "involved", day=latest.day)


@rule(
    key="ELIG-8",
    asks="Was there time to consult?",
    expects="A referral leaves enough time to consult; one school begins a month ahead.",
    force=Force.ADVISORY,
    cites=(PROCESS, LISTER),
    reads=("referrals", "placements", "placement.planned", "placement.began", "referral.waiting_would_harm"),
    chooses=("lead_months",),
    overlooks="Whether the time was used.",
    met={
        "time": "Made on {referred} for a start on {start}. Months asked for: {months}.",
        "waiting_would_harm": (
            "Made on {referred} for a start on {start}. Months asked for: {months}. Waiting longer would harm.",
            "At the first review, ask everybody whom the short time left out.",
        ),
    },
    not_met={
        "short": (
            "Made on {referred} for a start on {start}. Months asked for: {months}.",
            "Ask whether everybody had time to think, pupil and family first; where they had not, choose a later "
            "start. " + WHERE_WAITING_HARMS,
        )
    },
    not_known=NO_REFERRAL
    | {
        "no_start": (
            "The day on which the stay starts is not recorded.",
            "Agree on a first day with pupil and family, and write it down.",
        )
    },
)
def there_was_time_to_consult(situation: Situation) -> Said:
    referral = referral_of(situation)
    start: date = known(situation.placement and situation.placement.start, "no_start")
    months = situation.policy.lead_months.value
    in_time = referral.day <= start - relativedelta(months=months)
    reason = "time" if in_time else "waiting_would_harm" if referral.waiting_would_harm else "short"
    return said(reason, referred=referral.day, start=start, months=months)


VOICES_RULES: Final[tuple[Rule, ...]] = (
    professionals_gave_a_view,
    family_is_on_board,
    pupil_was_involved,
    there_was_time_to_consult,
)
"""What is asked of those who were asked."""
