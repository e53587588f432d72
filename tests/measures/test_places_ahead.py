"""What lies ahead of a provision, on the days that people set."""

from datetime import date

from attrs import evolve
from hypothesis import given

from iapcore.measures.places_ahead import AheadKind, find_places_ahead
from iapcore.record.journey import Journey
from iapcore.record.placement import Extension
from tests import stories
from tests.laws import told
from tests.stories import ENDED, ON


def ahead(*journeys: Journey, on: date = ON) -> list[tuple[str, str]]:
    return [(one.kind.value, one.day.isoformat()) for one in find_places_ahead(journeys, on=on)]


def test_reviews_and_planned_ends_stand_in_order_of_their_days() -> None:
    assert ahead(stories.hybrid()) == [("review", "2026-12-09"), ("planned_end", "2026-12-11")]
    planned = stories.referred()
    both = find_places_ahead([stories.hybrid(), planned], on=date(2026, 10, 30))
    assert next(one.kind for one in both) is AheadKind.PLANNED_START
    assert {one.provision for one in both} == {"elmsworth-room"}


def test_an_extension_moves_the_end_and_what_has_ended_or_passed_is_left_out() -> None:
    longer = stories.with_placement(
        stories.hybrid(), extensions=(Extension(day=ON, until=date(2027, 1, 29)),)
    )
    assert ahead(longer) == [("review", "2026-12-09"), ("planned_end", "2027-01-29")]
    assert ahead(stories.returned(), on=stories.LONG_AFTER) == []
    assert ahead(stories.hybrid(), on=ENDED) == []


def test_without_a_stay_a_plan_or_a_review_nothing_is_made_up() -> None:
    assert ahead(evolve(stories.hybrid(), placements=None)) == []
    bare = stories.with_placement(stories.hybrid(), planned=None, provision=None)
    assert ahead(evolve(bare, reviews=None)) == []
    [review] = find_places_ahead([bare], on=ON)
    assert review.provision is None


@given(told())
def test_every_day_lies_ahead(told_on: tuple[Journey, date]) -> None:
    journey, on = told_on
    found = find_places_ahead([journey], on=on)
    assert all(one.day > on for one in found)
    assert [one.day for one in found] == sorted(one.day for one in found)
