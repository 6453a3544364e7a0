"""`python -m examples.bot_backend`: fifty people talk to the bot at once, on a sandbox.

Always on the sandbox: a real deployment would be left with fifty new users.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from ejento_async import EjentoClient
from ejento_async.sandbox import Sandbox

from .bot import Bot
from .clients import Clients
from .people import Person, Shelf

PEOPLE = [Person(f"user{n}@example.com", f"User Number {n}") for n in range(50)]
QUESTIONS = ("What is our leave policy?", "How long is parental leave?", "May I work from abroad?")


class Shown:
    """Stands for a message on a chat platform."""

    def __init__(self) -> None:
        self.edits = 0
        self.text = ""

    async def edit(self, text: str) -> None:
        """Show a text."""
        self.edits += 1
        self.text = text


async def play(sandbox: Sandbox, shelf: Shelf, title: str) -> bool:
    """Let everybody ask everything, and tell what it took; return whether all was answered."""
    sandbox.requests.clear()
    messages: list[Shown] = []
    started = time.perf_counter()
    async with EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        access_token=sandbox.access_token,
        max_retries=0,
    ) as ejento:
        clients = Clients(ejento, sandbox.application_secret, shelf, most=20)
        bot = Bot(clients, shelf, agent_id=42, edits_per_second=5)
        async with asyncio.TaskGroup() as tasks:
            for question in QUESTIONS:
                for person in PEOPLE:
                    messages.append(Shown())
                    tasks.create_task(bot.on_message(person, question, messages[-1]))
    took = time.perf_counter() - started

    asked = sandbox.requests.of("v2_agent_responses_stream")
    answered = [message for message in messages if "/api/v2/citation/" in message.text]
    print(f"{title}: {len(PEOPLE)} people, {len(messages)} questions, {took:.1f} s")
    print(f"  answered     {len(answered)}, by {sum(one.edits for one in messages)} edits")
    print(f"  logins       {len(sandbox.requests.of('v2_authentication_create_user_token'))}")
    print(f"  new threads  {len(sandbox.requests.of('v2_chat_threads_create'))}")
    print(f"  threads      {len({request.json['chat_thread_id'] for request in asked})}")
    print(f"  connections  {len({request.connection for request in sandbox.requests})}")
    return len(answered) == len(messages)


async def main() -> int:
    """Play the conversation, and once more after a restart; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "shelf")
        async with Sandbox(stream_delay=0.005) as sandbox:
            good = await play(sandbox, shelf, "First run")
            good &= await play(sandbox, shelf, "After a restart")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
