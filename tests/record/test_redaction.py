"""Redaction shows what is named for a recipient and nothing else, and says the same of what it leaves out for all."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.exchange.documents import structure, unstructure
from iapcore.record.dataset import provisions_of
from iapcore.record.journey import Journey
from iapcore.record.pseudonyms import LEFT_OUT, PseudonymKey, pseudonymise
from iapcore.record.pupil import Pupil
from iapcore.record.redaction import left_out_for, redact
from iapcore.strategies import journeys
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.recipients import Recipient, WhyLeftOut
from tests.house.test_privacy import PLANTED

KEY: Final = PseudonymKey(bytes(range(32)))
MARKS, FULL = PLANTED[0]
EVERYTHING: Final = FULL.journeys[0]
NUMBERS: Final = "an identifier or a date of birth"


def shown(journey: Journey, to: Recipient) -> Journey:
    return redact(journey, to=to, key=KEY if to is Recipient.RESEARCHER else None).journey


def recorded(value: Any, path: str = "") -> Iterator[str]:
    """The path of everything that is recorded, without positions."""
    if isinstance(value, tuple):
        for one in value:
            yield from recorded(one, path)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            here = f"{path}.{field.name}".strip(".") if field.name != "events" else path
            if held is not None and held not in (LEFT_OUT, (LEFT_OUT,)):
                yield here
                yield from recorded(held, here)


@pytest.mark.parametrize("to", Recipient)
def test_what_is_not_shown_is_told_and_what_is_told_is_not_shown(to: Recipient) -> None:
    before, after = set(recorded(EVERYTHING)), set(recorded(shown(EVERYTHING, to)))
    told = {one.path for one in left_out_for(to)}
    gone = {path for path in before - after if not any(path.startswith(f"{one}.") for one in told)}
    never_recorded_here = told - before
    assert gone == told - never_recorded_here
    assert after <= before
    assert not told & after


TEXTS: Final = {
    "PupilId",
    "Adjustment.words",
    "Passport.strategies",
    "Passport.triggers",
    "Target.measure",
    "Target.words",
    "a ref",
}
PLACES: Final = {"Provision.key", "Provision.name", "Provision.school", "School.key", "School.name"}
LEARNING: Final = {
    "Lesson.subject",
    "PathwayEvent.provider",
    "Qualification.subject",
    "SubjectAssessment.subject",
    "VocationalPlace.provider",
}


@pytest.mark.parametrize(
    ("to", "texts"),
    [
        (Recipient.RECEIVING_TEACHER, TEXTS | {"Lesson.subject"}),
        (Recipient.RECEIVING_SCHOOL, TEXTS | PLACES | LEARNING | {"SchoolCalendar.key", NUMBERS}),
        (
            Recipient.POST_16_PROVIDER,
            TEXTS | LEARNING - {"Lesson.subject"} | {"School.key", "School.name", NUMBERS},
        ),
        (Recipient.FAMILY, TEXTS | PLACES | LEARNING | {"Assessment.edition", "SchoolCalendar.key", NUMBERS}),
        (Recipient.RESEARCHER, set()),
    ],
    ids=lambda value: value.value if isinstance(value, Recipient) else "",
)
def test_which_texts_come_out(to: Recipient, texts: set[str]) -> None:
    """By the marks of the privacy sweep."""
    assert MARKS.found(json.dumps(unstructure(shown(EVERYTHING, to)))) == texts


@pytest.mark.parametrize("to", set(Recipient) - {Recipient.FAMILY, Recipient.RESEARCHER})
def test_nobody_who_receives_the_pupil_is_told_what_went_wrong(to: Recipient) -> None:
    seen = shown(EVERYTHING, to)
    assert {seen.incidents, seen.removals, seen.suspensions, seen.ratings, seen.safeguarding} == {None}
    assert {seen.assessments, seen.check_ins, seen.choices, seen.pupil.characteristics} == {None}
    assert all(referral.grounds is None for referral in seen.referrals or ())
    why = {one.path: one.why for one in left_out_for(to)}
    assert why["incidents"] is why["referrals.grounds"] is WhyLeftOut.FRESH_START
    assert why["ratings"] is WhyLeftOut.PUPILS_OWN
    assert why["safeguarding"] is WhyLeftOut.ANOTHER_WAY


@pytest.mark.parametrize("to", Recipient)
def test_nobody_is_pointed_to_the_safeguarding_record(to: Recipient) -> None:
    assert shown(EVERYTHING, to).safeguarding is None


@pytest.mark.parametrize("to", Recipient)
def test_a_reason_is_given_for_each_path_once(to: Recipient) -> None:
    paths = [one.path for one in left_out_for(to)]
    assert len(set(paths)) == len(paths)


def test_every_reason_is_given_to_somebody() -> None:
    assert {one.why for to in Recipient for one in left_out_for(to)} == set(WhyLeftOut)


@pytest.mark.parametrize("to", Recipient)
def test_what_is_told_does_not_depend_on_what_was_recorded(to: Recipient) -> None:
    bare = Journey(pupil=Pupil(id=PupilId("elm-01")))
    key = KEY if to is Recipient.RESEARCHER else None
    assert redact(bare, to=to, key=key).left_out == redact(EVERYTHING, to=to, key=key).left_out


def test_a_researcher_is_shown_the_names_of_the_pseudonymised_data() -> None:
    seen = shown(EVERYTHING, Recipient.RESEARCHER)
    assert seen.pupil.id == pseudonymise(EVERYTHING, key=KEY).pupil.id
    assert seen.pupil.date_of_birth is None
    assert seen.incidents is not None


@given(journeys(), st.sampled_from(Recipient))
def test_what_is_shown_can_be_written_and_shown_again(journey: Journey, to: Recipient) -> None:
    keys = [one.key for one in set(provisions_of([journey]))]
    assume(len(set(keys)) == len(keys))
    seen = shown(journey, to)
    assert structure(unstructure(seen), Journey) == seen
    if to is not Recipient.RESEARCHER:
        assert shown(seen, to) == seen


def test_a_researcher_needs_a_key_and_nobody_else_does() -> None:
    with pytest.raises(InvalidRecordError, match="need a key"):
        redact(EVERYTHING, to=Recipient.RESEARCHER)
    with pytest.raises(InvalidRecordError, match="needs none"):
        redact(EVERYTHING, to=Recipient.FAMILY, key=KEY)


def test_the_recipient_is_a_word() -> None:
    to: Any = "family"
    with pytest.raises(InvalidRecordError, match="Give a Recipient"):
        redact(EVERYTHING, to=to)


def test_its_repr_shows_nothing() -> None:
    shown_whole = redact(EVERYTHING, to=Recipient.FAMILY)
    assert repr(shown_whole) == f"‹Redacted left_out={len(shown_whole.left_out)}›"
    assert MARKS.found(f"{shown_whole} {shown_whole.left_out}") == set()
    assert date(2011, 3, 17) == shown_whole.journey.pupil.date_of_birth
