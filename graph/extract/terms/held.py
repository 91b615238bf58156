"""What a plan holds, told as a list of things: 'it foresees a zone, a fund and elections within 100 days'."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from ..attribution.contents import Content, trimmed
from ..lexicon import words
from ..sentences import child
from .described import subject_of
from .empty import only_parts
from .modals import has_modal
from .parts import parts
from .wordlists import listed

_STOPS = frozenset((";", ":", "(", '"', "“", "--", "–", "—"))
_TURNS = frozenset(
    ("while", "whereas", "but", "although", "though", "which", "who", "after", "because", "as")
)
_OPENERS = frozenset(("DT", "CD", "PRP$", "$"))
_SUBJECT = ("nsubj", "nsubjpass")


def held(part: Span) -> list[Content]:
    """Return the things that a plan is said to hold, each as one provision."""
    for token in part:
        if (start := _list_after(token)) is None or start >= part.end:
            continue
        region = [t for t in part if start <= t.i < _end(token, start, part)]
        if (
            not region
            or region[0].pos_ == "ADP"
            or region[0].lower_ in ("that", "to", "such", "only", "no", ",")
        ):
            continue
        found = list(_contents(region))
        empty = any(c.root.lemma_.lower() in listed("contents") or only_parts(c.root) for c in found)
        return [] if empty else found
    return []


def things(sentence: Span) -> set[Token]:
    """Return the nouns of the things that a sentence lists as a plan's; 'these points' are none."""
    found = {content.root for part in parts(sentence) for content in held(part)}
    return {
        t
        for t in found
        if t.pos_ in ("NOUN", "NUM", "SYM") and t.lemma_.lower() not in listed("empty_objects")
    }


def _list_after(verb: Token) -> int | None:
    """Return where the list begins that a verb with a plan as its subject, or 'are', opens."""
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP"):
        return _are(verb)
    if verb.pos_ != "VERB" or not (_finite(verb) and _of_plan(verb)):
        return None
    if verb.lemma_ in listed("holds"):
        follows = {"provide": ("for",), "call": ("for", "on", "upon")}.get(verb.lemma_)
        here = verb.i + 1
        while here < verb.sent.end and verb.doc[here].pos_ == "ADV":
            here += 1
        if follows is None:
            return here
        return here + 1 if here < verb.sent.end and verb.doc[here].lower_ in follows else None
    out = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    return (
        verb.i + 2
        if verb.lemma_ in ("set", "lay", "spell") and out is not None and out.lower_ == "out"
        else None
    )


def _are(verb: Token) -> int | None:
    """'Among its provisions are ...' and 'the main elements are ...'."""
    for token in verb.sent[: verb.i - verb.sent.start]:
        if token.lemma_.lower() not in listed("contents"):
            continue
        among = token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head == verb
        if among or (token.dep_ in _SUBJECT and token.head == verb and token.tag_ == "NNS"):
            return verb.i + 1
    return None


def _finite(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.tag_ in ("VBZ", "VBP") or has_modal(verb)


def _of_plan(verb: Token) -> bool:
    """Say whether a plan is the subject, be it that of the verb before 'and'."""
    while verb.dep_ == "conj" and child(verb, *_SUBJECT) is None and verb.head.pos_ == "VERB":
        verb = verb.head
    names = words("plans") | listed("like_plans") | {"document", "paper", "it"}
    near = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    found = [t for t in verb.children if t.dep_ in _SUBJECT] or [t for t in near if subject_of(t) == verb]
    return any(t.lemma_.lower() in names for t in found)


def _end(verb: Token, start: int, part: Span) -> int:
    """Return where the list ends: before the next verb of the plan, an aside or the end."""
    more = [
        c for c in verb.children if c.dep_ in ("conj", "advcl") and c.i > start and c.tag_ in ("VBZ", "VBP")
    ]
    edges = [part.end]
    for other in more:
        cut = other.i
        while cut > start and verb.doc[cut - 1].dep_ in ("cc", "aux", "advmod", "punct"):
            cut -= 1
        edges.append(cut)
    for token in part.doc[start : part.end]:
        turn = token.lower_ in _TURNS and token.i > start and token.nbor(-1).text == ","
        if (
            token.text in _STOPS
            or turn
            or (token.lower_ == "in" and _exchanged(token) and token.nbor(-1).text == ",")
        ):
            edges.append(token.i)
    return min(edges)


def _exchanged(token: Token) -> bool:
    return token.i + 1 < token.sent.end and token.nbor().lower_ in ("exchange", "return")


def _contents(region: list[Token]) -> Iterator[Content]:
    for piece in _pieces(region):
        whole = piece[0].doc[piece[0].i : piece[-1].i + 1]
        told = next((t for t in piece if _to_do(t)), None)
        root = told or whole.root
        tokens = trimmed(piece, root)
        if root.pos_ in ("VERB", "AUX") and told is None:
            nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
            if root.tag_ in ("VBZ", "VBP", "VBD", "MD") or not nouns:
                return
            root = nouns[0]
        if root.pos_ not in ("NOUN", "PROPN", "NUM", "SYM", "VERB", "AUX"):
            root = next((t for t in tokens if t.pos_ in ("NOUN", "PROPN")), root)
        if tokens[0].lower_ == "without" or any(t.tag_ == "JJR" and t.head == root for t in tokens[:3]):
            continue  # ', a slower pace than asked for' tells of the thing before it
        subject = _doer(told, tokens) if told is not None else None
        if root.pos_ in ("NOUN", "PROPN", "NUM", "SYM", "VERB", "AUX") and len(tokens) > 1:
            yield Content(root, tuple(tokens), subject)
        elif root.tag_ == "NNS" or root.pos_ == "NOUN":
            yield Content(root, tuple(tokens), None)


def _to_do(token: Token) -> bool:
    """'For prisoners to be exchanged' lays down what shall be done."""
    first = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    return first and token.pos_ == "VERB" and token.dep_ != "acl"


def _doer(verb: Token, tokens: list[Token]) -> Token | None:
    own = child(verb, *_SUBJECT)
    before = [t for t in tokens if t.i < verb.i and t.pos_ in ("NOUN", "PROPN")]
    return own if own is not None else (before[-1] if before else None)


def _pieces(region: list[Token]) -> list[list[Token]]:
    """Cut 'A, B and C' where a new thing begins; 'for' stands before each or before the first."""
    cuts = [i for i in range(1, len(region) - 1) if _begins(region, i)]
    if cuts or len(region) < 4:
        tail = cuts[-1] if cuts else 0
        ands = [i for i in range(tail + 1, len(region) - 1) if region[i].lower_ == "and"]
        oxford = bool(cuts) and region[cuts[-1] - 1].lower_ == "and"
        if ands and not oxford and not any(region[i].lower_ == "and" for i in range(tail)):
            cuts.append(ands[-1] + 1)
    edges = [0, *sorted(set(cuts)), len(region)]
    found = [_bare(region[a:b]) for a, b in pairwise(edges)]
    return [piece for piece in found if piece]


def _begins(region: list[Token], at: int) -> bool:
    """Say whether a new thing begins here: after a comma or 'and', with an article, a number or 'for'."""
    before, token = region[at - 1], region[at]
    comma = before.text == "," or (before.lower_ == "and" and at > 1 and region[at - 2].text == ",")
    if token.lower_ in ("and", "including") or not (comma or before.lower_ == "and"):
        return False
    if token.like_num and region[at + 1].pos_ == "ADP":
        return False  # 'nine members, two from each side'
    if token.tag_ in _OPENERS or token.lower_ == "for":
        return not (token.like_num and before.lower_ == "and" and region[at - 2].like_num)
    return comma and token.pos_ in ("NOUN", "ADJ", "PROPN") and not _aside(region, at)


def _aside(region: list[Token], at: int) -> bool:
    """', except for trainees' and ', submarines excepted' belong to what stands before."""
    return any(
        t.lower_ in ("except", "excepted", "excluded", "included", "exempted") for t in region[at : at + 3]
    )


def _bare(piece: list[Token]) -> list[Token]:
    """Drop what joins a thing to the list, not what belongs to it."""
    kept = list(piece)
    while kept and (kept[-1].text in (",", ".") or kept[-1].lower_ == "and"):
        kept.pop()
    while kept and kept[0].lower_ in ("and", "for", ",", "also"):
        kept.pop(0)
    return kept
