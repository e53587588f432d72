"""The rules for a reader: a table for a terminal, and a page for each rule in Markdown.

Rule of the room: everything is read off the rules; nothing is said here that they do not say.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from iapcore.decisions.rule import Reason, Rule
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import says_of
from iapcore.guidance.sources import Citation, Force
from iapcore.guidance.tenets import Tenet
from iapcore.tables.rules import number_in_words, rules_to_rows

__all__ = ["rule_page", "rules_as_markdown", "rules_as_table", "rules_index"]

_TITLES: Final = {Verdict.MET: "Met", Verdict.NOT_MET: "Not met", Verdict.NOT_KNOWN: "Not known"}


def rules_as_table(rules: Sequence[Rule]) -> str:
    """A line a rule: its key, whether it is required, and its question.

    >>> from iapcore.decisions.catalogue import RULES
    >>> print(rules_as_table(RULES[:2]), end="")
    ELIG-1  required  Was a referral made?
    ELIG-2  required  Why is this pupil at risk of losing learning?
    """
    wide = max((len(rule.key) for rule in rules), default=0)
    force = max((len(one.value) for one in Force), default=0)
    return "".join(f"{rule.key:<{wide}}  {rule.force.value:<{force}}  {rule.asks}\n" for rule in rules)


def rules_as_markdown(rules: Iterable[Rule]) -> str:
    """All that the rules say, as one table in Markdown."""
    rows = rules_to_rows(rules)
    if not rows:
        return ""
    lines = [list(rows[0]), ["---"] * len(rows[0]), *(list(row.values()) for row in rows)]
    return "".join(
        f"| {' | '.join(cell.replace('|', chr(0x5C) + '|') for cell in line)} |\n" for line in lines
    )


_ROOMS: Final = {
    "ELIG": "Before a place: may it start?",
    "SUPP": "Does support answer the needs that were found?",
    "SAFE": "Questions for adults: does the place stand in for a sanction?",
    "CLOCK": "Questions for adults: what do law and statutory guidance ask, and by when?",
    "REG": "Questions for adults: does the register fit?",
    "REV": "Reviews",
    "READY": "The way back: how ready are pupil and school for the next step?",
    "WAY": "The way back, week by week: does the plan keep to what pupil and school chose?",
    "TRANS": "Is the move prepared?",
    "OUT": "How does the stay stand, or how did it end?",
}
"""What the letters of a key stand for, in the order of the journey."""


def _room(letters: str, title: str, rules: Sequence[Rule]) -> Iterator[str]:
    inside = [rule for rule in rules if rule.key.partition("-")[0] == letters]
    if inside:
        yield from (f"## {title} ({letters})", "", "| rule | force | question |", "|---|---|---|")
        yield from (f"| [{rule.key}]({rule.key}.md) | {rule.force.value} | {rule.asks} |" for rule in inside)
        yield ""


def rules_index(rules: Sequence[Rule]) -> str:
    """The index of the rules' pages: in the order of the journey, by tenet, and by source.

    >>> from iapcore.decisions.catalogue import RULES
    >>> rules_index(RULES).splitlines()[0]
    '# Rules'
    """
    lines = [
        "# Rules",
        "",
        (
            "Every question that is asked of a record, with its sources, its reasons and what it does not look at. "
            "`iapcore rules` prints them from the command line."
        ),
        "",
        (
            "**Required**: where it is not met or not known, the answer of its judgement says so. **Advisory**: it is "
            "shown for the talk, and enters no verdict. Judgements without a verdict weigh neither. Readiness is one "
            "of them: its rules are all advisory, and yet one that is not met may hold the next step, and one that is "
            "not known may come before it. `adults_do` names it."
        ),
        "",
        *(line for letters, title in _ROOMS.items() for line in _room(letters, title, rules)),
        *_by_tenet(rules),
        "## By source",
        "",
    ]
    by_place: dict[Citation, list[str]] = {}
    for rule in rules:
        for cite in (*rule.cites, *_numbers(rule)):
            by_place.setdefault(cite, []).append(f"[{rule.key}]({rule.key}.md)")
    for source in dict.fromkeys(cite.source for cite in by_place):
        lines += [f"* {source.format()}"]
        lines += [
            f"    * {cite.place}: {', '.join(dict.fromkeys(keys))}"
            for cite, keys in by_place.items()
            if cite.source == source
        ]
    return "\n".join(lines) + "\n"


def _by_tenet(rules: Sequence[Rule]) -> Iterator[str]:
    """Which rules cite each of the four tenets. A rule may cite several, and those of law cite none."""
    yield from ("## By tenet", "")
    for number, tenet in enumerate(Tenet, start=1):
        citing = (rule for rule in rules if any(_is_of_tenet(cite, number) for cite in rule.cites))
        keys = ", ".join(f"[{rule.key}]({rule.key}.md)" for rule in citing)
        yield f"* **{number}: {tenet.label}**: {keys or 'none'}"
    yield ""


def _is_of_tenet(cite: Citation, number: int) -> bool:
    return cite.source == FOUR_TENETS and cite.place.startswith(f"tenet {number}")


def rule_page(rule: Rule) -> str:
    """The page of a rule: its question, why, force, what it reads and rests on, its reasons, its sources.

    >>> from iapcore.decisions.catalogue import RULES
    >>> print(rule_page(RULES[0]).splitlines()[0])
    # ELIG-1: Was a referral made?
    """
    return "\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.key}: {rule.asks}"
    yield ""
    yield rule.expects
    yield ""
    yield f"**Force.** {_force(rule)}"
    yield ""
    yield f"**It reads** {_codes(rule.reads)}."
    if rule.overlooks:
        yield ""
        yield f"**It does not look at.** {rule.overlooks}"
    if rule.chooses:
        yield from ("", "## What the school chooses", "", "| choice | says |", "|---|---|")
        yield from (f"| `{name}` | {says_of(name)} |" for name in rule.chooses)
    if rule.numbers:
        yield from ("", "## Numbers", "")
        yield from (f"* {number_in_words(number)}" for number in rule.numbers)
    for verdict, title in _TITLES.items():
        told = [reason for reason in rule.reasons if reason.verdict is verdict]
        if told:
            yield from ("", f"## {title}", "", *_reasons(told))
    yield from ("", "## Sources", "")
    yield from (f"* {_source(cite)}" for cite in dict.fromkeys((*rule.cites, *_numbers(rule))))


def _reasons(reasons: Sequence[Reason]) -> Iterator[str]:
    """A table of reasons; of those that ask for nothing, without the column of what a person could do."""
    if any(one.action for one in reasons):
        yield from ("| reason | is told as | what a person could do |", "|---|---|---|")
        yield from (f"| `{one.code}` | {one.sentence} | {one.action or ''} |" for one in reasons)
    else:
        yield from ("| reason | is told as |", "|---|---|")
        yield from (f"| `{one.code}` | {one.sentence} |" for one in reasons)


def _force(rule: Rule) -> str:
    if rule.force is Force.ADVISORY and rule.key.startswith("READY-"):
        return (
            "Advisory: it enters no verdict, since readiness has none. Where the next step is to hold, or something is "
            "found out first, `adults_do` of the answer names the rules that ask for it."
        )
    if rule.force is Force.ADVISORY:
        return "Advisory: it is shown, and enters no verdict."
    if rule.is_bound:
        return "Required: a policy cannot make it advisory."
    return "Required. A school may make it advisory in its policy."


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _numbers(rule: Rule) -> Iterator[Citation]:
    return (cite for number in rule.numbers for cite in number.cites)


def _source(cite: Citation) -> str:
    source = cite.source
    parts = [
        f"{cite.format()}. {source.kind.value.replace('_', ' ').capitalize()}, {source.publisher}.",
        f"Read in: {source.read_in}." if source.read_in else "",
        f"<{source.address}>" if source.address else "",
    ]
    return " ".join(filter(None, parts))
