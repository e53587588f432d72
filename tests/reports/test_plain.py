"""What families and pupils read: every rule has plain words, no jargon stands in them, and they say what to question.

Reading level. GOV.UK's advice on content is to write for a reading age of about nine. The Coleman-Liau index tells the
American school grade that a text asks for: grade 4 is that age, and grade 5 one year more. A page as a whole stays
within 4, the words of one rule (a few short sentences, so the index swings) within 5. LIX is the second witness, as it
counts long words otherwise: below 25 lie books for children. Measured on the day of writing: pages 1 to 2 and 11, the
hardest rule 4 and 20. Both need letters, words and sentences alone, so they work without a list of words from the net.
"""

import re
from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import Eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import OutcomeKind, classify_outcome
from iapcore.decisions.questions import Questions
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import Leads
from iapcore.guidance.profiles import profile
from iapcore.guidance.steps import Step
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending
from iapcore.record.stream import Stream
from iapcore.record.timetable import Lesson, Timetable
from iapcore.reports.plain import FOR_STAFF, PLACES, PLAIN, UNSAID, Plain, is_for_staff, plainly
from iapcore.reports.plain_answers import ANSWERS
from iapcore.reports.words import tell
from iapcore.vocabulary.people import Audience
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory
from tests import stories
from tests.cases import CASES, Case
from tests.cases.safeguards import WELL
from tests.laws import policies, told
from tests.stories import ENDED, LONG_AFTER, ON

READERS: Final = (Audience.FAMILY, Audience.PUPIL)
TOLD: Final = tuple(rule for rule in RULES if rule.key.partition("-")[0] not in FOR_STAFF[Audience.FAMILY])
"""What families are told of; pupils are told of no more."""
GRADE_OF_A_PAGE: Final = 4
GRADE_OF_A_RULE: Final = 5
LIX: Final = 25
MOST_WORDS: Final = 20
JARGON: Final = (
    "aggress",
    "attendance",
    "blame",
    "consult",
    "destination",
    "disrupt",
    "fail",
    "fault",
    "incident",
    "mainstream",
    "naughty",
    "not met",
    "placement",
    "policy",
    "provision",
    "refus",
    "reintegrat",
    "referral",
    "risk",
    "score",
    "senco",
    "session",
    "suspen",
    "target",
    "threshold",
    "transition",
    "verdict",
)


def templates(plain: Plain) -> list[str]:
    every = (plain.met, plain.not_met, plain.not_known, *(text for _, text in plain.by_reason))
    return [text for text in every if text]


def texts(plain: Plain, to: Audience) -> list[str]:
    return [text.format(**PLACES[to]) for text in templates(plain)]


def answers(to: Audience) -> list[str]:
    return [text.format(**PLACES[to]) for text in ANSWERS.values()]


def unworded(rules: tuple[Rule, ...]) -> list[str]:
    """The rules that a family would be told nothing of since nobody wrote plain words for them."""
    return [one.key for one in rules if one.key not in PLAIN]


def test_every_rule_has_plain_words() -> None:
    assert unworded(TOLD) == []
    assert sorted(PLAIN.keys() - {one.key for one in TOLD}) == []


def test_a_rule_without_plain_words_would_be_found() -> None:
    assert unworded((evolve(RULES[0], key="NEW-1"),)) == ["NEW-1"]


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.key)
def test_each_reason_is_told_or_left_out_on_purpose(one: Rule) -> None:
    """Of a verdict that the rule can give there is something to say, unless its reasons are left out one by one."""
    plain = PLAIN[one.key]
    codes = {reason.code for reason in one.reasons}
    assert dict(plain.by_reason).keys() <= codes
    for reason in one.reasons:
        silent = reason.code in UNSAID or dict(plain.by_reason).get(reason.code) == ""
        assert plain.template(reason.code, reason.verdict) or silent


@pytest.mark.parametrize(
    "kind", [*Eligibility, *Step, *OutcomeKind, *Leads], ids=lambda one: f"{type(one).__name__} {one}"
)
def test_every_answer_has_plain_words(kind: object) -> None:
    assert kind in ANSWERS


def test_the_answer_of_every_judgement_that_is_told_has_plain_words() -> None:
    """A room that is new must not leave families without its answer."""
    for case in CASES:
        for judgement in case.judgements().values():
            if not any(is_for_staff(one, Audience.FAMILY) for one in judgement.findings):
                assert tell(judgement, to=Audience.FAMILY).splitlines()[1] in answers(Audience.FAMILY)


@pytest.mark.parametrize("to", READERS)
def test_no_jargon_no_key_and_no_number(to: Audience) -> None:
    for text in (*(text for plain in PLAIN.values() for text in texts(plain, to)), *answers(to)):
        plain = text.replace("Year 11", "")
        assert not re.search(r"[\d{}_%]|\b[A-Z]{3,}\b", plain), text
        assert not [word for word in JARGON if word in plain.lower()], text
        assert text[0].isupper()
        assert text[-1] == "."
        assert "  " not in text


def test_one_template_serves_both_readers() -> None:
    assert PLACES[Audience.FAMILY].keys() == PLACES[Audience.PUPIL].keys()
    for plain in PLAIN.values():
        family, pupil = (" ".join(texts(plain, to)).lower() for to in READERS)
        assert "your child" not in pupil
        assert not re.search(r"\byou (is|has|does|was)\b|\byour child (are|have|do|were)\b", family + pupil)
        assert not re.search(r"\byour child (seem|feel|take|come|keep)\b", family)


def test_places_that_nobody_uses_are_struck_off() -> None:
    every = " ".join([*(text for plain in PLAIN.values() for text in templates(plain)), *ANSWERS.values()])
    assert set(PLACES[Audience.FAMILY]) == set(re.findall(r"{(\w+)}", every))


# How it reads


@pytest.mark.parametrize("to", READERS)
def test_the_reading_level_of_a_page(to: Audience) -> None:
    textstat = pytest.importorskip("textstat", reason="textstat comes with the extra `integrations`")
    words = [text for plain in PLAIN.values() for text in texts(plain, to)] + answers(to)
    closing = tell(classify_outcome(stories.returned(), policy=profile(), on=LONG_AFTER), to=to)
    page = " ".join([*words, closing.partition("What you can ask and change")[2].replace("\n- ", " ")])
    assert textstat.coleman_liau_index(page) <= GRADE_OF_A_PAGE
    assert textstat.lix(page) <= LIX


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("key", PLAIN)
def test_the_reading_level_of_a_rule(key: str, to: Audience) -> None:
    textstat = pytest.importorskip("textstat", reason="textstat comes with the extra `integrations`")
    words = " ".join(texts(PLAIN[key], to))
    assert textstat.coleman_liau_index(words) <= GRADE_OF_A_RULE
    assert textstat.lix(words) <= LIX


@pytest.mark.parametrize("to", READERS)
def test_sentences_are_short(to: Audience) -> None:
    every = [text for plain in PLAIN.values() for text in texts(plain, to)] + answers(to)
    for sentence in re.split(r"(?<=[.?]) ", " ".join(every)):
        assert len(sentence.split()) <= MOST_WORDS, sentence


def test_a_text_of_an_office_would_be_found() -> None:
    textstat = pytest.importorskip("textstat", reason="textstat comes with the extra `integrations`")
    office = (
        "The reintegration readiness assessment indicates insufficient participation in mainstream provision."
    )
    assert textstat.coleman_liau_index(office) > GRADE_OF_A_RULE
    assert textstat.lix(office) > LIX


# What is told


@pytest.mark.parametrize("to", READERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_family_and_a_pupil_are_told(case: Case, to: Audience) -> None:
    for judgement in case.judgements().values():
        page = tell(judgement, to=to)
        assert "What you can ask and change" in page
        assert "You can ask us to look at this again." in page
        assert not re.search(r"[A-Z]{2,}-\d|[{}]|None", page)
        for finding in judgement.findings:
            assert plainly(finding, to) in page or OutcomeKind.DIED.value in str(judgement.answer)


@given(told(), policies())
def test_every_journey_is_told_in_plain_words(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    for judgement in (
        Case(name="told", journey=journey, on=on, policy=policy, expect={}).judgements().values()
    ):
        for to in READERS:
            page = tell(judgement, to=to)
            assert not set("{}") & set(page)
            sentences = [line for line in page.splitlines() if line.startswith("- ")]
            assert len(set(sentences)) == len(sentences)


def test_an_open_stay_is_not_told_as_a_list_of_what_is_missing() -> None:
    page = tell(classify_outcome(stories.hybrid(), policy=profile("half-term"), on=ON), to=Audience.FAMILY)
    assert "What we do not know yet" not in page
    assert "The time in the base goes on." in page


def test_lessons_are_named_by_their_subject_where_the_timetable_tells() -> None:
    judged = assess_readiness(stories.hybrid(), policy=profile("half-term"), on=ON)
    assert judged.answer.lessons
    week = (stories.hybrid().timetables or ())[-1]
    assert "The lessons could be: Maths." in tell(judged, to=Audience.PUPIL, timetable=week)
    bare = Timetable(starts=ON, lessons=tuple(Lesson(slot=slot) for slot in judged.answer.lessons))
    for timetable in (None, bare, Timetable(starts=ON, lessons=())):
        assert "lessons could be" not in tell(judged, to=Audience.PUPIL, timetable=timetable)


def test_of_a_death_a_person_tells() -> None:
    ending = Ending(day=ENDED, destination=Destination.DIED)
    journey = stories.with_placement(stories.returned(), ending=ending)
    page = tell(classify_outcome(journey, policy=profile(), on=LONG_AFTER), to=Audience.FAMILY)
    assert "We are very sorry." in page
    assert "What is in place" not in page


def _of_the_school(key: str) -> Judgement[str]:
    found = classify_outcome(stories.returned(), policy=profile(), on=LONG_AFTER).findings[0]
    finding = Finding(rule=evolve(found.rule, key=key), reason=found.reason, params=found.params)
    return Judgement(about="any", answer="any", findings=(finding,), policy=profile().named, on=ON)


@pytest.mark.parametrize(("to", "room"), [(to, room) for to in READERS for room in FOR_STAFF[to]])
def test_questions_about_how_adults_use_the_base_are_told_as_such(to: Audience, room: str) -> None:
    judgement = _of_the_school(f"{room}-1")
    page = tell(judgement, to=to)
    assert "This is a list of questions for the adults in school." in page
    assert "You can ask us to look at this again." in page
    assert plainly(judgement.findings[0], to) == ""
    assert f"{room}-1" in tell(judgement)


@pytest.mark.parametrize("to", READERS)
def test_a_rule_of_a_school_s_own_is_not_kept_from_anybody(to: Audience) -> None:
    """Nobody wrote plain words for it here: where it is open, the page says that there is one."""
    met = _of_the_school("ELMSWORTH-1").findings[0]
    not_known = next(reason for reason in met.rule.reasons if reason.verdict is Verdict.NOT_KNOWN)
    told = [plainly(evolve(met, reason=code), to) for code in (met.reason, not_known.code)]
    assert told == ["", "The school looks at one more thing of its own. Ask us what it is."]


def test_pupils_are_told_of_no_more_rules_than_families() -> None:
    assert set(FOR_STAFF[Audience.FAMILY]) < set(FOR_STAFF[Audience.PUPIL])


def _with_a_permanent_exclusion(on: date) -> Judgement[Questions]:
    """Sixteen days ago by the school's count, of which nobody has looked yet."""
    given = Suspension(day=date(2026, 11, 11), category=SuspensionCategory.PERMANENT, reviews=())
    held = Stream(complete=DateSpan(date(2026, 6, 1), on), events=(given,))
    journey = evolve(stories.hybrid(), suspensions=held)
    return check_safeguards(journey, policy=profile("half-term"), on=on)


def test_a_family_is_told_of_the_clocks_in_which_it_has_a_part() -> None:
    judged = _with_a_permanent_exclusion(ON)
    assert judged.finding("CLOCK-1").reason == "must_meet"
    page = tell(judged, to=Audience.FAMILY)
    assert "This is a list of questions for the adults in school." in page
    assert (
        "The school's governors must meet about the days your child had to stay away from school. You can come, and "
        "say or write what you think. We will tell you by which day they meet." in page
    )
    assert "From the sixth day away from school there should be teaching." in page
    assert "governors" not in tell(judged, to=Audience.PUPIL)
    late = tell(_with_a_permanent_exclusion(date(2026, 12, 4)), to=Audience.FAMILY)
    assert "The school's governors should have met by now" in late


def test_a_family_with_no_days_out_is_told_nothing_of_them() -> None:
    page = tell(check_safeguards(WELL, policy=profile("half-term"), on=ON), to=Audience.FAMILY)
    assert "stay away" not in page
    assert "governors" not in page


def test_an_answer_in_no_list_is_told_by_its_reasons() -> None:
    judged = _of_the_school("OUT-1")
    assert tell(judged, to=Audience.PUPIL).splitlines()[1:3] == ["", "What is in place"]


def test_a_reason_of_its_own_goes_before_what_is_left_out() -> None:
    plain = Plain(met="a", not_met="b", not_known="c", by_reason=(("open", "d"),))
    assert plain.template("open", Verdict.NOT_MET) == "d"
    assert plain.template("no_stay", Verdict.NOT_KNOWN) == ""
    assert [plain.template("x", one) for one in (Verdict.MET, Verdict.NOT_MET, Verdict.NOT_KNOWN)] == [
        "a",
        "b",
        "c",
    ]
