"""Make the screenshots that the repository keeps: `python -m scripts.docs.screenshots`.

It needs the built site, Chromium (`CHROMIUM` names it if it is not on the path) and Playwright to drive
it. The site is served on loopback.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from scripts.docs.namespaces import ROOT

SITE: Final = ROOT / "build" / "docs"
PICTURES: Final = ROOT / "docs" / "assets" / "screenshots"
PAGES: Final = {
    "front": ("", "What makes it different"),
    "reference": ("reference/v2/agents/#ejento.v2.agents.list_history", "Parameters:"),
}
"""Names of pictures, with the page and a text that is there when the page is."""

_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def main() -> int:
    """Make all pictures, and say how large each is."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None or not (SITE / "index.html").exists():
        print("needed: Chromium, and the site of `make docs`", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _served(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        for name, (page, text) in PAGES.items():
            picture = PICTURES / f"{name}.png"
            _take(browser, f"{address}/{page}", text, picture)
            print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1000} kB")
    return 0


@contextmanager
def _served(folder: Path) -> Generator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _take(browser: Browser, url: str, text: str, picture: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
    page.goto(url, wait_until="networkidle")
    page.get_by_text(text).filter(visible=True).first.wait_for()
    page.screenshot(path=picture, animations="disabled")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
