"""Where on the journey a pupil is, and which step may follow: one table that code, docs and pictures read.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenets two and four; the order of the table is ours.

Rules of the room: no step leads out of the school. From the first lesson back there is always a way to stay or to step
back. Wherever something may be missing, people find it out first.
"""

from typing import Final

from attrs import frozen

from iapcore.vocabulary.value import Word

__all__ = ["MOVES", "STEPS", "Move", "Stage", "Step"]


class Stage(Word):
    """Where on the journey a pupil is.

    >>> Stage("hybrid").name
    'HYBRID'
    """

    NOT_REFERRED = "not_referred"
    REFERRED = "referred"
    CONSULTED = "consulted"
    WAITING = "waiting"
    OTHER_SUPPORT = "other_support"
    AGREED = "agreed"
    SETTLING = "settling"
    IN_BASE = "in_base"
    PART_WEEK = "part_week"
    HYBRID = "hybrid"
    RETURNING = "returning"
    CONTINUING_TO_QUALIFICATIONS = "continuing_to_qualifications"
    CONTINUING_TO_SPECIAL_SCHOOL = "continuing_to_special_school"
    CONTINUING_THROUGH_PRIMARY = "continuing_through_primary"
    RETURNED = "returned"
    FOLLOWED_UP = "followed_up"
    ENDED = "ended"
    NOT_KNOWN = "not_known"


class Step(Word):
    """A move along the journey that people may make. Each is a proposal to talk about.

    >>> Step("hold").name
    'HOLD'
    """

    CONSULT = "consult"
    DECIDE = "decide"
    SUPPORT_WHILE_WAITING = "support_while_waiting"
    SUPPORT_OTHERWISE = "support_otherwise"
    PREPARE = "prepare"
    SETTLE = "settle"
    START_RETURN = "start_return"
    NEXT_LESSONS = "next_lessons"
    HOLD = "hold"
    STEP_BACK = "step_back"
    RETURN_IN_FULL = "return_in_full"
    CONTINUE = "continue"
    FOLLOW_UP = "follow_up"
    FIND_OUT = "find_out"


@frozen
class Move:
    """That from a stage a step may be made, and the stages to which it may lead.

    >>> MOVES[0].format()
    'not referred: find out'
    """

    stage: Stage
    step: Step
    to: tuple[Stage, ...] = ()

    def format(self) -> str:
        """Stage and step in words, and where the step may lead."""
        leads = f" ({', '.join(_words(stage) for stage in self.to)})" if self.to else ""
        return f"{_words(self.stage)}: {_words(self.step)}{leads}"


def _words(word: Word) -> str:
    return str(word.value).replace("_", " ")


MOVES: Final = (
    Move(Stage.NOT_REFERRED, Step.FIND_OUT),
    Move(Stage.REFERRED, Step.CONSULT, (Stage.CONSULTED,)),
    Move(Stage.REFERRED, Step.FIND_OUT),
    Move(Stage.CONSULTED, Step.DECIDE, (Stage.AGREED, Stage.WAITING, Stage.OTHER_SUPPORT)),
    Move(Stage.CONSULTED, Step.FIND_OUT),
    Move(Stage.WAITING, Step.SUPPORT_WHILE_WAITING, (Stage.AGREED,)),
    Move(Stage.WAITING, Step.FIND_OUT),
    Move(Stage.OTHER_SUPPORT, Step.SUPPORT_OTHERWISE, (Stage.REFERRED,)),
    Move(Stage.AGREED, Step.PREPARE, (Stage.SETTLING, Stage.IN_BASE, Stage.PART_WEEK)),
    Move(Stage.AGREED, Step.FIND_OUT),
    Move(Stage.SETTLING, Step.SETTLE, (Stage.IN_BASE, Stage.PART_WEEK)),
    Move(Stage.SETTLING, Step.FIND_OUT),
    Move(Stage.IN_BASE, Step.START_RETURN, (Stage.HYBRID,)),
    Move(Stage.IN_BASE, Step.HOLD),
    Move(Stage.IN_BASE, Step.FIND_OUT),
    Move(Stage.PART_WEEK, Step.START_RETURN, (Stage.HYBRID, Stage.RETURNING)),
    Move(Stage.PART_WEEK, Step.HOLD),
    Move(Stage.PART_WEEK, Step.FIND_OUT),
    Move(Stage.HYBRID, Step.NEXT_LESSONS, (Stage.HYBRID, Stage.RETURNING)),
    Move(Stage.HYBRID, Step.HOLD),
    Move(Stage.HYBRID, Step.STEP_BACK, (Stage.HYBRID, Stage.IN_BASE, Stage.PART_WEEK)),
    Move(Stage.HYBRID, Step.FIND_OUT),
    Move(Stage.RETURNING, Step.RETURN_IN_FULL, (Stage.RETURNED,)),
    Move(Stage.RETURNING, Step.HOLD),
    Move(Stage.RETURNING, Step.STEP_BACK, (Stage.HYBRID,)),
    Move(Stage.RETURNING, Step.FIND_OUT),
    Move(Stage.CONTINUING_TO_QUALIFICATIONS, Step.CONTINUE, (Stage.ENDED,)),
    Move(Stage.CONTINUING_TO_SPECIAL_SCHOOL, Step.CONTINUE, (Stage.ENDED,)),
    Move(Stage.CONTINUING_THROUGH_PRIMARY, Step.CONTINUE, (Stage.RETURNED, Stage.ENDED)),
    Move(Stage.RETURNED, Step.FOLLOW_UP, (Stage.FOLLOWED_UP,)),
    Move(Stage.FOLLOWED_UP, Step.FOLLOW_UP),
    Move(Stage.ENDED, Step.FOLLOW_UP),
    Move(Stage.NOT_KNOWN, Step.FIND_OUT),
)
"""Which step may follow which stage, and where it may lead. `FIND_OUT` says that a person must first learn what is not
recorded. In hybrid, one lesson is enough."""

STEPS: Final[dict[Stage, tuple[Step, ...]]] = {
    stage: tuple(move.step for move in MOVES if move.stage is stage) for stage in Stage
}
"""The steps that may follow each stage, as `MOVES` has them."""
