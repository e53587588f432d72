"""How the pupil is: the wish, and what attendance, check-ins, questionnaires, targets and incidents show.

Rules of the room: only what the policy gives a number for is held against one. Of two records of one day that say
different things neither is believed.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from iapcore.decisions.before_and_after import WELLBEING, compare_wellbeing
from iapcore.decisions.readiness.turns import NO_STAY, fresh_until, lately, reviews_of, stay_of
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.sources import Force
from iapcore.record.attendance import count_sessions
from iapcore.record.learning import SubjectAssessment
from iapcore.record.review import Progress, Review, Wish
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.qualifications import Pace

__all__ = ["PROGRESS"]

_READY: Final = FOUR_TENETS.at("tenet 4, table of design, assessment for return")
_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")
_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_CURRICULUM: Final = FOUR_TENETS.at("tenet 4, table of design, curriculum")
_WATCHED: Final = (MonitoringDomain.ENGAGEMENT, MonitoringDomain.BEHAVIOUR)


def _of_last_day(reviews: Iterable[Review]) -> list[Review]:
    held = list(reviews)
    last = max((one.day for one in held), default=None)
    return [one for one in held if one.day == last]


@rule(
    key="READY-4",
    asks="What does the pupil want?",
    expects="The pupil has a say in which lessons come first and how fast.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "reviews"),
    overlooks="What adults would like the pupil to want.",
    met={"ready": "At the review on {day} the pupil was ready for more."},
    not_met={
        "not_yet": (
            "At the review on {day} the pupil was not ready for more yet.",
            "Ask the pupil what would have to be different first, do that, and agree when to talk again.",
        )
    },
    not_known=NO_STAY
    | {
        "no_review": (
            "No review of this stay, or not the last, has recorded what the pupil wants.",
            "Ask the pupil how fast it should go, and write down what they said.",
        ),
        "unsure": (
            "At the review on {day} the pupil was unsure.",
            "Talk it over with the pupil: a visit, company on the way or a smaller step may help. Then ask again.",
        ),
        "contradict": (
            "Two reviews on {day} say different things of what the pupil wants.",
            "Ask the pupil which is right, and mend the record.",
        ),
    },
)
def pupil_wants_more(situation: Situation) -> Said:
    reviews = reviews_of(situation)
    asked = _of_last_day(one for one in reviews if one.pupil_wish is not None)
    wishes = {one.pupil_wish for one in asked}
    last = known(next(iter(asked), None), "no_review")
    if len(wishes) > 1:
        return said("contradict", day=last.day)
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
        "less": (
            "{attended} of {possible} sessions attended by {until} ({share}); the policy asks for {least}.",
            "Ask pupil and family what keeps the pupil from coming, and agree what the adults do about it.",
        )
    },
    not_known=NO_STAY
    | {
        "no_marks": (
            "Session marks for the whole stay are not recorded.",
            "Bring the register marks of the stay up to date.",
        ),
        "too_few": (
            "Sessions of the stay that were possible: {possible}; the policy asks for {least} to tell.",
            "Look again when more of the stay has passed.",
        ),
    },
)
def pupil_attends(situation: Situation) -> Said:
    stay = stay_of(situation)
    marks = known(situation.journey.marks, "no_marks")
    until = fresh_until(situation, marks.complete)
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


@rule(
    key="READY-6",
    asks="Has social and emotional wellbeing improved since the start?",
    expects="An assessment at the start gives a baseline from which progress can be seen.",
    force=Force.ADVISORY,
    cites=(_MONITORING,),
    reads=("placements", "assessments"),
    chooses=("improvement",),
    overlooks="Norms, published marks of readiness, and instruments that cannot be compared with each other.",
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
        "stuck": (
            (
                "At the review on {day}: met {met}, under way {some}, without progress {stuck}; the policy asks for "
                "{least} met or under way. What will adults change?"
            ),
            "Go through the targets with the pupil: make the ones that do not move smaller, or change the support.",
        )
    },
    not_known=NO_STAY
    | {
        "no_review": (
            "No review of this stay, or not the last, has looked at targets.",
            "Look at each target with the pupil at the next review, and write down how it stands.",
        ),
        "contradict": (
            "Two reviews on {day} say different things of the targets.",
            "Ask those who were there which is right, and mend the record.",
        ),
    },
)
def targets_move(situation: Situation) -> Said:
    reviews = reviews_of(situation)
    looked = _of_last_day(one for one in reviews if one.targets)
    last = known(next(iter(looked), None), "no_review")
    if len({frozenset(one.targets or ()) for one in looked}) > 1:
        return said("contradict", day=last.day)
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
        "more": (
            "Incidents in the {weeks} weeks to {until}: {now}; in as many before: {before}. What is hard?",
            "Ask the pupil and the adults who were there what came before each, and agree what the adults change.",
        )
    },
    not_known=NO_STAY
    | {
        "no_incidents": (
            "Incidents of these weeks are not recorded completely.",
            "Write down the incidents of these weeks, or that there were none.",
        )
    },
)
def incidents_are_no_more(situation: Situation) -> Said:
    stay_of(situation)
    weeks = situation.policy.review_weeks.value
    length = timedelta(weeks=weeks)
    incidents = known(situation.journey.incidents, "no_incidents")
    until = known(fresh_until(situation, incidents.complete), "no_incidents")
    middle = until - length
    eve = middle - length
    if eve + timedelta(days=1) < incidents.complete.start:
        return said("no_incidents")
    days = [one.day for one in incidents.events if eve < one.day <= until]
    now = sum(day > middle for day in days)
    before = len(days) - now
    return said("more" if now > before else "no_more", now=now, before=before, weeks=weeks, until=until)


@rule(
    key="READY-12",
    asks="How do engagement and behaviour go from day to day?",
    expects="Engagement and behaviour are watched and talked about daily, at check-in and check-out.",
    force=Force.ADVISORY,
    cites=(_MONITORING,),
    reads=("placements", "check_ins"),
    chooses=("check_in_share", "review_weeks"),
    overlooks="Who gave the points, and the domains of learning, social skills and feelings.",
    met={
        "well": "Check-ins from {since} to {until}: {points} of {out_of} points in engagement and behaviour ({share}); "
        "the policy asks for {least}."
    },
    not_met={
        "less": (
            (
                "Check-ins from {since} to {until}: {points} of {out_of} points in engagement and behaviour ({share}); "
                "the policy asks for {least}."
            ),
            "Ask the pupil at check-out which part of the day was hardest, and change something in that part.",
        )
    },
    not_known=NO_STAY
    | {
        "no_check_ins": (
            "Check-ins of the last weeks are not recorded.",
            "Begin a short check-in and check-out with the pupil every day.",
        ),
        "not_rated": (
            "Not every check-in from {since} to {until} was rated, or none in both engagement and behaviour.",
            "Rate engagement and behaviour with the pupil at each check-out.",
        ),
    },
)
def days_go_well(situation: Situation) -> Said:
    stay_of(situation)
    kept = known(situation.journey.check_ins, "no_check_ins")
    span = lately(situation, kept.complete, "no_check_ins")
    found = known(kept.within(span), "no_check_ins")
    days = {"since": span.start, "until": span.end or situation.on}
    rated = [one for check in found for one in check.ratings or () if one.domain in _WATCHED]
    if {one.domain for one in rated} != set(_WATCHED) or any(one.ratings is None for one in found):
        return said("not_rated", **days)
    points, out_of = sum(one.points for one in rated), sum(one.out_of for one in rated)
    share, least = Fraction(points, out_of), situation.policy.check_in_share.value
    reason = "well" if share >= least else "less"
    return said(reason, points=points, out_of=out_of, share=share, least=least, **days)


@rule(
    key="READY-13",
    asks="Does the pupil keep pace in the subjects?",
    expects="Who goes back must not have fallen behind; the work in the base is held against the mainstream's.",
    force=Force.ADVISORY,
    cites=(_CURRICULUM, _READY),
    reads=("placements", "subjects"),
    chooses=("pace_kept",),
    overlooks="Grades, and subjects that nobody assessed in this stay.",
    met={"keeps_pace": "By the latest assessment of each subject, on pace in every subject ({subjects})."},
    not_met={
        "behind": (
            "By the latest assessment of each subject, on pace in {kept} of {subjects}.",
            "Ask the subject teachers which gaps matter for the lessons that come next, and teach those in the base.",
        )
    },
    not_known=NO_STAY
    | {
        "no_subjects": (
            "No assessment of a subject in this stay is recorded.",
            "Ask the subject teachers how the pupil does, on the mainstream's tasks where that is possible.",
        ),
        "not_judged": (
            "On pace in {kept} of {subjects}; of the others the latest assessment does not say, or says two things.",
            "Ask the teachers of these subjects whether the pupil is ahead, with the class or behind.",
        ),
    },
)
def pupil_keeps_pace(situation: Situation) -> Said:
    stay = stay_of(situation)
    recorded = known(situation.journey.subjects, "no_subjects")
    paces = _latest_paces([one for one in recorded if one.day in stay])
    if not paces:
        return said("no_subjects")
    keeping = set(situation.policy.pace_kept.value)
    kept = sum(said_of <= keeping for said_of in paces)
    behind = any(None not in said_of and not said_of & keeping for said_of in paces)
    if behind:
        return said("behind", kept=kept, subjects=len(paces))
    if kept < len(paces):
        return said("not_judged", kept=kept, subjects=len(paces))
    return said("keeps_pace", subjects=len(paces))


def _latest_paces(recorded: list[SubjectAssessment]) -> list[set[Pace | None]]:
    """For each subject what its latest assessments say: one thing, unless those of one day contradict each other."""
    days: dict[str, date] = {}
    for one in recorded:
        days[one.subject] = max(one.day, days.get(one.subject, one.day))
    paces: dict[str, set[Pace | None]] = defaultdict(set)
    for one in recorded:
        if one.day == days[one.subject]:
            paces[one.subject].add(one.pace)
    return list(paces.values())


PROGRESS: Final[tuple[Rule, ...]] = (
    pupil_wants_more,
    pupil_attends,
    wellbeing_improved,
    targets_move,
    incidents_are_no_more,
    days_go_well,
    pupil_keeps_pace,
)
"""What the pupil says and what the weeks show."""
