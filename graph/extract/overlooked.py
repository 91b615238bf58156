"""Acts of saying that the grammar sees and of which nothing was made: nobody should lose words unheard."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from .acts.bench import Bench
from .attribution.cueforms import act_of
from .attribution.found import Found
from .attribution.noacts import no_act
from .attribution.unsaid import unsaid
from .sentences import position

Stretch = tuple[int, int]


class Overlooked:
    """Holds an act of saying of a paragraph against what was made of the paragraph since this was created."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._drafts, self._omissions = len(bench.drafts), len(bench.omissions)

    def tell(self, layer: Iterable[Found]) -> None:
        """Record as not understood each act that left neither statement nor omission.

        What stands within the words of another act is left to that act.
        """
        told = list(self._told())
        here = [one for one in layer if one.kind == "speech" and one.source is not None]
        within = {i for one in here for i in one.content[0][1]}
        for one in here:
            if act_of(one.word) is None or one.word.i in within or self._no_act(one):
                continue
            if not any(_meet(a, b) for a in _stretches(one) for b in told):
                first, last = one.doc[one.cue[0]], one.doc[one.cue[-1]]
                self._bench.omit(unsaid(one.word) or _why(one, first, last), first, last)

    def _no_act(self, one: Found) -> bool:
        unnamed = any(root.lemma_ in ("name", "identify", "quote") for root in one.roots)
        return no_act(one.word, self._bench.phrases) or (one.word.lemma_ == "ask" and unnamed)

    def _told(self) -> Iterator[Stretch]:
        for draft in self._bench.drafts[self._drafts :]:
            yield draft.span.start, draft.span.end
            if draft.cue is not None:
                yield draft.cue.start, draft.cue.end
        for omission in self._bench.omissions[self._omissions :]:
            yield omission.span.start, omission.span.end


def _why(one: Found, first: Token, last: Token) -> str:
    if one.roots and all(root.pos_ in ("NOUN", "PROPN") for root in one.roots):
        return f"what was '{one.word.text}' is a noun, not a clause"
    return f"what '{one.doc[first.i : last.i + 1].text}' tells was not read"


def _stretches(one: Found) -> Iterator[Stretch]:
    for doc, tokens in ((one.doc, frozenset(one.cue)), *one.content):
        first, last = doc[min(tokens)], doc[max(tokens)]
        yield position(first), position(last) + len(last.text)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
