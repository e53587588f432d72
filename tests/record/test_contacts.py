"""The adults a pupil trusts, and what passes between school and family.

Expected: an adult is a role and the caller's own key, and a contact says that it was and whether the family
agrees; neither key nor words come out in a repr. What is to come is not known before its day.
"""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.contacts import FamilyContact, TrustedAdult
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.record.stream import Stream
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan

DAY = date(2026, 11, 2)
BEFORE = DAY - timedelta(days=1)
ADULT = TrustedAdult(since=DAY, role=Role.TEACHING_ASSISTANT, where=Where.BASE, adult="key-of-an-adult")
CONTACT = FamilyContact(
    day=DAY, is_planned=False, view=View.AGAINST, by=Role.PASTORAL, ref="row 7", words="A story of home."
)


def test_an_adult_is_a_role_and_a_key_and_has_no_name() -> None:
    assert {field.name for field in attrs.fields(TrustedAdult)} == {"since", "role", "where", "adult"}
    known_by_role = TrustedAdult(since=DAY, role=Role.OTHER)
    assert (known_by_role.where, known_by_role.adult) == (None, None)


def test_whether_a_contact_was_planned_may_be_not_recorded() -> None:
    """A call after an incident is one that was not planned; of most nobody says."""
    assert FamilyContact(day=DAY).is_planned is None
    assert FamilyContact(day=DAY, is_planned=False) != FamilyContact(day=DAY)


@pytest.mark.parametrize(
    ("kind", "given", "path", "problem_kind"),
    [
        (TrustedAdult, {"since": None}, "since", ProblemKind.WRONG_TYPE),
        (TrustedAdult, {"role": "pastoral"}, "role", ProblemKind.WRONG_TYPE),
        (TrustedAdult, {"role": None}, "role", ProblemKind.WRONG_TYPE),
        (TrustedAdult, {"where": Role.PASTORAL}, "where", ProblemKind.WRONG_TYPE),
        (TrustedAdult, {"adult": " "}, "adult", ProblemKind.MALFORMED),
        (FamilyContact, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (FamilyContact, {"is_planned": 1}, "is_planned", ProblemKind.WRONG_TYPE),
        (FamilyContact, {"view": "against"}, "view", ProblemKind.WRONG_TYPE),
        (FamilyContact, {"by": View.FOR}, "by", ProblemKind.WRONG_TYPE),
        (FamilyContact, {"words": ""}, "words", ProblemKind.MALFORMED),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    right = {"since": DAY, "role": Role.OTHER} if kind is TrustedAdult else {"day": DAY}
    with pytest.raises(InvalidRecordError) as caught:
        kind(**(right | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


def test_neither_the_key_of_an_adult_nor_words_are_shown() -> None:
    assert (repr(ADULT), repr(CONTACT)) == ("‹TrustedAdult›", "‹FamilyContact›")


@pytest.mark.parametrize("record", [ADULT, CONTACT])
def test_it_is_not_known_before_its_day(record: TrustedAdult | FamilyContact) -> None:
    assert as_of(record, BEFORE) is None
    assert as_of(record, DAY) is record


def test_contacts_are_a_stream_and_trusted_adults_a_list() -> None:
    """A week without a contact can be known to be one; for adults that question makes no sense."""
    week = DateSpan(BEFORE, DAY)
    journey = Journey(
        pupil=Pupil(id=PupilId("elm-01")),
        trusted_adults=(ADULT,),
        contacts=Stream(complete=week, events=(CONTACT,)),
    )
    seen = journey.as_of(BEFORE)
    assert seen.trusted_adults == ()
    assert seen.contacts == Stream(complete=DateSpan(BEFORE, BEFORE), events=())
    assert journey.as_of(DAY) is journey


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (
            ADULT,
            {
                "since": "2026-11-02",
                "role": "teaching_assistant",
                "where": "base",
                "adult": "key-of-an-adult",
            },
        ),
        (
            CONTACT,
            {
                "day": "2026-11-02",
                "is_planned": False,
                "view": "against",
                "by": "pastoral",
                "ref": "row 7",
                "words": "A story of home.",
            },
        ),
    ],
)
def test_it_is_read_as_it_is_written(
    record: TrustedAdult | FamilyContact, written: dict[str, object]
) -> None:
    assert unstructure(record) == written
    assert structure(written, type(record)) == record
