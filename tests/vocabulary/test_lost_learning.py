"""Lost learning: the exclusions continuum of IPPR and The Difference (2024), seven ways on each side.

Toilet trips and time-out cards, which the continuum places fifth and sixth on the pupil's side, are support here.
"""

import pytest

from iapcore.vocabulary.lost_learning import AgreedAccess, LostLearning, Side

CONTINUUM = [
    (1, "permanent_exclusion", "elective_home_education"),
    (2, "managed_move", "severe_absence"),
    (3, "off_site_alternative_provision", "persistent_absence"),
    (4, "suspension", "truanting_lessons"),
    (5, "internal_exclusion", None),
    (6, "detention", None),
    (7, "outside_the_room", "lateness_to_lessons"),
]
PLACES = [
    *((way, Side.BY_SCHOOL, severity) for severity, way, _ in CONTINUUM),
    *((way, Side.BY_PUPIL, severity) for severity, _, way in CONTINUUM if way),
]


@pytest.mark.parametrize(("way", "side", "severity"), PLACES)
def test_a_way_has_its_place_on_its_side(way: str, side: Side, severity: int) -> None:
    """1 is the most severe; what comes after the two that are support keeps the place it is published with."""
    assert LostLearning(way).side is side
    assert LostLearning(way).severity == severity


def test_the_list_is_whole_and_in_order() -> None:
    """Fourteen are published: twelve stand here, two are support."""
    assert [way.value for way in LostLearning] == [way for way, *_ in PLACES]
    assert len(LostLearning) == 14 - 2


def test_no_two_ways_of_a_side_are_equally_severe() -> None:
    assert len({(way.side, way.severity) for way in LostLearning}) == 12


def test_agreed_access_is_support_and_never_lost_learning() -> None:
    assert [access.value for access in AgreedAccess] == [
        "agreed_break",
        "time_out_card",
        "toilet",
        "medical",
    ]
    words = {part for way in LostLearning for part in way.value.split("_")}
    assert not words & {"toilet", "card", "time", "timeout", "break", "medical"}


def test_agreed_access_has_neither_side_nor_severity() -> None:
    assert not [access for access in AgreedAccess if hasattr(access, "side") or hasattr(access, "severity")]


def test_either_the_school_shuts_out_or_the_pupil_withdraws() -> None:
    assert [side.value for side in Side] == ["by_school", "by_pupil"]
