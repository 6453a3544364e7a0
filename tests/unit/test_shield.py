"""Work that cancellation must not cut in half."""

from __future__ import annotations

import asyncio
import gc

import pytest

from ejento_async._shield import to_end


class Work:
    """Something that goes on until it is told to end."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.begun = asyncio.Event()
        self.end = asyncio.Event()
        self.done = False

    async def run(self) -> str:
        self.begun.set()
        await self.end.wait()
        self.done = True
        if self.error is not None:
            raise self.error
        return "result"


async def test_the_result_is_returned() -> None:
    work = Work()
    work.end.set()

    assert await to_end(work.run()) == "result"


async def test_what_the_work_raises_is_raised() -> None:
    work = Work(ZeroDivisionError())
    work.end.set()

    with pytest.raises(ZeroDivisionError):
        await to_end(work.run())


async def test_a_cancellation_waits_for_the_end_of_the_work() -> None:
    work = Work()
    task = asyncio.create_task(to_end(work.run()))
    await work.begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()

    work.end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert work.done


async def test_a_second_cancellation_does_not_wait_and_the_work_goes_on() -> None:
    work = Work()
    task = asyncio.create_task(to_end(work.run()))
    await work.begun.wait()
    for _ in range(2):
        task.cancel()
        await asyncio.sleep(0)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not work.done

    gc.collect()
    work.end.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert work.done


async def test_an_error_after_a_cancellation_is_not_reported_as_forgotten() -> None:
    reports: list[object] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: reports.append(context))
    work = Work(ZeroDivisionError())
    task = asyncio.create_task(to_end(work.run()))
    await work.begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    work.end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    del task
    gc.collect()

    assert reports == []


async def test_work_that_is_cancelled_itself_is_a_cancellation() -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await to_end(cancelled())
