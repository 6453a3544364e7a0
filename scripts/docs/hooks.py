"""What MkDocs calls while it builds the site; mkdocs.yml names this file.

The navigation gets a page for each namespace, pages of records, and those that stand in the root of
the repository; links between them are made to work on the site.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import griffe
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.docs import figures, links, offline, pages, rest
from scripts.docs.namespaces import GENERATIONS, ROOT, Namespace, namespaces, package

_LOG = get_plugin_logger("docs")

_INCLUDED = {"changelog.md": "CHANGELOG.md", "security.md": "SECURITY.md"}
"""Pages that are files in the root of the repository."""

_NAMESPACES = "<!-- namespaces -->"
"""Where a page wants the table of all namespaces."""

_FIGURES = "<!-- figures -->"
"""Where a page wants to be told how much there is."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add to the navigation what nobody has to write there."""
    for known in (_code, _namespaces, _pages_of_files, _methods):
        known.cache_clear()  # `make docs-serve` builds again when the code has changed
    navigation = cast("list[dict[str, Any]]", config["nav"])
    reference = next(part["API reference"] for part in navigation if "API reference" in part)
    for generation in GENERATIONS:
        found = [space for space in _namespaces() if space.generation == generation]
        # The short name in the navigation: that of its generation stands above it.
        reference.append({generation.title: [{space.name: space.page} for space in found]})
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that are made of the code, of the specs, and of files in the root."""
    made: dict[str, str] = {space.page: pages.namespace_page(space) for space in _namespaces()}
    made |= pages.record_pages(_code())
    for page, source in _INCLUDED.items():
        made[page] = (ROOT / source).read_text(encoding="utf-8")
    template = Path(__file__).with_name("browse.html").read_text(encoding="utf-8")
    for name, spec in rest.DOCUMENTS.items():
        made[f"openapi/{name}.html"] = rest.browser(name, template)
        made[f"openapi/{name}.json"] = rest.document(name, _namespaces())
        files.append(File.generated(config, spec, abs_src_path=str(ROOT / spec)))
    for page, content in made.items():
        files.append(File.generated(config, page, content=content))
    files.append(File.generated(config, rest.SCRIPT, abs_src_path=str(rest.script())))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Make the links of a page work on the site, and fill in what is counted."""
    name = page.file.src_uri
    if _NAMESPACES in markdown:
        markdown = markdown.replace(_NAMESPACES, pages.overview(_namespaces()))
    if _FIGURES in markdown:
        markdown = markdown.replace(_FIGURES, figures.strip(_namespaces(), _code()))
    source = _INCLUDED.get(name, f"docs/{name}")
    return links.relinked(markdown, source, name, _pages_of_files(), _methods())


def on_post_build(*, config: MkDocsConfig) -> None:
    """Complain of whatever comes from another host; a strict build fails of it."""
    for complaint in offline.complaints(Path(config.site_dir)):
        _LOG.warning(complaint)


@cache
def _code() -> griffe.Module:
    return package()


@cache
def _namespaces() -> list[Namespace]:
    return namespaces(_code())


@cache
def _pages_of_files() -> dict[str, str]:
    return links.pages_of_files(_namespaces())


@cache
def _methods() -> frozenset[str]:
    return frozenset(
        f"{space.title}.{method.name}" for space in _namespaces() for method in space.methods
    )
