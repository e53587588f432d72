"""The catalogue as rows: a text in every cell, and nothing left out."""

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.thresholds import THRESHOLDS
from iapcore.tables.rules import number_in_words, rules_to_rows


def test_every_rule_has_a_row_of_texts() -> None:
    rows = rules_to_rows()
    assert [row["key"] for row in rows] == [rule.key for rule in RULES]
    assert {type(cell) for row in rows for cell in row.values()} == {str}
    assert len({tuple(row) for row in rows}) == 1
    assert rules_to_rows(RULES[:2]) == rows[:2]
    assert rules_to_rows([]) == []


def test_a_row_tells_every_reason_choice_and_source() -> None:
    for rule, row in zip(RULES, rules_to_rows(), strict=True):
        for reason in rule.reasons:
            assert reason.code in row[reason.verdict.value].split("; ")
        assert sum(len(row[verdict.value].split("; ")) for verdict in Verdict if row[verdict.value]) == len(
            rule.reasons
        )
        assert all(name in row["choices"] for name in rule.chooses)
        assert all(number.key in row["numbers"] for number in rule.numbers)
        assert all(cite.format() in row["cites"] for cite in rule.cites)
        assert row["bound"] == ("yes" if rule.is_bound else "no")


def test_numbers_are_told_with_unit_day_and_basis() -> None:
    told = [number_in_words(one) for one in THRESHOLDS]
    assert (
        "persistent-absence: 1/10 of the pupil's own possible sessions missed, or more; since 2015-08-01"
        in told[0]
    )
    assert any(": 3 to 6 school weeks between reviews" in one for one in told)
    assert any(": 6th school day of a suspension" in one for one in told)
    assert all(one.basis.label in words for one, words in zip(THRESHOLDS, told, strict=True))
