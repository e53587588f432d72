"""The page around the sections: for whom it is, what is not known, definitions and sources."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from iapcore.errors import UnknownCodeError
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Citation
from iapcore.measures.costs import CostComparison
from iapcore.measures.disclosure import CITES, THRESHOLD
from iapcore.measures.measure import Definition
from iapcore.measures.self_review import SelfReview
from iapcore.record.dataset import Dataset, provisions_of
from iapcore.reports.provision.html import Html, element, items, joined, paragraph, table
from iapcore.reports.provision.sections import SECTIONS, Section
from iapcore.reports.provision.style import STYLE
from iapcore.reports.provision.view import Counted, Part, View
from iapcore.reports.words import in_words
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.wording import spelt

__all__ = ["provision_page"]

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_INTERNAL: Final = "INTERNAL"
_SHEETS: Final = "@page{size:A4;margin:16mm 14mm}"
_MARKED: Final = (
    '@page{@top-center{content:"INTERNAL: for staff who know the pupils, not for publication";'
    "font:700 9pt Helvetica,Arial,sans-serif}}"
)


def provision_page(
    dataset: Dataset,
    *,
    policy: Policy,
    on: date,
    publish: str | None = None,
    threshold: int = THRESHOLD,
    sections: Sequence[Section] = SECTIONS,
    review: SelfReview | None = None,
    costs: CostComparison | None = None,
) -> str:
    """What a provision achieves, as one HTML page: for the team, or with `publish` for others.

    `publish` is the key of the one measure that others may see, such as `returns`. Its counts below the `threshold` are
    hidden, and enough others that none can be worked out. More than one measure about the same pupils would give away
    together what each hides, so the page shows one. The answers of a self-review (`review`) say nothing of pupils and
    stand on both pages where they are given; `costs` are for the team.

    >>> from datetime import date
    >>> from iapcore import Dataset, profile
    >>> page = provision_page(Dataset(journeys=()), policy=profile(), on=date(2026, 11, 20))
    >>> page.splitlines()[0], "INTERNAL" in page
    ('<!DOCTYPE html>', True)

    Raises `UnknownCodeError` for a key of which there is no measure that can be published, and `InvalidRecordError` for
    a self-review of a later day.
    """
    seen = {one.key for one in provisions_of(one.as_of(on) for one in dataset.journeys)}
    view = View(
        journeys=dataset.journeys,
        provisions=tuple(one for one in dataset.provisions if one.key in seen),
        policy=policy,
        on=on,
        publish=publish,
        threshold=threshold,
        review=review,
        costs=costs,
    )
    parts = [section(view) for section in sections]
    _stop_unless_known(publish, [one for part in parts for one in part.counted])
    shown = [part for part in parts if part.body]
    told = [
        *shown,
        _not_known(view, parts),
        *([] if view.is_internal else [_left_out(parts)]),
        _definitions(shown, () if view.is_internal else CITES),
    ]
    return "<!DOCTYPE html>\n" + _whole(view, told) + "\n"


def _stop_unless_known(publish: str | None, counted: Iterable[Counted]) -> None:
    keys = [one.key for one in counted if one.can_be_published]
    if publish is not None and publish not in keys:
        raise UnknownCodeError(
            f"There is no such measure that can be published. There are: {', '.join(keys)}."
        )


def _whole(view: View, parts: Sequence[Part]) -> Html:
    day = in_words(view.on)
    title = f"Internal alternative provision on {day}"
    style = STYLE + _SHEETS + (_MARKED if view.is_internal else "")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{_INTERNAL}: {title}" if view.is_internal else title),
        element("style", Html(style)),
    )
    menu = items(element("a", part.title, href=f"#{part.key}") for part in parts)
    body = element(
        "body",
        element("a", "To the content", class_="skip", href="#content"),
        element("header", element("h1", title), *_opening(view)),
        element("nav", menu, aria_label="On this page"),
        element(
            "main",
            *(
                element(
                    "section",
                    element("h2", part.title, id=f"{part.key}-title"),
                    *part.body,
                    id=part.key,
                    aria_labelledby=f"{part.key}-title",
                )
                for part in parts
            ),
            id="content",
            tabindex="-1",
        ),
        element("footer", *_closing(view)),
    )
    return element("html", Html("\n"), head, Html("\n"), body, lang="en-GB")


def _opening(view: View) -> Iterator[Html]:
    if view.is_internal:
        yield element(
            "p",
            element("strong", _INTERNAL),
            ". For staff who know the pupils. Numbers are not hidden, and small ones point at somebody: "
            "not for publication.",
            class_="for",
        )
    else:
        yield element(
            "p",
            f"Counts below {view.threshold} stand as ",
            element("strong", Symbol.CONFIDENTIAL.value),
            ", and enough others that none can be worked out. Nought is hidden too.",
            class_="for",
        )
    yield paragraph(
        "It says what was counted, of what, and what is not known. It informs; people decide. It gives no mark to a "
        "pupil or to those who work with them, and says nothing about causes."
    )
    names = view.names.values()
    told = f"Provision{'' if len(names) == 1 else 's'}: {', '.join(names) or 'none recorded'}. "
    yield paragraph(told, f"Counted as policy {view.policy.named.format()} says.")


def _closing(view: View) -> Iterator[Html]:
    if view.is_internal:
        yield paragraph(element("strong", _INTERNAL), ". Destroy paper copies when they have served.")
    yield paragraph("It informs; people decide.")


def _not_known(view: View, parts: Sequence[Part]) -> Part:
    body = [
        paragraph(
            "What nobody wrote down is not known. It is counted as that, and never as yes or no. Whoever records more "
            "has not done worse."
        )
    ]
    if view.is_internal:
        rows = [row for part in parts for row in _unknown_of(part)]
        if absent := [part.title for part in parts if not part.is_given]:
            body.append(paragraph(f"Not given to this page: {'; '.join(absent)}."))
        if rows:
            body.append(table("unknown-table", "What is not known, by measure", ("what", "not known"), rows))
        else:
            body.append(paragraph("Nothing that is counted here is not known."))
    return Part(key="unknown", title="What is not known", body=tuple(body))


def _unknown_of(part: Part) -> Iterator[tuple[str, str]]:
    for reason, count in part.not_known:
        yield f"{part.title}: {reason}", str(count)
    for one in () if part.not_known else part.counted:
        if one.measure.not_known:
            yield one.name, str(one.measure.not_known)


def _left_out(parts: Sequence[Part]) -> Part:
    lines = [part.title for part in parts if part.is_given and not part.body]
    return Part(
        key="left-out",
        title="What this page does not show",
        body=(
            paragraph(
                "One measure is shown. Others about the same pupils, beside it, could give away what it hides; and "
                "lengths, places and lessons do not show how few pupils stand behind them. Left out are:"
            ),
            items(lines),
            paragraph(
                "A page about another day, or about a part of the same pupils, can give something away beside this one."
            ),
        ),
    )


def _definitions(parts: Sequence[Part], more: Sequence[Citation]) -> Part:
    definitions = tuple(dict.fromkeys(one for part in parts for one in part.definitions))
    terms = [term for one in definitions for term in _definition(one)]
    own = (cite for part in parts for cite in part.cites)
    cites = dict.fromkeys([*(cite for one in definitions for cite in one.cites), *own, *more])
    lines = [
        f"{source.format()}: {'; '.join(one.place for one in cites if one.source == source)}"
        for source in dict.fromkeys(one.source for one in cites)
    ]
    body = [element("dl", *terms)] if terms else []
    body += [element("h3", "Sources"), items(lines)] if lines else []
    return Part(key="definitions", title="Definitions and sources", body=tuple(body))


def _definition(one: Definition) -> Iterator[Html]:
    yield element("dt", spelt(one.key.replace("-", "_")).capitalize())
    yield element("dd", joined([f"Counted: {one.numerator}. Of: {one.base} ({one.unit})."]))
