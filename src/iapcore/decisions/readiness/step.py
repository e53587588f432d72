"""The step that the profile suggests: never more than a proposal to talk about.

Rules of the room: a first lesson asks for the pupil's colours and word alone. Incidents, scores, check-ins, pace and
the colours of staff are shown and change no step. Where the pupil is unsure, or a lesson waits for a talk between
adults, the pupil is not pressed and the adults have the next turn.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.decisions.judgement import Judgement, ask
from iapcore.decisions.readiness.lessons import LESSONS
from iapcore.decisions.readiness.progress import PROGRESS
from iapcore.decisions.readiness.receiving import READINESS_RECEIVING
from iapcore.decisions.readiness.turns import accompanied, proposed
from iapcore.decisions.reviews.plan import next_review, review_on_hold
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import stage_of
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.steps import Stage, Step
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.timetable import Slot

__all__ = ["READINESS", "READINESS_PUPIL", "NextStep", "assess_readiness", "next_step"]

READINESS_PUPIL: Final[tuple[Rule, ...]] = (*LESSONS, *PROGRESS)
"""The pupil's side: the week, the pupil's word, and what the weeks show."""

READINESS: Final[tuple[Rule, ...]] = (*READINESS_PUPIL, *READINESS_RECEIVING)
"""The law of this room: both sides."""


@frozen(kw_only=True)
class NextStep:
    """A proposal to talk about: the step, the lessons that it concerns, what adults do, and when people look again.

    `lessons` are in the order in which they are proposed; to those `accompanied` somebody goes along. `adults_do` holds
    the keys of the rules whose actions say what adults do now: on a hold it is never empty, and `review_by` is a day.

    >>> NextStep(step=Step.HOLD, adults_do=("READY-4",), review_by=date(2026, 12, 9)).adults_do
    ('READY-4',)
    """

    step: Step
    lessons: tuple[Slot, ...] = ()
    accompanied: tuple[Slot, ...] = ()
    adults_do: tuple[str, ...] = ()
    review_by: date | None = None


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
_FIRST: Final = (Stage.IN_BASE, Stage.PART_WEEK)
_ONWARD: Final = (Step.START_RETURN, Step.NEXT_LESSONS)
_HOLDS: Final = {
    Stage.IN_BASE: ("READY-4", "READY-3"),
    Stage.PART_WEEK: ("READY-4", "READY-3"),
    Stage.HYBRID: ("READY-4", "READY-5", "READY-7", "READY-3"),
    Stage.RETURNING: ("READY-4", "READY-5"),
}
"""Where one of these is *not met* the step is to hold. A first lesson asks for the pupil's word alone."""
_KNOWN_FIRST: Final = {
    Stage.IN_BASE: ("READY-3",),
    Stage.PART_WEEK: ("READY-3",),
    Stage.HYBRID: ("READY-3",),
    Stage.RETURNING: ("READY-4", "READY-8"),
    Stage.NOT_KNOWN: ("READY-2",),
}
"""Where one of these is *not known* people find it out first. The last step asks for the pupil's word."""
_ASK_FIRST: Final = ("unsure", "contradict")
"""What the pupil says of going on that must be talked over before any step."""


def _step(
    stage: Stage, findings: Mapping[str, Finding], lessons: tuple[Slot, ...]
) -> tuple[Step, tuple[str, ...]]:
    """The step, and the keys of the rules for which it is not a step onward."""
    open_to = [key for key in _KNOWN_FIRST.get(stage, ()) if findings[key].verdict is Verdict.NOT_KNOWN]
    if stage in _BY_STAGE:
        return _BY_STAGE[stage], tuple(open_to)
    if stage not in _FIRST and findings["READY-8"].verdict is Verdict.NOT_MET:
        return Step.STEP_BACK, ("READY-8",)
    if held := tuple(key for key in _HOLDS[stage] if findings[key].verdict is Verdict.NOT_MET):
        return Step.HOLD, held
    if findings["READY-4"].reason in _ASK_FIRST:
        open_to = list(dict.fromkeys(["READY-4", *open_to]))
    if open_to:
        return Step.FIND_OUT, tuple(open_to)
    if stage is not Stage.RETURNING and not lessons:  # all whose turn it is wait for a talk
        waits = findings["READY-9"].verdict is Verdict.NOT_MET
        return Step.HOLD if waits else Step.FIND_OUT, ("READY-9",)
    return _FORWARD[stage], ()


def _review(step: Step, situation: Situation) -> date | None:
    if situation.placement is not None and situation.placement.ending is not None:
        return None
    return review_on_hold(situation) if step is Step.HOLD else next_review(situation)


def _propose(situation: Situation, findings: Mapping[str, Finding]) -> NextStep:
    coloured = findings["READY-3"].verdict is Verdict.MET
    step, because = _step(stage_of(situation), findings, proposed(situation) if coloured else ())
    lessons: tuple[Slot, ...] = ()
    along: tuple[Slot, ...] = ()
    if step is Step.STEP_BACK:
        lessons = tuple(map(Slot.parse, _slots(findings["READY-8"])))
    elif step in _ONWARD:
        lessons = proposed(situation)
        along = tuple(slot for slot in accompanied(situation) if slot in lessons)
    if step in (Step.HOLD, Step.STEP_BACK):
        owed = [one.key for one in READINESS_RECEIVING if findings[one.key].verdict is Verdict.NOT_MET]
        because = tuple(dict.fromkeys((*because, *owed)))
    return NextStep(
        step=step,
        lessons=lessons,
        accompanied=along,
        adults_do=because,
        review_by=_review(step, situation),
    )


def _slots(finding: Finding) -> tuple[str, ...]:
    named = dict(finding.params)["slots"]
    return named if isinstance(named, tuple) else ()


def next_step(situation: Situation) -> NextStep:
    """The step that the profile suggests in a situation."""
    return _propose(situation, {finding.key: finding for finding in ask(READINESS, situation)})


def assess_readiness(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[NextStep]:
    """A profile of how ready pupil and school are for the next step back, and the step that it suggests.

    By default about the latest placement that had begun or was planned by `on`, or a referral made after it ended.
    There is no overall verdict. `findings_of(READINESS_PUPIL)` and `findings_of(READINESS_RECEIVING)` tell the two
    sides apart. On a hold `review_by` is always a day: the one people set or the calendar gives; `on` itself where it
    has passed; where no calendar tells, the weeks between reviews counted as plain weeks from `on`.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, assess_readiness, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(began=date(2026, 11, 2)),))
    >>> readiness = assess_readiness(journey, policy=profile(), on=date(2026, 11, 20))
    >>> readiness.answer.step.name, readiness.answer.adults_do
    ('FIND_OUT', ('READY-2',))
    >>> readiness.missing[0].sentence
    'The timetable during the stay, or where a lesson is taught, is not recorded.'
    >>> [finding.key for finding in readiness.findings_of(READINESS_RECEIVING)]
    ['READY-9', 'READY-10', 'READY-16', 'READY-17']
    """
    situation = Situation.at_hand(journey, policy=policy, on=on, placement=placement)
    findings = ask(READINESS, situation)
    answer = _propose(situation, {finding.key: finding for finding in findings})
    return Judgement(about="readiness", answer=answer, findings=findings, policy=policy.named, on=on)
