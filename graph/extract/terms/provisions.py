"""Cut a sentence that describes a plan into its provisions."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ..attribution.contents import Content, trimmed
from ..lexicon import words
from ..sentences import child
from .held import held
from .parts import parts
from .wordlists import listed

_SUBJECT = ("nsubj", "nsubjpass")
_HOLDS = frozenset(("contain", "provide", "foresee", "propose", "demand", "consist"))
_WHILE = frozenset(("while", "whereas"))


def provisions(sentence: Span) -> Iterator[Content]:
    """Yield each provision: a clause, a gerund of a list, or a noun that the plan grants."""
    for part in parts(sentence):
        listed_ = held(part)
        yield from listed_
        inside = {t for content in listed_ for t in content.tokens}
        for content in (*_clauses(part), *_nouns(part)):
            if not inside.intersection(content.tokens):
                yield content


def _clauses(part: Span) -> Iterator[Content]:
    verbs = [t for t in part if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    top, chosen = part.root, dict[Token, Token | None]()
    for verb in verbs:
        if verb == top or _is_clause(verb, chosen):
            chosen[verb] = _subject(verb, chosen)
    listed_noun = top.head in part.sent and top.head not in part and top.pos_ in ("NOUN", "PROPN")
    if not chosen and listed_noun:
        yield Content(top, tuple(trimmed(list(part), top)))
    for verb, subject in chosen.items():
        if _only_introduces(verb) or any(obliged(other) and other.head == verb for other in chosen):
            continue
        if verb.lemma_ in ("include", "exclude", "except") and child(verb, "dobj", "prep") is None:
            continue
        if content := _cut(verb, subject, set(chosen) - {verb}, part):
            yield content


def _is_clause(verb: Token, chosen: dict[Token, Token | None]) -> bool:
    own = child(verb, *_SUBJECT) is not None
    marked = any(c.dep_ == "mark" and c.lower_ not in ("that",) for c in verb.children)
    if verb.dep_ == "ROOT":
        return True
    if verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        return verb.head in chosen and not (verb.tag_ == "VBG" and verb.head.tag_ != "VBG")
    if verb.dep_ == "advcl" and own and _finite(verb) and any(c.lower_ in _WHILE for c in verb.children):
        return True
    if verb.dep_ in ("ccomp", "advcl", "parataxis") and own and not marked and _finite(verb):
        return verb.head in chosen or verb.head.dep_ in ("ROOT", "conj")
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp") and _listed(verb):
        return True
    if verb.dep_ == "pcomp" and own and verb.head.lower_ == "with":
        return True
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in words("describes")


def obliged(verb: Token) -> bool:
    """Say whether a verb is what a plan obliges somebody to do: 'obliges both sides to open the road'."""
    return verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in words("describes")


def bound_to(verb: Token) -> bool:
    """'Peru is to open its market' and 'for the army to leave' lay something down."""
    if verb.lemma_ == "be":
        to = child(verb, "xcomp")
        return to is not None and verb.tag_ in ("VBZ", "VBP") and _with_to(to) and to.i > verb.i
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head != verb and shared_modal(verb) is not None:
        return True
    return verb.tag_ in ("VB", "VBN") and verb.pos_ == "VERB" and _with_to(verb)


def shared_modal(verb: Token) -> Token | None:
    """Return 'would' of 'would cap the army, bar the country from it and grant a seat'."""
    if any(c.tag_ == "MD" for c in verb.children):
        return None
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        for c in verb.children:
            if c.dep_ == "aux" and c.tag_ == "MD":
                return c
    return None


def _with_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP", "VBD") or any(c.dep_ == "aux" for c in verb.children)


def in_clause(token: Token, noun: Token) -> bool:
    """Say whether a token stands in a relative clause below a noun."""
    while token != noun:
        if token.dep_ in ("relcl", "acl"):
            return True
        token = token.head
    return False


def _listed(verb: Token) -> bool:
    """'points such as Ukraine ceding land': the words before the gerund are its subject."""
    head = verb.sent.root
    return (
        head.lemma_ in words("describes")
        and head.i < verb.i
        and verb.i > 0
        and (verb.nbor(-1).pos_ == "PROPN")
    )


def _subject(verb: Token, chosen: dict[Token, Token | None]) -> Token | None:
    own = child(verb, *_SUBJECT)
    if own is not None:
        return own
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp") and _listed(verb):
        return verb.nbor(-1)
    if verb.dep_ == "xcomp" and (thing := child(verb.head, "dobj")) is not None:
        return thing
    higher = verb.head.head
    if verb.tag_ == "VBZ" and verb.head.tag_ == "VB" and verb.head.dep_ in ("xcomp", "ccomp"):
        return child(higher, *_SUBJECT)  # 'The text obliges both to pay and sets up a fund'
    return chosen.get(verb.head)


def _only_introduces(verb: Token) -> bool:
    """'The plan includes ...': the clause holds provisions and is none itself."""
    subject = child(verb, *_SUBJECT)
    plan = subject is not None and subject.lemma_.lower() in words("plans")
    clause = child(verb, "ccomp", "xcomp") is not None
    own = verb.lemma_ in listed("enacts") and verb.lemma_ not in _HOLDS and not clause
    return verb.lemma_ in words("describes") and plan and not own


def _cut(verb: Token, subject: Token | None, others: set[Token], part: Span) -> Content | None:
    skip = {c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in _WHILE}
    skip |= {t for t in verb.subtree if not part.start <= t.i < part.end}
    for other in others:
        if other in verb.subtree and other != verb:
            skip |= set(other.subtree)
    for token in verb.children:
        if token.lower_ == "according" or (
            token.dep_ == "prep" and token.lower_ == "under" and token.i < verb.i
        ):
            skip |= set(token.subtree)
        aside = token.dep_ == "advcl" and subject is not None and token.i < subject.i
        if aside and any(t.lower_ in ("under", "according") for t in token.subtree):
            skip |= set(token.subtree)
        if any(c in others for c in token.children) and token.lower_ == "with":
            skip.add(token)
    for token in verb.subtree:
        if token.lower_ in ("exchange", "return") and token.head.lower_ == "in":
            skip |= set(token.head.subtree)
    tokens = [t for t in verb.subtree if t not in skip]
    if subject is None:
        tokens = _after_source(verb) or tokens
    if subject is not None and subject.i == verb.i - 1 and subject not in tokens:
        tokens = [subject, *tokens]
    tokens = _after_front(tokens, subject)
    kept = _excepted(trimmed(tokens, verb))
    return Content(verb, tuple(kept), subject) if len(kept) > 1 else None


def _after_front(tokens: list[Token], subject: Token | None) -> list[Token]:
    """Drop 'Under the draft, a copy of which was seen here,' before the subject."""
    if subject is None or not tokens or tokens[0].lower_ not in ("under", "according"):
        return tokens
    return [t for t in tokens if t.i >= subject.left_edge.i]


def _excepted(tokens: list[Token]) -> list[Token]:
    """Return tokens with ', submarines excepted' after them, which the parser makes a clause of its own."""
    rest = tokens[-1].doc[tokens[-1].i + 1 :]
    for token in rest[:6]:
        if token.lower_ in ("excepted", "excluded", "exempted", "included") and rest[0].text == ",":
            return [*tokens, *tokens[-1].doc[rest[0].i : token.i + 1]]
    return tokens


def _after_source(verb: Token) -> list[Token]:
    """Take what follows 'According to the plan,' where the parser lost the subject."""
    according = next((c for c in verb.children if c.lower_ == "according"), None)
    comma = next(
        (t for t in verb.sent if according is not None and t.i > according.i and t.text == ","),
        None,
    )
    return [t for t in verb.sent if t.i > comma.i] if comma is not None else []


def _nouns(sentence: Span) -> Iterator[Content]:
    for token in sentence:
        exchange = token.lower_ == "for" and token.i > 0 and token.nbor(-1).lower_ in ("exchange", "return")
        calls = token.lower_ == "for" and token.head.lemma_ in ("call", "provide")
        noun = child(token, "pobj") if exchange or calls else None
        direct = token.dep_ == "dobj" and token.head.dep_ == "ROOT" and _only_introduces(token.head)
        noun = token if direct and token.lemma_ not in ("point", "provision", "term") else noun
        if noun is None or any(t.tag_ == "VBG" and _listed(t) for t in noun.subtree):
            continue
        for one in (noun, *noun.conjuncts):
            joined = {s for c in one.children if c.dep_ in ("conj", "cc") for s in c.subtree}
            kept = trimmed(_within(one, joined, sentence), one)
            if len(kept) > 1:
                yield Content(one, tuple(kept), None)


def _within(noun: Token, joined: set[Token], part: Span) -> list[Token]:
    return [t for t in noun.subtree if t == noun or (t not in joined and part.start <= t.i < part.end)]
