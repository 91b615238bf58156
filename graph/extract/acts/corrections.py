"""An outlet takes back its own words: 'An earlier version of this article said that …'."""

from dataclasses import replace

from spacy.tokens import Span, Token

from ..actors.phrases import Voice
from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..sentences import child, span
from .bench import Bench
from .drafts import Draft
from .links import Link
from .verdicts import verdict_of

_TEXTS = frozenset(("version", "entry", "article", "report", "story", "headline", "post", "item", "piece"))
_EARLIER = frozenset(("earlier", "previous", "original", "first"))
_PAGES = frozenset(("article", "story", "page", "blog", "report", "post", "text", "piece"))
_ERRORS = frozenset(("mistake", "error", "wrong", "incorrect", "inaccurate", "untrue", "false", "slip"))


class Corrections(Bench):
    """Reads what an outlet says of its own text; `outlet` is the actor who publishes it."""

    outlet: str | None = None
    correcting = False

    def claim_own(self, act: Attribution) -> bool:
        """Make the outlet the speaker of what an earlier version said; say whether that is so."""
        head = next((t for t in _tokens(act.voice) if t.lemma_.lower() in _TEXTS), None)
        ours = act.voice.first.lower_ == "we" and act.voice.first == act.voice.last
        ours = ours and act.parent is None
        if self.correcting and ours and self.outlet is not None and act.act == "asserts":
            act.voice = replace(act.voice, actors=(self.outlet,))
            return bool(act.contents) and _said_shortly(act.verb.sent)
        if head is None or self.outlet is None or act.act != "asserts" or not _is_own(head):
            return False
        act.voice = replace(act.voice, actors=(self.outlet,))
        return True

    def take_back(self, act: Attribution) -> None:
        """Record that the outlet takes back what its earlier version said."""
        mine = [d for d in self.drafts if d.id in act.statements]
        claims = tuple(c for d in mine for c in d.edges.get("asserts", []))
        if not claims or self.outlet is None:
            return
        first, last = _taking_back(act.verb.sent)
        where = span(self.text, first, last)
        draft = Draft(f"s{self.next_id()}", where, (self.outlet,), confidence=0.7)
        draft.link("retracts", Link(claims, "what its own earlier version said", 0.9))
        self.drafts.append(draft)
        for claim in claims:
            self.links.remember("retracts", draft.speakers, claim, where=where)


def _is_own(noun: Token) -> bool:
    """Say whether 'version' is one of the text that is read, and an earlier one."""
    earlier = any(c.lower_ in _EARLIER for c in noun.children)
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    whole = child(of, "pobj") if of is not None else None
    this = whole is not None and any(c.lower_ in ("this", "our") for c in whole.children)
    return earlier and (whole is None or (this and whole.lemma_.lower() in _PAGES))


def _tokens(voice: Voice) -> list[Token]:
    return list(voice.first.doc[voice.first.i : voice.last.i + 1])


def _said_shortly(sentence: Span) -> bool:
    """Say whether 'It has not.' follows, which takes back what the sentence tells."""
    after = next((s for s in sentence.doc.sents if s.start == sentence.end), None)
    tokens = [t for t in after if not t.is_space and not t.is_punct] if after is not None else []
    verdict = verdict_of(Content(after.root, tuple(tokens))) if after is not None and tokens else None
    return verdict is not None and verdict.target is None


def _taking_back(sentence: Span) -> tuple[Token, Token]:
    """Return the words that take back: 'It had not', 'That was a mistake', else the sentence."""
    doc = sentence.doc
    after = next((s for s in doc.sents if s.start == sentence.end), None)
    if after is not None:
        tokens = [t for t in after if not t.is_space]
        while len(tokens) > 1 and tokens[-1].is_punct:
            tokens.pop()
        said = [child(t, "attr", "acomp") for t in tokens if t.pos_ in ("VERB", "AUX")]
        end = next((i for i, t in enumerate(tokens) if t.text == ";"), len(tokens))
        if any(s is not None and s.lemma_.lower() in _ERRORS and s in tokens[:end] for s in said):
            return tokens[0], tokens[end - 1]
        if tokens and verdict_of(Content(after.root, tuple(tokens))) is not None:
            return tokens[0], tokens[-1]
    tokens = [t for t in sentence if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    start = next((i + 1 for i, t in enumerate(tokens[:4]) if t.text == ":"), 0)
    return tokens[start], tokens[-1]
