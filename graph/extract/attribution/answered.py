"""Cues whose words have no verb: 'Not so, says X', 'X said: "No."'."""

from spacy.tokens import Token

from ..claims.claimwords import listed_words, says_no
from .contents import Content

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
