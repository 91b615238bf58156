"""Bring the verbs of a clause into normal form: positive, without 'must', past or present."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from ..attribution.clauses import turned
from ..attribution.joined import joined_verbs
from .claimwords import listed_words
from .misread import noun_for_verb
from .negation import indefinite, keep_not, negations, somebody
from .verbs import past, present

OUGHT = frozenset(("must", "should", "shall", "ought"))
_FUTURE = frozenset(("will", "would", "'ll", "'d", "wo"))
_DOUBT = frozenset(("may", "might"))
_ABLE = {"could": "can", "ca": "can"}
_SHORT = {
    "'s": "is",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "is",
    "n't": "not",
    "ca": "can",
    "wo": "will",
}
_AMOUNTS = frozenset(
    ("some", "most", "all", "couple", "number", "majority", "many", "several", "few", "half")
)
_PLURAL = frozenset(("NNS", "NNPS"))


@dataclass
class Proposition:
    """A clause in normal form, with what its words did beyond naming a fact."""

    text: str
    verb: Token
    negated: bool = False
    ought: bool = False
    hedged: bool = False
    unclear: bool = False
    agent: str | None = None
    patient: str | None = None
    about: set[str] = field(default_factory=set[str])
    open: Token | None = None
    """A word that stands for another that the text does not surely tell."""


@dataclass(frozen=True)
class Manner:
    """How a clause is to be written: `bare` has lost its subject, `lender` lends helpers and subject.

    Of what is `denied`, 'any' is 'a', as in what is negated.
    """

    keep_not: bool = False
    bare: bool = False
    plural: bool | None = None
    backshift: bool = False
    lender: Token | None = None
    denied: bool = False


def contractions(tokens: list[Token], new: dict[int, str]) -> None:
    """Write short forms out: "it's" as 'it is'."""
    for token in tokens:
        long = _SHORT.get(token.lower_) if token.pos_ in ("AUX", "PART", "VERB") else None
        if long and token.i not in new and not (token.text == "'s" and token.pos_ == "PART"):
            new[token.i] = f" {long}"


def plain_verbs(
    tokens: list[Token], verb: Token, new: dict[int, str], result: Proposition, manner: Manner
) -> None:
    """Take negation, 'must', 'will' and the perfect out of a clause and of what is joined to its verb."""
    joined = joined_verbs(verb, tokens)
    if tokens and tokens[0].lower_ in ("whether", "if") and tokens[0].head == verb:
        new.update({t.i: "" for t in tokens[: 1 + (tokens[1].lower_ == "not")]})
    for token in tokens:
        if token.lower_ in listed_words("hedge") and token.head in joined and _doubts(token):
            result.hedged = True
        lost = token.lower_ in listed_words("dropped") or (
            token.lower_ in listed_words("hedge_adverbs") and token.head in joined
        )
        if lost and token.i not in new:
            new[token.i] = ""
    for one in joined:
        _verb(one, verb, tokens, new, result, manner)
    if result.negated or manner.denied:
        indefinite(tokens, new)


def _doubts(hedge: Token) -> bool:
    """'It could be so' is a guess, 'it could not be verified' and 'they could pay' are none."""
    if hedge.lower_ != "could":
        return True
    return hedge.head.lemma_ == "be" and not any(c.dep_ == "neg" for c in hedge.head.children)


def _verb(
    verb: Token,
    main: Token,
    tokens: list[Token],
    new: dict[int, str],
    result: Proposition,
    manner: Manner,
) -> None:
    helpers = _helpers(verb) or (_helpers(manner.lender) if manner.lender is not None else [])
    lent = [] if helpers or verb == main else _helpers(main)
    found, no = negations(verb, tokens)
    nots = [t for t in found if t.lower_ in ("not", "n't", "never")]
    result.unclear = result.unclear or len(nots) > 1 or (bool(nots) and any(t.i < verb.i for t in no))
    # A second verb that alone is negated keeps its "not": without it the clause would say the opposite.
    if (found or no) and not manner.keep_not and (verb == main or result.negated):
        result.negated = result.negated or verb == main
        new.update({t.i: somebody(t) if t.lower_ == "neither" else "" for t in found})
        new.update({t.i: somebody(t) for t in no})
    plural = manner.plural
    if plural is None:
        plural = is_plural(manner.lender if manner.lender is not None else main)
    if lent:
        _as_lent(verb, lent, new, plural=plural)
    else:
        _inflect(verb, helpers, new, result, manner, plural=plural)
    if found and manner.keep_not:
        keep_not(verb, helpers, found, new, plural=plural)


def _as_lent(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    """Write 'sent' of 'had changed and sent', 'pays' of 'will come and pay'."""
    words = {h.lower_ for h in helpers}
    passive = any(h.dep_ == "auxpass" for h in helpers)
    if passive or verb.i in new:
        return
    if words & {"had", "has", "have", "'ve", "did"} and not words & _FUTURE:
        new[verb.i] = past(verb.lemma_)
    elif verb.tag_ == "VB" and words & (_FUTURE | OUGHT | _DOUBT | {"do", "does"}):
        new[verb.i] = present(verb.lemma_, plural=plural)


def _inflect(
    verb: Token,
    helpers: list[Token],
    new: dict[int, str],
    result: Proposition,
    manner: Manner,
    *,
    plural: bool,
) -> None:
    words = [h.lower_ for h in helpers]
    perfect = [h for h in helpers if h.lower_ in ("had", "has", "have", "'ve") and h.tag_ != "VB"]
    for helper in helpers:
        if helper.lower_ == "could" and verb.lemma_ == "agree":
            new.update({helper.i: "", verb.i: past("agree")})  # 'could not agree' did not
        elif helper.lower_ in _ABLE:
            new[helper.i] = _ABLE[helper.lower_]
    if set(words) & OUGHT and not turned(verb):
        result.ought = True
        _drop_modal(verb, helpers, OUGHT, new, plural=plural)
    elif set(words[:1]) & (_FUTURE | _DOUBT) and "have" not in words:
        _drop_modal(verb, helpers, _FUTURE | _DOUBT, new, plural=plural)
    elif set(words[:1]) & _DOUBT:
        _drop_perfect(
            verb, [h for h in helpers if h.lower_ in (*_DOUBT, "have")], helpers, new, plural=plural
        )
    elif perfect and "to" not in words and (verb.tag_ in ("VBN", "VBD", "VBG")):
        _drop_perfect(verb, perfect, helpers, new, plural=plural)
    elif words and words[0] in ("did", "do", "does") and verb.i not in new:
        new[helpers[0].i] = ""
        new[verb.i] = past(verb.lemma_) if words[0] == "did" else present(verb.lemma_, plural=plural)
    elif words[:1] == ["to"] or (manner.bare and ("having" in words or (verb.tag_ == "VBG" and not words))):
        _finite(verb, helpers, new, plural=plural)
    elif verb.tag_ == "VBG" and words in (["is"], ["are"], ["was"], ["were"], ["'s"], ["'re"], ["am"]):
        _drop_progressive(verb, helpers[0], new, manner, plural=plural)
    elif noun_for_verb(verb):
        return
    elif verb.tag_ in ("VB", "VBP") and verb.text != "are" and not words and verb.i not in new:
        new[verb.i] = present(verb.lemma_, plural=plural)
    elif words == ["be"] and verb.tag_ == "VBN":
        new[helpers[0].i] = present("be", plural=plural)
    elif manner.backshift and verb.tag_ == "VBD" and not words and verb.lemma_ in listed_words("states"):
        new[verb.i] = present(verb.lemma_, plural=plural if verb.lower_ != "was" else False)


def _drop_progressive(
    verb: Token, helper: Token, new: dict[int, str], manner: Manner, *, plural: bool
) -> None:
    """'is working' and a reported 'was working' work, what was working by itself worked."""
    if verb.lemma_ == "go" and any(c.dep_ == "xcomp" for c in verb.children):
        return
    new[helper.i] = ""
    now = helper.lower_ not in ("was", "were") or manner.backshift
    new[verb.i] = present(verb.lemma_, plural=plural) if now else past(verb.lemma_)


def _finite(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    """Make 'having met', 'meeting' and 'to meet' the verb of a main clause."""
    words = [h.lower_ for h in helpers]
    if "having" in words:
        been = "been" in words
        was = "were" if plural else "was"
        new.update({h.i: (was if h.lower_ == "been" else "") for h in helpers})
        new[verb.i] = verb.text if been else (was if verb.lemma_ == "be" else past(verb.lemma_))
    elif verb.tag_ == "VBG":
        new.update({h.i: "" for h in helpers})
        new[verb.i] = "were" if plural and verb.lemma_ == "be" else past(verb.lemma_)
    elif verb.tag_ == "VB":
        new.update({h.i: "" for h in helpers if h.lower_ == "to"})
        new[verb.i] = present(verb.lemma_, plural=plural)
    elif verb.tag_ == "VBN" and "have" in words:
        _drop_perfect(verb, [h for h in helpers if h.lower_ in ("to", "have")], helpers, new, plural=plural)
    elif verb.tag_ == "VBN":
        new.update({h.i: "" for h in helpers if h.lower_ == "to"})
        new.update({h.i: present("be", plural=plural) for h in helpers if h.lower_ == "be"})


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _drop_modal(
    verb: Token, helpers: list[Token], modals: frozenset[str], new: dict[int, str], *, plural: bool
) -> None:
    rest = [h for h in helpers if h.lower_ not in modals and h.lower_ != "to"]
    new.update({h.i: "" for h in helpers if h not in rest})
    first = rest[0] if rest else verb
    if first is verb and verb.tag_ == "VBG":
        return
    new[first.i] = present(first.lemma_.lower(), plural=plural)


def _drop_perfect(
    verb: Token, dropped: list[Token], helpers: list[Token], new: dict[int, str], *, plural: bool
) -> None:
    been = next((h for h in helpers if h.lower_ == "been"), None)
    new.update({h.i: "" for h in dropped})
    was = "were" if plural else "was"
    if been is not None and verb.tag_ == "VBG":
        new.update({been.i: "", verb.i: past(verb.lemma_)})
    elif been is not None:
        new[been.i] = was
    elif verb.tag_ in ("VBN", "VBD"):
        new[verb.i] = was if verb.lemma_ == "be" else past(verb.lemma_)


def is_plural(verb: Token) -> bool:
    """Say whether the subject of a verb is plural."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        subject = next((c for c in verb.children if c.dep_ == "attr" and verb.lemma_ == "be"), None)
        if subject is None or not any(c.dep_ == "expl" for c in verb.children):
            return False
    of = next((c for c in subject.children if c.lower_ == "of"), None)
    if of is not None and subject.lemma_.lower() in _AMOUNTS:
        return any(c.tag_ in _PLURAL for c in of.children if c.dep_ == "pobj")
    joined = any(c.dep_ == "conj" for c in subject.children)
    many = subject.lower_ in ("they", "we", "both", "these", "those", "you")
    return joined or many or subject.tag_ in _PLURAL
