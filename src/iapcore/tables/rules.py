"""The catalogue of rules as rows: one for each rule, every cell a text.

Lists are written with `; ` between; a number says its unit, since when it holds and on what basis.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, cast

from iapcore.decisions.catalogue import catalogue
from iapcore.decisions.rule import Rule
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import says_of
from iapcore.guidance.thresholds import Threshold

__all__ = ["number_in_words", "rules_to_rows"]


def rules_to_rows(rules: Iterable[Rule] | None = None) -> list[dict[str, str]]:
    """One row a rule: all of the catalogue where no rules are given.

    Columns: `key`, `question`, `expects`, `force`, `bound` (`yes` where law or statutory guidance asks), `reads`,
    `choices`, `numbers`, `met`, `not_met`, `not_known` (reason codes), `cites`, `overlooks`.

    >>> row = rules_to_rows()[0]
    >>> row["key"], row["force"], row["met"], row["not_known"]
    ('ELIG-1', 'required', 'made', 'no_referral')
    """
    return [_row(rule) for rule in (catalogue() if rules is None else rules)]


def _row(rule: Rule) -> dict[str, str]:
    codes = {
        verdict: "; ".join(reason.code for reason in rule.reasons if reason.verdict is verdict)
        for verdict in Verdict
    }
    return {
        "key": rule.key,
        "question": rule.asks,
        "expects": rule.expects,
        "force": rule.force.value,
        "bound": "yes" if rule.is_bound else "no",
        "reads": "; ".join(rule.reads),
        "choices": "; ".join(f"{name} ({says_of(name)})" for name in rule.chooses),
        "numbers": "; ".join(number_in_words(number) for number in rule.numbers),
        **{verdict.value: told for verdict, told in codes.items()},
        "cites": "; ".join(cite.format() for cite in rule.cites),
        "overlooks": rule.overlooks,
    }


def number_in_words(number: Threshold[Any]) -> str:
    """A threshold with its unit, the day since which it holds, and its basis.

    >>> from iapcore.guidance.thresholds import GROUP_SIZE
    >>> number_in_words(GROUP_SIZE)
    'group-size: 10 pupils in the room at one time, fewer than; since 2024-09-06; a finding of research, not a limit'
    """
    since, value = number.value.versions[-1]
    told = f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else str(value)
    if isinstance(value, tuple):
        told = " to ".join(map(str, cast("tuple[object, ...]", value)))
    joint = "" if number.unit.startswith("th ") else " "
    return f"{number.key}: {told}{joint}{number.unit}; since {since}; {number.basis.label}"
