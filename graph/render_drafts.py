"""Drafts of a plan as text for people: the steps between them, two of them side by side."""

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from .answers import Followed, PlanDiff, PlanVersions, ProvisionPair, ProvisionText
from .citing import quoted
from .drafts import Relation

COLOURS: dict[Relation, str] = {
    "kept": "dim", "amount": "yellow", "reworded": "yellow", "split": "cyan", "merged": "cyan",
    "dropped": "red", "added": "green",
}  # fmt: skip


def drafts(found: PlanVersions) -> Table:
    """Return the drafts of a plan, oldest first, each with what it made of the draft before."""
    steps = {step.new: counted(step.counts) for step in found.steps}
    table = Table("draft", "date", "provisions", "against the one before", title=Text(found.plan.name))
    for draft in found.drafts:
        told = steps.get(draft.id, "") if draft.provisions else "known by its name only"
        date = draft.dated or draft.published or ""
        name = f"{draft.name} ({draft.id})"
        table.add_row(*map(Text, (name, date, str(draft.provisions), told)))
    return table


def counted(counts: Mapping[Relation, int]) -> str:
    """Return how many pairs there are of each relation, in the order in which COLOURS has them."""
    return ", ".join(f"{counts[name]} {name}" for name in COLOURS if name in counts)


def diff(found: PlanDiff) -> Table:
    """Return two drafts side by side: `[-words-]` are only in the older, `{+words+}` only in the newer."""
    title = f"{found.plan.name}: {found.old.name} → {found.new.name}"
    table = Table("", found.old.name, found.new.name, title=title, title_justify="left", show_lines=True)
    for pair in found.pairs:
        table.add_row(
            _relation(pair), _side(pair.old, "[-", "-]", "red"), _side(pair.new, "{+", "+}", "green")
        )
    return table


def stances(found: list[Followed]) -> Table:
    """Return the stances that were followed: the words, and what each later draft made of them."""
    table = Table("actor", "stance", "provision", "words", title="Stances", title_justify="left")
    table.add_column("later", no_wrap=True)
    for each in found:
        later = "\n".join(
            f"{fate.version.rpartition(':')[2]}: {fate.status}{f' ({fate.step})' if fate.step else ''}"
            for fate in each.fates
        )
        said = each.stance
        words = f"{quoted(said.words)} ({said.document}, {said.published or 'no date'})"
        table.add_row(*map(Text, (said.actor, said.stance, each.term, words, later or "current")))
    return table


def _relation(pair: ProvisionPair) -> Text:
    values = f"\n{pair.old_value} → {pair.new_value}" if pair.old_value else ""
    sure = "judged" if pair.judgement else f"{pair.confidence:.2f}"
    return Text.assemble((pair.relation, COLOURS[pair.relation]), values, (f"\n{sure}", "dim"))


def _side(side: list[ProvisionText], left: str, right: str, colour: str) -> Text:
    return Text("\n").join(_provision(each, left, right, colour) for each in side)


def _provision(told: ProvisionText, left: str, right: str, colour: str) -> Text:
    number = f"{told.number}. " if told.number else ""
    parts = [(f"{left}{w.text}{right}", colour) if w.changed else w.text for w in told.words]
    return Text.assemble(number, *parts, (f"\n{told.id}", "dim"))
