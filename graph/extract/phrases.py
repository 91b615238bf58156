"""Who a noun phrase means: a name, a post, a pronoun, a collective or an unnamed source."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..models import ActorKind
from .cast import Cast, Member
from .lexicon import words
from .nouns import coordinated, count, demonyms, edges, listed, part_of, phrase, same_post
from .sentences import position

_HE = {"he": "he", "him": "he", "himself": "he", "she": "she", "herself": "she"}
_SOME = frozenset(("two", "three", "four", "some", "several", "many", "most", "all", "both"))
_THEY = frozenset(("they", "them", "themselves", "both"))
_MEDIA = frozenset(("newspaper", "agency", "broadcaster", "daily", "outlet", "magazine", "network"))
_BODIES = frozenset(
    ("group", "organisation", "organization", "body", "watchdog", "charity", "company", "firm", "ngo", "bloc")
)


@dataclass(frozen=True)
class Voice:
    """The actors that a noun phrase names, with the words that name them."""

    actors: tuple[str, ...]
    first: Token
    last: Token
    confidence: float = 1.0


class Phrases:
    """Resolves noun phrases in reading order; remembers who spoke last."""

    def __init__(self, cast: Cast, docs: list[Doc]) -> None:
        self.cast = cast
        self.recent: list[tuple[int, tuple[str, ...]]] = []
        for token in (t for doc in docs for t in doc if t.lemma_ == "leader"):
            if token.tag_ == "NNS" and len(states := self.states(token)) > 1:
                self._collective(token, "leader", states)

    def heard(self, at: int, actors: tuple[str, ...]) -> None:
        """Remember that these actors spoke or acted at this place."""
        self.recent.append((at, actors))

    def voice(self, head: Token, *, loose: bool = False) -> Voice | None:
        """Return who the phrase around `head` means; `loose` takes any noun that speaks."""
        actors: list[str] = []
        confidence = 1.0
        nouns = [head]
        for noun in coordinated(head):
            found = self._one(noun) or (self._anyone(noun) if loose else None)
            if found is None:
                continue
            ids, sure = found
            actors += [i for i in ids if i not in actors and self.cast.known(i).kind != "Place"]
            confidence = min(confidence, sure)
            nouns.append(noun)
        if not actors:
            return None
        first, last = edges(nouns)
        return Voice(tuple(actors), first, last, confidence)

    def _one(self, noun: Token) -> tuple[tuple[str, ...], float] | None:
        mention = self.cast.at(noun)
        if mention is not None and mention.how == "name":
            if self.cast.members[mention.of].kind == "Place":
                return None
            return (mention.of,), 1.0
        if noun.lower_ in _SOME and (whole := part_of(noun)) is not None:
            return self._one(whole)
        if noun.pos_ == "PRON" or noun.lower_ in _THEY:
            return self._pronoun(noun)
        if noun.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        for aside in (c for c in noun.children if c.dep_ == "appos"):
            named = self.cast.at(aside)
            if named is not None and self.cast.members[named.of].kind == "Person":
                return (named.of,), 0.9
            if aside.pos_ == "PROPN" and noun.lemma_ in _MEDIA:
                return (self._named("Organization", aside).id,), 0.9
        return self._noun(noun)

    def _anyone(self, noun: Token) -> tuple[tuple[str, ...], float] | None:
        """Take 'one skipper' as an unnamed source and 'fishermen' as a collective."""
        if noun.pos_ != "NOUN" or self.cast.at(noun) is not None:
            return None
        if noun.tag_ == "NNS":
            return (self._named("Collective", noun).id,), 0.6
        if {c.lower_ for c in noun.children} & {"a", "an", "one", "another"}:
            return (self._unnamed(noun, self.states(noun)).id,), 0.6
        return None

    def _pronoun(self, token: Token) -> tuple[tuple[str, ...], float] | None:
        word = token.lower_
        if word in _HE:
            found = self._last_person(position(token), _HE[word])
            return ((found,), 0.8) if found else None
        if word in _THEY:
            for _, actors in reversed(self.recent):
                kinds = {self.cast.known(a).kind for a in actors}
                if len(actors) > 1 or kinds & {"Collective", "AnonymousSource", "Organization"}:
                    return actors, 0.7
        if word == "it":
            for _, actors in reversed(self.recent):
                if len(actors) == 1 and self.cast.known(actors[0]).kind in (
                    "State",
                    "Organization",
                ):
                    return actors, 0.6
        return None

    def _last_person(self, before: int, gender: str) -> str | None:
        """Return the nearest earlier person who can be 'he' or 'she'; speakers come first."""
        fits: list[tuple[bool, int, str]] = []
        for at, actors in self.recent:
            if before - 900 < at < before and len(actors) == 1:
                fits += [(True, at, actors[0])]
        for mention in self.cast.mentions:
            at = position(mention.first)
            subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in (mention.first, mention.last))
            if before - 900 < at < before:
                fits.append((subject, at, mention.of))
        people = [(p, at, id_) for p, at, id_ in fits if self._may_be(id_, gender)]
        if not people:
            return None
        id_ = max(people)[2]
        self.cast.members[id_].gender = self.cast.members[id_].gender or gender
        return id_

    def _may_be(self, id_: str, gender: str) -> bool:
        member = self.cast.known(id_)
        return (
            member.kind in ("Person", "AnonymousSource")
            and not member.many
            and (member.gender in (None, gender))
        )

    def _noun(self, noun: Token) -> tuple[tuple[str, ...], float] | None:
        lemma = noun.lemma_.lower()
        plural = noun.tag_ in ("NNS", "NNPS")
        if not plural and lemma in words("posts"):
            if person := self._holder(noun, lemma):
                return (person,), 0.9
        states = self.states(noun)
        if lemma in words("collective") and plural and lemma not in words("anonymous"):
            return (self._collective(noun, lemma, states).id,), 0.9
        if lemma in words("anonymous"):
            return (self._unnamed(noun, states).id,), 0.9
        if lemma in words("institution") and not plural:
            member = self._named("Organization", noun)
            return (member.id,), 0.9
        if lemma in _BODIES and any(c.lower_ in ("the", "this") for c in noun.children):
            for _, actors in reversed(self.recent):
                if len(actors) == 1 and self.cast.known(actors[0]).kind == "Organization":
                    return actors, 0.7
        if lemma in words("posts"):
            return (self._unnamed(noun, states).id,), 0.6
        if noun.pos_ == "PROPN" and noun.text[0].isupper():
            return (self._named("Organization", noun).id,), 0.7
        return None

    def _holder(self, noun: Token, lemma: str) -> str | None:
        """Return who holds a post that the text names without its holder."""
        states, best = set(self.states(noun)), None
        qualifiers = {t.lower_ for t in phrase(noun)} - {"the", "a", "an"}
        if any(c.lower_ in ("a", "an", "another") for c in noun.children):
            return None
        latest = -1
        for member in self.cast.members.values():
            posts = [r.post.lower() for r in member.roles]
            posts += [p.lower() for p, _ in (member.entry.posts if member.entry else ())]
            if member.kind != "Person" or not any(same_post(lemma, p, qualifiers) for p in posts):
                continue
            seen = max(
                (
                    at
                    for m in self.cast.mentions
                    if m.of == member.id and (at := position(m.first)) < position(noun)
                ),
                default=-1,
            )
            if (not states or member.of in states) and seen > latest:
                best, latest = member.id, seen
        return best

    def states(self, noun: Token) -> list[str]:
        """Return the states and organisations that qualify a noun, in order."""
        found: list[str] = []
        for token in (*demonyms(noun, self.cast), *phrase(noun)):
            mention = self.cast.at(token)
            if (
                mention
                and mention.of not in found
                and self.cast.members[mention.of].kind in ("State", "Organization")
            ):
                found.append(mention.of)
        return found

    def _collective(self, noun: Token, lemma: str, states: list[str]) -> Member:
        if len(states) < 2:
            number = next((c for c in noun.children if c.dep_ == "nummod"), None)
            for member in reversed(list(self.cast.members.values())):
                alike = member.kind == "Collective" and lemma in member.name
                if number is not None and alike and count(number) == len(member.states):
                    return member
            return self._named("Collective", noun)
        for member in self.cast.members.values():
            if member.kind == "Collective" and set(member.states) == set(states):
                return member
        names = [self._spelled(noun, s) for s in states]
        member = self.cast.join("Collective", f"{noun.text.lower()} of {listed(names)}")
        member.states = tuple(states)
        self._gather(member)
        return member

    def _spelled(self, noun: Token, state: str) -> str:
        """Return a state's name as the phrase spells it."""
        for token in noun.subtree:
            mention = self.cast.at(token)
            if mention and mention.of == state and mention.how == "name":
                return token.doc[mention.first.i : mention.last.i + 1].text
        return self.cast.members[state].phrase

    def _gather(self, collective: Member) -> None:
        """The leaders of states whom the article names are members of the collective."""
        for member in self.cast.members.values():
            posts = {p for p, _ in member.entry.posts} if member.entry else set[str]()
            heads = {"President", "Prime Minister", "Chancellor"}
            if collective.name.startswith("leader") and posts & heads and (member.of in collective.states):
                member.member_of.add(collective.id)

    def _unnamed(self, noun: Token, states: list[str]) -> Member:
        member = self._named("AnonymousSource", noun)
        member.many = noun.tag_ in ("NNS", "NNPS") or noun.lemma_ in ("medium", "people")
        if noun.lower_ in words("female") | words("male"):
            member.gender = "she" if noun.lower_ in words("female") else "he"
        member.of = member.of or (states[0] if states else None)
        return member

    def _named(self, kind: ActorKind, noun: Token) -> Member:
        name = "".join(t.text_with_ws for t in phrase(noun)).strip().removeprefix("The ")
        poss = next((c for c in noun.children if c.dep_ == "poss"), None)
        mention = self.cast.at(poss) if poss is not None else None
        owner = self.cast.members[mention.of] if mention is not None else None
        if owner is not None and owner.kind == "Person":
            name = f"{owner.name}'s {noun.text}"
        name = " ".join(name.replace("U.S.", "US").replace("U.K.", "UK").split())
        entry = self.cast.gazetteer.phrases.get(name)
        member = self.cast.known(entry) if entry else self.cast.join(kind, name)
        if owner is not None and owner.kind == "Person":
            member.owner = owner.id
        return member
