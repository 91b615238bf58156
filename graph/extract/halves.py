"""Parse again, in two pieces, a sentence that the parser reads as one clause.

Of 'Macron welcomed the deal and Chancellor Merz said that it was bad' it makes words of Merz; of 'Silva
accused countries pushing for a roadmap of behaving badly' no accusation. The words stay where they are.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Span

from .lexicon import verb_act
from .rejoin import again, joined, laid

_FINITE = ("VBD", "VBZ", "VBP")
_NAME = ("DET", "PROPN", "NOUN", "ADJ", "PRON")
_LONG = 12
_SPLIT, _CUT, _RELATIVE = "conj", "acl", "relcl"


def in_halves(doc: Doc, parse: Callable[[str], Doc]) -> Doc:
    """Return a paragraph with the grammar that the halves of its sentences have by themselves."""
    for sentence in list(doc.sents):
        if (told := _relative(sentence)) is not None:
            doc = _apart(doc, sentence, told, _RELATIVE, parse) or doc
        elif '"' in sentence.text:
            continue
        elif (at := _second(sentence) or _denied(sentence)) is not None:
            doc = _apart(doc, sentence, range(at, sentence.end), _SPLIT, parse) or doc
        elif (cut := _modifier(sentence)) is not None:
            doc = _apart(doc, sentence, cut, _CUT, parse) or doc
    return doc


def _second(sentence: Span) -> int | None:
    """Return where 'and Chancellor Merz said that' begins, if the parser makes one clause of both."""
    for joint in (t for t in sentence if t.lower_ in ("and", "but") and t.i > sentence.start + 2):
        cue = next((t for t in sentence if joint.i < t.i and t.pos_ not in _NAME and t.lower_ != "of"), None)
        first = next((t for t in sentence if t.tag_ in _FINITE and t.i < joint.i), None)
        if cue is None or first is None or cue.tag_ not in _FINITE or verb_act(cue.lemma_) != "asserts":
            continue
        named = any(t.pos_ == "PROPN" for t in sentence.doc[joint.i + 1 : cue.i])
        that = any(t.lower_ == "that" for t in sentence.doc[cue.i + 1 : cue.i + 5])
        told = any(t.lower_ == "that" for t in sentence if t.i < joint.i)
        below = first.head == cue and first.dep_ in ("ccomp", "advcl")
        beside = joint.head.pos_ in ("NOUN", "PROPN") and not any(joint.head.conjuncts)
        beside = beside or any(
            t.dep_ == "conj" and t.head.i < joint.i for t in sentence.doc[joint.i + 1 : cue.i]
        )
        if named and that and not told and (below or beside):
            return joint.i
    return None


def _denied(sentence: Span) -> int | None:
    """Return where the second part of 'rejected the charge that P and denied having sold it' begins."""
    if verb_act(sentence.root.lemma_) not in ("denies", "rejects"):
        return None
    for joint in (t for t in sentence if t.lower_ == "and" and t.i + 3 < sentence.end):
        cue = joint.nbor()
        having = any(t.lower_ == "having" for t in sentence.doc[cue.i + 1 : cue.i + 3])
        inside = cue.dep_ == "conj" and cue.head != sentence.root and sentence.root.i < joint.i
        if having and inside and cue.tag_ in ("VBD", "VBN") and verb_act(cue.lemma_) == "denies":
            return joint.i
    return None


def _modifier(sentence: Span) -> range | None:
    """Return 'pushing for a roadmap' of 'accused countries pushing for a roadmap of behaving badly'."""
    for accused in (t for t in sentence if t.lower_ in ("accused", "accuses") and t.i > sentence.start):
        noun = next((t for t in sentence if t.i > accused.i and t.pos_ in ("NOUN", "PROPN")), None)
        of = [t for t in sentence if t.lower_ == "of" and t.i > accused.i and t.i + 1 < sentence.end]
        of = [t for t in of if t.nbor().tag_ == "VBG"]
        before = accused.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON")
        if noun is None or not of or not before or of[-1].head == accused or of[-1].i - noun.i < 2:
            continue
        opens = noun.nbor()
        if (opens.tag_ == "VBG" or opens.lower_ in ("that", "who", "which")) and of[-1].i - noun.i <= _LONG:
            return range(opens.i, of[-1].i)
    return None


def _relative(sentence: Span) -> range | None:
    """Return 'who opposed it' of 'Poe, who opposed it, called it a trap', if no verb of Poe's is found."""
    who = next((t for t in sentence if t.lower_ == "who" and t.dep_ == "nsubj"), None)
    if who is None or sentence.root.pos_ not in ("PROPN", "NOUN") or who.i - sentence.start < 2:
        return None
    near = sentence.doc[who.i + 3 : min(who.i + _LONG, sentence.end - 1)]
    ends = [t for t in near if t.text == ","]
    goes_on = (t for t in ends if t.nbor().tag_ in ("VBD", "VBN", "VBZ") and t.nbor().dep_ in ("acl", "amod"))
    end = next(goes_on, None)
    return range(who.i, end.i) if end is not None and who.nbor(-1).text == "," else None


def _apart(doc: Doc, sentence: Span, piece: range, dep: str, parse: Callable[[str], Doc]) -> Doc | None:
    """Return the paragraph with a piece of a sentence parsed alone and hung on the root, or on a noun."""
    inner = [doc[i] for i in piece]
    lead = inner[0] if dep == _SPLIT else None
    inner = [t for t in inner if t != lead]
    outer = [t for t in sentence if t.i not in piece]
    whole, alone = again(outer, parse), again(inner, parse)
    if whole is None or alone is None:
        return None
    like, heads, deps = laid(doc, (outer, whole), (inner, alone))
    roots = [t for t, n in zip(inner, alone, strict=True) if n.head == n]
    tops = [t for t, n in zip(outer, whole, strict=True) if n.head == n]
    if len(roots) != 1 or len(tops) != 1:
        return None
    above = {_SPLIT: tops[0].i, _CUT: piece.start - 1, _RELATIVE: piece.start - 2}[dep]
    heads[roots[0].i], deps[roots[0].i] = above, dep
    if dep == _CUT:
        heads[piece.stop] = heads[piece.start - 1]  # 'of' goes with 'accused'
    if lead is not None:
        heads[lead.i], deps[lead.i] = tops[0].i, "cc"
    return joined(doc, like, heads, deps)
