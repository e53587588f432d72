"""Writes `src/iapcore/data/journeys.json`, the data that come with iapcore.

    python tools/write_shipped_data.py

Two things stand in it, and they never mix:

* **Described**: the seven provisions of the published sources, with published facts alone. What no source says
  is left out. No journey and no judgement refers to them.
* **Replayed**: fictional pupils at fictional schools. Each journey follows a published story; the days, counts
  and codes that the story does not give were filled in, so that every decision has something to look at.

Each record's `provenance` names its own fields: `placements.planned` is the planned span of its placements,
`marks` all of its register. The more exact name counts. A field that is named as published *and* as filled in
has its shape from the source (six weeks, green first, a month ahead) and its days or details from us.
"""

from datetime import date
from pathlib import Path
from typing import Final

from shipped.aldermoor import ALDERMOOR, LANTERN_ROOMS, from_59_to_93_per_cent, six_months
from shipped.described import DESCRIBED
from shipped.elmsworth import ELMSWORTH, HARBOUR_ROOM, next_half_term, six_weeks
from shipped.hazelcombe import BURROW, HAZELCOMBE, second_term
from shipped.rowanbeck import GARDEN_HOUSE, ROWANBECK, to_the_end_of_year_11

from iapcore import Dataset, write_dataset

PLACE: Final = Path(__file__).parents[1] / "src" / "iapcore" / "data" / "journeys.json"
AS_OF: Final = date(2026, 11, 20)
ABOUT: Final = (
    "Seven provisions as published sources describe them, and six journeys of fictional pupils at fictional "
    "schools that replay published stories. The Harbour Room follows the Student Support Centre, the Lantern "
    "Rooms follow Connections, the Burrow follows the Nurture Space, and the Garden House follows the Hive. "
    "What is published, and where, and what was filled in stands with each record; all calendars are filled in. "
    "Nobody in these journeys exists."
)
REPLAYED: Final = (HARBOUR_ROOM, LANTERN_ROOMS, BURROW, GARDEN_HOUSE)
CALENDARS: Final = (ELMSWORTH, ALDERMOOR, HAZELCOMBE, ROWANBECK)


def shipped() -> Dataset:
    """Everything above, as one dataset."""
    return Dataset(
        as_of=AS_OF,
        about=ABOUT,
        provisions=(*DESCRIBED, *REPLAYED),
        calendars=CALENDARS,
        journeys=(
            six_weeks(),
            next_half_term(),
            from_59_to_93_per_cent(),
            six_months(),
            second_term(),
            to_the_end_of_year_11(),
        ),
    )


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    write_dataset(shipped(), PLACE)
    print(f"{PLACE.stat().st_size // 1000} KB")
