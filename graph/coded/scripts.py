"""The JSON-LD that an HTML page holds in its script tags; nothing that it refers to is fetched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from lxml import html

from ..errors import ReadError
from ..read.text import decode, load
from . import Refused
from .jsonitems import parse_json

_NO_PAGE = cast("type[Exception]", html.etree.LxmlError)


class Block(NamedTuple):
    """The data of one script tag."""

    where: str
    data: Any
    language: str | None


def blocks(path: Path) -> Iterator[Block | Refused]:
    """Yield each block of JSON-LD of a page of at most 10 MB; ReadError if it is none."""
    data, name = load(path, str(path))
    # The parser for HTML expands no entities of the page's own and loads no DTD.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        page = cast(Any, html.document_fromstring(decode(data, name).encode(), parser=parser))
    except (_NO_PAGE, ValueError) as error:
        raise ReadError(f"{name}: not HTML: {error}") from error
    language = page.get("lang") or None
    for script in page.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            yield _block(script, language)
    for element in page.iter():
        if "ClaimReview" in str(element.get("itemtype") or element.get("typeof") or ""):
            yield Refused(f"line {element.sourceline}", "microdata and RDFa are not read, only JSON-LD")


def _block(script: Any, language: str | None) -> Block | Refused:
    where = f"line {script.sourceline}"
    try:
        return Block(where, parse_json(script.text or ""), language)
    except ValueError as error:
        return Refused(where, f"no JSON: {error}")
