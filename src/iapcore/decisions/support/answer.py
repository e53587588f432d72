"""The answer, and the rules that it follows from."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.judgement import Decision, ask, verdict_of
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.support.answered import ANSWERED_RULES
from iapcore.decisions.support.found import FOUND_RULES
from iapcore.decisions.support.offer import OFFER_RULES
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.value import Word

__all__ = ["SUPPORT", "Support", "check_support", "support_of"]


class Support(Word):
    """The answer to *does support answer the needs that were found?*

    * `IN_PLACE`: all kinds of need were looked for, and what was found is answered.
    * `GAPS`: a kind of need was not looked for, nothing answers one that was found, or the offer is one-sided.
    * `CANNOT_TELL`: no gap is seen, and something is not known.

    >>> Support("in_place").name
    'IN_PLACE'
    """

    IN_PLACE = "in_place"
    GAPS = "gaps"
    CANNOT_TELL = "cannot_tell"


_ANSWERS: Final = {
    Verdict.MET: Support.IN_PLACE,
    Verdict.NOT_MET: Support.GAPS,
    Verdict.NOT_KNOWN: Support.CANNOT_TELL,
}


SUPPORT: Final[tuple[Rule, ...]] = (*FOUND_RULES, *ANSWERED_RULES, *OFFER_RULES)
"""The law of this room."""


def support_of(findings: Iterable[Finding]) -> Support:
    """The answer that follows from the findings of this room."""
    return _ANSWERS[verdict_of(findings)]


def check_support(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Decision[Support]:
    """Does support answer the needs that were found, as the record stood on `on`?

    The question is about the latest placement that had begun, or the one that is named with `placement=`. Which needs
    nothing answers stands in the parameters of the findings, as `needs`.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, profile
    >>> stay = Placement(began=date(2026, 11, 2))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), needs=())
    >>> decision = check_support(journey, policy=profile(), on=date(2026, 11, 20))
    >>> decision.answer.name, decision.findings[0].sentence
    ('GAPS', 'Not looked for yet: learning, wellbeing, safety.')
    """
    situation = Situation.at_hand(journey, policy=policy, on=on, placement=placement)
    findings = ask(SUPPORT, situation)
    answer = support_of(findings)
    return Decision(about="support", answer=answer, findings=findings, policy=policy.named, on=on)
