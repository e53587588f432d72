"""Hypothesis profiles: `fast` while you work, `ci` for the gate, `deep` for a night."""

import os

from hypothesis import settings

# No example database: a run depends on nothing an earlier run left behind, and writes nothing here.
settings.register_profile("fast", max_examples=50, deadline=None, database=None)
settings.register_profile("ci", max_examples=200, deadline=None, database=None, derandomize=True)
settings.register_profile("deep", max_examples=5_000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
