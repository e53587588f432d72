"""The practices before and around a stay: each list that the report gives in full is asked about in full."""

from iapcore.guidance.tenets import Tenet, Topic
from iapcore.guidance.way_in import WAY_IN
from iapcore.vocabulary.grounds import DataSet, NeedKind, PriorSupport
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.unification import Unification
from iapcore.vocabulary.value import Word


def about(kind: type[Word]) -> list[Word]:
    return [one.about for one in WAY_IN if isinstance(one.about, kind)]


def test_the_twelve_ways_to_be_one_with_mainstream_are_asked_about_in_order() -> None:
    asked = [one for one in WAY_IN if isinstance(one.about, Unification)]
    assert [one.about for one in asked] == list(Unification)
    assert [one.key for one in asked] == [f"UNI-{number}" for number in range(1, 13)]
    assert {one.tenet for one in asked} == {Tenet.UNIFIED}


def test_the_five_ways_out_of_isolation_follow() -> None:
    ways = [one.key for one in WAY_IN if one.cites[0].place == "tenet 1, common challenges"]
    assert ways == [f"UNI-{number}" for number in range(13, 18)]


def test_the_eight_supports_that_come_first() -> None:
    assert about(PriorSupport) == [support for support in PriorSupport if support is not PriorSupport.OTHER]


def test_the_five_professionals_then_family_and_child() -> None:
    assert about(Role) == [*list(Role)[:5], Role.FAMILY, Role.PUPIL, Role.CLASS_TEACHER]


def test_the_six_kinds_of_data_of_two_schools() -> None:
    assert about(DataSet) == list(DataSet)


def test_the_three_kinds_of_need() -> None:
    assert about(NeedKind) == list(NeedKind)


def test_three_things_that_children_need_and_seven_ways_to_be_seen_otherwise() -> None:
    """Four difficulties and seven practices under the challenge of perception; three and three before them."""
    keys = [one.key for one in WAY_IN if one.topic is Topic.PERCEPTION]
    assert keys[3:9] == [f"PER-{number}" for number in range(4, 10)]
    challenge = "tenet 2, common challenges, staff and child perception"
    assert len([one for one in WAY_IN if one.cites[0].place == challenge]) == 4 + 7


def test_four_relationships_and_four_principles() -> None:
    for place in (
        "introduction, relationships in all four tenets",
        "tenet 1, four principles of whole school inclusion",
    ):
        assert len([one for one in WAY_IN if one.cites[0].place == place]) == 4
