"""Programs that run in a process of their own, where nothing is imported or cached yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .measure import Effort, Samples, turns
from .serving import ROOT

# What pip installs is compiled, so the checkout may be as well: the round that warms up sees to it.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


def memory(kind: str) -> float:
    """Return the bytes of memory that this process has: `VmRSS` now, `VmHWM` at most so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = next(line for line in status.splitlines() if line.startswith(kind))
    return float(found.split()[1]) * 1024


def told(*arguments: str) -> dict[str, float]:
    """Run Python with these arguments and return the JSON object that it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=_ENVIRONMENT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def interleaved(programs: Mapping[str, tuple[str, ...]], effort: Effort) -> dict[str, Samples]:
    """Run programs in rounds.

    Returns:
        For each of the figures that the programs print, what it was for which program.
    """
    samples: dict[str, Samples] = {}
    for name, counts in turns(programs, effort):
        for figure, value in told(*programs[name]).items():
            if counts:
                samples.setdefault(figure, Samples()).add(name, value)
    return samples
