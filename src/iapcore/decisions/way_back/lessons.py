"""Which lessons a plan brings back, in which order, how many at a time, and why."""

from collections.abc import Iterable
from typing import Final

from iapcore.decisions.readiness.turns import NO_RATINGS, NO_WEEK
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on
from iapcore.decisions.turn import WeekAtHand
from iapcore.decisions.way_back.ahead import (
    NO_CALENDAR,
    NO_PLAN,
    NOT_ASKED,
    StepAhead,
    begins_before,
    last_step,
    steps_ahead,
    weeks_ahead,
)
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy_words import SubjectReturns, TurnOrder
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot

__all__ = ["PLANNED_LESSONS", "reason_for", "why_this_lesson"]

_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_CHALLENGES: Final = FOUR_TENETS.at("tenet 4, common challenges, reintegration")
_NO_STEP: Final = NO_PLAN | NO_WEEK


@rule(
    key="WAY-1",
    asks="Does the plan bring back only lessons that are in the base?",
    expects="Lessons that were never left stay as they are; only those that were left come back.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "plans"),
    is_fixed=True,
    overlooks="Whether a lesson still has a place for the pupil: the teacher knows.",
    met={
        "in_base": "Lessons that come back: {lessons}. Each is in the base before.",
        "none": "No lesson is planned to come back in the weeks ahead.",
    },
    not_met={
        "not_in_base": (
            "Not in the base when the plan brings them back, or not in mainstream when it hands them back: {slots}.",
            "Take {slots} out of the plan, or correct the timetable.",
        )
    },
    not_known=_NO_STEP,
)
def lessons_were_left(situation: Situation) -> Said:
    steps = steps_ahead(situation)
    wrong = [slot for step in steps for slot in _misplaced(step)]
    if wrong:
        return said("not_in_base", slots=tuple(dict.fromkeys(wrong)))
    planned = sum(len(step.slots) for step in steps)
    return said("in_base", lessons=planned) if planned else said("none")


def _misplaced(step: StepAhead) -> Iterable[Slot]:
    in_base = set(step.before.in_base)
    yield from (slot for slot in step.slots if slot not in in_base)
    yield from (slot for slot in step.week.to_base if slot in in_base or slot not in step.before.lessons)


@rule(
    key="WAY-2",
    asks="Does the plan keep the first time in the base?",
    expects="Where the model has it, the first week is spent wholly in the base; then lessons come back.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "calendar", "placement.began", "placement.provision", "plans"),
    chooses=("settling_weeks",),
    overlooks="Whether the pupil feels settled.",
    met={
        "kept": "Lessons may come back from {day}, and none comes sooner.",
        "none": "No lesson is planned to come back in the weeks ahead.",
    },
    not_met={
        "too_early": (
            "The first time in the base lasts until {day}; the plan brings lessons back from {first}.",
            "Move the lessons planned before {day} to the weeks from then on.",
        )
    },
    not_known=NO_PLAN | NO_CALENDAR,
)
def first_time_is_kept(situation: Situation) -> Said:
    weeks = [week for week in weeks_ahead(situation) if week.back]
    stay = known(situation.stay, "no_stay")
    day = known(settled_on(situation, stay.start), "no_calendar")
    if not weeks:
        return said("none")
    return (
        said("too_early", day=day, first=weeks[0].starts) if weeks[0].starts < day else said("kept", day=day)
    )


@rule(
    key="WAY-3",
    asks="Is the plan no faster than school and pupil chose?",
    expects="Lessons come back little by little, at a pace that the pupil manages and has a say in.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION, _CHALLENGES),
    reads=("placements", "timetables", "calendar", "choices", "plans"),
    chooses=("lessons_per_step", "weeks_per_step", "taper"),
    overlooks="Whether it is too slow: that is for the pupil to say.",
    met={
        "kept": "No step adds more lessons than {most}, and each comes {apart} school weeks or more after the last.",
        "none": "No lesson is planned to come back in the weeks ahead.",
    },
    not_met={
        "too_many": (
            "More lessons than policy and pupil allow come back in the weeks from: {weeks}.",
            "Move some lessons of the weeks from {weeks} to later weeks.",
        ),
        "too_soon": (
            "Less than {apart} school weeks after the step before: the weeks from {weeks}.",
            "Move the lessons of the weeks from {weeks} to later weeks.",
        ),
    },
    not_known=_NO_STEP | NO_CALENDAR | NOT_ASKED,
)
def pace_is_kept(situation: Situation) -> Said:
    steps = [step for step in steps_ahead(situation) if step.week.back]
    calendar = known(situation.journey.calendar, "no_calendar")
    apart = situation.policy.weeks_per_step.value
    if many := [step for step in steps if len(step.slots) > step.before.at_most]:
        return said("too_many", weeks=tuple(step.week.starts.isoformat() for step in many))
    before, soon = last_step(situation), list[str]()
    for step in steps:
        if before is not None:
            allowed = known(calendar.weeks_later(before, apart), "no_calendar")
            if begins_before(step.week.starts, allowed):
                soon.append(step.week.starts.isoformat())
        before = step.week.starts
    if soon:
        return said("too_soon", weeks=tuple(soon), apart=apart)
    known(situation.choice, "not_asked")
    most = max((len(step.slots) for step in steps), default=0)
    return said("kept", most=most, apart=apart) if steps else said("none")


@rule(
    key="WAY-4",
    asks="Do the lessons come back in the order of the pupil's choice and colours?",
    expects="Green lessons come first, among those whose teacher is ready, unless the pupil chooses otherwise.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=("placements", "timetables", "ratings", "choices", "placement.transition", "plans"),
    chooses=("colour_order", "taper", "subject_returns"),
    overlooks="In which order lessons of one colour come back: the policy says what it prefers, and people may differ.",
    met={
        "in_order": "The lessons come back in that order.",
        "none": "No lesson is planned to come back in the weeks ahead.",
    },
    not_met={
        "not_yet": (
            "The pupil asked to wait with: {slots}.",
            "Leave {slots} in the base until the pupil says otherwise.",
        ),
        "out_of_turn": (
            "Come back before others whose turn is sooner and whose teachers are ready: {slots}.",
            "Move {slots} to later weeks, or write down that the pupil chose them.",
        ),
        "no_turn": (
            "Of no colour that the policy returns to ({colours}), and not chosen by the pupil: {slots}.",
            "Leave {slots} in the base, or ask the pupil about them.",
        ),
    },
    not_known=_NO_STEP
    | NO_RATINGS
    | NOT_ASKED
    | {
        "not_rated": ("Planned, and not coloured yet: {slots}.", "Ask the pupil to colour {slots}."),
        "no_talks": (
            "Others have their turn sooner, and it is not recorded whether their teachers are ready.",
            "Write down which teachers were spoken to, and about which lessons.",
        ),
    },
)
def order_is_kept(situation: Situation) -> Said:
    steps = steps_ahead(situation)
    if not any(step.week.back for step in steps):
        return said("none")
    known(situation.colours, "no_ratings")
    return _out_of_order(situation, steps) or _order_not_known(situation, steps) or said("in_order")


def _out_of_order(situation: Situation, steps: tuple[StepAhead, ...]) -> Said | None:
    """The first thing that stands against the order of a plan."""
    asked, colours = (situation.choice and situation.choice.not_yet) or (), situation.colours or {}
    placed = {slot: step.before.place(slot) for step in steps for slot in step.slots}
    if waiting := tuple(slot for slot in placed if slot in asked):
        return said("not_yet", slots=waiting)
    if unplaced := tuple(slot for slot, place in placed.items() if place is None and slot in colours):
        return said("no_turn", slots=unplaced, colours=situation.policy.colour_order.value)
    early = tuple(slot for step in steps for slot in _jumping(step, ready_alone=True))
    return said("out_of_turn", slots=early) if early else None


def _order_not_known(situation: Situation, steps: tuple[StepAhead, ...]) -> Said | None:
    """The first thing without which nobody can say whether a plan keeps the order."""
    placed = {slot: step.before.place(slot) for step in steps for slot in step.slots}
    if unrated := tuple(slot for slot, place in placed.items() if place is None):
        return said("not_rated", slots=unrated)
    choice = situation.choice
    if choice is None or choice.first is None or choice.not_yet is None:
        return said("not_asked")
    jumping = any(_jumping(step, ready_alone=False) for step in steps)
    return said("no_talks") if jumping and not _talks_are_recorded(situation) else None


def _jumping(step: StepAhead, *, ready_alone: bool) -> list[Slot]:
    """The lessons that come back before one whose turn is sooner, or before one of these whose teacher is ready."""
    week = step.before
    left = [
        one for one in week.candidates if one not in step.slots and (week.is_ready(one) or not ready_alone)
    ]
    places = [place for one in left if (place := week.place(one)) is not None]
    soonest = min(places, default=None)
    if soonest is None:
        return []
    return [slot for slot in step.slots if (place := week.place(slot)) is not None and soonest < place]


def _talks_are_recorded(situation: Situation) -> bool:
    transition = situation.placement and situation.placement.transition
    conversations = transition and transition.conversations
    return conversations is not None and all(one.slots is not None for one in conversations)


@rule(
    key="WAY-5",
    asks="Do the lessons of a subject come back as the policy says?",
    expects="Whether a subject comes back at once or lesson by lesson is settled, and is not left to chance.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "choices", "plans"),
    chooses=("subject_returns", "lessons_per_step", "taper"),
    overlooks="What is taught, and by whom.",
    met={
        "as_they_come": "The policy lets lessons of a subject come back as their turn comes.",
        "kept": "The lessons of each subject come back as the policy says.",
    },
    not_met={
        "apart": (
            "The policy brings a subject back in one step; the plan takes apart: {slots}.",
            "Move {slots} to the week in which the others of the subject come back.",
        ),
        "at_once": (
            "The policy brings back one lesson of a subject in a step; the plan brings more: {slots}.",
            "Move {slots} to other weeks.",
        ),
    },
    not_known=_NO_STEP
    | {
        "no_subject": (
            "Of these planned lessons the subject is not recorded: {slots}.",
            "Write down what is taught in {slots}.",
        )
    },
)
def subjects_come_as_agreed(situation: Situation) -> Said:
    steps = steps_ahead(situation)
    wanted = situation.policy.subject_returns.value
    if wanted is SubjectReturns.AS_THEY_COME:
        return said("as_they_come")
    broken = [slot for step in steps for slot in _BREAKS[wanted](step)]
    if broken:
        return said("apart" if wanted is SubjectReturns.TOGETHER else "at_once", slots=tuple(broken))
    unnamed = tuple(slot for step in steps for slot in step.slots if step.before.subject(slot) is None)
    return said("no_subject", slots=unnamed) if unnamed else said("kept")


def _taken_apart(step: StepAhead) -> Iterable[Slot]:
    """The lessons whose subject would have had room in this step and does not come back whole."""
    week = step.before
    for slot in step.slots:
        mates = week.mates(slot)
        if len(mates) <= week.at_most and not set(mates) <= set(step.slots):
            yield slot


def _taken_at_once(step: StepAhead) -> Iterable[Slot]:
    seen: set[str] = set()
    for slot in step.slots:
        subject = step.before.subject(slot)
        if subject in seen:
            yield slot
        seen |= {subject} if subject else set()


_BREAKS: Final = {SubjectReturns.TOGETHER: _taken_apart, SubjectReturns.ONE_BY_ONE: _taken_at_once}


@rule(
    key="WAY-12",
    asks="Why does this lesson come back in this week?",
    expects="Each choice of a plan has a reason that pupil, family and teachers can follow.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=("placements", "timetables", "ratings", "choices", "placement.transition", "plans"),
    chooses=("taper", "turn_order"),
    overlooks="Asked of the whole plan it tells of its next lesson; `WayAhead.whys` tells of each.",
    met={
        "chosen": "The pupil chose {slot}.",
        "same_teacher": "{slot} is {colour}, and the pupil has this teacher already.",
        "specialist_room": "{slot} is {colour}, and needs a room that the base has not.",
        "teacher_ready": "{slot} is {colour}, and the teacher is ready.",
        "to_speak": "{slot} is {colour}; speak to the teacher before.",
        "owed": "{slot} is {colour}; what was agreed for it is not recorded as made.",
        "tapered": "{slot} has no colour; the policy counts down what is left in the base.",
        "none": "No lesson is planned to come back in the weeks ahead.",
    },
    not_met={},
    not_known=_NO_STEP
    | {"no_reason": ("{slot} was not coloured, and not chosen.", "Ask the pupil about {slot}.")},
)
def why_this_lesson(situation: Situation) -> Said:  # noqa: D103  (a rule, as the others)
    lessons = [pair for step in steps_ahead(situation) for pair in step.lessons()]
    if not lessons:
        return said("none")
    week, first = lessons[0]
    return reason_for(week, first.slot)


def reason_for(week: WeekAtHand, slot: Slot) -> Said:
    """Why a lesson of the week at hand is next."""
    if slot in ((week.choice and week.choice.first) or ()):
        return said("chosen", slot=slot)
    colour = week.colours.get(slot)
    if colour is None:
        return said("tapered" if week.tapers else "no_reason", slot=slot)
    for preference in week.policy.turn_order.value:
        if week.favours(preference, slot):
            return said(_REASONS[preference], slot=slot, colour=colour)
    if slot not in week.spoken:
        return said("to_speak", slot=slot, colour=colour)
    return said("owed" if slot in week.owed else "teacher_ready", slot=slot, colour=colour)


_REASONS: Final = {
    TurnOrder.TEACHER_READY: "teacher_ready",
    TurnOrder.SAME_TEACHER: "same_teacher",
    TurnOrder.SPECIALIST_ROOM: "specialist_room",
}

PLANNED_LESSONS: Final[tuple[Rule, ...]] = (
    lessons_were_left,
    first_time_is_kept,
    pace_is_kept,
    order_is_kept,
    subjects_come_as_agreed,
)
