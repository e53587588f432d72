"""What those who receive a pupil agreed to do, and who they are: asked on the way back and of every other move.

Rule of the room: what is not recorded as made is not known to be made; nobody is blamed for it, and somebody asks.
"""

from typing import Final

from iapcore.decisions.rule import Said, Telling, known, said
from iapcore.decisions.situation import Situation
from iapcore.record.transition import Transition

__all__ = ["ADJUSTMENTS", "NAMED", "NOT_RECORDED", "look_at_adjustments", "look_at_names", "transition_of"]

NOT_RECORDED: Final[dict[str, Telling]] = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the first day of the stay, or the day for which it is planned.",
    ),
    "no_transition": (
        "Nothing is recorded of how the move is prepared.",
        "Write down what has been done for the move so far: with whom, and when.",
    ),
}
"""The reasons for which nothing can be told of a move."""

ADJUSTMENTS: Final[dict[str, dict[str, Telling]]] = {
    "met": {"made": "Agreed: {agreed}, all of them made. Agreed by: {roles}."},
    "not_met": {
        "none_agreed": (
            "People looked, and no adjustment is agreed.",
            "Ask the pupil what would help there, and agree with those who receive the pupil what they will do.",
        )
    },
    "not_known": NOT_RECORDED
    | {
        "not_recorded": (
            "Whether the receiving side agreed to adjustments is not recorded.",
            "Write down what the receiving side agreed to do, who agreed, and for which lessons.",
        ),
        "not_made": (
            "Agreed: {agreed}; not recorded as made: {owed}. Agreed by: {roles}.",
            "Ask those who agreed ({roles}) how far they are, what they need for it, and by when it is made.",
        ),
    },
}
"""The reasons that a question about adjustments may give."""

NAMED: Final[dict[str, dict[str, Telling]]] = {
    "met": {"named": "Named by role: {roles}."},
    "not_met": {
        "nobody": (
            "It is recorded that nobody is named yet.",
            "Agree who receives the pupil there, and let pupil and family meet them.",
        )
    },
    "not_known": NOT_RECORDED
    | {
        "not_recorded": (
            "Who receives the pupil is not recorded.",
            "Write down, by role, who receives the pupil.",
        )
    },
}
"""The reasons that a question about those who receive the pupil may give."""


def transition_of(situation: Situation) -> Transition:
    """What is recorded of the move; the check ends with *not known* where nothing is, or the stay has not begun."""
    known(situation.stay, "no_stay")
    return known(situation.placement and situation.placement.transition, "no_transition")


def look_at_adjustments(situation: Situation) -> Said:
    """How many adjustments were agreed, by whom, and how many of them are not recorded as made."""
    adjustments = known(transition_of(situation).adjustments, "not_recorded")
    if not adjustments:
        return said("none_agreed")
    roles = tuple(sorted({one.by.value for one in adjustments if one.by is not None}))
    owed = sum(one.made is None for one in adjustments)
    if owed:
        return said("not_made", agreed=len(adjustments), owed=owed, roles=roles)
    return said("made", agreed=len(adjustments), roles=roles)


def look_at_names(situation: Situation) -> Said:
    """Who receives the pupil, by role."""
    receiving = known(transition_of(situation).receiving, "not_recorded")
    return said("named" if receiving else "nobody", roles=receiving)
