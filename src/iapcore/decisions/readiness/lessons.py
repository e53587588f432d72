"""The week: which lessons are back, how they go, and which the pupil's colours put next."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from iapcore.decisions.readiness.turns import (
    NO_RATINGS,
    NO_STAY,
    NO_WEEK,
    OTHER_PURPOSE,
    lately,
    next_lessons,
    other_purpose,
    stay_of,
    week_of,
)
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.attendance import LessonMark
from iapcore.record.timetable import Rating, Slot, latest_ratings
from iapcore.record.way_back import way_back
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant

__all__ = ["LESSONS", "returned_on"]

_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_STAFF: Final = (Informant.TEACHER, Informant.STAFF)


@rule(
    key="READY-1",
    asks="Is the first time in the base over?",
    expects="Where the model has it, the first week is spent wholly in the base, to settle and to find out needs.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "calendar", "placement.began", "placement.provision"),
    chooses=("settling_weeks",),
    overlooks="Whether the pupil feels settled: the pupil's wish is asked elsewhere.",
    met={"over": "The first time in the base was over on {day}."},
    not_met={
        "settling": (
            "The first time in the base lasts until {day}.",
            "Use it to find out needs, to set targets with the pupil and to begin support.",
        )
    },
    not_known=NO_STAY
    | {
        "no_calendar": (
            "The school calendar is not recorded, or ends before.",
            "Put in the terms of this school year and the next.",
        )
    },
)
def settling_is_over(situation: Situation) -> Said:
    day = known(settled_on(situation, stay_of(situation).start), "no_calendar")
    return said("over" if day <= situation.on else "settling", day=day)


@rule(
    key="READY-2",
    asks="Are all lessons back in mainstream?",
    expects="The week is shared between base and mainstream, and the share in mainstream grows.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=("placements", "timetables", "placement.purpose", "placement.purpose_changes"),
    overlooks="What is taught there.",
    met=OTHER_PURPOSE
    | {"all_back": "All are in mainstream. Never left: {never_left}; came back: {returned}."},
    not_met={
        "in_base": (
            "In the base: {in_base}; came back: {returned}; never left: {never_left}.",
            "Talk with the pupil about which lesson could come next, and when.",
        )
    },
    not_known=NO_STAY
    | NO_WEEK
    | {
        "none_in_base": (
            "No timetable of the stay has a lesson in the base, so there is none to come back from.",
            "Put in the week as it was when the stay began, with the lessons that were in the base.",
        )
    },
)
def lessons_are_back(situation: Situation) -> Said:
    week = week_of(situation)
    if other := other_purpose(situation):
        return other
    counts = {"never_left": len(week.never_left), "returned": len(week.returned)}
    if week.in_base:
        return said("in_base", in_base=len(week.in_base), **counts)
    return said("all_back" if week.returned else "none_in_base", **counts)


@rule(
    key="READY-3",
    asks="Which lessons in the base did the pupil give a colour that is next?",
    expects="Every pupil rates the week by traffic lights and returns first to the green lessons.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS,),
    reads=(
        "placements",
        "timetables",
        "ratings",
        "choices",
        "placement.purpose",
        "placement.purpose_changes",
    ),
    chooses=("colour_order", "taper", "subject_returns"),
    overlooks="How adults rate the lessons. Amber and red mean only what the policy says.",
    met=OTHER_PURPOSE
    | {
        "chosen": "The pupil chose to come back to these first: {chosen}. Others that may follow: {slots}.",
        "some": "Lessons in the base with one of these colours ({colours}): {slots}.",
        "none_left": "No lesson is left in the base.",
    },
    not_met={
        "none": (
            "Every lesson left in the base has a colour, and none is one of the policy's ({colours}).",
            "Ask the pupil what would have to change in the lessons that are left, and for a colour as it feels now.",
        ),
        "not_yet": (
            "The pupil asked to wait with: {slots}.",
            "Ask the pupil at the next review what would make {slots} easier, and leave the time to the pupil.",
        ),
    },
    not_known=NO_STAY
    | NO_WEEK
    | NO_RATINGS
    | {
        "not_rated": (
            "Not coloured yet: {slots}. No other lesson in the base has one of the policy's colours ({colours}).",
            "Ask the pupil to colour {slots}.",
        )
    },
)
def lessons_are_next(situation: Situation) -> Said:
    slots = next_lessons(situation)
    if other := other_purpose(situation):
        return other
    colours = situation.policy.colour_order.value
    first = (situation.choice and situation.choice.first) or ()
    if chosen := tuple(slot for slot in slots if slot in first):
        return said("chosen", chosen=chosen, slots=tuple(slot for slot in slots if slot not in chosen))
    if slots:
        return said("some", slots=slots, colours=colours)
    in_base, rated = week_of(situation).in_base, known(situation.colours, "no_ratings")
    if not in_base:
        return said("none_left")
    wait = (situation.choice and situation.choice.not_yet) or ()
    if waiting := tuple(slot for slot in in_base if slot in wait):
        return said("not_yet", slots=waiting)
    unrated = tuple(slot for slot in in_base if slot not in rated)
    return said("not_rated", slots=unrated, colours=colours) if unrated else said("none", colours=colours)


@rule(
    key="READY-8",
    asks="How are the lessons going that the pupil has returned to?",
    expects="Follow-up with teachers and pupil shows how a return goes.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "ratings"),
    overlooks="Whose fault it was when one went badly.",
    met={
        "well": "The pupil rates no lesson red that was returned to ({returned}).",
        "none_yet": "The pupil has not returned to a lesson yet.",
    },
    not_met={
        "badly": (
            "The pupil now rates red: {slots}. Talk with pupil and teacher; hand back if the pupil asks.",
            "Ask the pupil, then the teacher, what is hard in {slots}, and agree what the adults change there.",
        )
    },
    not_known=NO_STAY
    | NO_WEEK
    | NO_RATINGS
    | {
        "not_rated": (
            "The pupil has not rated since returning: {slots}.",
            "Ask the pupil how {slots} went, and for a colour as it feels now.",
        )
    },
)
def returned_lessons_go_well(situation: Situation) -> Said:
    returned = week_of(situation).returned
    ratings = known(situation.ratings, "no_ratings")
    if not returned:
        return said("none_yet")
    since = returned_on(situation)
    rated = latest_ratings(ratings, by=Informant.PUPIL)
    fresh = {slot: rated[slot] for slot in returned if slot in rated and since[slot] <= rated[slot].day}
    badly = tuple(slot for slot, rating in fresh.items() if rating.colour is LessonColour.RED)
    if badly:
        return said("badly", slots=badly)
    if len(fresh) < len(returned):
        return said("not_rated", slots=tuple(slot for slot in returned if slot not in fresh))
    return said("well", returned=len(returned))


def returned_on(situation: Situation) -> Mapping[Slot, date]:
    """For each lesson back in mainstream, the day of the version that brought it back."""
    since: dict[Slot, date] = {}
    for version in situation.timetables or ():
        back = set(way_back((version,)).never_left)
        since = {slot: since.get(slot, version.starts) for slot in back}
    return since


@rule(
    key="READY-14",
    asks="Do staff see the lessons in the base as the pupil does?",
    expects="The pupil's colours count. Where adults see a lesson otherwise, that is worth a talk.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "ratings"),
    overlooks="Which of the two is right: the colours of staff are shown and change no step.",
    met={"alike": "Staff gave no other colour than the pupil to the {rated} lessons that both rated."},
    not_met={
        "otherwise": (
            "Staff gave another colour than the pupil to: {slots}. The pupil's colour counts.",
            "Ask the pupil what staff may not see in {slots}, and tell the pupil what staff see there.",
        )
    },
    not_known=NO_STAY
    | NO_WEEK
    | NO_RATINGS
    | {
        "not_by_both": (
            "No lesson in the base has a colour from staff beside the pupil's.",
            "Ask the teachers of the next lessons for a colour too, beside the pupil's and never in its place.",
        )
    },
)
def staff_see_them_alike(situation: Situation) -> Said:
    in_base = week_of(situation).in_base
    colours = known(situation.colours, "no_ratings")
    latest: list[dict[Slot, Rating]] = [latest_ratings(situation.ratings or (), by=one) for one in _STAFF]
    seen = {slot: {one[slot].colour for one in latest if slot in one} for slot in in_base if slot in colours}
    both = {slot: by_staff for slot, by_staff in seen.items() if by_staff}
    if not both:
        return said("not_by_both")
    if otherwise := tuple(slot for slot, by_staff in both.items() if by_staff != {colours[slot]}):
        return said("otherwise", slots=otherwise)
    return said("alike", rated=len(both))


@rule(
    key="READY-15",
    asks="Is the pupil in the lessons returned to?",
    expects="The register cannot see a lesson that was missed or left; how a return goes shows there too.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, ABSENCE_METHODOLOGY.at("absence rates")),
    reads=("placements", "timetables", "lesson_marks"),
    chooses=("review_weeks",),
    overlooks="Why a lesson was left. Being late and agreed breaks count as being there.",
    met={
        "there": "The last time, the pupil was in each lesson returned to ({returned}).",
        "none_yet": "The pupil has not returned to a lesson yet.",
    },
    not_met={
        "not_there": (
            "The last time, the pupil was not there, or not until the end: {slots}.",
            "Ask the pupil what made {slots} hard that day, and agree with the teacher what would help next time.",
        )
    },
    not_known=NO_STAY
    | NO_WEEK
    | {
        "no_lesson_marks": (
            "Lesson marks of the last weeks are not recorded.",
            "Ask the teachers of the lessons returned to whether the pupil comes, and mark these lessons for a while.",
        ),
        "not_marked": (
            "Of these lessons there is no one clear mark since they were returned to: {slots}.",
            "Ask the teacher whether the pupil was in {slots} the last time.",
        ),
    },
)
def pupil_is_in_lessons(situation: Situation) -> Said:
    returned = week_of(situation).returned
    marks = known(situation.journey.lesson_marks, "no_lesson_marks")
    if not returned:
        return said("none_yet")
    recent = known(marks.within(lately(situation, marks.complete, "no_lesson_marks")), "no_lesson_marks")
    since = returned_on(situation)
    last = {slot: _last_time(slot, since[slot], recent) for slot in returned}
    if missed := tuple(
        slot for slot, seen in last.items() if seen and not any(one.was_there for one in seen)
    ):
        return said("not_there", slots=missed)
    if unclear := tuple(slot for slot, seen in last.items() if len(seen) != 1):
        return said("not_marked", slots=unclear)
    return said("there", returned=len(returned))


def _last_time(slot: Slot, since: date, marks: tuple[LessonMark, ...]) -> set[LessonAttendance]:
    """What the marks of the last lesson in a slot say; more than one thing where they contradict each other."""
    found = [one for one in marks if one.slot == slot and since <= one.day]
    last = max((one.day for one in found), default=None)
    return {one.attendance for one in found if one.day == last}


LESSONS: Final[tuple[Rule, ...]] = (
    settling_is_over,
    lessons_are_back,
    lessons_are_next,
    returned_lessons_go_well,
    staff_see_them_alike,
    pupil_is_in_lessons,
)
"""What the week shows, and how the pupil sees it."""
