"""Whether a judgement leaves questions for people to ask. It is no score: one question is as good as many.

Rule of the room: a question is about the provision or the adults, never about the child.
"""

from collections.abc import Iterable

from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.vocabulary.value import Word

__all__ = ["Questions", "questions_of"]


class Questions(Word):
    """What a judgement that asks questions of adults comes to.

    >>> [one.value for one in Questions]
    ['questions_to_ask', 'no_question_seen', 'cannot_tell']
    """

    TO_ASK = "questions_to_ask"
    NONE_SEEN = "no_question_seen"
    CANNOT_TELL = "cannot_tell"


def questions_of(findings: Iterable[Finding]) -> Questions:
    """Whether something in the findings is to be asked about; where nothing is, whether all of it is known."""
    found = {finding.verdict for finding in findings}
    if Verdict.NOT_MET in found:
        return Questions.TO_ASK
    return Questions.CANNOT_TELL if Verdict.NOT_KNOWN in found else Questions.NONE_SEEN
