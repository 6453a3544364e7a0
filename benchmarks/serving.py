"""Starts the local server, and keeps it and the client on cores of their own."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Top of the project, where all programs run."""


class Server:
    """The local server, in a process of its own."""

    def __init__(self, port: int) -> None:
        self._port = port

    def url(self, place: str) -> str:
        """Return the base URL of a place: a dialect, and how to answer."""
        return f"http://127.0.0.1:{self._port}/{place}"

    def counts(self) -> dict[str, float]:
        """Return what the server has seen since it was asked last."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request("GET", "/counts/")
            counts: dict[str, float] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return counts


@contextmanager
def serving(*, apart: bool = True) -> Generator[Server]:
    """Run the server; if `apart`, on one core and this process on another, where there are two."""
    cores = sorted(os.sched_getaffinity(0))
    apart = apart and len(cores) > 1
    command = [sys.executable, "-m", "benchmarks.server", *([str(cores[1])] if apart else [])]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = int(process.stdout.readline())
        try:
            if apart:
                os.sched_setaffinity(0, {cores[0]})
            yield Server(port)
        finally:
            os.sched_setaffinity(0, cores)
            process.stdin.close()
