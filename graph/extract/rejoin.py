"""Parse again, without it, a sentence that an inserted 'he said' tears apart.

'It is not the case, Lund said, that Wray signed' loses its 'not' where the parser takes the words before the
attribution for a clause of their own, and 'The plan, Lund said, was dead' its subject. The words stay where
they are; only the grammar is that of the whole.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from .lexicon import phrasal_act, verb_act

_MARKS = frozenset(('"', "''", "``"))
_STOPS = frozenset((".", "!", "?", ";", ":"))
_TORN = frozenset(
    ("not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "hardly", "false", "untrue",
     "lie", "wrong", "nonsense", "true", "nowhere", "scarcely", "incorrect", "inaccurate", "fiction",
     "invention")
)  # fmt: skip
_OPEN = frozenset(
    ("who", "which", "and", "but", "or", "if", "when", "while", "because", "that", "where", "nor")
)
# Verbs of states, which are no deeds of who speaks: 'it was short, he said, and contained nothing new'.
STATES = frozenset(
    ("contain", "include", "mean", "remain", "involve", "concern", "cover", "apply", "belong", "consist",
     "lack", "amount", "depend", "exist", "cost", "exceed", "differ", "contradict")
)  # fmt: skip
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONG = 12
_BEFORE = 16


@dataclass(frozen=True)
class _Aside:
    """The tokens from one comma to the other, both included, with the word that reports."""

    first: int
    last: int
    cue: Token


def rejoined(doc: Doc, parse: Callable[[str], Doc]) -> Doc:
    """Return a paragraph with the grammar that its sentences have without the asides that tear them."""
    for aside in list(_asides(doc)):
        doc = _without(doc, aside, parse) or doc
    return doc


def _asides(doc: Doc) -> Iterator[_Aside]:
    for cue in doc:
        if not (_reports(cue) or cue.lower_ == "according"):
            continue
        first, last = _comma(doc, cue.i, -1), _comma(doc, cue.i, 1)
        if first is None or last is None or last - first > _LONG:
            continue
        inside = [t for t in doc[first : last + 1] if not t.is_punct]
        alone = not any(t != cue and t.tag_ in _FINITE for t in inside)
        if not alone or inside[0].lower_ in _OPEN or not _noun(inside):
            continue
        if _tears(doc, first, last) or _resumes(doc, first, last, cue):
            yield _Aside(first, last, cue)


def _reports(token: Token) -> bool:
    if token.tag_ not in _FINITE or token.pos_ != "VERB":
        return False
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return "asserts" in (verb_act(token.lemma_.lower()), phrasal_act(token.lemma_.lower(), after))


def _comma(doc: Doc, at: int, step: int) -> int | None:
    """Return the comma, or the mark of quotation beyond it, where an aside begins or ends."""
    i = at + step
    while 0 <= i < len(doc) and abs(i - at) <= _LONG:
        token = doc[i]
        if token.text in _STOPS or (token.text in _MARKS and not _beside_comma(doc, i, -1)):
            return None
        if token.text == "," or token.text in _MARKS:
            other = i + step
            mark = (
                0 <= other < len(doc) and doc[other].text in {",", *_MARKS} and doc[other].text != token.text
            )
            return other if mark else i
        i += step
    return None


def _beside_comma(doc: Doc, i: int, step: int) -> bool:
    return 0 <= i + step < len(doc) and doc[i + step].text == ","


def _noun(inside: list[Token]) -> bool:
    return any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in inside)


def _tears(doc: Doc, first: int, last: int) -> bool:
    """Say whether a clause with a negation goes on after an aside: 'has never, … , signed'."""
    start = first
    while start > 0 and first - start < _BEFORE and doc[start - 1].text not in _STOPS:
        start -= 1
    before = [t for t in doc[start:first] if not t.is_punct]
    if not before or last + 1 >= len(doc):
        return False
    if doc[first + 1].lower_ == "as" and doc[last + 1].pos_ in ("AUX", "VERB"):
        return doc[last + 1].tag_ not in ("VBG", "VB")
    if not {t.lower_ for t in before} & _TORN:
        return False
    after, end = doc[last + 1], before[-1]
    unfinished = end.lower_ in _TORN - {"no", "nothing", "nobody", "none"} or end.pos_ == "AUX"
    goes_on = after.pos_ in ("AUX", "VERB") and after.tag_ not in ("VBG", "VB")
    return after.lower_ == "that" or goes_on or (unfinished and after.dep_ != "cc") or end.lower_ == "truth"


def _resumes(doc: Doc, first: int, last: int, cue: Token) -> bool:
    """Say whether the clause before an aside goes on after it: 'The plan, Lund said, was dead'.

    After 'and', a helper or a state tells that: 'and would wait', 'but contains nothing'. In 'It was late,
    Lund said, and left the room' it was Lund who left.
    """
    opens = doc[first + 1]
    if last + 2 >= len(doc) or cue.tag_ not in _FINITE or doc[last].text != ",":
        return False
    if opens.i != cue.i and opens.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return False
    start = doc[first].sent.start
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in doc[start:first]):
        return False
    after = doc[last + 1]
    if after.lower_ not in ("and", "but", "or"):
        return after.tag_ in _FINITE and after.pos_ in ("VERB", "AUX") and not _turned(after)
    after = next((t for t in doc[last + 2 : last + 5] if t.pos_ != "ADV"), after)
    helps = after.pos_ == "AUX" and after.tag_ in _FINITE
    return (helps or (after.tag_ in _FINITE and after.lemma_ in STATES)) and not _turned(after)


def _turned(verb: Token) -> bool:
    """Say whether a verb stands before its subject, as in 'was he there?'."""
    nominal = verb.nbor().pos_ in ("PRON", "PROPN") if verb.i + 1 < len(verb.doc) else False
    return verb.pos_ == "AUX" and nominal


def _without(doc: Doc, aside: _Aside, parse: Callable[[str], Doc]) -> Doc | None:
    """Return the paragraph parsed without an aside and the aside parsed alone, put together."""
    # The parser may have ended a sentence within the aside.
    start, end = doc[aside.first].sent.start, doc[aside.last].sent.end
    outer = [t for t in doc[start:end] if not aside.first <= t.i <= aside.last]
    inner = [t for t in doc[aside.first : aside.last + 1] if t.text not in {",", *_MARKS}]
    within = {t.i for t in inner} | {aside.first, aside.last}
    apart = all(t.head.i in within for t in inner if t.i != aside.cue.i)
    whole, alone = again(outer, parse), inner if apart else again(inner, parse)
    if whole is None or alone is None:
        return None
    cue = next((a for t, a in zip(inner, alone, strict=True) if t.i == aside.cue.i), None)
    before = next((w for t, w in reversed(list(zip(outer, whole, strict=True))) if t.i < aside.first), None)
    if cue is None or before is None or before.i + 1 == len(before.doc) or before.sent != before.nbor().sent:
        return None
    top = cue if apart else cue.sent.root
    heads, like = [t.head.i for t in doc], list(doc)
    place: dict[Token, Token] = {}
    for old, new in ((outer, whole), (inner, alone)):
        place = dict(zip(new, old, strict=True)) | place
        for t, n in zip(old, new, strict=True):
            heads[t.i], like[t.i] = place[n.head].i if n.head in place else t.i, n
    deps = [t.dep_ for t in like]
    root = place[top].i
    heads[root] = place[before.sent.root].i
    deps[root] = "parataxis"
    if aside.cue.lower_ == "according" or inner[0].lower_ == "as":
        heads[root] = place[_verb_above(before)].i
        deps[root] = "prep" if aside.cue.lower_ == "according" else "advcl"
    for i in range(aside.first, aside.last + 1):
        if doc[i].text in {",", *_MARKS}:
            heads[i], deps[i] = root, "punct"
    return joined(doc, like, heads, deps)


def _verb_above(token: Token) -> Token:
    """Return the verb of the clause that a token stands in."""
    while token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        if token.head == token:
            break
        token = token.head
    return token


def again(tokens: list[Token], parse: Callable[[str], Doc]) -> list[Token] | None:
    """Parse tokens as a text of their own; None if that cuts them otherwise."""
    text = ""
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        gap = after is not None and after.i != token.i + 1
        text += token.text + (" " if token.whitespace_ or gap else "")
    new = list(parse(text.strip()))
    return new if [t.text for t in new] == [t.text for t in tokens] else None


def laid(doc: Doc, *parts: tuple[list[Token], list[Token]]) -> tuple[list[Token], list[int], list[str]]:
    """Lay new parses over the tokens they are of; what `joined` takes: the tokens, heads, dependencies."""
    like, heads, deps = list(doc), [t.head.i for t in doc], [t.dep_ for t in doc]
    for old, new in parts:
        place = dict(zip(new, old, strict=True))
        for t, n in zip(old, new, strict=True):
            like[t.i], heads[t.i], deps[t.i] = n, place[n.head].i, n.dep_
    return like, heads, deps


def joined(doc: Doc, like: list[Token], heads: list[int], deps: list[str]) -> Doc:
    """Return a paragraph with the tags of tokens like its own, and these heads and dependencies."""
    new = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in like],
        pos=[t.pos_ for t in like],
        morphs=[str(t.morph) for t in like],
        lemmas=[t.lemma_ for t in like],
        heads=heads,
        deps=deps,
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in like],
    )
    new.user_data.update(doc.user_data)
    return new
