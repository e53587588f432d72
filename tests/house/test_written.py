"""What is written from the guidance and the catalogue stands in the repository as it would be written today."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


TOOLS = ("write_guidance", "write_schema")


def written(name: str) -> Iterator[tuple[Path, str]]:
    """What the tool would write."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    yield from tool.pages()


PAGES = dict(page for name in TOOLS for page in written(name))


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_it_is_fresh(path: Path) -> None:
    """`python tools/write_guidance.py` writes it anew, and `python tools/write_schema.py` the schemas."""
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path]


def test_no_page_of_a_rule_is_left_over() -> None:
    held = {path.relative_to(ROOT) for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert held == {path for path in PAGES if path.parts[:2] == ("docs", "rules")}
