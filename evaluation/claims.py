"""What one annotation makes of its claims: who asserts, who denies, and which parts are denied.

The definitions are those of `who_disputes` in cypher/claims.cypher, within one document.
"""

from typing import Literal

from graph.models import Annotation, Statement

Status = Literal["denied", "implied", "unanswered"]


class Claims:
    """The claims of an annotation and the live statements on them."""

    def __init__(self, annotation: Annotation) -> None:
        self.statements = annotation.statements
        self.whole = {c.id: c.part_of for c in annotation.claims}
        self.text = {c.id: c.text for c in annotation.claims}
        self.parts = [c.id for c in annotation.claims if c.part_of]

    def above(self, claim: str) -> set[str]:
        """Return the larger claims that hold `claim`."""
        larger: set[str] = set()
        at = self.whole.get(claim)
        while at is not None and at not in larger:
            larger.add(at)
            at = self.whole.get(at)
        return larger

    def related(self, one: str, other: str) -> bool:
        """Say whether two claims are the same, or one holds the other."""
        return one == other or one in self.above(other) or other in self.above(one)

    def live(self, statement: Statement, claim: str) -> bool:
        """Say whether some speaker of a statement has not taken `claim` back further on."""
        larger = {claim} | self.above(claim)
        back = {
            who
            for s in self.statements
            if larger & set(s.retracts) and s.span.start > statement.span.start
            for who in s.speakers
        }
        return bool(set(statement.speakers) - back)

    def asserters(self, denial: Statement) -> set[str]:
        """Return the live statements, by others, that assert what `denial` denies, its whole or its part."""
        return {
            s.id
            for s in self.statements
            if set(s.speakers) != set(denial.speakers)
            and any(
                self.related(a, d) and self.live(s, a) and self.live(denial, d)
                for a in s.asserts
                for d in denial.denies
            )
        }

    def disputes(self) -> set[tuple[str, str]]:
        """Return every pair of an asserting statement and one that denies the same claim, whole or part."""
        return {(a, s.id) for s in self.statements if s.denies for a in self.asserters(s)}

    def status(self, part: str) -> Status:
        """Return whether a denial addresses `part`, only a larger claim that holds it, or neither."""
        denied = {d for s in self.statements for d in s.denies if self.live(s, d)}
        if part in denied:
            return "denied"
        return "implied" if denied & self.above(part) else "unanswered"
