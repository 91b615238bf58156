"""Which plan the article is about, and where it names it."""

import re
from collections import Counter

from spacy.tokens import Doc, Token

from ..models import Plan, slug
from .cast import Cast
from .lexicon import words
from .sentences import position

_PLAIN = frozenset(
    (
        "peace",
        "draft",
        "final",
        "new",
        "latest",
        "proposed",
        "original",
        "revised",
        "current",
        "whole",
        "first",
        "leaked",
        "updated",
        "initial",
        "full",
        "text",
    )
)
_OPEN = frozenset(("a", "an", "any", "no", "another", "some", "every", "each"))
_BARE = frozenset(("plan", "proposal", "agreement", "deal", "treaty", "accord", "pact"))
_ECHO = frozenset(
    (
        "plan",
        "proposal",
        "draft",
        "text",
        "agreement",
        "deal",
        "document",
        "package",
        "framework",
        "initiative",
        "roadmap",
    )
)
_RIVAL = re.compile(
    r"\b(?:counter-?(?:proposal|plan|offer)|European (?:counter-?)?proposals?)\b", re.IGNORECASE
)


class Plans:
    """The plans of an article; the main one is what 'the plan' and 'the draft' mean."""

    def __init__(self, docs: list[Doc], cast: Cast) -> None:
        self.cast = cast
        self.plans: dict[str, Plan] = {}
        self.main: str | None = None
        self._at: dict[int, str] = {}
        self.named: list[tuple[Token, str]] = []
        nouns = [t for doc in docs for t in doc if is_plan_word(t)]
        self._choose(nouns)
        for noun in nouns:
            if plan := self._of(noun):
                self._at[position(noun)] = plan
                self.named.append((noun, plan))

    def at(self, token: Token) -> str | None:
        """Return the plan that a noun names."""
        return self._at.get(position(token))

    def just_named(self, token: Token) -> bool:
        """Say whether the main plan is named shortly before a token."""
        here = position(token)
        return any(here - 400 < at < here for at, plan in self._at.items() if plan == self.main)

    def name(self, id_: str) -> str:
        """Return the plan's name as it stands in a sentence."""
        return f"the {self.plans[id_].name}"

    def _choose(self, nouns: list[Token]) -> None:
        keys = Counter(key for noun in nouns if (key := _key(noun, self.cast)))
        bare = [n for n in nouns if n.lemma_.lower() in _BARE and not _is_open(n) and not _modifiers(n)]
        early = bare and not any(_key(n, self.cast) for n in nouns if position(n) < position(bare[0]))
        if early and len(bare) > 1 and not any(re.match(r"[\w]+-point ", key) for key in keys):
            keys.clear()
        if keys:
            best = max(keys, key=lambda key: (bool(re.match(r"\d", key)), _is_proper(key), keys[key]))
            self._add(best)
            self.main = slug(best)
        elif bare:
            self._add(bare[0].lemma_.lower())
            self.main = slug(bare[0].lemma_.lower())

    def _add(self, name: str) -> None:
        self.plans.setdefault(slug(name), Plan(id=slug(name), name=name))

    def _of(self, noun: Token) -> str | None:
        if self.main is None or any(
            c.lower_ == "of" and any(is_plan_word(n) for n in c.children) for c in noun.children
        ):
            return None
        key = _key(noun, self.cast)
        if key and slug(key) == self.main:
            return self.main
        if rival := _RIVAL.search(noun.doc.text[max(0, noun.left_edge.idx) : noun.idx + len(noun)]):
            if slug(rival[0]) != self.main and noun.text in rival[0]:
                self._add("European counter-proposal" if "uropean" in rival[0] else rival[0])
                return list(self.plans)[-1]
        if key and self.main.split("-")[1:2] == ["point"] and key.split("-")[0] == (self.main.split("-")[0]):
            return self.main
        lemma = noun.lemma_.lower()
        if key or _is_open(noun) or lemma not in _ECHO | _BARE:
            return None
        return self.main if noun.tag_ in ("NN", "NNP") else None


def is_plan_word(token: Token) -> bool:
    """Say whether the token is a noun such as 'plan', 'treaty' or 'draft'."""
    return (
        token.pos_ in ("NOUN", "PROPN")
        and token.lemma_.lower() in words("plans")
        and token.dep_ not in ("compound", "amod")
    )


def _is_open(noun: Token) -> bool:
    return any(child.lower_ in _OPEN for child in noun.children)


def _modifiers(noun: Token) -> list[Token]:
    """Return the modifiers that tell this plan from others, in order."""
    found: list[Token] = []
    for token in noun.doc[noun.left_edge.i : noun.i]:
        near = token.head == noun or token.head.head == noun
        named = token.dep_ in ("compound", "nmod") or token.pos_ == "PROPN"
        if near and named and token.lower_ not in _PLAIN and token.dep_ != "poss":
            found.append(token)
    return found


def _key(noun: Token, cast: Cast) -> str | None:
    """Return the name that a noun with its modifiers makes, when it is a name of its own."""
    before = noun.doc[noun.left_edge.i : noun.i].text
    if points := re.search(r"\b(\d+|[A-Za-z]+)-point\b", before):
        return f"{points[1].lower()}-point {noun.lemma_.lower()}"
    own = [t for t in _modifiers(noun) if t.text != "-" and not _of_state(t, cast)]
    own = [t for t in own if t.head == noun]
    if not own or any(t.lower_ in _OPEN for t in own):
        return None
    if _is_open(noun) and not any(t.text[0].isupper() for t in own):
        return None
    return " ".join(
        [
            *(t.lower_ if t.is_sent_start else t.text for t in own),
            noun.lemma_ if noun.pos_ == "NOUN" else noun.text,
        ]
    )


def _of_state(token: Token, cast: Cast) -> bool:
    mention = cast.at(token)
    return mention is not None and cast.members[mention.of].kind in ("State", "Person")


def _is_proper(key: str) -> bool:
    return key[0].isupper()
