"""What is done once all of an article is read: chains are closed, denials linked to what comes later."""

from itertools import pairwise

from .denials import Denials
from .drafts import Draft

_NEAR = 40
"""How many letters at most part a denial from what explains it, in one sentence."""
_GUESSED = (
    "claimed by those named", "claimed by those named, about who denies it",
    "the latest claims about who denies it", "the claim just before",
)  # fmt: skip


class Ending(Denials):
    """Ends the statements of an article."""

    def finish(self) -> list[Draft]:
        """Let outer statements assert that the inner ones were made, and link denials to later claims."""
        by_id = {d.id: d for d in self.drafts}
        hollow = {d.id for d in self.drafts if not d.does}
        for draft in reversed(self.drafts):
            outer = by_id.get(draft.reported_by or "")
            if outer is not None and outer.id in hollow and outer.vouched:
                outer.point("asserts", outer.vouched)
        passed_on = {d.reported_by for d in self.drafts}
        for draft in self.drafts:
            if draft.id in hollow - passed_on and draft.vouched and draft.whole:
                draft.point("asserts", draft.vouched)  # what was told to be said inside is no act
            self.look_ahead(draft)
        self.drafts = [d for d in self.drafts if d.does]
        for denial, after in pairwise(self.drafts):
            self._explained(denial, after)
        answers = (c for d in self.drafts for edge, on in d.edges.items() if edge != "asserts" for c in on)
        self.claims.forget_shares({*answers})
        return self.drafts

    def _explained(self, denial: Draft, after: Draft) -> None:
        """'Rejected the statement, saying that no letter had come' is of that which tells of a letter."""
        told, meant = denial.edges.get("denies", []), after.edges.get("denies", [])
        near = 0 <= after.span.start - denial.span.end <= _NEAR and denial.speakers == after.speakers
        if not near or denial.link_basis not in _GUESSED or not after.link_basis or not told or told == meant:
            return
        if all(self.links.made_by(c) & self.links.made_by(told[0]) for c in meant):
            denial.edges["denies"] = list(meant)
            denial.link_basis = "told by what who denies it says next"
