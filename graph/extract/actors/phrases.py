"""Who a noun phrase means: a name, a post, a pronoun, a collective or an unnamed source."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..lexicon import words
from ..sentences import addressed, child, in_quotes
from .bodykinds import named_after
from .cast import Cast, Member
from .earlier import body_here, brought_in, heard_before, inner, medium_called, outlet, part, taken_up
from .groups import collective, delegations, joined_by_post, one_of_two, several
from .names import actor_words
from .nouns import bare_name, coordinated, demonyms, edges, phrase
from .offices import office_at
from .posts import holder, told_by_context
from .pronouns import HE, THEY, Recent, he_or_she, it, they
from .subjects import epithet
from .titles import is_post, post_nouns
from .unnamed import body, by_last_word, happens, kind_of_name, named, speaks, unnamed, writer_of

Found = tuple[tuple[str, ...], float]
_US = frozenset(("i", "we", "us", "me"))
_OUR = frozenset(("our", "my"))
_RELATED = frozenset(("predecessor", "successor", "counterpart", "colleague"))
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
        self.recent: Recent = []
        self.news = brought_in(docs)
        self.writer: tuple[str, ...] = ()
        self.outlet: str | None = None
        self.holds = False
        for token in (t for doc in docs for t in doc if t.lemma_ == "leader"):
            if token.tag_ == "NNS" and len(states := self.states(token)) > 1:
                collective(token, "leader", states, cast)

    def heard(self, at: int, actors: tuple[str, ...]) -> None:
        """Remember that these actors spoke or acted at this place."""
        self.recent.append((at, actors))

    def voice(self, head: Token, *, loose: bool = False) -> Voice | None:
        """Return who the phrase around `head` means; `loose` takes any noun that speaks."""
        actors: list[str] = []
        confidence = 1.0
        nouns = [head]
        for noun in (*coordinated(head), *joined_by_post(head, self.cast)):
            found = self._one(noun) or (self._anyone(noun) if loose else None)
            if found is None or in_quotes(noun) != in_quotes(head):
                continue
            ids, sure = found
            actors += [i for i in ids if i not in actors and self.cast.known(i).kind != "Place"]
            confidence = min(confidence, sure)
            nouns.append(noun)
        if not actors:
            return None
        first, last = edges(nouns)
        return Voice(tuple(actors), first, last, confidence)

    def _one(self, noun: Token) -> Found | None:
        mention = self.cast.at(noun)
        if mention is not None and mention.how == "name":
            if self.cast.members[mention.of].kind == "Place":
                return None
            return (mention.of,), 1.0
        if (part := self._part(noun)) is not None:
            return part
        if noun.lower_ in ("former", "latter") and noun.i and noun.nbor(-1).lower_ == "the":
            pair = one_of_two(noun, self.cast, self.recent)
            return (pair, 0.8) if pair else None
        if noun.pos_ == "PRON" or noun.lower_ in THEY:
            return self._pronoun(noun)
        if noun.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        return self._beside(noun) or epithet(noun, self.cast) or self._noun(noun)

    def _beside(self, noun: Token) -> Found | None:
        """Return whom an apposition names: 'the spokesman, Ian Poe', 'Ian Poe, a spokesman for ...,'."""
        if (medium := medium_called(noun, self.cast)) is not None:
            return (medium,), 0.9
        if is_post(noun):
            office = office_at(noun, self.cast)
            doc = noun.doc
            start = office.first
            while start and doc[start - 1].pos_ in ("DET", "NUM"):
                start -= 1
            at = office.last + 1
            if at + 1 < len(doc) and doc[at].text == "," and self.cast.kind(doc[at + 1]) == "Person":
                after = self.cast.at(doc[at + 1])
                closed = after is not None and after.last.i + 1 < len(doc) and doc[after.last.i + 1].is_punct
                if after is not None and closed:
                    return (after.of,), 0.9
            if at < len(doc) and doc[at].text in (",", ".") and start >= 2 and doc[start - 1].text == ",":
                before = self.cast.at(doc[start - 2])
                if before is not None and self.cast.members[before.of].kind == "Person":
                    return (before.of,), 0.9
        for aside in (c for c in noun.children if c.dep_ == "appos"):
            found = self.cast.at(aside)
            person = found is not None and self.cast.members[found.of].kind == "Person"
            if found is not None and (person or named_after(noun, aside)):
                return (found.of,), 0.9
            if aside.pos_ == "PROPN" and noun.lemma_ in actor_words("media"):
                return (outlet(aside, self.cast),), 0.9
        return None

    def _anyone(self, noun: Token) -> Found | None:
        """Take 'one skipper' as an unnamed source and 'fishermen' as a collective."""
        if noun.pos_ != "NOUN" or self.cast.at(noun) is not None:
            return None
        if happens(noun):
            return None
        if noun.tag_ == "NNS":
            return (named("Collective", noun, self.cast).id,), 0.6
        owner = self.owner(noun) if noun.lemma_.lower() not in _RELATED else None
        hers = owner is not None and owner.kind == "Person"  # 'her client'
        if hers or {c.lower_ for c in noun.children} & {"a", "an", "one", "another"}:
            return (unnamed(noun, self.cast, self.states(noun), owner if hers else None).id,), 0.6
        the = {c.lower_ for c in noun.children} & {"the", "this", "that"}
        related = noun.lemma_.lower() in _RELATED
        if related or not speaks(noun) or not (the or child(noun, "poss")):
            return None
        known = heard_before(noun, noun.lemma_.lower(), self.cast, self.recent) if the else None
        return (known[1] if known else unnamed(noun, self.cast, self.states(noun)).id,), 0.5

    def _written_by(self, noun: Token) -> Found | None:
        """Return who says what "the ministry's letter" or 'her letter' says."""
        by = writer_of(noun)
        if by is None or by.tag_ not in ("PRP$", "WP$"):
            return self._one(by) if by is not None else None
        owner = self.owner(noun)
        return ((owner.id,), 0.7) if owner is not None else None

    def _part(self, word: Token) -> Found | None:
        """'One of them', 'the other': a part of a group."""
        noun = inner(word)
        whole = self._one(noun) or self._anyone(noun) if noun is not None else None
        if noun is not None and (whole is None or len(whole[0]) != 1):
            return None
        found = part(word, self.cast, self.recent, whole[0][0] if whole else None)
        return ((found,), 0.7) if found else None

    def _pronoun(self, token: Token) -> Found | None:
        word = token.lower_
        found: tuple[str, ...] | None = None
        if word in _US:
            return (self.writer, 0.8) if self.writer and not in_quotes(token) else None
        if word in _OUR:
            return (self.writer, 0.8) if self.holds and self.writer and not in_quotes(token) else None
        if word == "you" and len(you := addressed(token)) == 1:
            return you, 0.7
        if word in HE:
            id_ = he_or_she(token, self.cast, self.recent)
            return ((id_,), 0.8) if id_ else None
        if word in THEY:
            found = they(token, self.cast, self.recent)
        elif word == "it":
            id_ = it(token, self.cast, self.recent)
            return ((id_,), 0.6) if id_ else None
        return (found, 0.7) if found else None

    def owner(self, noun: Token) -> Member | None:
        """Return whom 'his', 'their' or 'its' before a noun means."""
        pronoun = next((c for c in noun.children if c.tag_ in ("PRP$", "WP$") and c.i < noun.i), None)
        found = self._pronoun_owner(pronoun) if pronoun is not None else None
        return self.cast.known(found[0]) if found and len(found) == 1 else None

    def _pronoun_owner(self, token: Token) -> tuple[str, ...] | None:
        if token.lower_ == "whose":
            clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
            named_ = self._one(clause.head) if clause is not None else None
            return named_[0] if named_ else None
        if token.lower_ == "its":
            id_ = it(token, self.cast, self.recent)
            return (id_,) if id_ else None
        found = self._pronoun(token)
        return found[0] if found else None

    def _noun(self, noun: Token) -> Found | None:
        lemma = noun.lemma_.lower()
        plural = noun.tag_ in ("NNS", "NNPS")
        if not plural and is_post(noun) and (held := holder(noun, self.cast, self.recent)):
            return (held[0],), held[1]
        if (same := self._taken_up(noun)) is not None:
            return same
        if not plural and is_post(noun) and (told := told_by_context(noun, self.cast, self.recent)):
            return (told[0],), told[1]
        if (plural or lemma in ("pair", "duo", "trio")) and (group := several(noun, self.cast, self.recent)):
            return group, 0.8
        if lemma in _RELATED:
            return None
        if (whose := self._written_by(noun)) is not None:
            return whose
        states = self.states(noun)
        owner = self.owner(noun)
        if plural and (each := delegations(noun, states, self.cast)):
            return each, 0.9
        if lemma in words("collective") and plural and lemma not in words("anonymous"):
            return (collective(noun, lemma, states, self.cast).id,), 0.9
        if lemma in words("anonymous"):
            return (unnamed(noun, self.cast, states, owner).id,), 0.9
        if lemma in ("country", "nation", "state", "homeland") and owner is not None:
            return ((owner.of,), 0.8) if owner.kind == "Person" and owner.of else None
        if lemma in words("institution") and not plural:
            return (body(noun, self.cast, states, owner).id,), 0.9
        return self._other(noun, lemma, states, owner)

    def _other(self, noun: Token, lemma: str, states: list[str], owner: Member | None) -> Found | None:
        if lemma in _BODIES and any(c.lower_ in ("the", "this") for c in noun.children):
            if (here := body_here(noun, self.cast)) is not None:
                return (here,), 0.7
            for _, actors in reversed(self.recent):
                if len(actors) == 1 and self.cast.known(actors[0]).kind == "Organization":
                    return actors, 0.7
        if lemma in post_nouns():
            return (unnamed(noun, self.cast, states, owner).id,), 0.6
        if (known := by_last_word(noun, self.cast)) is not None:
            return (known.id,), 0.8
        article = any(c.dep_ == "det" for c in noun.children)
        if article and noun.tag_ == "NN" and lemma in actor_words("org_words"):
            return (body(noun, self.cast, states, owner).id,), 0.6
        plan = lemma in words("plans")  # 'the Lake Deal'
        if not plan and noun.text[0].isupper() and (noun.pos_ == "PROPN" or bare_name(noun)):
            return (named(kind_of_name(noun, self.cast), noun, self.cast).id,), 0.7
        return None

    def _taken_up(self, noun: Token) -> Found | None:
        own = {c.lower_ for c in noun.children} & {"this", "our", "earlier"}
        if self.writer and own and noun.lemma_.lower() in ("newspaper", "blog", "entry", "version", "notice"):
            return self.writer, 0.8
        found = taken_up(noun, self.cast, self.recent, self.news)
        if isinstance(found, Token):
            return (unnamed(found, self.cast, self.states(found), self.owner(found)).id,), 0.8
        return ((found,), 0.8) if found else None

    def states(self, noun: Token) -> list[str]:
        """Return the states and organisations that qualify a noun, in order."""
        found: list[str] = []
        for token in (*demonyms(noun, self.cast), *phrase(noun)):
            mention = self.cast.at(token)
            if mention and mention.of not in found and self.cast.kind(token) in ("State", "Organization"):
                found.append(mention.of)
        return found
