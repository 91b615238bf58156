"""Who says what by a noun: 'reports that', 'the claim by Poe that', "Poe's denial of"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ...models import Act
from ..actors.phrases import Phrases
from ..afterthoughts import opens
from ..lexicon import verb_act, words
from ..sentences import child
from .act import Attribution, Missed
from .clauses import roots, that_clause
from .contents import contents_of
from .denying import is_rebuffed
from .hearsay import hearsay, told_here
from .unsaid import unsaid


def said_by_noun(noun: Token, act: Act, phrases: Phrases) -> Iterator[Attribution | Missed]:
    """Yield what a noun of saying tells with its clause, if nothing above it does."""
    if _vessel(noun):
        return
    outer = verb_act(noun.head.lemma_) if noun.dep_ in ("dobj", "pobj") else None
    if (
        outer is not None
        and noun.head.pos_ == "VERB"
        and (act != "denies" or outer in ("asserts", "retracts"))
    ):
        return
    if (that_clause(noun) is None and (told_here(noun) is None)) or is_rebuffed(noun) or opens(noun):
        return
    if any(c.lower_ == "no" for c in noun.children) or (act == "denies" and noun.dep_ == "ROOT"):
        yield Missed(noun, f"no '{noun.text}' is made here that is understood", voids=True)
        return
    by = next((child(c, "pobj") for c in noun.children if c.lower_ in ("by", "from", "of")), None)
    owner = child(noun, "poss") or by or _maker(noun)
    rumoured = noun.lemma_.lower() in words("rumours")
    voice = phrases.voice(owner if owner is not None else noun, loose=rumoured)
    contents = [c for c in contents_of(noun) if c.root.tag_ != "VBG" or c.root.dep_ != "acl"]
    if voice is None and owner is None and (voice := hearsay(noun, phrases)) is not None:
        rumoured = True
        contents = (told_here(noun) or contents) if that_clause(noun) is None else contents
    if voice is None or not contents:
        yield Missed(noun, f"nobody that is understood is the source of the '{noun.text}'")
        return
    yield Attribution(act, (noun, noun), voice, contents, noun, rumoured=rumoured, confidence=0.7)


def _maker(noun: Token) -> Token | None:
    """Return 'Poe' of 'Poe had made claims that P'."""
    makes = noun.dep_ == "dobj" and noun.head.lemma_ in _MAKES
    return child(noun.head, "nsubj") if makes and unsaid(noun.head) is None else None


_MAKES = frozenset(("make", "issue", "repeat", "renew", "level"))


def _vessel(noun: Token) -> bool:
    """'She wrote in a statement that P': the verb tells whose words the statement holds."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else None
    clause = that_clause(noun)
    return verb is not None and verb.pos_ == "VERB" and clause is not None and clause in roots(verb)
