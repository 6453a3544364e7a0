"""Questions and answers, plain and streamed, over a real socket."""

from __future__ import annotations

import asyncio

import pytest

import ejento_async as events
from ejento_async import (
    AnswerFailedError,
    APIConnectionError,
    BadRequestError,
    EjentoClient,
    NotFoundError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from ejento_async.sandbox import Fault, Sandbox

LEAVE = "What is our leave policy?"


async def test_a_plain_answer_comes_whole_with_its_references(ejento: EjentoClient) -> None:
    answer = await ejento.v2.agent_responses.create(42, user_query=LEAVE)

    assert answer.answer
    assert answer.references
    assert answer.thread_id is not None
    assert answer.agent_response_id is not None


async def test_a_streamed_answer_grows_and_ends_with_what_the_plain_call_returns(
    ejento: EjentoClient,
) -> None:
    async with ejento.v2.agent_responses.stream(42, user_query=LEAVE) as answer:
        pieces = [text async for text in answer.text()]
    plain = await ejento.v2.agent_responses.create(42, user_query=LEAVE)

    assert len(pieces) > 3
    assert "".join(pieces) == answer.text_so_far == answer.final.answer == plain.answer
    assert answer.final.references == plain.references


async def test_a_deep_agent_shows_its_thoughts_tasks_and_files(ejento: EjentoClient) -> None:
    async with ejento.v2.agent_responses.stream(43, user_query=LEAVE) as answer:
        seen = {type(event) async for event in answer}

    assert {events.ThoughtDelta, events.TaskList, events.AnswerFile, events.TextDelta} <= seen
    assert answer.thoughts


async def test_an_unknown_step_is_kept_and_the_answer_goes_on(ejento: EjentoClient) -> None:
    async with ejento.v2.agent_responses.stream(42, user_query="!unknown") as answer:
        seen = [event async for event in answer]

    assert any(isinstance(event, events.UnknownEvent) for event in seen)
    assert answer.final.answer


@pytest.mark.parametrize("query", ["!fail", "!error"])
async def test_a_failed_answer_raises_with_the_words_of_the_agent(
    ejento: EjentoClient, query: str
) -> None:
    with pytest.raises(AnswerFailedError) as caught:
        async with ejento.v2.agent_responses.stream(42, user_query=query) as answer:
            await answer.collect()

    assert caught.value.message
    assert caught.value.operation == "v2_agent_responses_stream"


async def test_a_blocked_answer_says_so(ejento: EjentoClient) -> None:
    async with ejento.v2.agent_responses.stream(42, user_query="!blocked") as answer:
        final = await answer.collect()

    assert answer.blocked
    assert final.blocked


async def test_a_stream_that_is_cut_raises_with_the_text_so_far(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    with pytest.raises(StreamInterruptedError) as caught:
        async with ejento.v2.agent_responses.stream(42, user_query="!cut") as answer:
            async for _ in answer.text():
                pass

    assert caught.value.partial
    assert len(sandbox.requests.of("v2_agent_responses_stream")) == 1


async def test_a_stream_that_falls_silent_raises_after_its_read_timeout(
    ejento: EjentoClient,
) -> None:
    quick = ejento.with_options(timeout=0.2)
    with pytest.raises(StreamIdleTimeoutError):
        async with quick.v2.agent_responses.stream(42, user_query="!silent") as answer:
            await answer.collect()


async def test_leaving_the_block_early_closes_the_connection(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    async with ejento.v2.agent_responses.stream(42, user_query=LEAVE) as answer:
        async for _ in answer.text():
            break
    async with asyncio.timeout(5):
        while sandbox.open_connections:
            await asyncio.sleep(0)
    me = await ejento.v2.users.get_me()

    assert sandbox.email == me.email


async def test_a_stream_that_is_never_entered_sends_nothing(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    ejento.v2.agent_responses.stream(42, user_query=LEAVE)
    await ejento.v2.users.get_me()

    assert sandbox.requests.of("v2_agent_responses_stream") == []


async def test_a_refused_stream_raises_when_it_is_entered(ejento: EjentoClient) -> None:
    with pytest.raises(NotFoundError):
        async with ejento.v2.agent_responses.stream(999_999, user_query=LEAVE):
            pytest.fail("the block must not be entered")


async def test_a_stream_whose_token_has_expired_is_opened_with_a_new_one(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.expire_access_token()
    async with ejento.v2.agent_responses.stream(42, user_query=LEAVE) as answer:
        final = await answer.collect()

    assert final.answer
    assert sandbox.refresh_count == 1


async def test_a_question_is_not_asked_twice_when_the_server_may_have_heard_it(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.faults.add(Fault.drop(operation="v2_agent_responses_create"))
    with pytest.raises(APIConnectionError) as caught:
        await ejento.v2.agent_responses.create(42, user_query=LEAVE)

    assert len(sandbox.requests.of("v2_agent_responses_create")) == 1
    assert caught.value.maybe_applied


async def test_a_workflow_answers_in_a_stream_of_its_own_kind(ejento: EjentoClient) -> None:
    async with ejento.v2.workflows.stream(5, user_query=LEAVE) as answer:
        final = await answer.collect()

    assert final.answer
    assert final.answer == answer.text_so_far


async def test_a_thread_lists_what_was_asked_in_it_page_by_page(ejento: EjentoClient) -> None:
    thread = await ejento.v2.chat_threads.create(42)
    for number in range(5):
        await ejento.v2.agent_responses.create(
            42, user_query=f"question {number}", chat_thread_id=thread.id
        )
    page = await ejento.v2.agent_responses.list_by_chat_thread(thread.id, page=1, items_per_page=2)
    walked = [
        response.question
        async for response in ejento.v2.agent_responses.iter_by_chat_thread(
            thread.id, items_per_page=2
        )
    ]

    assert (page.number, page.pages, page.total, page.has_next) == (1, 3, 5, True)
    assert len(page) == 2
    assert sorted(f"question {number}" for number in range(5)) == sorted(map(str, walked))


async def test_bad_arguments_are_refused_by_the_server_with_its_words(
    ejento: EjentoClient,
) -> None:
    with pytest.raises(BadRequestError) as caught:
        await ejento.v2.agent_responses.create(42, user_query=3)  # type: ignore[arg-type]

    assert "user_query" in str(caught.value)
