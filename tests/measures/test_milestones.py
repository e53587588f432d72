"""What pupils come to, on which days, and to which groups they belong."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.milestones import Milestone, Trait, days_of, group_of
from iapcore.record.characteristics import Characteristics
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.referral import Decided, Referral, ReferralDecision
from iapcore.samples import cohort
from iapcore.vocabulary.characteristics import Ethnicity, FreeSchoolMeals, Sex
from iapcore.vocabulary.sen import SenProvision
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests.cases import UNKNOWN
from tests.laws import later, policies, shuffled, told
from tests.measures.milestones_by_hand import days_by_hand, group_by_hand

SEPTEMBER: Final = date(2025, 9, 8)
ON: Final = date(2026, 11, 20)
POLICY: Final = profile()


def days(journey: Journey, milestone: Milestone, on: date = ON) -> tuple[date | None, ...]:
    return days_of(journey, milestone, policy=POLICY, on=on)


def asked(**content: Any) -> Journey:
    return evolve(UNKNOWN, placements=(), referrals=(Referral(day=SEPTEMBER, **content),))


def went(destination: Destination | None) -> Journey:
    ending = Ending(day=date(2026, 1, 9), destination=destination)
    return evolve(UNKNOWN, placements=(Placement(began=SEPTEMBER, ending=ending),))


def decided(*what: Decided) -> tuple[ReferralDecision, ...]:
    return tuple(ReferralDecision(day=date(2025, 9, 19), decided=one) for one in what)


@pytest.mark.parametrize("milestone", Milestone)
def test_where_nothing_is_recorded_nobody_knows(milestone: Milestone) -> None:
    assert days(UNKNOWN, milestone) == (None,)
    assert days(evolve(UNKNOWN, referrals=(), placements=()), milestone) == ()


@pytest.mark.parametrize(
    ("journey", "milestone", "expected"),
    [
        (asked(), Milestone.REFERRED, (SEPTEMBER,)),
        (asked(), Milestone.DECLINED, (None,)),
        (asked(decisions=decided(Decided.OTHER_SUPPORT)), Milestone.DECLINED, (date(2025, 9, 19),)),
        (asked(decisions=decided(Decided.WITHDRAWN)), Milestone.DECLINED, ()),
        (asked(), Milestone.WAITING, (None,)),
        (asked(decisions=()), Milestone.WAITING, ()),
        (
            asked(decisions=decided(Decided.WAITING_LIST)),
            Milestone.WAITING,
            (date(2025, 9, 19), date(2026, 8, 1)),
        ),
        (
            asked(waiting_since=date(2025, 9, 19), waited_until=date(2025, 12, 1)),
            Milestone.WAITING,
            (date(2025, 9, 19),),
        ),
        (went(None), Milestone.PLACED, (SEPTEMBER,)),
        (went(None), Milestone.RETURNED, (None,)),
        (went(None), Milestone.EXITED, (None,)),
        (went(Destination.MAINSTREAM), Milestone.RETURNED, (date(2026, 1, 9),)),
        (went(Destination.MAINSTREAM), Milestone.EXITED, ()),
        (went(Destination.MAINSTREAM_IN_PART), Milestone.RETURNED, ()),
        (went(Destination.MANAGED_MOVE), Milestone.RETURNED, ()),
        (went(Destination.MANAGED_MOVE), Milestone.EXITED, (date(2026, 1, 9),)),
        (went(Destination.SPECIAL_SCHOOL), Milestone.EXITED, ()),
    ],
)
def test_the_days_of_a_milestone(
    journey: Journey, milestone: Milestone, expected: tuple[date | None, ...]
) -> None:
    assert days(journey, milestone) == expected


def test_a_stay_that_is_planned_has_not_begun() -> None:
    planned = evolve(UNKNOWN, placements=(Placement(planned=DateSpan(date(2026, 12, 1))),))
    assert days(planned, Milestone.PLACED) == ()
    assert days(planned, Milestone.PLACED, date(2026, 12, 2)) == (None,)


def described(**content: Any) -> Journey:
    version = Characteristics(since=SEPTEMBER, **content)
    return evolve(UNKNOWN, pupil=evolve(UNKNOWN.pupil, characteristics=(version,)))


@pytest.mark.parametrize(
    ("content", "trait", "label"),
    [
        ({}, Trait.SEN, None),
        ({"sen_provision": SenProvision.SUPPORT}, Trait.SEN, "K"),
        ({}, Trait.FREE_SCHOOL_MEALS, None),
        ({"eligible_for_free_school_meals": False}, Trait.FREE_SCHOOL_MEALS, "no"),
        ({"free_school_meals": FreeSchoolMeals.EXPANDED}, Trait.FREE_SCHOOL_MEALS, "yes"),
        ({}, Trait.ETHNICITY, None),
        ({"ethnicity": Ethnicity.REFUSED}, Trait.ETHNICITY, None),
        ({"ethnicity": Ethnicity.CHINESE}, Trait.ETHNICITY, "asian"),
        ({}, Trait.LOOKED_AFTER, None),
        ({"is_looked_after": True}, Trait.LOOKED_AFTER, "yes"),
    ],
)
def test_the_group_of_a_pupil(content: dict[str, Any], trait: Trait, label: str | None) -> None:
    assert group_of(described(**content), trait, ON) == label
    assert group_of(described(**content), trait, date(2025, 9, 7)) is None


@pytest.mark.parametrize(("sex", "label"), [(None, None), (Sex.UNKNOWN, None), (Sex.MALE, "M")])
def test_sex_is_no_version(sex: Sex | None, label: str | None) -> None:
    assert group_of(evolve(UNKNOWN, pupil=evolve(UNKNOWN.pupil, sex=sex)), Trait.SEX, ON) == label


@given(told(), policies(), st.sampled_from(Milestone), st.data())
def test_what_comes_later_changes_nothing_and_nor_does_the_order(
    told_on: tuple[Journey, date], policy: str, milestone: Milestone, data: st.DataObject
) -> None:
    journey, on = told_on
    before, after, otherwise = (
        days_of(one, milestone, policy=profile(policy), on=on)
        for one in (journey, data.draw(later(journey, on)), data.draw(shuffled(journey, on)))
    )
    assert sorted(map(str, before)) == sorted(map(str, after)) == sorted(map(str, otherwise))
    assert all(day is None or day <= on for day in before)


# A second time, from plain records


def _sorted(days: Iterable[date | None]) -> list[str]:
    return sorted(map(str, days))


@pytest.mark.parametrize("milestone", Milestone)
@given(told_on=told(), policy=policies())
def test_the_days_agree_with_a_walk_through_the_record(
    milestone: Milestone, told_on: tuple[Journey, date], policy: str
) -> None:
    (journey, on), ours = told_on, profile(policy)
    found = days_of(journey, milestone, policy=ours, on=on)
    assert _sorted(found) == _sorted(days_by_hand(journey, milestone, ours, on))


@pytest.mark.parametrize("milestone", Milestone)
def test_the_days_of_a_cohort_agree_with_a_walk_through_the_record(milestone: Milestone) -> None:
    for journey in cohort(60):
        for on in (ON, date(2026, 6, 30), date(2025, 12, 1)):
            assert _sorted(days(journey, milestone, on)) == _sorted(
                days_by_hand(journey, milestone, POLICY, on)
            )


@given(told(), st.sampled_from(Trait))
def test_the_group_agrees_with_what_was_written_down_last(
    told_on: tuple[Journey, date], trait: Trait
) -> None:
    journey, on = told_on
    assert (group_of(journey, trait, on) or "not recorded") == group_by_hand(journey, trait, on)
