"""What of a pupil's record a lead reads at a glance, and what of it is there at all.

Rule of the room: nothing is judged here, and no free text is shown: days, counts and words out of lists.
"""

from collections.abc import Iterator
from typing import cast

from attrs import fields

from iapcore.record.journey import Journey
from iapcore.record.stream import Event, Stream
from iapcore.record.timetable import Timetable
from iapcore.reports.words import in_words, lessons_in_words
from iapcore.vocabulary.grounds import NeedKind

__all__ = ["at_a_glance", "recorded"]


def at_a_glance(journey: Journey, *, timetable: Timetable | None = None) -> Iterator[str]:
    """Needs, adjustments that wait to be made, the adults whom the pupil trusts, and what was said last.

    >>> from datetime import date
    >>> from iapcore import NeedLookedFor, Pupil, PupilId
    >>> found = NeedLookedFor(day=date(2026, 11, 4), need=NeedKind.SAFETY, found=True)
    >>> next(at_a_glance(Journey(pupil=Pupil(id=PupilId("elm-01")), needs=(found,))))
    'Needs: safety found; learning and wellbeing not looked for.'
    """
    yield from _needs(journey)
    yield from _adjustments(journey, timetable)
    if journey.trusted_adults:
        adults = [
            f"{in_words(one.role)}{f' in {in_words(one.where)}' if one.where else ''}"
            for one in journey.trusted_adults
        ]
        yield f"Trusted adults: {', '.join(adults)}."
    yield from _experiences(journey)


def _needs(journey: Journey) -> Iterator[str]:
    if journey.needs is None:
        return
    latest = {one.need: one.found for one in sorted(journey.needs, key=lambda one: one.day)}
    said = {"found": True, "not found": False, "looked for, without a result": None}
    parts = [
        f"{_listed([in_words(need) for need in NeedKind if need in latest and latest[need] is found])} {words}"
        for words, found in said.items()
        if found in latest.values()
    ]
    not_looked_for = [in_words(need) for need in NeedKind if need not in latest]
    if not_looked_for:
        parts.append(f"{_listed(not_looked_for)} not looked for")
    yield f"Needs: {'; '.join(parts)}."


def _adjustments(journey: Journey, timetable: Timetable | None) -> Iterator[str]:
    stay = journey.latest_placement()
    for one in (stay and stay.transition and stay.transition.adjustments) or ():
        if one.made is None:
            lessons = f" for {lessons_in_words(one.slots, timetable)}" if one.slots else ""
            by = f" by {in_words(one.by)}" if one.by else ""
            yield f"An adjustment{lessons} was agreed{by} on {in_words(one.agreed)}; nobody recorded that it was made."


def _experiences(journey: Journey) -> Iterator[str]:
    latest = {one.by: one for one in sorted(journey.experiences or (), key=lambda one: one.day)}
    for by, one in latest.items():
        parts = [
            f"{words}: {in_words(extent)}"
            for words, extent in (
                ("feels supported", one.feels_supported),
                ("is learning", one.is_learning),
                ("the transition went well", one.transition_went_well),
            )
            if extent
        ]
        if parts:
            yield f"What the {in_words(by)} said on {in_words(one.day)}: {', '.join(parts)}."


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def recorded(journey: Journey) -> Iterator[str]:
    """What of the record is there and what is not, by the fields of a journey: a new one is told without being named.

    >>> from iapcore import Pupil, PupilId
    >>> next(recorded(Journey(pupil=Pupil(id=PupilId("elm-01")), reviews=(), targets=())))
    'Recorded: targets 0, reviews 0.'
    """
    there: list[str] = []
    missing: list[str] = []
    for field in fields(Journey):
        value = getattr(journey, field.name)
        if value is None:
            missing.append(in_words(field.name))
        elif isinstance(value, Stream):
            stream = cast("Stream[Event]", value)
            there.append(f"{in_words(field.name)} {len(stream.events)} (complete {_run(stream)})")
        elif isinstance(value, tuple):
            there.append(f"{in_words(field.name)} {len(cast('tuple[object, ...]', value))}")
    if there:
        yield f"Recorded: {', '.join(there)}."
    if missing:
        yield f"Not recorded: {', '.join(missing)}."


def _run(stream: Stream[Event]) -> str:
    ends = stream.complete.end or stream.complete.start
    return f"{in_words(stream.complete.start)} to {in_words(ends)}"
