"""A school: a key, and its numbers where they are known.

Expected: home and host school may be two (a pupil may stay in another school's base), so each is a record of
its own; what is not known of it is left out, and nothing of it stands in a repr, because a school and a day
can tell a child.
"""

from datetime import date
from typing import Any

import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.school import School
from iapcore.vocabulary.identifiers import Laestab, PupilId, Urn
from iapcore.vocabulary.provision_kinds import ProvisionKind

FULL = School(key="elmsworth", name="Elmsworth", urn=Urn("123456"), laestab=Laestab("8012000"))


def test_only_the_key_is_needed() -> None:
    school = School(key="elmsworth")
    assert (school.name, school.urn, school.laestab) == (None, None, None)


@pytest.mark.parametrize(
    ("given", "path", "kind"),
    [
        ({"key": ""}, "key", ProblemKind.MALFORMED),
        ({"key": " "}, "key", ProblemKind.MALFORMED),
        ({"key": None}, "key", ProblemKind.WRONG_TYPE),
        ({"key": 123456}, "key", ProblemKind.WRONG_TYPE),
        ({"name": ""}, "name", ProblemKind.MALFORMED),
        ({"urn": "123456"}, "urn", ProblemKind.WRONG_TYPE),
        ({"urn": Laestab("8012000")}, "urn", ProblemKind.WRONG_TYPE),
        ({"laestab": Urn("123456")}, "laestab", ProblemKind.WRONG_TYPE),
    ],
)
def test_a_number_of_a_school_is_no_text_and_no_other_number(
    given: dict[str, Any], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        School(**({"key": "elmsworth"} | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)


def test_no_school_can_be_told_from_another_by_the_repr() -> None:
    assert repr(FULL) == str(FULL) == "‹School›"


def test_it_is_written_in_the_notations_of_its_numbers() -> None:
    written = {"key": "elmsworth", "name": "Elmsworth", "urn": "123456", "laestab": "8012000"}
    assert unstructure(FULL) == written
    assert structure(written, School) == FULL
    assert unstructure(School(key="elmsworth")) == {"key": "elmsworth"}


def test_the_school_of_the_roll_need_not_be_that_of_the_base() -> None:
    """Both were there before the pupil: no day takes them away."""
    host = School(key="ashdown")
    hive = Provision(key="hive", kind=ProvisionKind.SUPPORT_BASE, takes_from_other_schools=True, host=host)
    journey = Journey(
        pupil=Pupil(id=PupilId("elm-01")), home_school=FULL, placements=(Placement(provision=hive),)
    )
    seen = journey.as_of(date(1990, 1, 1))
    [placement] = seen.placements or ()
    assert seen.home_school is FULL
    assert placement.provision is not None
    assert placement.provision.host is host
