"""Cues whose words have no verb: 'Not so, says X', 'X said: "No."'."""

from spacy.tokens import Token

from ..claims.claimwords import listed_words, says_no
from ..lexicon import verb_act
from ..sentences import in_quotes
from .contents import Content, trimmed

_OPEN = frozenset((":", ",", '"'))


def short_answer(cue: Token) -> Content | None:
    """Return the 'Not so' before or the 'No' after a verb of saying, if its sentence says no more."""
    tokens = [t for t in cue.sent if not t.is_space and t.text != '"']
    before = [t for t in tokens if t.i < cue.i]
    comma = next((i for i, t in enumerate(before) if t.text == ","), None)
    stop = next((i for i, t in enumerate(tokens) if t.i > cue.i and t.text in (":", ",")), None)
    for run in (before[:comma] if comma is not None else [], tokens[stop + 1 :] if stop is not None else []):
        while run and run[-1].is_punct:
            run = run[:-1]
        said = " ".join(t.lower_ for t in run if not t.is_punct)
        if run and (says_no(said) or said in listed_words("yeses")):
            root = next((t for t in run if t.head not in run), run[0])
            return Content(root, tuple(run))
    return None


def opening_answer(cue: Token) -> tuple[list[Content], Token] | None:
    """Return what is said and by whom in 'Rubbish, say the unions: nobody was paid', however parsed."""
    first = next((t for t in cue.sent if not t.is_space), cue)
    if first.i + 2 != cue.i or first.nbor().text != "," or verb_act(cue.lemma_) != "asserts":
        return None
    if first.lower_ not in listed_words("noes") | listed_words("untrue") or in_quotes(first):
        return None
    noun = next((t for t in cue.doc[cue.i + 1 : cue.sent.end] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    while noun is not None and noun.dep_ in ("compound", "poss") and cue.i < noun.i < noun.head.i:
        noun = noun.head
    if noun is None or any(t.is_punct for t in cue.doc[cue.i : noun.i]):
        return None
    said = [Content(first, (first,))]
    colon = next((t for t in cue.doc[noun.i : cue.sent.end] if t.text == ":"), None)
    rest = [t for t in cue.sent if colon is not None and t.i > colon.i]
    root = next((t for t in rest if t.pos_ in ("VERB", "AUX") and t.head not in rest), None)
    if root is not None and (tokens := trimmed(rest, root)):
        said.append(Content(root, tuple(tokens)))
    return said, noun
