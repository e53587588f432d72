"""Writes a corpus of documents of this version of the format into `tests/compat/<version>/`, to be read for ever.

    python tools/write_compat.py

Version 0 is free to change, and its corpus with it: it is written anew when the format changes. A corpus of a version
from 1 on is never edited: this refuses to write it again.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Final

from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.way_back import plan_return
from iapcore.exchange.documents import unstructure
from iapcore.exchange.envelope import VERSION
from iapcore.exchange.json_text import write
from iapcore.exchange.lines import write_journeys
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.measures.returns import count_returns
from iapcore.record.dataset import Dataset
from iapcore.samples import cohort

FOLDER: Final = Path(__file__).parents[1] / "tests" / "compat" / str(VERSION)
ON: Final = date(2026, 11, 20)
_FEW: Final = 3


def main() -> int:
    """Write the corpus, unless it stands for ever."""
    if VERSION and FOLDER.exists():
        print(f"The corpus of version {VERSION} stands: it is never written again.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    policy = profile("half-term")
    journeys = list(cohort(_FEW, missing=0.5))
    documents = {
        "dataset": Dataset.of(journeys, as_of=ON, about="Made-up pupils."),
        "journey": journeys[0],
        "measure": count_returns(cohort(60), policy=policy, on=ON, by=lambda one: one.pupil.sex),
        **{f"policy-{one.name}": one for one in PROFILES},
        **{
            f"judgement-{judge.__name__}": judge(journeys[0], policy=policy, on=ON)
            for judge in (check_eligibility, assess_readiness, plan_return, classify_outcome)
        },
    }
    for name, value in documents.items():
        (FOLDER / f"{name}.json").write_bytes(write(unstructure(value)))
    write_journeys(journeys, FOLDER / "journeys.jsonl")
    return 0


if __name__ == "__main__":
    sys.exit(main())
