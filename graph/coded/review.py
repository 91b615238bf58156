"""One ClaimReview as an annotation: the claimant asserts the claim, the fact checker's rating answers it."""

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast
from urllib.parse import urlsplit

from ..extract.lexicon import data
from ..models import ActorKind, Annotation, Span
from ..settings import Settings
from . import RowError
from .dates import when
from .draft import Draft, checked_line, document
from .rating import Effect, Scale, verdict
from .record import Record
from .schemaorg import Node, nodes, types, words

_RATING = ("alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation")
_SPEAKER = "itemReviewed.author.name"
_KEPT = "the record is kept without claimant and verdict"
_QUESTION_MARKS = "?？؟\u037e⁇⁈⁉‽"
"""Of Latin, Chinese, Arabic and Greek writing; the last ones are ?? ?! !? and both in one."""


class Review:
    """One review on its way into an annotation; RowError from `annotation` says what it lacks."""

    def __init__(
        self, node: Node, known: Mapping[str, Node], language: str | None,
        ratings: Mapping[str, Effect], claimant: ActorKind | None, settings: Settings,
    ) -> None:  # fmt: skip
        self.notes: list[str] = []
        self._node, self._known, self._language = node, known, language
        self._ratings, self._settings = ratings, settings
        self._claimant: ActorKind | None = claimant
        self._record = Record()

    def annotation(self, where: str) -> Annotation:
        """Return the review as an annotation of its own text."""
        self._write()
        text = self._record.text(where)
        published = self._date(self._node.get("datePublished"), "datePublished")
        draft = Draft(text, self._settings, published)
        reviewed = _required(self._node, "claimReviewed")
        claim = draft.claim(reviewed)
        checker = self._checker(draft)
        if asks(reviewed):
            self.notes.append(
                f"claimReviewed asks, and nobody asserts a question: {reviewed[:80]!r}; {_KEPT}"
            )
        else:
            self._claimed(draft, claim)
            self._rated(draft, claim, checker, published)
            if not draft.statements:
                raise RowError("; ".join(self.notes))
        language = words(self._node.get("inLanguage")) or self._language
        title = words(self._node.get("headline")) or words(self._node.get("name"))
        made = document(
            title=checked_line("title", title or words(self._node["claimReviewed"])) or "untitled",
            text=text,
            url=checked_line("url", words(self._node.get("url"))),
            language=checked_line("inLanguage", language) or "und",
            publisher=checker,
            published=published,
        )
        return draft.annotation(made, "claimreview")

    @cached_property
    def _items(self) -> list[Node]:
        return nodes(self._node.get("itemReviewed"), self._known)

    @cached_property
    def _rating(self) -> Node:
        return (nodes(self._node.get("reviewRating"), self._known) or [{}])[0]

    def _write(self) -> None:
        """Put the values of the record that are read into its text, in one order."""
        add, node = self._record.add, self._node
        for name in ("headline", "name", "claimReviewed"):
            add(name, words(node.get(name)))
        for item in self._items:
            for author in nodes(item.get("author"), self._known):
                add(_SPEAKER, _name(author))
            add("itemReviewed.datePublished", words(item.get("datePublished")))
            for name in ("firstAppearance", "appearance"):
                for work in nodes(item.get(name), self._known):
                    add(f"itemReviewed.{name}.url", words(work.get("url")))
                    add(f"itemReviewed.{name}.datePublished", words(work.get("datePublished")))
        for name in _RATING:
            add(f"reviewRating.{name}", words(self._rating.get(name)))
        for author in nodes(node.get("author"), self._known):
            add("author.name", _name(author))
        for name in ("datePublished", "url", "description", "reviewBody"):
            add(name, words(node.get(name)))

    def _checker(self, draft: Draft) -> str:
        authors = nodes(self._node.get("author"), self._known)
        if not authors or not (name := _name(authors[0])):
            raise RowError("nobody is named as the author of the review")
        return draft.actors.named(name, _kind(authors[0]) or "Organization", "")

    def _claimed(self, draft: Draft, claim: str) -> None:
        """Let the claimants assert the claim, in the fact checker's words, if the record names them."""
        authors = [a for item in self._items for a in nodes(item.get("author"), self._known)]
        named = {name: author for author in authors if (name := _name(author))}
        if not named:
            self.notes.append("nobody is named as who made the claim: it stands without a claimant")
            return
        try:
            speakers = [self._speaker(draft, name, author) for name, author in named.items()]
        except RowError as error:
            self.notes.append(f"the claim stands without a claimant: {error}")
            return
        said = next((words(item.get("datePublished")) for item in self._items), None)
        draft.state(
            "asserts", claim, tuple(dict.fromkeys(speakers)), self._words_of("claimReviewed"),
            speaker_span=self._record.span(_SPEAKER) if len(named) == 1 else None,
            said=self._date(said, "itemReviewed.datePublished"),
        )  # fmt: skip

    def _speaker(self, draft: Draft, name: str, author: Node) -> str:
        kind: ActorKind | None = _kind(author) or self._claimant
        if _unnamed(name):
            kind = "AnonymousSource"
        return draft.actors.named(name, kind, "a mapping can tell (`claimant:`)")

    def _rated(self, draft: Draft, claim: str, checker: str, published: str | None) -> None:
        if not self._rating:
            self.notes.append("there is no rating: the fact checker says nothing of the claim")
            return
        scale = Scale(*(_number(self._rating, name, default) for name, default in _SCALE.items()))
        found = verdict(words(self._rating.get("alternateName")), scale, self._ratings)
        if found.act is None:
            self.notes.append(found.why)
            return
        names = [f"reviewRating.{name}" for name in _RATING[:2]]
        span = next(span for span in map(self._record.span, names) if span is not None)
        more: dict[str, Any] = {"qualification": span.exact} if found.in_the_main else {}
        speaker = self._record.span("author.name")
        draft.state(
            found.act, claim, (checker,), span, mode="direct", said=published, speaker_span=speaker, **more
        )

    def _words_of(self, name: str) -> Span:
        span = self._record.span(name)
        assert span is not None  # it was required before
        return span

    def _date(self, value: Any, name: str) -> str | None:
        given = words(value)
        found = when(given) if given else None
        if given and not found:
            self.notes.append(f"{name}: {given!r} is no ISO 8601 date: it stays unknown")
        return found


_SCALE: dict[str, float | None] = {"ratingValue": None, "worstRating": 1.0, "bestRating": 5.0}


def _number(rating: Node, name: str, default: float | None) -> Any:
    """Return a number of the rating; one that is given and cannot be read leaves no scale at all."""
    given = words(rating.get(name))
    try:
        return default if given is None else float(given)
    except ValueError:
        return float("nan")


def asks(sentence: str) -> bool:
    """Say whether a sentence ends as a question does, whatever quotes, brackets or marks close it."""
    kept = [c for c in sentence if c in _QUESTION_MARKS or unicodedata.category(c)[0] in "LNS"]
    return bool(kept) and kept[-1] in _QUESTION_MARKS


def _required(node: Node, name: str) -> str:
    if not (found := words(node.get(name))):
        raise RowError(f"{name} is missing")
    return " ".join(found.split())


def _name(node: Node) -> str | None:
    """Return the name of who is meant; where only an address is given, its host."""
    if name := words(node.get("name")):
        return name.strip()
    url = words(node.get("url"))
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def _kind(node: Node) -> ActorKind | None:
    """Return what the record says that somebody is."""
    table = cast(dict[ActorKind, list[str]], data("coded.yaml")["schema_types"])
    for kind, names in table.items():
        if types(node) & set(names):
            return kind
    return None


def _unnamed(name: str) -> bool:
    """Say whether a name is none: 'Various social media users'."""
    lexicon = cast(dict[str, list[str]], data("coded.yaml")["unnamed"])
    parts = name.casefold().replace("-", " ").split()
    return bool(parts) and parts[-1] in lexicon["nouns"] and set(parts[:-1]) <= set(lexicon["adjectives"])
