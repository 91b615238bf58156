"""What 'the official' or 'the newspaper' takes up: one of that kind that the text brought in before."""

from spacy.tokens import Doc, Token

from ..lexicon import words
from ..sentences import position
from .cast import Cast
from .names import actor_words
from .nouns import phrase
from .pronouns import Recent
from .titles import post_nouns
from .unnamed import group_before, named, part_of

_NEW = frozenset(("a", "an", "one", "another"))
_PARTS = actor_words("parts")
_REACH = 1500


def brought_in(docs: list[Doc]) -> list[Token]:
    """Return the nouns that bring unnamed people into a text: 'a man', 'one Danish official'."""
    kinds = actor_words("persons") | words("female") | words("male") | words("anonymous")
    return [
        token
        for doc in docs
        for token in doc
        if token.lemma_.lower() in kinds
        and token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and any(c.lower_ in _NEW for c in token.children)
    ]


def taken_up(noun: Token, cast: Cast, recent: Recent, news: list[Token]) -> Token | str | None:
    """Return the id of whom a bare definite noun takes up, or the noun that brought them in."""
    plain = [t for t in phrase(noun) if t != noun and not t.is_punct]
    the = noun.i > 0 and noun.nbor(-1).lower_ in ("the", "this")
    lemma = noun.lemma_.lower()
    if plain or not the or noun.tag_ == "NNS":
        return None
    if lemma in actor_words("media"):
        return _medium(noun, cast)
    if lemma not in actor_words("persons") | post_nouns():
        return None
    heard = heard_before(noun, lemma, cast, recent)
    new = [t for t in news if t.lemma_.lower() == lemma and 0 < position(noun) - position(t) < _REACH]
    if new and (heard is None or position(new[-1]) > heard[0]):
        return new[-1]
    return heard[1] if heard is not None else None


def heard_before(noun: Token, lemma: str, cast: Cast, recent: Recent) -> tuple[int, str] | None:
    """Return the unnamed source of this kind that spoke last, and where."""
    for at, actors in reversed(recent):
        member = cast.known(actors[0])
        alone = len(actors) == 1 and member.kind == "AnonymousSource" and not member.many
        if at < position(noun) and alone and lemma in member.name.lower().split():
            return at, member.id
    return None


def _medium(noun: Token, cast: Cast) -> str | None:
    """Return the newspaper or station that was named last."""
    return next(
        (
            m.of
            for m in cast.places.back(position(noun))
            if cast.members[m.of].kind == "Organization"
            and {w.lower() for w in cast.members[m.of].name.split()} & actor_words("media_names")
        ),
        None,
    )


def part(word: Token, cast: Cast, recent: Recent, group: str | None) -> str | None:
    """Return whom 'one of them', 'some of the officials' or 'the other' means: a part of a group.

    `group` is who stands after 'of', where that is no pronoun.
    """
    other = word.lower_ in ("other", "others") and word.i > 0 and word.nbor(-1).lower_ == "the"
    other = other and word.pos_ != "ADJ"
    of = next((c for c in word.children if c.lower_ == "of"), None)
    if not other and (word.lower_ not in _PARTS or of is None):
        return None
    whole = cast.known(group) if group is not None else group_before(word, cast, recent)
    return part_of(word, whole, cast).id if whole is not None else None


def inner(word: Token) -> Token | None:
    """Return the noun after 'one of', unless it is a pronoun."""
    of = next((c for c in word.children if c.lower_ == "of"), None)
    noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    counted = word.lower_ in _PARTS and noun is not None and noun.lower_ not in ("them", "those", "these")
    return noun if counted else None


def body_here(noun: Token, cast: Cast) -> str | None:
    """Return the one organisation that the sentence names before 'the group' or 'the company'."""
    before = (m for t in noun.sent if t.i < noun.i and (m := cast.at(t)) is not None and m.how == "name")
    bodies = {m.of for m in before if cast.members[m.of].kind == "Organization"}
    return bodies.pop() if len(bodies) == 1 else None


def medium_called(noun: Token, cast: Cast) -> str | None:
    """Return the outlet of 'the Havna Post newspaper' and 'the Havna News website'."""
    lemma = noun.lemma_.lower()
    before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and c.i < noun.i]
    if lemma not in actor_words("media") or noun.tag_ != "NN":
        return None
    names = [c for c in before if c.pos_ == "PROPN" and c.text[0].isupper()]
    found = [m.of for c in before if (m := cast.at(c)) is not None]
    if found:  # 'the UN agency' is no outlet
        one = cast.known(found[-1])
        return one.id if one.kind == "Organization" and not one.states else None
    if not names or lemma == "agency":
        return None
    return cast.join(
        "Organization", " ".join(t.text for t in (*names[-1].lefts, *names[-1:]) if t.is_alpha)
    ).id


def outlet(aside: Token, cast: Cast) -> str:
    """Return the outlet of 'the newspaper Havna Post'."""
    found = cast.at(aside)
    return found.of if found is not None else named("Organization", aside, cast).id
