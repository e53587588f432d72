"""Hypothesis profiles.

`fast` while you work, `ci` for the gate, `brief` where that gate has searched already, `deep` for a night.
"""

import os

from hypothesis import HealthCheck, settings

# No example database: a run depends on nothing an earlier run left behind, and writes nothing here. A busy
# machine fails no test: neither a deadline nor the speed of drawing is asked about.
COMMON = {"deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("brief", max_examples=10, **COMMON, derandomize=True)
settings.register_profile("fast", max_examples=50, **COMMON)
settings.register_profile("ci", max_examples=100, **COMMON, derandomize=True)
settings.register_profile("deep", max_examples=5_000, **COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
