"""Support tried, needs looked for, and what answers them.

Expected (*Four Tenets*, tenet two): what was tried is recorded with whether it helped, and *not evaluated*,
*not looked for* and *not found* are three answers. Nothing ends before it starts; an end or an evaluation
that was still to come is not known yet. A tier may be of the guidance in force or of the proposal: no code is
in both.
"""

import json
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.support import Evaluation, Intervention, NeedLookedFor, SupportTried
from iapcore.strategies import days, records
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import NeedKind, PriorSupport
from iapcore.vocabulary.offers import SessionType
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.tiers import AlternativeProvisionTier, ProposedTier

DAY = timedelta(days=1)
STARTED = date(2026, 9, 7)
ENDED = date(2026, 10, 2)
SECRET = "what nobody is to read here"
TRIED = SupportTried(
    support=PriorSupport.MENTORING,
    tier=ProposedTier.TARGETED_PLUS,
    started=STARTED,
    ended=ENDED,
    evaluation=Evaluation(day=ENDED + 3 * DAY, helped=Extent.PARTLY, by=Role.PASTORAL, words=SECRET),
    ref="s1",
    words=SECRET,
)
NEED = NeedLookedFor(day=STARTED, need=NeedKind.SAFETY, found=False, ref="n1", words=SECRET)
DONE = Intervention(
    started=STARTED,
    ended=ENDED,
    needs=(NeedKind.WELLBEING, NeedKind.SAFETY),
    session=SessionType.INTERVENTION,
    by=Role.OTHER,
    ref="i1",
    words=SECRET,
)
REQUIRED: dict[type, dict[str, Any]] = {
    Evaluation: {"day": STARTED},
    SupportTried: {"support": PriorSupport.MENTORING},
    NeedLookedFor: {"day": STARTED, "need": NeedKind.SAFETY},
    Intervention: {"started": STARTED},
}


def test_not_looked_for_not_found_and_not_said_are_three_answers() -> None:
    found = [NeedLookedFor(day=STARTED, need=NeedKind.LEARNING, found=found) for found in (True, False, None)]
    assert len(set(found)) == 3


@pytest.mark.parametrize("kind", [SupportTried, Intervention])
def test_it_may_end_on_its_first_day_and_not_before(kind: type) -> None:
    assert kind(**REQUIRED[kind] | {"started": STARTED, "ended": STARTED}).ended == STARTED
    with pytest.raises(InvalidRecordError) as caught:
        kind(**REQUIRED[kind] | {"started": STARTED, "ended": STARTED - DAY})
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("ended", ProblemKind.OUT_OF_ORDER)
    assert problem.remedy == "It lies before started: look the two days up again."


@pytest.mark.parametrize("ended", [STARTED, date(1990, 1, 1)])
def test_a_support_whose_first_day_nobody_knows_may_have_ended_on_any(ended: date) -> None:
    assert SupportTried(support=PriorSupport.OTHER, ended=ended).ended == ended


@pytest.mark.parametrize(
    ("kind", "given_", "path", "problem_kind"),
    [
        (Evaluation, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (Evaluation, {"helped": True}, "helped", ProblemKind.WRONG_TYPE),
        (Evaluation, {"by": "senco"}, "by", ProblemKind.WRONG_TYPE),
        (Evaluation, {"words": ""}, "words", ProblemKind.MALFORMED),
        (SupportTried, {"support": None}, "support", ProblemKind.WRONG_TYPE),
        (SupportTried, {"tier": "targeted"}, "tier", ProblemKind.WRONG_TYPE),
        (SupportTried, {"tier": PriorSupport.OTHER}, "tier", ProblemKind.WRONG_TYPE),
        (SupportTried, {"evaluation": Extent.YES}, "evaluation", ProblemKind.WRONG_TYPE),
        (SupportTried, {"words": " "}, "words", ProblemKind.MALFORMED),
        (NeedLookedFor, {"need": "safety"}, "need", ProblemKind.WRONG_TYPE),
        (NeedLookedFor, {"found": Extent.PARTLY}, "found", ProblemKind.WRONG_TYPE),
        (Intervention, {"started": None}, "started", ProblemKind.WRONG_TYPE),
        (Intervention, {"needs": [NeedKind.SAFETY]}, "needs", ProblemKind.WRONG_TYPE),
        (Intervention, {"needs": (NeedKind.SAFETY, "learning")}, "needs[1]", ProblemKind.WRONG_TYPE),
        (Intervention, {"session": NeedKind.SAFETY}, "session", ProblemKind.WRONG_TYPE),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given_: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        kind(**REQUIRED[kind] | given_)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (TRIED, "‹SupportTried›"),
        (TRIED.evaluation, "‹Evaluation›"),
        (NEED, "‹NeedLookedFor›"),
        (DONE, "‹Intervention needs=2›"),
    ],
)
def test_words_are_not_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


# As it stood


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (STARTED - DAY, None),
        (STARTED, attrs.evolve(TRIED, ended=None, evaluation=None)),
        (ENDED - DAY, attrs.evolve(TRIED, ended=None, evaluation=None)),
        (ENDED, attrs.evolve(TRIED, evaluation=None)),
        (ENDED + 2 * DAY, attrs.evolve(TRIED, evaluation=None)),
        (ENDED + 3 * DAY, TRIED),
    ],
)
def test_a_support_is_tried_then_ended_then_evaluated(on: date, expected: SupportTried | None) -> None:
    assert as_of(TRIED, on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (STARTED - DAY, None),
        (STARTED, attrs.evolve(DONE, ended=None)),
        (ENDED - DAY, attrs.evolve(DONE, ended=None)),
        (ENDED, DONE),
    ],
)
def test_an_intervention_runs_until_it_is_known_to_have_ended(
    on: date, expected: Intervention | None
) -> None:
    assert as_of(DONE, on) == expected


def test_a_need_was_looked_for_on_its_day() -> None:
    assert as_of(NEED, STARTED - DAY) is None
    assert as_of(NEED, STARTED) is NEED


@given(records(SupportTried), days())
def test_nothing_that_was_still_to_come_is_seen_in_a_support(tried: SupportTried, on: date) -> None:
    seen = as_of(tried, on)
    assert (seen is None) is (tried.started is not None and tried.started > on)
    if seen is not None:
        assert seen.ended == (tried.ended if tried.ended and tried.ended <= on else None)
        evaluated = tried.evaluation is not None and tried.evaluation.day <= on
        assert seen.evaluation == (tried.evaluation if evaluated else None)


# Written and read


def test_no_code_is_a_tier_of_both_lists() -> None:
    """One key of a document holds a tier of either: its code alone tells of which."""
    in_force = {tier.value for tier in AlternativeProvisionTier}
    proposed = {tier.value for tier in ProposedTier}
    assert in_force == {"targeted_support", "time_limited_placement", "transitional_placement"}
    assert proposed == {"universal", "targeted", "targeted_plus", "specialist"}
    assert in_force & proposed == set()


@pytest.mark.parametrize("tier", [*AlternativeProvisionTier, *ProposedTier])
def test_a_tier_of_either_list_is_read_as_what_it_was(tier: AlternativeProvisionTier | ProposedTier) -> None:
    tried = attrs.evolve(TRIED, tier=tier)
    written = json.loads(json.dumps(unstructure(tried)))
    assert written["tier"] == tier.value
    assert structure(written, SupportTried).tier is tier
    assert structure(written, SupportTried) == tried


@pytest.mark.parametrize(
    ("tier", "kind"),
    [
        ("tier_1", ProblemKind.UNKNOWN_CODE),
        ("TARGETED", ProblemKind.UNKNOWN_CODE),
        ("", ProblemKind.UNKNOWN_CODE),
        (1, ProblemKind.WRONG_TYPE),
        (["targeted"], ProblemKind.WRONG_TYPE),
    ],
)
def test_any_other_tier_is_refused_and_both_lists_are_told(tier: object, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure({"support": "mentoring", "tier": tier}, SupportTried)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("tier", kind)
    if kind is ProblemKind.UNKNOWN_CODE:
        assert problem.remedy == (
            "Give one of: targeted_support, time_limited_placement, transitional_placement, "
            "universal, targeted, targeted_plus, specialist."
        )


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (SupportTried(support=PriorSupport.OTHER), {"support": "other"}),
        (
            TRIED,
            {
                "support": "mentoring",
                "tier": "targeted_plus",
                "started": "2026-09-07",
                "ended": "2026-10-02",
                "evaluation": {"day": "2026-10-05", "helped": "partly", "by": "pastoral", "words": SECRET},
                "ref": "s1",
                "words": SECRET,
            },
        ),
        (NEED, {"day": "2026-09-07", "need": "safety", "found": False, "ref": "n1", "words": SECRET}),
        (
            DONE,
            {
                "started": "2026-09-07",
                "ended": "2026-10-02",
                "needs": ["wellbeing", "safety"],
                "session": "intervention",
                "by": "other",
                "ref": "i1",
                "words": SECRET,
            },
        ),
    ],
)
def test_it_is_read_as_it_is_written(record: object, written: dict[str, object]) -> None:
    assert unstructure(record) == written
    assert structure(written, type(record)) == record


def test_a_tier_that_is_null_is_not_recorded() -> None:
    read = structure({"support": "mentoring", "tier": None}, SupportTried)
    assert read == SupportTried(support=PriorSupport.MENTORING)
