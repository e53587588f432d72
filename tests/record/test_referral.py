"""The referral: who asked, why, what was tried, who was consulted."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.referral import Consultation, Decided, Referral, ReferralDecision, RiskGround
from iapcore.record.support import Evaluation, SupportTried
from iapcore.strategies import days, records
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Ground, PriorSupport
from iapcore.vocabulary.people import Role, View

DAY = date(2026, 10, 1)


def test_a_question_nobody_answered_is_neither_yes_nor_no() -> None:
    referral = Referral(day=DAY)
    assert referral.instead_of_sanction is None
    assert referral.waiting_would_harm is None
    assert attrs.evolve(referral, instead_of_sanction=False).instead_of_sanction is False


def test_nothing_tried_is_not_the_same_as_not_recorded() -> None:
    assert Referral(day=DAY, supports=()) != Referral(day=DAY)


def test_a_support_without_evaluation_was_only_tried() -> None:
    assert SupportTried(support=PriorSupport.MENTORING).evaluation is None
    assert {helped.value for helped in Extent} == {"yes", "partly", "no"}


def test_people_are_roles_without_names() -> None:
    assert {field.name for field in attrs.fields(Consultation)} == {"role", "day", "view"}
    assert Consultation(role=Role.PUPIL, day=DAY).view is None


# What people decided, and the waiting list


def later(days_later: int) -> date:
    return DAY + timedelta(days=days_later)


SECRET = "what nobody is to read here"
WAIT = ReferralDecision(day=later(8), decided=Decided.WAITING_LIST, by=(Role.SENCO,), words=SECRET)
OFFER = ReferralDecision(day=later(30), decided=Decided.PLACE_OFFERED)
MEANWHILE = SupportTried(
    support=PriorSupport.SMALL_GROUP, started=later(10), evaluation=Evaluation(day=later(25))
)
WAITING = Referral(
    day=DAY,
    decisions=(WAIT, OFFER),
    waiting_since=later(8),
    waited_until=later(30),
    support_while_waiting=(MEANWHILE,),
    words=SECRET,
)


def test_people_decide_in_four_ways() -> None:
    assert [decided.value for decided in Decided] == [
        "place_offered",
        "waiting_list",
        "other_support",
        "withdrawn",
    ]


@pytest.mark.parametrize(("since", "until"), [(None, None), (0, None), (None, 0), (0, 0), (0, 90)])
def test_a_pupil_may_wait_for_a_day_and_for_nobody_knows_how_long(
    since: int | None, until: int | None
) -> None:
    given_ = [None if one is None else later(one) for one in (since, until)]
    referral = Referral(day=DAY, waiting_since=given_[0], waited_until=given_[1])
    assert [referral.waiting_since, referral.waited_until] == given_


def test_nobody_stops_waiting_before_the_wait_begins() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Referral(day=DAY, waiting_since=later(8), waited_until=later(7))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("waited_until", ProblemKind.OUT_OF_ORDER)
    assert problem.remedy == "It lies before waiting_since: look the two days up again."


@pytest.mark.parametrize(
    ("kind", "given_", "path", "problem_kind"),
    [
        (Referral, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (Referral, {"decisions": WAIT}, "decisions", ProblemKind.WRONG_TYPE),
        (Referral, {"decisions": (Decided.WAITING_LIST,)}, "decisions[0]", ProblemKind.WRONG_TYPE),
        (Referral, {"support_while_waiting": [MEANWHILE]}, "support_while_waiting", ProblemKind.WRONG_TYPE),
        (Referral, {"words": ""}, "words", ProblemKind.MALFORMED),
        (ReferralDecision, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (ReferralDecision, {"decided": None}, "decided", ProblemKind.WRONG_TYPE),
        (ReferralDecision, {"decided": "withdrawn"}, "decided", ProblemKind.WRONG_TYPE),
        (ReferralDecision, {"by": Role.SENCO}, "by", ProblemKind.WRONG_TYPE),
        (ReferralDecision, {"by": (Role.SENCO, View.FOR)}, "by[1]", ProblemKind.WRONG_TYPE),
        (ReferralDecision, {"words": " "}, "words", ProblemKind.MALFORMED),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given_: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    right = {"day": DAY} if kind is Referral else {"day": DAY, "decided": Decided.WITHDRAWN}
    with pytest.raises(InvalidRecordError) as caught:
        kind(**(right | given_))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (WAIT, "‹ReferralDecision by=1›"),
        (OFFER, "‹ReferralDecision›"),
        (WAITING, "‹Referral decisions=2 support_while_waiting=1›"),
        (RiskGround(ground=Ground.DISTRESS, words=SECRET), "‹RiskGround›"),
        (Consultation(role=Role.FAMILY, day=DAY, view=View.AGAINST), "‹Consultation›"),
    ],
)
def test_what_was_decided_and_why_is_not_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


ASKED = Referral(day=DAY, decisions=(), support_while_waiting=(), words=SECRET)
LISTED = attrs.evolve(ASKED, decisions=(WAIT,), waiting_since=later(8))
HELPED = attrs.evolve(LISTED, support_while_waiting=(attrs.evolve(MEANWHILE, evaluation=None),))


@pytest.mark.parametrize(
    ("days_later", "expected"),
    [
        (-1, None),
        (0, ASKED),
        (7, ASKED),
        (8, LISTED),
        (9, LISTED),
        (10, HELPED),
        (24, HELPED),
        (25, attrs.evolve(LISTED, support_while_waiting=(MEANWHILE,))),
        (29, attrs.evolve(LISTED, support_while_waiting=(MEANWHILE,))),
        (30, WAITING),
    ],
)
def test_a_wait_is_seen_as_it_went_on(days_later: int, expected: Referral | None) -> None:
    assert as_of(WAITING, later(days_later)) == expected


@given(records(Referral), days())
def test_nobody_knew_how_long_a_wait_would_be(referral: Referral, on: date) -> None:
    seen = as_of(referral, on)
    assert (seen is None) is (referral.day > on)
    if seen is not None:
        assert all(decision.day <= on for decision in seen.decisions or ())
        for day, known in (
            (referral.waiting_since, seen.waiting_since),
            (referral.waited_until, seen.waited_until),
        ):
            assert known == (None if day is None or day > on else day)


def test_a_wait_is_read_as_it_is_written() -> None:
    written = {
        "day": "2026-10-01",
        "decisions": [
            {"day": "2026-10-09", "decided": "waiting_list", "by": ["senco"], "words": SECRET},
            {"day": "2026-10-31", "decided": "place_offered"},
        ],
        "waiting_since": "2026-10-09",
        "waited_until": "2026-10-31",
        "support_while_waiting": [
            {"support": "small_group", "started": "2026-10-11", "evaluation": {"day": "2026-10-26"}}
        ],
        "words": SECRET,
    }
    assert unstructure(WAITING) == written
    assert structure(written, Referral) == WAITING
