"""Who comes to a provision and what becomes of them, beside who is on roll."""

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.profiles import profile
from iapcore.measures.fairness import Fairness, Roll, count_fairness, publish_fairness
from iapcore.measures.milestones import Milestone, Trait
from iapcore.measures.ratios import Ratio
from iapcore.record.characteristics import Characteristics
from iapcore.record.journey import Journey
from iapcore.record.referral import Referral
from iapcore.samples import cohort
from iapcore.tables.rows import to_rows
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.sen import SenProvision
from iapcore.vocabulary.symbols import Symbol
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told
from tests.measures.milestones_by_hand import days_by_hand, group_by_hand

ON: Final = date(2026, 11, 20)
MOST: Final = Fraction(95, 100)
ROLL: Final = Roll(year=AcademicYear(2026), trait=Trait.SEX, groups=(("M", 500), ("F", 480)), not_known=3)
EARLIER: Final = evolve(ROLL, year=AcademicYear(2025))


def referred(sex: Sex | None, *days: date) -> Journey:
    pupil = evolve(UNKNOWN.pupil, sex=sex)
    return evolve(UNKNOWN, pupil=pupil, referrals=tuple(Referral(day=day) for day in days))


def counted(*journeys: Journey, rolls: Any = (ROLL,), **content: Any) -> Fairness:
    return count_fairness(
        journeys,
        **{
            "rolls": rolls,
            "milestone": Milestone.REFERRED,
            "policy": profile(),
            "on": ON,
            "confidence": MOST,
        }
        | content,
    )


OCTOBER: Final = date(2026, 10, 1)
GIRL: Final = referred(Sex.FEMALE, OCTOBER)
BOY: Final = referred(Sex.MALE, OCTOBER)


def test_each_group_stands_beside_everybody_else_on_roll() -> None:
    fairness = counted(*[GIRL] * 6, *[BOY] * 20, referred(None, OCTOBER), UNKNOWN)
    assert [(label, one.numerator, one.base) for label, one in fairness.measure.groups] == [
        ("F", 6, 480),
        ("M", 20, 500),
    ]
    ratios = dict(fairness.ratios)
    assert isinstance(ratios["F"], Ratio)
    assert ratios["F"].value == Fraction(6, 480) / Fraction(20, 500)
    assert str(fairness) == (
        "F: 6 of 480, 0.3 (0.1 to 0.8); M: 20 of 500, 3.2 (1.3 to 7.7); "
        "1 came to it, in no group of the roll; 1 may have come to it; 3 on roll, group not recorded"
    )


def test_a_pupil_counts_once_in_a_year_and_years_are_added_up() -> None:
    often = referred(Sex.FEMALE, OCTOBER, date(2026, 11, 2), date(2025, 10, 1), date(2024, 10, 1))
    fairness = counted(often, BOY, rolls=(ROLL, EARLIER))
    assert [one.format() for one in fairness.years] == ["2025/26", "2026/27"]
    assert [(one.numerator, one.base) for _, one in fairness.measure.groups] == [(2, 960), (1, 1000)]


def test_the_group_is_the_one_of_the_first_day_in_the_year() -> None:
    versions = (
        Characteristics(since=date(2026, 9, 1), sen_provision=SenProvision.NONE),
        Characteristics(since=date(2026, 10, 15), sen_provision=SenProvision.SUPPORT),
    )
    pupil = evolve(UNKNOWN.pupil, characteristics=versions)
    journey = evolve(referred(None, OCTOBER, date(2026, 11, 2)), pupil=pupil)
    roll = Roll(year=AcademicYear(2026), trait=Trait.SEN, groups=(("N", 800), ("K", 150)))
    fairness = counted(journey, rolls=(roll,))
    assert [(label, one.numerator) for label, one in fairness.measure.groups] == [("K", 0), ("N", 1)]


def test_a_group_that_the_roll_does_not_know_is_counted_and_not_compared() -> None:
    fairness = counted(GIRL, rolls=(evolve(ROLL, groups=(("M", 500),)),))
    assert fairness.ratios == (("M", None),)
    assert dict(fairness.not_known)["came to it, in no group of the roll"] == 1
    assert str(fairness).startswith("M: 0 of 500, no ratio; 1 came to it")


def test_groups_stand_by_label_and_are_never_ranked() -> None:
    for journeys in ([GIRL] * 9 + [BOY], [GIRL] + [BOY] * 9):
        assert [label for label, _ in counted(*journeys).ratios] == ["F", "M"]


@pytest.mark.parametrize(
    ("rolls", "remedy"),
    [
        ((), "all by the same trait"),
        ((ROLL, evolve(EARLIER, trait=Trait.SEN)), "all by the same trait"),
        ((ROLL, ROLL), "one roll for each year"),
        ((evolve(ROLL, groups=(("F", 0), ("M", 500))),), "fewer pupils on roll than came to the milestone"),
    ],
)
def test_rolls_that_do_not_fit_are_refused(rolls: tuple[Roll, ...], remedy: str) -> None:
    with pytest.raises(InvalidRecordError, match=remedy):
        counted(GIRL, rolls=rolls)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        ({"groups": (("F", -1),)}, "not negative"),
        ({"not_known": -1}, "not negative"),
        ({"groups": (("F", 1), ("F", 2))}, "each once"),
        ({"groups": ()}, "at least one group"),
    ],
)
def test_a_roll_holds_numbers_of_groups(content: dict[str, Any], remedy: str) -> None:
    with pytest.raises(InvalidRecordError, match=remedy):
        evolve(ROLL, **content)


# What leaves the team


def test_small_numbers_are_hidden_and_with_them_the_ratios() -> None:
    published = publish_fairness(counted(*[GIRL] * 6, *[BOY] * 20))
    assert published.ratios == (("F", Symbol.CONFIDENTIAL), ("M", Symbol.CONFIDENTIAL))
    assert all(str(cell) == "c" for _, cell in published.not_known)
    rows = to_rows(counted(*[GIRL] * 6, *[BOY] * 20).measure)
    assert not {"6", "20"} & {row["numerator"] for row in rows}


def test_where_nothing_is_hidden_the_ratios_are_shown() -> None:
    unknown = [referred(None, OCTOBER)] * 12
    fairness = counted(*[GIRL] * 16, *[BOY] * 20, *unknown)
    published = publish_fairness(fairness)
    assert published.ratios == fairness.ratios
    assert [str(cell) for _, cell in published.not_known] == ["12", "c", "c"]
    assert (published.trait, published.years, published.confidence) == (
        Trait.SEX,
        fairness.years,
        MOST,
    )


def test_no_ratio_is_not_applicable() -> None:
    fairness = counted(*[BOY] * 20, rolls=(evolve(ROLL, groups=(("M", 500),)),))
    assert publish_fairness(fairness).ratios == (("M", Symbol.NOT_APPLICABLE),)


# A second time, by hand


LABELS: Final = {
    Trait.SEN: "NKE",
    Trait.FREE_SCHOOL_MEALS: ("yes", "no"),
    Trait.SEX: "MF",
    Trait.ETHNICITY: ("asian", "black", "mixed", "white"),
    Trait.LOOKED_AFTER: ("yes", "no"),
}


def _by_hand(
    journeys: list[Journey], milestone: Milestone, trait: Trait, years: list[int], on: date
) -> tuple[Counter[str], int]:
    """Who came to it, each once a year with the group of the first day in it, and of how many it is not known."""
    found: Counter[str] = Counter()
    not_known = 0
    for journey in journeys:
        days = days_by_hand(journey, milestone, profile(), on)
        not_known += any(day is None for day in days)
        for year in years:
            inside = sorted(day for day in days if day and date(year, 8, 1) <= day < date(year + 1, 8, 1))
            if inside:
                found[group_by_hand(journey, trait, inside[0])] += 1
    return found, not_known


def _agrees(journeys: list[Journey], milestone: Milestone, trait: Trait, on: date) -> Fairness:
    """The count, that agrees with the one by hand."""
    groups = tuple((label, 500) for label in LABELS[trait])
    rolls = [Roll(year=AcademicYear(year), trait=trait, groups=groups, not_known=2) for year in (2026, 2025)]
    fairness = counted(*journeys, rolls=rolls, milestone=milestone, on=on)
    by_hand, not_known = _by_hand(journeys, milestone, trait, [2025, 2026], on)
    assert {label: (one.numerator, one.base) for label, one in fairness.measure.groups} == {
        label: (by_hand[label], 1000) for label in LABELS[trait]
    }
    ungrouped = sum(count for label, count in by_hand.items() if label not in LABELS[trait])
    assert [count for _, count in fairness.not_known] == [ungrouped, not_known, 4]
    return fairness


@pytest.mark.parametrize("milestone", Milestone)
@given(drawn=st.lists(told(), max_size=4), trait=st.sampled_from(Trait), data=st.data())
def test_it_agrees_with_a_count_by_hand_and_nothing_later_changes_it(
    milestone: Milestone, drawn: list[tuple[Journey, date]], trait: Trait, data: st.DataObject
) -> None:
    on = min((day for _, day in drawn), default=ON)
    journeys = [journey for journey, _ in drawn]
    fairness = _agrees(journeys, milestone, trait, on)
    grown = [data.draw(later(one, on)) for one in journeys]
    assert _agrees(grown, milestone, trait, on) == fairness
    mixed = [data.draw(shuffled(one, on)) for one in reversed(journeys)]
    assert _agrees(mixed, milestone, trait, on) == fairness


@pytest.mark.parametrize("milestone", Milestone)
@pytest.mark.parametrize("trait", Trait)
def test_of_a_cohort_it_agrees_with_a_count_by_hand(milestone: Milestone, trait: Trait) -> None:
    made_up = list(cohort(80, seed=7))
    fairness = _agrees(made_up, milestone, trait, ON)
    assert fairness.measure.numerator
