"""The referral: who asked, why, what was tried, who was consulted."""

from datetime import date

import attrs

from iapcore.record.referral import Consultation, Referral
from iapcore.record.support import SupportTried
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import PriorSupport
from iapcore.vocabulary.people import Role

DAY = date(2026, 10, 1)


def test_a_question_nobody_answered_is_neither_yes_nor_no() -> None:
    referral = Referral(day=DAY)
    assert referral.instead_of_sanction is None
    assert referral.waiting_would_harm is None
    assert attrs.evolve(referral, instead_of_sanction=False).instead_of_sanction is False


def test_nothing_tried_is_not_the_same_as_not_recorded() -> None:
    assert Referral(day=DAY, supports=()) != Referral(day=DAY)


def test_a_support_without_evaluation_was_only_tried() -> None:
    assert SupportTried(support=PriorSupport.MENTORING).evaluation is None
    assert {helped.value for helped in Extent} == {"yes", "partly", "no"}


def test_people_are_roles_without_names() -> None:
    assert {field.name for field in attrs.fields(Consultation)} == {"role", "day", "view"}
    assert Consultation(role=Role.PUPIL, day=DAY).view is None
