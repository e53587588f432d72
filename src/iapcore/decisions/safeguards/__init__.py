"""Questions that protect: is a stay used as a sanction, which clocks of law run, does the register fit?

Rules of the room: these are questions for people, and read so. Each is about the provision or the adults, never about
the child. There is no verdict over them, no count and no score.
"""

from datetime import date
from typing import Final

from iapcore.decisions.judgement import Judgement, ask
from iapcore.decisions.questions import Questions, questions_of
from iapcore.decisions.rule import Rule
from iapcore.decisions.safeguards.agreement import AGREEMENT
from iapcore.decisions.safeguards.clocks import CLOCKS
from iapcore.decisions.safeguards.register import REGISTER
from iapcore.decisions.safeguards.sanction import SANCTION
from iapcore.decisions.safeguards.sight import SIGHT
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement

__all__ = ["AGREEMENT", "CLOCKS", "REGISTER", "SAFEGUARDS", "SANCTION", "SIGHT", "check_safeguards"]

SAFEGUARDS: Final[tuple[Rule, ...]] = (*SANCTION, *AGREEMENT, *SIGHT, *CLOCKS, *REGISTER)
"""All that is asked: signs of a sanction, how the place was agreed, who sees it, clocks of law, the register."""


def check_safeguards(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[Questions]:
    """Which questions should people ask about a stay, its suspensions and its register?

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, profile
    >>> stay = Placement(began=date(2026, 11, 2))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), reviews=())
    >>> judged = check_safeguards(journey, policy=profile(), on=date(2026, 11, 20))
    >>> judged.answer.value, judged.finding("SAFE-8").asks
    ('cannot_tell', 'Did people record what the stay is for?')

    Raises `OutOfScopeError` where suspensions are to be counted for a day before the guidance that is held, of August
    2024.
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    findings = ask(SAFEGUARDS, situation)
    answer = questions_of(findings)
    return Judgement(about="safeguards", answer=answer, findings=findings, policy=policy.named, on=on)
