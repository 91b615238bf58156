"""What is done once all of an article is read: chains are closed, denials linked to what comes later."""

from .denials import Denials
from .drafts import Draft


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
        answers = (c for d in self.drafts for edge, on in d.edges.items() if edge != "asserts" for c in on)
        self.claims.forget_shares({*answers})
        return self.drafts
