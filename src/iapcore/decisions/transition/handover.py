"""Where the move leads, what is handed on, what the receiving side owes, and what one kind of move asks for alone."""

from typing import Final

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
from iapcore.record.learning import PathwayEvent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.qualifications import PathwayStep
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.year_groups import KeyStage

__all__ = ["HANDOVER", "leads_to"]

_SIX: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_OUTCOMES: Final = FOUR_TENETS.at("tenet 4, measurable pupil outcomes")
_PATHWAY: Final = FOUR_TENETS.at("tenet 4, table of two purposes, measurement")
_CHALLENGES: Final = FOUR_TENETS.at("tenet 4, common challenges, reintegration")
_BY_PURPOSE: Final = {
    Purpose.RETURN: Destination.MAINSTREAM,
    Purpose.QUALIFICATIONS: Destination.POST_16,
    Purpose.SPECIAL_SCHOOL_BRIDGE: Destination.SPECIAL_SCHOOL,
}
_ORDER: Final = tuple(PathwayStep)
_PRIMARY: Final = (KeyStage.EARLY_YEARS, KeyStage.KS1, KeyStage.KS2)


def leads_to(situation: Situation) -> Destination | None:
    """Where the move led; while the stay is open, where it is meant to lead, else what the purpose says."""
    placement = situation.placement
    if placement is None:
        return None
    if placement.ending is not None:
        return placement.ending.destination
    meant = placement.transition and placement.transition.destination
    purpose = placement.purpose_on(situation.on)
    return meant or (_BY_PURPOSE.get(purpose) if purpose else None)


@rule(
    key="TRANS-1",
    asks="Is it known where the move leads?",
    expects="A move is prepared towards a place; return is the ideal, and other places are valued too.",
    force=Force.REQUIRED,
    cites=(_OUTCOMES, _SIX),
    reads=(
        "placements",
        "placement.transition",
        "placement.ending",
        "placement.purpose",
        "placement.purpose_changes",
    ),
    overlooks="Whether it is the right place.",
    met={
        "led": "The stay ended on {day}, and led to: {destination}.",
        "ended": "The stay ended on {day}.",
        "leads": "The move is meant to lead to: {destination}.",
    },
    not_met={},
    not_known={
        "no_stay": NOT_RECORDED["no_stay"],
        "not_recorded": (
            "Where the move leads is not recorded, and the purpose of the stay does not tell.",
            "Talk with pupil and family about where the move should lead, and write it down.",
        ),
    },
)
def destination_is_known(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    destination = known(leads_to(situation), "not_recorded")
    ending = situation.placement and situation.placement.ending
    if ending is not None and destination is Destination.DIED:
        return said("ended", day=ending.day)
    if ending is not None:
        return said("led", day=ending.day, destination=destination)
    return said("leads", destination=destination)


@rule(
    key="TRANS-9",
    asks="Does the passport say what helps and what is hard, and was it handed on?",
    expects="A passport of helpful strategies and of what may go wrong is useful to those who receive the pupil.",
    force=Force.ADVISORY,
    cites=(_SIX,),
    reads=("placements", "placement.transition"),
    overlooks="What it says.",
    met={"shared": "It names {strategies} strategies and {triggers} triggers; handed on, on {day}."},
    not_met={
        "empty": (
            "The passport names no strategy, or no trigger.",
            "Write down with the pupil what helps and what is hard: some of each.",
        )
    },
    not_known=NOT_RECORDED
    | {
        "not_recorded": (
            "No passport is recorded, or what it names is not.",
            "Write a passport with the pupil: what helps, and what is hard.",
        ),
        "sharing_not_recorded": (
            "The passport is written; when it was handed on is not recorded, or it was not.",
            "Go through the passport with the pupil, hand it on with a talk, and write down the day.",
        ),
    },
)
def passport_is_full(situation: Situation) -> Said:
    passport = known(transition_of(situation).passport, "not_recorded")
    if () in (passport.strategies, passport.triggers):
        return said("empty")
    strategies = known(passport.strategies, "not_recorded")
    triggers = known(passport.triggers, "not_recorded")
    day = known(passport.shared, "sharing_not_recorded")
    return said("shared", strategies=len(strategies), triggers=len(triggers), day=day)


@rule(
    key="TRANS-10",
    asks="Did a conversation go with the passport?",
    expects="A passport is useful; a conversation is needed as well.",
    force=Force.ADVISORY,
    cites=(_SIX,),
    reads=("placements", "placement.transition"),
    overlooks="Who spoke with whom: they are told by role.",
    met={"both": "Handed on, on {day}; conversations: {number}, last on {last}."},
    not_met={
        "alone": (
            "The passport was handed on, on {day}, and nobody was spoken to.",
            "Talk the passport through with those who have it, with the pupil where the pupil likes.",
        )
    },
    not_known=NOT_RECORDED
    | {
        "no_passport": (
            "No passport that was handed on is recorded.",
            "Hand the passport on with a talk, and write both down.",
        ),
        "no_conversations": (
            "Conversations with those who receive the pupil are not recorded.",
            "Write down who was spoken to, and when.",
        ),
    },
)
def passport_came_with_a_talk(situation: Situation) -> Said:
    transition = transition_of(situation)
    day = known(transition.passport and transition.passport.shared, "no_passport")
    conversations = known(transition.conversations, "no_conversations")
    if not conversations:
        return said("alone", day=day)
    return said("both", day=day, number=len(conversations), last=max(one.day for one in conversations))


@rule(
    key="TRANS-11",
    asks="What does the receiving side still owe?",
    expects="A receiving side that is not ready makes a move hard: what it agreed to is made.",
    force=Force.ADVISORY,
    cites=(_SIX, _CHALLENGES),
    reads=("placements", "placement.transition"),
    overlooks="What was agreed.",
    met=ADJUSTMENTS["met"],
    not_met=ADJUSTMENTS["not_met"],
    not_known=ADJUSTMENTS["not_known"],
)
def nothing_is_owed(situation: Situation) -> Said:
    return look_at_adjustments(situation)


@rule(
    key="TRANS-13",
    asks="Is it named who receives the pupil?",
    expects="Those who hand over and those who receive know each other.",
    force=Force.ADVISORY,
    cites=(_SIX,),
    reads=("placements", "placement.transition"),
    overlooks="Who they are: they are told by role.",
    met=NAMED["met"],
    not_met=NAMED["not_met"],
    not_known=NAMED["not_known"],
)
def those_who_receive_are_named(situation: Situation) -> Said:
    return look_at_names(situation)


@rule(
    key="TRANS-14",
    asks="Is there a place after 16?",
    expects="The way of qualifications leads to a place after 16 that is secured, and kept.",
    force=Force.REQUIRED,
    cites=(_PATHWAY,),
    reads=("placements", "pathway"),
    overlooks="Whether it is the right place, and which qualifications it asks for.",
    met={
        "offered": "A place was offered on {day}.",
        "started": "The young person started there on {day}.",
        "still_there": "The young person was still there on {day}.",
    },
    not_met={
        "none": (
            "No step towards a place after 16 has been made.",
            "Look at places with the young person and the family, visit one, and help with the application.",
        ),
        "applied": (
            "They applied on {day}; an offer is not recorded.",
            "Ask the provider how the application stands, and keep a second place in view.",
        ),
        "left": (
            "The young person left the place by {day}.",
            "Ask the young person what they want now, and look for another place with them.",
        ),
    },
    not_known={
        "no_stay": NOT_RECORDED["no_stay"],
        "not_recorded": (
            "Steps towards a place after 16 are not recorded.",
            "Write down each application, offer and start, or that there was none yet.",
        ),
        "contradict": (
            "By the record the young person both left the place and was still there on {day}.",
            "Ask the young person or the provider which is right, and mend the record.",
        ),
    },
)
def place_after_16(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    pathway = known(situation.journey.pathway, "not_recorded")
    if not pathway:
        return said("none")
    left = [one for one in pathway if one.step is PathwayStep.LEFT]
    standing = [one for one in pathway if one.step is not PathwayStep.LEFT and not _is_over(one, left)]
    if standing:
        best = max(standing, key=lambda one: (_ORDER.index(one.step), one.day))
        return said(best.step.value, day=best.day)
    last = max(one.day for one in left)
    doubtful = any(one.step is PathwayStep.STILL_THERE and one.day == last for one in pathway)
    return said("contradict" if doubtful else "left", day=last)


def _is_over(one: PathwayEvent, left: list[PathwayEvent]) -> bool:
    """Whether the young person left that place later on; where a provider is not recorded, it may be that one."""
    return any(
        one.day <= end.day and (one.provider == end.provider or None in (one.provider, end.provider))
        for end in left
    )


@rule(
    key="TRANS-15",
    asks="Is the place at a special school settled before secondary school?",
    expects="Whether a special school is right is best settled before a pupil reaches secondary school.",
    force=Force.ADVISORY,
    cites=(_OUTCOMES,),
    reads=("placements", "pupil.year_group"),
    overlooks="Whether a special school is right: that is for family, school and authority.",
    met={"in_primary": "The pupil is taught in year {year}."},
    not_met={
        "in_secondary": (
            "The pupil is already taught in year {year}.",
            "Ask family, SENCo and local authority what still stands in the way, and by when it can be settled.",
        )
    },
    not_known={
        "no_stay": NOT_RECORDED["no_stay"],
        "not_recorded": (
            "The year in which the pupil is taught is not recorded, or the pupil follows none.",
            "Write down the pupil's year group.",
        ),
    },
)
def settled_in_primary(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    year = known(situation.journey.pupil.year_group, "not_recorded")
    stage = known(year.key_stage, "not_recorded")
    return said("in_primary" if stage in _PRIMARY else "in_secondary", year=year)


@rule(
    key="TRANS-16",
    asks="Does the pupil know that they may still come to the base?",
    expects="Once a pupil is back, the base often stays a safe place: to drop in at break, or when things are hard. "
    "After-care says that somebody still thinks of the pupil.",
    force=Force.ADVISORY,
    cites=(_SIX, _CHALLENGES, FOUR_TENETS.at("case study 2, Lister Community School")),
    reads=("placements", "placement.transition"),
    overlooks="Whether the pupil comes: that is for the pupil, and a visit is no relapse.",
    met={"offered": "Offered for the time after the move: {access}."},
    not_met={
        "none_offered": (
            "It is recorded that nothing is offered for the time after the move.",
            "Ask the pupil what would help after the move, and say when and how they may come to the base.",
        )
    },
    not_known=NOT_RECORDED
    | {
        "not_recorded": (
            "Whether the pupil may still come to the base is not recorded.",
            "Agree with the pupil how they may still come to the base, and write it down.",
        )
    },
)
def after_care_is_offered(situation: Situation) -> Said:
    offered = known(transition_of(situation).after_care_offered, "not_recorded")
    return said("offered", access=offered) if offered else said("none_offered")


HANDOVER: Final[tuple[Rule, ...]] = (
    destination_is_known,
    passport_is_full,
    passport_came_with_a_talk,
    nothing_is_owed,
    those_who_receive_are_named,
    place_after_16,
    settled_in_primary,
    after_care_is_offered,
)
"""Where the move leads, what is handed on and owed, and what one kind of move asks for alone."""
