"""One run: a troubled sandbox, one client, many tasks, and all that must hold afterwards."""

from __future__ import annotations

import asyncio
import gc
import random
import sys
import warnings
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

import httpx

from ejento_async import EjentoClient, HttpxBackend, Limits, Password, Timeout
from ejento_async._base import observe
from tests.wire import eventually

from .kinds import KINDS, answers_on_server
from .ledger import Ledger
from .onlooker import Onlooker
from .trouble import LIFETIME, Troubled, meddle
from .worker import DEADLINE, SLACK, STILL, Worker

BACKENDS: Final = ("httpx", "aiohttp", "own client")
CONNECTIONS: Final = 20
WALKED: Final = 60
RENEWALS: Final = ("v2_authentication_refresh", "v2_authentication_login")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to run.

    Attributes:
        seed: of all chances.
        seconds: how long things go wrong.
        tasks: how many make calls all the time.
        backend: the way to the network, one of `BACKENDS`.
        timeout: seconds that the client waits for the next byte.
    """

    seed: int
    seconds: float
    tasks: int
    backend: str
    timeout: float = 1.0


@dataclass(kw_only=True)
class Report:
    """What came of it."""

    plan: Plan
    ledger: Ledger = field(default_factory=Ledger)
    onlooker: Onlooker = field(default_factory=Onlooker)
    faults: dict[str, int] = field(default_factory=dict[str, int])
    requests: int = 0
    connections: int = 0
    renewals: int = 0
    failed_renewals: int = 0
    lost: list[str] = field(default_factory=list[str])

    @property
    def violations(self) -> list[str]:
        """All that broke a rule."""
        return self.ledger.violations + self.lost


async def run(plan: Plan) -> Report:
    """Run it, and judge."""
    report = Report(plan=plan)
    with _listening(report.lost):
        async with Troubled(plan.seed) as sandbox:
            async with _client(plan, sandbox) as ejento:
                still = [(await ejento.v2.chat_threads.create(STILL)).id for _ in range(WALKED)]
                observe(ejento, report.onlooker)
                # The latest comes first.
                await _trouble(report, sandbox, ejento, still[::-1])
                await _health(report, sandbox, ejento)
            await _settled(
                report, "connections after aclose()", lambda: not sandbox.open_connections
            )
            report.ledger.violations += report.onlooker.complaints()
            _count(report, sandbox)
            server = {kind.name: kind.on_server(sandbox) for kind in KINDS}
            report.ledger.judge({**server, "answer": answers_on_server(sandbox)})
        gc.collect()
    return report


@asynccontextmanager
async def _client(plan: Plan, sandbox: Troubled) -> AsyncGenerator[EjentoClient]:
    own = None
    if plan.backend == "own client":
        limits = httpx.Limits(max_connections=CONNECTIONS)
        own = httpx.AsyncClient(limits=limits, verify=False)
    ejento = EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        credentials=Password(sandbox.email, sandbox.password),
        timeout=Timeout(connect=plan.timeout, read=plan.timeout, write=plan.timeout),
        deadline=DEADLINE,
        limits=Limits(max_connections=CONNECTIONS),
        backend=plan.backend if own is None else HttpxBackend(client=own),  # type: ignore[arg-type]
    ).with_options(deadline=DEADLINE)
    try:
        async with ejento:
            yield ejento
    finally:
        if own is not None:
            await own.aclose()


async def _trouble(
    report: Report, sandbox: Troubled, ejento: EjentoClient, still: list[int]
) -> None:
    plan, loop = report.plan, asyncio.get_running_loop()
    sandbox.begin(plan.seed)
    meddling = asyncio.create_task(meddle(sandbox, random.Random(plan.seed)))
    until = loop.time() + plan.seconds
    workers = [
        Worker(number, ejento, report.ledger, random.Random(f"{plan.seed} {number}"), still)
        for number in range(plan.tasks)
    ]
    working = [asyncio.create_task(worker.work(until)) for worker in workers]
    # A walk is several calls, each with a deadline of its own.
    patience = plan.seconds + WALKED / 5 * DEADLINE + SLACK
    ended, hanging = await asyncio.wait(working, timeout=patience)
    for task in hanging:
        task.cancel()
        report.ledger.complain(f"still at work after {patience:.0f} s: {task!r}")
    for task in ended:
        if (error := task.exception()) is not None:
            report.ledger.complain(f"a task of the run itself failed: {error!r}")
    meddling.cancel()
    with suppress(asyncio.CancelledError):
        await meddling
    report.faults = dict(sandbox.fired)
    sandbox.end()
    sandbox.refuse_connections(0)


async def _health(report: Report, sandbox: Troubled, ejento: EjentoClient) -> None:
    calls = (ejento.v2.users.get_me() for _ in range(100))
    for outcome in await asyncio.gather(*calls, return_exceptions=True):
        if isinstance(outcome, BaseException):
            report.ledger.complain(f"with all faults gone, a call failed: {outcome!r}")
    await _settled(report, "connections", lambda: sandbox.open_connections <= CONNECTIONS)
    await _settled(report, "tasks", lambda: asyncio.all_tasks() == {asyncio.current_task()})


async def _settled(report: Report, what: str, condition: Callable[[], bool]) -> None:
    try:
        await eventually(condition, within=5)
    except TimeoutError:
        left = [repr(task) for task in asyncio.all_tasks() - {asyncio.current_task()}]
        report.ledger.complain(f"too many {what} are left; tasks: {left}")


def _count(report: Report, sandbox: Troubled) -> None:
    requests = sandbox.requests.snapshot()
    renewals = [request for request in requests if request.operation in RENEWALS]
    report.requests = len(requests)
    report.connections = sandbox.total_connections
    report.renewals = sum(request.status == 200 for request in renewals)
    report.failed_renewals = len(renewals) - report.renewals
    # A life may be cut short, or be renewed some time before its end; an answer may be lost.
    lives = report.plan.seconds / LIFETIME + report.faults.get("token dies", 0)
    most = 2 * lives + report.failed_renewals + 10
    if report.renewals > most:
        report.ledger.complain(f"{report.renewals} renewals, expected at most {most:.0f}")


@contextmanager
def _listening(lost: list[str]) -> Iterator[None]:
    """Note what Python reports when nobody is there to be told."""
    loop = asyncio.get_running_loop()
    unraisable, handler = sys.unraisablehook, loop.get_exception_handler()
    sys.unraisablehook = lambda found: lost.append(f"unraisable: {found.exc_value!r}")
    loop.set_exception_handler(lambda _, context: lost.append(f"lost: {context}"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            sys.unraisablehook = unraisable
            loop.set_exception_handler(handler)
            lost += [f"{each.category.__name__}: {each.message}" for each in caught]
