"""How ready are pupil and school for the next step back, and to which lessons?

Rules of the room: readiness is a **profile**, never a score or a verdict. A first green lesson asks for no
questionnaire, target or attendance figure; incidents are shown and never hold a pupil back; the pace is the
pupil's. The receiving side has duties of its own in the profile.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.decisions.before_and_after import WELLBEING, compare_wellbeing
from iapcore.decisions.judgement import Judgement, ask
from iapcore.decisions.reviews import next_review
from iapcore.decisions.rule import Finding, Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on, stage_of
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Force
from iapcore.guidance.steps import Stage, Step
from iapcore.record.attendance import count_sessions
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.review import Progress, Review, Wish
from iapcore.record.timetable import Slot, WayBack, latest_ratings, way_back
from iapcore.record.transition import Transition
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

__all__ = ["READINESS", "NextStep", "assess_readiness"]

_TRAFFIC_LIGHTS: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_READY: Final = FOUR_TENETS.at("tenet 4, table of design, assessment for return")
_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_NO_STAY: Final = {"no_stay": "The stay has not begun, or its first day is not recorded."}
_OTHER_PURPOSE: Final = {"other_purpose": "The purpose agreed at entry is another: {purpose}."}
_NO_WEEK: Final = {
    "no_timetable": "The timetable during the stay, or where a lesson is taught, is not recorded."
}


@frozen(kw_only=True)
class NextStep:
    """A proposal to talk about: the step, the lessons that it concerns, and the day of the next review.

    `step` is never more than a proposal; `lessons` are in the order in which they are proposed.
    """

    step: Step
    lessons: tuple[Slot, ...] = ()
    review_by: date | None = None


def _stay(situation: Situation) -> DateSpan:
    return known(situation.stay, "no_stay")


def _week(situation: Situation) -> WayBack:
    _stay(situation)
    return known(situation.week, "no_timetable")


def _reviews(situation: Situation) -> list[Review]:
    stay = _stay(situation)
    return [one for one in situation.journey.reviews or () if one.day in stay]


def _other_purpose(situation: Situation) -> Said | None:
    """What a rule about going back says of a stay with another purpose than return."""
    purpose = situation.placement and situation.placement.purpose
    return None if purpose in (None, Purpose.RETURN) else said("other_purpose", purpose=purpose)


def _transition(situation: Situation) -> Transition:
    return known(situation.placement and situation.placement.transition, "not_recorded")


def _next_lessons(situation: Situation) -> tuple[Slot, ...]:
    """The lessons in the base that the pupil gave a colour of the policy: by colour, then as the week runs."""
    week = _week(situation)
    colours = known(situation.colours, "no_ratings")
    order = situation.policy.colour_order.value
    return tuple(slot for colour in order for slot in week.in_base if colours.get(slot) is colour)


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
    not_met={"settling": "The first time in the base lasts until {day}."},
    not_known=_NO_STAY | {"no_calendar": "The school calendar is not recorded, or ends before."},
)
def settling_is_over(situation: Situation) -> Said:
    day = known(settled_on(situation, _stay(situation).start), "no_calendar")
    return said("over" if day <= situation.on else "settling", day=day)


@rule(
    key="READY-2",
    asks="Are all lessons back in mainstream?",
    expects="The week is shared between base and mainstream, and the share in mainstream grows.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, FOUR_TENETS.at("tenet 4, planned and supported transition")),
    reads=("placements", "timetables"),
    overlooks="What is taught there.",
    met=_OTHER_PURPOSE
    | {"all_back": "All are in mainstream. Never left: {never_left}; came back: {returned}."},
    not_met={"in_base": "In the base: {in_base}; came back: {returned}; never left: {never_left}."},
    not_known=_NO_STAY | _NO_WEEK,
)
def lessons_are_back(situation: Situation) -> Said:
    week = _week(situation)
    if other := _other_purpose(situation):
        return other
    counts = {"never_left": len(week.never_left), "returned": len(week.returned)}
    if week.in_base:
        return said("in_base", in_base=len(week.in_base), **counts)
    return said("all_back", **counts)


@rule(
    key="READY-3",
    asks="Which lessons in the base did the pupil give a colour that is next?",
    expects="Every pupil rates the week by traffic lights and returns first to the green lessons.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS,),
    reads=("placements", "timetables", "ratings"),
    chooses=("colour_order",),
    overlooks="How adults rate the lessons. Amber and red mean only what the policy says.",
    met=_OTHER_PURPOSE | {"some": "Lessons in the base with one of these colours ({colours}): {slots}."},
    not_met={
        "none": "No lesson left in the base has one of the policy's colours ({colours}): ask the pupil."
    },
    not_known=_NO_STAY | _NO_WEEK | {"no_ratings": "The pupil's colours are not recorded."},
)
def lessons_are_next(situation: Situation) -> Said:
    slots = _next_lessons(situation)
    if other := _other_purpose(situation):
        return other
    return said("some" if slots else "none", slots=slots, colours=situation.policy.colour_order.value)


@rule(
    key="READY-4",
    asks="What does the pupil want?",
    expects="The pupil has a say in which lessons come first and how fast.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "reviews"),
    overlooks="What adults would like the pupil to want.",
    met={"ready": "At the review on {day} the pupil was ready for more."},
    not_met={"not_yet": "At the review on {day} the pupil was not ready for more yet."},
    not_known=_NO_STAY
    | {
        "no_review": "No review of this stay, or not the last, has recorded what the pupil wants.",
        "unsure": "At the review on {day} the pupil was unsure.",
    },
)
def pupil_wants_more(situation: Situation) -> Said:
    reviews = _reviews(situation)
    asked = [one for one in reviews if one.pupil_wish is not None]
    last = known(max(asked, key=lambda one: one.day, default=None), "no_review")
    reason = {Wish.READY: "ready", Wish.NOT_YET: "not_yet"}.get(last.pupil_wish or Wish.UNSURE, "unsure")
    if reason == "ready" and any(one.pupil_wish is None and one.day >= last.day for one in reviews):
        return said("no_review")
    return said(reason, day=last.day)


@rule(
    key="READY-5",
    asks="Does the pupil come to school?",
    expects="Attendance is one of the areas in which a return shows itself; no source gives a figure.",
    force=Force.ADVISORY,
    cites=(_READY, ABSENCE_METHODOLOGY.at("absence rates")),
    reads=("placements", "marks"),
    chooses=(
        "attendance_in_stay",
        "least_sessions",
        "review_weeks",
    ),
    overlooks="Lessons missed within a session, and the reasons for absence.",
    met={
        "enough": "{attended} of {possible} sessions attended by {until} ({share}); the policy asks for {least}."
    },
    not_met={
        "less": "{attended} of {possible} sessions attended by {until} ({share}); the policy asks for {least}."
    },
    not_known=_NO_STAY
    | {
        "no_marks": "Session marks for the whole stay are not recorded.",
        "too_few": "Only {possible} sessions of the stay were possible; the policy asks for {least} to tell.",
    },
)
def pupil_attends(situation: Situation) -> Said:
    stay = _stay(situation)
    marks = known(situation.journey.marks, "no_marks")
    until = _fresh_until(situation, marks.complete)
    span = known(stay.until(until) if until else None, "no_marks")
    count = known(count_sessions(marks, span), "no_marks")
    least = situation.policy.least_sessions.value
    if count.share is None or count.possible < least:
        return said("too_few", possible=count.possible, least=least)
    cut_off = situation.policy.attendance_in_stay.value
    return said(
        "enough" if count.share >= cut_off else "less",
        attended=count.attended,
        possible=count.possible,
        share=count.share,
        least=cut_off,
        until=span.end or situation.on,
    )


def _fresh_until(situation: Situation, complete: DateSpan) -> date | None:
    """The last day that a stream tells of, unless that is longer ago than the policy's reviews lie apart."""
    until = complete.until(situation.on)
    stale = situation.on - timedelta(weeks=situation.policy.review_weeks.value)
    return until.end if until and until.end and until.end > stale else None


@rule(
    key="READY-6",
    asks="Has social and emotional wellbeing improved since the start?",
    expects="An assessment at the start gives a baseline from which progress can be seen.",
    force=Force.ADVISORY,
    cites=(_MONITORING,),
    reads=("placements", "assessments"),
    chooses=("improvement",),
    overlooks="Norms, and instruments that cannot be compared with each other.",
    met=WELLBEING["met"],
    not_met=WELLBEING["not_met"],
    not_known=WELLBEING["not_known"],
)
def wellbeing_improved(situation: Situation) -> Said:
    return compare_wellbeing(situation)


@rule(
    key="READY-7",
    asks="How do the targets stand?",
    expects="Reviews look at progress against the pupil's targets.",
    force=Force.ADVISORY,
    cites=(_MONITORING,),
    reads=("placements", "reviews"),
    chooses=("targets_moving",),
    overlooks="How hard the targets are.",
    met={
        "moving": "At the review on {day}: met {met}, under way {some}, without progress {stuck}; the policy asks for "
        "{least} met or under way."
    },
    not_met={
        "stuck": "At the review on {day}: met {met}, under way {some}, without progress {stuck}; the policy asks for "
        "{least} met or under way. What will adults change?"
    },
    not_known=_NO_STAY | {"no_review": "No review of this stay, or not the last, has looked at targets."},
)
def targets_move(situation: Situation) -> Said:
    reviews = _reviews(situation)
    looked = [one for one in reviews if one.targets]
    last = known(max(looked, key=lambda one: one.day, default=None), "no_review")
    stands = [one.progress for one in last.targets or ()]
    counts = {"met": stands.count(Progress.MET), "some": stands.count(Progress.SOME)}
    share = Fraction(sum(counts.values()), len(stands))
    counts["stuck"] = len(stands) - sum(counts.values())
    least = situation.policy.targets_moving.value
    if share < least:
        return said("stuck", day=last.day, least=least, **counts)
    if any(one.targets is None and one.day >= last.day for one in reviews):
        return said("no_review")
    return said("moving", day=last.day, least=least, **counts)


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
        "badly": "The pupil now rates red: {slots}. Talk with pupil and teacher; hand back if the pupil asks."
    },
    not_known=_NO_STAY
    | _NO_WEEK
    | {
        "no_ratings": "The pupil's colours are not recorded.",
        "not_rated": "The pupil has not rated since returning: {slots}.",
    },
)
def returned_lessons_go_well(situation: Situation) -> Said:
    returned = _week(situation).returned
    ratings = known(situation.journey.ratings, "no_ratings")
    if not returned:
        return said("none_yet")
    since = _returned_on(situation)
    rated = latest_ratings(ratings, by=Informant.PUPIL)
    fresh = {slot: rated[slot] for slot in returned if slot in rated and since[slot] <= rated[slot].day}
    badly = tuple(slot for slot, rating in fresh.items() if rating.colour is LessonColour.RED)
    if badly:
        return said("badly", slots=badly)
    if len(fresh) < len(returned):
        return said("not_rated", slots=tuple(slot for slot in returned if slot not in fresh))
    return said("well", returned=len(returned))


def _returned_on(situation: Situation) -> Mapping[Slot, date]:
    """For each lesson back in mainstream, the day of the version that brought it back."""
    since: dict[Slot, date] = {}
    for version in situation.timetables or ():
        back = set(way_back((version,)).never_left)
        since = {slot: since.get(slot, version.starts) for slot in back}
    return since


@rule(
    key="READY-9",
    asks="Was each receiving teacher spoken to?",
    expects="The base meets the teachers of the lessons that come next: strategies, triggers, progress.",
    force=Force.ADVISORY,
    cites=(_TRAFFIC_LIGHTS, _TRANSITION),
    reads=("placements", "placement.transition", "timetables", "ratings"),
    chooses=(
        "colour_order",
        "lessons_per_step",
    ),
    overlooks="Which teacher it is: nothing is counted by teacher.",
    met=_OTHER_PURPOSE
    | {"spoken": "The teachers of the next lessons were spoken to.", "none_next": "No lesson is next."},
    not_met={"not_spoken": "Speak first with the teachers of: {slots}."},
    not_known=_NO_STAY
    | _NO_WEEK
    | {
        "no_ratings": "The pupil's colours are not recorded.",
        "not_recorded": "Conversations with receiving staff, or the lessons they were about, are not recorded.",
    },
)
def teachers_were_spoken_to(situation: Situation) -> Said:
    following = _proposed(situation)
    conversations = known(_transition(situation).conversations, "not_recorded")
    if other := _other_purpose(situation):
        return other
    if not following:
        return said("none_next")
    spoken = {slot for one in conversations for slot in one.slots or ()}
    left = tuple(slot for slot in following if slot not in spoken)
    if left and any(one.slots is None for one in conversations):
        return said("not_recorded")
    return said("not_spoken", slots=left) if left else said("spoken")


def _proposed(situation: Situation) -> tuple[Slot, ...]:
    """The lessons of the next step: of one colour, those whose teacher was spoken to come first."""
    slots = _next_lessons(situation)
    colours = situation.colours or {}
    transition = situation.placement and situation.placement.transition
    conversations = (transition and transition.conversations) or ()
    spoken = {slot for one in conversations for slot in one.slots or ()}
    order = situation.policy.colour_order.value
    ranked = sorted(slots, key=lambda slot: (order.index(colours[slot]), slot not in spoken, slot.order))
    return tuple(ranked[: situation.policy.lessons_per_step.value])


@rule(
    key="READY-10",
    asks="Was the pupil's passport shared?",
    expects="What helps and what is hard is written down and handed on, with a conversation.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "placement.transition"),
    overlooks="What the passport says.",
    met={"shared": "The passport was shared on {day}."},
    not_met={"not_shared": "The passport is written and has not been shared yet."},
    not_known=_NO_STAY | {"not_recorded": "No passport is recorded."},
)
def passport_was_shared(situation: Situation) -> Said:
    _stay(situation)
    passport = known(_transition(situation).passport, "not_recorded")
    return said("not_shared") if passport.shared is None else said("shared", day=passport.shared)


@rule(
    key="READY-11",
    asks="What do incidents of the last weeks say?",
    expects="Behaviour is one of the areas in which progress shows itself. A count alone holds nobody back.",
    force=Force.ADVISORY,
    cites=(_READY, IAP_FINDINGS.at("what is working well, pace")),
    reads=("placements", "incidents"),
    chooses=("review_weeks",),
    overlooks="What happened, and why. Agreed breaks and time-out cards are no incidents.",
    met={"no_more": "Incidents in the {weeks} weeks to {until}: {now}; in as many before: {before}."},
    not_met={
        "more": "Incidents in the {weeks} weeks to {until}: {now}; in as many before: {before}. What is hard?"
    },
    not_known=_NO_STAY | {"no_incidents": "Incidents of these weeks are not recorded completely."},
)
def incidents_are_no_more(situation: Situation) -> Said:
    _stay(situation)
    weeks = situation.policy.review_weeks.value
    length = timedelta(weeks=weeks)
    incidents = known(situation.journey.incidents, "no_incidents")
    until = known(_fresh_until(situation, incidents.complete), "no_incidents")
    middle = until - length
    day = timedelta(days=1)
    now = known(incidents.within(DateSpan(middle + day, until)), "no_incidents")
    before = known(incidents.within(DateSpan(middle - length + day, middle)), "no_incidents")
    reason = "more" if len(now) > len(before) else "no_more"
    return said(reason, now=len(now), before=len(before), weeks=weeks, until=until)


READINESS: Final[tuple[Rule, ...]] = (
    settling_is_over,
    lessons_are_back,
    lessons_are_next,
    pupil_wants_more,
    pupil_attends,
    wellbeing_improved,
    targets_move,
    returned_lessons_go_well,
    teachers_were_spoken_to,
    passport_was_shared,
    incidents_are_no_more,
)
"""The law of this room."""

_BY_STAGE: Final = {
    Stage.NOT_REFERRED: Step.FIND_OUT,
    Stage.REFERRED: Step.CONSULT,
    Stage.CONSULTED: Step.DECIDE,
    Stage.WAITING: Step.SUPPORT_WHILE_WAITING,
    Stage.OTHER_SUPPORT: Step.SUPPORT_OTHERWISE,
    Stage.AGREED: Step.PREPARE,
    Stage.SETTLING: Step.SETTLE,
    Stage.CONTINUING_TO_QUALIFICATIONS: Step.CONTINUE,
    Stage.CONTINUING_TO_SPECIAL_SCHOOL: Step.CONTINUE,
    Stage.CONTINUING_THROUGH_PRIMARY: Step.CONTINUE,
    Stage.RETURNED: Step.FOLLOW_UP,
    Stage.FOLLOWED_UP: Step.FOLLOW_UP,
    Stage.ENDED: Step.FOLLOW_UP,
    Stage.NOT_KNOWN: Step.FIND_OUT,
}
_FORWARD: Final = {
    Stage.IN_BASE: Step.START_RETURN,
    Stage.PART_WEEK: Step.START_RETURN,
    Stage.HYBRID: Step.NEXT_LESSONS,
    Stage.RETURNING: Step.RETURN_IN_FULL,
}
_HOLDS: Final = {
    Stage.IN_BASE: ("READY-4", "READY-3"),
    Stage.PART_WEEK: ("READY-4", "READY-3"),
    Stage.HYBRID: ("READY-4", "READY-5", "READY-7", "READY-3"),
    Stage.RETURNING: ("READY-4", "READY-5"),
}
"""Where one of these is *not met* the step is to hold. A first lesson asks for the pupil's word alone."""


def _step(stage: Stage, findings: Mapping[str, Finding]) -> Step:
    if stage in _BY_STAGE:
        return _BY_STAGE[stage]
    verdicts = {key: finding.verdict for key, finding in findings.items()}
    if stage not in (Stage.IN_BASE, Stage.PART_WEEK) and verdicts["READY-8"] is Verdict.NOT_MET:
        return Step.STEP_BACK
    if any(verdicts[key] is Verdict.NOT_MET for key in _HOLDS[stage]):
        return Step.HOLD
    if stage is not Stage.RETURNING and verdicts["READY-3"] is Verdict.NOT_KNOWN:
        return Step.FIND_OUT
    return _FORWARD[stage]


def _lessons(step: Step, situation: Situation, findings: Mapping[str, Finding]) -> tuple[Slot, ...]:
    if step in (Step.START_RETURN, Step.NEXT_LESSONS):
        return _proposed(situation)
    if step is Step.STEP_BACK:
        named = dict(findings["READY-8"].params)["slots"]
        return tuple(Slot.parse(text) for text in named) if isinstance(named, tuple) else ()
    return ()


def assess_readiness(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[NextStep]:
    """A profile of how ready pupil and school are for the next step back, and the step that it suggests.

    By default about the latest placement that had begun or was planned by `on`, or a referral made after it ended.
    There is no overall verdict.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, assess_readiness, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(began=date(2026, 11, 2)),))
    >>> readiness = assess_readiness(journey, policy=profile(), on=date(2026, 11, 20))
    >>> readiness.answer.step.name
    'FIND_OUT'
    >>> readiness.missing[0].sentence
    'The timetable during the stay, or where a lesson is taught, is not recorded.'
    """
    situation = Situation.at_hand(journey, policy=policy, on=on, placement=placement)
    findings = ask(READINESS, situation)
    by_key = {finding.key: finding for finding in findings}
    step = _step(stage_of(situation), by_key)
    answer = NextStep(step=step, lessons=_lessons(step, situation, by_key), review_by=_review(situation))
    return Judgement(about="readiness", answer=answer, findings=findings, policy=policy.named, on=on)


def _review(situation: Situation) -> date | None:
    ended = situation.placement is not None and situation.placement.ending is not None
    return None if ended else next_review(situation)
