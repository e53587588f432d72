"""Before entry and after the end, in four areas, on the same basis: progress, attendance, wellbeing, behaviour.

Rules of the room: what happened during the stay is told beside before and after, never alone. Where the two times do
not rest on the same basis, the answer is *not known*.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from iapcore.decisions.before_and_after import NO_WINDOWS, WELLBEING, compare_wellbeing, windows
from iapcore.decisions.outcome.endings import NO_ENDING, ending_of
from iapcore.decisions.rule import Said, Telling, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.three_times import (
    CountIn,
    at_three_times,
    attended_at_three_times,
    half_days_lost,
    incidents_noted,
)
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import HALF_DAYS
from iapcore.record.learning import SubjectAssessment
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan

__all__: list[str] = []

_RETURN: Final = FOUR_TENETS.at("tenet 4, successful reintegration")
_LISTEN: Final = "Ask the pupil what is hard and what would help, and agree what adults will do differently."
_ATTENDED: Final = (
    "Attended: {attended_after} of {possible_after} ({share_after}) in {weeks} school weeks after, "
    "{attended_before} of {possible_before} ({share_before}) in as many before; during the stay "
    "{attended_during} of {possible_during}. Left out: {left_out_after} after, {left_out_before} before."
)
_LOST: Final = (
    "Half-days lost to suspension: {after} in {weeks} school weeks after, {before} in as many before; "
    "{during} in {stay_weeks} school weeks of the stay."
)
_STILL_HERE: Final = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART, Destination.FURTHER_STAY)
_NOT_HERE: Final[dict[str, Telling]] = {
    "not_here": (
        (
            "Less is recorded after the stay; but it led elsewhere, or it is not recorded where: the pupil may not "
            "have been at this school."
        ),
        "Ask the school or the place where the pupil is now how it goes there.",
    )
}
"""That nothing is noted of a pupil who is not there says nothing."""
_INCIDENTS: Final = (
    "Incidents: {after} in {weeks} school weeks after, {before} in as many before; "
    "{during} in {stay_weeks} school weeks of the stay."
)
_PACES: Final = (
    "Subjects in which the pace is kept ({paces}), of {subjects} that can be compared: {after} in {weeks} school "
    "weeks after, {before} in as many before."
)


@rule(
    key="OUT-4",
    asks="Does the pupil attend more than before entry?",
    expects="Success shows in attendance compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN, ABSENCE_METHODOLOGY.at("absence rates")),
    reads=("placements", "calendar", "marks"),
    chooses=("comparison_weeks", "least_sessions"),
    overlooks="Causes. Pupils enter at a low point, so some would have risen anyway.",
    met={"more": _ATTENDED},
    not_met={"not_more": (_ATTENDED, _LISTEN)},
    not_known=NO_WINDOWS
    | {
        "no_marks": (
            "Session marks are not recorded for {weeks} school weeks before and after.",
            "Add the register for these weeks.",
        ),
        "too_few": (
            "Too few sessions were possible before or after to compare (the policy asks for {least}).",
            "Ask the pupil and the family how coming to school goes now.",
        ),
        "other_basis": (
            "Left out, as held elsewhere or without one clear mark: {apart_after} after, {apart_before} before.",
            "Ask the other school for its register of these sessions, and clear up those that are marked twice.",
        ),
    },
)
def attends_more(situation: Situation) -> Said:
    found = attended_at_three_times(situation)
    if isinstance(found, Said):
        return found
    before, during, after = found.before, found.during, found.after
    share_before, share_after = known(before.share, "too_few"), known(after.share, "too_few")
    return said(
        "more" if share_after > share_before else "not_more",
        attended_before=before.count,
        possible_before=before.possible,
        share_before=share_before,
        left_out_before=before.left_out,
        attended_during=during.count,
        possible_during=during.possible,
        attended_after=after.count,
        possible_after=after.possible,
        share_after=share_after,
        left_out_after=after.left_out,
        weeks=situation.policy.comparison_weeks.value,
    )


@rule(
    key="OUT-6",
    asks="Is social and emotional wellbeing better after the end than at entry?",
    expects="Success shows in wellbeing compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "placement.ending", "assessments"),
    chooses=("improvement",),
    overlooks="Norms, and instruments that cannot be compared with each other.",
    met=WELLBEING["met"],
    not_met=WELLBEING["not_met"],
    not_known=NO_ENDING
    | WELLBEING["not_known"]
    | {
        "nothing_to_compare": (
            "No assessment since the end has one at entry of the same instrument, edition, informant and scale.",
            "Ask the person who filled in the first one to fill in the same edition again.",
        )
    },
)
def wellbeing_is_better(situation: Situation) -> Said:
    return compare_wellbeing(situation, after=ending_of(situation).day)


@rule(
    key="OUT-7",
    asks="Was less time lost to suspension than before entry?",
    expects="Success shows in behaviour compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "placement.ending", "calendar", "suspensions"),
    chooses=("comparison_weeks",),
    numbers=(HALF_DAYS,),
    overlooks="Incidents that led to no suspension, suspensions from before the record begins, and causes. One that is "
    "recorded twice (the same day, length and kind) counts once.",
    met={
        "less": _LOST,
        "none": "No suspension in {weeks} school weeks before, none in as many after; {during} half-days in "
        "{stay_weeks} school weeks of the stay.",
    },
    not_met={"not_less": (_LOST, _LISTEN)},
    not_known=NO_WINDOWS
    | _NOT_HERE
    | {
        "no_suspensions": (
            "Suspensions are not recorded for {weeks} school weeks before and after.",
            "Add the suspensions of these weeks, or write down that there was none.",
        ),
        "no_length": (
            "How long a suspension was is not recorded, or it was an exclusion for good.",
            "Look up how many half-days each suspension was.",
        ),
        "before_calendar": (
            "A suspension began before the calendar does: whether it reached into these weeks is not known.",
            "Add the earlier terms to the calendar.",
        ),
    },
)
def loses_less_to_suspension(situation: Situation) -> Said:
    return _fewer(situation, half_days_lost, met="less", not_met="not_less")


def _fewer(situation: Situation, count_in: CountIn, *, met: str, not_met: str) -> Said:
    """Whether less is counted after the stay than before it; what lay within it is told beside."""
    found = at_three_times(situation, count_in)
    if isinstance(found, Said):
        return found
    before, after = found.before.count, found.after.count
    is_fewer = after < before or before == after == 0
    if is_fewer and ending_of(situation).destination not in _STILL_HERE:
        return said("not_here")
    calendar = known(situation.journey.calendar, "no_calendar")
    told = {"weeks": situation.policy.comparison_weeks.value, "during": found.during.count}
    told["stay_weeks"] = known(calendar.school_weeks(found.spans[1]), "no_calendar")
    if before == after == 0:
        return said("none", **told)
    return said(met if after < before else not_met, before=before, after=after, **told)


@rule(
    key="OUT-9",
    asks="Does the pupil keep pace in more subjects than before entry?",
    expects="Success shows in academic progress compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "calendar", "subjects"),
    chooses=("comparison_weeks", "pace_kept"),
    overlooks="Marks and grades, subjects that were assessed at one of the two times alone, and causes.",
    met={
        "more": _PACES,
        "in_all": "Subjects compared: {subjects}; in each the pace is kept ({paces}), {weeks} school weeks after "
        "and before.",
    },
    not_met={
        "not_more": (_PACES, "Ask pupil and teachers what would help to catch up, and who gives that help.")
    },
    not_known=NO_WINDOWS
    | {
        "no_subjects": (
            "Assessments in subjects are not recorded.",
            "Ask the teachers how the pupil keeps pace in each subject, and write it down with the day.",
        ),
        "not_told": (
            "The pace in a subject, or whether it was on the mainstream's task, is not recorded or not clear.",
            "Ask the teacher about the pace, and whether the task was the same as in mainstream.",
        ),
        "nothing_to_compare": (
            "No subject was assessed on the same kind of task in {weeks} school weeks after and in as many before.",
            "Ask the teachers to assess on the task that the pupil's class does.",
        ),
    },
)
def keeps_pace_more(situation: Situation) -> Said:
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    assessed = known(situation.journey.subjects, "no_subjects")
    before, after = (_last_by_subject(assessed, span) for span in spans)
    pairs = [(before[subject], after[subject]) for subject in before.keys() & after.keys()]
    lasts = [one for pair in pairs for ones in pair for one in ones]
    unlike = any(
        len({(one.pace, one.on_mainstream_task) for one in ones}) > 1 for pair in pairs for ones in pair
    )
    if unlike or any(one.pace is None or one.on_mainstream_task is None for one in lasts):
        return said("not_told")
    alike = [(one[0], two[0]) for one, two in pairs if one[0].on_mainstream_task is two[0].on_mainstream_task]
    if not alike:
        return said("nothing_to_compare", weeks=weeks)
    paces = situation.policy.pace_kept.value
    kept_before, kept_after = (sum(pair[place].pace in paces for pair in alike) for place in (0, 1))
    told: dict[str, Any] = {"paces": paces, "subjects": len(alike), "weeks": weeks}
    if kept_before == kept_after == len(alike):
        return said("in_all", **told)
    return said(
        "more" if kept_after > kept_before else "not_more", before=kept_before, after=kept_after, **told
    )


def _last_by_subject(
    assessed: Iterable[SubjectAssessment], span: DateSpan
) -> Mapping[str, list[SubjectAssessment]]:
    """The last assessments in each subject within a span: several where they are of one day."""
    by_subject: dict[str, list[SubjectAssessment]] = defaultdict(list)
    for one in assessed:
        if one.day in span:
            by_subject[one.subject].append(one)
    return {
        subject: [one for one in ones if one.day == max(other.day for other in ones)]
        for subject, ones in by_subject.items()
    }


@rule(
    key="OUT-14",
    asks="Were there fewer incidents than before entry?",
    expects="Success shows in behaviour compared with the time before entry.",
    force=Force.ADVISORY,
    cites=(_RETURN,),
    reads=("placements", "placement.ending", "calendar", "incidents"),
    chooses=("comparison_weeks",),
    overlooks="What happened, and why; that adults may note more in one place than in another.",
    met={
        "fewer": _INCIDENTS,
        "none": "No incident in {weeks} school weeks before, none in as many after; {during} in {stay_weeks} school "
        "weeks of the stay.",
    },
    not_met={"not_fewer": (_INCIDENTS, _LISTEN)},
    not_known=NO_WINDOWS
    | _NOT_HERE
    | {
        "no_incidents": (
            "Incidents are not recorded completely for {weeks} school weeks before and after.",
            "Add the incidents of these weeks, or write down that there was none.",
        )
    },
)
def has_fewer_incidents(situation: Situation) -> Said:
    return _fewer(situation, incidents_noted, met="fewer", not_met="not_fewer")
