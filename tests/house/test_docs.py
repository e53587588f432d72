"""Every page is in the menu, every block says what it is, and no page leads where it should not."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import iapcore

yaml = pytest.importorskip("yaml", reason="PyYAML comes with the extra `docs`")

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])

MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:home|mnt|opt|private|root|tmp|Users|var|work)/|[A-Z]:\\")
ADDRESS = re.compile(r"\bhttps?://([^\s/)>\"'`]+)")
HOSTS = {
    "explore-education-statistics.service.gov.uk",
    "keepachangelog.com",
    "semver.org",
    "www.gov.uk",
    "www.legislation.gov.uk",
    "www.the-difference.com",
}
TABLE = re.compile(r"^\|(.*)\|\n\|[-:| ]+\|$", re.MULTILINE)
"""The first row of a table, between its outer lines."""
FENCE = re.compile(r"^ *```(.*)$", re.MULTILINE)
LANGUAGES = {"bash", "csv", "json", "python", "text", "toml"}


def in_menu(entry: object) -> Iterator[str]:
    match entry:
        case str():
            yield entry
        case list():
            for inner in entry:
                yield from in_menu(inner)
        case dict():
            yield from in_menu(list(entry.values()))


A_RULE = re.compile(r"rules/[A-Z]+-[0-9]+\.md")
"""The page of a rule: there are many, and the index leads to them."""


def faults(text: str) -> list[str]:
    found = [f"machine path {path}" for path in MACHINE_PATH.findall(text)]
    found += [f"address of {host}" for host in ADDRESS.findall(text) if host not in HOSTS]
    found += [f"block of {language!r}" for language in FENCE.findall(text)[::2] if language not in LANGUAGES]
    found += [
        "a column without a name" for row in TABLE.findall(text) if "" in map(str.strip, row.split("|"))
    ]
    return found


def test_the_menu_lists_every_page_and_nothing_else() -> None:
    menu = list(in_menu(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert sorted(menu) == sorted(page for page in pages if not A_RULE.fullmatch(page))


def test_the_index_of_rules_stands_in_for_their_pages() -> None:
    index = (DOCS / "rules" / "index.md").read_text(encoding="utf-8")
    pages = {path.name for path in (DOCS / "rules").glob("*.md")} - {"index.md"}
    assert pages == set(re.findall(r"\]\(([^)]*)\)", index))
    assert all(A_RULE.fullmatch(f"rules/{name}") for name in pages)


def test_what_is_cited_is_this_version_and_goes_with_the_source() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert (cited["version"], cited["license"]) == (
        project["project"]["version"],
        project["project"]["license"],
    )
    sent = project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    beside = {path.name for path in ROOT.iterdir() if path.suffix in (".md", ".cff")}
    assert beside - set(sent) == {"README.md"}  # it goes with every build


def test_the_reference_shows_every_floor() -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in DOCS.glob("reference/*.md"))
    package = Path(iapcore.__file__).parent
    floors = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert set(re.findall(r"^::: iapcore\.(\w+)$", pages, re.MULTILINE)) == floors - {"__init__"}


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in PAGES])
def test_a_page(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Open /" + "home/me/iapcore.",
        r"Open C:\data.",
        "See https://example.org/x.",
        "```\n>>> 1\n```",
        "```py\n1\n```",
        "| | number |\n|---|---:|\n| a | 1 |",
    ],
)
def test_a_fault_would_be_found(line: str) -> None:
    assert faults(line)


def test_a_plain_page_has_no_fault() -> None:
    assert (
        faults("See [the guidance](https://www.gov.uk/x).\n\n```python\n1\n```\n\nRead `data/journeys.json`.")
        == []
    )
