"""Every reason reads well whatever it counts: one thing, several, or none."""

import re
from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.rule import Finding, Param
from iapcore.reports.plain import plainly
from iapcore.reports.words import tell_finding
from iapcore.vocabulary.people import Audience
from tests.cases import CASES

MANY: Final = re.compile(r"(?<![\d.])(?:1|½) (?:school |half-)?(?!as\b|is\b|was\b|has\b)[a-z]+s\b")
"""Several of something after a one."""
ARE: Final = re.compile(r"(?<![\d.])1 [a-z -]*\b(?:are|have|were)\b")
MID_SENTENCE: Final = re.compile(
    r"(?<!: )\bnone\b|: none (?!in as many)|\(\)|  |nothing (?:school|days|weeks)"
)
"""An empty list that is told in the middle of a sentence."""


def examples() -> dict[tuple[str, str], Finding]:
    """A finding for each reason of each rule; that every reason is reached is tested with the rules."""
    found: dict[tuple[str, str], Finding] = {}
    for case in CASES:
        for rule in RULES:
            finding = rule(case.situation)
            found.setdefault((finding.key, finding.reason), finding)
    return found


EXAMPLES: Final = examples()


def counting(finding: Finding, number: int) -> Finding:
    """The finding with that number in the place of every count, and lists of that length, or as long as they are."""

    def counted(value: Param) -> Param:
        if isinstance(value, tuple):
            return tuple("1" if one.isdigit() else one for one in value[:number])
        is_count = isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"[\d½]+", value))
        return (
            (type(value)(number) if is_count else value) if not isinstance(value, (date, Fraction)) else value
        )

    return evolve(finding, params=tuple((name, counted(value)) for name, value in finding.params))


def faults(finding: Finding, number: int) -> list[str]:
    """What staff, families and the pupil read of it that does not read well with that number."""
    one = counting(finding, number)
    staff = [one.sentence, one.action or "", tell_finding(one, weighed=True)]
    plain = [plainly(one, to) for to in (Audience.FAMILY, Audience.PUPIL)]
    reason = one.rule.reason(one.reason)
    says_none = "none" in f"{reason.sentence} {reason.action} {one.asks}"
    found = [text for text in (*staff, *plain) for fault in (MANY, ARE) if number == 1 and fault.search(text)]
    return found + [text for text in staff if not says_none and MID_SENTENCE.search(text)]


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("finding", EXAMPLES.values(), ids=lambda one: f"{one.key} {one.reason}")
def test_a_reason_reads_well_with_nothing_one_or_two(finding: Finding, number: int) -> None:
    assert faults(finding, number) == []


def test_each_reason_is_read() -> None:
    assert EXAMPLES.keys() == {(rule.key, reason.code) for rule in RULES for reason in rule.reasons}


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("It is 1 days ago.", MANY),
        ("No more than 1 school weeks.", MANY),
        ("½ days in all.", MANY),
        ("Of 1 lessons.", MANY),
        ("The 1 school week after the end have not passed.", ARE),
        ("Ask those who agreed (none) how far they are.", MID_SENTENCE),
        ("Teaching none; the pupil is in KS3.", MID_SENTENCE),
        ("Follow-up comes none school weeks after.", MID_SENTENCE),
    ],
)
def test_a_fault_would_be_found(text: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(text)


def test_what_reads_well_is_let_through() -> None:
    text = "Lessons: 1, of which 1 is back. 21 days. In 1 school week. Asked: none; missing: none."
    assert not any(pattern.search(text) for pattern in (MANY, ARE, MID_SENTENCE))


@pytest.mark.parametrize(
    ("key", "reason", "params", "sentence"),
    [
        (
            "REV-1",
            "in_time",
            {"held": 1, "weeks": 1},
            "Reviews held: 1, never more than 1 school week apart.",
        ),
        (
            "REV-1",
            "in_time",
            {"held": 2, "weeks": 3},
            "Reviews held: 2, never more than 3 school weeks apart.",
        ),
        (
            "ELIG-10",
            "not_taught",
            {"taught": (), "key_stage": "ks3"},
            "The provision is recorded as teaching nothing; the pupil is in KS3.",
        ),
        (
            "READY-3",
            "none",
            {"colours": ()},
            "Every lesson left in the base has a colour, and none is one of the policy's.",
        ),
    ],
)
def test_how_it_is_told(key: str, reason: str, params: dict[str, Any], sentence: str) -> None:
    rule = next(one for one in RULES if one.key == key)
    assert Finding(rule=rule, reason=reason, params=tuple(params.items())).sentence == sentence
