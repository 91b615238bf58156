"""What a correction tells: that an own text was wrong, and what is right."""

from spacy.tokens import Token

from ..actors.names import is_calendar
from ..actors.phrases import Voice
from ..attribution.contents import Content
from ..sentences import child

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_TEXTS = frozenset(("article", "report", "story", "headline", "caption", "editorial", "column", "version"))
_ERRORS = frozenset(("mistake", "error", "wrong", "incorrect", "inaccurate", "slip"))


def own_text(voice: Voice) -> bool:
    """'An article of 4 May said that': what a correction corrects is the outlet's own."""
    text = voice.first.doc[voice.first.i : voice.last.i + 1]
    return any(t.lower_ in _TEXTS for t in text) and not any(
        t.pos_ == "PROPN" and not is_calendar(t.text) for t in text
    )


def corrects(content: Content, judges: bool) -> bool:
    """Say whether a clause of a correction says what was wrong, or right after it what is right."""
    subject = child(content.root, *_SUBJECTS)
    if judges or _errs(content.root):
        return judges
    if content.first.lower_ == "in" and content.first.nbor().lower_ in ("fact", "truth", "reality"):
        return True
    before = content.root.doc[content.root.doc[0].i : content.first.i]
    heads = [t for t in before if t.dep_ == "ROOT" or t == content.root.head or t in content.root.children]
    last = heads[-1] if heads else None
    beside = content.root.head if content.root.head != content.root else None
    wrong = next((t for t in (beside, last, *content.root.children) if t is not None and _errs(t)), None)
    return wrong is not None and subject is not None and subject.lower_ not in ("we", "i")


def _errs(verb: Token) -> bool:
    said = child(verb, "attr", "acomp")
    return said is not None and said.lemma_.lower() in _ERRORS
