"""The page of a hand-over: whole in one file, marked up by meaning, and clear about what nobody has seen yet."""

from datetime import date
from html.parser import HTMLParser
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.record.hand_over import HandOver
from iapcore.record.review import Target
from iapcore.record.support import Evaluation, SupportTried
from iapcore.record.timetable import Slot
from iapcore.record.transition import Adjustment, Passport
from iapcore.reports.hand_over_page import hand_over_as_html
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import NeedKind, PriorSupport
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.recipients import Recipient

DAY: Final = date(2026, 11, 20)
AGREED: Final = Adjustment(
    agreed=date(2026, 11, 5), by=Role.SUBJECT_TEACHER, slots=(Slot.parse("Mon:3"),), words="A card to show"
)
BARE: Final = HandOver(pupil=PupilId("elm-01"), to=Recipient.RECEIVING_TEACHER, on=DAY, version=1)
FULL: Final = evolve(
    BARE,
    passport=Passport(strategies=("A seat <by> the door",), triggers=()),
    targets=(
        Target(ref="t1", day=date(2026, 11, 6), words="Ask for help", measure="Times a week"),
        Target(ref="t2", day=date(2026, 11, 6), need=NeedKind.WELLBEING),
        Target(ref="t3", day=date(2026, 11, 6)),
    ),
    supports=(
        SupportTried(
            support=PriorSupport.MENTORING,
            started=date(2026, 6, 15),
            ended=date(2026, 7, 10),
            evaluation=Evaluation(day=DAY, helped=Extent.PARTLY),
        ),
        SupportTried(support=PriorSupport.FAMILY_MEETINGS, evaluation=Evaluation(day=DAY, helped=Extent.YES)),
        SupportTried(support=PriorSupport.TIME_OUT_CARD),
    ),
    adjustments=(AGREED, Adjustment(agreed=date(2026, 11, 5), made=date(2026, 11, 9))),
    wants_known=("I like to draw",),
)


class Page(HTMLParser):
    """The elements of a page as they open and close, and its text by section."""

    VOID = ("meta",)

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.sections: dict[str, list[str]] = {"": []}
        self._heading = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not data.strip() or "style" in self.open:
            return
        if self.open[-1] == "h2":
            self._heading = data
            self.sections[data] = []
        elif "footer" not in self.open:
            self.sections[self._heading].append(data)


def test_it_says_each_part() -> None:
    sections = Page(hand_over_as_html(FULL)).sections
    del sections[""]
    assert sections == {
        "What the pupil wants you to know": ["I like to draw"],
        "What helps": ["A seat <by> the door"],
        "What is hard": ["Nothing."],
        "What the pupil is working on": [
            "Ask for help (measured by: Times a week; set on 6 November 2026)",
            "A target for wellbeing (set on 6 November 2026)",
            "A target (set on 6 November 2026)",
        ],
        "Support that has helped": [
            "Mentoring (it helped in part; from 15 June 2026 until 10 July 2026)",
            "Family meetings (it helped)",
            "Time-out card",
        ],
        "What was agreed": [
            "A card to show (by the subject teacher; in Mon:3; agreed on 5 November 2026; not recorded as made yet)",
            "An adjustment (agreed on 5 November 2026; made on 9 November 2026)",
        ],
    }


def test_what_is_not_recorded_is_told_so() -> None:
    sections = Page(hand_over_as_html(BARE)).sections
    assert {tuple(told) for name, told in sections.items() if name} == {("Not recorded.",)}
    assert len(sections) == 1 + len(BARE.says)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ({}, "seen by the pupil and the family."),
        ({"seen_by_pupil": DAY}, "seen by the family."),
        ({"seen_by_family": DAY}, "seen by the pupil."),
    ],
)
def test_a_draft_says_so_first(seen: dict[str, date], told: str) -> None:
    head = Page(hand_over_as_html(evolve(BARE, **seen))).sections[""]
    assert head[2] == "Draft."
    assert told in head[3]
    assert "not to be handed over" in head[3]
    assert "not yet" in head


def test_what_was_seen_is_no_draft() -> None:
    seen = evolve(BARE, seen_by_pupil=DAY, seen_by_family=DAY, handed_over=date(2026, 11, 24))
    head = Page(hand_over_as_html(seen)).sections[""]
    assert "Draft." not in head
    assert head[-6:] == [
        "Seen by the pupil",
        "20 November 2026",
        "Seen by the family",
        "20 November 2026",
        "Handed over",
        "24 November 2026",
    ]


def test_a_later_version_tells_what_is_new_and_what_is_gone() -> None:
    second = evolve(FULL, version=2, wants_known=("I like to draw", "I like maths"), adjustments=(AGREED,))
    sections = Page(hand_over_as_html(second, last=FULL)).sections
    assert sections["What the pupil wants you to know"] == [
        "I like to draw",
        "New or changed:",
        " I like maths",
    ]
    assert sections["What is no longer said, since version 1"] == [
        "What was agreed: An adjustment (agreed on 5 November 2026; made on 9 November 2026)"
    ]


def test_a_later_version_that_only_adds_or_says_the_same() -> None:
    heading = "What is no longer said, since version 1"
    more = evolve(FULL, version=2, wants_known=("I like to draw", "I like maths"))
    assert Page(hand_over_as_html(more, last=FULL)).sections[heading] == ["Nothing was taken away."]
    assert Page(hand_over_as_html(FULL, last=FULL)).sections[heading] == ["Nothing has changed."]


@given(st.from_type(HandOver), st.none() | st.from_type(HandOver))
def test_it_is_one_whole_page_that_needs_nothing_else(bundle: HandOver, last: HandOver | None) -> None:
    html = hand_over_as_html(bundle, last=last)
    page = Page(html)
    tags = [tag for tag, _ in page.seen]
    assert not {"script", "link", "img", "iframe", "a"} & set(tags)
    assert not any(
        name in ("src", "href", "style") or name.startswith("on") for _, given in page.seen for name in given
    )
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "size: A4" in style
    assert (tags.count("h1"), tags.count("main"), dict(page.seen)["html"]) == (1, 1, {"lang": "en-GB"})
    assert html.startswith("<!doctype html>\n")
