"""Mends what keeps the pages of the site from keyboards and screen readers: a hook of MkDocs (see `mkdocs.yml`).

The theme gives its search no name, and a block of code that is wider than the screen can be scrolled by touch alone. Of
a session with prompts its button would copy the prompts and the answers along with what one types.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Any, Final

_SEARCH: Final = 'data-md-component="search" role="dialog"'
_BLOCK: Final = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_FITS_A_PHONE: Final = 40
_SESSION: Final = re.compile(r"^( *```)python(?=\n *>>> )", re.MULTILINE)


def accessible(page: str) -> str:
    """The page with a name for its search, and wide blocks of code within reach of the keyboard."""
    named = page.replace(f"{_SEARCH}>", f'{_SEARCH} aria-label="Search">')
    return _BLOCK.sub(_reachable, named)


def _reachable(block: re.Match[str]) -> str:
    lines = unescape(_TAG.sub("", block[1])).splitlines()
    wide = ' tabindex="0"' if max(map(len, lines), default=0) > _FITS_A_PHONE else ""
    typed = escape("\n".join(_typed(lines))).replace("\n", "&#10;")
    copied = f' data-copy="{typed}"' if typed else ""
    return f"<pre{wide}{copied}>{block[1]}</pre>"


def _typed(lines: Iterable[str]) -> Iterator[str]:
    """What one types of a session, without prompts and answers; nothing of other code."""
    going_on = False
    for line in lines:
        going_on = line.startswith(">>> ") or (going_on and line.startswith("..."))
        if going_on:
            yield line[4:]


def on_page_markdown(markdown: str, **_: Any) -> str:
    """What MkDocs calls for each page as it is written: a block with prompts is shown as a session of Python."""
    return _SESSION.sub(r"\1pycon", markdown).replace("<BLANKLINE>", "")  # which is only for the tests


def on_post_page(output: str, **_: Any) -> str:
    """What MkDocs calls for each page, once it is whole."""
    return accessible(output)
