"""Talks, calls, summits, votes and deadlines: with their place and date, where the words give them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ... import models
from ...models import slug
from ..actors.cast import Cast
from ..sentences import child, span
from ..terms.wordlists import listed
from .dates import DAYS, MONTHS, Calendar
from .orders import later

_PLURAL = frozenset(("talk", "negotiation"))
_OPEN = frozenset(("a", "an", "any", "no", "another", "some", "every", "each", "more", "further"))
_IN = frozenset(("in", "at", "on", "for", "by", "of"))
_DATED = re.compile(rf"\b(?:{'|'.join((*DAYS, *MONTHS))}|tomorrow|yesterday|today)\b", re.I)


@dataclass
class Event:
    """An event as the article names it; `words` are what a claim must hold to be about it."""

    id: str
    name: str
    date: str | None
    words: tuple[str, ...]
    spans: list[models.Span] = field(default_factory=list[models.Span])

    def model(self) -> models.Event:
        """Return the event in the output form."""
        return models.Event(id=self.id, name=self.name, date=self.date)


class Events:
    """The events of an article, each once."""

    def __init__(self, text: str, cast: Cast, calendar: Calendar, published: str | None) -> None:
        self.text, self.cast, self.calendar, self.published = text, cast, calendar, published
        self.all: dict[str, Event] = {}
        self.notices: list[models.Omission] = []

    def read(self, docs: list[Doc]) -> None:
        """Find what has a place of its own, or a name and a day."""
        for doc in docs:
            for token in doc:
                if (
                    token.lemma_.lower() in listed("events")
                    and token.pos_ == "NOUN"
                    and token.dep_ != "compound"
                ):
                    self._read(token)

    def _read(self, noun: Token) -> None:
        kind = noun.lemma_.lower()
        if kind in _PLURAL and noun.tag_ != "NNS":
            return
        place, name = self._place(noun), _own_name(noun)
        past = _is_past(noun)
        words = _when(noun)
        date = (
            self.calendar.takes_place(words, past=past)
            if _DATED.search(words) or re.search(r"\d", words)
            else None
        )
        if place is None and name is None and not (date and kind in ("deadline", "vote", "call", "signing")):
            return
        if date is None and not {c.lower_ for c in noun.children}.isdisjoint(_OPEN):
            return
        self._keep(noun, kind, place, name, date, past=past)

    def _keep(
        self, noun: Token, kind: str, place: str | None, name: str | None, date: str | None, *, past: bool
    ) -> None:
        label = noun.text if noun.tag_ == "NNS" else kind
        full = " ".join(part for part in (name, label) if part) + (f" in {place}" if place else "")
        full = full[:1].upper() + full[1:]
        id_ = slug(" ".join(part for part in (place, name, label) if part))
        if not place and not name:
            id_ = slug(f"{label} {date}")
        where = span(self.text, noun, noun)
        words = tuple(w.lower() for w in (kind, *(place or name or "").split()[-1:]))
        event = self.all.setdefault(id_, Event(id_, full, date, words))
        event.date = event.date or date
        event.spans.append(where)
        if past and later(date, self.published):
            reason = f"dated {self.published}, yet it reports what took place on {date}"
            if all(reason != notice.reason for notice in self.notices):
                self.notices.append(models.Omission(reason=reason, span=where, kind="contradiction"))

    def _place(self, noun: Token) -> str | None:
        """Return the town or state in which an event is, by 'in' or before the noun."""
        for token in noun.subtree:
            thing = child(token, "pobj") if token.lower_ in ("in", "at") and token.head == noun else None
            if thing is not None and self._is_place(thing):
                return _phrase(thing)
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod") and self._is_place(c)]
        return _phrase(before[0]) if before and before[0].ent_type_ in ("GPE", "LOC", "FAC") else None

    def _is_place(self, token: Token) -> bool:
        mention = self.cast.at(token)
        if mention is not None and self.cast.members[mention.of].kind not in ("Place", "State"):
            return False
        return token.pos_ == "PROPN" and token.ent_type_ not in ("PERSON", "DATE", "ORG", "NORP", "TIME")

    def about(self, text: str) -> list[str]:
        """Return the events that a claim's words name."""
        low = text.lower()
        fits = [e for e in self.all.values() if all(re.search(rf"\b{re.escape(w)}", low) for w in e.words)]
        return [e.id for e in fits if len(e.words) > 1]

    def makers(self) -> Iterator[tuple[str, Callable[[], models.Event]]]:
        """Yield for each event its id, and what makes it in the output form."""
        return ((event.id, event.model) for event in self.all.values())


def _own_name(noun: Token) -> str | None:
    """Return 'G20' of 'the G20 summit': a name in capitals or with a number before the noun."""
    own = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.i < noun.i]
    named = [c for c in own if re.fullmatch(r"[A-Z]+\d*|[A-Z]\d+", c.text) and len(c.text) > 1]
    return named[0].text if named else None


def _phrase(noun: Token) -> str:
    """Return a name with what is written together with it: 'Port Imre'."""
    parts = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return " ".join(t.text for t in sorted((*parts, noun), key=lambda t: t.i))


def _is_past(noun: Token) -> bool:
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    ahead = any(c.lower_ in ("will", "would", "shall", "to", "may") for c in verb.children if c.dep_ == "aux")
    return not ahead and (
        verb.tag_ in ("VBD", "VBN") or any(c.lower_ in ("had", "was", "were") for c in verb.children)
    )


def _when(noun: Token) -> str:
    """Return the words near an event that can date it: its own, and those of its verb."""
    near = [t for t in noun.subtree if t != noun]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and verb.pos_ == "VERB":
        for prep in verb.children:
            if noun.dep_ == "pobj" and prep.i < noun.i:
                continue
            if (prep.lower_ in _IN or prep.dep_ == "npadvmod") and prep not in near:
                near += [t for t in prep.subtree if t.dep_ not in ("relcl", "ccomp")][:6]
    return " ".join(t.text for t in sorted(near, key=lambda t: t.i))
