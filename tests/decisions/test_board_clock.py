"""The duty of the board, suspension by suspension: one meeting does not settle what comes after it."""

from datetime import date
from typing import Final

import pytest
from attrs import evolve

from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.rule import Finding
from iapcore.decisions.safeguards import check_safeguards
from iapcore.errors import InvalidRecordError
from iapcore.guidance.profiles import profile
from iapcore.record.behaviour import ExclusionReview, Suspension
from iapcore.record.stream import Stream
from iapcore.vocabulary.school_days import Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewBody, ReviewResult, SuspensionCategory
from tests import stories
from tests.cases import CASES, Case

POLICY: Final = profile("half-term")


def found(key: str, on: date, *suspensions: Suspension) -> Finding:
    stream = Stream(complete=DateSpan(date(2026, 4, 13), on), events=suspensions)
    journey = evolve(stories.hybrid(), suspensions=stream)
    return check_safeguards(journey, policy=POLICY, on=on).finding(key)


def reason(key: str, on: date, *suspensions: Suspension) -> str:
    return found(key, on, *suspensions).reason


def board(day: date, result: ReviewResult | None = None) -> tuple[ExclusionReview, ...]:
    return (ExclusionReview(day=day, body=ReviewBody.GOVERNING_BOARD, result=result),)


def test_a_later_exclusion_is_a_duty_of_its_own() -> None:
    reviewed = Suspension(day=date(2026, 9, 7), half_days=32, reviews=board(date(2026, 9, 25)))
    permanent = Suspension(day=date(2026, 10, 12), category=SuspensionCategory.PERMANENT, reviews=())
    on = date(2026, 10, 13)
    assert reason("CLOCK-1", on, reviewed) == "board_met"
    assert reason("CLOCK-1", on, reviewed, permanent) == "must_meet"
    met_again = evolve(permanent, reviews=board(on))
    assert reason("CLOCK-1", on, reviewed, met_again) == "board_met"
    unsaid = evolve(permanent, reviews=None)
    assert reason("CLOCK-1", on, reviewed, unsaid) == "meeting_not_recorded"


def test_days_after_a_meeting_may_be_asked_about_again() -> None:
    reviewed = Suspension(day=date(2026, 11, 2), half_days=12, reviews=board(date(2026, 11, 11)))
    more = Suspension(day=date(2026, 11, 17), half_days=8, reviews=())
    assert reason("CLOCK-1", date(2026, 11, 13), reviewed) == "board_met"
    assert reason("CLOCK-1", date(2026, 11, 20), reviewed, more) == "if_asked"


@pytest.mark.parametrize("result", [ReviewResult.ONGOING, ReviewResult.REPRESENTATIONS_MADE])
def test_a_review_that_goes_on_is_no_meeting_that_was_held(result: ReviewResult) -> None:
    permanent = Suspension(
        day=date(2026, 11, 2), category=SuspensionCategory.PERMANENT, reviews=board(date(2026, 11, 3), result)
    )
    assert reason("CLOCK-1", date(2026, 11, 20), permanent) == "meeting_not_recorded"


@pytest.mark.parametrize(
    ("on", "code", "action", "words"),
    [
        (date(2026, 9, 28), "must_meet", "Ask the clerk", "The board meets by 28 September 2026;"),
        (
            date(2026, 9, 29),
            "overdue",
            "This has been overdue since 28 September 2026",
            "The board was to meet by",
        ),
    ],
)
def test_a_day_that_has_passed_is_told_as_overdue(on: date, code: str, action: str, words: str) -> None:
    """The last of fifteen school days from 7 September is the 28th."""
    finding = found("CLOCK-1", on, Suspension(day=date(2026, 9, 7), half_days=32, reviews=()))
    assert finding.reason == code
    assert (finding.action or "").startswith(action)
    assert words in finding.sentence


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_action_names_a_day_to_come_that_has_passed(case: Case) -> None:
    for finding in check_safeguards(case.journey, **case.asked).findings:
        by = dict(finding.params).get("by")
        if isinstance(by, date):
            past = finding.reason in ("overdue", "overdue_not_recorded", "past", "past_not_recorded")
            assert past is (by < case.on)


@pytest.mark.parametrize(
    ("day", "by"),
    [
        (date(2026, 9, 4), date(2026, 9, 25)),
        (date(2026, 9, 5), date(2026, 9, 28)),
        (date(2026, 9, 6), date(2026, 9, 28)),
        (date(2026, 9, 7), date(2026, 9, 28)),
        (date(2026, 10, 26), date(2026, 11, 23)),
        (date(2026, 8, 3), date(2026, 9, 23)),
    ],
)
def test_a_day_without_school_counts_from_the_next_school_day(day: date, by: date) -> None:
    """On a weekend, in a half-term and in the summer; told on the very day, and in the term that follows."""
    given = Suspension(day=day, category=SuspensionCategory.PERMANENT, reviews=())
    for on in (day, by):
        finding = found("CLOCK-1", on, given)
        assert (finding.reason, dict(finding.params)["by"]) == ("must_meet", by)


def test_what_is_lacking_is_named_beside_what_is_known() -> None:
    long = Suspension(day=date(2026, 9, 7), half_days=32, reviews=())
    unknown = Suspension(day=date(2026, 10, 5), reviews=())
    twice = Suspension(day=date(2026, 10, 6), half_days=12, reviews=())
    finding = found("CLOCK-1", date(2026, 10, 20), long, unknown, twice, twice)
    assert finding.reason == "overdue"
    assert dict(finding.params)["days"] == "22½ or more"
    assert "the length of a suspension, which of two suspensions is right" in finding.sentence
    year = found("CLOCK-3", date(2026, 12, 18), Suspension(day=date(2026, 9, 3), half_days=91), unknown)
    assert (year.reason, dict(year.params)["days"]) == ("over", "45½ or more")


def test_the_known_part_alone_does_not_say_that_all_is_well() -> None:
    short, unknown = Suspension(day=date(2026, 9, 7), half_days=2), Suspension(day=date(2026, 10, 5))
    for key in ("CLOCK-1", "CLOCK-3"):
        assert reason(key, date(2026, 10, 20), short, unknown) == "no_length"


def test_a_suspension_of_an_earlier_year_and_before_the_calendar_is_over() -> None:
    """It began more weeks before the calendar than it has days and a holiday: nothing is lacking."""
    journey = evolve(
        stories.hybrid(),
        calendar=evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[2:]),
        suspensions=Stream(
            complete=DateSpan(date(2026, 3, 1), stories.ON),
            events=(
                Suspension(day=date(2026, 4, 15), half_days=12),
                Suspension(day=date(2026, 4, 20), half_days=3, category=SuspensionCategory.LUNCHTIME),
            ),
        ),
    )
    judged = check_safeguards(journey, policy=POLICY, on=stories.ON)
    assert {judged.finding(f"CLOCK-{number}").verdict.value for number in (1, 2, 3, 4)} == {"met"}
    late = evolve(
        journey,
        suspensions=Stream(
            complete=DateSpan(date(2026, 3, 1), stories.ON),
            events=(Suspension(day=date(2026, 7, 20), half_days=3, category=SuspensionCategory.LUNCHTIME),),
        ),
    )
    judged = check_safeguards(late, policy=POLICY, on=stories.ON)
    reasons = {number: judged.finding(f"CLOCK-{number}").reason for number in (1, 2, 3)}
    assert reasons == {1: "none", 2: "outside_calendar", 3: "outside_calendar"}


def test_a_settled_exclusion_from_before_the_calendar_leaves_nothing() -> None:
    given = Suspension(
        day=date(2026, 10, 5), category=SuspensionCategory.PERMANENT, reviews=board(date(2026, 10, 16))
    )
    journey = evolve(
        stories.hybrid(),
        calendar=evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[3:]),
        suspensions=Stream(complete=DateSpan(date(2026, 9, 1), stories.ON), events=(given,)),
    )
    assert check_safeguards(journey, policy=POLICY, on=stories.ON).finding("CLOCK-2").reason == "nothing_left"


def test_what_is_lacking_in_a_term_of_the_year_before_matters_while_its_time_may_run() -> None:
    """Fifty school days from the end of April are over before the summer."""
    twice = Suspension(day=date(2026, 4, 20), half_days=4)
    april, summer = (
        DateSpan(date(2026, 4, 13), date(2026, 4, 24)),
        DateSpan(date(2026, 4, 27), date(2026, 7, 21)),
    )
    calendar = evolve(stories.CALENDAR, terms=(Term(april), Term(summer), *stories.CALENDAR.terms[2:]))
    journey = evolve(
        stories.hybrid(),
        calendar=calendar,
        suspensions=Stream(complete=DateSpan(april.start, date(2026, 9, 21)), events=(twice, twice)),
    )
    reasons = [
        check_safeguards(journey, policy=POLICY, on=on).finding("CLOCK-2").reason
        for on in (date(2026, 6, 1), date(2026, 9, 21))
    ]
    assert reasons == ["overlap", "nothing_left"]


def test_lunchtimes_lie_on_a_day_each() -> None:
    """Four lunches from Tuesday run up to Friday, the last school day before the stay."""
    lunches = Suspension(day=date(2026, 10, 20), half_days=4, category=SuspensionCategory.LUNCHTIME)
    assert reason("SAFE-2", stories.ON, lunches) == "beside"
    mornings = evolve(lunches, category=SuspensionCategory.SUSPENSION)
    assert reason("SAFE-2", stories.ON, mornings) == "apart"


@pytest.mark.parametrize("places", [-1, True, 1.0])
def test_places_are_counted(places: int) -> None:
    with pytest.raises(InvalidRecordError, match="places_free"):
        check_eligibility(stories.referred(), policy=POLICY, on=stories.PLANNED_ON, places_free=places)
