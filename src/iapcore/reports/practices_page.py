"""The practices of the four tenets for a meeting: question by question, and never added up."""

from collections.abc import Iterator

from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.tenets import Topic
from iapcore.reports.words import in_words

__all__ = ["practices_as_markdown"]


def practices_as_markdown() -> str:
    """All practices as one page, a heading for each topic.

    >>> practices_as_markdown().splitlines()[0]
    '# Practices to discuss'
    """
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("# Practices to discuss", "")
    yield (
        "What schools with a provision were found to do, as questions for those who run one. None of them is a "
        "condition, and nothing is counted: take a topic, and talk. How to print one: "
        "[Review your provision](../how-to/review-your-provision.md)."
    )
    for topic in Topic:
        yield from (
            "",
            f"## {in_words(topic).capitalize()}",
            "",
            "| key | question | from |",
            "|---|---|---|",
        )
        for one in PRACTICES:
            if one.topic is topic:
                places = "; ".join(
                    f"{cite.source.author} ({cite.source.year}), {cite.place}" for cite in one.cites
                )
                yield f"| {one.key} | {one.asks} | {places} |"
