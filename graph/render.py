"""Answers as text for people: the terminal's tables, and the lines that ingest prints."""

from collections.abc import Iterable
from itertools import zip_longest

from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from .answers import ActorAnswer, Dispute, Evidence, Hit, TermAnswer
from .citing import quoted
from .ingest import Report

MARKS = {"denied": "red", "implied": "yellow", "unanswered": "dim"}


def disputes(console: Console, found: Iterable[Dispute]) -> None:
    """Print each claim with both camps, its parts, and the words that prove them."""
    for dispute in found:
        body = Group(
            Text(f"{dispute.claim}.", style="bold"),
            *_camp("Claimed by", dispute.asserting, "nobody in the graph"),
            *_camp("Denied by", dispute.denying, "nobody"),
            *_parts(dispute),
        )
        flag = " · anonymous sources only" if dispute.anonymous_only else ""
        title = f"{dispute.status}{flag} · {dispute.id}"
        console.print(Panel(body, title=title, title_align="left"))


def _camp(label: str, side: list[Evidence], nobody: str) -> list[Text]:
    if not side:
        return [Text.assemble((f"{label}: ", "bold"), nobody)]
    lines = [Text(f"{label}:", style="bold")]
    for item in side:
        lines += [Text(f"  {speakers(item)}{_via(item)}"), _words(item)]
    return lines


def _words(item: Evidence) -> Text:
    """The words, with what narrows them, and where they stand."""
    notes = _notes(item)
    where = f"{source(item)}, {item.start}–{item.end}"
    note = f" ({'; '.join(notes)})" if notes else ""
    cue = f"{' '.join(item.cue.split())} " if item.cue else ""
    return Text.assemble(
        "    ", (cue, "dim"), (quoted(item.exact), "italic"), note, (f"\n      {where}", "dim")
    )


def _notes(item: Evidence) -> list[str]:
    """What keeps a statement from being taken as it stands."""
    notes = [f"only: {item.qualification}"] if item.qualification else []
    notes += [f"if: {item.condition}"] if item.condition else []
    notes += ["the writer's inference"] if item.inference else []
    notes += [item.certainty] if item.certainty != "plain" else []
    notes += [f"linked: {item.link_basis}"] if item.link_basis else []
    return [*notes, "rejected in review"] if item.review == "rejected" else notes


def speakers(item: Evidence) -> str:
    """Return the speakers' names, joined."""
    return ", ".join(speaker.name for speaker in item.speakers)


def source(item: Evidence) -> str:
    """Return where a statement stands: outlet or file, and date."""
    document = item.document
    parts = (document.publisher or document.source or document.title, document.published)
    return ", ".join(part for part in parts if part)


def _via(item: Evidence) -> str:
    return f", through {' ← '.join(hop.name for hop in item.chain)}" if item.chain else ""


def _parts(dispute: Dispute) -> list[Text]:
    if not dispute.parts:
        return []
    lines = [Text("Part by part:", style="bold")]
    for part in dispute.parts:
        why = " by the denial of the whole" if part.implied_from == dispute.id else ""
        lines.append(Text.assemble("  ", (part.status, MARKS[part.status]), f"{why}: {part.text}"))
    return lines


def actor(console: Console, found: ActorAnswer) -> None:
    """Print one actor and all that it said."""
    posts = "; ".join(
        f"{role.post} ({role.organization})" if role.organization else role.post for role in found.roles
    )
    console.print(f"[bold]{escape(found.name)}[/] · {found.kind}{' · ' + escape(posts) if posts else ''}")
    names = [*found.aliases, *(f"{name} (misspelt)" for name in found.misspellings)]
    if names:
        console.print(f"also: {escape(', '.join(names))}")
    console.print(statements(found.statements))


def term(console: Console, found: TermAnswer) -> None:
    """Print one term, the stances on it, and all that is said of it."""
    console.print(f"[bold]{escape(found.name)}[/]: {escape(found.text)}")
    if found.binds:
        console.print(f"binds: {escape(', '.join(b.name for b in found.binds))}")
    for label in ("deadline", "exception", "place"):
        if words := getattr(found, label):
            console.print(f"{label}: {escape(words)}")
    if found.other_values:
        console.print(f"other values: {escape('; '.join(found.other_values))}", style="yellow")
    table = Table("actor", "stance", "on", "words", title="Stances, from own words", title_justify="left")
    for stance in found.stances:
        table.add_row(*map(escape, (stance.actor, stance.stance, stance.target, stance.words)))
    console.print(table if found.stances else "No actor takes a stance on it in its own words.")
    console.print(statements(found.statements))


def statements(found: Iterable[Evidence]) -> Table:
    """Return statements as a table: who, what act on what, the words, where."""
    table = Table("speaker", "act", "words", "where", show_lines=True)
    for item in found:
        acts = "\n".join(
            [
                *(f"{deed.act}: {deed.text}" for deed in item.acts),
                *_unlinked(item),
                *(f"({note})" for note in _notes(item)),
            ]
        )
        table.add_row(*map(escape, (speakers(item) + _via(item), acts, item.exact, source(item))))
    return table


def _unlinked(item: Evidence) -> list[str]:
    """What a statement does to a claim that could not be identified, unless it was linked to one."""
    if any(deed.kind == "Claim" and deed.act == item.unlinked for deed in item.acts):
        return []
    whose = f" by {', '.join(actor.name for actor in item.refers_to)}" if item.refers_to else ""
    return [f"{item.unlinked}: a claim{whose} that is not identified"] if item.unlinked else []


def hits(found: Iterable[Hit]) -> Table:
    """Return what search found as a table."""
    table = Table("kind", "id", "text")
    for hit in found:
        table.add_row(*map(escape, (hit.kind, hit.id, hit.text)))
    return table


def report(console: Console, done: Report) -> None:
    """Print what was understood of one file, and what was not."""
    counts = ", ".join(f"{n} {label.lower()}{'' if n == 1 else 's'}" for label, n in done.counts.items())
    outcome = done.written.outcome if done.written else "stored"
    id_ = f" · {done.written.document}" if done.written else ""
    console.print(f"[bold]{escape(done.title)}[/]: {outcome}{id_}: {counts}")
    for text, line in done.dropped:
        where = f"{escape(done.path)}:{line}: " if line else ""
        console.print(f"  {where}left out as not part of the article: “{_short(text)}”", style="dim")
    for omission, line in zip_longest(done.omissions, done.lines):
        where = f"{escape(done.path)}:{line}: " if line else ""
        console.print(
            f"  {where}{omission.kind}: {escape(omission.reason)}: “{_short(omission.span.exact)}”",
            style="yellow",
        )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return escape(words if len(words) <= 70 else words[:69] + "…")
