"""The practices during a stay: core and additional offer, what is watched each day, the four rows of challenges."""

from iapcore.guidance.tenets import Tenet, Topic
from iapcore.guidance.way_through import WAY_THROUGH
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain
from iapcore.vocabulary.value import Word


def about(kind: type[Word], place: str) -> list[Word]:
    return [
        one.about
        for one in WAY_THROUGH
        if isinstance(one.about, kind) and one.cites[0].place.startswith(place)
    ]


def test_the_four_parts_of_the_core_offer() -> None:
    assert about(CoreOffer, "tenet 3") == list(CoreOffer)


def test_the_eleven_parts_on_top() -> None:
    assert about(AdditionalOffer, "tenet 3") == list(AdditionalOffer)


def test_the_five_things_that_are_watched_each_day() -> None:
    assert about(MonitoringDomain, "tenet 3") == list(MonitoringDomain)


def test_each_row_of_the_table_of_challenges_has_its_topic() -> None:
    table = "tenet 3, table of challenges, "
    rows = {
        one.cites[0].place.removeprefix(table): one.topic
        for one in WAY_THROUGH
        if one.cites[0].place.startswith(table)
    }
    assert rows == {
        "curriculum model": Topic.CURRICULUM,
        "teaching and learning": Topic.TEACHING,
        "staffing": Topic.STAFFING,
        "funding": Topic.FUNDING,
    }


def test_each_row_asks_about_each_remedy_of_it() -> None:
    """The table has four remedies in three of its rows, and three for staffing."""
    remedies = {Topic.CURRICULUM: 4, Topic.TEACHING: 4, Topic.STAFFING: 3, Topic.FUNDING: 4}
    for topic, count in remedies.items():
        rows = [one for one in WAY_THROUGH if one.topic is topic and "table" in one.cites[0].place]
        assert len(rows) >= count


def test_during_a_stay_the_third_tenet_is_asked_about() -> None:
    other = [one.key for one in WAY_THROUGH if one.tenet is not Tenet.BALANCES]
    assert other == ["FUND-5"]
