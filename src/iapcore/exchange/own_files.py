r"""What people of a provision write down themselves, in small TOML files: a self-review, and costs.

Rule of the room: these are for a meeting and a page. They hold no pupil, and are no documents of the format.
"""

from datetime import date, time
from typing import Any

from attrs import frozen

from iapcore.exchange.converter import body_of, gather
from iapcore.exchange.files import Place, reading
from iapcore.exchange.toml_text import MOST_BYTES, parse_toml
from iapcore.measures.costs import Cost, CostComparison, compare_costs
from iapcore.measures.self_review import SelfReview

__all__ = ["read_costs", "read_self_review"]


def read_self_review(place: Place) -> SelfReview:
    r"""Read the answers of a self-review: a day, and a table `[[answers]]` for each practice that was talked about.

    Raises `InvalidRecordError` with every problem and its path, and `OSError` where there is no such file.

    >>> import io
    >>> text = b'on = 2026-11-20\n[[answers]]\npractice = "UNI-3"\nanswer = "in_place"\nevidence = "uniform list"'
    >>> read_self_review(io.BytesIO(text)).answer("UNI-3").value
    'in_place'
    """
    given = _tables(place, "a self-review")
    if isinstance(given.get("on"), date | time):  # TOML has days of its own, with the time or without
        given["on"] = given["on"].isoformat()
    with gather():
        made: SelfReview = body_of(SelfReview)(given, None)
        return made


@frozen(kw_only=True)
class _Costs:
    ours: Cost
    other: Cost


def read_costs(place: Place) -> CostComparison:
    r"""Read the costs of two places, a table `[ours]` and a table `[other]`, and set them side by side.

    A sum stands in quotation marks, in pounds. Raises as `read_self_review` does.

    >>> import io
    >>> one = 'name = "{}"\ntotal = "{}"\nplaces = {}\nweeks = {}\n'
    >>> text = "[ours]\n" + one.format("our room", "96,000", 8, 39)
    >>> text += "[other]\n" + one.format("a place outside", "6,150.00", 1, 13)
    >>> print(read_costs(io.BytesIO(text.encode())).ours.per_place)
    1200000
    """
    given = _tables(place, "two costs")
    with gather():
        costs: _Costs = body_of(_Costs)(given, None)
    return compare_costs(costs.ours, costs.other)


def _tables(place: Place, what: str) -> dict[str, Any]:
    with reading(place) as file:
        data = file.read(MOST_BYTES + 1)
    return parse_toml(
        data,
        too_large=f"This is larger than {what} can be: is it the right file?",
        how_to_write="Texts stand in straight quotation marks, a day that exists is written as 2026-11-20, and no key "
        "stands twice: compare it with the example in the how-to page.",
    )
