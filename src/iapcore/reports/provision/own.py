"""What people of the place give to the page themselves: their answers of a self-review, and their costs.

Rules of the room: a section of which nothing was given is no section, and the team is told so. Answers stand by tenet
and are not counted. What an answer rests on stays with the self-review: it is people's own words.
"""

from collections.abc import Iterator
from typing import Final

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.tenets import Practice, Tenet
from iapcore.measures.costs import Cost
from iapcore.measures.self_review import Practised, SelfReview
from iapcore.reports.provision.html import Html, element, items, paragraph, table
from iapcore.reports.provision.view import Part, View
from iapcore.reports.words import in_words
from iapcore.vocabulary.money import pounds
from iapcore.vocabulary.wording import spelt

__all__ = ["OWN"]

_REVIEW: Final = "Self-review by the four tenets"
_COSTS: Final = "Costs, in the school's own figures"
_ANSWERS: Final = (Practised.NOT_IN_PLACE, Practised.NOT_KNOWN, Practised.IN_PLACE)


def what_is_in_place(view: View) -> Part:
    """Practices by tenet, of the topics that people talked about: what to talk about first, then what is in place."""
    review = view.review
    if review is None:
        return Part(key="review", title=_REVIEW, body=(), is_given=False)
    if review.on > view.on:
        remedy = "The self-review is of a later day than the page: ask for the page of that day, or of a later one."
        raise InvalidRecordError(Problem(path="review.on", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))
    topics = {one.topic for one in PRACTICES if any(one.key == given.practice for given in review.answers)}
    asked = tuple(one for one in PRACTICES if one.topic in topics)
    body = [
        paragraph(
            f"Answers of people here on {in_words(review.on)}. What schools were found to do is no duty, and a "
            "practice that is not in place may have a good reason. What nobody answered is not known."
        ),
        *(part for tenet in (*Tenet, None) for part in _under(tenet, asked, review)),
    ]
    others = [spelt(one.value) for one in dict.fromkeys(one.topic for one in PRACTICES) if one not in topics]
    if others:
        body.append(paragraph(f"Not talked about: {', '.join(others)}."))
    cites = tuple(dict.fromkeys(cite for one in asked for cite in one.cites))
    return Part(key="review", title=_REVIEW, body=tuple(body), cites=cites)


def _under(tenet: Tenet | None, asked: tuple[Practice, ...], review: SelfReview) -> Iterator[Html]:
    mine = [one for one in asked if one.tenet is tenet]
    if not mine:
        return
    title = tenet.label if tenet else "under all four"
    yield element("h3", title[0].upper() + title[1:])
    yield table(
        f"review-{tenet.value if tenet else 'all'}-table",
        f"Practices: {title}",
        ("practice", "answer"),
        [
            (f"{one.key} {one.asks}", spelt(answer.value))
            for answer in _ANSWERS
            for one in mine
            if review.answer(one.key) is answer
        ],
    )


def what_places_cost(view: View) -> Part:
    """The costs that were given, side by side, for the team."""
    costs = view.costs
    if costs is None:
        return Part(key="costs", title=_COSTS, body=(), is_given=False)
    if not view.is_internal:
        return Part(key="costs", title=_COSTS, body=())
    rows = [_cost(one) for one in (costs.ours, costs.other)]
    heads = ("place", "in all", "places", "school weeks", "a place for a week")
    body = (table("costs-table", "Costs side by side", heads, rows), items(costs.says_not))
    return Part(key="costs", title=_COSTS, body=body, cites=costs.cites)


def _cost(one: Cost) -> tuple[str, ...]:
    return (
        one.name,
        f"£{one.total.format()}",
        str(one.places),
        str(one.weeks),
        f"£{pounds(one.per_place_week)}",
    )


OWN: Final = (what_is_in_place, what_places_cost)
"""These sections, in their order."""
