"""Bring the verbs of a clause into normal form: positive, without 'must', in plain tenses."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from .joined import joined_verbs
from .verbs import past, present

OUGHT = frozenset(("must", "should", "shall", "ought"))


_BACK = {"would": "will", "could": "can", "might": "may", "'d": "will", "wo": "will", "ca": "can"}


_HEDGE = frozenset(
    (
        "may",
        "might",
        "could",
        "possibly",
        "perhaps",
        "probably",
        "reportedly",
        "apparently",
        "allegedly",
        "likely",
    )
)


_SHORT = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "is", "n't": "not"}


_PLURAL = frozenset(("NNS", "NNPS"))


_NOBODY = {"no": "", "nobody": "somebody", "nothing": "something"}
_LOST = frozenset(("also", "ever", "however", "moreover", "furthermore", "subsequently", '"'))


@dataclass
class Proposition:
    """A clause in normal form, with what its words did beyond naming a fact."""

    text: str
    verb: Token
    negated: bool = False
    ought: bool = False
    hedged: bool = False
    agent: str | None = None
    patient: str | None = None
    about: set[str] = field(default_factory=set[str])


def contractions(tokens: list[Token], new: dict[int, str]) -> None:
    """Write short forms out: "it's" as 'it is'."""
    for token in tokens:
        long = _SHORT.get(token.lower_) if token.pos_ in ("AUX", "PART", "VERB") else None
        if long and token.i not in new and not (token.text == "'s" and token.pos_ == "PART"):
            new[token.i] = f" {long}"


def plain_verbs(
    tokens: list[Token],
    verb: Token,
    new: dict[int, str],
    result: Proposition,
    *,
    keep_not: bool,
    bare: bool,
    plural: bool,
) -> None:
    """Take negation, 'must' and the pluperfect out of a clause and of what is joined to its verb."""
    joined = joined_verbs(verb, tokens)
    if tokens and tokens[0].lower_ in ("whether", "if") and tokens[0].head == verb:
        new[tokens[0].i] = ""
        new.update({t.i: "" for t in tokens if t.lower_ == "ever"})
    for token in tokens:
        if token.lower_ in _HEDGE and (token.head in joined):
            result.hedged = True
        if token.lower_ in _LOST and token.i not in new:
            new[token.i] = ""
    for one in joined:
        _verb(one, verb, tokens, new, result, keep_not=keep_not, bare=bare and one == verb, plural=plural)
    if result.negated:
        _indefinite(tokens, new)


def _verb(
    verb: Token,
    main: Token,
    tokens: list[Token],
    new: dict[int, str],
    result: Proposition,
    *,
    keep_not: bool,
    bare: bool,
    plural: bool,
) -> None:
    helpers = _helpers(verb)
    if verb != main and not helpers and {h.lower_ for h in _helpers(main)} == {"had"}:
        new[verb.i] = past(verb.lemma_)
    negations, no = _negations(verb, tokens)
    if (negations or no) and not keep_not:
        result.negated = result.negated or verb == main
        new.update({t.i: "" for t in negations})
        new.update({t.i: _somebody(t) for t in no})
    _inflect(verb, helpers, new, result, plural=plural, bare=bare)
    if negations and keep_not:
        _keep_not(verb, helpers, negations, new, plural=plural)


def _indefinite(tokens: list[Token], new: dict[int, str]) -> None:
    """What was not done to 'any party' or 'no such offer' was done to 'a party', 'such an offer'."""
    for token in tokens:
        if token.lower_ == "yet":
            new[token.i] = ""
        if token.lower_ not in ("any", "such") or token.i + 1 >= len(token.doc):
            continue
        article = "an" if token.nbor().lower_[0] in "aeiou" else "a"
        article = article if token.head.tag_ == "NN" else ""
        new[token.i] = article if token.lower_ == "any" else f"such {article}".strip()


def _inflect(
    verb: Token,
    helpers: list[Token],
    new: dict[int, str],
    result: Proposition,
    *,
    plural: bool,
    bare: bool,
) -> None:
    words = [h.lower_ for h in helpers]
    for helper in helpers:
        if helper.lower_ in _BACK:
            new[helper.i] = _BACK[helper.lower_]
    if set(words) & OUGHT:
        result.ought = True
        _drop_modal(verb, helpers, new, plural=plural)
    elif "had" in words and "to" not in words:
        _drop_had(verb, helpers, new, plural=plural)
    elif words and words[0] in ("did", "do", "does") and verb.i not in new:
        new[helpers[0].i] = ""
        new[verb.i] = past(verb.lemma_) if words[0] == "did" else present(verb.lemma_, plural=plural)
    elif bare and ({"having"} & set(words) or verb.tag_ == "VBG" or "to" in words):
        _finite(verb, helpers, new, plural=plural)
    elif verb.tag_ in ("VB", "VBP") and verb.text != "are" and not words and verb.i not in new:
        new[verb.i] = present(verb.lemma_, plural=plural)
    elif words == ["be"] and verb.tag_ == "VBN":
        new[helpers[0].i] = present("be", plural=plural)


def _finite(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    """Make 'having met', 'meeting' and 'to meet' the verb of a main clause."""
    words = [h.lower_ for h in helpers]
    if verb.tag_ == "VBG":
        new.update({h.i: "" for h in helpers})
        new[verb.i] = past(verb.lemma_)
    elif "having" in words:
        new.update({h.i: ("was" if h.lower_ == "been" else "") for h in helpers})
        new[verb.i] = verb.text if "been" in words else past(verb.lemma_)
    elif verb.tag_ == "VB":
        new.update({h.i: "" for h in helpers if h.lower_ == "to"})
        new[verb.i] = present(verb.lemma_, plural=plural)


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _negations(verb: Token, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return what negates a verb itself, and the 'no', 'nobody', 'nothing' among its nouns."""
    own = [c for c in verb.children if c.dep_ == "neg" or c.lower_ == "nor"]
    own += [t for t in tokens[:1] if t.lower_ == "nor" and t not in own]
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj", "nsubjpass")]
    no = [g for c in nouns for g in (c, *c.children) if g.lower_ in _NOBODY and (g.dep_ == "det" or g == c)]
    return own, no


def _somebody(token: Token) -> str:
    """Turn 'no', 'nobody' and 'nothing' round."""
    if token.lower_ == "no" and token.head.tag_ == "NN" and token.head.dep_ in ("nsubj", "nsubjpass"):
        return "an" if token.nbor().lower_[0] in "aeiou" else "a"
    return _NOBODY[token.lower_]


def _keep_not(
    verb: Token, helpers: list[Token], negations: list[Token], new: dict[int, str], *, plural: bool
) -> None:
    """Put 'not' where the present tense wants it: 'does not go', 'are not changed'."""
    left = [h for h in helpers if new.get(h.i, h.text)]
    if left or verb.lemma_ == "be":
        first = left[0] if left else verb
        new[first.i] = new.get(first.i, first.text) + " not"
    elif verb.i in new:
        new[verb.i] = ("do " if plural else "does ") + "not " + verb.lemma_
    else:
        return
    new.update({t.i: "" for t in negations})


def _drop_modal(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    rest = [h for h in helpers if h.lower_ not in OUGHT and h.lower_ != "to"]
    new.update({h.i: "" for h in helpers if h not in rest})
    first = rest[0] if rest else verb
    new[first.i] = present(first.lemma_.lower(), plural=plural)


def _drop_had(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    been = next((h for h in helpers if h.lower_ == "been"), None)
    new.update({h.i: "" for h in helpers if h.lower_ == "had"})
    was = "were" if plural else "was"
    if been is not None:
        new[been.i] = was
    elif verb.tag_ in ("VBN", "VBD"):
        new[verb.i] = was if verb.lemma_ == "be" else past(verb.lemma_)


def is_plural(verb: Token) -> bool:
    """Say whether the subject of a verb is plural."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    joined = any(c.dep_ == "conj" for c in subject.children)
    return joined or subject.tag_ in _PLURAL or subject.lower_ in ("they", "we", "both", "these")
