"""What contradicts itself or something else; the second piece was published in the period."""

from ...answers import Contradiction, Evidence, Given, Source
from ...answers.digest import Citation, Piece, Sentence
from ...citing import day
from ..pages import whole
from ..radar import contradictions as ask_contradictions
from .period import Period, places
from .wording import cite, joined, piece, said

_SAME = {
    "actor-against-itself": "By one and the same speaker",
    "outlet-against-itself": "By one and the same outlet",
}
_PROPERTIES = {"binds": "parties", "deadline": "dates", "amount": "amounts", "number": "numbers"}


def contradictions(period: Period) -> list[Sentence]:
    """Return the contradictions of the period, oldest first, but for those that a person dismissed."""
    found = whole(
        lambda after: ask_contradictions(
            period.store, plan=period.plan, since=period.since, as_of=period.until, after=after, limit=100
        )
    )[::-1]
    of = places(period.store, [each.term.id for each in found if each.term])
    documents = [d.id for each in found for given in each.values for d in given.documents]
    rows = period.store.read("documents_cited", documents=sorted(set(documents)))
    sources = {row["id"]: Source.model_validate(row) for row in rows}
    names = _names(period, found)
    return [
        Sentence(
            pieces=_values(each, of, sources, names) if each.kind == "two-values" else _statements(each),
            term=each.term,
            claim=each.claims[0] if each.claims else None,
            kind=each.kind,
            finding=each.id,
        )
        for each in found
    ]


def _names(period: Period, found: list[Contradiction]) -> dict[str, str]:
    """Return the names of the actors that a value of `binds` lists by id."""
    ids = {id_ for each in found if each.property == "binds" for g in each.values for id_ in _ids(g)}
    rows = period.store.read("actors_meant", actors=sorted(ids))
    return {row["given"]: row["name"] for row in rows}


def _ids(given: Given) -> list[str]:
    return given.value.split(", ")


def _values(
    found: Contradiction, of: dict[str, str], sources: dict[str, Source], names: dict[str, str]
) -> list[Piece]:
    assert found.term
    what = _PROPERTIES.get(found.property or "", "values")
    first = f"“{found.term.name}” ({of.get(found.term.id, '')}) is given different {what}"
    pieces: list[Piece] = []
    for given in found.values:
        told = _value(given, names if found.property == "binds" else {})
        text = f"{first}: {told}" if not pieces else f"and {told}"
        pieces.append(Piece(text=text, citations=[_given(given, sources)]))
    return pieces


def _value(given: Given, names: dict[str, str]) -> str:
    """Return a value in words; `names` are those of the actors that it lists, if it is such a list."""
    if names:
        return joined(names.get(id_, id_) for id_ in _ids(given))
    value = f"{int(given.value):,}" if given.value.isdecimal() and len(given.value) > 4 else given.value
    return f"{value} {given.unit or ''}".strip()


def _given(given: Given, sources: dict[str, Source]) -> Citation:
    """Return the first document that gives a value, sooner one whose words are known."""
    document = next((d for d in given.documents if d.quote), given.documents[0])
    quote = document.quote
    return Citation(
        document=sources[document.id],
        quote=quote.words if quote else None,
        start=quote.start if quote else None,
        end=quote.end if quote else None,
    )


def _statements(found: Contradiction) -> list[Piece]:
    if found.kind == "dated-before":
        (words, *_) = found.statements
        outlet = words.document.publisher or words.document.title
        when = f"{outlet}, of {day(found.published)}, tells as past what is of {day(found.reports)}"
        return [Piece(text=when, citations=[cite(words)])]
    claims = {claim.id for claim in found.claims}
    first: dict[tuple[str, str], tuple[str, Evidence]] = {}
    for words in found.statements:
        for deed in words.acts:
            if deed.id in claims and deed.act in ("asserts", "denies"):
                first.setdefault((deed.act, deed.id), (said(words, deed.act, deed.text), words))
    told = f"{_SAME[found.kind]}: " if found.actor else ""
    until = f" (taken back on {day(found.until)})" if found.until else ""
    pieces = [piece(text, words) for text, words in first.values()] or [
        Piece(text=told, citations=[cite(words) for words in found.statements])
    ]
    pieces[0].text = told + pieces[0].text
    for later in pieces[1:]:
        later.text = f"{'yet' if found.actor else 'while'} {later.text}"
    pieces[-1].text += until
    return pieces
