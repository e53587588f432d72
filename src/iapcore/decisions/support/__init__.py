"""Does support answer the needs that were found?

Rules of the room: what is asked here is asked of the provision and of the people around the pupil. Not looked for is
not *not found*; a need that nothing answers is named, so that somebody can answer it. What counts is what was written
down of this stay and of the time that led to it: since the end of the stay before, if there was one.

Four modules hold it: which needs were `found`, what is `answered`, what the `offer` holds, and the `answer`.
"""

from iapcore.decisions.support.answer import SUPPORT, Support, check_support
from iapcore.decisions.support.answered import (
    interventions_answer_needs,
    learning_has_a_baseline,
    targets_answer_needs,
    wellbeing_has_a_baseline,
)
from iapcore.decisions.support.found import needs_were_looked_for
from iapcore.decisions.support.offer import check_ins_are_daily, offer_holds_both

__all__ = [
    "SUPPORT",
    "Support",
    "check_ins_are_daily",
    "check_support",
    "interventions_answer_needs",
    "learning_has_a_baseline",
    "needs_were_looked_for",
    "offer_holds_both",
    "targets_answer_needs",
    "wellbeing_has_a_baseline",
]
