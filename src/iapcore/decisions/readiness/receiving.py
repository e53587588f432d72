"""The other side: are those ready who receive the pupil?

Rule of the room: what is not done here is work for adults. It never says anything about the pupil.
"""

from typing import Final

from iapcore.decisions.readiness.turns import (
    NO_RATINGS,
    NO_STAY,
    NO_WEEK,
    OTHER_PURPOSE,
    accompanied,
    in_turn,
    other_purpose,
    proposed,
    spoken_about,
)
from iapcore.decisions.receiving_side import (
    ADJUSTMENTS,
    NAMED,
    NOT_RECORDED,
    look_at_adjustments,
    look_at_names,
    transition_of,
)
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force

__all__ = ["READINESS_RECEIVING"]

_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_CHALLENGES: Final = FOUR_TENETS.at("tenet 4, common challenges, reintegration")


@rule(
    key="READY-9",
    asks="Was each receiving teacher spoken to?",
    expects="The base meets the teachers of the lessons that come next: strategies, triggers, progress.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=(
        "placements",
        "placement.transition",
        "timetables",
        "ratings",
        "choices",
        "placement.purpose",
        "placement.purpose_changes",
    ),
    chooses=(
        "lessons_per_step",
        "taper",
        "colour_order",
        "turn_order",
        "subject_returns",
        "amber_means",
        "red_means",
    ),
    overlooks="Which teacher it is: nothing is counted by teacher.",
    met=OTHER_PURPOSE
    | {
        "spoken": "The teachers of the next lessons were spoken to. Somebody goes along to: {accompanied}.",
        "none_next": "No lesson is next.",
    },
    not_met={
        "not_spoken": (
            (
                "Speak first with the teachers of: {slots}. Waiting for that: {waiting}. "
                "Somebody goes along to: {accompanied}."
            ),
            "Meet the teachers of {slots}: tell them what helps and what is hard, and hear what they need.",
        )
    },
    not_known=NO_STAY
    | NO_WEEK
    | NO_RATINGS
    | {
        "not_recorded": (
            (
                "Conversations with receiving staff, or the lessons they were about, are not recorded. "
                "Somebody goes along to: {accompanied}."
            ),
            "Write down which teachers were spoken to, when, and about which lessons.",
        ),
    },
)
def teachers_were_spoken_to(situation: Situation) -> Said:
    following = in_turn(situation)
    if other := other_purpose(situation):
        return other
    if not following:
        return said("none_next")
    along = accompanied(situation)
    transition = situation.placement and situation.placement.transition
    conversations = transition and transition.conversations
    left = tuple(slot for slot in following if slot not in spoken_about(situation))
    if conversations is None or (left and any(one.slots is None for one in conversations)):
        return said("not_recorded", accompanied=along)
    if left:
        waiting = tuple(slot for slot in following if slot not in proposed(situation))
        return said("not_spoken", slots=left, waiting=waiting, accompanied=along)
    return said("spoken", accompanied=along)


@rule(
    key="READY-10",
    asks="Was the pupil's passport shared?",
    expects="What helps and what is hard is written down and handed on, with a conversation.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "placement.transition"),
    overlooks="What the passport says.",
    met={"shared": "The passport was shared on {day}."},
    not_met={},
    not_known=NOT_RECORDED
    | {
        "not_recorded": (
            "No passport is recorded.",
            "Write a passport with the pupil: what helps, and what is hard.",
        ),
        "sharing_not_recorded": (
            "A passport is written; when it was shared is not recorded, or it was not.",
            "Go through the passport with the pupil, hand it on with a talk, and write down the day.",
        ),
    },
)
def passport_was_shared(situation: Situation) -> Said:
    passport = known(transition_of(situation).passport, "not_recorded")
    return said("shared", day=known(passport.shared, "sharing_not_recorded"))


@rule(
    key="READY-16",
    asks="Were the adjustments made to which the receiving side agreed?",
    expects="Receiving staff know what is expected of them. A mainstream that is not ready makes a return hard.",
    force=Force.ADVISORY,
    cites=(_TRANSITION, _CHALLENGES),
    reads=("placements", "placement.transition"),
    overlooks="What was agreed, and for which lessons.",
    met=ADJUSTMENTS["met"],
    not_met=ADJUSTMENTS["not_met"],
    not_known=ADJUSTMENTS["not_known"],
)
def adjustments_are_made(situation: Situation) -> Said:
    return look_at_adjustments(situation)


@rule(
    key="READY-17",
    asks="Is it named who receives the pupil?",
    expects="A pupil goes back to people: staff who know of the return and have a part in it.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "placement.transition"),
    overlooks="Who they are: they are told by role.",
    met=NAMED["met"],
    not_met=NAMED["not_met"],
    not_known=NAMED["not_known"],
)
def receiving_staff_are_named(situation: Situation) -> Said:
    return look_at_names(situation)


READINESS_RECEIVING: Final[tuple[Rule, ...]] = (
    teachers_were_spoken_to,
    passport_was_shared,
    adjustments_are_made,
    receiving_staff_are_named,
)
"""What those who receive the pupil have done, and what they still owe."""
