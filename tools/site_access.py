"""Mends what keeps the pages of the site from keyboards and screen readers: a hook of MkDocs (see `mkdocs.yml`).

The theme gives its search no name, and a block of code that is wider than the screen can be scrolled by touch alone.
"""

import re
from html import unescape
from typing import Any, Final

_SEARCH: Final = 'data-md-component="search" role="dialog"'
_BLOCK: Final = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_FITS_A_PHONE: Final = 40


def accessible(page: str) -> str:
    """The page with a name for its search, and wide blocks of code within reach of the keyboard."""
    named = page.replace(f"{_SEARCH}>", f'{_SEARCH} aria-label="Search">')
    return _BLOCK.sub(_reachable, named)


def _reachable(block: re.Match[str]) -> str:
    lines = unescape(_TAG.sub("", block[1])).splitlines()
    if max(map(len, lines), default=0) <= _FITS_A_PHONE:
        return block[0]
    return f'<pre tabindex="0">{block[1]}</pre>'


def on_post_page(output: str, **_: Any) -> str:
    """What MkDocs calls for each page, once it is whole."""
    return accessible(output)
