"""From any sentence of a judgement a reader can go to the document, the edition and the place that it rests on."""

from typing import Any

import pytest

from iapcore.decisions.rule import Chosen, Finding
from iapcore.guidance.library import LIBRARY
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Basis, Citation
from tests.cases import CASES, Case


def leads_to(cite: Citation) -> str:
    """Document, edition and place, or a failure."""
    source = cite.source
    assert source in LIBRARY
    assert source.is_in_effect
    assert cite.place.strip()
    assert source.address or source.read_in or source.publisher
    written = cite.format()
    for part in (source.title, str(source.year), source.edition or "", cite.place):
        assert part in written
    return written


def rests_on(chosen: Chosen, policy: Policy) -> Any:
    """The choice of the policy that a finding names."""
    choice = getattr(policy, chosen.name)
    assert choice.basis is chosen.basis
    return choice


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_finding_leads_to_its_sources_and_its_choices(case: Case) -> None:
    policy = case.asked["policy"]
    findings: list[Finding] = [one for judged in case.judgements().values() for one in judged.findings]
    assert findings
    for finding in findings:
        assert finding.sentence
        assert [leads_to(cite) for cite in finding.cites]
        for chosen in finding.choices:
            choice = rests_on(chosen, policy)
            assert bool(choice.cites) is (chosen.basis is not Basis.SCHOOL_CHOICE)
            assert all(leads_to(cite) for cite in choice.cites)


def test_a_place_that_leads_nowhere_would_be_found() -> None:
    lost = LIBRARY[0].at("tenet 2")
    assert leads_to(lost)
    with pytest.raises(AssertionError):
        leads_to(next(one.at("anywhere") for one in LIBRARY if not one.is_in_effect))
