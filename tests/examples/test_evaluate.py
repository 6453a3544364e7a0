"""An agent is asked a list of questions; whatever comes of each is a row of the results."""

from __future__ import annotations

import asyncio
import csv
import signal
import struct
import subprocess
import sys
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import pytest

from ejento_async import EjentoClient
from ejento_async.sandbox import Fault, Sandbox
from examples.command_line import Voice
from examples.deployment import deployment
from examples.evaluate_agent import __main__ as program
from examples.evaluate_agent.__main__ import main
from examples.evaluate_agent.asking import Row, ask_all, words_found
from examples.evaluate_agent.results import percentile, write

ROOT = Path(__file__).parents[2]
STREAM = "v2_agent_responses_stream"


@pytest.fixture(scope="module")
def world() -> Generator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(world: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Generator[Sandbox]:
    """Yield a sandbox, to which the program is pointed."""
    for name, value in world.env.items():
        monkeypatch.setenv(name, value)
    world.requests.clear()
    yield world
    world.faults.clear()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "results.csv"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """Return a file such as Excel writes it, with a comma, a quote and an empty line in it."""
    path = tmp_path / "questions.csv"
    lines = (
        "question,expected,comment",
        "How long is parental leave?,16 WEEKS of leave,",
        '"What about ""expenses"", and by when?",finance portal,none',
        ",,",
        "What is our leave policy?,,",
    )
    path.write_text("\r\n".join(lines), encoding="utf-8-sig")
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_question_becomes_a_row_with_answer_times_tokens_and_references(
    sandbox: Sandbox, questions: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["42", str(questions), "--out", str(out)]) == 0
    parental, expenses, leave = rows_of(out)

    assert "16 weeks" in parental["answer"]
    assert "1.0" == parental["words_found"]
    assert 'What about "expenses", and by when?' == expenses["question"]
    assert "" == leave["expected"] == leave["words_found"]
    for row in (parental, expenses, leave):
        assert 0 < float(row["first_text"]) <= float(row["seconds"])
        assert int(row["prompt_tokens"]) + int(row["completion_tokens"]) == int(row["total_tokens"])
        assert row["references"].startswith(sandbox.base_url)
        assert "" == row["error"]
        assert int(row["response"]) in sandbox.state.responses
    assert 3 == len({row["thread"] for row in (parental, expenses, leave)})
    said = capsys.readouterr().out
    assert "3 of 3 answered" in said
    assert "the first text" in said


def test_failures_are_rows_too_with_what_arrived_of_the_answer(
    sandbox: Sandbox, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(
        "question\n!fail now\nWhat is our leave policy?\n!cut off\n!blocked then\nrefused\n"
    )
    sandbox.faults.add(Fault.status(422, body={"message": "[no] way"}, operation=STREAM, times=1))
    assert main(["42", str(path), "--out", str(out), "-n", "1"]) == 1
    refused, leave, cut, blocked, last = rows_of(out)

    assert ("UnprocessableEntityError", "[no] way") == (refused["error"], refused["message"])
    assert "" == leave["error"] == last["error"]
    assert "StreamInterruptedError" == cut["error"]
    assert cut["answer"]
    assert "True" == blocked["blocked"]
    said = capsys.readouterr().out
    assert "3 of 5 answered" in said
    assert "failed: 1 UnprocessableEntityError" in said
    assert "question 1 UnprocessableEntityError: [no] way" in said


def test_parquet_holds_the_same_with_types(
    sandbox: Sandbox, questions: Path, tmp_path: Path
) -> None:
    import polars as pl

    out = tmp_path / "results.parquet"
    assert main(["42", str(questions), "--out", str(out)]) == 0
    table = pl.read_parquet(out)

    assert [1, 2, 3] == table["number"].to_list()
    assert pl.List(pl.String()) == table.schema["references"]
    assert pl.Float64() == table.schema["first_text"]
    assert pl.Boolean() == table.schema["blocked"]
    assert pl.String() == table.schema["error"]
    assert [None] * 3 == table["error"].to_list()
    assert table["references"].to_list()[0][0].startswith(sandbox.base_url)


async def test_so_many_are_asked_at_a_time_and_no_more(sandbox: Sandbox) -> None:
    """More than a client has connections by default: none waits for another within it."""
    sandbox.faults.add(Fault.silence(operation=STREAM))
    rows = [Row(number, "What?") for number in range(30)]
    async with (
        deployment(Voice(), at_once=24) as ejento,
        EjentoClient() as onlooker,
        asyncio.timeout(30),
    ):
        work = asyncio.create_task(
            ask_all(ejento, 42, rows, at_once=24, delete_threads=False, on_row=lambda row: None)
        )
        # Some calls after the last question that there can be: another would have come by then.
        for _ in range(8):
            while len(sandbox.requests.of(STREAM)) < 24:
                await onlooker.v2.users.get_me()
            await onlooker.v2.users.get_me()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work

    assert 24 == len(sandbox.requests.of(STREAM))


def test_ctrl_c_writes_what_is_there(sandbox: Sandbox, tmp_path: Path, out: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("question\nWhat is our leave policy?\n!fail\n!silent\nnever asked\n")
    arguments = ["42", str(path), "--out", str(out), "-n", "1"]
    with subprocess.Popen(
        [sys.executable, "-u", "-W", "error", "-m", "examples.evaluate_agent", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        while len(sandbox.requests.of(STREAM)) < 3:
            with pytest.raises(subprocess.TimeoutExpired):
                started.wait(0.01)
        started.send_signal(signal.SIGINT)
        said, errors = started.communicate(timeout=20)

    assert 130 == started.returncode
    assert "" == errors
    assert "Interrupted." in said
    assert "1 of 2 answered" in said
    assert ["", "AnswerFailedError"] == [row["error"] for row in rows_of(out)]
    assert [path, out] == sorted(tmp_path.iterdir())


def test_the_plot_is_drawn_also_when_nothing_was_answered(
    sandbox: Sandbox, tmp_path: Path, out: Path
) -> None:
    questions, picture = tmp_path / "q.csv", tmp_path / "plot.png"
    sizes: list[int] = []
    for question, code in (("!fail", 1), ("What is our leave policy?", 0)):
        questions.write_text(f"question\n{question}\n")
        arguments = ["42", str(questions), "--out", str(out), "--plot", str(picture)]
        assert code == main(arguments)
        content = picture.read_bytes()
        assert (1200, 528) == struct.unpack(">II", content[16:24])
        sizes.append(len(content))

    assert sizes[0] < sizes[1]  # curves and dots


def test_threads_are_deleted_if_so_wanted_and_one_that_stays_is_no_failure(
    sandbox: Sandbox, questions: Path, out: Path
) -> None:
    before = set(sandbox.state.threads)
    sandbox.faults.add(Fault.status(403, operation="v2_chat_threads_delete", times=1))
    assert main(["42", str(questions), "--out", str(out), "--delete-threads"]) == 0

    assert 1 == len(set(sandbox.state.threads) - before)
    assert 1 == sum("its thread stays" in row["message"] for row in rows_of(out))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"text\nWhat?\n", "expected a first line with the column 'question'"),
        (b"question\n\n,\n", "has no question"),
        (b"question\n\xff\xfe\n", "is not a CSV file in UTF-8"),
        (b"", "expected a first line with the column 'question'"),
    ],
)
def test_a_file_that_holds_no_questions_is_refused(
    sandbox: Sandbox,
    tmp_path: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    message: str,
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    assert main(["42", str(path), "--out", str(out)]) == 2
    assert message in capsys.readouterr().out
    assert not out.exists()


def test_what_would_fail_in_the_end_is_refused_before_anything_is_asked(
    sandbox: Sandbox,
    questions: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["42", str(questions), "--out", str(tmp_path / "results.xlsx")]) == 2
    assert main(["42", str(questions), "--out", str(tmp_path / "no" / "results.csv")]) == 2

    monkeypatch.setattr(
        program, "find_spec", lambda name: None if name == "polars" else find_spec(name)
    )
    assert main(["42", str(questions), "--out", str(tmp_path / "results.parquet")]) == 2
    assert "pip install polars" in capsys.readouterr().out
    assert 0 == len(sandbox.requests)


def test_an_agent_that_is_not_there_is_told_once_and_results_from_before_are_kept(
    sandbox: Sandbox, questions: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("from before")

    assert main(["4711", str(questions), "--out", str(out)]) == 1
    assert capsys.readouterr().out.startswith("NotFoundError: ")
    assert "from before" == out.read_text()


def test_results_that_cannot_be_written_leave_no_half_of_them(tmp_path: Path) -> None:
    (tmp_path / "results.csv").mkdir()
    with pytest.raises(OSError, match="directory"):
        write([Row(1, "What?")], tmp_path / "results.csv")

    assert [tmp_path / "results.csv"] == list(tmp_path.iterdir())


def test_percentiles_are_values_that_were_measured() -> None:
    assert [1.0, 2.0, 4.0, 4.0] == [percentile([4, 1, 3, 2], p) for p in (1, 50, 95, 100)]
    assert 7.0 == percentile([7.0], 50)


def test_expected_words_are_found_whatever_their_case_and_order() -> None:
    assert 0.5 == words_found("Four WEEKS", "Weeks, three of them.")
    assert words_found("?!", "anything") is None
