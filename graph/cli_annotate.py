"""`counterclaim annotate`: what a reader makes of an article, as a file to review."""

import json
from collections.abc import Callable
from pathlib import Path

from .errors import InputError
from .fetch import fetch_article, is_address
from .ingest import ANNOTATIONS, RDF_FORMATS
from .llm.client import Client
from .llm.usage import Usage
from .models import Annotation
from .read import RawArticle, read_article, require_article
from .read.annotation import dump_draft
from .readers import read_with
from .settings import Settings

Say = Callable[[str], None]


def annotated(article: str, settings: Settings, say: Say) -> Annotation:
    """Return what the reader of the settings understands of an article; `say` gets the reader's report."""
    raw = _article(article, settings)
    if settings.reader != "llm":
        return read_with(raw, settings)[0]
    # It knows names by the modules of the rules, which take a second to load.
    from .llm.reader import read

    usage = Usage()
    try:
        return read(raw, settings, Client(settings, usage)).annotation
    finally:
        # What was spent was spent, also when nothing came of it.
        if usage.requests:
            say(usage.report(settings))


def dry_run(article: str, settings: Settings, say: Say) -> str:
    """Return the requests that the LLM reader would send about a file, as JSON; nothing is sent."""
    if settings.reader != "llm":
        raise InputError("--dry-run shows the requests of the LLM reader: add --reader llm")
    from .llm.reader import requests

    found = requests(_article(article, settings), settings)
    tokens = sum(request["estimated_prompt_tokens"] for request in found)
    say(
        f"{len(found)} requests, about {tokens} prompt tokens, nothing sent; answers that need correction or "
        "are cut short take further requests"
    )
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def result(article: str, settings: Settings, say: Say, *, dry: bool) -> tuple[str, str]:
    """Return the text to write, and one line that says what it holds."""
    if dry:
        return dry_run(article, settings, say), "requests that would be sent"
    annotation = annotated(article, settings, say)
    left_out = len(annotation.omissions)
    return (
        dump_draft(annotation),
        f"{len(annotation.statements)} statements, {left_out} places not understood",
    )


def _article(article: str, settings: Settings) -> RawArticle:
    if is_address(article):
        return fetch_article(article, settings)
    path = Path(article)
    if path.is_file() and path.suffix.lower() in ANNOTATIONS | RDF_FORMATS.keys():
        what = "an annotation" if path.suffix.lower() in ANNOTATIONS else "RDF"
        raise InputError(
            f"{path}: {what}, not an article: check it with `counterclaim validate {path}`, "
            f"store it with `counterclaim ingest {path}`"
        )
    require_article(path)
    return read_article(path)
