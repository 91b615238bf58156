"""Which plan the article is about, and where it names it."""

import re
from collections import Counter

from spacy.tokens import Doc, Span, Token

from ...models import Plan, PlanVersion, is_slug, slug
from ..actors.cast import Cast
from ..sentences import position, written
from ..times.dates import Calendar
from .agreed import truce
from .described import described
from .mentioned import compared, introduced, is_new, of_a_deed, of_old, only_mentioned, only_met, spoken_of
from .naming import called, can_be_named, of_a_decision, plain_name, subject_matter, with_name
from .ownership import owner_of, owners
from .plannames import is_open, is_plan_word, is_proper, key_name, modifiers, proper_name
from .versions import Versions
from .wordlists import listed

_NAMING = re.compile(r"\b(?:known as|called|dubbed|named) (?:the )?$")
_POINTS = re.compile(r"(\w+)-point ")
_RIVAL = re.compile(
    r"\b(?:counter-?(?:proposal|plan|offer)|European (?:counter-?)?proposals?)\b", re.IGNORECASE
)


_TEXTS = frozenset(("draft", "text", "version"))


_ECHOES = 600
"""How many letters before its name another noun may mean a plan."""


class Plans:
    """The plans of an article; the main one is what 'the plan' and 'the draft' mean."""

    def __init__(self, docs: list[Doc], cast: Cast, calendar: Calendar | None = None) -> None:
        self.cast = cast
        self.plans: dict[str, Plan] = {}
        self.main: str | None = None
        self.points: str | None = None
        self._at: dict[int, str] = {}
        self._docs, self._rivals = docs, dict[str, str]()
        self._first = 0
        self.named: list[tuple[Token, str]] = []
        found = [t for doc in docs for t in doc if is_plan_word(t) and not of_a_deed(t)]
        nouns = [t for t in found if can_be_named(t, cast)]
        named = set(nouns)
        self.unnamed = [t for t in found if t not in named]
        self._other = any(of_a_decision(t) for doc in docs for t in doc if t.lemma_.lower() in _TEXTS)
        self._matter = next((m for t in nouns if (m := subject_matter(t)) is not None), None)
        self._new = any(is_new(t) for t in nouns)
        headline = self._headline = len(docs[0].text) if docs else 0
        self._lead = max((position(doc[-1]) for doc in docs[:3] if len(doc)), default=0)
        own = [t for t in nouns if not only_mentioned(t, nouns, headline)]
        self._choose(own, headline)
        told = [t for t in described(docs) if can_be_named(t, cast)]
        if self.main is None and told and is_slug(slug(name := called(told[0], nouns, cast))):
            self._set(name)
        if self.main is None and (new := next((t for t in own if introduced(t)), None)) is not None:
            self._set(plain_name(new, cast))
        if self.main is None and (agreed := truce(docs, cast)) is not None:
            self._set(agreed.lemma_.lower())
            told.append(agreed)
        own = owners([t for t in nouns if self._by_name(t)], cast) or owners(nouns, cast)
        self._owner = own[0] if own else None
        self._first = min((position(t) for t in nouns if self._by_name(t)), default=0)
        for noun in nouns:
            if plan := self._of(noun):
                self._at[position(noun)] = plan
                self.named.append((noun, plan))
        self._echo(docs, told)
        self.drafts = Versions(docs, self.main, self.points, calendar) if self.main and calendar else None
        self.unnamed += self.drafts.unnamed if self.drafts else []

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
        return self._near(token, 400)

    def spoken_of(self, sentence: Span) -> bool:
        """Say whether a sentence stands where a text speaks of the main plan."""
        return self._near(sentence[-1], 700)

    def _near(self, token: Token, reach: int) -> bool:
        here = position(token)
        return any(here - reach < at < here for at, plan in self._at.items() if plan == self.main)

    def sentence_before(self, token: Token) -> Span | None:
        """Return the sentence before that of a token, be it in the paragraph before."""
        if token.sent.start:
            return token.doc[token.sent.start - 1].sent
        at = next((i for i, doc in enumerate(self._docs) if doc is token.doc), 0)
        return list(self._docs[at - 1].sents)[-1] if at and len(self._docs[at - 1]) else None

    def known_at(self, token: Token) -> bool:
        """Say whether the main plan is named before a token or soon after it."""
        places = [at for at, plan in self._at.items() if plan == self.main]
        places += [position(t) for t, _ in self.drafts_named()]
        return self.main is not None and min(places, default=0) - position(token) <= _ECHOES

    def name(self, id_: str) -> str:
        """Return the plan's name as it stands in a sentence."""
        return f"the {self.plans[id_].name}"

    def _echo(self, docs: list[Doc], told: list[Token]) -> None:
        """Take for the plan what is described as one, and where the same noun names it again."""
        fresh = [t for t in told if not is_plan_word(t) and self._at.get(position(t)) is None]
        if self.main is None or not fresh:
            return
        lemmas = {t.lemma_.lower() for t in fresh}
        same = [t for doc in docs for t in doc if t.lemma_.lower() in lemmas and t.tag_ in ("NN", "NNP")]
        for noun in same:
            if noun in fresh or any(c.lower_ == "the" for c in noun.children):
                self._at[position(noun)] = self.main
                self.named.append((noun, self.main))

    def _choose(self, nouns: list[Token], headline: int) -> None:
        keys = Counter(key for noun in nouns if (key := key_name(noun, self.cast)))
        pointed = [key for key in keys if _POINTS.match(key)]
        if (title := self._title(nouns, pointed, headline)) is not None:
            self._set(title)
            self.plans[self.main or ""] = Plan(id=slug(title), name=title, aliases=tuple(sorted(pointed)))
            self.points = _POINTS.match(pointed[0])[1] if pointed else None  # type: ignore[index]
            return
        bare = [
            n
            for n in nouns
            if n.lemma_.lower() in listed("bare_plans") and not is_open(n) and not modifiers(n)
        ]
        early = bare and not any(key_name(n, self.cast) for n in nouns if position(n) < position(bare[0]))
        if early and len(bare) > 1 and not pointed:
            keys.clear()
        if keys:
            self._set(max(keys, key=lambda key: (bool(re.match(r"\d", key)), is_proper(key), keys[key])))
        elif bare:
            self._set(bare[0].lemma_.lower())
        elif spoken := [n for n in nouns if n.lemma_.lower() in listed("plans_spoken_of") and spoken_of(n)]:
            self._set(spoken[0].lemma_.lower())
        found = _POINTS.match(f"{self.plans[self.main].name} ") if self.main else None
        self.points = found[1] if found else None

    def _title(self, nouns: list[Token], pointed: list[str], headline: int) -> str | None:
        """Return the plan's own name where the text ties it to the plan: 'a treaty known as the X accord'."""
        found: Counter[str] = Counter()
        tied: set[str] = set()
        headed: set[str] = set()
        for noun in nouns:
            if (name := proper_name(noun, self.cast)) is None:
                continue
            found[name] += 1
            headed |= {name} if position(noun) < headline else set()
            before = written(noun.doc)[: noun.left_edge.idx] + noun.doc[noun.left_edge.i : noun.i].text
            lead = before[: before.rfind(name.split()[0])]
            here = (
                (noun.text[0].isupper() and not only_met(noun, nouns))
                or position(noun) < headline
                or bool(_NAMING.search(lead))
            )
            if here or (key_name(noun, self.cast) or "") in pointed:
                tied.add(name)
        if pointed and len(found) > 1:
            return None
        return max(sorted(tied), key=lambda name: (name in headed, found[name]), default=None)

    def _set(self, name: str) -> None:
        self._add(name)
        self.main = slug(name)

    def _add(self, name: str) -> None:
        self.plans.setdefault(slug(name), Plan(id=slug(name), name=name))

    def _by_name(self, noun: Token) -> bool:
        """Say whether a noun names the main plan by its own name."""
        if self.main is None:
            return False
        key, title = key_name(noun, self.cast), proper_name(noun, self.cast)
        named = bool(key) and (slug(key or "") == self.main or key in self.plans[self.main].aliases)
        return named or (title is not None and slug(title) == self.main)

    def _too_early(self, noun: Token) -> bool:
        """Say whether another noun stands long before the plan is named: it is no echo of it."""
        own = noun.lemma_.lower() in (self.main or "").split("-")
        return not own and position(noun) >= self._headline and self._first - position(noun) > _ECHOES

    def _of(self, noun: Token) -> str | None:
        if self.main is None or any(
            c.lower_ == "of" and any(is_plan_word(n) for n in c.children) for c in noun.children
        ):
            return None
        key = key_name(noun, self.cast)
        if self._by_name(noun):
            return self.main
        if rival := _RIVAL.search(written(noun.doc)[max(0, noun.left_edge.idx) : noun.idx + len(noun)]):
            if slug(rival[0]) != self.main and noun.text in rival[0]:
                self._add("European counter-proposal" if "uropean" in rival[0] else rival[0])
                return list(self.plans)[-1]
        if noun.i and noun.nbor(-1).text == "-":  # 'a counter-proposal' is another one
            return None
        if key and self.main.split("-")[1:2] == ["point"] and key.split("-")[0] == (self.main.split("-")[0]):
            return self.main
        lemma = noun.lemma_.lower()
        if key and _POINTS.match(key) and self.points and "-point" not in self.main:
            return self.main
        plain = key is None or not (_POINTS.match(key) or self.points)
        if plain and position(noun) < self._lead and introduced(noun):
            return self.main
        if key or is_open(noun) or lemma not in listed("echoes") or (self._other and lemma in _TEXTS):
            return None
        if (of_old(noun) and self._new) or subject_matter(noun) not in (None, self._matter):
            return None
        if self._too_early(noun) or (compared(noun) and with_name(noun)):
            return None
        if noun.tag_ not in ("NN", "NNP"):
            return None
        whose = owner_of(noun, self.cast)
        return self.main if whose in (None, self._owner) else self._of_others(noun, whose or "")

    def _of_others(self, noun: Token, whose: str) -> str | None:
        """Return the plan of another party: 'the European draft' beside the US proposal."""
        name = f"{'European' if whose == 'europe' else self.cast.known(whose).name} {noun.lemma_.lower()}"
        if whose not in self._rivals and is_slug(slug(name)) and self.main != slug(name):
            self._add(name)
            self._rivals[whose] = slug(name)
        return self._rivals.get(whose)
