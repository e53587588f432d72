"""Looks at the provision report and at the site with an accessibility checker in a real browser, without a network.

    AXE_JS=axe.min.js python tools/check_accessibility.py [BROWSER]                # the report
    AXE_JS=axe.min.js python tools/check_accessibility.py BROWSER SITE [PAGE ...]  # a built site, such as `site`

AXE_JS is the file `axe.min.js` of the npm package axe-core (`npm pack axe-core`), which is not part of this repository.
BROWSER is Chromium or Chrome, `chromium` by default. SITE is what `mkdocs build` made; of it, one page of each kind is
looked at, or each PAGE that is named. Each page is looked at by day and by night, on a phone and on a desk. A page with
a fault put in is looked at first, and must be found. The exit code is 1 where anything is broken.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from itertools import product
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Final

from iapcore.exchange.files import read_dataset
from iapcore.guidance.profiles import profile
from iapcore.record.dataset import Dataset
from iapcore.reports.provision import provision_page
from iapcore.samples import cohort

ON: Final = date(2026, 11, 20)
SHIPPED: Final = Path(__file__).parents[1] / "src" / "iapcore" / "data" / "journeys.json"
LOOKS: Final = {"light": "1", "dark": "0"}
WIDTHS: Final = {"phone": 390, "desk": 1280}
OF_EACH_KIND: Final = (
    ".",
    "tutorial/first-journey",
    "tutorial/cohort-to-table",
    "how-to/ask-why",
    "how-to/write-your-policy",
    "how-to/plan-a-way-back",
    "reference/record",
    "reference/format",
    "reference/practices",
    "reference/steps",
    "rules",
    "rules/ELIG-3",
    "explanation/field",
    "explanation/house",
    "assurance",
    "adr/0001-the-situation",
    "glossary",
)
RUN: Final = """
const kept = {resultTypes: ["violations", "incomplete"]};
const told = one => [one.id, one.nodes.map(node => node.html.slice(0, 120) + " " + node.any.map(why => why.message))];
addEventListener("load", () => setTimeout(async () => {
  const found = await axe.run(document, kept);
  const report = document.createElement("pre");
  report.id = "found";
  report.textContent = JSON.stringify({
    scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    palette: document.body.dataset.mdColorScheme ?? null,
    width: innerWidth,
    version: found.testEngine.version,
    passes: found.passes.length,
    violations: found.violations.map(told),
    incomplete: found.incomplete.map(told),
  });
  parent.document.body.append(report);
}, 500));
"""


def pages() -> dict[str, str]:
    """The report for the team, for others, and of nothing at all."""
    policy = profile("half-term")
    many = Dataset.of(cohort(60, missing=0))
    return {
        "shipped, team": provision_page(read_dataset(SHIPPED), policy=policy, on=ON),
        "sixty, team": provision_page(many, policy=policy, on=ON),
        "sixty, others": provision_page(many, policy=policy, on=ON, publish="returns"),
        "empty, team": provision_page(Dataset(journeys=()), policy=policy, on=ON),
    }


def look(browser: str, folder: Path, page: str, axe: str, *, scheme: str, width: int) -> dict[str, Any]:
    """What the checker finds in a page that stands in a folder and is shown so wide, in that scheme."""
    scripts = f"<script>{axe}</script><script>{RUN}</script></body>"
    inside, frame = folder / "page.html", folder / "frame.html"
    inside.write_text(page.replace("</body>", scripts), encoding="utf-8")
    looks = f"width:{width}px;height:4000px;border:0"
    frame.write_text(
        f'<!DOCTYPE html><title>frame</title><body><iframe title="page" style="{looks}" src="page.html">'
    )
    kept = mkdtemp()  # anew each time: a site keeps the scheme that was shown last
    command = [
        browser,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        f"--user-data-dir={kept}",
        f"--blink-settings=preferredColorScheme={LOOKS[scheme]}",
        "--window-size=1300,4000",
        "--virtual-time-budget=20000",
        "--dump-dom",
        frame.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    rmtree(kept, ignore_errors=True)
    inside.unlink()
    frame.unlink()
    told = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)
    if told is None:
        raise SystemExit("The checker gave no answer: is AXE_JS the file axe.min.js?")
    found: dict[str, Any] = json.loads(unescape(told[1]))
    assert (found["scheme"], found["width"]) == (scheme, width), found
    assert found["palette"] in (None, {"light": "default", "dark": "slate"}[scheme]), found["palette"]
    return found


def site_pages(site: Path, named: Sequence[str]) -> Iterator[tuple[str, Path, str]]:
    """Pages of a built site, each with the folder in which it stands."""
    for name in named or OF_EACH_KIND:
        yield name, site / name, (site / name / "index.html").read_text(encoding="utf-8")


def report_pages(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """The report in its kinds, open to the scripts of the checker."""
    for name, page in pages().items():
        yield name, folder, re.sub(r"<meta http-equiv=[^>]*>", "", page)


def main() -> int:
    """Look at every page in every way, and print a line for each."""
    if "AXE_JS" not in os.environ:
        raise SystemExit("Say in AXE_JS where axe.min.js is: `npm pack axe-core` fetches it.")
    axe = Path(os.environ["AXE_JS"]).read_text(encoding="utf-8").replace("</script", "<\\/script")
    browser, *site = sys.argv[1:] or ["chromium"]
    said = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    faults = 0
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        chosen = list(site_pages(Path(site[0]), site[1:]) if site else report_pages(folder))
        _, home, first = chosen[0]
        broken = re.sub(r"<html[^>]*>", "<html>", first)
        planted = look(browser, home, broken, axe, scheme="light", width=1280)
        assert "html-has-lang" in [rule for rule, _ in planted["violations"]], planted
        for (name, home, page), scheme, (device, width) in product(chosen, LOOKS, WIDTHS.items()):
            found = look(browser, home, page, axe, scheme=scheme, width=width)
            faults += len(found["violations"])
            print(
                f"{said}, axe-core {found['version']}: {name}, {scheme}, {device}: {found['passes']} rules passed, "
                f"{len(found['violations'])} broken, {len(found['incomplete'])} for people to look at"
            )
            for rule, nodes in (*found["violations"], *found["incomplete"]):
                print(f"    {rule}: {nodes[:6]}")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
