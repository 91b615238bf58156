"""When two descriptions are of one provision, and what it is called."""

import re

from spacy.tokens import Token

from ...models import slug
from ..actors.cast import Cast
from ..acts.drafts import Term
from .amounts import Amount
from .plannames import is_plan_word
from .topics import topics
from .wordlists import listed

_SHARED = frozenset(
    ("security-guarantees", "frozen-assets", "ceasefire", "sanctions", "monitoring", "prisoners", "amnesty")
)
_GROUP = re.compile(r"\b(?:G\d{1,2}|SWIFT)\b")
_CAPPING = frozenset(("cap", "ceiling", "limit", "restrict", "reduce", "maximum"))
_LIKE = 0.4
_OF_THINGS = frozenset(
    ("fisheries", "energy", "emissions", "water", "transit", "weapons", "language-and-culture")
)
_BY_THING = frozenset(("tariffs", "payments", "fisheries"))
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|ions?|ments?|s|e)$")


def key_words(tokens: list[Token], cast: Cast) -> frozenset[str]:
    """Return the words that carry a provision, without its parties, numbers and helpers."""
    plan = _plan(tokens)
    return frozenset(
        "cap" if t.lemma_.lower() in _CAPPING else _ENDING.sub("", _hyphened(t))
        for t in tokens
        if t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")
        and t.lemma_.lower() not in listed("empty")
        and not t.like_num
        and not measure(t)
        and t not in plan
        and not ((m := cast.at(t)) and cast.members[m.of].kind in ("State", "Organization"))
    )


def measure(token: Token) -> bool:
    """Say whether a word is the unit of a number before it: 'kilometre' of 'a 20-kilometre zone'."""
    at = token.i - (2 if token.i > 1 and token.nbor(-1).text == "-" else 1)
    counted = at >= 0 and token.doc[at].like_num
    return token.lemma_.lower() in listed("measures") and (counted or token.dep_ == "npadvmod")


def _plan(tokens: list[Token]) -> set[Token]:
    """Return the words that name the plan itself as the subject."""
    subjects = [t for t in tokens if t.dep_ in ("nsubj", "nsubjpass") and is_plan_word(t)]
    return {t for subject in subjects for t in subject.subtree}


def _hyphened(token: Token) -> str:
    """Return 'non-aggression' for its last part, for it is not aggression."""
    word = token.lemma_.lower()
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{word}"
    return word


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether the words of two descriptions are near enough to be one provision's."""
    least = min(len(one), len(other))
    if least < 2:
        return not least or bool(one & other)
    return len(one & other) / least >= _LIKE


def differ(one: Amount | None, other: Amount | None) -> bool:
    """Say whether two amounts of one thing contradict: same kind of unit, another value."""
    if one is None or other is None or one.value is None or other.value is None:
        return False
    kinds = ["people" if a.unit in listed("people") else a.unit.removesuffix("s") for a in (one, other)]
    same = kinds[0] == kinds[1] or ("" in kinds and not {"per cent", "day", "year", "month"} & set(kinds))
    return same and one.value != other.value


def measured(noun: Token, cast: Cast) -> bool:
    """'The 20-kilometre zone' is a provision though its topic is unknown; '12 questions' is none."""
    definite = any(c.lower_ in ("the", "a", "an", "this", "that") for c in noun.children)
    by_measure = any(c.dep_ in ("compound", "amod", "nmod") and measure(c) for c in noun.children)
    return noun.tag_ in ("NN", "NNS") and definite and by_measure and cast.at(noun) is None


def things_of(tokens: list[Token], topic: str | None, cast: Cast) -> frozenset[str]:
    """Return what tells a provision from others of its topic: 'steel', not 'tariffs' or 'soldiers'."""
    no_things = listed("people") | listed("plain_things") | listed("enacts")
    kept = [t for t in tokens if t.pos_ in ("NOUN", "ADJ", "PROPN")]
    kept = [t for t in kept if not {t.lower_, t.lemma_.lower(), _bare_verb(t)} & no_things]
    own = next((pattern for name, _, pattern in topics() if name == topic and name not in _OF_THINGS), None)
    return key_words([t for t in kept if own is None or not own.search(t.text)], cast) - {"cap"}


def _bare_verb(token: Token) -> str:
    """Return 'raise' for 'raises', which the parser may take for a noun."""
    return token.lower_.removesuffix("s")


def of_others(one: Term, other: Term) -> bool:
    """Say whether two amounts are of two things, so that both can stand: a duty on steel and one on cars."""
    if not differ(one.amount, other.amount):
        return False
    if one.topic in _BY_THING:
        return one.things != other.things
    return bool(one.things - other.things and other.things - one.things)


def label(
    topic: tuple[str, str] | None,
    parties: tuple[str, ...],
    places: tuple[str, ...],
    number: str | None,
    tokens: list[Token],
    cast: Cast,
) -> tuple[str, str]:
    """Return the local id and the name of a provision."""
    names = [cast.known(p).name for p in parties]
    if topic is None:
        return (f"point-{number}", f"Point {number}") if number else _own_words(tokens, cast)
    where = [p for p in places if p not in ("europe", "africa", "asia")]
    if topic[0] == "territory" and where:
        return f"territory-{where[0]}", f"Territory: {cast.known(where[0]).name}"
    about = topic
    if topic[0] == "groups" and (found := _GROUP.search(" ".join(t.text for t in tokens))):
        about = (slug(found[0]), f"membership of the {found[0]}")
    if parties and topic[0] not in _SHARED:
        who = parties[0] if len(parties) == 1 else "-".join(parties[:2])
        return f"{who}-{about[0]}", f"{' and '.join(names[:2])}: {about[1]}"
    return about[0], about[1][:1].upper() + about[1][1:]


def _own_words(tokens: list[Token], cast: Cast) -> tuple[str, str]:
    """Name a provision of no known topic by its first nouns."""
    plan = _plan(tokens)
    kinds = {"NOUN", "PROPN", "VERB"}
    if not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD", "VB") for t in tokens):
        kinds.add("ADJ")  # 'the closed zone' is not any zone
    nouns = [t for t in tokens if t.pos_ in kinds and not t.like_num and t.is_alpha]
    nouns = [t for t in nouns if t not in plan and not measure(t)]
    nouns = [t for t in nouns if t.lemma_.lower() not in listed("empty")][:4] or tokens[:3]
    name = " ".join(t.text for t in nouns)
    return slug(" ".join(t.lemma_ for t in nouns)) or "term", name[:1].upper() + name[1:]


def again(terms: list[Term], of: str, words_: frozenset[str]) -> Term | None:
    """Return the one term of no known topic that the same words tell of, more or fewer of them."""
    same = [
        t for t in terms if t.part_of == of and t.topic is None and t.number is None and t.words and words_
    ]
    fits = [t for t in same if words_ == t.words] or [
        t for t in same if words_ <= t.words or t.words <= words_
    ]
    return fits[0] if len(fits) == 1 else None


def among(terms: list[Term], of: str, topic: str | None, parties: tuple[str, ...]) -> Term | None:
    """Return the one term of a plan that a phrase without party means: 'the army cap'."""
    fits = [t for t in terms if t.part_of == of and t.topic == topic and topic is not None]
    fits = [t for t in fits if not parties or not t.parties or set(t.parties) & set(parties)]
    return fits[0] if len(fits) == 1 else None
