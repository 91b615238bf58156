"""Read an article into an annotation by a language model: ask, check, ask once more, keep what holds."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

from .. import models
from ..extract.actors import gazetteer
from ..extract.actors.cast import Cast
from ..extract.acts.inference import writer_of
from ..models import Annotation, Omission
from ..read import RawArticle
from ..settings import Settings
from ..words import span_at
from .actors import Names, mentions
from .answer import find_object, items
from .assemble import Assembled, assemble
from .chunks import Chunk, chunks, halves
from .client import Client, Completion
from .prompt import again, estimate, messages
from .schema import json_schema
from .sift import pruned, sift
from .usage import Usage
from .verify import Refusal

DEEPEST = 2
"""How often a piece is cut in two because the answer about it was cut short."""
CUT_SHORT = "the model's answer was cut short, also for a smaller piece"
NO_ANSWER = "the model gave no answer in the form that was asked for"


class Reading(NamedTuple):
    """An annotation, and what it took."""

    annotation: Annotation
    usage: Usage


def read(raw: RawArticle, settings: Settings, client: Client | None = None) -> Reading:
    """Return what a model finds in an article and the article bears out; the rest is listed as omissions.

    Raises what Client.ask raises. Asks for nothing but `settings.llm_url`.
    """
    client = client or Client(settings, Usage())
    reader = _Reader(raw, settings, client)
    for chunk in chunks(raw.text, settings.llm_chunk):
        reader.read(chunk)
    return Reading(reader.finished(), client.usage)


def requests(raw: RawArticle, settings: Settings) -> list[dict[str, Any]]:
    """Return the first request about each piece as it would be sent, the key replaced, with its tokens.

    Later requests will also list whom earlier answers found, which nobody knows before they are sent.
    """
    client, schema = Client(settings, Usage()), json_schema()
    reader, found = _Reader(raw, settings, client), list[dict[str, Any]]()
    for chunk in chunks(raw.text, settings.llm_chunk):
        question = messages(reader.annotation, reader.writer, chunk)
        found.append(
            {
                "method": "POST",
                "url": client.url,
                "headers": client.headers(redacted=True),
                "estimated_prompt_tokens": estimate(question, str(schema)),
                "body": client.body(question, schema),
            }
        )
    return found


@dataclass(frozen=True)
class _Judged:
    """What an answer is worth; `assembled` is None when it is no answer at all."""

    assembled: Assembled | None
    wrong: list[str]

    @property
    def taken(self) -> int:
        return len(self.assembled.annotation.statements) if self.assembled else -1


class _Reader:
    """One article while its pieces are read."""

    def __init__(self, raw: RawArticle, settings: Settings, client: Client) -> None:
        self.client, self.raw = client, raw
        known = gazetteer.load(settings.gazetteer)
        self.names = Names(raw.text, known)
        cast = Cast(known)
        self.writer = writer_of(cast, raw.publisher, raw.author)
        self.annotation = Annotation(
            document=models.Document(
                title=raw.title, text=raw.text, url=raw.url, author=raw.author, source=raw.source,
                publisher=self.writer if raw.publisher else None, published=raw.published,
            ),
            extraction=models.Extraction(reader="llm", version=_version(), settings=settings.llm_model),
            actors=tuple(cast.actors({self.writer})),
        )  # fmt: skip
        self.omissions: list[Omission] = []

    def read(self, chunk: Chunk, depth: int = 0) -> None:
        """Add what the model finds in a chunk, in smaller pieces if its answer does not fit."""
        question = messages(self.annotation, self.writer, chunk)
        completion = self.client.ask(question, json_schema())
        if not completion.whole:
            self._smaller(chunk, depth)
            return
        judged = self._judged(completion, chunk)
        if judged.wrong:
            second = self.client.ask(again(question, completion.content, judged.wrong), json_schema())
            corrected = self._judged(second, chunk) if second.whole else judged
            judged = corrected if corrected.taken >= judged.taken else judged
        self._keep(judged, chunk)

    def finished(self) -> Annotation:
        """Return the annotation without what no statement needs, and with the places of names."""
        annotation, _ = sift(pruned(self.annotation))
        named = [
            m
            for item in (*annotation.actors, *annotation.plans)
            for m in mentions(item.id, (item.name, *item.aliases), self.raw.text)
        ]
        places = {(m.span.start, m.span.end, m.of): m for m in (*annotation.mentions, *named)}
        missed = {(o.span.start, o.span.end, o.reason): o for o in self.omissions}
        update = {
            "mentions": tuple(places[key] for key in sorted(places)),
            "omissions": tuple(missed[key] for key in sorted(missed)),
        }
        annotation = annotation.model_copy(update=update)
        self.client.usage.taken = len(annotation.statements)
        return annotation

    def _judged(self, completion: Completion, chunk: Chunk) -> _Judged:
        data = find_object(completion.content)
        if data is None:
            return _Judged(None, [NO_ANSWER])
        good, bad = items(data)
        assembled = assemble(self.annotation, good, chunk, self.names, self.writer)
        refused = [*(Refusal(item.reason) for item in bad), *assembled.refused]
        return _Judged(Assembled(assembled.annotation, refused), [r.reason for r in refused])

    def _keep(self, judged: _Judged, chunk: Chunk) -> None:
        if judged.assembled is None:
            self._omit(Refusal(NO_ANSWER), chunk)
            return
        self.annotation = judged.assembled.annotation
        for refusal in judged.assembled.refused:
            self._omit(refusal, chunk)
            self.client.usage.refused += refusal.reason.startswith("statements:")

    def _smaller(self, chunk: Chunk, depth: int) -> None:
        parts = halves(chunk)
        if depth == DEEPEST or len(parts) < 2:
            self._omit(Refusal(CUT_SHORT), chunk)
            return
        for part in parts:
            self.read(part, depth + 1)

    def _omit(self, refusal: Refusal, chunk: Chunk) -> None:
        """Record a refusal at what comes near it, or at the beginning of the piece that was read."""
        words = "".join(c if c.isprintable() else " " for c in refusal.reason)
        words = " ".join(words.split())
        words = words if len(words) <= 300 else f"{words[:299]}…"
        first = chunk.text.split("\n", 1)[0] or chunk.text
        span = refusal.span or span_at(self.raw.text, chunk.start, len(first))
        self.omissions.append(Omission(reason=words, span=span))


def _version() -> str:
    try:
        return version("counterclaim")
    except PackageNotFoundError:
        return "0"
