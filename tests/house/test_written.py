"""What is written from the guidance and the catalogue stands in the repository as it would be written today."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


TOOLS = ("write_guidance", "write_schema")


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def written(name: str) -> Iterator[tuple[Path, str]]:
    """What the tool would write."""
    yield from tool(name).pages()


PAGES = dict(page for name in TOOLS for page in written(name))


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_it_is_fresh(path: Path) -> None:
    """`python tools/write_guidance.py` writes it anew, and `python tools/write_schema.py` the schemas."""
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path]


def test_no_page_of_a_rule_is_left_over() -> None:
    held = {path.relative_to(ROOT) for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert held == {path for path in PAGES if path.parts[:2] == ("docs", "rules")}


DRAWING = tool("draw_tutorials")


@pytest.mark.parametrize("page", DRAWING.PAGES, ids=lambda page: page.stem)
def test_the_pictures_of_a_tutorial_are_those_that_it_draws(page: Path) -> None:
    """`python tools/draw_tutorials.py` draws them anew."""
    drawn = DRAWING.drawn(page)
    shown = re.findall(r"\]\(\.\./assets/([\w-]+\.svg)\)", page.read_text(encoding="utf-8"))
    assert sorted(drawn) == sorted(shown)
    for name, text in drawn.items():
        assert (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8") == text
