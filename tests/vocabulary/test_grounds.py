"""Grounds, kinds of data, supports and purposes, as the main report lists them."""

from iapcore.vocabulary.grounds import DataSet, Ground, NeedKind, PriorSupport, Purpose, Time


def test_eight_supports_are_named_and_others_may_be() -> None:
    """The report gives eight examples of support tried before a referral; they are examples."""
    named = [support for support in PriorSupport if support is not PriorSupport.OTHER]
    assert len(named) == 8


def test_a_ground_is_a_risk_and_no_charge() -> None:
    """The definition speaks of some form of exclusion or of absence: both stand here, and so does distress."""
    assert {
        Ground.EXCLUSION,
        Ground.SUSPENSION,
        Ground.PERSISTENT_ABSENCE,
        Ground.SEVERE_ABSENCE,
        Ground.EMOTIONALLY_BASED_NON_ATTENDANCE,
        Ground.DISTRESS,
        Ground.OTHER,
    } <= set(Ground)
    assert not {"defiance", "disruption", "bad_behaviour"} & {ground.value for ground in Ground}


def test_the_data_are_the_union_of_two_case_studies() -> None:
    """One school looks at attendance, behaviour, academic, pastoral and SEN data; another adds safeguarding."""
    assert {one.value for one in DataSet} == {
        "attendance",
        "behaviour",
        "academic",
        "pastoral",
        "sen",
        "safeguarding",
    }


def test_return_is_the_ideal_and_stands_first() -> None:
    assert next(iter(Purpose)) is Purpose.RETURN
    assert Purpose.QUALIFICATIONS in Purpose


def test_three_kinds_of_need_and_two_times() -> None:
    assert len(NeedKind) == 3
    assert {time.value for time in Time} == {"past", "foreseen"}
