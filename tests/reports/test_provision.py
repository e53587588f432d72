"""The report of a provision: its structure, what each reader may see of it, and that it needs nothing else."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

import pytest
from attrs import evolve

from iapcore.errors import InvalidRecordError, UnknownCodeError
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.profiles import profile
from iapcore.guidance.tenets import Tenet, Topic
from iapcore.measures.before_and_after import Area
from iapcore.measures.costs import Cost, compare_costs
from iapcore.measures.effect import count_before_and_after
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import RETURNS, count_returns
from iapcore.measures.self_review import PracticeAnswer, Practised, SelfReview
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.reports.pictures.drawing import DARK, GREY, LIGHT
from iapcore.reports.provision import provision_page
from iapcore.reports.provision.html import element, paragraph
from iapcore.reports.provision.sections import SECTIONS
from iapcore.reports.provision.style import STYLE
from iapcore.reports.provision.view import Part, View
from iapcore.samples import cohort
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.money import Money
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan

ON: Final = date(2026, 11, 20)
POLICY: Final = profile("half-term")
COHORT: Final = Dataset.of(cohort(24))
TEAM: Final = provision_page(COHORT, policy=POLICY, on=ON)
MANY: Final = Dataset.of(cohort(80, missing=0))
OTHERS: Final = provision_page(MANY, policy=POLICY, on=ON, publish="returns", threshold=5)
EMPTY: Final = provision_page(Dataset(journeys=()), policy=POLICY, on=ON)
REVIEW: Final = SelfReview(
    on=date(2026, 10, 2),
    answers=(
        PracticeAnswer(practice="UNI-3", answer=Practised.IN_PLACE, evidence="zq7 list"),
        PracticeAnswer(practice="UNI-4", answer=Practised.NOT_IN_PLACE, evidence="zq7 points"),
        PracticeAnswer(practice="REL-1", answer=Practised.NOT_KNOWN),
    ),
)
COSTS: Final = compare_costs(
    Cost(name="our <room>", total=Money.parse("96,000"), places=8, weeks=39),
    Cost(name="a place outside", total=Money.parse("6,150.50"), places=1, weeks=13),
)
OWN: Final = provision_page(COHORT, policy=POLICY, on=ON, review=REVIEW, costs=COSTS)
OWN_OTHERS: Final = provision_page(
    MANY, policy=POLICY, on=ON, publish="returns", threshold=5, review=REVIEW, costs=COSTS
)
PAGES: Final = {"team": TEAM, "others": OTHERS, "empty": EMPTY, "own": OWN, "own, others": OWN_OTHERS}
VOID: Final = {"meta", "line", "rect", "circle", "polyline", "path"}


class Tree(HTMLParser):
    """Elements in order with their attributes and the elements around them; a tag that is not closed is a mistake."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs, _ in self.elements if name == tag]

    def words(self, tag: str) -> list[str]:
        return [text for around, text in self.texts if around and around[-1] == tag]


TREES: Final = {name: Tree(page) for name, page in PAGES.items()}


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# What every page is


def test_the_landmarks(name: str) -> None:
    tree = TREES[name]
    outline = [tag for tag, _, around in tree.elements if around == ("html", "body")]
    assert outline == ["a", "header", "nav", "main", "footer"]
    [skip, *_] = tree.all("a")
    assert (skip["class"], skip["href"]) == ("skip", "#content")
    assert tree.all("main")[0]["id"] == "content"
    assert tree.all("html") == [{"lang": "en-GB"}]
    assert len(tree.words("title")) >= 1
    assert {"charset": "utf-8"} in tree.all("meta")


def test_headings_do_not_jump(name: str) -> None:
    levels = [int(tag[1]) for tag, _, _ in TREES[name].elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_link_leads_to_a_place_in_the_page(name: str) -> None:
    ids = [attrs["id"] for _, attrs, _ in TREES[name].elements if "id" in attrs]
    assert len(set(ids)) == len(ids)
    for link in TREES[name].all("a"):
        assert (link["href"] or "").removeprefix("#") in ids
    for _, attrs, _ in TREES[name].elements:
        assert attrs.get("aria-labelledby") in (None, *ids)


def test_tables_have_captions_and_headers_with_scope(name: str) -> None:
    tree = TREES[name]
    assert len(tree.all("caption")) == len(tree.all("table"))
    assert {attrs.get("scope") for attrs in tree.all("th")} <= {"col", "row"}
    for around, attrs in ((around, attrs) for tag, attrs, around in tree.elements if tag == "th"):
        assert attrs["scope"] == ("col" if "thead" in around else "row")
    boxes = [attrs for attrs in tree.all("div") if attrs.get("class") == "wide"]
    assert len(boxes) == len(tree.all("table"))
    assert all((attrs["role"], attrs["tabindex"]) == ("region", "0") for attrs in boxes)


def test_pictures_tell_their_content(name: str) -> None:
    tree = TREES[name]
    for attrs in tree.all("svg"):
        assert attrs["role"] == "img"
        assert attrs["aria-label"]
    assert len(tree.words("desc")) == len(tree.all("svg"))


def test_nothing_is_loaded_and_nothing_runs(name: str) -> None:
    page = PAGES[name].replace('xmlns="http://www.w3.org/2000/svg"', "")
    tags = {tag for tag, _, _ in TREES[name].elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base"})
    attributes = {key for _, attrs, _ in TREES[name].elements for key in attrs}
    assert not [key for key in attributes if key.startswith("on") or key in ("src", "srcset", "background")]
    assert "url(" not in page
    assert "@import" not in page
    assert not re.search(r"(?:href|action)=\"(?!#)", page)
    assert "default-src 'none'" in page.replace("&#x27;", "'")


def test_the_same_data_give_the_same_page(name: str) -> None:
    again = {
        "team": lambda: provision_page(COHORT, policy=POLICY, on=ON),
        "others": lambda: provision_page(MANY, policy=POLICY, on=ON, publish="returns", threshold=5),
        "empty": lambda: provision_page(Dataset(journeys=()), policy=POLICY, on=ON),
        "own": lambda: provision_page(COHORT, policy=POLICY, on=ON, review=REVIEW, costs=COSTS),
        "own, others": lambda: provision_page(
            MANY, policy=POLICY, on=ON, publish="returns", threshold=5, review=REVIEW, costs=COSTS
        ),
    }
    assert again[name]() == PAGES[name]


def test_it_informs_and_people_decide(name: str) -> None:
    assert "It informs; people decide." in PAGES[name]
    assert "What is not known" in TREES[name].words("h2")


@pytest.mark.parametrize("page", [TEAM, OTHERS])
def test_no_pupil_is_in_it(page: str) -> None:
    for journey in (*COHORT.journeys, *MANY.journeys):
        assert journey.pupil.id.format() not in page


def test_what_is_text_is_escaped() -> None:
    room = Provision(key="room", name='<b>"A&B"</b>', kind=ProvisionKind.SUPPORT_BASE, places=4)
    stay = Placement(provision=room, began=date(2026, 11, 2))
    journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    page = provision_page(Dataset.of([journey]), policy=POLICY, on=ON)
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert Tree(page).all("b") == []
    assert element("a", "<", href='"><') == '<a href="&quot;&gt;&lt;">&lt;</a>'


def lightness(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    full = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    parts = [int(full[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str) -> float:
    lighter, darker = sorted((lightness(ink), lightness(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_words_stand_out_by_day_by_night_and_on_paper() -> None:
    """A checker cannot see behind the words of a picture; and 4.5 is what WCAG 2.2 asks for at level AA."""
    schemes = [dict(re.findall(r"--(\w+):(#\w+)", one)) for one in re.findall(r":root\{([^}]*)\}", STYLE)]
    assert len(schemes) == 3
    for scheme in schemes:
        for ink, paper in (("ink", "paper"), ("ink", "soft"), ("link", "paper")):
            assert contrast(scheme[ink], scheme[paper]) >= 4.5
        assert contrast(scheme["line"], scheme["paper"]) >= 3
    assert contrast(DARK, LIGHT) >= 4.5
    assert contrast(GREY, LIGHT) >= 4.5


# For the team


def test_it_is_marked_internal_on_screen_and_on_paper() -> None:
    assert any("INTERNAL" in words for words in TREES["team"].words("strong"))
    assert TREES["team"].words("title")[0].startswith("INTERNAL: ")
    assert '@top-center{content:"INTERNAL' in TEAM
    assert "INTERNAL" not in OTHERS


def test_the_sections_in_their_order() -> None:
    assert TREES["team"].words("h2") == [
        "Where stays led",
        "Whether returns lasted",
        "What followed a stay",
        "After how long",
        "How long stays are",
        "Before, during and after",
        "How pupils are",
        "What people say",
        "Who waits",
        "What people should ask",
        "Places and lessons",
        "What is not known",
        "Definitions and sources",
    ]
    assert len(TREES["team"].all("svg")) == 3


def test_during_a_stay_never_stands_without_before_after_and_where_stays_led() -> None:
    compared = count_before_and_after(COHORT.journeys, area=Area.ATTENDANCE, policy=POLICY, on=ON)
    cells = TREES["team"].words("td")
    for window in (compared.before, compared.during, compared.after):
        assert f"{window.count} of {window.possible}" in cells
    led = "Where all stays led that ended"
    assert led in TREES["team"].words("caption")
    assert led not in TREES["empty"].words("caption")  # a table without rows tells nothing
    assert compared.definition.caution in TREES["team"].words("li")


def test_a_questionnaire_without_edition_or_informant_is_told_as_such() -> None:
    scores = (ScaleScore(scale="total", points=20), ScaleScore(scale="prosocial", points=4))
    filled_in = tuple(
        Assessment(day=day, instrument=Instrument.SDQ, scores=scores)
        for day in (date(2026, 9, 8), date(2026, 11, 10))
    )
    ended = Ending(day=date(2026, 11, 12))
    journey = evolve(
        next(one for one in COHORT.journeys if one.calendar),
        placements=(Placement(began=date(2026, 9, 7), ending=ended),),
        assessments=filled_in,
    )
    page = provision_page(Dataset.of([journey]), policy=POLICY, on=ON)
    assert "SDQ, edition not recorded, informant not recorded" in page
    assert "not recorded" in page


def test_numbers_stand_as_they_were_counted() -> None:
    back = count_returns(COHORT.journeys, policy=POLICY, on=ON)
    cells = TREES["team"].words("td")
    assert f"{back.numerator} of {back.base} ended" in cells
    assert "; ".join(f"{count} {reason}" for reason, count in back.excluded) in cells
    assert str(back.not_known) in cells
    assert RETURNS.caution in TREES["team"].words("li")


def test_of_few_there_is_no_per_cent() -> None:
    ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    stay = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), ending=ending)
    few = [Journey(pupil=Pupil(id=PupilId(f"elm-{number}")), placements=(stay,)) for number in range(9)]
    page = Tree(provision_page(Dataset.of(few), policy=POLICY, on=ON))
    assert "9 of 9 ended" in page.words("td")
    assert not [cell for cell in page.words("td") if "100" in cell]
    ten = Journey(pupil=Pupil(id=PupilId("elm-10")), placements=(stay,))
    assert "100\N{NO-BREAK SPACE}%" in Tree(
        provision_page(Dataset.of([*few, ten]), policy=POLICY, on=ON)
    ).words("td")


def test_several_provisions_stand_apart_by_name() -> None:
    names = {"a": "Elm Room", "b": "Elm Room", "c": None, "d": "Oak Room"}
    stays = [
        Placement(
            provision=Provision(key=key, name=name, kind=ProvisionKind.SUPPORT_BASE, places=4),
            began=date(2026, 11, 2),
            purpose=Purpose.RETURN,
        )
        for key, name in names.items()
    ]
    journeys = [
        Journey(pupil=Pupil(id=PupilId(f"elm-{number}")), placements=(stay,))
        for number, stay in enumerate(stays)
    ]
    tree = Tree(provision_page(Dataset.of(journeys), policy=POLICY, on=ON))
    groups = [text for around, text in tree.texts if around[-1:] == ("span",)]
    assert {"a", "b", "c", "Oak Room"} <= set(groups)
    assert "Places taken: Oak Room" in tree.words("th")
    assert any(one.startswith("Provisions: a, b, c, Oak Room. ") for one in tree.words("p"))


def test_without_journeys_it_says_so() -> None:
    assert any(one.startswith("Provisions: none recorded. ") for one in TREES["empty"].words("p"))
    assert "Nothing that is counted here is not known." in TREES["empty"].words("p")
    assert "No stay that was to lead back has begun, or none of known length." in TREES["empty"].words("p")
    assert TREES["empty"].all("svg") == []


# For others


def numbers_in(tree: Tree) -> Iterator[int]:
    """Every whole number in a cell or a picture of the page, but for the day and shares."""
    for around, text in tree.texts:
        if around[-1:] == ("td",) or "svg" in around:
            plain = re.sub(r"\d+\sNovember \d{4}|\d+\s%|made-up-half-term-\d", "", text)
            yield from map(int, re.findall(r"\d+", plain))


def test_no_small_number_is_shown_to_others() -> None:
    shown = list(numbers_in(TREES["others"]))
    assert shown
    assert min(shown) >= 5
    assert "Counts below 5 stand as " in TREES["others"].words("p")
    assert "c" in TREES["others"].words("td")


def test_others_see_one_measure_and_what_is_left_out() -> None:
    tree = TREES["others"]
    assert tree.words("h2") == [
        "Where stays led",
        "What is not known",
        "What this page does not show",
        "Definitions and sources",
    ]
    assert len(tree.all("table")) == len(tree.all("svg")) == 1
    published = publish_measure(count_returns(MANY.journeys, policy=POLICY, on=ON), threshold=5)
    assert f"{published.whole.numerator} of {published.whole.base} ended" in tree.words("td")
    assert "How long stays are" in tree.words("li")


@pytest.mark.parametrize("key", ["answered", "sustained-returns-12", "relapses-6", "unplanned-reentries"])
def test_another_measure_may_be_chosen(key: str) -> None:
    page = provision_page(MANY, policy=POLICY, on=ON, publish=key)
    assert len(Tree(page).all("table")) == 1
    assert min(numbers_in(Tree(page)), default=10) >= 10


@pytest.mark.parametrize("key", ["places", "lessons-back", "zq7", "sustained-returns"])
def test_what_cannot_be_published_is_told(key: str) -> None:
    with pytest.raises(UnknownCodeError, match="returns, answered, ") as refused:
        provision_page(COHORT, policy=POLICY, on=ON, publish=key)
    assert "zq7" not in str(refused.value)


# What people bring themselves


def _rows(page: str, caption: str) -> list[list[str]]:
    [inside] = re.findall(f"<table><caption[^>]*>{re.escape(caption)}</caption>(.*?)</table>", page)
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in inside.split("<tr>")]
    return [row for row in rows if row][1:]


@pytest.mark.parametrize("page", [OWN, OWN_OTHERS])
def test_a_self_review_stands_by_tenet_with_what_to_talk_about_first(page: str) -> None:
    rows = _rows(page, "Practices: one with the mainstream school")
    assert rows[0] == ["UNI-4 Do the school's rules and rewards hold here?", "not in place"]
    assert rows[-1] == ["UNI-3 Do pupils wear what everybody at the school wears?", "in place"]
    assert {answer for _, answer in rows[1:-1]} == {"not known"}
    asked = [one for one in PRACTICES if one.tenet is Tenet.UNIFIED and one.topic is Topic.UNIFICATION]
    assert [row[0] for row in rows[1:-1]] == [
        f"{one.key} {one.asks}" for one in asked if one.key not in ("UNI-3", "UNI-4")
    ]
    captions = [one for one in Tree(page).words("caption") if one.startswith("Practices: ")]
    assert captions == ["Practices: one with the mainstream school", "Practices: under all four"]
    assert any(one.startswith("Answers of people here on 2 October 2026. ") for one in Tree(page).words("p"))
    assert "Not talked about: foundations, referral, " in page
    assert FOUR_TENETS.format() in page


def test_a_self_review_is_not_added_up_and_keeps_what_it_rests_on() -> None:
    section = OWN[OWN.index('<section id="review"') : OWN.index('<section id="costs"')]
    assert "zq7" not in OWN + OWN_OTHERS
    assert not re.search(r"\d+ of \d+|\d\s?%|[Gg]rade|[Tt]otal", section)


def test_a_self_review_of_every_topic_leaves_none_out() -> None:
    first = {one.topic: one.key for one in reversed(PRACTICES)}
    answers = tuple(PracticeAnswer(practice=key, answer=Practised.IN_PLACE) for key in first.values())
    page = provision_page(COHORT, policy=POLICY, on=ON, review=evolve(REVIEW, answers=answers))
    assert "Not talked about" not in page
    captions = [one for one in Tree(page).words("caption") if one.startswith("Practices: ")]
    assert len(captions) == len(Tenet) + 1


def test_a_self_review_of_a_later_day_is_told() -> None:
    with pytest.raises(InvalidRecordError, match="of a later day than the page"):
        provision_page(COHORT, policy=POLICY, on=date(2026, 10, 1), review=REVIEW)


def test_costs_are_for_the_team() -> None:
    assert _rows(OWN, "Costs side by side") == [
        ["our &lt;room&gt;", "£96,000.00", "8", "39", "£307.69"],
        ["a place outside", "£6,150.50", "1", "13", "£473.12"],
    ]
    assert set(COSTS.says_not) <= set(Tree(OWN).words("li"))
    assert "£" not in OWN_OTHERS
    assert "Costs, in the school's own figures" in Tree(OWN_OTHERS).words("li")


def test_what_was_not_given_is_told_to_the_team_and_is_no_section() -> None:
    absent = "Not given to this page: Self-review by the four tenets; Costs, in the school's own figures."
    assert absent in Tree(TEAM).words("p")
    assert "Not given" not in OWN + OTHERS + OWN_OTHERS
    for title in ("Self-review", "Costs,"):
        assert title not in OTHERS


# Sections of one's own


def test_a_section_is_one_function() -> None:
    def checked(view: View) -> Part:
        return Part(key="more", title="More", body=(paragraph(f"{len(view.journeys)} journeys"),))

    page = provision_page(COHORT, policy=POLICY, on=ON, sections=(*SECTIONS, checked))
    assert "24 journeys" in Tree(page).words("p")
    alone = provision_page(COHORT, policy=POLICY, on=ON, sections=(checked,))
    assert Tree(alone).all("dl") == []
    assert "Sources" not in Tree(alone).words("h3")
    assert page.index("Places and lessons") < page.index("24 journeys")


def test_a_journey_without_placements_is_one_thing_not_known() -> None:
    unknown = [evolve(one, placements=None) for one in COHORT.journeys[:2]]
    page = provision_page(Dataset.of(unknown), policy=POLICY, on=ON)
    rows = _rows(page, "What is not known, by measure")
    assert ["After how long: placements not recorded", "2"] in rows
    assert ["How pupils are: placements not recorded", "2"] in rows
    assert ["What people say: placements not recorded", "2"] in rows
    assert ["Went back to mainstream", "2"] in rows
    assert "Two questionnaires that compare" not in [what for what, _ in rows]


def test_a_reason_for_not_knowing_stands_once_in_a_section() -> None:
    stay = Placement(began=date(2026, 9, 7), planned=DateSpan(date(2026, 9, 7), date(2026, 10, 16)))
    silent = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    asked = evolve(silent, experiences=())
    page = provision_page(Dataset.of([silent, asked]), policy=POLICY, on=ON)
    rows = _rows(page, "What is not known, by measure")
    assert [row for row in rows if row[0].startswith("What people say")] == [
        ["What people say: what people say not recorded", "1"],
        ["What people say: end not recorded", "2"],
    ]


def test_each_row_of_before_during_and_after_has_its_definition() -> None:
    terms = TREES["team"].words("dt")
    assert {f"{area.value.capitalize()} before and after" for area in Area} <= set(terms)
