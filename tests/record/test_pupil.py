"""The pupil: a key is enough, and nothing is shown."""

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.pupil import Pupil
from iapcore.vocabulary.identifiers import PupilId


def test_only_the_key_is_needed() -> None:
    pupil = Pupil(id=PupilId("elm-01"))
    others = [field.name for field in attrs.fields(Pupil) if field.name != "id"]
    assert [getattr(pupil, name) for name in others] == [None] * len(others)


def test_there_is_no_room_for_a_name() -> None:
    assert not {field.name for field in attrs.fields(Pupil)} & {"name", "surname", "address", "ethnicity"}


@given(st.from_type(Pupil))
def test_no_pupil_can_be_told_from_another_by_the_repr(pupil: Pupil) -> None:
    assert repr(pupil) == str(pupil) == f"{pupil}" == "‹Pupil›"


def test_a_date_of_birth_is_a_plain_date() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Pupil(id=PupilId("elm-01"), date_of_birth=datetime(2013, 1, 10, tzinfo=UTC))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("date_of_birth", ProblemKind.WRONG_TYPE)
    assert "2013" not in str(caught.value)


def test_the_year_is_the_one_in_which_the_pupil_is_taught() -> None:
    """Pupils out of their cohort exist: a date of birth neither fills in a year nor contradicts one."""
    assert Pupil(id=PupilId("elm-01"), date_of_birth=date(2013, 1, 10)).year_group is None
