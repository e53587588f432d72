"""From the journeys of a trust to a table and a chart that may be published.

    python examples/researcher.py [folder] [trust.json]

In the folder it writes returns.csv and returns.svg. Without a file it takes made-up pupils, so nothing that comes out
is evidence of anything. One measure, grouped in one way: two tables about the same
pupils can together tell what each hides.
"""

import sys
from datetime import date
from pathlib import Path

import iapcore as iap
from iapcore.exchange.csv_text import as_csv
from iapcore.reports.pictures.bars import draw_published
from iapcore.samples import cohort

ON = date(2026, 11, 20)
POLICY = iap.profile("half-term")


def main(folder: str = ".", trust: str | None = None) -> None:
    """Count, hide what is small, write and draw."""
    data = iap.read_dataset(trust) if trust else iap.Dataset.of(cohort(240, missing=0.05))
    back = iap.count_returns(data.journeys, policy=POLICY, on=ON, by=lambda journey: journey.pupil.year_group)
    shown = iap.publish_measure(back)

    print(f"{shown.definition.numerator}, of: {shown.definition.base}")
    for group, part in (("all", shown.whole), *shown.groups):
        print(f"{group:>14}: {part.numerator} of {part.base}; {part.not_known} not known")
    print(f"c: hidden, as are all counts below {shown.threshold}. {shown.definition.caution}")

    Path(folder, "returns.csv").write_text(as_csv(iap.to_rows(back)), encoding="utf-8", newline="")
    Path(folder, "returns.svg").write_text(draw_published(shown).svg, encoding="utf-8")
    print(f"Written: {', '.join(sorted(path.name for path in Path(folder).glob('returns.*')))}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
