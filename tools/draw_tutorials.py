"""Draws the pictures of the tutorials: runs each page, and keeps the pictures that its blocks write.

    python tools/draw_tutorials.py

A test compares what stands in `docs/assets` with what the pages draw.
"""

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sybil import Document
from sybil.parsers.markdown import PythonCodeBlockParser

DOCS: Final = Path(__file__).parents[1] / "docs"
PAGES: Final = sorted(DOCS.glob("tutorial/*.md"))


def drawn(page: Path) -> dict[str, str]:
    """The pictures that a page writes into the folder in which it is run, by their names."""
    document = Document(page.read_text(encoding="utf-8"), str(page))
    for region in PythonCodeBlockParser()(document):
        document.add(region)
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        for example in document:
            example.evaluate()
        return {path.name: path.read_text(encoding="utf-8") for path in Path(folder).glob("*.svg")}


def main() -> None:
    """Draw all of them anew."""
    for page in PAGES:
        for name, text in drawn(page).items():
            (DOCS / "assets" / name).write_text(text, encoding="utf-8")
            print(name)


if __name__ == "__main__":
    main()
