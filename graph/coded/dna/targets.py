"""Concepts of a study as what statements bear on: claims, or terms of a plan."""

from dataclasses import dataclass, field
from itertools import takewhile

from ...models import ACTS, Act, Claim, Plan, PlanVersion, Term, slug
from ...project import claim_id, normalised
from .children import above
from .database import RowError
from .entities import OWN_KIND, OWN_TEXT, Entities, Entity

AGREEING: tuple[Act, ...] = ("asserts", "supports", "demands", "accepts_if")
_OF_CLAIMS_ONLY = ("asserts", "denies", "questions", "retracts")


@dataclass
class Targets:
    """The claims, terms and plans of one document, as its statements name them."""

    entities: Entities
    claims: dict[str, Claim] = field(default_factory=dict[str, Claim])
    terms: dict[str, Term] = field(default_factory=dict[str, Term])
    plans: dict[str, Plan] = field(default_factory=dict[str, Plan])
    versions: dict[str, PlanVersion] = field(default_factory=dict[str, PlanVersion])

    def add(self, concept: Entity) -> str:
        """Take a concept, with all that it is a part of, and return its id in this document."""
        kind = concept.attributes.get(OWN_KIND)
        if kind in ("Term", "Plan", "PlanVersion"):
            return self._of_plan(concept, kind)
        return self._term(concept) if self.entities.coding.mapping.target == "term" else self._claim(concept)

    def act(self, target: str, agrees: bool, given: str | None) -> Act:
        """Return what a statement does to a target; `given` is the act that a file of ours names."""
        claimed = target in self.claims
        for act in ACTS:
            if act == given and (act in AGREEING) == agrees and (claimed or act not in _OF_CLAIMS_ONLY):
                return act
        mapping = self.entities.coding.mapping
        if claimed == (mapping.target == "claim"):
            return self.entities.coding.acts[not agrees]
        return "supports" if agrees else "rejects"

    def _claim(self, concept: Entity) -> str:
        if not normalised(concept.value):
            raise RowError(concept.where, f"{concept.value!r} says nothing")
        line = [concept, *takewhile(lambda one: normalised(one.value), above(self.entities, concept))]
        ids = [f"claim:{claim_id(entity.value)}" for entity in line]
        for id_, entity, part_of in zip(ids, line, [*ids[1:], None], strict=True):
            self.claims.setdefault(id_, Claim(id=id_, text=entity.value, part_of=part_of))
        return ids[0]

    def _term(self, concept: Entity) -> str:
        name = self.entities.coding.mapping.plan or ""
        plan = slug(name) or "plan"
        id_ = f"{plan}:{self.entities.id_of(concept)[0]}"
        self.plans.setdefault(plan, Plan(id=plan, name=name))
        self.terms.setdefault(id_, Term(id=id_, part_of=plan, name=concept.value, text=concept.value))
        return id_

    def _of_plan(self, concept: Entity, kind: str) -> str:
        """Take a term, a plan or a draft from a file that we wrote: ChildOf says what it is a part of."""
        id_ = self.entities.id_of(concept)[0]
        if kind == "Plan":
            self.plans.setdefault(id_, Plan(id=id_, name=concept.value))
            return id_
        parent = self.entities.get(concept.parent) if concept.parent is not None else None
        kind_above = parent.attributes.get(OWN_KIND) if parent else None
        if parent is None or kind_above not in (
            ("Plan",) if kind == "PlanVersion" else ("Plan", "PlanVersion")
        ):
            raise RowError(concept.where, f"is a {kind} and no child of a plan")
        whole = self._of_plan(parent, str(kind_above))
        if kind == "PlanVersion":
            self.versions.setdefault(id_, PlanVersion(id=id_, plan=whole, name=concept.value))
        else:
            words = concept.attributes.get(OWN_TEXT) or concept.value
            self.terms.setdefault(id_, Term(id=id_, part_of=whole, name=concept.value, text=words))
        return id_


def given_act(entities: Entities, entity: object) -> str | None:
    """Return the act that a file of ours names by an entity."""
    found = entities.get(entity) if isinstance(entity, int) else None
    return found.value if found else None
