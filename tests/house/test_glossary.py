"""The first use of a word of the glossary leads to what it means, and nothing else on a page is changed."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from tests.house.test_written import tool

LINKS: Final = tool("glossary_links")
GLOSSARY: Final = LINKS.GLOSSARY.read_text(encoding="utf-8")
WORDS: Final = {"support base": "support-base", "base": "base-of", "referral": "referral", "UPN": "upn"}


def test_every_term_has_an_anchor_of_its_own() -> None:
    bold = re.findall(r"^\*\*[^*]+\*\*.*$", GLOSSARY, re.MULTILINE)
    anchors = re.findall(r"\{ #([a-z0-9-]+) \}$", GLOSSARY, re.MULTILINE)
    assert len(bold) == len(anchors) == len(set(anchors))


def test_words_are_read_off_the_glossary() -> None:
    words = LINKS.terms(GLOSSARY)
    assert words["stay"] == words["Placement"] == "placement"
    assert words["Support base"] == "support-base"
    assert "Plan" not in words  # said in other senses too


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A referral.</p>", '<p>A <a class="term" href="g/#referral">referral</a>.</p>'),
        ("<p>Referrals, referral</p>", '<p><a class="term" href="g/#referral">Referrals</a>, referral</p>'),
        ("<p>A support base</p>", '<p>A <a class="term" href="g/#support-base">support base</a></p>'),
        (
            "<p>Simpson, Four Referral Bases (2025)</p>",
            "<p>Simpson, Four Referral Bases (2025)</p>",
        ),  # a title
        ("<p>a UPN, Upn</p>", '<p>a <a class="term" href="g/#upn">UPN</a>, Upn</p>'),
        ("<h2>Referral</h2>", "<h2>Referral</h2>"),
        ("<p><code>referral</code></p>", "<p><code>referral</code></p>"),
        ("<pre><span>referral</span><br></pre>", "<pre><span>referral</span><br></pre>"),
        ('<a href="x">our <em>referral</em></a>', '<a href="x">our <em>referral</em></a>'),
        ('<img alt="referral">', '<img alt="referral">'),
        ("<p>preferrals</p>", "<p>preferrals</p>"),
        ("</p><!-- x --><p>ground</p>", "</p><!-- x --><p>ground</p>"),
        (
            "<code><p>open</code><p>referral",
            '<code><p>open</code><p><a class="term" href="g/#referral">referral</a>',
        ),
    ],
)
def test_only_the_first_use_in_plain_text_is_linked(before: str, after: str) -> None:
    assert LINKS.linked(before, WORDS, "g/") == after


@pytest.mark.parametrize(
    ("src_uri", "url", "start"),
    [
        ("index.md", "", '<p>A <a class="term" href="glossary/#referral">'),
        ("how-to/ask-why.md", "how-to/ask-why/", '<p>A <a class="term" href="../../glossary/#referral">'),
        ("glossary.md", "glossary/", "<p>A referral"),
    ],
)
def test_each_page_leads_to_the_glossary_from_where_it_is(src_uri: str, url: str, start: str) -> None:
    page = SimpleNamespace(file=SimpleNamespace(src_uri=src_uri), url=url)
    assert LINKS.on_page_content("<p>A referral</p>", page=page, config=None).startswith(start)


def test_the_glossary_stands_where_it_is_looked_for() -> None:
    assert Path(LINKS.GLOSSARY).is_file()
