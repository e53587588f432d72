"""What a judgement answers, in plain words for parents or carers and for the pupil.

Rules of the room: those of `plain`. An answer is no label: it says where things are and what may come next. An answer
of a judgement that is not for staff alone may not ship without its words: a test holds `ANSWERS` against all of them.
"""

from collections.abc import Mapping
from typing import Final

from iapcore.decisions.eligibility import Eligibility
from iapcore.decisions.outcome import OutcomeKind
from iapcore.decisions.questions import Questions
from iapcore.decisions.support import Support
from iapcore.decisions.transition import Preparation
from iapcore.decisions.way_back import Leads
from iapcore.guidance.steps import Step
from iapcore.vocabulary.value import Word

__all__ = ["ANSWERS", "TOLD_IN_PERSON"]

TOLD_IN_PERSON: Final[tuple[Word, ...]] = (OutcomeKind.DIED,)
"""Answers of which a person tells, and no list of reasons."""

_MOVED: Final = (
    "The time in the base has come to an end, and {you} moved on. We want to know if the move feels right."
)

ANSWERS: Final[Mapping[Word, str]] = {
    Eligibility.MAY_START: "The time in the base can start.",
    Eligibility.NOT_YET: "The time in the base cannot start yet. Some things come first, and we will do them.",
    Eligibility.CANNOT_TELL: "We cannot say yet if the time in the base can start. We have some things to find out.",
    Eligibility.OTHER_SUPPORT: "There is other help we should try first. We will talk with {family} about it.",
    Support.IN_PLACE: "There is help for what {you} need{s}.",
    Support.GAPS: "Some help is still missing. We will find it.",
    Support.CANNOT_TELL: "We cannot say yet if all the help is there. We have some things to find out.",
    Preparation.PREPARED: "The move is well planned.",
    Preparation.NOT_YET_PREPARED: "The move is not ready yet. Some things come first, and adults will do them.",
    Preparation.CANNOT_TELL: "We cannot say yet if the move is ready. We have some things to find out.",
    Preparation.NOTHING_TO_PREPARE: "There is no move to plan right now.",
    Questions.TO_ASK: "There are some things we still have to do.",
    Questions.NONE_SEEN: "We have done what we said we would do.",
    Questions.CANNOT_TELL: "We have some things to find out.",
    Step.CONSULT: "Next, we will talk with everyone who should have a say.",
    Step.DECIDE: "Next, we will talk about the plan and decide, with {family} and {you}.",
    Step.SUPPORT_WHILE_WAITING: "{You} will get help while {they} wait for a place.",
    Step.SUPPORT_OTHERWISE: "{You} will get help in other ways.",
    Step.PREPARE: "Next, we will get things ready for the start.",
    Step.SETTLE: "Next, {you} can take time to settle in.",
    Step.START_RETURN: "Next, {you} could go back to a first lesson, if {they} would like to.",
    Step.NEXT_LESSONS: "Next, {you} could go back to more lessons, if {they} would like to.",
    Step.HOLD: "For now, things stay as they are. We will look again soon.",
    Step.STEP_BACK: "For now, it may be best to take a step back. That is fine, and it can change again.",
    Step.RETURN_IN_FULL: "Next, {you} could be back in all lessons, if {they} would like to.",
    Step.CONTINUE: "{You} can go on as planned.",
    Step.FOLLOW_UP: "{You} {have} moved on. We will ask how it is going.",
    Step.FIND_OUT: "We have some things to find out before we can say what comes next.",
    Leads.IN_FULL: "There is a plan to go back to all lessons, week by week. {You} can say no to any part of it.",
    Leads.IN_PART: "There is a plan to go back to some lessons. The rest can wait. {You} can say no to any part of it.",
    Leads.NO_STEP_YET: "For now, no more lessons are planned. There is no hurry.",
    OutcomeKind.NOT_BEGUN: "The time in the base has not started.",
    OutcomeKind.STILL_PLACED: "{You} {have} a place in the base. There is no hurry.",
    OutcomeKind.EXTENDED: "{You} {have} more time in the base. There is no hurry.",
    OutcomeKind.SUSTAINED_RETURN: "{You} {are} back in lessons, and it is going well.",
    OutcomeKind.RETURNED: "{You} {are} back in lessons.",
    OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN: "{You} {are} back in lessons. We want to know how it is going.",
    OutcomeKind.PARTLY_RETURNED: "{You} {are} back for a part of the week, or taking part is still hard in some ways.",
    OutcomeKind.PLANNED_FURTHER_STAY: "{You} will have more time in the base, as planned.",
    OutcomeKind.UNPLANNED_REENTRY: "{You} came back to the base. We want to find out what would help.",
    OutcomeKind.POST_16_PATHWAY: "{You} {have} a plan for after Year 11.",
    OutcomeKind.POST_16_SECURED: "{You} {have} a place for after Year 11.",
    OutcomeKind.POST_16_RETAINED: "{You} {are} still in the place {they} went to after Year 11.",
    OutcomeKind.POST_16_LEFT: "{You} left the place after Year 11. We can help to find one that fits better.",
    OutcomeKind.NO_POST_16_PLACE: "There was no place after Year 11. We can help to find one.",
    OutcomeKind.SPECIAL_SCHOOL_PLACE: "{You} {have} a place in a special school.",
    OutcomeKind.SPECIALIST_BASE: "{You} {have} a place in a base with more help.",
    OutcomeKind.ANOTHER_SCHOOL: _MOVED,
    OutcomeKind.NEXT_PHASE: "{You} moved on to the next school.",
    OutcomeKind.FAMILY_WITHDREW: "{Family} chose to end the time in the base. We want to know what we could do better.",
    OutcomeKind.DIED: "We are very sorry. Someone from school would like to talk with you.",
    OutcomeKind.MANAGED_MOVE: _MOVED,
    OutcomeKind.OFF_SITE_DIRECTION: _MOVED,
    OutcomeKind.ELECTIVE_HOME_EDUCATION: _MOVED,
    OutcomeKind.PERMANENT_EXCLUSION: "The time in the base has come to an end. You can ask us to look at this again.",
    OutcomeKind.EXTERNAL_ALTERNATIVE_PROVISION: _MOVED,
    OutcomeKind.NOT_KNOWN: "We do not know yet how things are. We will find out.",
}
"""Plain words for every answer; a judgement whose answer has none is told by its reasons alone."""
