"""The room for data frames stands empty, and knows none of their libraries."""

import subprocess
import sys

import iapcore.frames as room


def test_the_room_is_there_and_loads_no_data_frame() -> None:
    assert room.__all__ == []
    loaded = "import sys, iapcore.frames; print({'polars', 'pandas', 'narwhals'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
