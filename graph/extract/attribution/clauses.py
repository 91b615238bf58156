"""Which clauses a cue governs, and where one act of saying ends and the next begins."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..lexicon import verb_act, words
from ..sentences import child
from .thatclauses import that_clause, told_of

_INVERTED = frozenset(("had", "should", "were"))
_NONE = frozenset(("no", "nobody", "nothing", "none", "never", "not"))
_CLAUSE = ("ccomp", "xcomp", "acl")


_VESSELS = frozenset(
    (
        "letter",
        "statement",
        "post",
        "report",
        "interview",
        "speech",
        "address",
        "message",
        "note",
        "tweet",
        "briefing",
        "call",
        "conference",
        "memo",
    )
)

_ON = frozenset(("post", "call", "note"))


def roots(cue: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that a cue governs."""
    children = list(cue.children)
    for token in children:
        before = token.i < cue.i and _semicolon(token, cue)
        if before or turned(token) or _made(token, cue) or contrary_to(token) or _addressed(token, cue):
            continue
        if cue.pos_ == "NOUN" and told_of(token):
            continue
        if (
            (token.dep_ in _CLAUSE and not is_participle(token))
            or (
                token.dep_ == "advcl"
                and any(c.lower_ in ("that", "whether") for c in token.children if c.dep_ == "mark")
            )
            or (token.dep_ == "conj" and _and_that(token, cue))
            or _bare_deed(token, cue)
        ):
            yield token
        elif token.dep_ == "prep" and (
            token.lower_ == "of" or (token.lower_ == "for" and cue.lemma_ == "blame")
        ):
            yield from (c for of in (token, *token.conjuncts) for c in of.children if _deed(c, cue))
        elif token.dep_ == "prep" and token.lower_ in ("in", "on"):
            yield from _in_vessel(token)
        elif token.dep_ == "relcl" and cue.pos_ == "NOUN" and token == that_clause(cue):
            yield token
    if cue.dep_ == "parataxis" and not any(t.dep_ in _CLAUSE for t in children):
        yield cue.head


def _deed(token: Token, cue: Token) -> bool:
    """'accused Peru of spying': the parser takes a deed alone for a thing."""
    alone = token.dep_ == "pobj" and token.tag_ == "VBG" and cue.lemma_ in ("accuse", "blame")
    return token.dep_ == "pcomp" or alone


def _addressed(token: Token, cue: Token) -> bool:
    """'told the agency IRNA that P': the parser takes the name for what was told."""
    after = any(c.dep_ == "ccomp" and c.i > token.i for c in cue.children)
    bare = not any(c.dep_ in ("nsubj", "expl", "aux", "mark") for c in token.children)
    return token.dep_ == "ccomp" and token.pos_ not in ("VERB", "AUX") and after and bare and token.i > cue.i


def _made(token: Token, cue: Token) -> bool:
    """'the claim made by Peru that it leaked': how a claim was made is not what it says."""
    how = token.dep_ == "acl" and token.tag_ == "VBN" and child(token, "agent") is not None
    return how and cue.lemma_.lower() in words("said_before") and child(token, "nsubj", "mark") is None


def _bare_deed(token: Token, cue: Token) -> bool:
    """'Chile denies looting': a deed without what it was done to."""
    bare = token.dep_ == "dobj" and token.tag_ == "VBG" and token.n_lefts + token.n_rights == 0
    return bare and cue.pos_ == "VERB" and verb_act(cue.lemma_.lower()) == "denies"


def contrary_to(token: Token) -> bool:
    """Say whether 'contrary to what was reported' begins here: it tells no more than that others say else."""
    first = token.left_edge
    if first.lower_ != "contrary" or first.i + 2 >= len(first.doc) or first.nbor().lower_ != "to":
        return False
    # The parser may hang 'contrary' on the verb of 'what was reported'.
    return token == first or (first.nbor(2).lower_ == "what" and token.right_edge.i <= token.i + 1)


def _and_that(token: Token, cue: Token) -> bool:
    """'said that it leaked, but that nobody knew': the parser joins the second clause to the cue."""
    first = child(cue, "ccomp")
    subject = child(token, "nsubj", "nsubjpass", "expl") is not None
    inside = any(c.dep_ == "mark" for c in cue.children)  # 'that X backed it, and that Y left': both are told
    both = first is not None and _has_that(first) and _has_that(token)
    return both and subject and cue.pos_ == "VERB" and not inside


def _has_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _in_vessel(preposition: Token) -> Iterator[Token]:
    """Find what was written in 'wrote in a letter that ...', where the parser hung it on the letter."""
    # 'comment on a report that P': who comments does not say P.
    vessels = _VESSELS if preposition.lower_ == "in" else _ON
    for noun in preposition.children:
        for clause in noun.children if noun.lemma_ in vessels else ():
            if clause.dep_ in ("relcl", "acl", "ccomp") and any(g.dep_ == "mark" for g in clause.children):
                yield clause


def turned(verb: Token) -> bool:
    """Say whether a clause is a condition by its word order: 'had A denied it, B would have come'."""
    subject, helper = child(verb, "nsubj", "nsubjpass", "expl"), child(verb, "aux", "auxpass")
    helper = verb if verb.lemma_ == "be" and helper is None else helper
    if subject is None or helper is None or helper.i > subject.i or verb.dep_ == "ROOT":
        return False
    first = all(t.dep_ in ("mark", "cc") or t.is_punct for t in verb.subtree if t.i < helper.i)
    return helper.lower_ in _INVERTED and first and not verb.sent.text.rstrip(' "').endswith("?")


def answers_before(token: Token) -> bool:
    """Say whether ', which she denied' or ', a charge she denied' begins here: about the clause before."""
    relative = next((c for c in token.children if c.dep_ == "relcl"), None)
    if token.dep_ in ("appos", "npadvmod") and (
        token.lemma_ in words("said_before") or token.lower_ == "something"
    ):
        return relative is not None
    which = child(token, "dobj")
    after_comma = which is not None and which.i and which.nbor(-1).text == ","
    # 'demanded that the tax be cut, which the union rejects': the parser hangs it on the verb.
    denies = token.dep_ in ("relcl", "advcl") and verb_act(token.lemma_) in ("denies", "rejects")
    return bool(after_comma) and denies and which is not None and which.lower_ == "which"


def is_participle(token: Token) -> bool:
    """Another act hangs on here: 'denied it, insisting that ...'."""
    comma = token.left_edge.i and token.doc[token.left_edge.i - 1].text == ","
    return (
        token.tag_ == "VBG"
        and bool(comma)
        and verb_act(token.lemma_.lower()) is not None
        and (not any(c.dep_ in ("aux", "nsubj") for c in token.children))
    )


def clauses(root: Token) -> Iterator[Token]:
    """Yield a clause and those joined to it that have a subject of their own."""
    yield root
    for token in root.children:
        if token.dep_ not in ("conj", "ccomp", "parataxis", "advcl"):
            continue
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
        apart = (token.dep_ == "conj" and _linked(token)) or _semicolon(token, root) or _spliced(token, root)
        if own and apart and token.pos_ in ("VERB", "AUX"):
            yield from clauses(token)
        elif token.dep_ == "conj":
            yield from (c for c in clauses(token) if c != token)


def _linked(token: Token) -> bool:
    """Say whether 'and' or a stop stands before a clause: not in 'on the talks | the two had in Lund'."""
    first = token.left_edge
    before = first.nbor(-1) if first.i > token.sent.start else first
    return (
        before.is_punct
        or before.dep_ == "cc"
        or before.is_space
        or first.dep_ in ("cc", "punct")
        or first.i > token.i
    )


def _spliced(token: Token, root: Token) -> bool:
    """Two main clauses with a comma between them: 'A must go, B will come'."""
    modal = any(c.dep_ == "aux" for c in token.children) and token.i < root.i
    none = token.i < root.i and _of_none(token) and _of_none(root)  # 'No money was paid, no ship was sent'
    return (
        none
        or parallel(token, root)
        or (
            modal
            and not turned(token)
            and token.dep_ in ("advcl", "ccomp")
            and verb_act(root.lemma_) is None
            and not any(c.dep_ == "mark" for c in token.children)
        )
    )


def parallel(token: Token, root: Token) -> bool:
    """'No money was paid, no promise was made', 'They came, they saw it': both begin alike, after a comma."""
    first, second = child(token, "nsubj", "nsubjpass"), child(root, "nsubj", "nsubjpass")
    if first is None or second is None or not first.i < token.i < second.i:
        return False
    start = second.left_edge
    alike = first.left_edge.lower_ == start.lower_ and start.nbor(-1).text == ","
    told = verb_act(root.lemma_) is not None and start.lower_ not in _NONE  # 'They paid, they said'
    return (
        alike
        and not told
        and token.dep_ in ("ccomp", "advcl", "parataxis")
        and not any(c.dep_ == "mark" or c.tag_ == "WRB" for c in token.children)
    )


def _of_none(verb: Token) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.left_edge.lower_ in ("no", "nobody", "nothing", "none")


def _semicolon(token: Token, root: Token) -> bool:
    low, high = sorted((token.i, root.i))
    return any(t.text == ";" for t in token.doc[low:high])
