"""Is the pupil's move to the next setting prepared: back to mainstream, or to another place?

Rules of the room: the source describes six elements of a move that goes well; each is a question of its own, with its
day. What is asked follows from where the move leads. It is a question to adults: no answer says anything about the
pupil, and none holds a pupil back. No exit is ever proposed here.
"""

from iapcore.decisions.transition.elements import ELEMENTS
from iapcore.decisions.transition.handover import HANDOVER
from iapcore.decisions.transition.preparation import TRANSITION, Preparation, check_transition

__all__ = ["ELEMENTS", "HANDOVER", "TRANSITION", "Preparation", "check_transition"]
