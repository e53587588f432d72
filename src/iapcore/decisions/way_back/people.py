"""What a plan asks of people: teachers spoken to, company, shared times, and that nobody is pressed."""

from datetime import date
from typing import Final

from iapcore.decisions.readiness import lessons, progress
from iapcore.decisions.readiness.turns import NO_RATINGS, NO_WEEK, week_of
from iapcore.decisions.reviews.plan import review_on_hold
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back.ahead import (
    NO_PLAN,
    NOT_ASKED,
    StepAhead,
    plan_of,
    steps_ahead,
)
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot
from iapcore.vocabulary.lessons import SharedTime

__all__ = ["PLANNED_WITH_PEOPLE", "asked_back", "needs_time"]

_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_CHALLENGES: Final = FOUR_TENETS.at("tenet 4, common challenges, reintegration")
_UNIFIED: Final = FOUR_TENETS.at("tenet 1, table of strategies, pupils")
_NO_STEP: Final = NO_PLAN | NO_WEEK
_NONE: Final = {"none": "No lesson is planned to come back in the weeks ahead."}


@rule(
    key="WAY-6",
    asks="Is each teacher spoken to before a lesson comes back?",
    expects="The base meets the teachers of the lessons that come next: strategies, triggers, progress.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=("placements", "placement.transition", "timetables", "plans"),
    overlooks="Which teacher it is: nothing is counted by teacher.",
    met=_NONE
    | {
        "spoken": "The teachers of all planned lessons were spoken to.",
        "to_speak": (
            "The plan says to speak first with the teachers of: {slots}.",
            "Before {day}, meet the teachers of {soonest}: tell what helps and what is hard; hear what they need.",
        ),
    },
    not_met={
        "not_said": (
            "Teachers not spoken to, and the plan does not say to: {slots}.",
            "Put down for {slots} that the teacher is spoken to first.",
        )
    },
    not_known=_NO_STEP
    | {
        "not_recorded": (
            "Conversations with receiving staff, or the lessons they were about, are not recorded.",
            "Write down which teachers were spoken to, when, and about which lessons.",
        )
    },
)
def teachers_come_first(situation: Situation) -> Said:
    steps = steps_ahead(situation)
    planned = [(week, one) for step in steps for week, one in step.lessons()]
    left = [one for week, one in planned if one.slot not in week.spoken]
    if not planned:
        return said("none")
    if not left:
        return said("spoken")
    if all(one.speak_first for one in left):
        soonest = next(step for step in steps if _not_spoken(step))
        return said(
            "to_speak",
            slots=tuple(one.slot for one in left),
            soonest=_not_spoken(soonest),
            day=soonest.week.starts,
        )
    transition = situation.placement and situation.placement.transition
    conversations = transition and transition.conversations
    if conversations is None or any(one.slots is None for one in conversations):
        return said("not_recorded")
    return said("not_said", slots=tuple(one.slot for one in left if not one.speak_first))


def _not_spoken(step: StepAhead) -> tuple[Slot, ...]:
    return tuple(slot for slot in step.slots if slot not in step.before.spoken)


@rule(
    key="WAY-7",
    asks="Does somebody go along where pupil or policy asks for it?",
    expects="Where it helps, somebody brings the pupil to the lesson and comes back for the pupil.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "ratings", "choices", "plans"),
    chooses=("amber_means", "red_means"),
    overlooks="Who it is: pupil and adults agree that.",
    met=_NONE
    | {
        "along": "Somebody goes along to: {slots}.",
        "not_asked_for": "Neither pupil nor policy asks for company in the lessons that are planned.",
    },
    not_met={
        "alone": (
            "Company is asked for, and the plan has none: {slots}.",
            "Agree with the pupil who goes along to {slots}, and put it into the plan.",
        )
    },
    not_known=_NO_STEP | NO_RATINGS | NOT_ASKED,
)
def somebody_goes_along(situation: Situation) -> Said:
    planned = [(week, one) for step in steps_ahead(situation) for week, one in step.lessons()]
    if not planned:
        return said("none")
    known(situation.ratings, "no_ratings")
    if alone := tuple(
        one.slot for week, one in planned if week.is_accompanied(one.slot) and not one.accompanied
    ):
        return said("alone", slots=alone)
    known(situation.choice and situation.choice.accompanied, "not_asked")
    along = tuple(one.slot for _, one in planned if one.accompanied)
    return said("along", slots=along) if along else said("not_asked_for")


@rule(
    key="WAY-8",
    asks="Do the times stay that the pupil shares with everybody?",
    expects="Breaks, lunch and assemblies are shared from the first week; nobody is cut off from peers.",
    force=Force.REQUIRED,
    cites=(_TRAFFIC_LIGHTS, _UNIFIED),
    reads=("placements", "timetables", "choices", "plans"),
    is_fixed=True,
    overlooks="How these times go.",
    met={
        "stay": "Shared with everybody: {shared}.",
        "asked": (
            "The pupil asked to be left out of: {apart}. Still shared: {shared}.",
            "Offer another way to belong, such as: {instead}; and ask again before long.",
        ),
    },
    not_met={
        "removed": (
            "Shared now, not asked for by the pupil, and no longer in the plan: {removed}.",
            "Put {removed} back into the plan.",
        )
    },
    not_known=_NO_STEP
    | {
        "not_recorded": (
            "Which times of the day are shared, now or in the plan, is not recorded.",
            "Write down which times the pupil spends with everybody, in the timetable and in the plan.",
        )
    },
)
def shared_times_stay(situation: Situation) -> Said:
    plan = plan_of(situation)
    week_of(situation)
    now = known(situation.timetable and situation.timetable.shared, "not_recorded")
    shared = known(plan.shared, "not_recorded")
    asked = (situation.choice and situation.choice.apart_from) or ()
    if removed := tuple(one for one in now if one not in (*shared, *asked)):
        return said("removed", removed=removed)
    if apart := tuple(one for one in now if one not in shared):
        instead = tuple(one for one in SharedTime if one not in asked)
        return said("asked", apart=apart, shared=shared, instead=instead)
    return said("stay", shared=shared)


@rule(
    key="WAY-9",
    asks="Does the plan leave the pupil the time that the pupil needs?",
    expects="A return goes at the pupil's pace: what went badly is held or handed back, and talked about first.",
    force=Force.REQUIRED,
    cites=(_TRANSITION, _CHALLENGES),
    reads=(
        "placements",
        "placement.provision",
        "timetables",
        "ratings",
        "reviews",
        "choices",
        "calendar",
        "plans",
    ),
    chooses=("review_weeks",),
    overlooks="Whose fault it was when a lesson went badly.",
    met={
        "free": "The pupil was ready for more on the day of the last review, and rates no lesson red that is back.",
        "held": "The plan adds no lesson until people and pupil have looked again on {until}.",
        "handed_back": "The plan hands back what the pupil asked for, and adds no lesson until {until}.",
    },
    not_met={
        "not_handed_back": (
            "The pupil asked to have back in the base: {slots}.",
            "Hand back {slots} in the next week, and agree with the pupil what changes there.",
        ),
        "pressed": (
            "The pupil is not ready for more yet, or a lesson goes badly; the plan adds lessons before {until}.",
            "Move the lessons planned until {until} to the weeks after it, and talk with the pupil first.",
        ),
    },
    not_known=_NO_STEP
    | {
        "no_wish": (
            "What the pupil wants, or how the lessons go that are back, is not known.",
            "Ask the pupil how it goes and how fast it should go on, and write down what they said.",
        ),
        "waits": (
            "What the pupil wants, or how the lessons back go, is not known; the plan adds no lesson until {until}.",
            "Ask the pupil how it goes and how fast it should go on, and write down what they said.",
        ),
    },
)
def nobody_is_pressed(situation: Situation) -> Said:
    steps = steps_ahead(situation)
    handed = {slot for step in steps for slot in step.week.to_base}
    asked = asked_back(situation)
    if kept := tuple(slot for slot in asked if slot not in handed):
        return said("not_handed_back", slots=kept)
    until = review_on_hold(situation)
    first: date | None = next((step.week.starts for step in steps if step.week.back), None)
    if asked or needs_time(situation):
        if first is not None and first <= until:
            return said("pressed", until=until)
        return said("handed_back" if asked else "held", until=until)
    if Verdict.NOT_KNOWN in _word_and_going(situation):
        return said("no_wish") if first is None or first <= until else said("waits", until=until)
    return said("free")


def needs_time(situation: Situation) -> bool:
    """Whether the pupil is not ready for more, or rates red a lesson that is back: people look again first."""
    return Verdict.NOT_MET in _word_and_going(situation)


def _word_and_going(situation: Situation) -> tuple[Verdict, Verdict]:
    asked = progress.pupil_wants_more(situation), lessons.returned_lessons_go_well(situation)
    return asked[0].verdict, asked[1].verdict


def asked_back(situation: Situation) -> tuple[Slot, ...]:
    """The lessons back in mainstream that the pupil asked, since they are, to have in the base again.

    After the stay there are none: going back to the base is then a new stay, and people decide on it.
    """
    choice, since = situation.choice, lessons.returned_on(situation)
    if choice is None or (situation.placement and situation.placement.ending):
        return ()
    return tuple(
        slot
        for slot in week_of(situation).returned
        if slot in (choice.back_to_base or ()) and since[slot] <= choice.day
    )


PLANNED_WITH_PEOPLE: Final[tuple[Rule, ...]] = (
    teachers_come_first,
    somebody_goes_along,
    shared_times_stay,
    nobody_is_pressed,
)
