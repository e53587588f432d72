"""The report of a day: every pupil and every number, whatever is not recorded, and nothing later than the day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iapcore.decisions.stage import find_stage
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.steps import Stage
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.reports.pages import tell_dataset
from iapcore.reports.words import in_words
from iapcore.samples import cohort
from iapcore.strategies import datasets, days
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId, Upn
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Destination, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import YearGroup

DAY = date(2026, 11, 20)
ROOM = Provision(key="room", name="The Room", school="A school", kind=ProvisionKind.SUPPORT_BASE, places=8)
STAY = Placement(provision=ROOM, began=date(2026, 11, 2))


def journey(key: str, **content: Any) -> Journey:
    return Journey(pupil=Pupil(id=PupilId(key)), **content)


def page(*journeys: Journey, on: date = DAY, in_full: bool = False, about: str | None = None) -> str:
    return tell_dataset(Dataset.of(journeys, about=about), policy=profile(), on=on, in_full=in_full)


def of_pupil(text: str, key: str) -> str:
    return next(part for part in text.split("\n\n") if part.startswith(f"Pupil {key}"))


@settings(max_examples=settings().max_examples // 4)
@given(datasets(), st.sampled_from(PROFILES), days(), st.booleans())
def test_every_dataset_makes_a_page(dataset: Dataset, policy: Any, on: date, in_full: bool) -> None:  # noqa: FBT001
    text = tell_dataset(dataset, policy=policy, on=on, in_full=in_full)
    assert text == tell_dataset(dataset, policy=policy, on=on, in_full=in_full)
    assert text.count("\nPupil ") >= len(dataset.journeys)
    for one in dataset.journeys:
        assert f"Stage: {in_words(find_stage(one, policy=policy, on=on))}." in text
        assert not isinstance(one.pupil.upn, Upn) or one.pupil.upn.format() not in text


@given(st.integers(1, 1000), days())
def test_what_comes_later_changes_nothing(seed: int, on: date) -> None:
    whole = Dataset.of(cohort(3, seed=seed))
    seen = attrs.evolve(whole, journeys=tuple(one.as_of(on) for one in whole.journeys))
    assert tell_dataset(whole, policy=profile(), on=on) == tell_dataset(seen, policy=profile(), on=on)


def test_in_full_tells_every_reason_and_no_less() -> None:
    short, full = (page(*cohort(5), in_full=in_full) for in_full in (False, True))
    assert " met" in short
    assert len(full.splitlines()) > len(short.splitlines())
    stay = of_pupil(page(journey("elm-01", placements=(STAY,)), in_full=True), "elm-01")
    for key in ("ELIG-1", "READY-1", "OUT-1"):
        assert f"{key} " in stay


STAGES = {
    Stage.NOT_KNOWN: journey("a"),
    Stage.NOT_REFERRED: journey("a", referrals=(), placements=()),
    Stage.REFERRED: journey("a", referrals=(Referral(day=date(2026, 11, 1)),), placements=()),
    Stage.AGREED: journey("a", placements=(Placement(planned=DateSpan(date(2027, 1, 4))),)),
    Stage.RETURNED: journey(
        "a", placements=(Placement(began=DAY, ending=Ending(day=DAY, destination=Destination.MAINSTREAM)),)
    ),
    Stage.ENDED: journey("a", placements=(Placement(began=DAY, ending=Ending(day=DAY)),)),
    Stage.CONTINUING_TO_QUALIFICATIONS: journey(
        "a", placements=(attrs.evolve(STAY, purpose=Purpose.QUALIFICATIONS),)
    ),
    Stage.PART_WEEK: journey(
        "a",
        placements=(STAY,),
        timetables=(
            Timetable(
                starts=DAY,
                lessons=(
                    Lesson(slot=Slot.parse("Mon:1"), where=Where.BASE),
                    Lesson(slot=Slot.parse("Mon:2"), where=Where.MAINSTREAM),
                ),
            ),
        ),
    ),
}
ASKED = ("ELIG-", "READY-", "OUT-")


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.value)
def test_each_stage_is_asked_what_matters_then(stage: Stage) -> None:
    pupil = of_pupil(page(STAGES[stage], in_full=True), "a")
    assert f"Stage: {in_words(stage)}." in pupil
    asked = {Stage.NOT_REFERRED: ASKED[:1], Stage.REFERRED: ASKED[:1], Stage.AGREED: ASKED[:1]}
    asked |= {Stage.NOT_KNOWN: ASKED[:1]}  # here a journey of which nothing is recorded
    asked |= {Stage.RETURNED: ASKED[::2], Stage.ENDED: ASKED[::2]}
    assert tuple(rule for rule in ASKED if rule in pupil) == asked.get(stage, ASKED)
    assert ("The pupil's colours" in pupil) is (stage is Stage.PART_WEEK)


def stays() -> Iterator[tuple[Placement, str]]:
    planned = DateSpan(date(2026, 11, 2), date(2026, 12, 11))
    yield STAY, "The Room, A school; began 2 November 2026."
    yield Placement(planned=planned), "planned from 2 November 2026 to 11 December 2026."
    yield Placement(planned=DateSpan(planned.start)), "planned from 2 November 2026 without an end."
    yield (
        Placement(began=planned.start, planned=DateSpan(planned.start)),
        "began 2 November 2026; planned without an end.",
    )
    yield (
        Placement(began=planned.start, planned=planned),
        "began 2 November 2026; planned to 11 December 2026.",
    )
    yield (
        attrs.evolve(STAY, provision=Provision(key="room", kind=ProvisionKind.SUPPORT_BASE)),
        "room; began 2 November 2026.",
    )
    yield (
        attrs.evolve(STAY, purpose=Purpose.RETURN, ending=Ending(day=DAY)),
        "purpose: return; began 2 November 2026; ended 20 November 2026.",
    )


@pytest.mark.parametrize(("stay", "told"), list(stays()))
def test_a_stay_in_words(stay: Placement, told: str) -> None:
    assert told in " ".join(page(journey("elm-01", placements=(stay,))).split())


def test_without_a_stay() -> None:
    one = Journey(pupil=Pupil(id=PupilId("elm-01"), year_group=YearGroup.YEAR_9))
    text = page(one, about="A few words about the data.")
    assert "Pupil elm-01, year 9 ─" in text
    assert "No placement is recorded." in text
    assert "\nA few words about the data.\n" in text


def test_what_is_due_is_listed_by_day() -> None:
    def stay(end: date) -> tuple[Placement, ...]:
        return (Placement(began=date(2026, 9, 7), planned=DateSpan(date(2026, 9, 7), end)),)

    late = journey("late", placements=stay(date(2026, 10, 23)))
    later = journey("later", placements=stay(date(2026, 11, 19)))
    found = [line.split() for line in page(later, late).splitlines() if "ending" in line]
    assert found == [
        ["23", "October", "2026", "OVERDUE", "late:", "ending"],
        ["19", "November", "2026", "OVERDUE", "later:", "ending"],
    ]
    assert "What is due" not in page(journey("elm-01"))


def test_the_provisions_own_numbers() -> None:
    open_stay = journey("a", placements=(STAY,))
    back = Ending(day=date(2026, 11, 18), destination=Destination.MAINSTREAM)
    ended = journey("b", placements=(attrs.evolve(STAY, purpose=Purpose.RETURN, ending=back),))
    other = Provision(key="other", kind=ProvisionKind.SUPPORT_BASE)
    dataset = Dataset(journeys=(open_stay, ended), provisions=(ROOM, other))
    text = " ".join(tell_dataset(dataset, policy=profile(), on=DAY).split())
    assert "Places taken: 1 of 8 places" in text
    assert "Went back to mainstream: 1 of 1 ended; 1 not known" in text
    assert "Described, without journeys" in text
    assert text.rpartition("Sources")[0].rstrip().endswith("other")
    assert "Described" not in page(open_stay)


def test_a_place_is_free_unless_that_is_not_known() -> None:
    planned = Placement(provision=ROOM, planned=DateSpan(date(2027, 1, 4)))
    overrun = attrs.evolve(STAY, planned=DateSpan(date(2026, 11, 2), date(2026, 11, 6)))
    waiting = journey("b", placements=(planned,))
    assert "+ ELIG-11 Places free: 7" in page(journey("a", placements=(STAY,)), waiting)
    assert "? ELIG-11" in page(journey("a", placements=(overrun,)), waiting)
    silent = attrs.evolve(planned, provision=attrs.evolve(ROOM, places=None))
    assert "+ ELIG-11 Places free: 9" in page(journey("b", placements=(silent,)))  # of the policy
    assert "? ELIG-11" in page(journey("b", placements=(attrs.evolve(planned, provision=None),)))


def test_every_source_is_numbered_once_and_every_number_has_its_source() -> None:
    body, _, sources = page(*cohort(5), in_full=True).rpartition("\nSources")
    cited = {int(part.partition("]")[0]) for part in body.split("[")[1:]}
    listed = [int(part.partition("]")[0]) for part in sources.split("[")[1:]]
    assert sorted(listed) == sorted(cited) == list(range(1, len(cited) + 1))


def test_no_line_is_too_wide() -> None:
    assert max(map(len, page(*cohort(5), in_full=True, about="word " * 100).splitlines())) <= 100
