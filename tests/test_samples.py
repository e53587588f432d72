"""Made-up cohorts: the same seed, the same cohort, one journey at a time."""

import json
import tracemalloc
from datetime import timedelta
from hashlib import sha256
from itertools import islice, pairwise
from types import GeneratorType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.documents import unstructure
from iapcore.guidance.profiles import PROFILES
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.problems import find_problems
from iapcore.record.provision import Standing
from iapcore.record.referral import Decided
from iapcore.record.stream import Stream
from iapcore.record.timetable import latest_ratings
from iapcore.samples import cohort
from iapcore.samples.days import suspensions
from iapcore.samples.models import MODELS
from iapcore.samples.schools import RECORDED
from iapcore.samples.story import tell_story
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.qualifications import PathwayStep
from iapcore.vocabulary.settings import Destination, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import KeyStage

GOLDEN = {
    "half-term": "b90dadb2198c404f45e8a1cc77a2eebbc715824be66cf5f620cd5fe7f477d420",
    "long-placement": "f7c40171ccbfadeda11c9fdf9f76183180d70f0634d5d93268d82bea7d9805b0",
    "primary-nurture": "3b4339adc6b2b945c273bd12a49b0fddd92e214cf0012363c91c6e5ad219d64f",
    "ks4-qualifications": "aeb546f775174357b77f392350bac6ab66e39d8b3bceeb8edd17def3f0b277f8",
}
NAMES = tuple(GOLDEN)
SOME = 150
WHOLE = {name: list(cohort(SOME, model=name, missing=0)) for name in NAMES}
COLLECTIONS = tuple(
    field.name
    for field in attrs.fields(Journey)
    if field.name not in ("pupil", "home_school", "calendar", "provenance")
)
of_every_model = pytest.mark.parametrize("model", NAMES)


def fingerprint(pupils: int, seed: int, model: str = "half-term") -> str:
    documents = [unstructure(journey) for journey in cohort(pupils, seed=seed, model=model)]
    return sha256(json.dumps(documents, sort_keys=True).encode()).hexdigest()


def stays(model: str) -> list[tuple[Journey, Placement]]:
    """The journeys with a place, each with its first placement."""
    return [(one, one.placements[0]) for one in WHOLE[model] if one.placements]


def of_stream(stream: Stream[Any] | None) -> tuple[Any, ...]:
    assert stream is not None
    return stream.events


# ---- the same everywhere


@of_every_model
def test_a_cohort_is_the_same_everywhere(model: str) -> None:
    """On every machine and every Python: benchmarks and demonstrations of last year can be run again.

    Change a fingerprint on purpose only, and say so in the changelog.
    """
    assert fingerprint(5, seed=1, model=model) == GOLDEN[model]
    assert list(cohort(5, model=model)) == list(cohort(5, seed=1, model=model))


@of_every_model
def test_another_seed_makes_another_cohort(model: str) -> None:
    assert len({fingerprint(3, seed, model) for seed in range(6)}) == 6


def test_the_first_model_is_the_one_of_a_half_term() -> None:
    assert list(cohort(3)) == list(cohort(3, model="half-term", missing=0.1))


@given(st.integers(0, 6), st.integers(0, 6), st.integers(), st.sampled_from(NAMES))
def test_a_larger_cohort_begins_with_the_smaller(one: int, other: int, seed: int, model: str) -> None:
    few, many = sorted((one, other))
    begins = list(islice(cohort(many, seed=seed, model=model), few))
    assert begins == list(cohort(few, seed=seed, model=model))


# ---- one at a time


def test_a_cohort_of_a_nation_costs_nothing_until_it_is_read() -> None:
    pupils = cohort(10**12)
    assert isinstance(pupils, GeneratorType)
    first, second = islice(pupils, 2)
    assert [first.pupil.id.format(), second.pupil.id.format()] == ["made-up-000000", "made-up-000001"]


def test_one_journey_is_held_at_a_time() -> None:
    """What is used at most does not grow with the number of pupils."""

    def peak(pupils: int) -> int:
        tracemalloc.reset_peak()
        for _ in cohort(pupils):
            pass
        return tracemalloc.get_traced_memory()[1] - before

    list(cohort(3))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        few, many = peak(10), peak(60)
    finally:
        tracemalloc.stop()
    assert many < 3 * few


# ---- nobody may take it for evidence


@of_every_model
def test_a_cohort_is_visibly_made_up(model: str) -> None:
    for one in WHOLE[model]:
        assert one.pupil.id.format().startswith("made-up-")
        assert one.pupil.upn is None  # any number might be somebody's
        assert one.home_school is not None
        assert one.home_school.key.startswith("made-up-")
        assert [note.standing for note in one.provenance or ()] == [Standing.FILLED_IN]
    rooms = Dataset.of(WHOLE[model]).provisions
    assert len(rooms) == 3  # one for sixty pupils
    for room in rooms:
        assert room.is_fictional
        assert room.key.startswith("made-up-")
        assert [note.standing for note in room.provenance or ()] == [Standing.FILLED_IN]
        [described] = room.provenance or ()
        given = {name for name in attrs.fields_dict(type(room)) if getattr(room, name) is not None}
        assert set(described.of) - {"weeks"} <= given


# ---- what is not recorded


def test_whatever_is_missing_the_rest_stays_the_same() -> None:
    """A part is left out or it is not, and no other changes; more missing leaves out more of the same."""
    for missing in (0.1, 0.5, 0.9):
        for part, more, whole in zip(
            cohort(20, missing=missing), cohort(20, missing=missing + 0.1), WHOLE["half-term"], strict=False
        ):
            for name in COLLECTIONS:
                found = getattr(part, name)
                assert found is None or name == "placements" or found == getattr(whole, name)
                assert found is not None or getattr(more, name) is None


def test_the_share_that_is_missing_is_the_one_asked_for() -> None:
    journeys = list(cohort(100, missing=0.3))
    gaps = sum(getattr(one, name) is None for one in journeys for name in COLLECTIONS)
    assert 0.25 < gaps / (len(journeys) * len(COLLECTIONS)) < 0.35
    kept = journeys[0]
    [note] = kept.provenance or ()
    assert set(note.of) - {"pupil", "home_school", "calendar"} == {
        name for name in COLLECTIONS if getattr(kept, name) is not None
    }


@of_every_model
def test_nothing_is_missing_where_that_is_asked(model: str) -> None:
    for one in WHOLE[model]:
        assert [name for name in COLLECTIONS if getattr(one, name) is None] == []
        assert one.pupil.characteristics is not None
        for placement in one.placements or ():
            assert not placement.overran(RECORDED)


@of_every_model
def test_nothing_is_there_but_the_pupil_where_all_is_missing(model: str) -> None:
    for one in cohort(10, model=model, missing=1):
        assert [name for name in COLLECTIONS if getattr(one, name) is not None] == []
        assert one.pupil.characteristics is None
        assert one.pupil.year_group is not None


def test_of_some_stays_nobody_wrote_down_the_end() -> None:
    placed = [one.placements for one in cohort(200, missing=0.2) if one.placements]
    over = [placements[-1].overran(RECORDED) for placements in placed]
    assert 0 < sum(over) < len(over) // 3


# ---- what is refused


@pytest.mark.parametrize(
    ("wrong", "path", "kind"),
    [
        ({"model": "zq7"}, "model", ProblemKind.UNKNOWN_CODE),
        ({"model": "four-tenets"}, "model", ProblemKind.UNKNOWN_CODE),
        ({"pupils": -1}, "pupils", ProblemKind.OUT_OF_RANGE),
        ({"missing": -0.1}, "missing", ProblemKind.OUT_OF_RANGE),
        ({"missing": 1.1}, "missing", ProblemKind.OUT_OF_RANGE),
        ({"missing": float("nan")}, "missing", ProblemKind.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_made_up_is_refused_at_once(
    wrong: dict[str, Any], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        cohort(**{"pupils": 1, **wrong})
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)
    assert "zq7" not in str(problem)


def test_an_unknown_model_is_told_the_models() -> None:
    with pytest.raises(InvalidRecordError, match=", ".join(NAMES)):
        cohort(1, model="zq7")


def test_the_models_are_those_of_the_ready_made_policies() -> None:
    assert [model.name for model in MODELS] == list(NAMES)
    assert set(NAMES) == {policy.name for policy in PROFILES} - {"four-tenets"}


# ---- every journey holds together


@of_every_model
def test_every_journey_is_sound(model: str) -> None:
    assert [problem for one in WHOLE[model] for problem in find_problems(one)] == []
    assert find_problems(Dataset.of(cohort(SOME, seed=2, model=model))) == ()


@of_every_model
def test_nothing_lies_after_the_day_of_the_record(model: str) -> None:
    for one in WHOLE[model]:
        assert one.as_of(RECORDED) == one


@of_every_model
def test_the_register_has_every_session_of_its_span(model: str) -> None:
    for one in WHOLE[model]:
        assert one.marks is not None
        assert one.calendar is not None
        days = one.calendar.school_days(one.marks.complete) or ()
        assert [mark.day for mark in one.marks.events] == [day for day in days for _ in range(2)]
        assert {mark.code.is_in_force(mark.day) for mark in one.marks.events} <= {True}


def test_the_codes_are_a_plausible_mix() -> None:
    codes = [mark.code for model in NAMES for one in WHOLE[model] for mark in of_stream(one.marks)]
    assert len(set(codes)) > 15
    present = sum(code in (AttendanceCode.PRESENT_AM, AttendanceCode.PRESENT_PM) for code in codes)
    assert 0.6 < present / len(codes) < 0.95
    old = [
        mark
        for one in WHOLE["half-term"]
        for mark in of_stream(one.marks)
        if mark.code is AttendanceCode.NO_REASON_YET
    ]
    assert all((RECORDED - mark.day).days <= 7 for mark in old)  # by then the reason is established


@of_every_model
def test_nobody_is_marked_in_a_lesson_or_checked_in_while_away(model: str) -> None:
    on_site = {AttendanceCode.PRESENT_AM, AttendanceCode.PRESENT_PM, AttendanceCode.LATE}
    for one in WHOLE[model]:
        there = {mark.day for mark in of_stream(one.marks) if mark.code in on_site}
        for name in ("lesson_marks", "check_ins", "incidents", "removals"):
            assert {event.day for event in of_stream(getattr(one, name))} <= there


def test_while_suspended_a_pupil_has_the_code_of_it() -> None:
    given = [(one, suspension) for one in WHOLE["half-term"] for suspension in of_stream(one.suspensions)]
    assert 0 < len(given) < SOME // 4
    for one, suspension in given:
        codes = {mark.code for mark in of_stream(one.marks) if mark.day == suspension.day}
        assert codes == {AttendanceCode.EXCLUDED}
    in_stay = [
        story
        for story in (tell_story(MODELS[0], 1, number) for number in range(400))
        if story.stay and any(one.day in story.stay for one in suspensions(story).events)
    ]
    assert 0 < len(in_stay) < 20


# ---- what a stay of each model looks like


@pytest.mark.parametrize(
    ("model", "stages"),
    [
        ("half-term", {KeyStage.KS3}),
        ("long-placement", {KeyStage.KS3, KeyStage.KS4}),
        ("primary-nurture", {KeyStage.KS1, KeyStage.KS2}),
        ("ks4-qualifications", {KeyStage.KS4}),
    ],
)
def test_each_model_has_its_key_stages(model: str, stages: set[KeyStage]) -> None:
    assert {one.pupil.year_group and one.pupil.year_group.key_stage for one in WHOLE[model]} == stages
    assert {
        stage for room in Dataset.of(WHOLE[model]).provisions for stage in room.key_stages or ()
    } == stages


@of_every_model
def test_some_have_ended_some_are_open_some_are_to_come_and_some_have_no_place(model: str) -> None:
    kinds = {(stay.began is not None, stay.ending is not None) for _, stay in stays(model)}
    assert kinds == {(True, True), (True, False), (False, False)}
    without = [one for one in WHOLE[model] if not one.placements]
    assert 0 < len(without) < SOME // 6
    for one in without:
        [referral] = one.referrals or ()
        assert Decided.PLACE_OFFERED not in {decision.decided for decision in referral.decisions or ()}
        assert not one.timetables


@of_every_model
def test_most_go_where_the_stay_was_for_and_warning_exits_are_rare(model: str) -> None:
    weights = dict(next(one for one in MODELS if one.name == model).destinations)
    wanted = Destination.POST_16 if model == "ks4-qualifications" else Destination.MAINSTREAM
    warned_of = (
        Destination.MANAGED_MOVE,
        Destination.OFF_SITE_DIRECTION,
        Destination.ELECTIVE_HOME_EDUCATION,
        Destination.PERMANENT_EXCLUSION,
    )
    assert weights[wanted] > sum(weights.values()) / 2
    assert 0 < sum(weights[one] for one in warned_of) < sum(weights.values()) / 20
    ended = [stay.ending.destination for _, stay in stays(model) if stay.ending]
    assert ended.count(wanted) > len(ended) / 2


def test_every_destination_may_come() -> None:
    assert {destination for model in MODELS for destination, _ in model.destinations} == set(Destination)


def test_a_half_term_begins_wholly_in_the_base_and_green_lessons_come_back_first() -> None:
    order = list(LessonColour)
    for one, stay in stays("half-term"):
        if stay.began is None:
            continue
        assert stay.planned is not None
        assert one.calendar is not None
        assert one.calendar.school_weeks(stay.planned) == 6
        first, *later = one.timetables or ()
        assert first.slots(Where.MAINSTREAM) == ()
        assert all(week.starts >= one.calendar.weeks_later(first.starts, 1) for week in later)  # type: ignore[operator]
        given = latest_ratings(
            [rating for rating in one.ratings or () if (rating.day - stay.began).days < 7], by=Informant.PUPIL
        )
        for week in later:
            back = [order.index(given[slot].colour) for slot in week.slots(Where.MAINSTREAM)]
            still = [order.index(given[slot].colour) for slot in week.slots(Where.BASE)]
            assert max(back, default=0) <= min(still, default=2)


@of_every_model
def test_who_goes_back_to_mainstream_has_all_lessons_there(model: str) -> None:
    for one, stay in stays(model):
        if stay.ending and stay.ending.destination is Destination.MAINSTREAM and one.timetables:
            assert one.timetables[-1].slots(Where.BASE) == ()


def test_a_long_placement_lasts_from_a_term_to_a_year() -> None:
    weeks = set()
    for one, stay in stays("long-placement"):
        assert one.calendar is not None
        assert stay.planned is not None
        weeks.add(one.calendar.school_weeks(stay.planned))
    assert min(weeks) >= 6  # type: ignore[type-var,operator]
    assert max(weeks) > 30  # type: ignore[type-var,operator]


def test_a_primary_stay_is_three_afternoons_then_two_then_one() -> None:
    for one in WHOLE["primary-nurture"]:
        counts = [len(week.slots(Where.BASE)) for week in one.timetables or ()]
        assert counts[:1] in ([], [3])
        assert set(counts) <= {0, 1, 2, 3}
        slots = [lesson for week in one.timetables or () for lesson in week.lessons]
        assert {lesson.subject for lesson in slots} <= {None}
        assert {lesson.slot.period for lesson in slots if lesson.where is Where.BASE} <= {"pm"}
        assert (one.ratings, one.subjects, one.qualifications) == ((), (), ())
        assert {found.instrument for found in one.assessments or ()} <= {Instrument.BOXALL}
    assert {3, 2, 1, 0} == {
        len(week.slots(Where.BASE)) for one in WHOLE["primary-nurture"] for week in one.timetables or ()
    }


def test_in_key_stage_4_pupils_stay_to_sit_qualifications_and_go_on() -> None:
    begun = [(one, stay) for one, stay in stays("ks4-qualifications") if stay.began]
    assert {stay.purpose for _, stay in begun} == {Purpose.QUALIFICATIONS}
    assert all(one.qualifications for one, _ in begun)
    gone = [
        one
        for one, stay in begun
        if stay.ending is not None and stay.ending.destination is Destination.POST_16
    ]
    assert gone
    for one in gone:
        assert [event.step for event in one.pathway or ()][:3] == [
            PathwayStep.APPLIED,
            PathwayStep.OFFERED,
            PathwayStep.STARTED,
        ]
    assert {bool(one.vocational_places) for one, _ in begun} == {True, False}


@of_every_model
def test_reviews_come_every_three_to_six_weeks_and_name_the_next(model: str) -> None:
    for one, stay in stays(model):
        assert one.calendar is not None
        for earlier, later in pairwise(one.reviews or ()):
            assert earlier.next_review == later.day
            assert 3 <= (one.calendar.school_weeks(DateSpan(earlier.day, later.day)) or 0) - 1 <= 6
        if stay.ending and one.reviews:
            assert one.reviews[-1].next_review is None


@of_every_model
def test_questionnaires_of_one_informant_compare(model: str) -> None:
    counts = set()
    for one in WHOLE[model]:
        kinds = {(found.instrument, found.edition) for found in one.assessments or ()}
        assert len(kinds) <= 1
        for informant in {found.informant for found in one.assessments or ()}:
            counts.add(sum(found.informant is informant for found in one.assessments or ()))
    assert counts == {1, 2}


@of_every_model
def test_what_was_tried_lies_before_the_referral_and_was_mostly_evaluated(model: str) -> None:
    tried = [
        (referral.day, support)
        for one in WHOLE[model]
        for referral in one.referrals or ()
        for support in referral.supports or ()
    ]
    assert all(support.ended is not None and support.ended < day for day, support in tried)
    evaluated = sum(support.evaluation is not None for _, support in tried)
    assert 0.7 < evaluated / len(tried) < 1


def test_some_stays_are_extended_and_some_are_followed_by_another() -> None:
    placed = [one.placements for one in WHOLE["half-term"] if one.placements]
    assert any(placements[0].extensions for placements in placed)
    assert {len(placements) for placements in placed} == {1, 2}
    waited = [
        referral for one in WHOLE["half-term"] for referral in one.referrals or () if referral.waited_until
    ]
    assert waited


# ---- the way back


@pytest.mark.parametrize("model", [name for name in NAMES if name != "ks4-qualifications"])
def test_a_pupil_on_the_way_back_has_chosen_among_the_lessons_that_were_left(model: str) -> None:
    chosen = [(one, choice) for one in WHOLE[model] for choice in one.choices or ()]
    assert len(chosen) > SOME // 2
    for one, choice in chosen:
        week = (one.timetables or ())[0]
        named = {*(choice.first or ()), *(choice.not_yet or ()), *(choice.accompanied or ())}
        assert named <= set(week.slots(Where.BASE))
        assert week.starts < choice.day
    assert {bool(choice.first) for _, choice in chosen} == {True, False}
    assert {bool(choice.not_yet) for _, choice in chosen} == {True, False}
    assert {bool(choice.apart_from) for _, choice in chosen} == {True, False}


@pytest.mark.parametrize("model", [name for name in NAMES if name != "ks4-qualifications"])
def test_a_plan_mostly_came_about(model: str) -> None:
    kept = moved = 0
    for one in WHOLE[model]:
        for plan in one.plans or ():
            [choice] = one.choices or ()
            assert set(plan.shared or ()).isdisjoint(choice.apart_from or ())
            for week in plan.weeks:
                assert plan.day < week.starts
                for lesson in week.back:
                    assert lesson.accompanied is (lesson.slot in (choice.accompanied or ()))
                    came = next(
                        (
                            at.starts
                            for at in one.timetables or ()
                            if lesson.slot in at.slots(Where.MAINSTREAM)
                        ),
                        None,
                    )
                    if came is not None:  # later weeks are not recorded yet
                        kept += week.starts == came - timedelta(days=came.weekday())
                        moved += week.starts != came - timedelta(days=came.weekday())
    assert 0 < moved < kept


def test_a_stay_for_qualifications_has_no_plan_of_a_way_back() -> None:
    for one in WHOLE["ks4-qualifications"]:
        assert (one.choices, one.plans) == ((), ())


def test_a_subject_has_one_teacher_and_some_a_room_of_their_own() -> None:
    for one in WHOLE["half-term"]:
        lessons = [lesson for week in one.timetables or () for lesson in week.lessons]
        teachers = {lesson.subject: lesson.teacher for lesson in lessons}
        assert all(lesson.teacher == teachers[lesson.subject] for lesson in lessons)
        assert len(set(teachers.values())) == len(teachers)
        assert not lessons or {lesson.specialist_room for lesson in lessons} == {True, False}
