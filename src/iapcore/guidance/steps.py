"""Where on the journey a pupil is, and which step may follow: one table that code, docs and pictures read.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenets two and four; the order of the table is ours.
"""

from typing import Final

from iapcore.vocabulary.value import Word

__all__ = ["STEPS", "Stage", "Step"]


class Stage(Word):
    """Where on the journey a pupil is.

    >>> Stage("hybrid").name
    'HYBRID'
    """

    NOT_REFERRED = "not_referred"
    REFERRED = "referred"
    PLANNED = "planned"
    SETTLING = "settling"
    IN_BASE = "in_base"
    HYBRID = "hybrid"
    ALL_LESSONS_BACK = "all_lessons_back"
    CONTINUING = "continuing"
    RETURNED = "returned"
    ENDED = "ended"
    NOT_KNOWN = "not_known"


class Step(Word):
    """A move along the journey that people may make. Each is a proposal to talk about.

    >>> Step("hold").name
    'HOLD'
    """

    SETTLE = "settle"
    START_RETURN = "start_return"
    NEXT_LESSONS = "next_lessons"
    HOLD = "hold"
    STEP_BACK = "step_back"
    RETURN_IN_FULL = "return_in_full"
    CONTINUE = "continue"
    FOLLOW_UP = "follow_up"
    CONSULT = "consult"
    PREPARE = "prepare"
    FIND_OUT = "find_out"


STEPS: Final[dict[Stage, tuple[Step, ...]]] = {
    Stage.NOT_REFERRED: (Step.FIND_OUT,),
    Stage.REFERRED: (Step.CONSULT, Step.FIND_OUT),
    Stage.PLANNED: (Step.PREPARE, Step.FIND_OUT),
    Stage.SETTLING: (Step.SETTLE, Step.FIND_OUT),
    Stage.IN_BASE: (Step.START_RETURN, Step.HOLD, Step.FIND_OUT),
    Stage.HYBRID: (Step.NEXT_LESSONS, Step.HOLD, Step.STEP_BACK, Step.FIND_OUT),
    Stage.ALL_LESSONS_BACK: (Step.RETURN_IN_FULL, Step.HOLD, Step.STEP_BACK, Step.FIND_OUT),
    Stage.CONTINUING: (Step.CONTINUE,),
    Stage.RETURNED: (Step.FOLLOW_UP,),
    Stage.ENDED: (Step.FOLLOW_UP,),
    Stage.NOT_KNOWN: (Step.FIND_OUT,),
}
"""Which step may follow which stage. `FIND_OUT` says that a person must first learn what is not recorded."""
