"""What a failure leaves behind in memory: frames whose local variables a crash reporter would show."""

from __future__ import annotations

import traceback


def forget_locals(error: BaseException, before: BaseException | None) -> None:
    """Drop the local variables of the finished frames of an error, and of those that it comes from.

    The frames hold requests and answers, with passwords and tokens in them. Which function failed
    on which line stays.

    Args:
        error: the error.
        before: an error that was already being handled when the work began: its frames are the
            caller's own, and stay as they are.
    """
    seen: set[BaseException | None] = {None, before}
    found: list[BaseException | None] = [error]
    while found:
        current = found.pop()
        if current is not None and current not in seen:
            seen.add(current)
            traceback.clear_frames(current.__traceback__)
            found += [current.__cause__, current.__context__]
