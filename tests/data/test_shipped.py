"""The data that come with iapcore are fresh, free of contradictions and honest about their sources.

Each journey tells, under the default policy, the story that it says it tells.
"""

import importlib.util
import io
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import iapcore as iap
from iapcore.decisions.rule import percent
from iapcore.record.provision import Standing
from iapcore.record.timetable import timetable_on

ROOT = Path(__file__).parents[2]
SHIPPED = files("iapcore") / "data" / "journeys.json"
DATA = iap.read_dataset(io.BytesIO(SHIPPED.read_bytes()))
ON = date(2026, 11, 20)
SEVEN = {"hive", "student-support-centre", "connections", "nurture-space", "bubble", "house", "duston"}


def script() -> ModuleType:
    """The script that writes the data, from the repository."""
    place = ROOT / "tools" / "write_shipped_data.py"
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(place.parent)  # the modules that it is made of lie beside it
        spec.loader.exec_module(module)
    return module


def journey(key: str) -> iap.Journey:
    return next(one for one in DATA.journeys if one.pupil.id.format() == key)


def last_stay(key: str) -> iap.Placement:
    placement = journey(key).latest_placement()
    assert placement is not None
    return placement


def began(key: str) -> date:
    first_day = last_stay(key).began
    assert first_day is not None
    return first_day


def told(record: Any, prefix: str = "") -> Iterator[str]:
    """The fields of a record in which something stands, as its provenance names them."""
    for one in attrs.fields(type(record)):
        if one.name not in ("key", "provenance") and getattr(record, one.name) is not None:
            yield f"{prefix}{one.name}"


def told_in_journey(one: iap.Journey) -> Iterator[str]:
    for name in told(one):
        value = getattr(one, name)
        if name == "pupil":
            yield from (path for path in told(value, "pupil.") if path != "pupil.id")
        elif isinstance(value, tuple):
            yield from {path for record in value for path in told(record, f"{name}.")}
        else:
            yield name


def named(record: iap.Journey | iap.Provision, *standings: Standing) -> set[str]:
    return {name for one in record.provenance or () if one.standing in standings for name in one.of}


def fictional() -> list[iap.Provision | iap.Journey]:
    return [*(one for one in DATA.provisions if one.is_fictional), *DATA.journeys]


# --- The file ---------------------------------------------------------------------------------------------


def test_the_file_is_what_the_script_writes() -> None:
    dataset = script().shipped()
    assert dataset == DATA
    written = io.BytesIO()
    iap.write_dataset(dataset, written)
    assert written.getvalue() == SHIPPED.read_bytes(), "run python tools/write_shipped_data.py"
    assert len(written.getvalue()) < 400_000


def test_nothing_contradicts_itself() -> None:
    assert iap.find_problems(DATA) == ()
    assert DATA.as_of == ON


def test_the_about_says_what_is_published_and_what_is_not() -> None:
    assert DATA.about is not None
    for word in ("published", "filled in", "fictional"):
        assert word in DATA.about


# --- Where it comes from ----------------------------------------------------------------------------------


def test_the_seven_are_described_and_marked_as_real() -> None:
    assert {one.key for one in DATA.provisions if one.is_fictional is False} == SEVEN
    assert all(one.is_fictional is not None for one in DATA.provisions)


@pytest.mark.parametrize("key", sorted(SEVEN))
def test_a_described_provision_holds_published_facts_alone(key: str) -> None:
    provision = next(one for one in DATA.provisions if one.key == key)
    assert named(provision, Standing.PUBLISHED) == set(told(provision))
    assert named(provision, Standing.FILLED_IN) == set()


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("hive", "places", 8),
        ("student-support-centre", "places", 12),
        ("student-support-centre", "weeks", (6, 6)),
        ("student-support-centre", "settling_weeks", 1),
        ("connections", "teachers", 2),
        ("connections", "assistants", 2),
        ("nurture-space", "places", 8),
        ("nurture-space", "soft_start_places", 12),
        ("nurture-space", "review_weeks", 6),
        ("bubble", "opened", 2024),
        ("house", "opened", 2021),
        ("bubble", "takes_from_other_schools", True),
        ("hive", "takes_from_other_schools", None),
        ("house", "usually_on_roll", 6),
        ("connections", "terms", (1, 3)),
        ("bubble", "other_approaches", ("Birmingham SEN Toolkits", "Zones of Regulation")),
        ("bubble", "other_schools_by_early_help", True),
        ("hive", "grounds", None),  # attendance or behaviour: neither is a word of the grounds
        ("house", "grounds", (iap.Ground.HEALTH, iap.Ground.EXCLUSION, iap.Ground.SEVERE_ABSENCE)),
        ("house", "staffing", None),
        ("house", "phase", None),  # its source names the school, and not its phase
        ("student-support-centre", "grounds", None),  # told by a pupil from outside it alone
        ("duston", "grounds", None),  # why such bases are needed; not whom this one takes
        ("house", "places", None),  # "usually around six pupils" says nothing of places
        ("connections", "places", None),
        ("connections", "weeks", None),  # one to three terms are no number of weeks
        ("nurture-space", "weeks", None),  # often, and so not always, 12 weeks
        ("duston", "opened", 2020),
        ("duston", "name", None),
    ],
)
def test_a_published_number(key: str, field: str, value: object) -> None:
    assert getattr(next(one for one in DATA.provisions if one.key == key), field) == value


@pytest.mark.parametrize(
    ("key", "staff"),
    [
        (
            "hive",
            {
                "provision_lead": 1,
                "higher_level_teaching_assistant": 1,
                "wellbeing_specialist": 1,
                "mainstream_teacher": None,  # some input, by nobody says how many
            },
        ),
        ("student-support-centre", {"mainstream_teacher": None}),
        ("connections", {"qualified_teacher": 2, "teaching_assistant": 2, "mainstream_teacher": None}),
        ("nurture-space", {"higher_level_teaching_assistant": 1}),
        ("bubble", {"teaching_assistant": 2, "therapist": 1}),  # a class teacher: qualified, nobody says
    ],
)
def test_published_staff(key: str, staff: dict[str, int | None]) -> None:
    provision = next(one for one in DATA.provisions if one.key == key)
    assert {one.kind.value: one.count for one in provision.staffing or ()} == staff


def test_no_journey_refers_to_a_school_that_exists() -> None:
    used = {
        record.provision
        for one in DATA.journeys
        for record in (*(one.referrals or ()), *(one.placements or ()))
        if record.provision is not None
    }
    assert used == {one for one in DATA.provisions if one.is_fictional}
    assert all(one.school and "fictional" in one.school for one in used)


@pytest.mark.parametrize(
    "record", fictional(), ids=lambda one: getattr(one, "key", None) or one.pupil.id.format()
)
def test_a_fictional_record_says_what_was_filled_in(record: iap.Provision | iap.Journey) -> None:
    here = set(told_in_journey(record) if isinstance(record, iap.Journey) else told(record))
    whole = {path.partition(".")[0] for path in here}
    everything = named(record, *Standing)
    assert {
        path for path in here if path not in everything and path.partition(".")[0] not in everything
    } == set()
    assert everything <= here | whole
    assert named(record, Standing.FILLED_IN)


def test_what_is_published_has_a_source_and_a_place() -> None:
    for record in (*DATA.provisions, *DATA.journeys):
        for one in record.provenance or ():
            is_published = one.standing is Standing.PUBLISHED
            assert (one.source is not None, one.place is not None) == (is_published, is_published)


def test_no_free_text_about_a_pupil() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    for key in ("words", "upn", "date_of_birth", "teacher"):
        assert f'"{key}":' not in text


def test_the_provisions_of_journeys_can_be_decided_about() -> None:
    for provision in (one for one in DATA.provisions if one.is_fictional):
        for field in ("places", "key_stages", "settling_weeks", "review_weeks", "weeks", "purposes"):
            assert getattr(provision, field) is not None


# --- The whole record -------------------------------------------------------------------------------------


def held(value: object) -> bool:
    """Something stands there: a stream or collection with something in it, or a record."""
    return bool(value.events if isinstance(value, iap.Stream) else value)


@pytest.mark.parametrize("name", [one.name for one in attrs.fields(iap.Journey)])
def test_everything_is_recorded_in_some_journey(name: str) -> None:
    assert any(held(getattr(one, name)) for one in DATA.journeys)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("referrals", "decisions"),
        ("referrals", "support_while_waiting"),
        ("placements", "entry"),
        ("placements", "extensions"),
        ("targets", "measure"),
        ("reviews", "decision"),
        ("timetables", "shared"),
        ("timetables", "times"),
        ("vocational_places", "checks"),
    ],
)
def test_something_is_recorded_in_some_record(record: str, name: str) -> None:
    assert any(held(getattr(one, name)) for each in DATA.journeys for one in getattr(each, record) or ())


@pytest.mark.parametrize("name", [one.name for one in attrs.fields(iap.Transition)])
def test_everything_is_recorded_in_some_transition(name: str) -> None:
    stays = [stay for one in DATA.journeys for stay in one.placements or ()]
    assert any(held(getattr(stay.transition, name)) for stay in stays if stay.transition)


def test_adults_and_providers_are_keys() -> None:
    for one in DATA.journeys:
        assert all(adult.adult and adult.adult.startswith("adult-") for adult in one.trusted_adults or ())
        for place in one.vocational_places or ():
            assert place.provider.islower()


def test_an_adjustment_may_wait_to_be_made() -> None:
    transition = last_stay("elm-01").transition
    assert transition is not None
    waiting = [one for one in transition.adjustments or () if one.made is None]
    assert [slot.format() for one in waiting for slot in one.slots or ()] == ["Thu:5"]


def test_marks_of_lessons_are_of_lessons_that_came_back() -> None:
    one = journey("elm-01")
    assert one.lesson_marks is not None
    for mark in one.lesson_marks.events:
        week = timetable_on(one.timetables or (), mark.day)
        assert week is not None
        assert mark.slot in week.slots(iap.Where.MAINSTREAM)


def test_time_at_a_provider_is_marked_as_off_site() -> None:
    one = journey("rowan-01")
    assert one.marks is not None
    off_site = {mark.day for mark in one.marks.events if mark.code is iap.AttendanceCode.OFF_SITE}
    [place] = one.vocational_places or ()
    assert place.ended is not None
    assert off_site
    assert all(day in iap.DateSpan(place.started, place.ended) and day.weekday() == 4 for day in off_site)


# --- The stories, under the default policy ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "stage", "step", "outcome"),
    [
        ("elm-01", "HYBRID", "NEXT_LESSONS", "STILL_PLACED"),
        ("elm-02", "AGREED", "PREPARE", "NOT_BEGUN"),
        ("alder-01", "RETURNED", "FOLLOW_UP", "RETURNED_PARTICIPATION_NOT_KNOWN"),
        ("alder-02", "FOLLOWED_UP", "FOLLOW_UP", "SUSTAINED_RETURN"),
        ("hazel-01", "HYBRID", "NEXT_LESSONS", "STILL_PLACED"),
        ("rowan-01", "CONTINUING_TO_QUALIFICATIONS", "CONTINUE", "STILL_PLACED"),
    ],
)
def test_where_each_journey_stands(key: str, stage: str, step: str, outcome: str) -> None:
    policy = iap.profile()
    assert iap.find_stage(journey(key), policy=policy, on=ON).name == stage
    assert iap.assess_readiness(journey(key), policy=policy, on=ON).answer.step.name == step
    assert iap.classify_outcome(journey(key), policy=policy, on=ON).answer.kind.name == outcome


@pytest.mark.parametrize(
    ("key", "policy"),
    [
        ("elm-01", "half-term"),
        ("alder-01", "long-placement"),
        ("alder-02", "long-placement"),
        ("hazel-01", "primary-nurture"),
        ("rowan-01", "ks4-qualifications"),
    ],
)
def test_each_stay_could_start(key: str, policy: str) -> None:
    for name in ("four-tenets", policy):
        decision = iap.check_eligibility(journey(key), policy=iap.profile(name), on=began(key))
        assert decision.answer is iap.Eligibility.MAY_START
        assert {finding.key for finding in decision.missing} <= {"ELIG-13"}  # needs: in the first week


def test_six_weeks_in_a_half_term() -> None:
    stay = last_stay("elm-01")
    assert stay.planned == iap.DateSpan(date(2026, 11, 2), date(2026, 12, 11))
    weeks = journey("elm-01").timetables or ()
    assert [len(one.slots(iap.Where.MAINSTREAM)) for one in weeks] == [0, 3, 5]
    assert len(weeks[0].slots(iap.Where.BASE)) == 25

    readiness = iap.assess_readiness(journey("elm-01"), policy=iap.profile(), on=ON)
    assert [slot.format() for slot in readiness.answer.lessons] == ["Wed:4", "Thu:2"]
    assert readiness.answer.review_by == date(2026, 12, 4)
    assert {finding.key for finding in readiness.findings if finding.verdict is iap.Verdict.NOT_MET} == {
        "READY-2",
        "READY-9",  # neither of the two teachers has been spoken to
        "READY-13",  # behind in a subject: shown, and it holds nobody back
    }
    rated = {rating.slot: rating.colour for rating in journey("elm-01").ratings or ()}
    assert {rated[slot] for slot in readiness.answer.lessons} == {iap.LessonColour.GREEN}


def test_the_first_week_is_for_settling() -> None:
    stage = iap.find_stage(journey("elm-01"), policy=iap.profile(), on=date(2026, 11, 6))
    assert stage is iap.Stage.SETTLING


def test_not_yet() -> None:
    decision = iap.check_eligibility(journey("elm-02"), policy=iap.profile(), on=ON, places_free=11)
    assert decision.answer is iap.Eligibility.NOT_YET
    by_verdict = {
        verdict: [finding.key for finding in decision.findings if finding.verdict is verdict]
        for verdict in (iap.Verdict.NOT_MET, iap.Verdict.NOT_KNOWN)
    }
    assert by_verdict == {
        iap.Verdict.NOT_MET: ["ELIG-3", "ELIG-6"],
        iap.Verdict.NOT_KNOWN: ["ELIG-5", "ELIG-13"],
    }


def test_attendance_from_59_to_93_per_cent() -> None:
    outcome = iap.classify_outcome(journey("alder-01"), policy=iap.profile(), on=ON)
    shares = dict(outcome.finding("OUT-4").params)
    assert (shares["share_before"], shares["share_after"]) == (Fraction(59, 100), Fraction(86, 92))
    assert [percent(Fraction(53, 90)), percent(Fraction(39, 42))] == [59, 93]
    assert outcome.finding("OUT-5").verdict is iap.Verdict.NOT_KNOWN
    assert outcome.answer.ended == date(2026, 7, 17)


def test_six_months_and_a_return_that_lasts() -> None:
    outcome = iap.classify_outcome(journey("alder-02"), policy=iap.profile(), on=ON)
    assert (began("alder-02"), outcome.answer.ended) == (date(2025, 11, 3), date(2026, 5, 1))
    open_ones = {finding.key: finding.reason for finding in outcome.findings if finding.action}
    assert open_ones == {"OUT-6": "nothing_to_compare", "OUT-9": "nothing_to_compare"}
    assert outcome.answer.kind is iap.OutcomeKind.SUSTAINED_RETURN


def test_three_afternoons_then_two_then_one() -> None:
    second = [one for one in journey("hazel-01").timetables or () if began("hazel-01") <= one.starts]
    assert [len(one.slots(iap.Where.BASE)) for one in second] == [3, 2, 1]
    first = (journey("hazel-01").placements or ())[0]
    outcome = iap.classify_outcome(journey("hazel-01"), policy=iap.profile(), on=ON, placement=first)
    assert outcome.answer.kind is iap.OutcomeKind.PLANNED_FURTHER_STAY
    readiness = iap.assess_readiness(journey("hazel-01"), policy=iap.profile(), on=ON)
    assert readiness.finding("READY-6").verdict is iap.Verdict.MET


@pytest.mark.parametrize(
    ("key", "policy", "leads", "weeks"),
    [
        ("elm-01", "half-term", "IN_PART", ["2026-11-23", "2026-11-30", "2026-12-07"]),
        ("hazel-01", "primary-nurture", "IN_FULL", ["2026-12-07"]),
    ],
)
def test_an_agreed_plan_keeps_to_what_school_and_pupil_chose(
    key: str, policy: str, leads: str, weeks: list[str]
) -> None:
    decision = iap.check_plan(journey(key), policy=iap.profile(policy), on=ON)
    assert (decision.verdict, decision.answer.leads.name) == (iap.Verdict.MET, leads)
    plan = decision.answer.plan
    assert [week.starts.isoformat() for week in plan.weeks if week.starts > ON] == weeks
    assert iap.Role.PUPIL in (plan.agreed_with or ())
    assert decision.finding("WAY-7").reason == "along"
    choice = (journey(key).choices or ())[-1]
    assert not {one.slot for week in plan.weeks for one in week.back} & set(choice.not_yet or ())


def test_a_lesson_that_was_planned_and_did_not_come_back_waits() -> None:
    first, second = journey("elm-01").plans or ()
    week = timetable_on(journey("elm-01").timetables or (), ON)
    assert week is not None
    planned = {one.slot for at in first.weeks for one in at.back}
    [waits] = planned - set(week.slots(iap.Where.MAINSTREAM))
    assert waits.format() == "Wed:4"
    assert second.week_of(waits) == date(2026, 11, 23)


def test_a_taper_that_was_agreed_and_came_about() -> None:
    """Three afternoons, two, one, and none: the same number of school weeks apart."""
    plans = journey("hazel-01").plans or ()
    planned = dict.fromkeys(week.starts for plan in plans for week in plan.weeks if week.back)
    assert [day.isoformat() for day in planned] == ["2026-10-05", "2026-11-09", "2026-12-07"]
    weeks = [one.starts for one in journey("hazel-01").timetables or () if one.starts > began("hazel-01")]
    assert weeks == [day for day in planned if day <= ON]
    calendar = journey("hazel-01").calendar
    assert calendar is not None
    starts = [began("hazel-01"), *planned]
    assert [calendar.weeks_later(one, 4) for one in starts[:-1]] == starts[1:]


@pytest.mark.parametrize("name", ["specialist_room", "accompanied"])
def test_somewhere_a_lesson_says_more_than_where_it_is(name: str) -> None:
    weeks = [week for one in DATA.journeys for week in one.timetables or ()]
    assert any(getattr(lesson, name) for week in weeks for lesson in week.lessons)


def test_a_history_of_severe_absence() -> None:
    marks = journey("rowan-01").marks
    assert marks is not None
    before = [one.counts_as for one in marks.events if one.day < began("rowan-01")]
    missed = sum(not one.is_attended for one in before if one is not None)
    assert Fraction(missed, len(before)) >= Fraction(1, 2)
    stay = last_stay("rowan-01")
    assert stay.purpose is iap.Purpose.QUALIFICATIONS
    assert stay.planned is not None
    assert stay.planned.end == date(2027, 6, 30)


def test_the_numbers_of_all_stays() -> None:
    returns = iap.count_returns(DATA.journeys, policy=iap.profile(), on=ON)
    assert (returns.numerator, returns.base, returns.not_known) == (2, 2, 0)
    lessons = iap.count_lessons_back(DATA.journeys, policy=iap.profile(), on=ON)
    assert (lessons.numerator, lessons.base, lessons.not_known) == (9, 53, 0)
