"""The answer, and how it follows from the rules."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.eligibility.place import PLACE_RULES, place_is_free
from iapcore.decisions.eligibility.referral import REFERRAL_RULES, supports_came_first
from iapcore.decisions.eligibility.voices import VOICES_RULES
from iapcore.decisions.judgement import Decision, ask, verdict_of
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.referral import Referral
from iapcore.vocabulary.value import Word

__all__ = ["ELIGIBILITY", "Eligibility", "check_eligibility", "eligibility_of"]


class Eligibility(Word):
    """The answer to *may the placement start?*

    * `MAY_START`: all required rules are met.
    * `OTHER_SUPPORT`: people should first consider other support in school. Too little was tried, nobody recorded that
      waiting would harm, and no other required rule stands in the way, but that no place may be free. Which support:
      `consider` in the parameters of ELIG-3, and its action.
    * `NOT_YET`: something else is missing, or the support that was tried has still to be evaluated. What: the findings
      that are *not met*, and `next_actions`.
    * `CANNOT_TELL`: nothing stands in the way, and something is not known: `missing` says what.

    >>> Eligibility("not_yet").name
    'NOT_YET'
    """

    MAY_START = "may_start"
    NOT_YET = "not_yet"
    OTHER_SUPPORT = "other_support"
    CANNOT_TELL = "cannot_tell"


ELIGIBILITY: Final[tuple[Rule, ...]] = (*REFERRAL_RULES, *VOICES_RULES, *PLACE_RULES)
"""The law of this room."""

_ANSWERS: Final = {
    Verdict.MET: Eligibility.MAY_START,
    Verdict.NOT_MET: Eligibility.NOT_YET,
    Verdict.NOT_KNOWN: Eligibility.CANNOT_TELL,
}


def eligibility_of(findings: Iterable[Finding]) -> Eligibility:
    """The answer that follows from the findings of this room."""
    found = tuple(findings)
    stand_in_the_way = {
        one.rule: one
        for one in found
        if one.force is Force.REQUIRED and one.verdict is Verdict.NOT_MET and one.rule != place_is_free
    }
    supports = stand_in_the_way.pop(supports_came_first, None)
    if supports is not None and not stand_in_the_way and "consider" in dict(supports.params):
        return Eligibility.OTHER_SUPPORT
    return _ANSWERS[verdict_of(found)]


def check_eligibility(
    journey: Journey,
    *,
    policy: Policy,
    on: date,
    placement: Placement | None = None,
    referral: Referral | None = None,
    places_free: int | None = None,
) -> Decision[Eligibility]:
    """May the placement start, as the record stood on `on`?

    By default the question is about the latest placement that had begun or was planned, or about a referral that was
    made after it ended; name another with `placement=` or ask about a `referral=`. `places_free` depends on other
    pupils; left out, it is not known.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, check_eligibility, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")))
    >>> decision = check_eligibility(journey, policy=profile(), on=date(2026, 11, 20))
    >>> decision.answer.name, len(decision.missing)
    ('CANNOT_TELL', 14)
    >>> decision.next_actions[0].does
    'Write down who asked for the place, when and why; or that nobody has asked for one.'
    """
    situation = Situation.at_hand(
        journey, policy=policy, on=on, placement=placement, referral=referral, places_free=places_free
    )
    findings = ask(ELIGIBILITY, situation)
    return Decision(
        about="eligibility", answer=eligibility_of(findings), findings=findings, policy=policy.named, on=on
    )
