"""The move to the next setting."""

from datetime import date

from iapcore.record.transition import ElementDone, FollowUp, Passport, Transition
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.settings import TransitionElement

DAY = date(2027, 1, 29)


def test_taking_part_has_three_ways_and_may_be_partial() -> None:
    """A timetable alone does not show it: people look, in each of the three ways, and may not have looked."""
    follow_up = FollowUp(day=DAY, academic=Extent.YES, social=Extent.PARTLY)
    assert (follow_up.academic, follow_up.social, follow_up.emotional) == (
        Extent.YES,
        Extent.PARTLY,
        None,
    )


def test_a_passport_shows_how_much_it_says_and_nothing_of_it() -> None:
    passport = Passport(strategies=("a seat near the door",), triggers=())
    assert repr(passport) == "‹Passport strategies=1 triggers=0›"


def test_nothing_done_is_not_the_same_as_not_recorded() -> None:
    assert Transition(elements=()) != Transition()
    done = Transition(elements=(ElementDone(element=TransitionElement.FOLLOW_UP, day=DAY),))
    assert repr(done) == "‹Transition elements=1›"
