"""Before entry and after the end, in four areas, on the same basis: progress, attendance, wellbeing, behaviour.

Rules of the room: what happened during the stay is told beside before and after, never alone. Where the two times do
not rest on the same basis, the answer is *not known*.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from iapcore.decisions.before_and_after import NO_WINDOWS, WELLBEING, compare_wellbeing, windows
from iapcore.decisions.outcome.endings import NO_ENDING, ending_of
from iapcore.decisions.rule import Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import HALF_DAYS
from iapcore.record.attendance import SessionMark, count_sessions
from iapcore.record.behaviour import Suspension
from iapcore.record.learning import SubjectAssessment
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

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
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    marks = situation.journey.marks
    counts = [marks and count_sessions(marks, span) for span in (*spans, _between(spans))]
    before, after, during = counts
    if marks is None or before is None or after is None or during is None:
        return said("no_marks", weeks=weeks)
    least = situation.policy.least_sessions.value
    if min(before.possible, after.possible) < least or before.share is None or after.share is None:
        return said("too_few", least=least)
    apart_before, apart_after = _apart(marks, spans[0]), _apart(marks, spans[1])
    alike = apart_before * after.possible == apart_after * before.possible
    # At worst every session left out before was attended and none of those after, or the other way round.
    lowest = Fraction(after.attended, after.possible + apart_after)
    highest = Fraction(after.attended + apart_after, after.possible + apart_after)
    least_before = Fraction(before.attended, before.possible + apart_before)
    most_before = Fraction(before.attended + apart_before, before.possible + apart_before)
    if not alike and least_before < highest and lowest <= most_before:
        return said("other_basis", apart_before=apart_before, apart_after=apart_after)
    return said(
        "more" if after.share > before.share else "not_more",
        attended_before=before.attended,
        possible_before=before.possible,
        share_before=before.share,
        left_out_before=before.left_out,
        attended_during=during.attended,
        possible_during=during.possible,
        attended_after=after.attended,
        possible_after=after.possible,
        share_after=after.share,
        left_out_after=after.left_out,
        weeks=weeks,
    )


def _between(spans: tuple[DateSpan, DateSpan]) -> DateSpan:
    """The stay: what lies between the two windows."""
    before, after = spans
    return DateSpan(
        date.fromordinal(known(before.end, "open").toordinal() + 1),
        date.fromordinal(after.start.toordinal() - 1),
    )


def _apart(marks: Stream[SessionMark], span: DateSpan) -> int:
    """Sessions that took place, and of which this register does not tell whether the pupil was there."""
    found = [mark for mark in marks.events if mark.day in span]
    marked = Counter((mark.day, mark.half) for mark in found)
    return len(
        {
            (mark.day, mark.half)
            for mark in found
            if mark.code is AttendanceCode.DUAL_REGISTERED
            or mark.counts_as is None
            or marked[mark.day, mark.half] > 1
        }
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
    reads=("placements", "calendar", "suspensions"),
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
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    suspensions = situation.journey.suspensions
    if suspensions is None or any(suspensions.within(span) is None for span in spans):
        return said("no_suspensions", weeks=weeks)
    reaching = _once([one for one in suspensions.events if one.day <= known(spans[1].end, "open")])
    if any(one.half_days is None for one in reaching):
        return said("no_length")
    calendar = known(situation.journey.calendar, "no_calendar")
    per_day = HALF_DAYS.on(situation.on)
    days = [day for one in reaching for day in _lost(one, calendar, per_day)]
    earlier = [one for one in reaching if one.day not in calendar.span]
    start = calendar.span.start
    if any(day >= spans[0].start for one in earlier for day in _lost(one, calendar, per_day, since=start)):
        return said("before_calendar")
    return _fewer(situation, spans, days, met="less", not_met="not_less")


def _once(suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """Each suspension once: of two of one day, length and kind the second is the same one, written down twice."""
    alike = {(one.day, one.half_days, one.category): one for one in suspensions}
    return tuple(alike.values())


def _lost(
    one: Suspension, calendar: SchoolCalendar, per_day: int, *, since: date | None = None
) -> list[date]:
    """The school day of each half-day of a suspension, as far as the calendar tells."""
    first = since or one.day
    per_day = 1 if one.category is SuspensionCategory.LUNCHTIME else per_day
    found: list[date] = []
    for half in range(one.half_days or 0):
        day = calendar.days_later(first, half // per_day + (not calendar.is_school_day(first)))
        if day is None:
            break
        found.append(day)
    return found


def _fewer(
    situation: Situation, spans: tuple[DateSpan, DateSpan], days: Iterable[date], *, met: str, not_met: str
) -> Said:
    """Whether fewer of these days lie after the stay than before it; what lay within it is told beside."""
    stay = _between(spans)
    counted = [sum(day in span for day in days) for span in (*spans, stay)]
    before, after, during = counted
    calendar = known(situation.journey.calendar, "no_calendar")
    told = {"weeks": situation.policy.comparison_weeks.value, "during": during}
    told["stay_weeks"] = known(calendar.school_weeks(stay), "no_calendar")
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
    reads=("placements", "calendar", "incidents"),
    chooses=("comparison_weeks",),
    overlooks="What happened, and why; that adults may note more in one place than in another.",
    met={
        "fewer": _INCIDENTS,
        "none": "No incident in {weeks} school weeks before, none in as many after; {during} in {stay_weeks} school "
        "weeks of the stay.",
    },
    not_met={"not_fewer": (_INCIDENTS, _LISTEN)},
    not_known=NO_WINDOWS
    | {
        "no_incidents": (
            "Incidents are not recorded completely for {weeks} school weeks before and after.",
            "Add the incidents of these weeks, or write down that there was none.",
        )
    },
)
def has_fewer_incidents(situation: Situation) -> Said:
    weeks = situation.policy.comparison_weeks.value
    spans = windows(situation)
    if isinstance(spans, Said):
        return spans
    incidents = situation.journey.incidents
    if incidents is None or any(incidents.within(span) is None for span in spans):
        return said("no_incidents", weeks=weeks)
    days = [one.day for one in incidents.events]
    return _fewer(situation, spans, days, met="fewer", not_met="not_fewer")
