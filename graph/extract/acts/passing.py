"""What is told only to have been said: chains of sources."""

from dataclasses import replace

from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..claims.propositions import Propositions
from ..sentences import quote
from .drafts import Draft

_OURS = frozenset(("i", "we", "our", "my", "us"))


class Passing(Propositions):
    """Makes the outer statement of a chain: it asserts that the inner one was made, never its content."""

    def quoted(self, draft: Draft, act: Attribution, content: Content, acts: list[Attribution]) -> None:
        """'The Ledger quoted an aide as saying that P' tells that the aide said P, once that is read."""
        inner = next((a for a in acts if a.parent is act), None)
        written = self._write(act, content)
        if inner is None or written.negated or written.unclear:
            self.drop(draft, act)
            return
        said = (
            written.text[:1].lower() + written.text[1:] if content.first.text[0].islower() else written.text
        )
        claim = self.claims.add(f"{self.writer.called(inner.voice.actors)} said that {said}", written.about)
        claim.about.update(inner.voice.actors)
        draft.point("asserts", claim.id)

    def vouch(self, draft: Draft, act: Attribution, content: Content, acts: list[Attribution]) -> None:
        """What the outer speaker asserts is that the inner one said so, not what was said."""
        for inner in (a for a in acts if a.parent is act):
            for said in (c for c in inner.contents if any(t.lower_ in _OURS for t in c.tokens)):
                quote(said.tokens, inner.voice.actors)
        written = self._write(act, content)
        if written.negated:  # 'declared that it did not recognise the statement': that it did not
            written = self._write(replace(act, act="demands"), content)
        claim = self.claims.add_clause(content, written, act.voice.actors)
        draft.vouched, draft.whole = claim.id, not (written.negated or written.unclear)
        if not act.bare and not thrown_in(act, content):
            self.links.remember("asserts", act.voice.actors, claim.id, where=draft.span)


def thrown_in(act: Attribution, content: Content) -> bool:
    """'He added that it had left, the Post reported': the Post claims nothing that he would deny."""
    return act.verb.i > content.last.i
