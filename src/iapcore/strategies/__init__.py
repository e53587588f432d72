"""Hypothesis strategies for every value of the record: for our tests and for those who embed us.

Importing this package registers them, and an entry point makes Hypothesis import it, so `st.from_type(Journey)`
works wherever iapcore is installed.
"""

from iapcore.strategies.values import datasets, days, journeys, records
from iapcore.strategies.whole import consistent_journeys, contradictory_journeys

__all__ = ["consistent_journeys", "contradictory_journeys", "datasets", "days", "journeys", "records"]
