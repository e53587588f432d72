"""How a stay stood or had ended: every rule asked, and the kind that follows."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from iapcore.decisions.judgement import Judgement, ask, unlawful_forces
from iapcore.decisions.outcome.comparisons import (
    attends_more,
    has_fewer_incidents,
    keeps_pace_more,
    loses_less_to_suspension,
    wellbeing_is_better,
)
from iapcore.decisions.outcome.endings import (
    exit_is_explained,
    no_unplanned_stay_followed,
    purpose_was_answered,
    stay_began,
    stay_ended,
)
from iapcore.decisions.outcome.kinds import Outcome, kind_of
from iapcore.decisions.outcome.lasting import (
    no_exclusion_followed,
    return_is_sustained,
    takes_part,
    was_followed_up,
)
from iapcore.decisions.outcome.pathways import gained_qualifications, has_a_place_after_16
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.value import stop_if_any

__all__ = ["OUTCOME", "classify_outcome", "outcome_of"]

OUTCOME: Final[tuple[Rule, ...]] = (
    stay_began,
    stay_ended,
    purpose_was_answered,
    attends_more,
    takes_part,
    wellbeing_is_better,
    loses_less_to_suspension,
    was_followed_up,
    keeps_pace_more,
    return_is_sustained,
    has_a_place_after_16,
    gained_qualifications,
    no_unplanned_stay_followed,
    has_fewer_incidents,
    exit_is_explained,
    no_exclusion_followed,
)
"""The law of this room."""


def classify_outcome(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[Outcome]:
    """How a stay stood or had ended on a day, and the reasons for saying so.

    By default about the latest placement that had begun or was planned by `on`. Raises `OutOfScopeError` for a day
    before the text that says how many half-days a school day has, where suspensions are compared.

    >>> from datetime import date
    >>> from iapcore import Destination, Ending, Journey, Placement, Pupil, PupilId, classify_outcome, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    >>> stay = Placement(began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> outcome = classify_outcome(journey, policy=profile(), on=date(2026, 11, 20))
    >>> outcome.answer.kind.name
    'RETURNED_PARTICIPATION_NOT_KNOWN'
    >>> outcome.finding("OUT-10").sentence
    'Of what the policy asks for, this is not known: attendance, participation, follow-up.'
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    findings = ask(OUTCOME, situation)
    answer = _outcome(situation, {finding.key: finding for finding in findings})
    return Judgement(about="outcome", answer=answer, findings=findings, policy=policy.named, on=on)


def outcome_of(situation: Situation) -> Outcome:
    """The answer of `classify_outcome` alone: no more rules are asked than it takes.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=())
    >>> outcome_of(Situation.of(journey, policy=profile(), on=date(2026, 11, 20))).kind.value
    'not_begun'
    """
    stop_if_any(unlawful_forces(OUTCOME, situation.policy))
    return _outcome(situation, _WhenAsked(situation))


class _WhenAsked(dict[str, Finding]):
    """The findings of the rules, by key, each asked when it is looked at."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def __missing__(self, key: str) -> Finding:
        self[key] = found = _RULES[key](self._situation)
        return found


_RULES: Final = {one.key: one for one in OUTCOME}


def _outcome(situation: Situation, findings: Mapping[str, Finding]) -> Outcome:
    ending = situation.placement and situation.placement.ending
    destination = ending and ending.destination
    return Outcome(
        kind=kind_of(destination, findings),
        ended=ending and ending.day,
        destination=destination,
        chosen_by=ending and ending.chosen_by,
    )
