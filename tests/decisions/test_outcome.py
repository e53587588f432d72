"""How a stay ended: a profile of reasons, in which an open stay is open and a timetable is no participation."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import (
    OUTCOME,
    Outcome,
    OutcomeGroup,
    OutcomeKind,
    classify_outcome,
    classifying,
    outcome_of,
)
from iapcore.decisions.rule import Finding
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.policy_words import Evidence
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.journey import Journey
from iapcore.record.learning import SubjectAssessment
from iapcore.record.placement import Ending, Entry, Placement
from iapcore.record.review import Review
from iapcore.record.stream import Stream
from iapcore.record.transition import AfterCareVisit
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory
from tests import stories
from tests.cases import OUTCOME_CASES, UNKNOWN, Case
from tests.cases.outcome import AFTER, BEFORE, EVERY_EVIDENCE
from tests.laws import policies, told
from tests.stories import BEGAN, ENDED, LAST_LOOK_BACK, LONG_AFTER, ON

POLICY: Final = profile("half-term")
ASKS_FOR_ALL: Final = evolve(POLICY.choosing(sustained=tuple(Evidence)), name="asks-for-all")
RETURNED: Final = stories.returned()

KINDS: Final = {
    Destination.MAINSTREAM: "returned_participation_not_known",
    Destination.MAINSTREAM_IN_PART: "partly_returned",
    Destination.FURTHER_STAY: "planned_further_stay",
    Destination.POST_16: "post_16_pathway",
    Destination.NO_POST_16_PLACE: "no_post_16_place",
    Destination.SPECIAL_SCHOOL: "special_school_place",
    Destination.SPECIALIST_BASE: "specialist_base",
    Destination.ANOTHER_SCHOOL: "another_school",
    Destination.NEXT_PHASE: "next_phase",
    Destination.FAMILY_WITHDREW: "family_withdrew",
    Destination.DIED: "died",
    Destination.MANAGED_MOVE: "managed_move",
    Destination.OFF_SITE_DIRECTION: "off_site_direction",
    Destination.ELECTIVE_HOME_EDUCATION: "elective_home_education",
    Destination.PERMANENT_EXCLUSION: "permanent_exclusion",
    Destination.EXTERNAL_ALTERNATIVE_PROVISION: "external_alternative_provision",
}
"""What a stay is called of which only the destination is recorded."""

VALUED: Final = {
    "sustained_return",
    "returned",
    "returned_participation_not_known",
    "post_16_pathway",
    "post_16_secured",
    "post_16_retained",
    "special_school_place",
}
TO_ASK_ABOUT: Final = {
    "managed_move",
    "off_site_direction",
    "elective_home_education",
    "permanent_exclusion",
    "external_alternative_provision",
}


def classify(journey: Journey, on: date = LONG_AFTER) -> Judgement[Outcome]:
    return classify_outcome(journey, policy=POLICY, on=on)


def ended(destination: Destination | None, **changes: object) -> Journey:
    stay = Placement(began=BEGAN, ending=Ending(day=ENDED, destination=destination))
    return evolve(UNKNOWN, placements=(evolve(stay, **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", OUTCOME_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    judged = classify_outcome(case.journey, **case.asked)
    assert {key: judged.finding(key).reason for key in case.expect} == case.expect
    assert judged.answer.kind is case.answer


@pytest.mark.parametrize("destination", Destination)
def test_each_destination_is_told_as_an_outcome(destination: Destination) -> None:
    answer = classify(ended(destination)).answer
    assert answer.kind.value == KINDS[destination]
    assert (answer.ended, answer.destination) == (ENDED, destination)


def test_where_the_pupil_went_must_be_recorded() -> None:
    assert classify(ended(None)).answer.kind is OutcomeKind.NOT_KNOWN


@pytest.mark.parametrize("kind", OutcomeKind)
def test_how_the_sources_look_at_an_outcome(kind: OutcomeKind) -> None:
    """Return is the ideal; qualifications and a special school place are valued; five exits ask for a question."""
    expected = {
        **dict.fromkeys(VALUED, OutcomeGroup.VALUED),
        **dict.fromkeys(TO_ASK_ABOUT, OutcomeGroup.TO_ASK_ABOUT),
        "not_begun": OutcomeGroup.OPEN,
        "still_placed": OutcomeGroup.OPEN,
        "extended": OutcomeGroup.OPEN,
        "not_known": OutcomeGroup.NOT_KNOWN,
    }
    assert kind.group is expected.get(kind.value, OutcomeGroup.IN_BETWEEN)


def test_whose_choice_it_was_is_told() -> None:
    assert classify(RETURNED).answer == Outcome(
        kind=OutcomeKind.SUSTAINED_RETURN,
        ended=ENDED,
        destination=Destination.MAINSTREAM,
        chosen_by=Role.PUPIL,
    )


# Told a second time


EVIDENCE: Final = {
    "attendance": {"OUT-4": ("more",)},
    "participation": {"OUT-5": ("in_all",)},
    "wellbeing": {"OUT-6": ("better",)},
    "behaviour": {"OUT-7": ("less", "none"), "OUT-14": ("fewer", "none")},
    "follow_up": {"OUT-8": ("looked",)},
    "academic": {"OUT-9": ("more", "in_all")},
}
"""What shows each kind of evidence."""


def _naive(judged: Judgement[Outcome], policy: Policy) -> str:
    reason = {finding.key: finding.reason for finding in judged.findings}
    table = (
        ("OUT-2", ("extended",), "extended"),
        ("OUT-1", ("planned", "none"), "not_begun"),
        ("OUT-1", ("not_recorded",), "not_known"),
        ("OUT-2", ("open", "open_until"), "still_placed"),
        ("OUT-2", ("overrun", "no_stay"), "not_known"),
        ("OUT-3", ("no_destination",), "not_known"),
    )
    for key, reasons, kind in table:
        if reason[key] in reasons:
            return kind
    went = judged.answer.destination
    assert went is not None
    by_what_followed = {
        (Destination.MAINSTREAM, "unplanned"): "unplanned_reentry",
        (Destination.MAINSTREAM_IN_PART, "unplanned"): "unplanned_reentry",
        (Destination.MAINSTREAM_IN_PART, "planned"): "planned_further_stay",
    }
    if reason["OUT-16"] == "excluded" and reason["OUT-13"] != "unplanned":
        return "permanent_exclusion"
    kind = by_what_followed.get((went, reason["OUT-13"]), KINDS[went])
    if went is Destination.POST_16 and reason["OUT-11"] in ("secured", "retained", "left"):
        kind = "post_16_" + reason["OUT-11"]
    lasts = went is Destination.MAINSTREAM and kind != "unplanned_reentry"
    return _naive_return(reason, policy) if lasts else kind


def _naive_return(reason: dict[str, str], policy: Policy) -> str:
    if reason["OUT-5"] != "in_all":
        return "partly_returned" if reason["OUT-5"] == "not_in_all" else KINDS[Destination.MAINSTREAM]
    asked = [EVIDENCE[one.value] for one in policy.sustained.value]
    lasting = reason["OUT-16"] == "none"
    lasting &= all(reason[key] in reasons for shown in asked for key, reasons in shown.items())
    assert lasting == (reason["OUT-10"] == "shown")
    return "sustained_return" if lasting else "returned"


@given(told(), policies())
def test_the_kind_follows_from_the_reasons(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    chosen = profile(policy)
    judged = classify_outcome(journey, policy=chosen, on=on)
    assert judged.answer.kind.value == _naive(judged, chosen)


@pytest.mark.parametrize("policy", [*PROFILES, ASKS_FOR_ALL], ids=lambda policy: policy.name)
@pytest.mark.parametrize("case", OUTCOME_CASES, ids=lambda case: case.name)
def test_the_kind_follows_from_the_reasons_in_each_case(case: Case, policy: Policy) -> None:
    judged = classify_outcome(case.journey, policy=policy, on=case.on, placement=case.placement)
    assert judged.answer.kind.value == _naive(judged, policy)


@given(told(), policies())
def test_the_answer_alone_is_that_of_the_whole_judgement(told_on: tuple[Journey, date], policy: str) -> None:
    (journey, on), ours = told_on, profile(policy)
    for placement in (None, *(journey.as_of(on).placements or ())):
        whole = classify_outcome(journey, policy=ours, on=on, placement=placement).answer
        assert outcome_of(Situation.of(journey, policy=ours, on=on, placement=placement)) == whole


@pytest.mark.parametrize("policy", [*PROFILES, ASKS_FOR_ALL], ids=lambda policy: policy.name)
@pytest.mark.parametrize("case", OUTCOME_CASES, ids=lambda case: case.name)
def test_the_answer_alone_is_the_same_in_each_case(case: Case, policy: Policy) -> None:
    whole = classify_outcome(case.journey, policy=policy, on=case.on, placement=case.placement)
    situation = Situation.of(case.journey, policy=policy, on=case.on, placement=case.placement)
    assert outcome_of(situation) == whole.answer


def test_the_order_of_the_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [classify_outcome(case.journey, **case.asked).answer for case in OUTCOME_CASES]
    monkeypatch.setattr(classifying, "OUTCOME", classifying.OUTCOME[::-1])
    assert [classify_outcome(case.journey, **case.asked).answer for case in OUTCOME_CASES] == before


# Open, ended, followed up


def test_a_full_timetable_alone_is_no_sustained_return() -> None:
    """Reintegration means taking part academically, socially and emotionally, not a share of the week."""
    full = evolve(
        ended(Destination.MAINSTREAM),
        calendar=stories.CALENDAR,
        timetables=RETURNED.timetables,
        marks=RETURNED.marks,
        reviews=(Review(day=ENDED),),
    )
    assert classify(full).answer.kind is OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN


def test_an_open_stay_is_no_failure() -> None:
    for on in (BEGAN, ON, ENDED):
        assert classify(stories.hybrid(), on).answer.kind is OutcomeKind.STILL_PLACED


def test_whether_a_stay_that_outran_its_plan_ended_is_not_known() -> None:
    overran = classify(stories.hybrid(), ENDED + timedelta(days=1))
    assert overran.answer.kind is OutcomeKind.NOT_KNOWN
    assert overran.finding("OUT-2").reason == "overrun"


@pytest.mark.parametrize("on", [date(2026, 10, 1), BEGAN])
def test_a_stay_that_is_planned_has_not_begun(on: date) -> None:
    assert classify(stories.referred(), on).answer.kind is OutcomeKind.NOT_BEGUN


def test_an_ending_without_a_beginning_is_not_known() -> None:
    assert classify(ended(Destination.MAINSTREAM, began=None)).answer.kind is OutcomeKind.NOT_KNOWN


AS_AGREED: Final = {
    (Purpose.RETURN, Destination.MAINSTREAM),
    (Purpose.QUALIFICATIONS, Destination.POST_16),
    (Purpose.SPECIAL_SCHOOL_BRIDGE, Destination.SPECIAL_SCHOOL),
    (Purpose.PRIMARY_YEAR, Destination.MAINSTREAM),
    (Purpose.PRIMARY_YEAR, Destination.SPECIAL_SCHOOL),
}


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("destination", Destination)
def test_an_ending_is_held_against_the_purpose_agreed_at_entry(
    purpose: Purpose, destination: Destination
) -> None:
    reason = classify(ended(destination, purpose=purpose)).finding("OUT-3").reason
    assert (reason == "as_agreed") == ((purpose, destination) in AS_AGREED)


WAYS: Final = ("academic", "social", "emotional")


@given(st.lists(st.sampled_from([*Extent, None]), min_size=3, max_size=3))
def test_taking_part_means_all_three_ways(parts: list[Extent | None]) -> None:
    ways = dict(zip(WAYS, parts, strict=True))
    seen = stories.look_back(LAST_LOOK_BACK, None, **ways)
    judged = classify(stories.with_transition(RETURNED, follow_ups=(seen,)))
    reason = judged.finding("OUT-5").reason
    if {Extent.NO, Extent.PARTLY} & set(parts):
        assert reason == "not_in_all"
        assert judged.answer.kind is OutcomeKind.PARTLY_RETURNED
    elif None in parts:
        assert reason == "not_seen"
        assert judged.answer.kind is OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN
    else:
        assert reason == "in_all"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_last_look_back_after_the_end_tells(order: tuple[int, ...]) -> None:
    looks = (
        stories.look_back(ENDED, Extent.NO),
        stories.look_back(date(2027, 1, 8), Extent.PARTLY),
        stories.look_back(date(2027, 2, 5)),
    )
    journey = stories.with_transition(RETURNED, follow_ups=tuple(looks[place] for place in order))
    reasons = {
        on: classify(journey, on).finding("OUT-5").reason
        for on in (ENDED, date(2027, 1, 8), date(2027, 2, 4), date(2027, 2, 5))
    }
    assert list(reasons.values()) == ["no_follow_up", "not_in_all", "not_in_all", "in_all"]


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2027, 2, 5), "too_early"), (date(2027, 2, 6), "missed"), (date(2027, 2, 8), "missed")],
)
def test_a_point_of_the_policy_has_come_when_its_day_is_over(on: date, reason: str) -> None:
    """Six school weeks after 11 December, Christmas stepped over, is 5 February."""
    journey = stories.with_transition(RETURNED, follow_ups=())
    assert classify(journey, on).finding("OUT-8").reason == reason


def test_one_late_look_covers_the_points_before_it() -> None:
    journey = stories.with_transition(RETURNED, follow_ups=(stories.look_back(LAST_LOOK_BACK),))
    judged = classify(journey)
    assert judged.finding("OUT-8").reason == "looked"
    assert judged.answer.kind is OutcomeKind.SUSTAINED_RETURN


def test_points_beyond_the_calendar_may_have_come() -> None:
    """Where the calendar ends before a point, nobody can say that every point was looked at."""
    in_march = evolve(RETURNED, calendar=evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[:6]))
    assert classify(in_march, date(2027, 3, 1)).finding("OUT-8").reason == "looked"
    assert classify(in_march).finding("OUT-8").reason == "too_early"
    unseen = stories.with_transition(in_march, follow_ups=())
    assert classify(unseen).finding("OUT-8").reason == "missed"


@pytest.mark.parametrize(
    ("weeks", "calendar", "reason"),
    [((6,), True, "none"), ((6, 12), True, "excluded"), ((), True, "excluded"), ((6,), False, "excluded")],
)
def test_an_exclusion_is_held_against_a_return_up_to_the_last_follow_up_of_the_policy(
    weeks: tuple[int, ...],
    calendar: bool,  # noqa: FBT001
    reason: str,
) -> None:
    """Without such a day, up to the day that is asked about."""
    out = Suspension(day=date(2027, 2, 8), category=SuspensionCategory.PERMANENT)
    known = Stream(complete=DateSpan(date(2026, 4, 1), LONG_AFTER), events=(out,))
    journey = evolve(RETURNED, suspensions=known, calendar=RETURNED.calendar if calendar else None)
    policy = POLICY.choosing(follow_up_weeks=weeks)
    judged = classify_outcome(journey, policy=policy, on=LONG_AFTER)
    assert judged.finding("OUT-16").reason == reason
    assert (judged.answer.kind is OutcomeKind.PERMANENT_EXCLUSION) == (reason == "excluded")


# What the policy asks for


@pytest.mark.parametrize(
    "dropped", ["assessments", "subjects", "marks", "suspensions", "incidents", "calendar"]
)
def test_a_policy_that_asks_for_everything_does_without_nothing(dropped: str) -> None:
    """What is not recorded makes no return a lasting one, and the finding names what is missing."""
    whole = classify_outcome(EVERY_EVIDENCE, policy=ASKS_FOR_ALL, on=LONG_AFTER)
    assert whole.answer.kind is OutcomeKind.SUSTAINED_RETURN
    judged = classify_outcome(evolve(EVERY_EVIDENCE, **{dropped: None}), policy=ASKS_FOR_ALL, on=LONG_AFTER)
    assert judged.finding("OUT-10").reason == "missing"
    assert judged.answer.kind is OutcomeKind.RETURNED


def test_the_line_of_the_policy_that_makes_the_difference_is_told() -> None:
    lenient, strict = (
        classify_outcome(RETURNED, policy=one, on=LONG_AFTER) for one in (POLICY, ASKS_FOR_ALL)
    )
    assert lenient.answer.kind is OutcomeKind.SUSTAINED_RETURN
    assert strict.answer.kind is OutcomeKind.RETURNED
    finding = strict.finding("OUT-10")
    assert dict(finding.params)["missing"] == ("behaviour", "academic")
    told = next(one for one in finding.choices if one.name == "sustained")
    assert told.value == tuple(one.value for one in Evidence)


# The same basis before and after


def _lost(*given: Suspension, on: date = LONG_AFTER) -> dict[str, object]:
    suspensions = Stream(complete=DateSpan(date(2026, 5, 1), LONG_AFTER), events=given)
    finding = classify(evolve(RETURNED, suspensions=suspensions), on).finding("OUT-7")
    return {"reason": finding.reason, **dict(finding.params)}


@pytest.mark.parametrize(
    ("day", "half_days", "before", "during", "after"),
    [
        (date(2026, 10, 23), 1, 1, 0, 0),
        (date(2026, 10, 23), 4, 2, 2, 0),  # the second day is after half-term, in the stay
        (date(2026, 10, 24), 2, 0, 2, 0),  # given on a Saturday: served on the first school day
        (date(2026, 7, 10), 4, 2, 0, 0),  # from before the window into it
        (date(2026, 12, 10), 6, 0, 4, 2),  # from the stay into the time after
        (date(2026, 12, 14), 3, 0, 0, 3),
        (date(2027, 3, 12), 4, 0, 0, 2),  # and out of the window again
    ],
)
def test_a_suspension_is_counted_by_the_half_days_that_lie_in_each_time(
    day: date, half_days: int, before: int, during: int, after: int
) -> None:
    found = _lost(Suspension(day=day, half_days=half_days))
    assert found["during"] == during
    assert (found.get("before", 0), found.get("after", 0)) == (before, after)


def test_a_suspension_that_is_recorded_twice_is_counted_once() -> None:
    """The same day, length and kind is the same suspension; another length or kind is another one."""
    once = Suspension(day=date(2026, 12, 14), half_days=3)
    assert _lost(once, evolve(once, ref="again"))["after"] == _lost(once)["after"] == 3
    assert _lost(once, evolve(once, half_days=1))["after"] == 4
    assert _lost(once, evolve(once, category=SuspensionCategory.LUNCHTIME))["after"] == 6


def test_one_from_long_before_the_calendar_cannot_reach_into_the_window() -> None:
    calendar = evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[1:])
    for half_days, reason in ((10, "none"), (80, "before_calendar")):
        given = Stream(
            complete=DateSpan(date(2026, 4, 1), LONG_AFTER),
            events=(Suspension(day=date(2026, 5, 20), half_days=half_days),),
        )
        journey = evolve(RETURNED, calendar=calendar, suspensions=given)
        assert classify(journey).finding("OUT-7").reason == reason


def _marked(every: int, code: AttendanceCode, *, after_too: bool) -> dict[str, object]:
    """The story with that code on every so-manieth session until entry, and after the end too."""
    known = stories.attendance(stories.MARKED_UNTIL, before=10, after=10)
    spans = [one.day < BEGAN or (after_too and one.day > ENDED) for one in known.events]
    events = tuple(
        evolve(one, code=code) if swap and place % every == 0 else one
        for place, (one, swap) in enumerate(zip(known.events, spans, strict=True))
    )
    finding = classify(evolve(RETURNED, marks=evolve(known, events=events))).finding("OUT-4")
    return {"reason": finding.reason, **dict(finding.params)}


def test_sessions_that_another_school_marks_must_not_make_the_difference() -> None:
    """They leave both sides of a rate: an improvement could be made of them alone."""
    assert _marked(2, AttendanceCode.DUAL_REGISTERED, after_too=False)["reason"] == "other_basis"
    assert _marked(2, AttendanceCode.NOT_REQUIRED, after_too=False)["reason"] in ("more", "not_more")
    told = _marked(2, AttendanceCode.NOT_REQUIRED, after_too=False)
    assert told["left_out_before"] != told["left_out_after"] == 0


def test_sessions_marked_twice_are_on_no_clear_basis() -> None:
    known = stories.attendance(stories.MARKED_UNTIL, before=10, after=10)
    twice: tuple[SessionMark, ...] = tuple(
        evolve(one, code=AttendanceCode.ILLNESS) for one in known.events if one.day > ENDED
    )
    journey = evolve(RETURNED, marks=evolve(known, events=(*known.events, *twice[::2])))
    assert classify(journey).finding("OUT-4").reason == "other_basis"


def test_what_happened_during_the_stay_is_never_told_alone() -> None:
    for finding in classify(RETURNED).findings:
        names = dict(finding.params).keys()
        if "during" in " ".join(names):
            assert finding.verdict is not Verdict.NOT_KNOWN
            assert "after" in finding.sentence


PACES: Final = st.lists(
    st.tuples(
        st.sampled_from(["Maths", "Art"]),
        st.sampled_from([BEFORE, BEFORE + timedelta(days=3), ON, AFTER, AFTER + timedelta(days=3)]),
        st.sampled_from([*Pace, None]),
        st.sampled_from([True, False, None]),
    ),
    max_size=6,
)


@given(PACES)
def test_pace_is_compared_subject_by_subject(drawn: list[tuple[str, date, Pace | None, bool | None]]) -> None:
    """Told a second time, with one table of the last words on each subject."""
    subjects = tuple(
        SubjectAssessment(subject=subject, day=day, pace=pace, on_mainstream_task=task)
        for subject, day, pace, task in drawn
    )
    reason = classify(evolve(RETURNED, subjects=subjects)).finding("OUT-9").reason
    last: dict[str, list[set[tuple[Pace | None, bool | None]]]] = {}
    for subject in ("Maths", "Art"):
        for days in ((BEFORE, BEFORE + timedelta(days=3)), (AFTER, AFTER + timedelta(days=3))):
            told_on = [{(p, t) for s, d, p, t in drawn if (s, d) == (subject, day)} for day in days]
            last.setdefault(subject, []).append(told_on[1] or told_on[0])
    pairs = [sides for sides in last.values() if all(sides)]
    if any(len(side) > 1 or None in next(iter(side)) for sides in pairs for side in sides):
        assert reason == "not_told"
        return
    alike = [[next(iter(side)) for side in sides] for sides in pairs]
    kept = [(one[0] is not Pace.BEHIND, two[0] is not Pace.BEHIND) for one, two in alike if one[1] == two[1]]
    before, after = (sum(side[place] for side in kept) for place in (0, 1))
    if not kept:
        assert reason == "nothing_to_compare"
    elif before == after == len(kept):
        assert reason == "in_all"
    else:
        assert reason == ("more" if after > before else "not_more")


# After the end


def test_a_visit_to_the_base_is_no_relapse() -> None:
    visits = tuple(AfterCareVisit(day=ENDED + timedelta(days=days)) for days in range(5, 60, 5))
    visited = stories.with_transition(RETURNED, after_care=visits)
    assert classify(visited) == classify(RETURNED)


@pytest.mark.parametrize("entry", [*Entry, None])
@pytest.mark.parametrize("destination", Destination)
def test_only_an_unplanned_stay_or_one_after_a_return_in_part_changes_the_kind(
    destination: Destination, entry: Entry | None
) -> None:
    first = Placement(began=BEGAN, ending=Ending(day=ENDED, destination=destination))
    journey = evolve(UNKNOWN, placements=(first, Placement(began=AFTER, entry=entry)))
    kind = classify_outcome(journey, policy=POLICY, on=LONG_AFTER, placement=first).answer.kind.value
    back = destination in (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)
    if entry is Entry.UNPLANNED_RETURN and back:
        assert kind == "unplanned_reentry"
    elif entry is Entry.PLANNED_FURTHER_STAY and destination is Destination.MAINSTREAM_IN_PART:
        assert kind == "planned_further_stay"
    else:
        assert kind == KINDS[destination]


def test_of_several_later_stays_the_next_one_tells() -> None:
    first = Placement(began=BEGAN, ending=Ending(day=ENDED, destination=Destination.MAINSTREAM))
    then = Placement(began=AFTER, entry=Entry.PLANNED_FURTHER_STAY)
    last = Placement(began=date(2027, 4, 12), entry=Entry.UNPLANNED_RETURN)
    earlier = Placement(began=date(2026, 6, 1), entry=Entry.UNPLANNED_RETURN)
    to_come = Placement(planned=DateSpan(date(2027, 9, 6), None), entry=Entry.PLANNED_FURTHER_STAY)
    expected = {
        (earlier,): "none",
        (last, then): "planned",
        (last, earlier): "unplanned",
        (to_come,): "planned",
    }
    for others, reason in expected.items():
        journey = evolve(UNKNOWN, placements=(*others, first))
        asked = classify_outcome(journey, policy=POLICY, on=LONG_AFTER, placement=first)
        assert asked.finding("OUT-13").reason == reason


def test_every_reason_that_is_not_met_says_what_a_person_could_do() -> None:
    for rule in OUTCOME:
        for reason in rule.reasons:
            assert (reason.action is None) == (reason.verdict is Verdict.MET)


def test_actions_are_told_in_full() -> None:
    for case in OUTCOME_CASES:
        found: tuple[Finding, ...] = classify_outcome(case.journey, **case.asked).findings
        for finding in found:
            assert not set("{}") & set(finding.action or "")


def test_incidents_are_counted_in_each_time() -> None:
    incidents = Stream(
        complete=DateSpan(date(2026, 7, 6), LONG_AFTER),
        events=tuple(Incident(day=day) for day in (BEFORE, BEFORE, BEGAN, ON, ENDED, AFTER)),
    )
    finding = classify(evolve(RETURNED, incidents=incidents)).finding("OUT-14")
    params = dict(finding.params)
    assert (params["before"], params["during"], params["after"], params["stay_weeks"]) == (2, 3, 1, 6)
