"""The sections of the report, in their order: each counts something and says how it is shown.

To add one, write a function that takes a `View` and gives a `Part`, and put it into `SECTIONS`.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import evolve

from iapcore.measures.counting import by_purpose
from iapcore.measures.durations import TIME_TO_RETURN, count_time_to_return
from iapcore.measures.lasting import count_relapses, count_sustained
from iapcore.measures.lengths import LENGTHS, Spread, count_lengths
from iapcore.measures.occupancy import count_lessons_back, count_places
from iapcore.measures.returns import (
    Followed,
    count_answered,
    count_followed,
    count_purpose_changes,
    count_returns,
)
from iapcore.reports.pictures import draw_incidence, draw_lengths, draw_places
from iapcore.reports.provision.html import Html, paragraph, table
from iapcore.reports.provision.own import OWN
from iapcore.reports.provision.people import PEOPLE
from iapcore.reports.provision.view import NOTHING, Counted, Part, View, shown_as_figure
from iapcore.vocabulary.wording import percent, rounded, spelt

__all__ = ["SECTIONS", "Section"]

Section: TypeAlias = Callable[[View], Part]


def where_stays_led(view: View) -> Part:
    """Returns, each purpose with its own base, and purposes that changed."""
    given, policy, on = view.journeys, view.policy, view.on
    return view.part(
        "returns",
        "Where stays led",
        (
            Counted.of("Went back to mainstream", count_returns(given, policy=policy, on=on, by=view.by)),
            Counted.of(
                "Led where their purpose leads", count_answered(given, policy=policy, on=on, by=by_purpose)
            ),
            Counted.of("Purpose changed after entry", count_purpose_changes(given, on=on, by=view.by)),
        ),
        "Stays are counted, not pupils. The purpose is the one agreed at entry, so no number improves by changing it.",
    )


def whether_returns_lasted(view: View) -> Part:
    """At each follow-up point of the policy."""
    counted = [
        one
        for weeks in view.policy.follow_up_weeks.value
        for one in (
            Counted.of(
                f"Lasted to {weeks} school weeks",
                count_sustained(view.journeys, policy=view.policy, on=view.on, weeks=weeks),
                f"-{weeks}",
            ),
            Counted.of(
                f"Came back unplanned by {weeks} school weeks",
                count_relapses(view.journeys, policy=view.policy, on=view.on, weeks=weeks),
                f"-{weeks}",
            ),
        )
    ]
    return view.part(
        "lasting",
        "Whether returns lasted",
        counted,
        "A return lasts where people looked and saw that it does. Where nobody looked, it is not known.",
    )


_FOLLOWED: Final = {
    Followed.EXTENSION: "Was extended",
    Followed.PLANNED_FURTHER_STAY: "A further stay was planned",
    Followed.UNPLANNED_REENTRY: "The pupil came back unplanned",
}


def what_followed(view: View) -> Part:
    """Extensions, planned further stays and unplanned returns to the base, never added up."""
    counted = [
        Counted.of(
            words,
            count_followed(view.journeys, followed=what, policy=view.policy, on=view.on, by=view.by),
        )
        for what, words in _FOLLOWED.items()
    ]
    return view.part("followed", "What followed a stay", counted, "Three things that are never added up.")


def after_how_long(view: View) -> Part:
    """Cumulative incidence of return, with every other ending beside it."""
    times = count_time_to_return(view.journeys, policy=view.policy, on=view.on)

    def tell() -> Iterator[Html]:
        if not times.steps:
            yield paragraph("No stay that was to lead back has begun, or none of known length.")
            return
        yield shown_as_figure(draw_incidence(times))
        last = times.steps[-1]
        rows = [(spelt(where.value), f"{percent(share)} %") for where, share in last.incidence]
        yield table(
            "time-table",
            f"Where {times.stays} stay{'' if times.stays == 1 else 's'} had led by school week {last.time}",
            ("ending", "share of stays"),
            [*rows, ("still in the stay", f"{percent(last.still)} %")],
        )

    return view.inside("time", "After how long", TIME_TO_RETURN, tell, times.not_known)


def how_long_stays_are(view: View) -> Part:
    """Planned, ended and open stays, each apart."""
    lengths = count_lengths(view.journeys, on=view.on, by=view.by)

    def tell() -> Iterator[Html]:
        kinds = {
            "as planned at first": lengths.planned,
            "ended": lengths.ended,
            "open, so far": lengths.so_far,
        }
        if any(kinds.values()):
            yield shown_as_figure(draw_lengths(lengths))
        yield table(
            "lengths-table",
            "Lengths in school weeks, first and last day included",
            ("stays", "number", "shortest", "in the middle", "longest"),
            [(name, *_spread(one)) for name, one in kinds.items()],
        )
        yield paragraph(f"Extended: {lengths.extended}. Without a plan in the record: {lengths.unplanned}.")

    return view.inside("lengths", "How long stays are", LENGTHS, tell, lengths.not_known)


def _spread(one: Spread | None) -> tuple[str, ...]:
    if one is None:
        return "0", NOTHING, NOTHING, NOTHING
    middle = rounded(one.median, 0 if one.median.denominator == 1 else 1)
    return str(one.count), str(one.least), str(middle), str(one.most)


def places_in_use(view: View) -> Part:
    """Pupils on an open placement beside the places of each provision, and the lessons that are back."""
    taken = [
        (
            view.names[one.key],
            count_places(view.journeys, provision=one, on=view.on, policy=view.policy),
        )
        for one in view.provisions
    ]
    counted = [
        Counted.of(f"Places taken: {name}" if len(taken) > 1 else "Places taken", measure)
        for name, measure in taken
    ]
    back = count_lessons_back(view.journeys, policy=view.policy, on=view.on)
    part = view.part(
        "places", "Places and lessons", [*counted, Counted.of("Lessons back in mainstream", back)]
    )
    if not part.body or not taken:
        return part
    return evolve(part, body=(shown_as_figure(draw_places(taken)), *part.body))


SECTIONS: Final[tuple[Section, ...]] = (
    where_stays_led,
    whether_returns_lasted,
    what_followed,
    after_how_long,
    how_long_stays_are,
    *PEOPLE,
    places_in_use,
    *OWN,
)
