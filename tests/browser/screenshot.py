"""`python -m tests.browser.screenshot [FILE]`: the picture of the chat service in the docs."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Literal

from examples.chat_service.app import app
from tests.examples.serving import serving

from .chromium import chromium

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs/assets/screenshots/chat.png"


async def take(
    file: Path, *, width: int = 1280, height: int = 860, scheme: Literal["light", "dark"] = "light"
) -> None:
    """Ask two questions, rate an answer, and take a picture of the page."""
    async with serving(app) as url, chromium() as browser:
        page = await browser.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        await page.goto(url)
        for question in ("What is our leave policy?", "What may a hotel cost?"):
            await page.get_by_label("Your question").fill(question)
            await page.keyboard.press("Enter")
            await page.locator("article[aria-busy=true]").wait_for()
            await page.locator("article[aria-busy=true]").wait_for(state="detached")
        await page.get_by_label("Good answer").last.click()
        await page.get_by_text("Thank you.").wait_for()
        await page.mouse.move(0, 0)
        file.parent.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=file, animations="disabled")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE))
