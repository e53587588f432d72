"""How a section of the report shows what was counted: with all numbers for the team, or with small ones hidden.

Rules of the room: for others, a page shows one measure and no more, because two measures about the same pupils can give
away together what each hides. A section only says what it counts; what may be shown is settled here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from attrs import evolve, frozen

from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Citation
from iapcore.measures.costs import CostComparison
from iapcore.measures.counting import by_provision
from iapcore.measures.disclosure import THRESHOLD
from iapcore.measures.measure import By, Definition, Measure
from iapcore.measures.published import PublishedMeasure, PublishedPart, publish_measure
from iapcore.measures.self_review import SelfReview
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.reports.pictures import Picture, draw_published
from iapcore.reports.provision.html import Html, element, items, paragraph, table
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.wording import percent, spelt

__all__ = ["NOTHING", "Counted", "Part", "View", "shown_as_figure"]


@frozen(kw_only=True)
class Counted:
    """A measure in the report, the words in front of it, and the key by which it is chosen for publication."""

    name: str
    measure: Measure
    key: str

    @classmethod
    def of(cls, name: str, measure: Measure, suffix: str = "") -> "Counted":
        """A measure by the key of its definition; a suffix tells apart those that share it."""
        return cls(name=name, measure=measure, key=f"{measure.definition.key}{suffix}")

    @property
    def can_be_published(self) -> bool:
        """Whether its small numbers can be hidden."""
        return self.measure.definition.counts_pupils


@frozen(kw_only=True)
class Part:
    """A section: its anchor, its heading, what stands in it, and all that was counted for it.

    Nothing stands in a section that is not for the reader, nor in one for which nothing was given. `not_known` tells by
    reason what is not known; without it, each measure tells how many.
    """

    key: str
    title: str
    body: tuple[Html, ...]
    counted: tuple[Counted, ...] = ()
    definitions: tuple[Definition, ...] = ()
    not_known: tuple[tuple[str, int], ...] = ()
    cites: tuple[Citation, ...] = ()
    is_given: bool = True


NOTHING: Final = "–"
"""What stands in a cell in which there is nothing to say."""

_HEADS: Final = ("what", "number", "per cent", "not known", "left out")


@frozen(kw_only=True)
class View:
    """What is counted, and for whom: `publish` is the key of the one measure for others, `None` for the team.

    `review` and `costs` are what people of the place brought themselves; `None` where they did not.
    """

    journeys: tuple[Journey, ...]
    provisions: tuple[Provision, ...]
    policy: Policy
    on: date
    publish: str | None
    threshold: int
    review: SelfReview | None = None
    costs: CostComparison | None = None

    @property
    def is_internal(self) -> bool:
        """Whether the page is for the team."""
        return self.publish is None

    @property
    def by(self) -> By | None:
        """By provision, where stays are in more than one."""
        return by_provision if len(self.provisions) > 1 else None

    @property
    def names(self) -> dict[str, str]:
        """What each provision is called, by its key: its name, or the key where it has none or two are named alike."""
        given = {one.key: one.name or one.key for one in self.provisions}
        often = Counter(given.values())
        return {key: name if often[name] == 1 else key for key, name in given.items()}

    def part(
        self,
        key: str,
        title: str,
        counted: Sequence[Counted],
        *intro: str,
        not_known: tuple[tuple[str, int], ...] = (),
    ) -> Part:
        """A section of measures, each with its caution: all for the team, for others the one that was chosen."""
        chosen = [
            one for one in counted if self.is_internal or (one.key == self.publish and one.can_be_published)
        ]
        body = list[Html]()
        if chosen:
            rows = [row for one in chosen for row in self._rows(one)]
            cautions = dict.fromkeys(one.measure.definition.caution for one in chosen)
            body += [
                *(paragraph(one) for one in intro),
                table(f"{key}-table", f"{title}, in numbers", _HEADS, rows),
                items(cautions),
            ]
        if not self.is_internal:
            body += [shown_as_figure(draw_published(self._published(one.measure))) for one in chosen]
        return Part(
            key=key,
            title=title,
            body=tuple(body),
            counted=tuple(counted),
            not_known=not_known,
            definitions=tuple(dict.fromkeys(one.measure.definition for one in chosen)),
        )

    def inside(
        self,
        key: str,
        title: str,
        definition: Definition,
        tell: Callable[[], Iterable[Html]],
        not_known: tuple[tuple[str, int], ...],
    ) -> Part:
        """A section whose numbers cannot be hidden one by one: for the team alone."""
        body = (*tell(), items([definition.caution])) if self.is_internal else ()
        return Part(
            key=key, title=title, body=body, definitions=(definition,) if body else (), not_known=not_known
        )

    def _published(self, measure: Measure) -> PublishedMeasure:
        published = publish_measure(measure, threshold=self.threshold)
        return evolve(published, groups=tuple((self._named(label), part) for label, part in published.groups))

    def _named(self, label: str) -> str:
        return self.names.get(label) or spelt(label)

    def _rows(self, counted: Counted) -> Iterator[tuple[str, ...]]:
        base = counted.measure.definition.base
        if self.is_internal:
            yield (counted.name, *_as_it_is(counted.measure, base))
            for label, part in counted.measure.groups:
                yield (_group(self._named(label)), *_as_it_is(part, base))
            return
        published = self._published(counted.measure)
        yield (counted.name, *_as_published(published.whole, base))
        for label, shown in published.groups:
            yield (_group(label), *_as_published(shown, base))


def _group(label: str) -> Html:
    return element("span", label, class_="group")


def _as_it_is(measure: Measure, base: str) -> tuple[str, ...]:
    """No per cent of few: one pupil more or less would move it far."""
    share = measure.share if measure.base >= THRESHOLD else None
    left_out = "; ".join(f"{count} {reason}" for reason, count in measure.excluded)
    rate = NOTHING if share is None else f"{percent(share)}\N{NO-BREAK SPACE}%"
    return f"{measure.numerator} of {measure.base} {base}", rate, str(measure.not_known), left_out or NOTHING


def _as_published(part: PublishedPart, base: str) -> tuple[str, ...]:
    share = part.percent()
    rate = share.value if isinstance(share, Symbol) else f"{share}\N{NO-BREAK SPACE}%"
    left_out = "; ".join(f"{cell} {reason}" for reason, cell in part.excluded)
    return f"{part.numerator} of {part.base} {base}", rate, str(part.not_known), left_out or NOTHING


def shown_as_figure(picture: Picture) -> Html:
    """A picture in the page; its content stands in it as text."""
    return element("figure", Html(picture.svg))
