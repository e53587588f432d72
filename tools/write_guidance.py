"""Writes what is made from the guidance and the catalogue: policies as TOML, a page a rule, the table of steps.

    python tools/write_guidance.py

Tests compare what stands in the repository with what this would write.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from iapcore.decisions.catalogue import RULES
from iapcore.exchange.policies import policy_as_toml
from iapcore.guidance.profiles import PROFILES
from iapcore.reports.journey_map import draw_steps, steps_as_markdown
from iapcore.reports.practices_page import practices_as_markdown
from iapcore.reports.rulebook import rule_page, rules_index

ROOT: Final = Path(__file__).parents[1]


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
