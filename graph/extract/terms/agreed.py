"""What parties have agreed to: 'both sides agreed to cut duties', 'agreed to a truce of 60 days'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ..actors.cast import Cast
from ..attribution.contents import Content, trimmed
from ..sentences import child
from .amounts import amount_in
from .modals import has_modal
from .plannames import is_plan_word
from .topics import topic_of
from .wordlists import listed

_TRUCES = frozenset(("ceasefire", "truce", "armistice"))
_SUBJECT = ("nsubj", "nsubjpass")


def agreed(sentence: Span, cast: Cast) -> Iterator[Content]:
    """Yield what a party binds itself to: a deed of its own, or a thing of a known topic or amount."""
    for verb in sentence:
        doer = _party(verb, cast)
        if doer is None:
            continue
        for content in (*_deeds(verb, doer), *_things(verb)):
            text = " ".join(t.text for t in content.tokens)
            if topic_of(text) is not None or amount_in(text) is not None:
                yield content


def truce(docs: list[Doc], cast: Cast) -> Token | None:
    """Return the truce that parties have agreed to, which is the plan of a text that names none."""
    for doc in docs:
        for noun in doc:
            if noun.lemma_.lower() not in _TRUCES or noun.tag_ not in ("NN", "NNP"):
                continue
            verb = noun.head.head if noun.dep_ == "pobj" else noun.head
            if noun.dep_ in ("pobj", "dobj") and _party(verb, cast) is not None:
                return noun
    return None


def _party(verb: Token, cast: Cast) -> Token | None:
    """Return who binds itself by a verb: a state, an organisation, or 'both sides'."""
    if verb.pos_ != "VERB" or verb.lemma_ not in listed("agrees"):
        return None
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") and not has_modal(verb):
        return None
    if any(
        c.dep_ == "neg" or c.lower_ in ("never", "if", "unless", "would", "could", "may")
        for c in verb.children
    ):
        return None
    if (
        verb.dep_ in ("relcl", "acl", "ccomp")
        or _aside(verb)
        or any(c.dep_ == "auxpass" for c in verb.children)
    ):
        return None
    subject = child(verb, *_SUBJECT)
    while subject is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        subject = child(verb, *_SUBJECT)
    if subject is None:
        return None
    mention = cast.at(subject)
    party = mention is not None and cast.members[mention.of].kind in ("State", "Organization")
    return subject if party or subject.lemma_.lower() in listed("both") else None


def _aside(verb: Token) -> bool:
    """'While both sides agreed to cut duties' is told for itself, 'if they agreed' is not."""
    beside = any(
        c.lower_ in ("while", "whereas", "and") for c in verb.children if c.dep_ in ("mark", "advmod")
    )
    return verb.dep_ == "advcl" and not beside


def _deeds(verb: Token, doer: Token) -> Iterator[Content]:
    first = child(verb, "xcomp", "ccomp", "advcl")
    if first is None or first.tag_ != "VB" or not _with_to(first):
        return
    deeds = [first, *(t for t in first.conjuncts if t.tag_ == "VB")]
    for deed in deeds:
        if deed.lemma_ in listed("no_deeds"):
            continue
        others = {t for other in deeds if other != deed and other in deed.subtree for t in other.subtree}
        tokens = [t for t in deed.subtree if t not in others and t.i >= deed.i - 2]
        yield Content(deed, tuple(trimmed(tokens, deed)), doer)


def _things(verb: Token) -> Iterator[Content]:
    """Return 'a truce of 60 days' of 'agreed to it', 'agreed on it' and 'agreed it'."""
    near = [
        child(verb, "dobj"),
        *(child(c, "pobj") for c in verb.children if c.lower_ in ("to", "on", "upon")),
    ]
    for noun in (n for n in near if n is not None):
        for one in (noun, *noun.conjuncts):
            if is_plan_word(one) or one.lemma_ in listed("no_deeds") or one.pos_ not in ("NOUN", "PROPN"):
                continue
            joined = {t for c in one.children if c.dep_ in ("conj", "cc") for t in c.subtree}
            yield Content(one, tuple(trimmed([t for t in one.subtree if t not in joined], one)), None)


def _with_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
