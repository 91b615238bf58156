"""The terms that an article has told of, each once: the same provision named again joins the first."""

from collections.abc import Callable, Iterator
from functools import partial

from spacy.tokens import Token

from ... import models
from ..actors.cast import Cast
from ..acts.drafts import Term, term_model
from ..claims.claimwords import verb_of, verbs_like
from .amounts import amount_in
from .identity import again, alike, differ, key_words, label, of_others, things_of
from .parties import parties_of
from .provisions import in_clause
from .topics import topics

_OTHER = frozenset(("new", "old", "former", "other", "another", "revised", "such"))
CAPS = frozenset(("cap", "ceiling", "limit"))


class Book:
    """Keeps terms; two values for one provision are kept side by side and reported."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast
        self.all: dict[str, Term] = {}
        self.notices: list[models.Omission] = []

    def new(
        self,
        of: str,
        topic: tuple[str, str] | None,
        parties: tuple[str, ...],
        tokens: list[Token],
        number: str | None,
        words_: str,
    ) -> Term:
        """Return a description as a term of `of`, under the name that it makes."""
        places = tuple(
            dict.fromkeys(
                m.of for t in tokens if (m := self.cast.at(t)) and self.cast.members[m.of].kind == "Place"
            )
        )
        local, name = label(topic, parties, places, number, tokens, self.cast)
        said = key_words(tokens, self.cast)
        if (
            topic is None
            and number is None
            and (known := again(list(self.all.values()), of, said)) is not None
        ):
            local, name = known.id.removeprefix(f"{of}:"), known.name
        return Term(
            f"{of}:{local}",
            of,
            name,
            " ".join(words_.split()),
            topic[0] if topic else None,
            parties,
            places,
            said,
            number=number,
            things=things_of(tokens, topic[0] if topic else None, self.cast),
        )

    def keep(self, new: Term, where: models.Span, *, noun: bool = False) -> str:
        """Join a description to the term that it describes again, or begin a term with it."""
        known = self.all.get(new.id)
        while known is not None and self._another(known, new, noun=noun):
            suffix = new.number or self._distinct(known, new)
            new.id, new.name = f"{new.id}-{suffix}", f"{new.name} ({suffix})"
            known = self.all.get(new.id)
        if known is None:
            new.spans.append(where)
            self.all[new.id] = new
            return new.id
        self._join(known, new, where)
        return known.id

    def _another(self, known: Term, new: Term, *, noun: bool) -> bool:
        """Say whether two descriptions with one name are of two provisions."""
        if new.number is not None and known.number is not None:
            return new.number != known.number
        return of_others(known, new) or (not noun and not alike(known.words, new.words))

    def _distinct(self, known: Term, new: Term) -> str:
        """Return a word that only the new description has."""
        own = sorted(w for w in new.words - known.words if models.slug(w))
        first = [w for w in new.text.lower().split() if models.slug(w) in own]
        return models.slug((first or own or ["2"])[0])

    def _join(self, known: Term, new: Term, where: models.Span) -> None:
        known.spans += [where] if where not in known.spans else []
        known.number = known.number or new.number
        known.binds = known.binds or new.binds
        if known.amount is None and new.amount is not None:
            known.amount, known.text = new.amount, new.text
        elif new.amount is not None and differ(known.amount, new.amount):
            self._two_values(known, new.amount.words, where)
        for name in ("deadline", "exception", "place"):
            setattr(known, name, getattr(known, name) or getattr(new, name))

    def _two_values(self, known: Term, words_: str, where: models.Span) -> None:
        """Keep a second value beside the first, and report it."""
        if words_ in known.other_values:
            return
        known.other_values.append(words_)
        first = known.amount.words if known.amount else ""
        reason = f"two values for one provision, {known.name!r}: {first!r} and {words_!r}"
        self.notices.append(models.Omission(reason=reason, span=where, kind="contradiction"))

    def capped(self) -> Term | None:
        """Return the one term that 'the cap' means."""
        fits = [t for t in self.all.values() if t.words & CAPS or t.topic == "armed-forces"]
        return fits[0] if len(fits) == 1 else None

    def parties(self, subject: Token | None) -> tuple[str, ...]:
        """Return the states and organisations that a subject names or belongs to."""
        return parties_of(subject, self.cast)

    def find(self, text: str, about: set[str]) -> list[str]:
        """Return the terms that words speak of: the same topic, and no other party or place."""
        found: list[str] = []
        everyone = {p for t in self.all.values() for p in t.parties}
        places = {p for t in self.all.values() for p in t.places if self.cast.known(p).name in text}
        known = {t.topic for t in self.all.values()}
        here = {topic for topic, _, pattern in topics() if topic in known and pattern.search(text)}
        for term in self.all.values():
            share = not term.parties or not about & everyone or bool(set(term.parties) & about)
            named = not places or not term.places or bool(places & set(term.places))
            if term.topic in here and share and named:
                found.append(term.id)
        return found

    def named(self, noun: Token) -> list[str]:
        """Return the one term whose own words a noun phrase repeats: 'the payment' for 'pays 35 million'."""
        if any(c.tag_ == "JJR" or c.lower_ in _OTHER for c in noun.children):
            return []
        tokens = [t for t in noun.subtree if not in_clause(t, noun)]
        said = key_words([t for t in tokens if t.pos_ in ("NOUN", "VERB", "PROPN")], self.cast)
        ways = [verbs_like(verb_of(w) or w) | {w} for w in said]
        fits = [t.id for t in self.all.values() if ways and all(way & t.words for way in ways)]
        unit = amount_in(" ".join(t.text for t in tokens))
        if not fits and unit is not None and unit.unit:
            fits = [t.id for t in self.all.values() if t.amount and t.amount.unit == unit.unit]
        return fits if len(fits) == 1 else []

    def nearest(self, ids: list[str], noun: Token) -> list[str]:
        """Return those of several terms of one topic that share most words with a noun phrase."""
        terms = [self.all[i] for i in ids if i in self.all]
        if len(terms) < 2:
            return ids
        words = key_words([t for t in noun.subtree if not in_clause(t, noun)], self.cast)
        shared = {t.id: len(words & t.words) for t in terms}
        most = max(shared.values())
        return [i for i in ids if i not in shared or shared[i] == most]

    def tells(self, term: str, noun: Token) -> bool:
        """Say whether a term's own words name the thing of a noun, and not only its topic."""
        words = key_words([noun], self.cast)
        ways = {w for word in words for w in verbs_like(verb_of(word) or word) | {word}}
        return bool(ways & self.all[term].words)

    def makers(self) -> Iterator[tuple[str, Callable[[], models.Term]]]:
        """Yield for each term its id, and what makes it in the output form."""
        return ((term.id, partial(term_model, term)) for term in self.all.values())
