"""The sections about what changed for pupils, what people say, who waits, and what people should ask of the place."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from iapcore.decisions.three_times import Counted as InWindow
from iapcore.measures.before_and_after import Area, BeforeAndAfter
from iapcore.measures.effect import count_before_and_after
from iapcore.measures.experience import Answers, count_answers
from iapcore.measures.signals import SignalQuestion, find_signals
from iapcore.measures.waiting import count_waiting
from iapcore.measures.wellbeing import Improvement, count_improved
from iapcore.reports.provision.html import Html, items, paragraph, table
from iapcore.reports.provision.view import NOTHING, Counted, Part, View
from iapcore.vocabulary.wording import spelt

__all__ = ["PEOPLE"]


def before_during_and_after(view: View) -> Part:
    """Attendance, lessons, suspensions and incidents, never during a stay without before and after."""
    found = {
        area: count_before_and_after(view.journeys, area=area, policy=view.policy, on=view.on)
        for area in Area
    }
    first = found[Area.ATTENDANCE]

    def tell() -> Iterator[Html]:
        yield paragraph("Sums over all stays that can be compared. Pupils enter at a low point.")
        yield table(
            "windows-table",
            f"{first.weeks} school weeks before and after stays",
            ("what", "stays compared", "before", "during", "after"),
            [
                (_area(one), str(one.stays), *map(_sum, (one.before, one.during, one.after)))
                for one in found.values()
            ],
        )
        if first.led:
            yield table(
                "led-table",
                "Where all stays led that ended",
                ("led to", "stays", "compared"),
                [
                    (
                        spelt(one.destination.value) if one.destination else "not recorded",
                        str(one.ended),
                        str(one.compared),
                    )
                    for one in first.led
                ],
            )
        yield items(dict.fromkeys(one.definition.caution for one in found.values() if one is not first))

    part = view.inside("windows", "Before, during and after", first.definition, tell, first.not_known)
    return evolve(part, definitions=tuple(one.definition for one in found.values() if part.body))


def _area(one: BeforeAndAfter) -> str:
    return f"{one.definition.numerator}, of {one.definition.base}"


def _sum(window: InWindow) -> str:
    return f"{window.count} of {window.possible}" if window.possible else NOTHING


def how_pupils_are(view: View) -> Part:
    """Questionnaires by instrument, edition and informant, never added up."""
    found = count_improved(view.journeys, policy=view.policy, on=view.on)
    counted = [Counted.of("Two questionnaires that compare", found.compared)]
    counted += [
        Counted.of(f"Better: {_form(one)}", one.measure, f"-{number}")
        for number, one in enumerate(found.improvements, start=1)
    ]
    return view.part(
        "wellbeing",
        "How pupils are",
        counted,
        f"Of stays of more than {found.weeks} school weeks.",
        not_known=_most(found.not_known, *(one.not_known for one in found.improvements)),
    )


def _most(*found: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Each reason once, with the most stays of which some measure does not know for it."""
    counts = Counter[str]()
    for one in found:
        counts |= Counter(dict(one))
    return tuple(counts.items())


def _form(one: Improvement) -> str:
    edition = one.edition or "edition not recorded"
    informant = spelt(one.informant.value) if one.informant else "informant not recorded"
    return f"{spelt(one.instrument)}, {edition}, {informant}"


def what_people_say(view: View) -> Part:
    """The last answers of pupils, families and staff."""
    answers = count_answers(view.journeys, on=view.on)
    return view.part(
        "experience",
        "What people say",
        [_said(one) for one in answers],
        "The last answer of each, of stays of which somebody answered.",
        not_known=_most(*(one.not_known for one in answers)),
    )


def _said(one: Answers) -> Counted:
    who = spelt(one.informant.value)
    return Counted.of(
        f"Said yes: {spelt(one.question.value)} ({who})",
        one.measure,
        f"-{one.informant.value}",
    )


def who_waits(view: View) -> Part:
    """Those who wait for a place, and whether they have support meanwhile."""
    waiting = count_waiting(view.journeys, on=view.on)
    return view.part(
        "waiting", "Who waits", (Counted.of("Waiting, with support meanwhile", waiting.measure),)
    )


def what_to_ask(view: View) -> Part:
    """What the sources warn of, as questions about the place."""
    counted = [_question(one) for one in find_signals(view.journeys, policy=view.policy, on=view.on)]
    return view.part(
        "signals",
        "What people should ask",
        counted,
        "The number is that of stays that raise the question. It is asked of the place, never of a pupil.",
    )


def _question(one: SignalQuestion) -> Counted:
    return Counted.of(one.asks, one.measure)


PEOPLE: Final = (before_during_and_after, how_pupils_are, what_people_say, who_waits, what_to_ask)
"""These sections, in their order."""
