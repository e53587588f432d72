"""Writes what is made from the guidance, the catalogue and the shipped data: policies as TOML, a page a rule, pictures.

    python tools/write_guidance.py

Tests compare what stands in the repository with what this would write.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.way_back import plan_return
from iapcore.exchange.files import read_dataset
from iapcore.exchange.policies import policy_as_toml
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.reports.journey_map import draw_steps, steps_as_markdown
from iapcore.reports.pictures import draw_share, draw_way_back
from iapcore.reports.practices_page import practices_as_markdown
from iapcore.reports.rulebook import rule_page, rules_index

ROOT: Final = Path(__file__).parents[1]
_FIRST, _THIRD = date(2026, 11, 6), date(2026, 11, 20)


def pages() -> Iterator[tuple[Path, str]]:
    """Every file and what stands in it."""
    for policy in PROFILES:
        yield Path("src", "iapcore", "data", "policies", f"{policy.name}.toml"), policy_as_toml(policy)
    yield Path("docs", "rules", "index.md"), rules_index(RULES)
    for rule in RULES:
        yield Path("docs", "rules", f"{rule.key}.md"), rule_page(rule)
    yield Path("docs", "reference", "steps.md"), steps_as_markdown()
    yield Path("docs", "reference", "practices.md"), practices_as_markdown()
    yield Path("docs", "assets", "steps.svg"), draw_steps().svg
    yield from _pictures()


def _pictures() -> Iterator[tuple[Path, str]]:
    """The way back of the first shipped pupil: planned in the first week, and again in the third."""
    journey = read_dataset(ROOT / "src" / "iapcore" / "data" / "journeys.json").journeys[0]
    first, third = (
        plan_return(journey, policy=profile("half-term"), on=day).answer.plan for day in (_FIRST, _THIRD)
    )
    yield Path("docs", "assets", "way-back.svg"), draw_way_back(journey, plan=third, on=_THIRD).svg
    yield Path("docs", "assets", "share.svg"), draw_share(journey, plan=first, on=_THIRD).svg


def main() -> None:
    """Write all of it, and take away pages of rules that are no more."""
    written = {ROOT / path: text for path, text in pages()}
    for old in (ROOT / "docs" / "rules").glob("*.md"):
        if old not in written:
            old.unlink()
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(written)} files")


if __name__ == "__main__":
    main()
