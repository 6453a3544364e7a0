"""The chat service as a person meets it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from ejento_async.sandbox import Fault, Sandbox
from tests.examples.browsing import until

LEAVE = "What is our leave policy?"
STREAM = "v2_agent_responses_stream"

# One event loop for all tests, as they share the browser.
pytestmark = pytest.mark.asyncio(loop_scope="session")

# Notes how long the text of the answer is whenever it changes.
WATCH = """() => {
  window.lengths = [];
  const look = () => window.lengths.push(document.querySelector(".text")?.textContent.length ?? 0);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}"""


async def ask(page: Page, text: str) -> Locator:
    """Type a question and send it; return the article that will hold the answer."""
    before = await page.get_by_role("article").count()
    await page.get_by_label("Your question").fill(text)
    await page.keyboard.press("Enter")
    return page.get_by_role("article").nth(before)


async def complete(answer: Locator) -> None:
    """Wait for the end of an answer."""
    await expect(answer).to_have_attribute("aria-busy", "false")


def streamed(**output: Any) -> Fault:
    """Return a fault by which an answer is what the test says."""
    end = {"step": "end", "output": output, "success": True}
    body = f"event: end\ndata: {json.dumps(end)}\n\n"
    headers = {"content-type": "text/event-stream"}
    return Fault.status(200, body=body, headers=headers, operation=STREAM)


async def test_an_answer_grows_and_ends_with_sources_that_open(
    page: Page, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Fault.slow_body(0.02, chunk=400, operation=STREAM))
    await page.evaluate(WATCH)
    answer = await ask(page, LEAVE)
    await complete(answer)
    lengths: list[int] = await page.evaluate("window.lengths")
    link = answer.get_by_role("navigation", name="Sources").get_by_role("link")
    async with page.expect_popup() as opening:
        await link.click()
    source = await opening.value

    assert len(set(lengths)) > 5
    await expect(answer).to_contain_text("25 days of paid annual leave")
    await expect(link).to_have_text("leave-policy.md")
    await expect(source.locator("body")).to_contain_text("# Annual leave")


@pytest.mark.parametrize("by", ["Escape", "the button"])
async def test_stopping_ends_the_answer_upstream_and_keeps_what_came(
    page: Page, sandbox: Sandbox, by: str
) -> None:
    answer = await ask(page, "!silent")
    await expect(answer.locator(".text")).to_contain_text("I could not")
    streams = sandbox.requests.of(STREAM)
    held = sandbox.open_connections
    if by == "Escape":
        await page.keyboard.press("Escape")
    else:
        await page.get_by_role("button", name="Stop the answer").click()
    await until(lambda: sandbox.open_connections == held - 1)
    await complete(answer)

    assert 1 == len(streams)
    await expect(answer).to_contain_text("Stopped.")
    await expect(answer.locator(".text")).to_contain_text("I could not")
    await expect(page.get_by_role("button", name="Send")).to_be_visible()


async def test_a_conversation_goes_on_in_its_thread_until_another_begins(
    page: Page, sandbox: Sandbox
) -> None:
    await complete(await ask(page, LEAVE))
    await page.get_by_role("button", name="What does it say about sick leave?").click()
    await complete(page.get_by_role("article").nth(1))
    await page.get_by_role("button", name="New conversation").click()
    await expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    await complete(await ask(page, LEAVE))
    threads = [request.json["chat_thread_id"] for request in sandbox.requests.of(STREAM)]

    assert threads[0] == threads[1] != threads[2]


async def test_a_rating_reaches_the_answer_and_can_be_changed(page: Page, sandbox: Sandbox) -> None:
    answer = await ask(page, LEAVE)
    await complete(answer)
    stored = sandbox.state.responses[max(sandbox.state.responses)]
    good, bad = (answer.get_by_role("button", name=f"{kind} answer") for kind in ("Good", "Bad"))
    for chosen, other, is_upvote in ((good, bad, True), (bad, good, False)):
        await chosen.click()
        await expect(chosen).to_have_attribute("aria-pressed", "true")
        await expect(other).to_have_attribute("aria-pressed", "false")
        assert [is_upvote] == [vote.is_upvote for vote in stored.feedback]

    await expect(answer).to_contain_text("Thank you.")


async def test_what_an_answer_says_never_becomes_a_part_of_the_page(
    page: Page, sandbox: Sandbox
) -> None:
    hostile = (
        '<img src=x onerror="document.title=1"> [run](javascript:alert(1)) **<b>bold</b>** [0]'
    )
    references = [{"number": 0, "url": 'javascript://"><script>alert(1)</script>'}]
    sandbox.faults.add(streamed(answer=hostile, references=references, followup_questions=["<i>"]))
    answer = await ask(page, "<u>hello</u>")
    await complete(answer)

    await expect(answer).to_contain_text('<img src=x onerror="document.title=1">')
    await expect(answer.locator("strong")).to_have_text("<b>bold</b>")
    await expect(page.get_by_role("button", name="<i>")).to_be_visible()
    await expect(page.get_by_text("<u>hello</u>")).to_be_visible()
    for made in ("img:not([alt=''])", "b", "i", "u", "main script", "main a"):
        await expect(page.locator(made)).to_have_count(0)


async def test_markdown_is_shown_as_what_it_means(page: Page, sandbox: Sandbox) -> None:
    text = "# Title\n\nOne `code`\ntwo [site](https://example.com/)\n\n- a\n- b\n\n1. c\n\n```\nx < y\n```"
    sandbox.faults.add(streamed(answer=text))
    answer = await ask(page, LEAVE)
    await complete(answer)
    shown = answer.locator(".text")

    assert ["H4", "P", "UL", "OL", "PRE"] == await shown.evaluate(
        "node => [...node.children].map((child) => child.tagName)"
    )
    await expect(shown.locator("pre")).to_have_text("x < y")
    await expect(shown.get_by_role("link", name="site")).to_have_attribute(
        "href", "https://example.com/"
    )


async def test_a_crowded_service_says_when_to_ask_again_and_takes_the_question_then(
    page: Page, sandbox: Sandbox
) -> None:
    await page.clock.install()
    limit = Fault.status(429, headers={"Retry-After": "7"}, operation=STREAM, times=1)
    sandbox.faults.add(limit)
    answer = await ask(page, LEAVE)
    await expect(answer.get_by_role("alert")).to_contain_text("Many questions")
    again = answer.get_by_role("button", name="Ask again")
    await expect(again).to_be_disabled()
    await page.clock.run_for(8_000)
    await again.click()
    await expect(page.get_by_role("article")).to_contain_text("25 days of paid annual leave")


@pytest.mark.parametrize(
    ("question", "words"),
    [("!cut", "broke off"), ("!fail", "could not"), ("!error", "not available")],
)
async def test_an_answer_that_fails_keeps_its_text_and_says_why(
    page: Page, question: str, words: str
) -> None:
    answer = await ask(page, question)
    await complete(answer)

    await expect(answer.get_by_role("alert")).to_contain_text(words)
    await expect(answer.get_by_role("button", name="Ask again")).to_be_enabled()


async def test_a_blocked_answer_looks_like_one(page: Page) -> None:
    answer = await ask(page, "!blocked")
    await complete(answer)

    await expect(answer).to_contain_class("blocked")
    await expect(answer).to_contain_text("guardrail")


async def test_shift_enter_breaks_the_line_and_an_empty_question_cannot_be_sent(page: Page) -> None:
    field = page.get_by_label("Your question")
    await expect(page.get_by_role("button", name="Send")).to_be_disabled()
    await field.press("Enter")
    await expect(page.get_by_role("article")).to_have_count(0)
    await field.press_sequentially("one")
    await field.press("Shift+Enter")
    await field.press_sequentially("two")

    await expect(field).to_have_value("one\ntwo")


async def test_several_browsers_talk_at_once_each_in_a_thread_of_their_own(
    browser: Browser, url: str, page: Page, sandbox: Sandbox
) -> None:
    other = await browser.new_page()
    await other.goto(url)
    silent = await ask(page, "!silent")
    await expect(silent.locator(".text")).to_contain_text("I could not")
    answer = await ask(other, LEAVE)
    await complete(answer)
    await page.keyboard.press("Escape")
    await complete(silent)
    await expect(answer).to_contain_text("25 days of paid annual leave")
    await other.close()
    threads = {request.json["chat_thread_id"] for request in sandbox.requests.of(STREAM)}

    assert 2 == len(threads)


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_it_fits_narrow_and_wide_windows(page: Page, width: int, sandbox: Sandbox) -> None:
    sandbox.faults.add(streamed(answer=f"{'x' * 300}\n\n```\n{'y' * 300}\n```"))
    await page.set_viewport_size({"width": width, "height": 700})
    await complete(await ask(page, f"A {'long' * 60} question"))

    assert width == await page.evaluate("document.documentElement.scrollWidth")


async def test_dark_and_light_follow_the_system(page: Page) -> None:
    shades: list[str] = []
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme)
        shades.append(await page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert ["rgb(20, 23, 26)", "rgb(251, 250, 248)"] == shades
