"""The chat service as a program of its own, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]


def test_ctrl_c_ends_it_cleanly_while_an_answer_is_written() -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "examples.chat_service", "--port", "0"],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr is not None
        said = ""
        try:
            while not (found := re.search(r"running on (http://\S+)", said)):
                line = program.stderr.readline()
                assert line, said
                said += line
            kinds = []
            question = {"text": "!silent"}
            with httpx.stream(
                "POST", f"{found[1]}/questions", json=question, verify=False
            ) as answer:
                for line in answer.iter_lines():
                    if line.startswith("event: "):
                        kinds.append(line[7:])
                    if kinds[-1:] == ["text"] and kinds.count("text") == 3 and not line:
                        program.send_signal(signal.SIGINT)
            said += program.stderr.read()
            code = program.wait(timeout=20)
        finally:
            program.kill()

    assert "trouble" == kinds[-1]
    assert 0 == code, said
    assert "Traceback" not in said
    assert "Cancel" not in said
    assert "Finished server process" in said
