"""What arrives as bytes with a media type, not as a file: understood as the same in a file would be."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from .errors import AnnotationError, ReadError
from .ingest import Understood, understand_annotation, understand_article, understand_rdf
from .models import Line, When
from .read import read_article
from .read.annotation import check_annotation, decode_annotation
from .read.rdf import parse_triples
from .settings import Settings

NAME = "body"
"""What messages call it."""

_RDF = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/trig": "trig",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}
_YAML = ("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml")
_HTML = ("text/html", "application/xhtml+xml")


class Article(BaseModel):
    """An article with what its sender knows of it; what is not given is read from the text, if it tells."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, description="Plain text or HTML.")
    title: Line | None = Field(default=None, description="Put before the text unless it begins with it.")
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    publisher: Line | None = Field(default=None, description="Name of the outlet.")
    author: Line | None = None
    published: When | None = Field(default=None, description="A year, month, day or time.")
    source: Line | None = Field(default=None, description="Name of the file.")


def understand_bytes(data: bytes, media_type: str, settings: Settings) -> list[Understood]:
    """Return the checked documents in the bytes; InputError says with the line what is wrong.

    Raises KeyError for a media type that is not in MEDIA_TYPES.
    """
    try:
        return _READERS[media_type](data, media_type, settings)
    except ValidationError as error:
        # The reader made something that the model refuses: a fault of ours, told as the text's.
        raise ReadError(f"{NAME}: the reader cannot read this: {error}") from error


def _text(data: bytes, media_type: str, settings: Settings) -> list[Understood]:
    raw = read_article(data, NAME, html=media_type in _HTML)
    return [understand_article(replace(raw, source=None), NAME, settings)]


def _yaml(data: bytes, _: str, settings: Settings) -> list[Understood]:
    return [understand_annotation(decode_annotation(data, NAME), NAME, settings)]


def _rdf(data: bytes, media_type: str, settings: Settings) -> list[Understood]:
    return understand_rdf(parse_triples(data, _RDF[media_type], NAME), NAME, settings)


def _json(data: bytes, _: str, settings: Settings) -> list[Understood]:
    """Read an annotation, which has a 'document', or else an article."""
    try:
        found: Any = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{NAME}: not valid JSON: {error}") from error
    if isinstance(found, dict) and "document" in found:
        annotation = check_annotation(cast(dict[str, Any], found), NAME)
        return [understand_annotation(annotation, NAME, settings)]
    try:
        return [_article(Article.model_validate_json(data), settings)]
    except ValidationError as error:
        wrong = "\n".join(f"{NAME}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise AnnotationError(wrong) from error


def _article(article: Article, settings: Settings) -> Understood:
    text, added = article.text, 0
    known = article.model_dump(exclude={"text"})
    known["title"] = title = " ".join((article.title or "").split())
    if title and not text.lstrip().startswith((title, "<")):
        text, added = f"{title}\n\n{text}", 2
    raw = replace(read_article(text.encode("utf-8", "surrogatepass"), NAME), source=None).with_metadata(
        **known
    )
    understood = understand_article(raw, NAME, settings)
    if not added:
        return understood
    lines = tuple(_above(line, added) for line in understood.lines)
    dropped = tuple((text, _above(line, added)) for text, line in understood.dropped)
    return replace(understood, lines=lines, dropped=dropped)


def _above(line: int | None, added: int) -> int | None:
    """Return a line of the text as it was sent, without the lines put before it."""
    return line - added if line and line > added else None


_Reader = Callable[[bytes, str, Settings], list[Understood]]
_READERS: dict[str, _Reader] = {
    "text/plain": _text,
    **dict.fromkeys(_HTML, _text),
    **dict.fromkeys(_YAML, _yaml),
    "application/json": _json,
    **dict.fromkeys(_RDF, _rdf),
}
MEDIA_TYPES = tuple(_READERS)
