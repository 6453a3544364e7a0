"""A sandbox in which a third of all answers go wrong, and somebody who cuts its connections."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

from ejento_async.sandbox import Fault, FaultRule, Sandbox

LIFETIME = 2.0
"""Seconds that tokens live."""

FAULTS: dict[str, Fault] = {
    # What befalls the proper answer, or the ones below.
    "token dies": Fault.expire_token(probability=0.001),
    "delay": Fault.delay(0.05, probability=0.02),
    "delay past the timeout": Fault.delay(5.0, probability=0.005),
    "slow head": Fault.slow_head(0.002, chunk=16, probability=0.01),
    "slow body": Fault.slow_body(0.002, chunk=64, probability=0.02),
    "cut before the body": Fault.cut_body(0, reset=True, probability=0.03),
    "cut in the body": Fault.cut_body(20, probability=0.02),
    "stalled body": Fault.stall_body(10, probability=0.003),
    "no last chunk": Fault.no_last_chunk(probability=0.01),
    "hang up afterwards": Fault.hang_up(probability=0.02),
    # What takes the place of the answer: the server has not acted.
    "429": Fault.status(429, probability=0.02),
    "429, once more at once": Fault.status(429, headers={"Retry-After": "0"}, probability=0.03),
    "503, once more in 1 s": Fault.status(503, headers={"Retry-After": "1"}, probability=0.005),
    "500": Fault.status(500, probability=0.03),
    "502 with a page": Fault.status(502, html=True, probability=0.03),
    "503 early": Fault.status(503, early=True, probability=0.02),
    "closed": Fault.drop(probability=0.03),
    "reset": Fault.drop(reset=True, probability=0.03),
    "garbage": Fault.garbage(probability=0.005),
}

ACTED = 0.04
"""How likely a good answer is told as 500: the server has acted all the same."""


class Troubled(Sandbox):
    """A sandbox whose answers go wrong, at random but by a seed.

    Attributes:
        lies: how many good answers were told as 500.
    """

    def __init__(self, seed: int, **settings: Any) -> None:
        super().__init__(
            token_lifetime=LIFETIME, record_limit=1_000_000, record_bytes=0, **settings
        )
        self.lies = 0
        self._chance = random.Random(seed)
        self._rules: dict[str, FaultRule] = {}
        self._lying = False

    def begin(self, seed: int) -> None:
        """Let answers go wrong from now on."""
        self.faults.seed(seed)
        self._rules = {name: self.faults.add(fault) for name, fault in FAULTS.items()}
        self._lying = True

    def end(self) -> None:
        """Answer properly from now on."""
        self.faults.clear()
        self._lying = False

    @property
    def fired(self) -> Counter[str]:
        """How often each fault came about."""
        return Counter({name: rule.fired for name, rule in self._rules.items()}) + Counter(
            {"500 after acting": self.lies}
        )

    def _app(self) -> Any:
        app = super()._app()

        async def lying(scope: Any, receive: Any, send: Any) -> None:
            async def told(message: Any) -> None:
                good = message["type"] == "http.response.start" and message["status"] < 300
                if good and self._lying and self._chance.random() < ACTED:
                    self.lies += 1
                    message = {**message, "status": 500}
                await send(message)

            await app(scope, receive, told)

        return lying


async def meddle(sandbox: Troubled, chance: random.Random) -> None:
    """Close connections, idle ones too, and refuse new ones, now and then and for ever."""
    while True:
        await asyncio.sleep(chance.uniform(0.2, 1.0))
        if chance.random() < 0.5:
            sandbox.close_connections(reset=chance.random() < 0.5)
        else:
            sandbox.refuse_connections(chance.randint(1, 3))
