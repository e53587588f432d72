"""The way back, week by week: the plan, the rules about it, and what stays the same however it is asked."""

import pytest

from iapcore.decisions.way_back import WAY_BACK
from tests.cases import WAY_BACK_CASES, Case


@pytest.mark.parametrize("case", WAY_BACK_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:

    findings = {rule.key: rule(case.situation).reason for rule in WAY_BACK if rule.key in case.expect}
    assert findings == {key: reason for key, reason in case.expect.items() if key.startswith("WAY")}
    judged = case.judgements()["way_back"].answer
    assert case.answer in (None, judged.leads)
