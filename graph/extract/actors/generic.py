"""Bodies that many states have, told apart by whose they are: 'the Galtian Foreign Ministry'."""

from spacy.tokens import Token

from ..lexicon import words
from ..sentences import position
from .cast import Cast, Member
from .names import actor_words

_SMALL = frozenset(("of", "for", "and", "&", "the", "affairs", "'s"))
_MORE = frozenset(("internal", "external", "relations", "general", "staff", "armed", "intelligence"))
_SAME = {"defense": "defence", "labor": "labour"}


def generic_words(run: list[Token]) -> frozenset[str]:
    """Return what a body's name tells but its state: 'foreign ministry'; nothing of a name of its own."""
    known = actor_words("org_words") | words("post_words") | words("institution") | _MORE | _SMALL
    told = [t.lower_ for t in run]
    if not set(told) & words("institution") or not set(told) <= known:
        return frozenset()
    return frozenset(_SAME.get(word, word) for word in told) - _SMALL


def state_beside(run: list[Token], cast: Cast) -> tuple[str | None, list[Token]]:
    """Return whose a body is by the word before it, or by 'of Galt' at its end, and the rest of its name."""
    before = run[0].nbor(-1) if run[0].i else None
    if before is not None and before.text in ("'s", "'") and before.i:
        before = before.nbor(-1)
    for token, rest in ((before, run), (run[-1], run[:-1])):
        mention = cast.at(token) if token is not None else None
        if mention is None or cast.members[mention.of].kind != "State":
            continue
        rest = [t for t in rest if cast.at(t) != mention]
        while rest and rest[-1].lower_ in ("of", "for", "the"):
            rest = rest[:-1]
        return mention.of, rest
    return None, run


def body_of(run: list[Token], cast: Cast) -> Member | None:
    """Return the body of a state that a common name means here; None for a name of its own."""
    state, rest = state_beside(run, cast)
    asked = generic_words(rest) if len(rest) > 1 else frozenset[str]()
    if not asked:
        return None
    bodies = [m for m in cast.members.values() if m.kind == "Organization" and m.words == asked]
    fits = [m for m in bodies if state is None or m.of == state]
    if fits:
        here = position(run[0])
        return max(fits, key=lambda m: cast.places.last(m.id, here) or -1)
    if state is None:
        return None
    name = "".join(t.text_with_ws for t in rest).strip()
    member = cast.join("Organization", f"{name} of {cast.members[state].phrase}")
    member.of, member.words = state, asked
    return member
