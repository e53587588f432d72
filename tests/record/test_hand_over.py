"""A hand-over holds what helps from here on, and is handed over once pupil and family have seen it."""

from datetime import date
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write
from iapcore.record.as_of import as_of
from iapcore.record.hand_over import HandOver, HandOverChange
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.record.review import Target
from iapcore.record.support import Evaluation, SupportTried
from iapcore.record.transition import Adjustment, Passport, Transition
from iapcore.strategies import days, journeys
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import PriorSupport
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.recipients import Recipient

ELM: Final = PupilId("elm-01")
TEACHER: Final = Recipient.RECEIVING_TEACHER
DAY: Final = date(2026, 11, 20)
LATER: Final = date(2026, 11, 24)
PASSPORT: Final = Passport(day=date(2026, 11, 5), strategies=("A seat near the door",), triggers=("Noise",))
AGREED: Final = Adjustment(agreed=date(2026, 11, 6), words="A card to show")


def tried(helped: Extent | None) -> SupportTried:
    return SupportTried(
        support=PriorSupport.MENTORING,
        evaluation=helped and Evaluation(day=date(2026, 9, 25), helped=helped, words="a story"),
        words="a story",
    )


REFERRAL: Final = Referral(
    day=date(2026, 9, 28),
    supports=(tried(Extent.YES), tried(Extent.NO), tried(None)),
    support_while_waiting=(tried(Extent.PARTLY),),
)
JOURNEY: Final = Journey(
    pupil=Pupil(id=ELM),
    referrals=(REFERRAL,),
    placements=(
        Placement(began=date(2026, 11, 2), transition=Transition(passport=PASSPORT, adjustments=(AGREED,))),
        Placement(began=date(2025, 11, 2), transition=Transition(passport=Passport(strategies=("old",)))),
    ),
    targets=(Target(ref="t1", day=date(2026, 11, 6), words="Ask for help"),),
)


def bundle(**given: Any) -> HandOver:
    return HandOver(**({"pupil": ELM, "to": TEACHER, "on": DAY, "version": 1} | given))


def test_it_holds_what_helps_of_the_latest_stay() -> None:
    made = HandOver.of(JOURNEY, to=TEACHER, on=DAY, wants_known=["I like to draw"])
    without_words = Evaluation(day=date(2026, 9, 25), helped=Extent.YES)
    assert made == HandOver(
        pupil=ELM,
        to=TEACHER,
        on=DAY,
        version=1,
        passport=PASSPORT,
        targets=JOURNEY.targets,
        supports=tuple(
            SupportTried(support=PriorSupport.MENTORING, evaluation=evolve(without_words, helped=helped))
            for helped in (Extent.YES, Extent.PARTLY)
        ),
        adjustments=(AGREED,),
        wants_known=("I like to draw",),
    )


def test_what_is_not_recorded_is_not_none() -> None:
    bare = HandOver.of(Journey(pupil=Pupil(id=ELM)), to=TEACHER, on=DAY)
    assert {part for _, part in bare.says} == {None}
    looked = Journey(
        pupil=Pupil(id=ELM), referrals=(Referral(day=DAY, supports=()),), placements=(Placement(),)
    )
    assert HandOver.of(looked, to=TEACHER, on=DAY).supports == ()
    assert HandOver.of(looked, to=TEACHER, on=DAY).passport is None


def test_it_is_made_of_what_had_happened_by_then() -> None:
    assert HandOver.of(JOURNEY, to=TEACHER, on=date(2026, 11, 4)).passport is None
    assert HandOver.of(JOURNEY, to=TEACHER, on=date(2026, 11, 5)).passport == PASSPORT


def test_a_day_is_needed() -> None:
    on: Any = "2026-11-20"
    with pytest.raises(InvalidRecordError, match=r"plain datetime\.date"):
        HandOver.of(JOURNEY, to=TEACHER, on=on)


# Seen first by pupil and family


def test_it_is_handed_over_once_both_have_seen_it() -> None:
    first = bundle()
    assert first.not_seen_by == (Role.PUPIL, Role.FAMILY)
    half = evolve(first, seen_by_pupil=DAY)
    assert half.not_seen_by == (Role.FAMILY,)
    seen = evolve(half, seen_by_family=LATER)
    assert seen.not_seen_by == ()
    assert evolve(seen, handed_over=LATER).handed_over == LATER


@given(st.from_type(HandOver), days())
def test_looked_at_earlier_it_was_not_yet_seen(made: HandOver, day: date) -> None:
    was = as_of(made, day)
    assert (was is None) is (day < made.on)
    for name in ("seen_by_pupil", "seen_by_family", "handed_over") if was else ():
        came = getattr(made, name)
        assert getattr(was, name) == (came if came and came <= day else None)


@pytest.mark.parametrize(
    ("given_days", "path", "kind"),
    [
        ({"handed_over": LATER}, "handed_over", ProblemKind.CONTRADICTION),
        ({"handed_over": LATER, "seen_by_pupil": DAY}, "handed_over", ProblemKind.CONTRADICTION),
        ({"handed_over": LATER, "seen_by_family": DAY}, "handed_over", ProblemKind.CONTRADICTION),
        (
            {"handed_over": DAY, "seen_by_pupil": DAY, "seen_by_family": LATER},
            "handed_over",
            ProblemKind.OUT_OF_ORDER,
        ),
        ({"seen_by_pupil": date(2026, 11, 19)}, "seen_by_pupil", ProblemKind.OUT_OF_ORDER),
        ({"seen_by_family": date(2026, 11, 19)}, "seen_by_family", ProblemKind.OUT_OF_ORDER),
        ({"version": 0}, "version", ProblemKind.OUT_OF_RANGE),
        ({"to": Recipient.RESEARCHER}, "to", ProblemKind.CONTRADICTION),
    ],
)
def test_what_cannot_be(given_days: dict[str, Any], path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as raised:
        bundle(**given_days)
    assert [(one.path, one.kind) for one in raised.value.problems] == [(path, kind)]


def test_a_researcher_is_handed_nobody() -> None:
    with pytest.raises(InvalidRecordError, match="use redact"):
        HandOver.of(JOURNEY, to=Recipient.RESEARCHER, on=DAY)


# Versions


def test_a_change_makes_a_new_version_that_nobody_has_seen() -> None:
    first = evolve(
        HandOver.of(JOURNEY, to=TEACHER, on=DAY, wants_known=("I like to draw",)),
        seen_by_pupil=DAY,
        seen_by_family=DAY,
        handed_over=LATER,
    )
    again = HandOver.of(JOURNEY, to=TEACHER, on=date(2026, 12, 4), last=first)
    assert again is first
    target = Target(ref="t2", day=date(2026, 12, 1))
    changed = evolve(JOURNEY, targets=(target,))
    second = HandOver.of(changed, to=TEACHER, on=date(2026, 12, 4), last=first)
    assert (second.version, second.on, second.handed_over) == (2, date(2026, 12, 4), None)
    assert second.not_seen_by == (Role.PUPIL, Role.FAMILY)
    assert second.wants_known == ("I like to draw",)
    assert second.diff(first) == (
        HandOverChange(part="targets", added=(target,), gone=JOURNEY.targets or ()),
    )
    assert (
        HandOver.of(changed, to=TEACHER, on=date(2026, 12, 4), wants_known=(), last=first).wants_known == ()
    )


@pytest.mark.parametrize(
    "last", [bundle(pupil=PupilId("elm-02")), bundle(to=Recipient.FAMILY)], ids=["pupil", "recipient"]
)
def test_the_last_version_is_of_the_same_pupil_for_the_same_reader(last: HandOver) -> None:
    with pytest.raises(InvalidRecordError, match="another pupil"):
        HandOver.of(JOURNEY, to=TEACHER, on=DAY, last=last)


@given(st.from_type(HandOver), st.from_type(HandOver))
def test_a_difference_read_backwards_is_the_other_difference(one: HandOver, other: HandOver) -> None:
    assert one.diff(one) == ()
    there, back = one.diff(other), other.diff(one)
    assert [(each.part, each.added, each.gone) for each in there] == [
        (each.part, each.gone, each.added) for each in back
    ]


# Documents


@given(st.from_type(HandOver))
def test_it_is_read_back(made: HandOver) -> None:
    assert structure(parse(write(unstructure(made))), HandOver) == made


@settings(max_examples=settings().max_examples // 2)
@given(journeys(), st.sampled_from([to for to in Recipient if to is not Recipient.RESEARCHER]))
def test_one_can_be_made_of_any_journey(journey: Journey, to: Recipient) -> None:
    made = HandOver.of(journey, to=to, on=DAY)
    assert structure(parse(write(unstructure(made))), HandOver) == made
    assert HandOver.of(journey, to=to, on=DAY, last=made) is made


DOCUMENT: Final = unstructure(bundle())


def test_a_document_is_read_strictly() -> None:
    assert DOCUMENT == {
        "format": "iapcore/hand_over",
        "version": 1,
        "hand_over": {"pupil": "elm-01", "to": "receiving_teacher", "on": "2026-11-20", "version": 1},
    }
    inside = DOCUMENT["hand_over"]
    for wrong, path in (
        ({"format": "iapcore/journey"}, "format"),
        ({"version": 2}, "version"),
        ({"hand_over": inside | {"incidents": []}}, "hand_over"),
        (
            {"hand_over": {name: one for name, one in inside.items() if name != "version"}},
            "hand_over.version",
        ),
        ({"hand_over": inside | {"to": "anybody"}}, "hand_over.to"),
        ({"hand_over": inside | {"handed_over": "2026-11-24"}}, "hand_over.handed_over"),
        ({"also": 1}, ""),
    ):
        with pytest.raises(InvalidRecordError) as raised:
            structure(DOCUMENT | wrong, HandOver)
        assert [one.path for one in raised.value.problems] == [path]
