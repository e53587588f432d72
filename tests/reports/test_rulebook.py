"""The rules told to a reader: nothing is left out, nothing is added."""

import re

import pytest
from attrs import evolve

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.rule import Rule
from iapcore.guidance.library import EXCLUSION_GUIDANCE, OFF_SITE_REGULATIONS
from iapcore.guidance.policy import says_of
from iapcore.guidance.thresholds import GROUP_SIZE
from iapcore.reports.rulebook import rule_page, rules_as_markdown, rules_as_table, rules_index

BY_LAW = evolve(
    RULES[0], key="LAW-1", cites=(OFF_SITE_REGULATIONS.at("regulation 3"),), numbers=(GROUP_SIZE,)
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_page_tells_all_of_a_rule(rule: Rule) -> None:
    page = rule_page(rule)
    assert page.startswith(f"# {rule.key}: {rule.asks}\n\n{rule.expects}\n")
    assert rule.overlooks in page
    for reason in rule.reasons:
        assert f"| `{reason.code}` | {reason.sentence} |" in page
        assert (reason.action or "") in page
    for name in rule.chooses:
        assert f"| `{name}` | {says_of(name)} |" in page
    for cite in rule.cites:
        assert cite.format() in page
        assert cite.source.publisher in page


def test_an_index_of_some_rules_has_no_empty_table() -> None:
    index = rules_index([rule for rule in RULES if rule.key == "READY-3"])
    assert [line for line in index.splitlines() if line.startswith("## ") and "(" in line] == [
        "## The way back: how ready are pupil and school for the next step? (READY)"
    ]


def test_a_rule_of_law_is_told_to_be_the_schools_no_longer() -> None:
    page = rule_page(BY_LAW)
    assert "a policy cannot make it advisory" in page
    assert "<https://www.legislation.gov.uk/uksi/2010/1156>" in page
    assert "* group-size: 10 pupils in the room" in page
    assert GROUP_SIZE.cites[0].format() in page
    assert "A school may make it advisory" in rule_page(RULES[0])
    advisory = next(rule for rule in RULES if rule.force.value == "advisory")
    assert "Advisory: it is shown, and enters no verdict." in rule_page(advisory)


def test_a_rule_of_readiness_is_not_said_to_decide_nothing() -> None:
    ready = next(rule for rule in RULES if rule.key == "READY-4")
    assert "Advisory: it enters no verdict, since readiness has none." in rule_page(ready)
    assert "`adults_do` of the answer names the rules" in rule_page(ready)


def test_where_a_text_was_read_is_told() -> None:
    page = rule_page(evolve(RULES[0], cites=(EXCLUSION_GUIDANCE.at("limit in a school year"),)))
    assert f"Read in: {EXCLUSION_GUIDANCE.read_in}." in page
    assert "version of August 2024" in page


def test_the_table_has_a_line_a_rule() -> None:
    lines = rules_as_table(RULES).splitlines()
    assert len(lines) == len(RULES)
    for rule, line in zip(RULES, lines, strict=True):
        assert re.fullmatch(rf"{rule.key} +{rule.force.value} +{re.escape(rule.asks)}", line)
    assert rules_as_table(()) == ""


def test_markdown_has_a_row_a_rule() -> None:
    lines = rules_as_markdown(RULES).splitlines()
    assert len(lines) == len(RULES) + 2
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
    assert rules_as_markdown(()) == ""


def test_the_index_leads_to_every_page_and_names_every_source() -> None:
    index = rules_index(RULES)
    for rule in RULES:
        assert f"[{rule.key}]({rule.key}.md)" in index
        for cite in rule.cites:
            assert cite.source.format() in index
            assert f"    * {cite.place}: " in index


def test_the_index_says_which_rules_cite_each_tenet() -> None:
    held, nothing = (rules_index(rules).splitlines() for rules in (RULES, ()))
    assert [line for line in nothing if line.startswith("* **")] == [
        "* **1: one with the mainstream school**: none",
        "* **2: finds out what pupils need to learn, to be well and to be safe**: none",
        "* **3: learning and wellbeing in balance**: none",
        "* **4: built around what changes for pupils**: none",
    ]
    first, second, third, fourth = (line for line in held if line.startswith("* **"))
    assert "[SAFE-11](SAFE-11.md)" in first
    assert "[ELIG-3](ELIG-3.md)" in second
    assert "[SUPP-7](SUPP-7.md)" in third
    assert "[OUT-10](OUT-10.md)" in fourth
    assert not any("CLOCK-" in line or "REG-" in line for line in (first, second, third, fourth))
