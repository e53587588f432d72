"""What a type checker sees of the face. Both of them read this file; nothing runs it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, assert_type

import iapcore as iap


def the_record(journey: iap.Journey) -> None:
    assert_type(iap.DateSpan(date(2026, 11, 2), date(2026, 12, 11)), iap.DateSpan)
    assert_type(iap.DateSpan.parse("2026-11-02..").end, date | None)
    assert_type(iap.TrafficLights.parse("GGARR GGGAR RRRRR GGGGG GAGAG"), iap.TrafficLights)
    assert_type(journey.pupil, iap.Pupil)
    assert_type(journey.placements, tuple[iap.Placement, ...] | None)
    assert_type(journey.marks, iap.Stream[iap.SessionMark] | None)
    assert_type(iap.find_problems(journey), tuple[iap.Problem, ...])


def the_decisions(journey: iap.Journey, on: date) -> None:
    policy = iap.profile("half-term")
    assert_type(policy, iap.Policy)

    eligibility = iap.check_eligibility(journey, policy=policy, on=on, places_free=None)
    assert_type(eligibility, iap.Decision[iap.Eligibility])
    assert_type(eligibility.answer, iap.Eligibility)
    assert_type(eligibility.verdict, iap.Verdict)
    assert_type(eligibility.missing, tuple[iap.Finding, ...])

    assert_type(iap.assess_readiness(journey, policy=policy, on=on), iap.Judgement[iap.NextStep])
    assert_type(iap.classify_outcome(journey, policy=policy, on=on), iap.Judgement[iap.Outcome])
    assert_type(iap.find_stage(journey, policy=policy, on=on), iap.Stage)


def the_measures(journeys: Sequence[iap.Journey], policy: iap.Policy, on: date) -> None:
    def year(journey: iap.Journey) -> iap.YearGroup | None:
        return journey.pupil.year_group

    back = iap.count_returns(journeys, policy=policy, on=on, by=year)
    assert_type(back, iap.Measure)
    assert_type(back.share, Fraction | None)
    assert_type(iap.to_rows(back), list[dict[str, int | str | date | None]])
    assert_type(iap.count_time_to_return(journeys, policy=policy, on=on).share_by(6), Fraction | None)
    assert_type(iap.publish_measure(back, threshold=5), iap.PublishedMeasure)


def the_edge(written: object, decision: iap.Decision[iap.Eligibility]) -> None:
    assert_type(iap.structure(written, iap.Journey), iap.Journey)
    assert_type(iap.unstructure(decision), Any)
    assert_type(iap.read_dataset("trust.json"), iap.Dataset)
    assert_type(iap.read_journey("elm-01.json"), iap.Journey)


def the_errors(error: iap.InvalidRecordError) -> None:
    assert_type(error.problems, tuple[iap.Problem, ...])
    caught: list[ValueError | iap.IapError] = [error]
    assert_type(caught.pop(), ValueError | iap.IapError)
