"""The daily check-in and check-out.

Expected (*Four Tenets*, tenet three): five domains, each rated at most once at a time; no source gives a
scale, so the school's own stands beside the points, which lie on it. A domain that was not rated is no low
rating.
"""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.check_in import CheckIn, CheckTime, DomainRating
from iapcore.record.stream import Stream
from iapcore.strategies import records
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

DAY = date(2026, 11, 3)


def rating(domain: str, points: int = 3, out_of: int = 5) -> DomainRating:
    return DomainRating(domain=MonitoringDomain(domain), points=points, out_of=out_of)


FULL = CheckIn(
    day=DAY,
    time=CheckTime.CHECK_OUT,
    by=Informant.STAFF,
    ratings=(rating("engagement", 1), rating("learning", 5), rating("emotional_state", 4, 10)),
    ref="row 3",
    words="what nobody is to read here",
)


def test_a_day_is_looked_at_in_the_morning_and_in_the_afternoon() -> None:
    assert [time.value for time in CheckTime] == ["in", "out"]


def test_there_are_five_domains() -> None:
    assert {domain.value for domain in MonitoringDomain} == {
        "engagement",
        "learning",
        "behaviour",
        "social_skills",
        "emotional_state",
    }


@pytest.mark.parametrize(("points", "out_of"), [(1, 1), (1, 5), (5, 5), (10, 10), (7, 100)])
def test_points_lie_on_the_scale_of_the_school(points: int, out_of: int) -> None:
    assert rating("learning", points, out_of).points == points


@pytest.mark.parametrize(("points", "out_of"), [(0, 5), (6, 5), (-1, 5), (1, 0), (0, 0), (-2, -1), (1, -1)])
def test_one_is_the_least_and_out_of_the_most(points: int, out_of: int) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        rating("learning", points, out_of)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("points", ProblemKind.OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("kind", "given_", "path", "problem_kind"),
    [
        (DomainRating, {"domain": "learning"}, "domain", ProblemKind.WRONG_TYPE),
        (DomainRating, {"points": True}, "points", ProblemKind.WRONG_TYPE),
        (DomainRating, {"points": None}, "points", ProblemKind.WRONG_TYPE),
        (DomainRating, {"out_of": 5.0}, "out_of", ProblemKind.WRONG_TYPE),
        (CheckIn, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (CheckIn, {"time": "in"}, "time", ProblemKind.WRONG_TYPE),
        (CheckIn, {"by": CheckTime.CHECK_IN}, "by", ProblemKind.WRONG_TYPE),
        (CheckIn, {"ratings": [rating("learning")]}, "ratings", ProblemKind.WRONG_TYPE),
        (CheckIn, {"ratings": (rating("learning"), None)}, "ratings[1]", ProblemKind.WRONG_TYPE),
        (CheckIn, {"words": ""}, "words", ProblemKind.MALFORMED),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given_: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    domain = {"domain": MonitoringDomain.LEARNING, "points": 3, "out_of": 5}
    right: dict[str, Any] = domain if kind is DomainRating else {"day": DAY}
    with pytest.raises(InvalidRecordError) as caught:
        kind(**right | given_)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


def test_a_domain_is_rated_once() -> None:
    """Every rating too many is told, alike or not."""
    with pytest.raises(InvalidRecordError) as caught:
        CheckIn(
            day=DAY,
            ratings=(
                rating("learning"),
                rating("behaviour"),
                rating("learning", 2),
                rating("behaviour"),
                rating("learning", 2),
            ),
        )
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("ratings[2].domain", ProblemKind.DUPLICATE),
        ("ratings[3].domain", ProblemKind.DUPLICATE),
        ("ratings[4].domain", ProblemKind.DUPLICATE),
    ]


def test_a_pupil_who_was_seen_and_not_rated_was_seen() -> None:
    assert CheckIn(day=DAY, ratings=()) != CheckIn(day=DAY)
    assert CheckIn(day=DAY).time is None


def test_how_many_domains_is_shown_and_not_how_they_were() -> None:
    assert repr(FULL) == "‹CheckIn ratings=3›"
    assert repr(rating("learning")) == "‹DomainRating›"


def test_it_is_not_known_before_its_day() -> None:
    before = DAY - timedelta(days=1)
    stream = Stream(complete=DateSpan(before, DAY), events=(FULL,))
    assert as_of(FULL, before) is None
    assert as_of(FULL, DAY) is FULL
    assert stream.as_of(before) == Stream(complete=DateSpan(before, before), events=())


def test_it_is_written_with_the_scale_of_every_rating() -> None:
    written = {
        "day": "2026-11-03",
        "time": "out",
        "by": "staff",
        "ratings": [
            {"domain": "engagement", "points": 1, "out_of": 5},
            {"domain": "learning", "points": 5, "out_of": 5},
            {"domain": "emotional_state", "points": 4, "out_of": 10},
        ],
        "ref": "row 3",
        "words": "what nobody is to read here",
    }
    assert unstructure(FULL) == written
    assert structure(written, CheckIn) == FULL


@given(records(CheckIn))
def test_any_check_in_is_read_as_it_is_written(check_in: CheckIn) -> None:
    assert structure(json.loads(json.dumps(unstructure(check_in))), CheckIn) == check_in


@given(st.lists(st.sampled_from(MonitoringDomain), min_size=6, max_size=9))
def test_all_but_the_first_rating_of_a_domain_are_too_many(domains: list[MonitoringDomain]) -> None:
    """Of six ratings of five domains one is too many."""
    with pytest.raises(InvalidRecordError) as caught:
        CheckIn(day=DAY, ratings=tuple(DomainRating(domain=domain, points=1, out_of=1) for domain in domains))
    assert len(caught.value.problems) == len(domains) - len(set(domains))
