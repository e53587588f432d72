"""What pupil, family and staff say of the stay.

Expected (*Four Tenets*, tenet two): pupils need to feel supported, to learn and to move on well, and that is
what is asked. An answer is somebody's, of a day, in three words; a question that nobody answered is no *no*.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.experience import Experience
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Informant, Role

DAY = date(2026, 11, 20)
SAID = Experience(
    day=DAY,
    by=Informant.PUPIL,
    feels_supported=Extent.YES,
    is_learning=Extent.PARTLY,
    transition_went_well=Extent.NO,
    ref="e1",
    words="what nobody is to read here",
)


def test_a_question_nobody_answered_is_neither_yes_nor_no() -> None:
    said = Experience(day=DAY, by=Informant.FAMILY, feels_supported=Extent.NO)
    assert (said.is_learning, said.transition_went_well) == (None, None)
    assert said != Experience(day=DAY, by=Informant.FAMILY)


@pytest.mark.parametrize(
    ("given", "path", "kind"),
    [
        ({"day": None}, "day", ProblemKind.WRONG_TYPE),
        ({"by": None}, "by", ProblemKind.WRONG_TYPE),
        ({"by": Role.PUPIL}, "by", ProblemKind.WRONG_TYPE),
        ({"feels_supported": True}, "feels_supported", ProblemKind.WRONG_TYPE),
        ({"is_learning": "partly"}, "is_learning", ProblemKind.WRONG_TYPE),
        ({"transition_went_well": 3}, "transition_went_well", ProblemKind.WRONG_TYPE),
        ({"words": "\n"}, "words", ProblemKind.MALFORMED),
        ({"ref": ""}, "ref", ProblemKind.MALFORMED),
    ],
)
def test_an_answer_is_somebodys_and_in_three_words(
    given: dict[str, Any], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Experience(**({"day": DAY, "by": Informant.PUPIL} | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)


def test_neither_answers_nor_words_are_shown() -> None:
    assert repr(SAID) == "‹Experience›"


def test_it_is_not_known_before_its_day() -> None:
    assert as_of(SAID, DAY - timedelta(days=1)) is None
    assert as_of(SAID, DAY) is SAID


def test_it_is_read_as_it_is_written() -> None:
    written = {
        "day": "2026-11-20",
        "by": "pupil",
        "feels_supported": "yes",
        "is_learning": "partly",
        "transition_went_well": "no",
        "ref": "e1",
        "words": "what nobody is to read here",
    }
    assert unstructure(SAID) == written
    assert structure(written, Experience) == SAID
