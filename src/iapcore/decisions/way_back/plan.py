"""The way back, week by week: a proposal, and the same rules for the plan that people make of it.

Rules of the room: a plan is a proposal to talk about, and no forecast. It is never faster than school and pupil chose;
while the pupil is not ready, or a lesson goes badly, it adds none until people have looked again. It looks at one pupil
and compares with no other.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen

from iapcore.decisions.judgement import Decision, ask
from iapcore.decisions.readiness.step import next_step
from iapcore.decisions.readiness.turns import week_at_hand
from iapcore.decisions.reviews.plan import review_on_hold
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on
from iapcore.decisions.turn import WeekAtHand
from iapcore.decisions.way_back.ahead import begins_before, last_step, steps_ahead
from iapcore.decisions.way_back.ends import PLANNED_ENDS, left_after
from iapcore.decisions.way_back.lessons import (
    PLANNED_LESSONS,
    reason_for,
    why_this_lesson,
)
from iapcore.decisions.way_back.people import PLANNED_WITH_PEOPLE, asked_back, needs_time
from iapcore.guidance.policy import Policy
from iapcore.guidance.steps import Step
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Slot
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.shape import LAST_DAY
from iapcore.vocabulary.value import Word

__all__ = ["WAY_BACK", "Leads", "WayAhead", "check_plan", "plan_return"]

WAY_BACK: Final[tuple[Rule, ...]] = (
    *PLANNED_LESSONS,
    *PLANNED_WITH_PEOPLE,
    *PLANNED_ENDS,
    why_this_lesson,
)
"""The law of this room."""


class Leads(Word):
    """Where a plan leads: to a week wholly in mainstream, to a part of it, or to no further lesson yet.

    >>> Leads("in_part").name
    'IN_PART'
    """

    IN_FULL = "in_full"
    IN_PART = "in_part"
    NO_STEP_YET = "no_step_yet"


@frozen(kw_only=True)
class WayAhead:
    """A plan of the way back; for each lesson ahead the reason why it comes then; and what is left in the base after.

    Of a plan that people wrote, their words and its ref stay in the record.

    `leads` says in a word where it leads: the rules about the plan say more.

    >>> from datetime import date, timedelta
    >>> WayAhead(plan=ReturnPlan(day=date(2026, 11, 20)), whys=(), left=()).leads.name
    'NO_STEP_YET'
    """

    plan: ReturnPlan
    whys: tuple[Finding, ...]
    left: tuple[Slot, ...]

    @property
    def leads(self) -> Leads:
        """Where the plan leads."""
        if not self.whys:
            return Leads.NO_STEP_YET
        return Leads.IN_PART if self.left else Leads.IN_FULL


def plan_return(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Decision[WayAhead]:
    """A proposal of the way back, week by week from the next Monday, with a reason for each lesson.

    The first time in the base is kept where the model has it; then the lessons come back as the pupil chose and by
    colour, as many in a step as the policy and the pupil allow. While people must look again first, nothing is added
    before they have. Where timetable, calendar or colours are not recorded no lesson is added, and `missing` says why.

    >>> from datetime import date, timedelta
    >>> from iapcore import Informant, Journey, Lesson, LessonColour, Placement, Pupil, PupilId, Rating, SchoolCalendar
    >>> from iapcore import DateSpan, Term, Timetable, Where, profile
    >>> monday, tuesday = Slot.parse("Mon:1"), Slot.parse("Tue:1")
    >>> week = Timetable(
    ...     starts=date(2026, 11, 2), lessons=tuple(Lesson(slot=one, where=Where.BASE) for one in (monday, tuesday))
    ... )
    >>> rated = ((monday, LessonColour.AMBER), (tuesday, LessonColour.GREEN))
    >>> journey = Journey(
    ...     pupil=Pupil(id=PupilId("elm-01")),
    ...     calendar=SchoolCalendar(key="elmsworth", terms=(Term(DateSpan(date(2026, 11, 2), date(2026, 12, 18))),)),
    ...     placements=(Placement(began=date(2026, 11, 2)),),
    ...     timetables=(week,),
    ...     ratings=tuple(
    ...         Rating(day=date(2026, 11, 5), slot=slot, colour=colour, by=Informant.PUPIL) for slot, colour in rated
    ...     ),
    ... )
    >>> ours = profile("half-term").choosing(lessons_per_step=1)
    >>> decision = plan_return(journey, policy=ours, on=date(2026, 11, 6))
    >>> for why in decision.answer.whys:
    ...     print(why.sentence)
    Tue:1 is green; speak to the teacher before.
    Mon:1 is amber; speak to the teacher before.
    >>> decision.verdict.name, [finding.key for finding in decision.missing][:2]
    ('NOT_KNOWN', ['WAY-3', 'WAY-4'])
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    plan = ReturnPlan(day=on, weeks=tuple(_weeks(situation)), shared=_shared(situation))
    return _looked_at(evolve(situation, plan=plan), plan)


def check_plan(
    journey: Journey,
    *,
    policy: Policy,
    on: date,
    plan: ReturnPlan | None = None,
    placement: Placement | None = None,
) -> Decision[WayAhead]:
    """What the rules of the room say of a plan that people made: the one given, else the latest that is recorded.

    Only its weeks after `on` are looked at, from the week as it stands on that day.

    >>> from datetime import date, timedelta
    >>> from iapcore import Journey, Placement, Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(began=date(2026, 11, 2)),))
    >>> check_plan(journey, policy=profile(), on=date(2026, 11, 20)).missing[0].sentence
    'No plan of the way back is recorded.'
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement, plan=plan)
    return _looked_at(situation, situation.plan or ReturnPlan(day=on))


def _looked_at(situation: Situation, plan: ReturnPlan) -> Decision[WayAhead]:
    whys: tuple[Finding, ...] = ()
    left: tuple[Slot, ...] = ()
    if situation.plan is not None and situation.week is not None:
        whys = tuple(
            why_this_lesson.finding(situation.policy, reason_for(week, one.slot))
            for step in steps_ahead(situation)
            for week, one in step.lessons()
        )
        left = left_after(situation)
    return Decision(
        about="way_back",
        answer=WayAhead(plan=evolve(plan, ref=None, words=None), whys=whys, left=left),
        findings=ask(WAY_BACK, situation),
        policy=situation.policy.named,
        on=situation.on,
    )


def _shared(situation: Situation) -> tuple[SharedTime, ...] | None:
    """The times shared now, without those that the pupil asked to be left out of."""
    now = situation.timetable and situation.timetable.shared
    asked = (situation.choice and situation.choice.apart_from) or ()
    return now and tuple(one for one in now if one not in asked)


_ONWARD: Final = (Step.SETTLE, Step.START_RETURN, Step.NEXT_LESSONS)
_AFTER_A_LOOK: Final = (Step.HOLD, Step.STEP_BACK, Step.FIND_OUT)
_WEEK: Final = timedelta(weeks=1)
_TALK_FIRST: Final = ("READY-9",)
"""The step waits for a talk among adults alone, which takes no review: only the coming week is too soon."""


def _weeks(situation: Situation) -> Iterator[PlannedWeek]:
    """The weeks of the proposal: what is handed back first, then step by step what comes back."""
    if situation.week is None:
        return
    calendar, week, back = situation.journey.calendar, week_at_hand(situation), asked_back(situation)
    mondays = calendar.weeks_after(situation.on) if calendar else ()
    now = next(iter(mondays), None)
    if back and (handed_on := now or _next_monday(situation.on)):
        yield PlannedWeek(starts=handed_on, to_base=back)
        week = week.after((), back)
    yield from _steps(week, _apart(situation, _open(situation, mondays)), now=now)


def _next_monday(day: date) -> date | None:
    """What a pupil asks to have back waits for no calendar."""
    ahead = _WEEK - timedelta(days=day.weekday())
    return day + ahead if LAST_DAY - day >= ahead else None


def _open(situation: Situation, mondays: tuple[date, ...]) -> tuple[date, ...]:
    """The weeks that may bring lessons back: after the first time in the base, and once people have looked again."""
    proposed, asked, stay = next_step(situation), asked_back(situation), situation.stay
    settled = stay and settled_on(situation, stay.start)
    if settled is None and situation.week and situation.week.returned:
        settled = situation.on
    if settled is None or not (asked or proposed.step in (*_ONWARD, *_AFTER_A_LOOK)):
        return ()
    talk_alone = proposed.adults_do[:1] == _TALK_FIRST and not asked
    if asked or needs_time(situation) or (proposed.step in _AFTER_A_LOOK and not talk_alone):
        until = review_on_hold(situation)
        mondays = tuple(one for one in mondays[1:] if one > until)
    return tuple(one for one in mondays if one >= settled)


def _apart(situation: Situation, mondays: tuple[date, ...]) -> tuple[date, ...]:
    """Those of the weeks in which a step may be made, as far apart as the policy says."""
    apart = situation.policy.weeks_per_step.value
    last, calendar = last_step(situation), situation.journey.calendar
    if last is not None and calendar is not None:
        allowed = calendar.weeks_later(last, apart)
        mondays = tuple(one for one in mondays if allowed and not begins_before(one, allowed))
    return mondays[::apart]


def _steps(week: WeekAtHand, mondays: tuple[date, ...], now: date | None) -> Iterator[PlannedWeek]:
    for starts in mondays:
        taken = week.take_turn(is_now=starts == now)
        if taken:
            lessons = (
                PlannedLesson(
                    slot=slot, accompanied=week.is_accompanied(slot), speak_first=slot not in week.spoken
                )
                for slot in sorted(taken, key=lambda slot: slot.order)
            )
            yield PlannedWeek(starts=starts, back=tuple(lessons))
            week = week.after(taken)
        elif starts != now:
            return
