"""Who a provision is about, whom it binds, and where it holds."""

from spacy.tokens import Token

from ..actors.cast import Cast
from ..attribution.contents import Content
from ..sentences import child
from .plannames import is_plan_word
from .provisions import in_clause
from .wordlists import listed

_OF_OWNER = frozenset(("armed-forces", "elections", "nuclear"))
_WHERE = frozenset(("in", "at", "around", "through", "along", "across", "on", "near", "inside", "off"))
_STATES = ("State", "Organization")


def parties_of(subject: Token | None, cast: Cast) -> tuple[str, ...]:
    """Return the states and organisations that a subject names or belongs to."""
    if subject is None:
        return ()
    found: list[str] = []
    for token in subject.subtree:
        of = _actor(token, cast)
        if of and of not in found and not in_clause(token, subject):
            found.append(of)
    return tuple(found)


def owner_in(tokens: list[Token], topic: str | None, cast: Cast) -> tuple[str, ...]:
    """Return whose army, election or reactor a provision is about, where its subject does not say."""
    if topic not in _OF_OWNER:
        return ()
    for token in tokens:
        of = _actor(token, cast)
        owns = token.dep_ == "poss" or token.pos_ == "ADJ" or token.head.lower_ in ("in", "of")
        if of and owns and cast.members[of].kind == "State":
            return (of,)
    return ()


def bound_by(content: Content, subject: Token | None, topic: str | None, cast: Cast) -> tuple[str, ...]:
    """Return who must do or refrain: not who receives, and not whose frozen assets are spent."""
    verb = content.root
    passive = any(c.dep_ == "auxpass" for c in verb.children) or (
        subject is not None and subject.dep_ == "nsubjpass"
    )
    if passive and verb.lemma_ not in listed("limits"):
        return _agent(verb, cast) or (owner_in(list(content.tokens), topic, cast))
    capped = verb.lemma_ in ("keep", "have", "retain") and any(t.like_num for t in content.tokens)
    if not passive and verb.lemma_ in listed("gains") and not capped:
        source = next((c for c in verb.subtree if c.lower_ == "from" and c in content.tokens), None)
        giver = child(source, "pobj") if source is not None else None
        return _heads(giver, cast) if giver is not None and topic == "security-guarantees" else ()
    found = _heads(subject, cast) if subject is not None else ()
    found = found or _by_plan(verb, subject, cast)
    return found or owner_in(list(content.tokens), topic, cast)


def _by_plan(verb: Token, subject: Token | None, cast: Cast) -> tuple[str, ...]:
    """'The treaty cuts Aven's quota' binds Aven, and 'the pact bars Chile from ...' binds Chile."""
    if (
        subject is None
        or not (is_plan_word(subject) or subject.lower_ in ("which", "it"))
        or verb.lemma_ not in listed("limits")
    ):
        return ()
    thing = child(verb, "dobj")
    if thing is None:
        return ()
    owners = [t for t in thing.children if t.dep_ == "poss" and not in_clause(t, thing)]
    return _heads(thing, cast) or tuple(a for t in owners if (a := _actor(t, cast)))


def place_in(tokens: list[Token], cast: Cast) -> tuple[Token, Token] | None:
    """Return first and last word of where a provision holds: 'Port Imre' of 'a commission in Port Imre'."""
    for token in tokens:
        thing = child(token, "pobj") if token.lower_ in _WHERE and token.pos_ == "ADP" else None
        if thing is None or thing not in tokens:
            continue
        inside = [t for t in thing.subtree if t in tokens and not in_clause(t, thing)]
        near = [t for t in inside if t == thing or t.head == thing or t.head.head == thing]
        region = thing.lemma_.lower() in listed("regions") and any(_is_place(t, cast) for t in near)
        if region or _is_place(thing, cast) or (token.lower_ == "in" and _is_name(thing, cast)):
            while inside[-1].is_punct or inside[-1].dep_ == "cc":
                inside.pop()
            return inside[0], inside[-1]
    return None


def _is_place(token: Token, cast: Cast) -> bool:
    mention = cast.at(token)
    if mention is not None:
        return cast.members[mention.of].kind in ("Place", "State") and token.pos_ == "PROPN"
    return token.pos_ == "PROPN" and token.ent_type_ in ("GPE", "LOC", "FAC")


def _is_name(token: Token, cast: Cast) -> bool:
    """'In Sucre' is a place, whatever else the small model takes the name for."""
    named = token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN")
    return named and cast.at(token) is None and token.ent_type_ not in ("DATE", "NORP")


def _heads(subject: Token, cast: Cast) -> tuple[str, ...]:
    """Return the actors that a subject names itself, or whose army or government it names."""
    found: list[str] = []
    for noun in (subject, *subject.conjuncts):
        of = _actor(noun, cast)
        owners = [noun] if of else []
        if noun.lemma_.lower() in listed("owned") and (not of or _owned(noun, cast)):
            owners = [t for t in noun.subtree if not in_clause(t, noun)]
        found += [a for t in owners if (a := _actor(t, cast)) and a not in found]
    return tuple(found)


def _owned(noun: Token, cast: Cast) -> bool:
    """'The Ukrainian Armed Forces' are Ukraine's, though they have a name of their own."""
    return any(
        (m := cast.at(t)) is not None and cast.members[m.of].kind == "State"
        for t in noun.doc[noun.left_edge.i : noun.i]
    )


def _agent(verb: Token, cast: Cast) -> tuple[str, ...]:
    agent = child(verb, "agent")
    doer = child(agent, "pobj") if agent is not None else None
    return _heads(doer, cast) if doer is not None else ()


def _actor(token: Token, cast: Cast) -> str | None:
    mention = cast.at(token)
    return mention.of if mention and cast.members[mention.of].kind in _STATES else None
