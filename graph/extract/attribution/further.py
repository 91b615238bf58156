"""The sentences of a quotation beside the one that says whose it is: "'It leaks. We knew,' Poe said"."""

from collections.abc import Callable

from spacy.tokens import Span, Token

from ..actors.phrases import Phrases, Voice
from ..lexicon import words
from .attributions import Attribution
from .contents import Content
from .cueforms import act_of, by_frame, cue_of
from .found import Found
from .noacts import no_act
from .unsaid import unsaid, withheld


class Further:
    """Gives the whole sentences of a paragraph's quotations to whom their cue, in another sentence, names."""

    def __init__(self, layer: dict[Token, Found], phrases: Phrases) -> None:
        self.phrases = phrases
        self.quoting = [f for f in layer.values() if f.direct and f.kind == "speech" and f.source is not None]
        self.made: dict[Token, Attribution] = {}

    def heard(self, acts: list[Attribution]) -> None:
        """Remember the acts of a sentence: what goes on after it is by the same speaker."""
        self.made |= {act.verb: act for act in acts}

    def of(self, sentence: Span, contents: Callable[[Span], list[Content]]) -> Attribution | None:
        """Return the act that a sentence is which stands in a quotation, and whose cue is elsewhere."""
        found = self._holding(sentence)
        voice = self._voice(found, sentence) if found is not None else None
        if found is None or voice is None:
            return None
        return Attribution(
            "asserts", cue_of(found.word), voice, contents(sentence), found.word, confidence=0.7
        )

    def _holding(self, sentence: Span) -> Found | None:
        said = {t.i for t in sentence if t.is_alpha or t.is_digit}
        root = sentence.root
        if not said or root.pos_ not in ("VERB", "AUX") or sentence.text.rstrip(' "').endswith("?"):
            return None
        if root.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in root.children):
            return None  # 'To stop it.' answers a question that was asked before
        return next((f for f in self.quoting if said <= f.content[0][1] and _on_end(f, sentence)), None)

    def _voice(self, found: Found, sentence: Span) -> Voice | None:
        """Return who speaks: the speaker of the act that was made by the cue, or that it will make."""
        word, source = found.word, found.source
        if word in self.made:
            return self.made[word].voice
        if source is None or word.sent.text.rstrip().endswith("?"):
            return None
        if act_of(word) is None and by_frame(found) is None:
            return None
        if word.lemma_ in words("naming") or no_act(word, self.phrases) or withheld(word) or unsaid(word):
            return None
        found.voice = found.voice or self.phrases.voice(source.head, loose=True)
        return found.voice


def _on_end(found: Found, sentence: Span) -> bool:
    """Say whether nothing but the quotation stands between the sentence of its cue and another of its own."""
    own = found.word.sent
    first, last = (own.end, sentence.start) if own.start < sentence.start else (sentence.end, own.start)
    between = (t for t in sentence.doc[first:last] if t.is_alpha or t.is_digit)
    return own.start != sentence.start and all(t.i in found.content[0][1] for t in between)
