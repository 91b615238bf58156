"""Which plan the article is about, and where it names it."""

import re
from collections import Counter

from spacy.tokens import Doc, Token

from ...models import Plan, PlanVersion, slug
from ..actors.cast import Cast
from ..lexicon import words
from ..sentences import position
from ..times.dates import Calendar
from .versions import Versions

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
_BARE = frozenset(("offer", "plan", "proposal", "agreement", "deal", "treaty", "accord", "pact"))
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
        "settlement",
    )
)
_NAMING = re.compile(r"\b(?:known as|called|dubbed|named) (?:the )?$")
_POINTS = re.compile(r"(\w+)-point ")
_RIVAL = re.compile(
    r"\b(?:counter-?(?:proposal|plan|offer)|European (?:counter-?)?proposals?)\b", re.IGNORECASE
)


class Plans:
    """The plans of an article; the main one is what 'the plan' and 'the draft' mean."""

    def __init__(self, docs: list[Doc], cast: Cast, calendar: Calendar | None = None) -> None:
        self.cast = cast
        self.plans: dict[str, Plan] = {}
        self.main: str | None = None
        self.points: str | None = None
        self._at: dict[int, str] = {}
        self.named: list[tuple[Token, str]] = []
        nouns = [t for doc in docs for t in doc if is_plan_word(t)]
        self._choose(nouns, len(docs[0].text) if docs else 0)
        for noun in nouns:
            if plan := self._of(noun):
                self._at[position(noun)] = plan
                self.named.append((noun, plan))
        self.drafts = Versions(docs, self.main, self.points, calendar) if self.main and calendar else None

    @property
    def default(self) -> str | None:
        """The draft that the headline names and the article is about."""
        return self.drafts.default if self.drafts else None

    def versions(self) -> tuple[PlanVersion, ...]:
        """Return the drafts that the article names, in the output form."""
        return tuple(self.drafts.all.values()) if self.drafts else ()

    def drafts_named(self) -> list[tuple[Token, str]]:
        """Return the nouns that name a draft."""
        return self.drafts.named if self.drafts else []

    def version_at(self, token: Token) -> str | None:
        """Return the draft of the main plan that a noun names."""
        return self.drafts.at(token) if self.drafts else None

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

    def _choose(self, nouns: list[Token], headline: int) -> None:
        keys = Counter(key for noun in nouns if (key := _key(noun, self.cast)))
        pointed = [key for key in keys if _POINTS.match(key)]
        if (title := self._title(nouns, pointed, headline)) is not None:
            self._set(title)
            self.plans[self.main or ""] = Plan(id=slug(title), name=title, aliases=tuple(sorted(pointed)))
            self.points = _POINTS.match(pointed[0])[1] if pointed else None  # type: ignore[index]
            return
        bare = [n for n in nouns if n.lemma_.lower() in _BARE and not _is_open(n) and not _modifiers(n)]
        early = bare and not any(_key(n, self.cast) for n in nouns if position(n) < position(bare[0]))
        if early and len(bare) > 1 and not pointed:
            keys.clear()
        if keys:
            self._set(max(keys, key=lambda key: (bool(re.match(r"\d", key)), _is_proper(key), keys[key])))
        elif bare:
            self._set(bare[0].lemma_.lower())
        found = _POINTS.match(f"{self.plans[self.main].name} ") if self.main else None
        self.points = found[1] if found else None

    def _title(self, nouns: list[Token], pointed: list[str], headline: int) -> str | None:
        """Return the plan's own name where the text ties it to the plan: 'a treaty known as the X accord'."""
        found: Counter[str] = Counter()
        tied: set[str] = set()
        for noun in nouns:
            if (name := proper_name(noun, self.cast)) is None:
                continue
            found[name] += 1
            before = noun.doc.text[: noun.left_edge.idx] + noun.doc[noun.left_edge.i : noun.i].text
            lead = before[: before.rfind(name.split()[0])]
            here = noun.text[0].isupper() or position(noun) < headline or bool(_NAMING.search(lead))
            if here or (_key(noun, self.cast) or "") in pointed:
                tied.add(name)
        if pointed and len(found) > 1:
            return None
        return max(sorted(tied), key=lambda name: found[name], default=None)

    def _set(self, name: str) -> None:
        self._add(name)
        self.main = slug(name)

    def _add(self, name: str) -> None:
        self.plans.setdefault(slug(name), Plan(id=slug(name), name=name))

    def _of(self, noun: Token) -> str | None:
        if self.main is None or any(
            c.lower_ == "of" and any(is_plan_word(n) for n in c.children) for c in noun.children
        ):
            return None
        key = _key(noun, self.cast)
        if key and (slug(key) == self.main or key in self.plans[self.main].aliases):
            return self.main
        if (title := proper_name(noun, self.cast)) is not None and slug(title) == self.main:
            return self.main
        if rival := _RIVAL.search(noun.doc.text[max(0, noun.left_edge.idx) : noun.idx + len(noun)]):
            if slug(rival[0]) != self.main and noun.text in rival[0]:
                self._add("European counter-proposal" if "uropean" in rival[0] else rival[0])
                return list(self.plans)[-1]
        if key and self.main.split("-")[1:2] == ["point"] and key.split("-")[0] == (self.main.split("-")[0]):
            return self.main
        lemma = noun.lemma_.lower()
        if key and _POINTS.match(key) and self.points and "-point" not in self.main:
            return self.main
        if key or _is_open(noun) or lemma not in _ECHO | _BARE:
            return None
        return self.main if noun.tag_ in ("NN", "NNP") else None


def is_plan_word(token: Token) -> bool:
    """Say whether the token is a noun such as 'plan', 'treaty' or 'draft'."""
    return (
        token.pos_ in ("NOUN", "PROPN")
        and (token.lemma_.lower() in words("plans") or _is_offer(token))
        and token.dep_ not in ("compound", "amod")
    )


def proper_name(noun: Token, cast: Cast) -> str | None:
    """Return 'Tarn accord', 'Paris Agreement', 'Plan of Action': a name in capitals, with its noun."""
    own = [t for t in _modifiers(noun) if _names(t, noun, cast) and t.text != "-" and t.text[0].isupper()]
    capital = noun.text[0].isupper() and not noun.text.isupper() and not noun.is_sent_start
    named = [t for t in own if not _of_state(t, cast) or (capital and _by_city(t, cast))]
    if not named or len(named) < len(own) or _is_open(noun):
        return None
    if not capital and any((m := cast.at(t)) and cast.members[m.of].kind != "Place" for t in named):
        return None
    name = " ".join(t.text for t in named) + f" {noun.text if capital else noun.lemma_.lower()}"
    of = re.match(r" of [A-Z]\w+", noun.doc.text[noun.idx + len(noun) :]) if capital else None
    return name + (of[0] if of else "")


def _names(token: Token, noun: Token, cast: Cast) -> bool:
    """Say whether a modifier belongs to a plan's name: 'Border Market' of 'Border Market Agreement'."""
    capitals = all(t.text[0].isupper() for t in (token, token.head, noun))
    part = token.head.head == noun and token.dep_ == "compound" and capitals
    return token.head == noun or (part and cast.at(token) is None and cast.at(token.head) is None)


def _by_city(token: Token, cast: Cast) -> bool:
    """'Paris Agreement' is named after the city, not made by the state."""
    mention = cast.at(token)
    return mention is not None and slug(token.text) not in mention.of and token.tag_ == "NNP"


def _is_offer(token: Token) -> bool:
    """An offer that is told point by point is a plan: 'the third offer, which consists of ...'."""
    verbs = [token.head, *(c for c in token.children if c.dep_ == "relcl")]
    return token.lemma_.lower() == "offer" and any(
        v.lemma_ in ("consist", "comprise", "contain") for v in verbs
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
    own = [t for t in own if _names(t, noun, cast)]
    if not own or any(t.lower_ in _OPEN for t in own):
        return None
    if _is_open(noun) and not any(t.text[0].isupper() for t in own):
        return None
    return " ".join(
        [
            *(t.lower_ if t.is_sent_start and t.pos_ != "PROPN" else t.text for t in own),
            noun.lemma_ if noun.pos_ == "NOUN" else noun.text,
        ]
    )


def _of_state(token: Token, cast: Cast) -> bool:
    mention = cast.at(token)
    return mention is not None and cast.members[mention.of].kind in ("State", "Person")


def _is_proper(key: str) -> bool:
    return key[0].isupper()
