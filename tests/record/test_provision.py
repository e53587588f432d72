"""The provision: what is not published is not recorded, and numbers are plausible."""

from typing import Any

import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.dataset import Dataset
from iapcore.record.provision import Provenance, Provision, Staffing, Standing
from iapcore.record.school import School
from iapcore.vocabulary.grounds import Ground, NeedKind
from iapcore.vocabulary.identifiers import Urn
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import Role, StaffKind
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.unification import Unification

COUNTS = (
    "opened",
    "places",
    "soft_start_places",
    "drop_in_places",
    "teachers",
    "assistants",
    "settling_weeks",
    "review_weeks",
)


def provision(**given: Any) -> Provision:
    return Provision(key="room", kind=ProvisionKind.SUPPORT_BASE, **given)


@pytest.mark.parametrize("name", COUNTS)
def test_a_count_is_not_negative(name: str) -> None:
    """Nought is an answer, as in a base without a teacher of its own; `None` is not known."""
    assert getattr(provision(**{name: 0}), name) == 0
    assert getattr(provision(), name) is None
    with pytest.raises(InvalidRecordError) as caught:
        provision(**{name: -1})
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (name, ProblemKind.OUT_OF_RANGE)


@pytest.mark.parametrize("weeks", [(1, 1), (6, 52)])
def test_a_stay_has_a_shortest_and_a_longest_length(weeks: tuple[int, int]) -> None:
    assert provision(weeks=weeks).weeks == weeks


@pytest.mark.parametrize("weeks", [(0, 6), (7, 6), (-3, -2)])
def test_the_shortest_stay_comes_first(weeks: tuple[int, int]) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        provision(weeks=weeks, places=-1)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("places", ProblemKind.OUT_OF_RANGE),
        ("weeks", ProblemKind.OUT_OF_ORDER),
    ]


def test_a_statement_is_published_or_filled_in() -> None:
    assert {standing.value for standing in Standing} == {"published", "filled_in"}
    with pytest.raises(InvalidRecordError):
        Provenance(of=None, standing=Standing.PUBLISHED)  # type: ignore[arg-type]


# Who works there, and for whom it is


@pytest.mark.parametrize("count", [None, 0, 1, 12])
def test_some_people_whose_number_nobody_wrote_down_are_not_none(count: int | None) -> None:
    """Nought says that there is nobody of that kind; a number not recorded, that there is somebody."""
    assert Staffing(kind=StaffKind.THERAPIST, count=count).count == count


def test_there_are_not_fewer_people_than_none() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Staffing(kind=StaffKind.THERAPIST, count=-1)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("count", ProblemKind.OUT_OF_RANGE)


def test_people_of_the_room_are_told_apart_by_training() -> None:
    assert {kind.value for kind in StaffKind} == {
        "provision_lead",
        "qualified_teacher",
        "higher_level_teaching_assistant",
        "teaching_assistant",
        "wellbeing_specialist",
        "therapist",
        "mainstream_teacher",
        "other",
    }


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"staffing": Staffing(kind=StaffKind.OTHER)}, "staffing"),
        ({"staffing": (StaffKind.OTHER,)}, "staffing[0]"),
        ({"grounds": (Ground.ANXIETY, NeedKind.SAFETY)}, "grounds[1]"),
        ({"needs": (Ground.ANXIETY,)}, "needs[0]"),
        ({"core_offer": (AdditionalOffer.ENRICHMENT,)}, "core_offer[0]"),
        ({"additional_offer": (SessionType.ENRICHMENT,)}, "additional_offer[0]"),
        ({"session_types": (AdditionalOffer.ENRICHMENT,)}, "session_types[0]"),
        ({"unification": Unification.SAME_UNIFORM}, "unification"),
        ({"host": "ashdown"}, "host"),
        ({"takes_from_other_schools": "no"}, "takes_from_other_schools"),
        ({"drop_in_places": True}, "drop_in_places"),
        ({"usually_on_roll": 6.0}, "usually_on_roll"),
        ({"other_schools_by_early_help": "tier 2"}, "other_schools_by_early_help"),
        ({"other_approaches": "zones"}, "other_approaches"),
    ],
)
def test_a_word_of_another_list_is_refused(given: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        provision(**given)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, ProblemKind.WRONG_TYPE)


@pytest.mark.parametrize(
    ("given", "path", "kind"),
    [
        ({"kind": Role.OTHER}, "kind", ProblemKind.WRONG_TYPE),
        ({"count": 1.0}, "count", ProblemKind.WRONG_TYPE),
        ({"count": True}, "count", ProblemKind.WRONG_TYPE),
        ({"words": ""}, "words", ProblemKind.MALFORMED),
    ],
)
def test_staffing_is_a_kind_and_a_number(given: dict[str, Any], path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Staffing(**({"kind": StaffKind.OTHER} | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)


FULL = provision(
    drop_in_places=4,
    staffing=(
        Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=1, words="A. Name, on Mondays"),
        Staffing(kind=StaffKind.THERAPIST),
    ),
    grounds=(Ground.ANXIETY,),
    needs=(NeedKind.WELLBEING, NeedKind.SAFETY),
    core_offer=(CoreOffer.PASTORAL,),
    additional_offer=(AdditionalOffer.LEADERSHIP,),
    session_types=(SessionType.VOCATIONAL,),
    unification=(Unification.SAME_UNIFORM, Unification.ON_THE_SITE),
    takes_from_other_schools=False,
    host=School(key="ashdown", urn=Urn("123456")),
)


def test_a_provision_shows_how_much_of_each_it_has() -> None:
    assert repr(FULL) == (
        "‹Provision staffing=2 grounds=1 needs=2 core_offer=1 additional_offer=1 session_types=1 "
        "unification=2›"
    )
    assert repr((FULL.staffing or ())[0]) == "‹Staffing›"


def test_a_provision_is_read_as_it_is_written() -> None:
    """Whoever refers to it writes its key; the dataset writes it whole, once."""
    written = {
        "key": "room",
        "kind": "support_base",
        "drop_in_places": 4,
        "staffing": [
            {"kind": "qualified_teacher", "count": 1, "words": "A. Name, on Mondays"},
            {"kind": "therapist"},
        ],
        "grounds": ["anxiety"],
        "needs": ["wellbeing", "safety"],
        "core_offer": ["pastoral"],
        "additional_offer": ["leadership"],
        "session_types": ["vocational"],
        "unification": ["same_uniform", "on_the_site"],
        "takes_from_other_schools": False,
        "host": {"key": "ashdown", "urn": "123456"},
    }
    dataset = Dataset(journeys=(), provisions=(FULL,))
    document = unstructure(dataset)
    assert document["provisions"] == [written]
    assert structure(document, Dataset) == dataset


@pytest.mark.parametrize("name", ["weeks", "terms"])
@pytest.mark.parametrize("length", [(0, 1), (3, 1), (-1, -1)])
def test_a_stay_is_told_from_the_shortest_to_the_longest(name: str, length: tuple[int, int]) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        provision(**{name: length})
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        (name, ProblemKind.OUT_OF_ORDER)
    ]
    assert name in caught.value.problems[0].remedy
    assert getattr(provision(**{name: (1, 3)}), name) == (1, 3)
