"""Every practice stands on the page once, under its topic, and nothing is counted."""

import re

from iapcore.guidance.practices import PRACTICES
from iapcore.reports.practices_page import practices_as_markdown


def test_every_practice_is_asked_once_with_its_place() -> None:
    rows = re.findall(r"^\| (\S+) \| (.*) \| (.*) \|$", practices_as_markdown(), re.MULTILINE)
    asked = [(key, question) for key, question, _ in rows if key != "key"]
    assert sorted(asked) == sorted((one.key, one.asks) for one in PRACTICES)
    for one in PRACTICES:
        assert all(cite.place in {key: place for key, _, place in rows}[one.key] for cite in one.cites)


def test_nothing_is_added_up() -> None:
    assert not re.search(r"total|per cent|%|score|grade", practices_as_markdown())
