"""How did the stay end?

Rules of the room: an open stay is open, not a failure. A full timetable alone is *returned, participation not
known*: a sustained return needs evidence that the pupil attends and takes part academically, socially and
emotionally. Exits that the sources warn of raise a question about the provision, never a label on the pupil. A visit
to the base after the end is after-care and no relapse; a permanent exclusion after it is what became of the return.
Nothing here says what caused what.
"""

from iapcore.decisions.outcome.classifying import OUTCOME, classify_outcome, outcome_of
from iapcore.decisions.outcome.comparisons import (
    attends_more,
    has_fewer_incidents,
    keeps_pace_more,
    loses_less_to_suspension,
    wellbeing_is_better,
)
from iapcore.decisions.outcome.endings import (
    ANSWERS_PURPOSE,
    exit_is_explained,
    no_unplanned_stay_followed,
    purpose_was_answered,
    stay_began,
    stay_ended,
)
from iapcore.decisions.outcome.kinds import Outcome, OutcomeGroup, OutcomeKind
from iapcore.decisions.outcome.lasting import (
    no_exclusion_followed,
    return_is_sustained,
    takes_part,
    was_followed_up,
)
from iapcore.decisions.outcome.pathways import gained_qualifications, has_a_place_after_16

__all__ = [
    "ANSWERS_PURPOSE",
    "OUTCOME",
    "Outcome",
    "OutcomeGroup",
    "OutcomeKind",
    "attends_more",
    "classify_outcome",
    "exit_is_explained",
    "gained_qualifications",
    "has_a_place_after_16",
    "has_fewer_incidents",
    "keeps_pace_more",
    "loses_less_to_suspension",
    "no_exclusion_followed",
    "no_unplanned_stay_followed",
    "outcome_of",
    "purpose_was_answered",
    "return_is_sustained",
    "stay_began",
    "stay_ended",
    "takes_part",
    "was_followed_up",
    "wellbeing_is_better",
]
