"""The file that an export writes, and what makes it restartable."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..command_line import CannotStart


class ExportFile:
    """A file that grows by whole threads, and beside it the state: which threads those are.

    A thread counts once its line in the state is whole, and that line is written after the thread.
    It says how long the file was then. So a run that was killed, at whichever byte, leaves at most
    a tail that does not count, and the next run cuts it off.

    Written is straight from the event loop: the bytes only go to the memory of the operating
    system, which takes microseconds, and where they outlive this process.

    Attributes:
        done: ids of the threads that are complete.
        responses: how many responses they have.
        size: how many bytes of the file count.
    """

    def __init__(self, target: Path, about: dict[str, Any]) -> None:
        """Open the files, and find out how far the export has come.

        Args:
            target: the file that there will be when the export is whole.
            about: what is exported; a state that is about something else is refused.

        Raises:
            CannotStart: the target is there already, or the state is that of another export.
        """
        self.target = target
        self.done: set[int] = set()
        self.responses = 0
        self.size = 0
        self._part = target.with_name(f"{target.name}.part")
        self._state = target.with_name(f"{target.name}.state")
        if target.exists():
            msg = f"{target} is there already; remove it, or choose another name"
            raise CannotStart(msg)
        kept = self._resume(about)
        self._lines = self._part.open("ab")
        self._lines.truncate(self.size)
        self._notes = self._state.open("ab")
        self._notes.truncate(kept)
        if not kept:
            self._note(about)

    def _resume(self, about: dict[str, Any]) -> int:
        """Read which threads are complete; return how many bytes of the state are good."""
        there = self._part.stat().st_size if self._part.exists() else 0
        kept = 0
        if not self._state.exists():
            if there:
                msg = f"{self._part} is there, but {self._state} is not; remove it"
                raise CannotStart(msg)
            return kept
        with self._state.open("rb") as notes:
            for line in notes:
                if not line.endswith(b"\n"):
                    break  # killed while this line was written
                note = json.loads(line)
                if kept == 0:
                    if note != about:
                        msg = f"{self._state} belongs to another export: {note}"
                        raise CannotStart(msg)
                elif note["size"] > there:
                    break  # after a power cut, the lines may be older than the state
                else:
                    self.done.add(note["thread"])
                    self.responses += note["responses"]
                    self.size = note["size"]
                kept += len(line)
        return kept

    def add(self, thread_id: int, lines: list[bytes]) -> None:
        """Write a thread, the first line, and its responses; from here on it is complete.

        No line at all says that there is nothing to write, and that it need not be looked for again.
        """
        responses = max(0, len(lines) - 1)
        self._lines.write(b"".join(lines))
        self._lines.flush()
        self.size += sum(map(len, lines))
        self.responses += responses
        self.done.add(thread_id)
        self._note({"thread": thread_id, "responses": responses, "size": self.size})

    def _note(self, note: dict[str, Any]) -> None:
        self._notes.write(json.dumps(note).encode() + b"\n")
        self._notes.flush()

    def finish(self) -> None:
        """Give the file its name: from here on it is whole."""
        os.fsync(self._lines.fileno())
        self.close()
        self._part.rename(self.target)
        self._state.unlink()

    def close(self) -> None:
        """Close the files; what is complete stays complete."""
        self._lines.close()
        self._notes.close()
