"""Denials of a clause: of the claim of others that says the same, if there is one, now or later."""

from ...models import Act
from ..attribution.contents import Content
from ..claims.claims import Claim
from ..claims.sameness import alike, rivals
from .bench import Bench
from .drafts import Draft
from .limits import qualification_of

_SAME = 0.75


class Denials(Bench):
    """Finds whose claim a clause repeats or denies."""

    def deny(
        self,
        draft: Draft,
        edge: Act,
        claim: Claim,
        before: int,
        content: Content,
        speakers: tuple[str, ...],
        cue: str = "",
    ) -> None:
        """Deny or question a claim: that of others which says the same, if there is one."""
        if found := qualification_of(content):
            draft.qualification = self.text[slice(*found)]
        known = self.links.counterpart(claim, speakers)
        if known is None:
            draft.point(edge, claim.id)
        else:
            other, link = known
            if claim.number > before and other.id != claim.id:
                self.claims.discard(claim, before)
            claim = other
            draft.link(edge, link)
        self.links.remember(edge, speakers, claim.id, cue, where=draft.span)

    def same(self, claim: Claim, before: int) -> Claim:
        """Return an earlier claim that says the same in nearly the same words, else the claim itself."""
        frame = claim.frame
        if claim.number <= before or frame is None or frame.agent is None or frame.patient is None:
            return claim
        for other in self.claims.index.shaped(claim.text, frame):
            if other.number > before or other.parts or rivals(claim.text, other.text):
                continue
            if not claim.parts and alike(claim.text, other.text) >= _SAME:
                self.claims.discard(claim, before)
                return other
        return claim

    def look_ahead(self, draft: Draft) -> None:
        """Link a denial to what somebody asserts only later in the article."""
        for index, id_ in enumerate(draft.edges.get("denies", [])):
            if draft.link_basis or id_ not in self.claims.all:
                continue
            later = self.links.counterpart(self.claims.all[id_], draft.speakers)
            if later is not None:
                other, link = later
                draft.edges["denies"][index] = other.id
                draft.link_basis, draft.link_confidence = link.basis, link.confidence
