"""Looks at the provision report with an accessibility checker in a real browser, without a network.

    AXE_JS=axe.min.js python tools/check_accessibility.py [BROWSER]

AXE_JS is the file `axe.min.js` of the npm package axe-core (`npm pack axe-core`), which is not part of this repository.
BROWSER is Chromium or Chrome, `chromium` by default. Each page is looked at by day and by night, on a phone and on a
desk. A page with a fault put in is looked at first, and must be found. The exit code is 1 where anything is broken.
"""

import json
import os
import re
import subprocess
import sys
from datetime import date
from html import unescape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from iapcore.exchange.files import read_dataset
from iapcore.guidance.profiles import profile
from iapcore.record.dataset import Dataset
from iapcore.reports.provision import provision_page
from iapcore.samples import cohort

ON: Final = date(2026, 11, 20)
SHIPPED: Final = Path(__file__).parents[1] / "src" / "iapcore" / "data" / "journeys.json"
LOOKS: Final = {"light": "1", "dark": "0"}
WIDTHS: Final = {"phone": 400, "desk": 1200}
RUN: Final = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "found";
  told.textContent = JSON.stringify({
    scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    width: innerWidth,
    version: found.testEngine.version,
    passes: found.passes.length,
    violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 120))]),
    incomplete: found.incomplete.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 120))]),
  });
  parent.document.body.append(told);
});
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
    """What the checker finds in a page that is shown so wide, in that scheme."""
    open_to_scripts = re.sub(r"<meta http-equiv=[^>]*>", "", page)
    assert open_to_scripts != page
    scripts = f"<script>{axe}</script><script>{RUN}</script></body>"
    inside = folder / "page.html"
    inside.write_text(open_to_scripts.replace("</body>", scripts), encoding="utf-8")
    frame = folder / "frame.html"
    looks = f"width:{width}px;height:4000px;border:0"
    frame.write_text(
        f'<!DOCTYPE html><title>frame</title><body><iframe title="page" style="{looks}" src="page.html">'
    )
    command = [
        browser,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={LOOKS[scheme]}",
        "--window-size=1300,4000",
        "--virtual-time-budget=20000",
        "--dump-dom",
        frame.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    told = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)
    if told is None:
        raise SystemExit("The checker gave no answer: is AXE_JS the file axe.min.js?")
    found: dict[str, Any] = json.loads(unescape(told[1]))
    assert (found["scheme"], found["width"]) == (scheme, width), found
    return found


def main() -> int:
    """Look at every page in every way, and print a line for each."""
    if "AXE_JS" not in os.environ:
        raise SystemExit("Say in AXE_JS where axe.min.js is: `npm pack axe-core` fetches it.")
    axe = Path(os.environ["AXE_JS"]).read_text(encoding="utf-8").replace("</script", "<\\/script")
    browser = sys.argv[1] if sys.argv[1:] else "chromium"
    said = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    broken = pages()["empty, team"].replace(' lang="en-GB"', "")
    with TemporaryDirectory() as folder:
        planted = look(browser, Path(folder), broken, axe, scheme="light", width=1200)
    assert [rule for rule, _ in planted["violations"]] == ["html-has-lang"], planted
    faults = 0
    for (name, page), scheme, (device, width) in product(pages().items(), LOOKS, WIDTHS.items()):
        with TemporaryDirectory() as folder:
            found = look(browser, Path(folder), page, axe, scheme=scheme, width=width)
        faults += len(found["violations"])
        print(
            f"{said}, axe-core {found['version']}: {name}, {scheme}, {device}: {found['passes']} rules passed, "
            f"{len(found['violations'])} broken, {len(found['incomplete'])} for people to look at"
        )
        for rule, nodes in (*found["violations"], *found["incomplete"]):
            print(f"    {rule}: {nodes[:3]}")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
