"""The practices of outcomes and of moving on: three valued outcomes, six elements, six remedies."""

from iapcore.guidance.tenets import Tenet
from iapcore.guidance.way_out import WAY_OUT
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import TransitionElement

CHALLENGES = "tenet 4, common challenges, reintegration"


def test_the_three_valued_outcomes_with_the_return_first() -> None:
    asked = [one.about for one in WAY_OUT if isinstance(one.about, Purpose)]
    assert asked == [Purpose.RETURN, Purpose.QUALIFICATIONS, Purpose.SPECIAL_SCHOOL_BRIDGE]


def test_the_six_elements_of_a_transition_the_late_one_included() -> None:
    asked = [one.about for one in WAY_OUT if isinstance(one.about, TransitionElement)]
    assert asked == list(TransitionElement)


def test_what_makes_a_return_hard_and_the_six_things_that_helped() -> None:
    """Capacity, mainstream and pace; then talk, training, pace again, services, an eye on it and aftercare."""
    asked = [one for one in WAY_OUT if one.cites[0].place == CHALLENGES and one.key.startswith("TRAN")]
    assert [one.key for one in asked] == [f"TRAN-{number}" for number in range(11, 18)]


def test_all_of_it_belongs_to_the_fourth_tenet() -> None:
    assert {one.tenet for one in WAY_OUT} == {Tenet.OUTCOMES}
