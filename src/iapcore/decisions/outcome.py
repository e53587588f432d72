"""How did the stay end?

Rules of the room: an open stay is open, not a failure. A full timetable alone is *returned, participation not
known*: a sustained return needs evidence that the pupil attends and takes part academically, socially and
emotionally. Exits that the sources warn of raise a question about the provision, never a label on the pupil.
Nothing here says what caused what.
"""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.decisions.before_and_after import NO_WINDOWS, WELLBEING, compare_wellbeing, windows
from iapcore.decisions.judgement import Judgement, ask
from iapcore.decisions.reviews import follow_up_days
from iapcore.decisions.rule import Finding, Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS
from iapcore.guidance.policy import Evidence, Policy
from iapcore.guidance.sources import Force
from iapcore.record.attendance import count_sessions
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.transition import FollowUp
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.value import Word

__all__ = ["OUTCOME", "Outcome", "OutcomeGroup", "OutcomeKind", "classify_outcome"]

_OUTCOMES: Final = FOUR_TENETS.at("tenet 4, introduction")
_RETURN: Final = FOUR_TENETS.at("tenet 4, successful reintegration")
_EXITS: Final = FOUR_TENETS.at("tenet 4, common challenges")
_MEASURES: Final = FOUR_TENETS.at("tenet 4, table of design, measurement")
_NO_STAY: Final = {"no_stay": "The stay has not begun, or its first day is not recorded."}


class OutcomeGroup(Word):
    """How the sources look at an outcome.

    >>> OutcomeGroup("to_ask_about").name
    'TO_ASK_ABOUT'
    """

    VALUED = "valued"
    IN_BETWEEN = "in_between"
    TO_ASK_ABOUT = "to_ask_about"
    OPEN = "open"
    NOT_KNOWN = "not_known"


class OutcomeKind(Word):
    """How a stay stands or ended.

    >>> OutcomeKind("managed_move").group.name
    'TO_ASK_ABOUT'
    """

    NOT_BEGUN = "not_begun"
    STILL_PLACED = "still_placed"
    SUSTAINED_RETURN = "sustained_return"
    RETURNED = "returned"
    RETURNED_PARTICIPATION_NOT_KNOWN = "returned_participation_not_known"
    PARTLY_RETURNED = "partly_returned"
    POST_16_PATHWAY = "post_16_pathway"
    SPECIAL_SCHOOL_PLACE = "special_school_place"
    FURTHER_STAY = "further_stay"
    NO_POST_16_PLACE = "no_post_16_place"
    SPECIALIST_BASE = "specialist_base"
    ANOTHER_SCHOOL = "another_school"
    NEXT_PHASE = "next_phase"
    FAMILY_WITHDREW = "family_withdrew"
    DIED = "died"
    MANAGED_MOVE = "managed_move"
    OFF_SITE_DIRECTION = "off_site_direction"
    ELECTIVE_HOME_EDUCATION = "elective_home_education"
    PERMANENT_EXCLUSION = "permanent_exclusion"
    EXTERNAL_ALTERNATIVE_PROVISION = "external_alternative_provision"
    NOT_KNOWN = "not_known"

    @property
    def group(self) -> OutcomeGroup:
        """How the sources look at it."""
        return _GROUPS.get(self, OutcomeGroup.IN_BETWEEN)


_RETURNS: Final = (
    OutcomeKind.SUSTAINED_RETURN,
    OutcomeKind.RETURNED,
    OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
)
_GROUPS: Final = {
    OutcomeKind.NOT_BEGUN: OutcomeGroup.OPEN,
    OutcomeKind.STILL_PLACED: OutcomeGroup.OPEN,
    OutcomeKind.NOT_KNOWN: OutcomeGroup.NOT_KNOWN,
    **dict.fromkeys(_RETURNS, OutcomeGroup.VALUED),
    OutcomeKind.POST_16_PATHWAY: OutcomeGroup.VALUED,
    OutcomeKind.SPECIAL_SCHOOL_PLACE: OutcomeGroup.VALUED,
    OutcomeKind.MANAGED_MOVE: OutcomeGroup.TO_ASK_ABOUT,
    OutcomeKind.OFF_SITE_DIRECTION: OutcomeGroup.TO_ASK_ABOUT,
    OutcomeKind.ELECTIVE_HOME_EDUCATION: OutcomeGroup.TO_ASK_ABOUT,
    OutcomeKind.PERMANENT_EXCLUSION: OutcomeGroup.TO_ASK_ABOUT,
    OutcomeKind.EXTERNAL_ALTERNATIVE_PROVISION: OutcomeGroup.TO_ASK_ABOUT,
}

_KINDS: Final = {
    Destination.MAINSTREAM_IN_PART: OutcomeKind.PARTLY_RETURNED,
    Destination.POST_16: OutcomeKind.POST_16_PATHWAY,
    Destination.SPECIAL_SCHOOL: OutcomeKind.SPECIAL_SCHOOL_PLACE,
    **{
        destination: OutcomeKind(destination.value)
        for destination in Destination
        if destination.value in {kind.value for kind in OutcomeKind}
    },
}
"""What each destination is called as an outcome; mainstream, the ideal, is looked at more closely."""

_ANSWERS_PURPOSE: Final = {
    Purpose.RETURN: (Destination.MAINSTREAM,),
    Purpose.QUALIFICATIONS: (Destination.POST_16,),
    Purpose.SPECIAL_SCHOOL_BRIDGE: (Destination.SPECIAL_SCHOOL,),
    Purpose.PRIMARY_YEAR: (Destination.MAINSTREAM, Destination.SPECIAL_SCHOOL),
}


@frozen(kw_only=True)
class Outcome:
    """The kind of outcome and its ground: when the stay ended, where the pupil went, whose choice it was."""

    kind: OutcomeKind
    ended: date | None = None
    destination: Destination | None = None
    chosen_by: Role | None = None


def _ending(situation: Situation) -> Ending:
    known(situation.stay, "no_stay")
    return known(situation.placement and situation.placement.ending, "open")


@rule(
    key="OUT-1",
    asks="Did the stay begin?",
    expects="Only a stay that took place can have an outcome.",
    force=Force.REQUIRED,
    cites=(_OUTCOMES,),
    reads=("placements", "placement.began"),
    met={"began": "The stay began on {day}."},
    not_met={
        "planned": "The stay is planned to begin on {day}.",
        "none": "It is recorded that there was no placement.",
    },
    not_known={"not_recorded": "Whether and when the stay began is not recorded."},
)
def stay_began(situation: Situation) -> Said:
    if situation.placement is None and situation.journey.placements == ():
        return said("none")
    placement = known(situation.placement, "not_recorded")
    if placement.began is not None:
        return said("began", day=placement.began)
    planned = known(placement.planned, "not_recorded")
    return said("planned" if situation.on <= planned.start else "not_recorded", day=planned.start)


@rule(
    key="OUT-2",
    asks="Did the stay end?",
    expects="Pupils move through a provision; a stay that is open is neither a success nor a failure.",
    force=Force.REQUIRED,
    cites=(_RETURN,),
    reads=("placements", "placement.ending", "placement.planned", "placement.extensions"),
    met={"ended": "The stay ended on {day}."},
    not_met={"open": "It is open.", "open_until": "It is open; its end is planned for {day}."},
    not_known=_NO_STAY | {"overrun": "Its end was planned for {day} and none is recorded: did it end?"},
)
def stay_ended(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    placement = known(situation.placement, "no_stay")
    if placement.ending is not None:
        return said("ended", day=placement.ending.day)
    end = placement.planned_until(situation.on)
    if end is None:
        return said("open")
    return said("overrun" if placement.overran(situation.on) else "open_until", day=end)


@rule(
    key="OUT-3",
    asks="Where did the pupil go, and was that the purpose agreed at entry?",
    expects="Return is the ideal; qualifications with a pathway after 16, or a special school place, are valued too.",
    force=Force.REQUIRED,
    cites=(_OUTCOMES, _EXITS),
    reads=("placements", "placement.ending", "placement.purpose"),
    overlooks="Whether the pupil is to blame: an exit is a question about the provision.",
    met={"as_agreed": "To {destination}, as was agreed at entry (purpose: {purpose})."},
    not_met={"otherwise": "To {destination}; the purpose agreed at entry was {purpose}."},
    not_known=_NO_STAY
    | {
        "open": "No ending is recorded.",
        "no_destination": "Where the pupil went is not recorded.",
        "no_purpose": "To {destination}; which purpose was agreed at entry is not recorded.",
    },
)
def purpose_was_answered(situation: Situation) -> Said:
    destination = known(_ending(situation).destination, "no_destination")
    purpose = situation.placement and situation.placement.purpose
    if purpose is None:
        return said("no_purpose", destination=destination)
    reason = "as_agreed" if destination in _ANSWERS_PURPOSE[purpose] else "otherwise"
    return said(reason, destination=destination, purpose=purpose)


@rule(
    key="OUT-4",
    asks="Does the pupil attend more than before entry?",
    expects="Success shows in attendance compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN, ABSENCE_METHODOLOGY.at("absence rates")),
    reads=("placements", "calendar", "marks"),
    chooses=(
        "comparison_weeks",
        "least_sessions",
    ),
    overlooks="Causes. Pupils enter at a low point, so some would have risen anyway.",
    met={
        "more": "Attended: {attended_after} of {possible_after} ({share_after}) in {weeks} school weeks after, "
        "{attended_before} of {possible_before} ({share_before}) in as many before."
    },
    not_met={
        "not_more": "Attended: {attended_after} of {possible_after} ({share_after}) in {weeks} school weeks after, "
        "{attended_before} of {possible_before} ({share_before}) in as many before."
    },
    not_known=NO_WINDOWS
    | {
        "no_marks": "Session marks are not recorded for {weeks} school weeks before and after.",
        "too_few": "Too few sessions were possible before or after to compare (the policy asks for {least}).",
    },
)
def attends_more(situation: Situation) -> Said:
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    marks = situation.journey.marks
    before = marks and count_sessions(marks, spans[0])
    after = marks and count_sessions(marks, spans[1])
    if before is None or after is None:
        return said("no_marks", weeks=weeks)
    least = situation.policy.least_sessions.value
    if min(before.possible, after.possible) < least or before.share is None or after.share is None:
        return said("too_few", least=least)
    return said(
        "more" if after.share > before.share else "not_more",
        attended_before=before.attended,
        possible_before=before.possible,
        share_before=before.share,
        attended_after=after.attended,
        possible_after=after.possible,
        share_after=after.share,
        weeks=weeks,
    )


@rule(
    key="OUT-5",
    asks="Does the pupil take part academically, socially and emotionally?",
    expects="A successful return means taking part in all three ways, in a stable and supported manner.",
    force=Force.ADVISORY,
    cites=(FOUR_TENETS.at("glossary, reintegration"), _RETURN),
    reads=("placements", "placement.transition"),
    overlooks="How much of the week is in mainstream: a timetable does not show taking part.",
    met={"in_all": "At the follow-up on {day}: yes, in all three."},
    not_met={"not_in_all": "At the follow-up on {day}: not, or only partly, {ways}."},
    not_known=_NO_STAY
    | {
        "open": "No ending is recorded.",
        "no_follow_up": "No follow-up since the end is recorded.",
        "not_seen": "The follow-up on {day} does not say: {ways}.",
    },
)
def takes_part(situation: Situation) -> Said:
    last = known(_last_follow_up(situation, _ending(situation)), "no_follow_up")
    ways = {"academic": last.academic, "social": last.social, "emotional": last.emotional}
    if lacking := tuple(way for way, part in ways.items() if part in (Extent.NO, Extent.PARTLY)):
        return said("not_in_all", day=last.day, ways=lacking)
    if unseen := tuple(way for way, part in ways.items() if part is None):
        return said("not_seen", day=last.day, ways=unseen)
    return said("in_all", day=last.day)


def _last_follow_up(situation: Situation, ending: Ending) -> FollowUp | None:
    transition = situation.placement and situation.placement.transition
    held = [one for one in (transition and transition.follow_ups) or () if one.day > ending.day]
    return max(held, key=lambda one: one.day, default=None)


@rule(
    key="OUT-6",
    asks="Has social and emotional wellbeing improved since entry?",
    expects="Success shows in wellbeing compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "assessments"),
    chooses=("improvement",),
    overlooks="Norms, and instruments that cannot be compared with each other.",
    met=WELLBEING["met"],
    not_met=WELLBEING["not_met"],
    not_known=WELLBEING["not_known"],
)
def wellbeing_is_better(situation: Situation) -> Said:
    return compare_wellbeing(situation)


@rule(
    key="OUT-7",
    asks="Was less time lost to suspension than before entry?",
    expects="Success shows in behaviour compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "calendar", "suspensions"),
    chooses=("comparison_weeks",),
    overlooks="Incidents that led to no suspension, and causes.",
    met={
        "less": "Half-days lost to suspension: {after} in {weeks} school weeks after, {before} in as many before.",
        "none": "No suspension in {weeks} school weeks before, none in as many after.",
    },
    not_met={
        "not_less": "Half-days lost to suspension: {after} in {weeks} school weeks after, {before} in as many before."
    },
    not_known=NO_WINDOWS
    | {
        "no_suspensions": "Suspensions are not recorded for {weeks} school weeks before and after.",
        "no_length": "How long a suspension was is not recorded, or it was an exclusion for good.",
    },
)
def loses_less_to_suspension(situation: Situation) -> Said:
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    suspensions = situation.journey.suspensions
    before = suspensions and suspensions.within(spans[0])
    after = suspensions and suspensions.within(spans[1])
    if before is None or after is None:
        return said("no_suspensions", weeks=weeks)
    if any(one.half_days is None for one in (*before, *after)):
        return said("no_length")
    lost_before = sum(one.half_days or 0 for one in before)
    lost_after = sum(one.half_days or 0 for one in after)
    if lost_before == lost_after == 0:
        return said("none", weeks=weeks)
    reason = "less" if lost_after < lost_before else "not_less"
    return said(reason, before=lost_before, after=lost_after, weeks=weeks)


@rule(
    key="OUT-8",
    asks="Did people look again after the end?",
    expects="Follow-up monitoring shows whether success lasts; no source says when to look.",
    force=Force.ADVISORY,
    cites=(_MEASURES, FOUR_TENETS.at("tenet 4, planned and supported transition")),
    reads=("placements", "calendar", "placement.transition"),
    chooses=("follow_up_weeks",),
    overlooks="Visits to the base after the end: they are after-care and no relapse.",
    met={"looked": "They looked at or after each point that has come: {points}."},
    not_met={"missed": "No follow-up at or after: {points}."},
    not_known=_NO_STAY
    | {
        "open": "No ending is recorded.",
        "no_follow_up": "Follow-ups are not recorded.",
        "too_early": "No follow-up point of the policy has come yet, or the calendar does not tell.",
    },
)
def was_followed_up(situation: Situation) -> Said:
    _ending(situation)
    transition = situation.placement and situation.placement.transition
    held = known(transition and transition.follow_ups, "no_follow_up")
    points = tuple(day for day in follow_up_days(situation) if day < situation.on)
    if not points:
        return said("too_early")
    if missed := tuple(day for day in points if not any(day <= one.day for one in held)):
        return said("missed", points=_days(missed))
    all_told = len(follow_up_days(situation)) == len(situation.policy.follow_up_weeks.value)
    calendar = situation.journey.calendar
    if not all_told and (calendar is None or situation.on not in calendar.span):
        return said("too_early")
    return said("looked", points=_days(points))


def _days(days: tuple[date, ...]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)


OUTCOME: Final[tuple[Rule, ...]] = (
    stay_began,
    stay_ended,
    purpose_was_answered,
    attends_more,
    takes_part,
    wellbeing_is_better,
    loses_less_to_suspension,
    was_followed_up,
)
"""The law of this room."""


_EVIDENCE: Final = {
    Evidence.ATTENDANCE: "OUT-4",
    Evidence.PARTICIPATION: "OUT-5",
    Evidence.WELLBEING: "OUT-6",
    Evidence.BEHAVIOUR: "OUT-7",
    Evidence.FOLLOW_UP: "OUT-8",
    Evidence.ACADEMIC: "OUT-9",
}
"""The rule that shows each kind of evidence."""


def _kind(situation: Situation, findings: tuple[Finding, ...]) -> OutcomeKind:
    verdicts = {finding.key: finding.verdict for finding in findings}
    began, ended, part = verdicts["OUT-1"], verdicts["OUT-2"], verdicts["OUT-5"]
    if began is not Verdict.MET:
        return OutcomeKind.NOT_BEGUN if began is Verdict.NOT_MET else OutcomeKind.NOT_KNOWN
    if ended is not Verdict.MET:
        return OutcomeKind.STILL_PLACED if ended is Verdict.NOT_MET else OutcomeKind.NOT_KNOWN
    ending = situation.placement and situation.placement.ending
    destination = ending and ending.destination
    if destination is None:
        return OutcomeKind.NOT_KNOWN
    if destination is not Destination.MAINSTREAM:
        return _KINDS[destination]
    if part is not Verdict.MET:
        unknown = part is Verdict.NOT_KNOWN
        return OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN if unknown else OutcomeKind.PARTLY_RETURNED
    shown = {_EVIDENCE[one]: verdicts.get(_EVIDENCE[one]) for one in situation.policy.sustained.value}
    sustained = all(verdict is Verdict.MET for verdict in shown.values())
    return OutcomeKind.SUSTAINED_RETURN if sustained else OutcomeKind.RETURNED


def classify_outcome(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[Outcome]:
    """How a stay stood or had ended on a day, and the reasons for saying so.

    By default about the latest placement that had begun or was planned by `on`.

    >>> from datetime import date
    >>> from iapcore import Destination, Ending, Journey, Placement, Pupil, PupilId, classify_outcome, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    >>> stay = Placement(began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> classify_outcome(journey, policy=profile(), on=date(2026, 11, 20)).answer.kind.name
    'RETURNED_PARTICIPATION_NOT_KNOWN'
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    findings = ask(OUTCOME, situation)
    ending = situation.placement and situation.placement.ending
    answer = Outcome(
        kind=_kind(situation, findings),
        ended=ending and ending.day,
        destination=ending and ending.destination,
        chosen_by=ending and ending.chosen_by,
    )
    return Judgement(about="outcome", answer=answer, findings=findings, policy=policy.named, on=on)
