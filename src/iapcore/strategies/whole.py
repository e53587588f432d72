"""Whole journeys: without a contradiction, or with one planted."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, cast

import attrs
from hypothesis import strategies as st

from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.check_in import CheckIn
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Extension, Placement, PurposeChange
from iapcore.record.problems import find_problems
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.referral import Decided, Referral, ReferralDecision
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Progress, Review, TargetProgress
from iapcore.record.stream import Stream
from iapcore.record.timetable import Rating, Slot, Timetable
from iapcore.record.transition import FollowUp, Transition
from iapcore.strategies.values import journeys
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import UnprovedUpn
from iapcore.vocabulary.instruments import Band, Instrument
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = ["consistent_journeys", "contradictory_journeys"]


def consistent_journeys() -> st.SearchStrategy[Journey]:
    """Journeys in which `find_problems` finds nothing: any journey, without the parts that contradict the rest."""
    return journeys().map(_without_problems)


def _without_problems(journey: Journey) -> Journey:
    while problems := find_problems(journey):
        journey = _without(journey, problems[0].path)
    return journey


_PART: Final = re.compile(r"(?P<name>\w+)(?P<events>\.events)?(?:\[(?P<position>\d+)\])?")


def _without(journey: Journey, path: str) -> Journey:
    """The journey without the part to which a path leads: a part of it, an item of one, a field of the pupil."""
    if path.startswith("pupil."):
        forgotten: dict[str, Any] = {path.removeprefix("pupil."): None}
        return attrs.evolve(journey, pupil=attrs.evolve(journey.pupil, **forgotten))
    found = cast("re.Match[str]", _PART.match(path))
    if found["position"] is None:
        forgotten = {path: None}
        return attrs.evolve(journey, **forgotten)
    whole: Any = getattr(journey, found["name"])
    items = _all_but(whole.events if found["events"] else whole, int(found["position"]))
    changed: dict[str, Any] = {found["name"]: attrs.evolve(whole, events=items) if found["events"] else items}
    return attrs.evolve(journey, **changed)


def _all_but(items: tuple[Any, ...], position: int) -> tuple[Any, ...]:
    return items[:position] + items[position + 1 :]


def contradictory_journeys() -> st.SearchStrategy[Journey]:
    """Journeys in which `find_problems` finds something: consistent ones, and one contradiction planted in each."""
    return st.tuples(consistent_journeys(), st.sampled_from(_PLANTS)).map(lambda pair: pair[1](pair[0]))


_DAY: Final = date(2026, 11, 2)
_BEFORE: Final = _DAY - timedelta(days=1)
_SLOT: Final = Slot.parse("Mon:1")


def _unproved_upn(journey: Journey) -> Journey:
    return attrs.evolve(journey, pupil=attrs.evolve(journey.pupil, upn=UnprovedUpn("not a UPN")))


def _lost_referral(journey: Journey) -> Journey:
    return attrs.evolve(journey, referrals=(), placements=(Placement(referral="nowhere"),))


def _same_ref(journey: Journey) -> Journey:
    return attrs.evolve(journey, referrals=(Referral(ref="r1", day=_DAY), Referral(ref="r1", day=_DAY)))


def _two_open_stays(journey: Journey) -> Journey:
    return attrs.evolve(journey, placements=(Placement(began=_BEFORE), Placement(began=_DAY)))


def _next_review_before(journey: Journey) -> Journey:
    return attrs.evolve(journey, reviews=(Review(day=_DAY, next_review=_BEFORE),))


def _progress_of_no_target(journey: Journey) -> Journey:
    progress = (TargetProgress(target="nowhere", progress=Progress.SOME),)
    return attrs.evolve(journey, targets=(), reviews=(Review(day=_DAY, targets=progress),))


def _marked_twice(journey: Journey) -> Journey:
    mark = SessionMark(day=_DAY, half=Half.MORNING, code=AttendanceCode.PRESENT_AM)
    return attrs.evolve(journey, marks=Stream(complete=DateSpan(_DAY, _DAY), events=(mark, mark)))


def _old_code(journey: Journey) -> Journey:
    mark = SessionMark(day=_DAY, half=Half.MORNING, code=AttendanceCode.OLD_FAMILY_HOLIDAY)
    return attrs.evolve(journey, marks=Stream(complete=DateSpan(_DAY, _DAY), events=(mark,)))


def _colour_of_no_lesson(journey: Journey) -> Journey:
    rating = Rating(day=_DAY, slot=_SLOT, colour=LessonColour.GREEN, by=Informant.PUPIL)
    return attrs.evolve(journey, timetables=(Timetable(starts=_DAY, lessons=()),), ratings=(rating,))


def _followed_up_before(journey: Journey) -> Journey:
    moved = Transition(follow_ups=(FollowUp(day=_BEFORE),))
    return attrs.evolve(journey, placements=(Placement(began=_DAY, transition=moved),))


def _half_a_day_unmarked(journey: Journey) -> Journey:
    mark = SessionMark(day=_DAY, half=Half.MORNING, code=AttendanceCode.PRESENT_AM)
    calendar = SchoolCalendar(key="school", terms=(Term(DateSpan(_DAY, _DAY)),))
    marks = Stream(complete=DateSpan(_DAY, _DAY), events=(mark,))
    return attrs.evolve(journey, calendar=calendar, marks=marks)


def _checked_in_on_sunday(journey: Journey) -> Journey:
    check_ins = Stream(complete=DateSpan(_BEFORE, _BEFORE), events=(CheckIn(day=_BEFORE),))
    return attrs.evolve(journey, check_ins=check_ins)


def _incident_in_no_lesson(journey: Journey) -> Journey:
    incidents = Stream(complete=DateSpan(_DAY, _DAY), events=(Incident(day=_DAY, slot=_SLOT),))
    return attrs.evolve(journey, timetables=(Timetable(starts=_DAY, lessons=()),), incidents=incidents)


def _extended_after_the_end(journey: Journey) -> Journey:
    stay = Placement(began=_BEFORE, ending=Ending(day=_BEFORE), extensions=(Extension(day=_DAY, until=_DAY),))
    return attrs.evolve(journey, placements=(stay,))


def _purpose_changed_before(journey: Journey) -> Journey:
    change = PurposeChange(day=_BEFORE, purpose=Purpose.QUALIFICATIONS)
    return attrs.evolve(journey, placements=(Placement(began=_DAY, purpose_changes=(change,)),))


def _band_of_no_scheme(journey: Journey) -> Journey:
    scores = (ScaleScore(scale="total", points=14, band=Band.CLOSE_TO_AVERAGE),)
    return attrs.evolve(
        journey, assessments=(Assessment(day=_DAY, instrument=Instrument.SDQ, scores=scores),)
    )


def _planned_after_the_end(journey: Journey) -> Journey:
    stay = Placement(planned=DateSpan(_BEFORE, _BEFORE), planned_on=_DAY)
    return attrs.evolve(journey, placements=(stay,))


def _decided_before_the_referral(journey: Journey) -> Journey:
    early = ReferralDecision(day=_BEFORE, decided=Decided.WAITING_LIST)
    return attrs.evolve(journey, referrals=(Referral(day=_DAY, decisions=(early,)),))


def _suspended(half_days: int, times: int) -> Stream[Suspension]:
    given = Suspension(day=_DAY, half_days=half_days, category=SuspensionCategory.SUSPENSION)
    return Stream(complete=DateSpan(_DAY, _DAY), events=(given,) * times)


def _suspended_and_present(journey: Journey) -> Journey:
    mark = SessionMark(day=_DAY, half=Half.AFTERNOON, code=AttendanceCode.PRESENT_PM)
    marks = Stream(complete=DateSpan(_DAY, _DAY), events=(mark,))
    return attrs.evolve(journey, calendar=None, marks=marks, suspensions=_suspended(2, times=1))


def _suspended_twice(journey: Journey) -> Journey:
    return attrs.evolve(journey, suspensions=_suspended(1, times=2))


def _chosen_before_the_referral(journey: Journey) -> Journey:
    return attrs.evolve(
        journey, referrals=(Referral(day=_DAY),), placements=(), choices=(PupilChoice(day=_BEFORE),)
    )


def _planned_of_no_lesson(journey: Journey) -> Journey:
    week = PlannedWeek(starts=_DAY, back=(PlannedLesson(slot=_SLOT),))
    return attrs.evolve(
        journey,
        timetables=(Timetable(starts=_DAY, lessons=()),),
        plans=(ReturnPlan(day=_DAY, weeks=(week,)),),
    )


def _planned_for_a_week_gone(journey: Journey) -> Journey:
    plan = ReturnPlan(day=_DAY, weeks=(PlannedWeek(starts=_DAY - timedelta(weeks=1)),))
    return attrs.evolve(journey, plans=(plan,))


_PLANTS: Final[tuple[Callable[[Journey], Journey], ...]] = (
    _unproved_upn,
    _lost_referral,
    _same_ref,
    _two_open_stays,
    _next_review_before,
    _progress_of_no_target,
    _marked_twice,
    _old_code,
    _colour_of_no_lesson,
    _followed_up_before,
    _half_a_day_unmarked,
    _checked_in_on_sunday,
    _incident_in_no_lesson,
    _extended_after_the_end,
    _purpose_changed_before,
    _band_of_no_scheme,
    _planned_after_the_end,
    _decided_before_the_referral,
    _suspended_and_present,
    _suspended_twice,
    _chosen_before_the_referral,
    _planned_of_no_lesson,
    _planned_for_a_week_gone,
)
