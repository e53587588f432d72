"""The six elements of a planned and supported transition, each with its day.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four. On a way back to mainstream the week itself shows time
in the destination, and colours and wish show the pupil's say; of another move only people can tell.
"""

from datetime import date
from typing import Final

from iapcore.decisions.receiving_side import NOT_RECORDED, transition_of
from iapcore.decisions.reviews import follow_up_days
from iapcore.decisions.rule import Rule, Said, Telling, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Destination, TransitionElement

__all__ = ["ELEMENTS", "RETURNS"]

RETURNS: Final = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)
"""Where a pupil goes back to lessons of this school."""

_SIX: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_READS: Final = ("placements", "placement.transition")
_DONE: Final[dict[str, Telling]] = {"done": "Done, last on {day}."}
_NOT_KNOWN: Final = NOT_RECORDED | {
    "not_recorded": (
        "Which elements of the move were done is not recorded.",
        "Go through the six elements of a transition with those concerned, and write down what was done, and when.",
    )
}


def _day_of(situation: Situation, element: TransitionElement) -> date | None:
    """The last day on which the element was done; `None` where it was not; *not known* where no element is recorded."""
    elements = known(transition_of(situation).elements, "not_recorded")
    return max((one.day for one in elements if one.element is element), default=None)


def _done(situation: Situation, element: TransitionElement) -> Said:
    day = _day_of(situation, element)
    return said("not_done") if day is None else said("done", day=day)


@rule(
    key="TRANS-2",
    asks="Were those who receive the pupil told what they need to know, and talked with?",
    expects="Base and receiving staff communicate: a passport is useful, and a conversation is needed too.",
    force=Force.REQUIRED,
    cites=(_SIX,),
    reads=_READS,
    overlooks="How good the talk was.",
    met=_DONE | {"talked": "Those who receive the pupil were spoken to, last on {day}."},
    not_met={
        "not_done": (
            "No talk with those who receive the pupil is among what was done.",
            "Meet those who receive the pupil, and talk through what helps and what is hard.",
        )
    },
    not_known=_NOT_KNOWN,
)
def communication(situation: Situation) -> Said:
    conversations = transition_of(situation).conversations
    if conversations:
        return said("talked", day=max(one.day for one in conversations))
    answer = _done(situation, TransitionElement.COMMUNICATION)
    return said("not_recorded") if answer.reason == "not_done" and conversations is None else answer


@rule(
    key="TRANS-3",
    asks="Do those who receive the pupil know what is expected of them?",
    expects="What receiving staff are expected to do is clear to them.",
    force=Force.REQUIRED,
    cites=(_SIX,),
    reads=_READS,
    overlooks="Whether they do it: that is asked of the adjustments.",
    met=_DONE,
    not_met={
        "not_done": (
            "Clear expectations of the receiving side are not among what was done.",
            "Agree with those who receive the pupil who does what, from which day, and write it down.",
        )
    },
    not_known=_NOT_KNOWN,
)
def clear_expectations(situation: Situation) -> Said:
    return _done(situation, TransitionElement.CLEAR_EXPECTATIONS)


@rule(
    key="TRANS-4",
    asks="Has the pupil spent time in the place to come?",
    expects="A pupil spends time in the new place before the move.",
    force=Force.REQUIRED,
    cites=(_SIX,),
    reads=_READS,
    overlooks="How long, and how it felt.",
    met=_DONE,
    not_met={
        "not_done": (
            "Time in the place to come is not among what was done.",
            "Arrange a first visit with the pupil and somebody they trust, as short as the pupil likes.",
        )
    },
    not_known=_NOT_KNOWN,
)
def time_there(situation: Situation) -> Said:
    return _done(situation, TransitionElement.TIME_IN_DESTINATION)


@rule(
    key="TRANS-5",
    asks="Has the pupil spent time in mainstream before going back?",
    expects="The week is shared between base and mainstream before a return, and mainstream lessons grow in number.",
    force=Force.REQUIRED,
    cites=(_SIX, _TRAFFIC_LIGHTS),
    reads=("placements", "timetables"),
    overlooks="Whether the pupil was in the lessons: readiness asks that.",
    met={"in_week": "Lessons in mainstream: {lessons}, of which {returned} had been in the base."},
    not_met={
        "none": (
            "No lesson is in mainstream yet.",
            "Ask the pupil which lesson could come first, when the pupil is ready for one.",
        )
    },
    not_known={
        "no_stay": NOT_RECORDED["no_stay"],
        "no_timetable": (
            "The timetable during the stay, or where a lesson is taught, is not recorded.",
            "Write down the week as it is taught now: for every lesson, in the base or in mainstream.",
        ),
    },
)
def time_in_mainstream(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    week = known(situation.week, "no_timetable")
    lessons = len(week.never_left) + len(week.returned)
    return said("in_week", lessons=lessons, returned=len(week.returned)) if lessons else said("none")


@rule(
    key="TRANS-6",
    asks="Has the pupil been helped to get to know the adults there?",
    expects="There is support for building relationships in the new setting.",
    force=Force.REQUIRED,
    cites=(_SIX,),
    reads=_READS,
    overlooks="Friends: no record shows them.",
    met=_DONE,
    not_met={
        "not_done": (
            "Help with getting to know people there is not among what was done.",
            "Ask the pupil whom they would like to meet there first, and bring the two together.",
        )
    },
    not_known=_NOT_KNOWN,
)
def relationships(situation: Situation) -> Said:
    return _done(situation, TransitionElement.RELATIONSHIPS)


@rule(
    key="TRANS-7",
    asks="Did the pupil have a say in the move?",
    expects="The pupil has choices in the move: how fast, and how long in the new setting at first.",
    force=Force.REQUIRED,
    cites=(_SIX,),
    reads=_READS,
    overlooks="What the pupil chose.",
    met=_DONE,
    not_met={
        "not_done": (
            "The pupil's say in the move is not among what was done.",
            "Ask the pupil what they want to choose themselves: how fast, how long at first, and with whom.",
        )
    },
    not_known=_NOT_KNOWN,
)
def voice_there(situation: Situation) -> Said:
    return _done(situation, TransitionElement.PUPIL_AGENCY)


@rule(
    key="TRANS-12",
    asks="Did the pupil say which lessons come first, and how fast?",
    expects="The pupil has choices in the return: which lessons come first, and how fast it goes.",
    force=Force.REQUIRED,
    cites=(_SIX, _TRAFFIC_LIGHTS),
    reads=("placements", "ratings", "reviews"),
    overlooks="What the pupil said: readiness follows it.",
    met={"both": "The pupil gave colours, last on {rated}, and was asked how fast, last on {asked}."},
    not_met={
        "no_colours": (
            "The pupil has given no colours in this stay.",
            "Sit down with the pupil and ask for a colour for every lesson of the week.",
        )
    },
    not_known={
        "no_stay": NOT_RECORDED["no_stay"],
        "no_ratings": (
            "The pupil's colours are not recorded.",
            "Ask the pupil for a colour for every lesson, and write the colours down.",
        ),
        "no_wish": (
            "No review of this stay has recorded how fast the pupil wants to go.",
            "Ask the pupil how fast it should go, and write down what they said.",
        ),
    },
)
def voice_in_return(situation: Situation) -> Said:
    stay = known(situation.stay, "no_stay")
    ratings = known(situation.ratings, "no_ratings")
    rated = [one.day for one in ratings if one.by is Informant.PUPIL and one.day in stay]
    if not rated:
        return said("no_colours")
    reviews = [one for one in situation.journey.reviews or () if one.day in stay]
    asked = [one.day for one in reviews if one.pupil_wish is not None]
    return said("both", rated=max(rated), asked=max(asked)) if asked else said("no_wish")


@rule(
    key="TRANS-8",
    asks="Does support go on after the move?",
    expects="Follow-up goes on once the move is complete; the school that the pupil leaves asks how it goes. Days are "
    "set for it before the move; one that people set is asked for where it comes before the policy's.",
    force=Force.ADVISORY,
    cites=(_SIX,),
    reads=("placements", "placement.transition", "placement.ending", "calendar"),
    chooses=("follow_up_weeks",),
    overlooks="What the look back shows. Visits to the base are after-care, and no relapse.",
    met={
        "held": "Somebody looked back after the move, last on {day}.",
        "planned": "Set for looking back after the move: {days}.",
    },
    not_met={
        "none_set": (
            "It is recorded that no day is set for looking back after the move.",
            "Agree with pupil, family and teachers who looks back, and on which days.",
        ),
        "missed_set": (
            "Nobody has looked back since the move; {day} had been set for it.",
            "Ask the pupil, the family and those who teach the pupil now how it goes, and set another day.",
        ),
        "missed": (
            "Nobody has looked back since the move; the policy's first day for it was {day}.",
            "Ask the pupil, the family and the teachers how it goes, and offer a visit to the base.",
        ),
        "missed_elsewhere": (
            "Nobody has looked back since the move; the policy's first day for it was {day}.",
            "Ask the pupil, the family and the new place how it goes, and what they still need from you.",
        ),
    },
    not_known=NOT_RECORDED
    | {
        "to_come": (
            "Follow-up comes after the move; school weeks after it, by the policy: {weeks}.",
            "Agree now who looks back, and put the days in the diary.",
        ),
        "not_recorded": (
            "Whether anybody looked back after the move is not recorded.",
            "Write down each look back, or that there was none.",
        ),
    },
)
def followed_up(situation: Situation) -> Said:
    transition = transition_of(situation)
    ending = situation.placement and situation.placement.ending
    planned = transition.follow_ups_planned
    if ending is None:
        return said("none_set") if planned == () else _to_come(situation, planned)
    days = [one.day for one in transition.follow_ups or ()]
    days += [one.day for one in transition.elements or () if one.element is TransitionElement.FOLLOW_UP]
    if looked := [day for day in days if day > ending.day]:
        return said("held", day=max(looked))
    known(transition.follow_ups, "not_recorded")
    first = next(iter(follow_up_days(situation)), None)
    still = tuple(day for day in planned or () if day > ending.day)
    if still and min(still) < situation.on and (first is None or min(still) <= first):
        return said("missed_set", day=min(still))
    if first is None or situation.on <= first:
        return _to_come(situation, still if first else None)
    elsewhere = ending.destination is not None and ending.destination not in RETURNS
    return said("missed_elsewhere" if elsewhere else "missed", day=first)


def _to_come(situation: Situation, planned: tuple[date, ...] | None) -> Said:
    """What is told before the first look back: the days that people set for it, or when the policy asks for it."""
    if planned:
        return said("planned", days=tuple(day.isoformat() for day in sorted(planned)))
    return said("to_come", weeks=tuple(map(str, situation.policy.follow_up_weeks.value)))


ELEMENTS: Final[tuple[Rule, ...]] = (
    communication,
    clear_expectations,
    time_there,
    time_in_mainstream,
    relationships,
    voice_there,
    voice_in_return,
    followed_up,
)
"""One rule for each of the six; of two elements one for a way back and one for every other move."""
