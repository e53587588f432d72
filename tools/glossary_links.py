"""Links the first use of each word of the glossary on a page to what it means: a hook of MkDocs (see `mkdocs.yml`).

The words are those that stand in bold in `docs/glossary.md`, with an anchor each. Words that everybody uses in other
senses too, such as *plan* or *step*, are in the glossary and not linked. Headings, code, titles of texts and what is a
link already stay as they are.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

GLOSSARY: Final = Path(__file__).parents[1] / "docs" / "glossary.md"
_TERM: Final = re.compile(r"^\*\*(?P<names>[^*]+)\*\* \{ #(?P<anchor>[a-z0-9-]+) \}$", re.MULTILINE)
_TAG: Final = re.compile(r"(<[^>]*>)")
_OTHER_SENSES: Final = frozenset(
    "base basis choice colour decision entry force ground judgement lesson measure move none outcome plan practice "
    "publish purpose required return review rule scale session share slot span stage step stream target".split()
)
_KEPT: Final = frozenset(
    "a autoref code dt h1 h2 h3 h4 h5 h6 label pre script style summary svg th title".split()
)
_EMPTY: Final = frozenset("area br col embed hr img input link meta source track wbr".split())


def terms(glossary: str) -> dict[str, str]:
    """Each word that is linked, and its anchor."""
    found = ((one["names"], one["anchor"]) for one in _TERM.finditer(glossary))
    return {
        name: anchor
        for names, anchor in found
        for name in names.split(", ")
        if name.lower() not in _OTHER_SENSES
    }


def linked(html: str, words: dict[str, str], to: str) -> str:
    """The page with the first use of each word linked: `to` is the address of the glossary from there."""
    return "".join(_pieces(html, {_small(word): anchor for word, anchor in words.items()}, to))


def _small(word: str) -> str:
    """The word as it stands within a sentence; letters that stand for words stay as they are."""
    return word if word[1].isupper() else word[0].lower() + word[1:]


def _either(word: str) -> str:
    """The word, or the word at the start of a sentence: within one, a capital belongs to the title of a text."""
    at_start = rf"(?<![\w,&;:] ){word[0].upper()}"
    return f"(?:{word[0]}|{at_start}){re.escape(word[1:])}"


def _pieces(html: str, words: dict[str, str], to: str) -> Iterator[str]:
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(_either, longest_first))})s?\b")
    seen: set[str] = set()
    inside: list[str] = []

    def link(found: re.Match[str]) -> str:
        anchor = words[_small(found[1])]
        if anchor in seen:
            return found[0]
        seen.add(anchor)
        return f'<a class="term" href="{to}#{anchor}">{found[0]}</a>'

    for piece in _TAG.split(html):
        if piece.startswith("<"):
            _enter(piece, inside)
            yield piece
        else:
            yield piece if _KEPT.intersection(inside) else pattern.sub(link, piece)


def _enter(tag: str, inside: list[str]) -> None:
    """Keep the account of the elements that are open."""
    name = re.match(r"</?([a-zA-Z][\w-]*)", tag)
    if name is None or name[1].lower() in _EMPTY or tag.endswith("/>"):
        return
    if not tag.startswith("</"):
        inside.append(name[1].lower())
    elif name[1].lower() in inside:
        while inside.pop() != name[1].lower():
            pass


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """What MkDocs calls for each page, once its Markdown is HTML."""
    if page.file.src_uri == "glossary.md":
        return html
    words = terms(GLOSSARY.read_text(encoding="utf-8"))
    return linked(html, words, "../" * page.url.count("/") + "glossary/")
