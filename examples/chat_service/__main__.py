"""`python -m examples.chat_service`: serve the chat until Ctrl-C."""

from __future__ import annotations

import argparse
import logging
import socket
from contextlib import suppress

import uvicorn

from .app import app
from .chat import Chat


class Server(uvicorn.Server):
    """uvicorn, which waits for all answers before it ends; people who press Ctrl-C do not."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the answers that are being written, each with a word to who waits for it."""
        chat: Chat = app.state.chat
        await chat.ejento.aclose()
        await super().shutdown(sockets)


def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(prog="python -m examples.chat_service", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port; 0 is any free one")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(name)s: %(message)s")
    config = uvicorn.Config(
        app,
        host=options.host,
        port=options.port,
        # Somebody may read an answer so slowly that its end never leaves.
        timeout_graceful_shutdown=5,
    )
    with suppress(KeyboardInterrupt):
        Server(config).run()


if __name__ == "__main__":
    main()
