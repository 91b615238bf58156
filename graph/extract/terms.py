"""The provisions of a plan, where the text describes what the plan says."""

import re

from spacy.tokens import Doc, Span, Token

from .. import models
from .amounts import amount_in
from .cast import Cast
from .contents import Content
from .drafts import Term, term_model
from .lexicon import verb_act
from .plans import Plans, is_plan_word
from .provisions import in_clause, provisions
from .sentences import child, span
from .topics import describes, topic_of, topics

_MODAL = frozenset(("must", "will", "shall", "would", "should", "could", "may"))
_NUMBERED = re.compile(r"\s*(?:(?:article|point|item|clause|section)\s+)?(\d{1,3})\s*[.):]\s+", re.I)
_SHARED = frozenset(
    (
        "security-guarantees",
        "frozen-assets",
        "ceasefire",
        "sanctions",
        "monitoring",
        "prisoners",
        "amnesty",
    )
)
_BULLET = re.compile(r"\s*[-*•–—]\s+")


class Terms:
    """Collects the terms of the main plan."""

    def __init__(self, text: str, cast: Cast, plans: Plans) -> None:
        self.text, self.cast, self.plans = text, cast, plans
        self.all: dict[str, Term] = {}
        self.told: set[int] = set()

    def read(self, docs: list[Doc]) -> None:
        """Go through the article; a description goes on until something else is told."""
        if self.plans.main is None:
            return
        describing = False
        for doc in docs:
            if self._numbered(doc):
                continue
            for sentence in doc.sents:
                describing = self._sentence(sentence, describing)

    def _numbered(self, doc: Doc) -> bool:
        found = _NUMBERED.match(doc.text)
        bullet = _BULLET.match(doc.text)
        if not (found or bullet) or len(doc) < 4:
            return False
        start = (found or bullet).end()  # type: ignore[union-attr]
        tokens = [t for t in doc if t.idx >= start]
        first = next(iter(tokens), None)
        if first is None or (bullet and verb_act(first.lemma_)):
            return False
        end = next((t.i for t in tokens if t.is_sent_end or t.text in (".", ";")), tokens[-1].i)
        part = [t for t in tokens if t.i <= end and not (t.i == end and t.is_punct)]
        if len(part) < 2:
            return False
        root = next((t for t in part if t.dep_ == "ROOT"), part[0])
        self._add(Content(root, tuple(part)), part, found[1] if found else None, force=True)
        return True

    def _article(self, sentence: Span) -> bool:
        """Read 'Article 1: ...' in running text."""
        found = _NUMBERED.match(sentence.text)
        if not found or not sentence.text.lstrip()[:1].isalpha():
            return False
        tokens = [t for t in sentence if t.idx - sentence.start_char >= found.end()]
        tokens = tokens[:-1] if tokens and tokens[-1].is_punct else tokens
        if tokens:
            root = next((t for t in tokens if t.pos_ == "VERB"), tokens[0])
            self._add(Content(root, tuple(tokens)), tokens, found[1], force=True)
        return True

    def _sentence(self, sentence: Span, describing: bool) -> bool:
        if self._article(sentence):
            return False
        starts, present = describes(sentence, self.plans)
        speech = any(
            verb_act(t.lemma_.lower())
            and t.pos_ == "VERB"
            and child(t, "ccomp") is not None
            and (t.tag_ in ("VBD", "VBN") or not describing)
            for t in sentence
        )
        if speech and not starts:
            return False
        if not (starts or describing):
            return False
        found_any = False
        for content in provisions(sentence):
            tokens = list(content.tokens)
            modal = any(c.lower_ in _MODAL for c in content.root.children) or content.root.tag_ == "VBG"
            if modal or present or describing:
                found_any = self._add(content, tokens, None) or found_any
        if found_any:
            self.told.add(sentence[0].idx + sentence.doc.user_data["base"])
        return starts or found_any

    def _add(self, content: Content, tokens: list[Token], number: str | None, *, force: bool = False) -> bool:
        where = span(self.text, tokens[0], tokens[-1])
        topic = topic_of(where.exact)
        subject = content.subject
        if subject is None:
            subject = child(content.root, "nsubj", "nsubjpass")
        parties = self.parties(subject)
        if not force and (
            topic is None
            or (
                subject is not None
                and is_plan_word(subject)
                and self.plans.at(subject)
                and topic[0] != "monitoring"
            )
        ):
            return False
        words_ = where.exact
        if subject is not None and subject not in tokens:
            owner = "".join(t.text_with_ws for t in subject.subtree).strip()
            words_ = f"{owner} {words_}"
        places = tuple(
            dict.fromkeys(
                m.of for t in tokens if (m := self.cast.at(t)) and self.cast.members[m.of].kind == "Place"
            )
        )
        self._keep(topic, parties, places, words_, number, where)
        return True

    def _keep(
        self,
        topic: tuple[str, str] | None,
        parties: tuple[str, ...],
        places: tuple[str, ...],
        words_: str,
        number: str | None,
        where: models.Span,
    ) -> str:
        assert self.plans.main is not None
        local, name = self._label(topic, parties, places, number)
        id_ = f"{self.plans.main}:{local}"
        term = self.all.get(id_)
        if term is not None and number is not None and term.number != number:
            id_, name, term = f"{id_}-{number}", f"{name} ({number})", self.all.get(f"{id_}-{number}")
        if term is None:
            term = self.all[id_] = Term(
                id_,
                self.plans.main,
                name,
                " ".join(words_.split()),
                topic[0] if topic else None,
                parties,
                places,
                amount_in(words_.split(" that ")[0]),
                number,
            )
        elif term.amount is None and (amount := amount_in(words_)):
            term.amount, term.text = amount, " ".join(words_.split())
        term.spans.append(where)
        return id_

    def _label(
        self,
        topic: tuple[str, str] | None,
        parties: tuple[str, ...],
        places: tuple[str, ...],
        number: str | None,
    ) -> tuple[str, str]:
        names = [self.cast.known(p).name for p in parties]
        if topic is None:
            return (f"point-{number}", f"Point {number}")
        where = [p for p in places if p not in ("europe", "africa", "asia")]
        if topic[0] == "territory" and where:
            return f"territory-{where[0]}", f"Territory: {self.cast.known(where[0]).name}"
        if parties and topic[0] not in _SHARED:
            who = parties[0] if len(parties) == 1 else "-".join(parties[:2])
            return f"{who}-{topic[0]}", f"{' and '.join(names[:2])}: {topic[1]}"
        return topic[0], topic[1].capitalize()

    def from_noun(self, noun: Token) -> list[str]:
        """Make a term of what an actor backs or refuses: 'limits on the army'."""
        if noun.conjuncts and noun.dep_ != "conj":
            return [id_ for one in (noun, *noun.conjuncts) for id_ in self._from_one(one)]
        return self._from_one(noun)

    def _from_one(self, noun: Token) -> list[str]:
        joined = {t for c in noun.children if c.dep_ in ("conj", "cc") for t in c.subtree}
        tokens = [t for t in noun.subtree if not in_clause(t, noun) and t not in joined]
        topic = topic_of(" ".join(t.text for t in tokens))
        if self.plans.main is None or topic is None or not tokens:
            return []
        where = span(self.text, min(tokens, key=lambda t: t.i), tokens[-1])
        return [self._keep(topic, self.parties(noun), (), where.exact, None, where)]

    def parties(self, subject: Token | None) -> tuple[str, ...]:
        """Return the states and organisations that a subject names or belongs to."""
        if subject is None:
            return ()
        found: list[str] = []
        for token in subject.subtree:
            mention = self.cast.at(token)
            if mention and self.cast.members[mention.of].kind in ("State", "Organization"):
                if mention.of not in found and not in_clause(token, subject):
                    found.append(mention.of)
        return tuple(found)

    def find(self, text: str, about: set[str]) -> list[str]:
        """Return the terms that words speak of: the same topic, and no other party or place."""
        found: list[str] = []
        everyone = {p for t in self.all.values() for p in t.parties}
        places = {p for t in self.all.values() for p in t.places if self.cast.known(p).name in text}
        here = {topic for topic, _, pattern in topics() if pattern.search(text)}
        for term in self.all.values():
            share = not term.parties or not about & everyone or bool(set(term.parties) & about)
            named = not places or not term.places or bool(places & set(term.places))
            if term.topic in here and share and named:
                found.append(term.id)
        return found

    def models(self) -> tuple[models.Term, ...]:
        """Return the terms in the output form."""
        return tuple(term_model(term) for term in self.all.values())
