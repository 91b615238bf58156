"""What every statement needs: the article, its claims so far, and the drafts."""

from typing import Literal

from spacy.tokens import Token

from ... import models
from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..attribution.attributions import Attribution
from ..claims.claims import Claims
from ..claims.render import Writer
from ..lexicon import words
from ..sentences import in_quotes, span
from ..terms.plans import Plans
from ..terms.terms import Terms
from ..times.dates import Calendar
from ..times.when import When
from .asking import Asked
from .drafts import Act, Draft
from .limits import partly
from .links import Links
from .memory import Link
from .stood import Stood


class Bench:
    """Holds the statements of an article while they are made."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        plans: Plans,
        phrases: Phrases,
        terms: Terms,
        calendar: Calendar,
    ) -> None:
        self.text, self.cast, self.plans, self.phrases = text, cast, plans, phrases
        self.terms = terms
        self.writer = Writer(cast, plans, phrases)
        self.claims = Claims(cast, plans, self.writer)
        self.links = Links(cast, self.claims, phrases)
        self.drafts: list[Draft] = []
        self.omissions: list[models.Omission] = []
        self.when = When(text, calendar)
        self.questions: list[tuple[int, Asked]] = []
        self.stood: list[Stood] = []
        # Words that are denied: nobody who is said to speak in them is known to have spoken.
        self.closed: set[Token] = set()
        self._count = 0

    def omit(self, reason: str, first: Token, last: Token | None = None) -> None:
        """Record what was seen and not understood."""
        self.omissions.append(
            models.Omission(reason=reason, span=span(self.text, first, last if last is not None else first))
        )

    def aim(self, draft: Draft, edge: Act, link: Link, speakers: tuple[str, ...]) -> None:
        """Point a statement at the claims that were found for it, and remember who did that to them."""
        draft.link(edge, link)
        for claim in link.claims:
            self.links.remember(edge, speakers, claim, where=draft.span)

    def next_id(self) -> int:
        """Return the number of the next statement."""
        self._count += 1
        return self._count

    def draft(self, act: Attribution, first: Token, last: Token) -> Draft:
        """Begin the statement of an act whose words go from one token to another."""
        certainty = (
            "rumoured" if act.rumoured else ("hedged" if act.verb.lemma_ in words("hedges") else "plain")
        )
        parent = act.parent
        draft = Draft(
            f"s{self.next_id()}",
            span(self.text, first, last),
            act.voice.actors,
            cue=None if act.bare else span(self.text, *act.cue),
            mode="direct" if act.own else _mode(first, last),
            speaker_span=span(self.text, act.voice.first, act.voice.last) if act.named else None,
            said=self.when.said(act),
            certainty=certainty,
            confidence=act.confidence,
        )
        if parent is not None:
            draft.reported_by = self._outer(act, parent)
        if any(n.endswith(("reports", "rumours", "rumors")) for n in act.voice.actors):
            draft.certainty = "rumoured"
        self.drafts.append(draft)
        act.statements.append(draft.id)
        return draft

    def partly(self, *verbs: Token) -> str | None:
        """Return the words by which a verb judges a part only: 'in parts' of 'was baseless in parts'."""
        found = next((narrow for verb in verbs if (narrow := partly(verb))), None)
        return span(self.text, *found).exact if found else None

    def _outer(self, act: Attribution, parent: Attribution) -> str | None:
        for content, statement in zip(parent.contents, parent.statements, strict=False):
            if act.verb in content.tokens:
                return statement
        return parent.statements[0] if parent.statements else None

    def drop(self, draft: Draft, act: Attribution) -> None:
        """Give up a statement that came to nothing."""
        if self.drafts[-1] is draft:
            self.drafts.pop()
        else:
            self.drafts.remove(draft)
        act.statements.remove(draft.id)


def _mode(first: Token, last: Token) -> Literal["direct", "indirect", "mixed"]:
    words_ = first.doc[first.i : last.i + 1]
    if in_quotes(first) and in_quotes(last):
        return "mixed" if '"' in words_.text else "direct"
    return "mixed" if '"' in words_.text else "indirect"
