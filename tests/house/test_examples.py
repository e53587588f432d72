"""Every Python block that a reader can see is run: README, pages of the documentation, docstrings.

One page, or one docstring, is one test. Its blocks share their names and run in the order they stand in,
whatever the order of the tests; a docstring starts with the names of its own module. Nothing can be skipped, but for
the pages about other libraries, where those are not installed; the gate has them all.
"""

import contextlib
import doctest
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Document
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

import iapcore

ROOT = Path(__file__).parents[2]
PACKAGE = Path(iapcore.__file__).parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

ABOUT = {
    "docs/how-to/embed-in-fastapi.md": ["fastapi", "httpx2", "sqlalchemy", "uvicorn"],
    "docs/how-to/embed-in-django.md": ["django"],
    "docs/how-to/analyse-in-data-frames.md": ["duckdb", "pandas", "polars"],
}
"""The pages about other libraries, and what they need from the extra `integrations`."""

A_FILE_AND_ITS_USE = {"docs/how-to/embed-in-fastapi.md": ("service.py", "\n## Try it\n")}
"""Where the reader writes a file: its name, and the heading from which on it is used in another Python."""

BLOCKS = re.DOTALL | re.MULTILINE
fenced = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
prompts = DocTestParser(doctest.ELLIPSIS)


def run(document: Document) -> int:
    """Run the blocks of a document in turn, and say how many there were."""
    parser = fenced if "```" in document.text else prompts
    for region in parser(document):
        document.add(region)
    examples = list(document)
    for example in examples:
        example.evaluate()
    return len(examples)


def written(text: str, name: str, heading: str) -> str:
    """Write the file that the page has its reader write, and leave of the page what follows."""
    before, mark, after = text.partition(heading)
    assert mark
    Path(name).write_text("\n".join(re.findall(r"^```python\n(.*?)^```$", before, BLOCKS)), encoding="utf-8")
    return "\n" * (before + mark).count("\n") + after


def docstrings() -> Iterator[tuple[str, Document]]:
    """Each docstring with an example in it: its module, and its text at the height where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for start, _, text in PythonDocStringDocument.extract_docstrings(source):
            if ">>>" in text or "```" in text:
                yield module, Document("\n" * source.count("\n", 0, start) + text, str(path))


def place(module: str, document: Document) -> str:
    line = len(document.text) - len(document.text.lstrip("\n")) + 1
    return f"{module}:{line}"


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in PAGES])
def test_a_page(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for library in ABOUT.get(page, ()):
        pytest.importorskip(library, reason=f"{library} comes with the extra `integrations`")
    with contextlib.chdir(tmp_path):
        if page in A_FILE_AND_ITS_USE:
            name, heading = A_FILE_AND_ITS_USE[page]
            text = written(text, name, heading)
            monkeypatch.syspath_prepend(tmp_path)
            monkeypatch.setitem(sys.modules, Path(name).stem, None)  # taken away again afterwards
            del sys.modules[Path(name).stem]
        run(Document(text, str(path)))


@pytest.mark.parametrize(
    ("module", "document"), [pytest.param(*found, id=place(*found)) for found in docstrings()]
)
def test_a_docstring(module: str, document: Document, tmp_path: Path) -> None:
    document.namespace.update(vars(importlib.import_module(module)))
    with contextlib.chdir(tmp_path):
        assert run(document) > 0


def test_a_wrong_example_would_be_found() -> None:
    with pytest.raises(AssertionError, match="Expected"):
        run(Document("```python\n>>> 1 + 1\n3\n```\n", "planted.md"))
    with pytest.raises(ZeroDivisionError):
        run(Document("```python\n1 / 0\n```\n", "planted.md"))
    with pytest.raises(AssertionError, match="Expected"):
        run(Document("Words.\n\n>>> 1 + 1\n3\n", "planted.py"))
