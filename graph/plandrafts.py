"""Adding the draft of a plan: its file read as provisions, under the ids that the graph knows already."""

from pathlib import Path

from .ask.filters import require_dates
from .check import require_slug
from .drafts.tokens import key
from .errors import InputError, ReadError
from .extract.plantext import DraftOf, annotate_draft
from .models import Annotation, Plan, PlanVersion, slug
from .read import read_article
from .read.article import require_article
from .settings import Settings
from .store import Row, Store


def read_draft(
    path: Path,
    settings: Settings,
    store: Store,
    *,
    plan: str,
    draft: str,
    plan_name: str | None = None,
    dated: str | None = None,
    publisher: str | None = None,
) -> Annotation:
    """Return a file as a draft of a plan, each provision verbatim; nothing is stored.

    A draft that the graph knows by this name, and provisions of it with the same text, keep their ids.
    ReadError when no provision is found; InputError when the graph knows the plan or draft otherwise.
    """
    require_article(path)
    require_dates(dated)
    of = draft_of(store, plan=plan, draft=draft, plan_name=plan_name, dated=dated, publisher=publisher)
    found = annotate_draft(read_article(path), of, settings)
    if not found.terms:
        raise ReadError(
            f"{path}: no provision found: neither a numbered list nor sentences that lay something down"
        )
    return found


def draft_of(
    store: Store, *, plan: str, draft: str, plan_name: str | None, dated: str | None, publisher: str | None
) -> DraftOf:
    """Return what a text is to be read as, joined to what the graph knows of the plan and of the draft."""
    require_slug(plan, "a plan", "halm-accord")
    known = {row["id"]: row for row in store.read("plan", plan=plan)}
    name = known[plan]["name"] if plan in known else plan_name or plan.replace("-", " ").capitalize()
    if plan_name and plan_name != name:
        raise InputError(f"{plan!r} is known as {name!r}: leave --plan-name out, or give another id")
    version = _version(store, plan, draft.strip(), dated)
    rows = store.read("version_terms", versions=[version.id], filter={})
    provisions = {key(row["text"]): row["id"] for row in rows}
    return DraftOf(Plan(id=plan, name=name), version, publisher, provisions)


def _version(store: Store, plan: str, draft: str, dated: str | None) -> PlanVersion:
    """Return the draft of this name, or this id, as the graph has it; else a new one."""
    if not slug(draft):
        raise InputError("name the draft, such as 'second draft'")
    own = f"{plan}:{slug(draft)}"
    rows = store.read("plan_versions", plan=plan, filter={})
    row = next(
        (r for r in rows if draft.casefold() in (r["name"].casefold(), r["id"]) or r["id"] == own), None
    )
    if row is None:
        return PlanVersion(id=own, plan=plan, name=draft, dated=dated)
    _require_same_date(row, dated)
    return PlanVersion(id=row["id"], plan=plan, name=row["name"], dated=row["dated"] or dated)


def _require_same_date(row: Row, dated: str | None) -> None:
    if dated and row["dated"] and dated != row["dated"]:
        raise InputError(f"the {row['name']} is known already, of {row['dated']}: give another name")
