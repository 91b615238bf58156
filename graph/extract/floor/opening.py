"""The 'No' that opens an answer: 'No, the port is open' answers and tells."""

from spacy.tokens import Span

from ..acts.verdicts import verdict_of
from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..sentences import ANSWERS
from .floor import Floor
from .holding import attribution


def opening(sentence: Span, floor: Floor, acts: list[Attribution]) -> Attribution | None:
    """Return the answer that a word gives before a clause, unless the clause itself answers."""
    tokens = [t for t in sentence if not t.is_space]
    if floor.kind != "turn" or len(tokens) < 4 or tokens[0].i > sentence.doc[0].i + 1:
        return None
    if tokens[0].lower_ not in ANSWERS or not tokens[1].is_punct:
        return None
    for act in acts:
        if act.act != "asserts" or any(verdict_of(c) is not None for c in act.contents):
            return None
    return attribution(Content(tokens[0], (tokens[0],)), floor)
