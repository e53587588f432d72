"""Pseudonyms hide who is meant and nothing else: records still refer to each other, and every rule answers alike."""

import copy
import hmac
import json
import pickle
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, get_type_hints

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import iapcore.strategies as ours
from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import check_reviews, find_due
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.stage import find_stage
from iapcore.decisions.support import check_support
from iapcore.decisions.transition import check_transition
from iapcore.decisions.way_back import plan_return
from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.guidance.profiles import profile
from iapcore.record.attendance import SessionMark
from iapcore.record.contacts import TrustedAdult
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.learning import PathwayEvent, VocationalPlace
from iapcore.record.placement import Placement
from iapcore.record.problems import find_problems
from iapcore.record.pseudonyms import LEFT_OUT, NameKind, PseudonymKey, free_text, pseudonymise
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.record.stream import Stream
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.samples import cohort
from iapcore.strategies import journeys
from iapcore.strategies.choices import TEXTS
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.identifiers import PupilId, Uln, Upn
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import PathwayStep
from iapcore.vocabulary.spans import DateSpan
from tests.laws import told

SECRET: Final = bytes(range(32))
KEY: Final = PseudonymKey(SECRET)
OTHER: Final = PseudonymKey(SECRET[::-1])
DAY: Final = date(2026, 11, 2)


# The key


def test_a_name_is_the_keyed_digest_of_its_kind_and_text() -> None:
    """As anybody can compute who holds the key."""
    message = b"iapcore pseudonym 1\x00upn\x00H801200001001"
    digest = hmac.new(SECRET, message, "sha256").hexdigest()
    assert KEY.pseudonym(NameKind.UPN, "H801200001001") == f"upn-{digest[:32]}"


@given(st.sampled_from(NameKind), st.sampled_from(NameKind), TEXTS, TEXTS)
def test_each_kind_and_text_has_a_name_of_its_own(
    one: NameKind, other: NameKind, text: str, words: str
) -> None:
    same = (one, text) == (other, words)
    assert (KEY.pseudonym(one, text) == KEY.pseudonym(other, words)) is same
    assert KEY.pseudonym(one, text)[-32:] != OTHER.pseudonym(one, text)[-32:]
    assert len({KEY.pseudonym(kind, text)[-32:] for kind in NameKind}) == len(NameKind)


@pytest.mark.parametrize("short", [b"", SECRET[:31]], ids=["none", "31 bytes"])
def test_a_short_key_is_refused(short: bytes) -> None:
    with pytest.raises(InvalidRecordError, match="at least 32 bytes") as raised:
        PseudonymKey(short)
    assert raised.value.problems[0].kind is ProblemKind.OUT_OF_RANGE


@pytest.mark.parametrize("wrong", ["s" * 40, bytearray(40), None, 40], ids=["text", "array", "none", "int"])
def test_a_key_is_bytes(wrong: Any) -> None:
    with pytest.raises(InvalidRecordError, match="Give bytes") as raised:
        PseudonymKey(wrong)
    assert "ssss" not in str(raised.value)


def test_a_key_shows_itself_nowhere() -> None:
    key = PseudonymKey(b"a-secret-that-is-thirty-two-bytes")
    shown = f"{key} {key!r} {[key]} {attrs.asdict(key)} {attrs.astuple(key)} {unstructure(key)}"
    assert "secret-that" not in shown
    assert repr(key) == "‹PseudonymKey›"
    for copied in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="not pickled") as raised:
            copied(key)
        assert "secret-that" not in str(raised.value)
    with pytest.raises(TypeError):
        json.dumps(unstructure(key))


def test_keys_of_the_same_bytes_are_one_key() -> None:
    assert PseudonymKey(SECRET) == KEY != OTHER
    assert len({PseudonymKey(SECRET), KEY, OTHER}) == 2


@given(st.from_type(PseudonymKey), TEXTS)
def test_any_key_can_be_drawn(key: PseudonymKey, text: str) -> None:
    assert key.pseudonym(NameKind.REF, text) == key.pseudonym(NameKind.REF, text)


def test_naming_leaves_the_key_as_it_was() -> None:
    before = KEY.pseudonym(NameKind.REF, "r1")
    KEY.pseudonym(NameKind.REF, "r2")
    assert KEY.pseudonym(NameKind.REF, "r1") == before


@pytest.mark.parametrize("key", [None, SECRET, "key"])
def test_records_are_renamed_with_a_key_alone(key: Any) -> None:
    with pytest.raises(InvalidRecordError, match="PseudonymKey"):
        pseudonymise(Dataset(journeys=()), key=key)


def test_journeys_and_datasets_are_renamed_and_nothing_else() -> None:
    with pytest.raises(InvalidRecordError, match="Journey or a Dataset"):
        pseudonymise(Pupil(id=PupilId("elm-01")), key=KEY)


# The records


def test_what_is_hidden_and_what_stays() -> None:
    week = DateSpan(DAY, date(2026, 11, 6))
    mark = SessionMark(day=DAY, half=Half.MORNING, code=AttendanceCode("/"), ref="row 7")
    journey = Journey(
        pupil=Pupil(
            id=PupilId("elm-01"),
            date_of_birth=date(2013, 1, 10),
            upn=Upn("H801200001001"),
            uln=Uln("4982597919"),
        ),
        referrals=(Referral(day=DAY, ref="r1", words="a story"),),
        placements=(Placement(referral="r1", began=DAY),),
        timetables=(
            Timetable(
                starts=DAY,
                lessons=(
                    Lesson(slot=Slot.parse("Mon:1"), subject="Maths", teacher="t-1", room="by the gym"),
                ),
            ),
        ),
        trusted_adults=(TrustedAdult(since=DAY, role=Role.SUBJECT_TEACHER, adult="t-1"),),
        marks=Stream(complete=week, events=(mark,)),
    )
    seen = pseudonymise(journey, key=KEY)
    assert seen.pupil == Pupil(
        id=PupilId(KEY.pseudonym(NameKind.PUPIL, "elm-01")), date_of_birth=date(2013, 1, 1)
    )
    assert seen.referrals == (Referral(day=DAY, ref=KEY.pseudonym(NameKind.REF, "r1"), words=LEFT_OUT),)
    assert seen.placements == (Placement(referral=KEY.pseudonym(NameKind.REF, "r1"), began=DAY),)
    [lesson], [adult] = (seen.timetables or ())[0].lessons, seen.trusted_adults or ()
    assert lesson.teacher == adult.adult == KEY.pseudonym(NameKind.ADULT, "t-1")
    assert (lesson.subject, lesson.room) == (KEY.pseudonym(NameKind.SUBJECT, "Maths"), LEFT_OUT)
    assert seen.marks == Stream(
        complete=week, events=(attrs.evolve(mark, ref=KEY.pseudonym(NameKind.REF, "row 7")),)
    )


def test_one_provider_has_one_name() -> None:
    seen = pseudonymise(
        Journey(
            pupil=Pupil(id=PupilId("elm-01")),
            vocational_places=(VocationalPlace(started=DAY, provider="garage"),),
            pathway=(PathwayEvent(day=DAY, step=PathwayStep.APPLIED, provider="garage"),),
        ),
        key=KEY,
    )
    assert seen.vocational_places
    assert seen.pathway
    assert seen.vocational_places[0].provider == seen.pathway[0].provider != "garage"


def test_a_journey_has_the_names_that_it_has_in_its_dataset() -> None:
    dataset = Dataset.of(cohort(4), as_of=DAY, about="made up")
    seen = pseudonymise(dataset, key=KEY)
    assert seen.journeys == tuple(pseudonymise(one, key=KEY) for one in dataset.journeys)
    assert (seen.as_of, seen.about) == (DAY, LEFT_OUT)
    assert seen == pseudonymise(dataset, key=PseudonymKey(SECRET))


def names(value: object) -> Iterator[str]:
    """Every pseudonym in the document of a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from names(one)
    elif isinstance(value, str) and re.fullmatch("[a-z]+-[0-9a-f]{32}", value):
        yield value


def test_another_key_gives_other_names() -> None:
    dataset = Dataset.of(cohort(4))
    ours, theirs = (set(names(unstructure(pseudonymise(dataset, key=key)))) for key in (KEY, OTHER))
    assert len(ours) == len(theirs) > 20
    assert not ours & theirs


def test_every_text_of_the_record_is_decided_on() -> None:
    """A field that is added later is free text until somebody says what it names; this says what has been said."""
    seen: dict[str, frozenset[str]] = {}

    def visit(hint: Any) -> None:
        for part in getattr(hint, "__args__", ()):
            visit(part)
        if isinstance(hint, type) and attrs.has(hint) and hint.__name__ not in seen:
            seen[hint.__name__] = free_text(hint)
            for inner in get_type_hints(hint).values():
                visit(inner)

    visit(Dataset)
    of_their_own = {name: texts - {"words"} for name, texts in seen.items() if texts - {"words"}}
    assert {name: set(texts) for name, texts in of_their_own.items()} == {
        "Dataset": {"about"},
        "Lesson": {"room"},
        "Passport": {"strategies", "triggers"},
        "Provenance": {"of", "source", "place"},
        "Provision": {"name", "school", "schedule", "space", "other_approaches"},
        "SafeguardingPointer": {"pointer"},
        "School": {"name"},
        "Target": {"measure"},
        "Term": {"name"},
    }


# What can still be asked of them


def problems(records: Journey | Dataset) -> list[Problem]:
    """All but those of the UPN, which is left out."""
    return [one for one in find_problems(records) if not one.path.endswith("pupil.upn")]


def born_within_the_marks(journey: Journey) -> bool:
    born, marks = journey.pupil.date_of_birth, journey.marks
    return (
        born is not None and marks is not None and born.replace(day=1) == marks.complete.start.replace(day=1)
    )


@given(journeys() | ours.consistent_journeys())
def test_the_same_is_the_matter_with_them(journey: Journey) -> None:
    assume(not born_within_the_marks(journey))
    assert problems(pseudonymise(journey, key=KEY)) == problems(journey)


@settings(max_examples=settings().max_examples // 2)
@given(ours.datasets())
def test_the_same_is_the_matter_with_a_dataset(dataset: Dataset) -> None:
    assume(not any(map(born_within_the_marks, dataset.journeys)))
    seen = pseudonymise(dataset, key=KEY)
    assert problems(seen) == problems(dataset)
    assert structure(json.loads(json.dumps(unstructure(seen))), Dataset) == seen


def judgements(journey: Journey, on: date) -> Iterator[Judgement[Any]]:
    policy = profile("half-term")
    yield check_eligibility(journey, policy=policy, on=on)
    yield check_support(journey, policy=policy, on=on)
    yield check_safeguards(journey, policy=policy, on=on)
    yield check_reviews(journey, policy=policy, on=on)
    yield assess_readiness(journey, policy=policy, on=on)
    yield plan_return(journey, policy=policy, on=on)
    yield check_transition(journey, policy=policy, on=on)
    yield classify_outcome(journey, policy=policy, on=on)


@given(told())
def test_every_rule_answers_alike(drawn: tuple[Journey, date]) -> None:
    journey, on = drawn
    seen = pseudonymise(journey, key=KEY)
    assert list(judgements(seen, on)) == list(judgements(journey, on))
    for find in (find_stage, find_due):
        assert find(seen, policy=profile(), on=on) == find(journey, policy=profile(), on=on)
