"""Many journeys, with the provisions and calendars that they share."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from attrs import frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet, stop_if_any

__all__ = ["Dataset", "calendars_of", "provisions_of"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Dataset(Discreet):
    """The journeys of a school, a trust or a study, and the day for which they are complete.

    `provisions` and `calendars` hold every one that a journey refers to, and may hold more; `Dataset.of`
    gathers them. `about` says in a few words where the data come from.

    >>> Dataset.of(())
    ‹Dataset journeys=0 provisions=0 calendars=0›

    Raises `InvalidRecordError` where one that a journey refers to is missing, or two differ and share a key.
    """

    journeys: tuple[Journey, ...]
    provisions: tuple[Provision, ...] = ()
    calendars: tuple[SchoolCalendar, ...] = ()
    as_of: date | None = None
    about: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(
            [
                *_unlike("provisions", self.provisions, provisions_of(self.journeys)),
                *_unlike("calendars", self.calendars, calendars_of(self.journeys)),
            ]
        )

    @classmethod
    def of(
        cls, journeys: Iterable[Journey], *, as_of: date | None = None, about: str | None = None
    ) -> "Dataset":
        """A dataset of these journeys, with the provisions and calendars that they refer to.

        >>> from iapcore import Pupil, PupilId
        >>> Dataset.of([Journey(pupil=Pupil(id=PupilId("elm-01")))])
        ‹Dataset journeys=1 provisions=0 calendars=0›
        """
        all_of_them = tuple(journeys)
        return cls(
            journeys=all_of_them,
            provisions=_each_once(provisions_of(all_of_them)),
            calendars=_each_once(calendars_of(all_of_them)),
            as_of=as_of,
            about=about,
        )


def provisions_of(journeys: Iterable[Journey]) -> Iterator[Provision]:
    """Every provision that referrals and placements refer to, as often as they do."""
    for journey in journeys:
        referred = [record.provision for record in journey.referrals or ()]
        placed = [record.provision for record in journey.placements or ()]
        yield from (provision for provision in referred + placed if provision is not None)


def calendars_of(journeys: Iterable[Journey]) -> Iterator[SchoolCalendar]:
    """Every calendar that journeys refer to, as often as they do."""
    return (journey.calendar for journey in journeys if journey.calendar is not None)


S = TypeVar("S", Provision, SchoolCalendar)


def _each_once(shared: Iterable[S]) -> tuple[S, ...]:
    return tuple(dict.fromkeys(shared))


def _unlike(name: str, held: tuple[S, ...], used: Iterable[S]) -> Iterator[Problem]:
    by_key: dict[str, S] = {}
    for position, one in enumerate(held):
        if by_key.setdefault(one.key, one) is not one:
            remedy = "Another one has this key: give each its own."
            yield Problem(path=f"{name}[{position}].key", kind=ProblemKind.DUPLICATE, remedy=remedy)
    here = {*map(id, by_key.values())}
    for one in _each_once(one for one in used if id(one) not in here):
        if by_key.get(one.key) != one:
            remedy = (
                "A journey refers to one that does not stand here, or stands here otherwise: use Dataset.of."
            )
            yield Problem(path=name, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
