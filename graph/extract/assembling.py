"""All that was understood of an article, put together: what it refers to, and where it names it."""

from importlib.metadata import PackageNotFoundError, version

from .. import models
from ..models import ACTS, Annotation, is_slug
from ..read import RawArticle
from ..settings import Settings
from .acts.drafts import Draft
from .acts.statements import Statements
from .claims.claims import Claim
from .sentences import span
from .sound import Sound, kept, mended
from .times.events import Events
from .times.orders import impossible


def assemble(
    raw: RawArticle, settings: Settings, statements: Statements, writer: str, events: Events
) -> Annotation:
    """Return the annotation, without what could not be stored; that is among the omissions."""
    drafts = statements.finish()
    sound = Sound(raw.text, _places(raw.text, statements, drafts, events))
    said = sound.all((draft.id, draft.model) for draft in drafts)
    used = {id_ for each in said for act in ACTS for id_ in getattr(each, act)}
    claims = kept(list(statements.claims.all.values()), used)
    actors = statements.cast.actors(_wanted(raw, statements, drafts, claims, writer), sound.made)
    named = {actor.id for actor in actors}
    for term in statements.terms.all.values():
        term.binds = tuple(id_ for id_ in term.binds if id_ in named)
    terms, happened = sound.all(statements.terms.makers()), sound.all(events.makers())
    plans, versions = tuple(statements.plans.plans.values()), statements.plans.versions()
    known = named | {each.id for each in (*plans, *versions, *terms, *happened)}
    for claim in claims:
        claim.about = {a for a in claim.about if a in known} | {*events.about(claim.text)} & known
    annotation = Annotation(
        document=models.Document(
            title=raw.title,
            text=raw.text,
            url=raw.url,
            author=raw.author,
            publisher=writer if raw.publisher and is_slug(writer) else None,
            published=raw.published,
            source=raw.source,
        ),
        extraction=models.Extraction(reader="rules", version=reader_version(), settings=settings.spacy_model),
        actors=tuple(actors),
        plans=plans,
        versions=versions,
        terms=terms,
        events=happened,
        claims=sound.all((claim.id, claim.model) for claim in claims),
        statements=said,
        mentions=tuple(_mentions(raw.text, statements, known, events)),
    )
    omissions = [*statements.omissions, *statements.terms.notices, *events.notices, *impossible(annotation)]
    return mended(annotation.model_copy(update={"omissions": (*omissions, *sound.omissions)}))


def _places(text: str, statements: Statements, drafts: list[Draft], events: Events) -> dict[str, models.Span]:
    """Return where the text first has each thing, by its id."""
    found = {m.of: span(text, m.first, m.last) for m in reversed(statements.cast.mentions)}
    for each in (*statements.terms.all.values(), *events.all.values()):
        found |= {each.id: each.spans[0]} if each.spans else {}
    return found | {draft.id: draft.span for draft in drafts}


def _wanted(
    raw: RawArticle, statements: Statements, drafts: list[Draft], claims: list[Claim], writer: str
) -> set[str]:
    """Return the ids of all actors that the annotation refers to."""
    ids = {s for d in drafts for s in (*d.speakers, *d.refers_to)}
    ids |= {a for c in claims for a in c.about}
    ids |= {m.of for m in statements.cast.mentions}
    ids |= {p for t in statements.terms.all.values() for p in (*t.parties, *t.binds)}
    return ids | ({writer} if raw.publisher or raw.author else set())


def _mentions(text: str, statements: Statements, known: set[str], events: Events) -> list[models.Mention]:
    found = [
        models.Mention(of=m.of, span=span(text, m.first, m.last))
        for m in statements.cast.mentions
        if m.of in known and m.how == "name"
    ]
    found += [models.Mention(of=plan, span=span(text, noun, noun)) for noun, plan in statements.plans.named]
    found += [
        models.Mention(of=term.id, span=where)
        for term in (*statements.terms.all.values(), *events.all.values())
        if term.id in known
        for where in term.spans
    ]
    found += [
        models.Mention(of=v, span=span(text, noun, noun)) for noun, v in statements.plans.drafts_named()
    ]
    return sorted(found, key=lambda m: (m.span.start, m.span.end, m.of))


def reader_version() -> str:
    """Return the version of the rules, which is that of the package."""
    try:
        return version("counterclaim")
    except PackageNotFoundError:
        return "0"
