"""What the service is asked for by `service.py`: the read endpoints, each with the question behind it."""

from collections.abc import Callable

from graph import ask
from graph.review import review
from graph.settings import Settings
from graph.store import Store


def addresses(store: Store) -> dict[str, Callable[[Store], object]]:
    """Return each address with the question behind it, about things that the graph holds."""
    actor = "ada-bardan"
    claim = ask.disputes(store, limit=1).items[0].id
    document = ask.documents(store, limit=1).items[0].id
    term = ask.terms(store, limit=1).items[0].id
    plan = ask.plans(store, limit=1).items[0].id
    statement = ask.statements(store, limit=1).items[0].id
    other = ask.relations(store, actor, "opponents", limit=1).items[0].actor.id
    return {
        "/disputes?limit=5": lambda s: ask.disputes(s, limit=5),
        f"/disputes?actor={actor}&limit=5": lambda s: ask.disputes(s, actor=actor, limit=5),
        f"/claims/{claim}": lambda s: ask.claim(s, claim),
        "/actors?limit=25": lambda s: ask.actors(s, limit=25),
        f"/actors/{actor}": lambda s: ask.actor(s, actor),
        "/terms?limit=25": lambda s: ask.terms(s, limit=25),
        f"/terms/{term}": lambda s: ask.term(s, term),
        "/documents?limit=25": lambda s: ask.documents(s, limit=25),
        f"/documents/{document}": lambda s: ask.document(s, document),
        "/search?q=grain&limit=25": lambda s: ask.search(s, "grain", limit=25),
        "/claims?limit=5": lambda s: ask.disputes(s, status=None, limit=5),
        f"/claims/{claim}/origins": lambda s: ask.origins_of(s, claim),
        f"/chains/{claim}": lambda s: ask.chains(s, claim),
        f"/actors/{actor}/positions": lambda s: ask.positions(s, actor),
        f"/actors/{actor}/claims?limit=5": lambda s: ask.disputes_of(s, actor, "asserts", limit=5),
        f"/actors/{actor}/denials?limit=5": lambda s: ask.disputes_of(s, actor, "denies", limit=5),
        f"/actors/{actor}/allies": lambda s: ask.relations(s, actor, "allies"),
        f"/actors/{actor}/opponents": lambda s: ask.relations(s, actor, "opponents"),
        f"/terms/{term}/stances": lambda s: ask.stances(s, term),
        "/plans": ask.plans,
        f"/plans/{plan}": lambda s: ask.plan(s, plan),
        f"/plans/{plan}/board": lambda s: ask.board(s, plan),
        f"/plans/{plan}/versions": lambda s: ask.versions(s, plan),
        "/statements": ask.statements,
        f"/statements/{statement}": lambda s: ask.statement(s, statement),
        "/timeline": ask.timeline,
        f"/path?from={actor}&to={other}": lambda s: ask.path(s, actor, other),
        f"/silence/bound?plan={plan}": lambda s: ask.bound(s, plan),
        "/silence/unanswered": ask.unanswered,
        "/silence/denials": ask.denials,
        "/contradictions": ask.contradictions,
        "/origins": ask.origins,
        "/overreach": ask.overreach,
        "/shifts": ask.shifts,
        f"/networks/conflict?term={term}": lambda s: ask.network(s, "conflict", term=term),
        "/review": lambda s: review(s, Settings()),
        "/judgements": ask.judgements,
    }
