"""The answer as a person reads it in a pack: who claims, who denies, in which words, from where."""

from collections.abc import Iterator

from ..answers import Chain, Dispute, Evidence
from .answer import Answer

NAME = "README.md"

_TOLD = {
    "disputed": "It is disputed: somebody claims it, or a part of it, and somebody else denies it or a part.",
    "unclaimed": "It is denied, yet nobody in the graph claims it.",
    "undisputed": "Nobody in the graph denies it.",
    "unasserted": "In the graph nobody claims it and nobody denies it.",
}

_CHECK = """## Check it

    counterclaim verify PACK.zip

needs no database and no network. It checks that every file is what `manifest.json` says, that every quote
stands in the text at its place, that ids are those of what they name, that the RDF satisfies the shapes, and
works out from the RDF and the judgements who claims and who denies what, by whom it comes to us, and each
part's standing. What is not re-checked: that a link made by a rule (“the only claim of …”) is the only one
that fits, or is left out; names that only documents outside this pack give; that the RDF reads its article
rightly. Nor who made the pack: compare the seal in `manifest.json` with the one you were told.
By hand: offsets count Unicode code points of `texts/ID.txt` from 0, the end
excluded.

| file | what it is |
|---|---|
| `answer.json` | this answer, for programs |
| `texts/` | the articles' texts; an id is the first 16 digits of the text's SHA-256 |
| `documents/` | what each article says, as RDF (Turtle) |
| `judgements.ttl` | what persons judged of it, where they did |
| `ontology/` | the ontology and the shapes in use |
| `manifest.json` | hashes, ids, versions |
"""


def readme(answer: Answer, version: str) -> str:
    """Return the answer as Markdown; the same answer gives the same text."""
    return "\n".join(_lines(answer, version))


def _lines(answer: Answer, version: str) -> Iterator[str]:
    claim = answer.claim
    yield f"# {_line(claim.claim)}\n"
    yield f"Claim `{claim.id}`. {_TOLD.get(claim.status, claim.status)}"
    if claim.anonymous_only:
        yield "Only anonymous sources claim it."
    yield ""
    for title, items in (
        ("Claimed by", claim.asserting),
        ("Denied by", claim.denying),
        ("Else said of it", claim.others),
    ):
        if items:
            yield f"## {title}\n"
            for item in items:
                yield from _statement(item)
    yield from _parts(claim)
    yield from _chains(answer.chains.chains)
    yield _CHECK
    yield f"Made by Counterclaim {version}.\n"


def _statement(item: Evidence) -> Iterator[str]:
    who = ", ".join(_line(speaker.name) for speaker in item.speakers)
    via = "".join(f" ← {_line(hop.name)}" for hop in item.chain)
    acts = "; ".join(f"{deed.act.replace('_', ' ')} “{_line(deed.text)}”" for deed in item.acts)
    yield f"**{who}**{via} {acts}:\n"
    yield "\n".join(f"> {line}" for line in item.exact.splitlines()) + "\n"
    document = item.document
    where = (
        _line(document.title),
        _line(document.publisher or ""),
        document.published or "date unknown",
        document.url or "",
    )
    yield f"{', '.join(part for part in where if part)}; `texts/{document.id}.txt`, {item.start}–{item.end};"
    notes = [*_notes(item)]
    yield f"statement `{item.id}`{'; ' if notes else ''}{'; '.join(notes)}\n"


def _notes(item: Evidence) -> Iterator[str]:
    if item.qualification:
        yield f"only: {_line(item.qualification)}"
    if item.condition:
        yield f"if: {_line(item.condition)}"
    if item.certainty != "plain":
        yield item.certainty
    if item.inference:
        yield "the writer's inference"
    if item.link_basis:
        yield f"linked: {_line(item.link_basis)}"
    if item.review != "unreviewed":
        yield f"{item.review} in review"


def _parts(claim: Dispute) -> Iterator[str]:
    if claim.parts:
        yield "## Part by part\n"
        for part in claim.parts:
            by = f" ({', '.join(f'`{id_}`' for id_ in part.by)})" if part.by else ""
            yield f"- {part.status}: {_line(part.text)}{by}"
        yield ""


def _chains(chains: list[Chain]) -> Iterator[str]:
    if chains:
        yield "## How it comes to us\n"
        for chain in chains:
            hops = " ← ".join(_line(hop.name) for hop in chain.hops)
            where = f"{_line(chain.document.title)}, statement `{chain.statement}`"
            yield f"- {hops} ({where}, {chain.certainty})"
        yield ""


def _line(text: str) -> str:
    return " ".join(text.split())
