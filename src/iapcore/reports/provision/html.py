"""The little HTML that the report needs: what is text is escaped, unless it is `Html` already."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

__all__ = ["Html", "element", "items", "joined", "paragraph", "table"]


class Html(str):
    """Text that is markup, and is not escaped again."""

    __slots__ = ()


_VOID: Final = ("meta",)


def element(tag: str, /, *inside: str, **attributes: str) -> Html:
    """An element; of an attribute's name a last underscore falls away, and others are hyphens.

    >>> element("p", "5 < 6", class_="note", aria_label="a & b")
    '<p class="note" aria-label="a &amp; b">5 &lt; 6</p>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items()
    )
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{joined(inside)}</{tag}>")


def joined(parts: Iterable[str]) -> Html:
    """Parts one after the other, each escaped unless it is markup."""
    return Html("".join(part if isinstance(part, Html) else escape(part, quote=False) for part in parts))


def paragraph(*inside: str) -> Html:
    """A paragraph."""
    return element("p", *inside)


def items(lines: Iterable[str]) -> Html:
    """A list."""
    return element("ul", *(element("li", line) for line in lines))


def table(key: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table with a caption and headers for columns and rows, in a box that a keyboard can scroll on a narrow screen.

    The first cell of a row is its header.
    """
    head = element("tr", *(element("th", one, scope="col") for one in heads))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:]))
        for row in rows
    ]
    inside = element(
        "table", element("caption", caption, id=key), element("thead", head), element("tbody", *body)
    )
    return element("div", inside, class_="wide", role="region", aria_labelledby=key, tabindex="0")
