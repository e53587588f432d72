"""What the site needs beyond its theme, for keyboards and screen readers."""

from typing import Final

import pytest

from tests.house.test_written import tool

ACCESS: Final = tool("site_access")
WIDE: Final = "<span>x</span> &lt; " * 12


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<div data-md-component="search" role="dialog">',
            '<div data-md-component="search" role="dialog" aria-label="Search">',
        ),
        (f"<pre><code>{WIDE}</code></pre>", f'<pre tabindex="0"><code>{WIDE}</code></pre>'),
        ("<pre><code>one\ntwo</code></pre>", "<pre><code>one\ntwo</code></pre>"),
        ("<pre></pre>", "<pre></pre>"),
        (
            "<pre>&gt;&gt;&gt; f(\n...     <b>&quot;a&quot;</b>)\nTraceback:\n...\n&gt;&gt;&gt; g()</pre>",
            (
                '<pre data-copy="f(&#10;    &quot;a&quot;)&#10;g()">'
                "&gt;&gt;&gt; f(\n...     <b>&quot;a&quot;</b>)\nTraceback:\n...\n&gt;&gt;&gt; g()</pre>"
            ),
        ),
        (
            f"<pre><code>{WIDE[:68]}</code></pre>",
            f"<pre><code>{WIDE[:68]}</code></pre>",
        ),  # long by its tags alone
    ],
)
def test_a_page_is_within_reach(before: str, after: str) -> None:
    assert ACCESS.on_post_page(before, page=None, config=None) == after


def test_a_session_is_shown_as_one() -> None:
    page = "```python\n>>> 1\n1\n```\n\n```python\nx = 1\n```\n\n    ```python\n    >>> 2\n    2\n    ```\n"
    shown = ACCESS.on_page_markdown(page, page=None, config=None, files=None)
    assert ACCESS.on_page_markdown("a\n<BLANKLINE>\nb") == "a\n\nb"
    assert shown == page.replace("python\n>>>", "pycon\n>>>").replace("python\n    >>>", "pycon\n    >>>")
