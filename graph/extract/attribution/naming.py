"""What somebody calls a thing: 'called the draft a wish list', 'branded the claim "complete nonsense"'."""

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..lexicon import words
from ..sentences import child
from .contents import Content, trimmed


def named_as(verb: Token) -> Content | None:
    """Return what something is called: 'a wish list' of 'called the draft a wish list'."""
    name = _second(verb) or child(verb, "oprd") or _ending(verb)
    if name is None:
        name = next(
            (
                g
                for c in (*verb.children, *_of_object(verb))
                if c.lower_ == "as"
                for g in c.children
                if g.dep_ in ("pobj", "amod", "acomp")
            ),
            None,
        )
    if name is None:
        as_ = (c for c in verb.children if c.dep_ == "advcl" and c.pos_ == "ADJ")
        name = next((c for c in as_ if any(g.lower_ == "as" and g.i < c.i for g in c.children)), None)
    name = name or _far(verb)
    tokens = trimmed([t for t in name.subtree if t.lower_ != "as"], name) if name is not None else []
    return Content(name, tuple(tokens)) if name is not None and tokens else None


def _of_object(verb: Token) -> list[Token]:
    """Return what the parser hangs on the thing: 'as' of 'described the talks as "historic"'."""
    thing = child(verb, "dobj")
    return [c for c in thing.children if c.dep_ == "prep" and c.i > thing.i] if thing is not None else []


def dismissed_as(verb: Token) -> Content | None:
    """Return 'a red herring' of 'dismissed the plan as a red herring'; who dismisses a claim so denies it."""
    thing = child(verb, "dobj")
    if verb.lemma_ != "dismiss" or thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    told = thing.lemma_.lower() in words("said_before") | listed_words("views")
    return None if told else named_as(verb)


def _second(verb: Token) -> Token | None:
    """Return the second of two things of one kind: 'branded the claim "complete nonsense"'."""
    for dep in ("oprd", "dobj"):
        things = [c for c in verb.children if c.dep_ == dep and c.i > verb.i]
        if len(things) == 2 and things[0].conjuncts == () and things[1].left_edge.nbor(-1).text != ",":
            return things[1]
    return None


def _far(verb: Token) -> Token | None:
    """Return 'false' of 'termed a report about a plan as false', which the parser hangs on the plan."""
    thing = child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in words("said_before"):
        return None
    for as_ in (t for t in verb.subtree if t.lower_ == "as" and t.i > thing.i):
        after = [t for t in as_.doc[as_.i + 1 : as_.i + 4] if t.is_alpha]
        judged = next((t for t in after if t.lemma_.lower() in listed_words("untrue")), None)
        if judged is not None and judged.i >= verb.sent.end - 3:
            return judged
    return None


def _ending(verb: Token) -> Token | None:
    """Return 'absurd' of 'called the suggestion that it drafted the text absurd', hung on 'drafted'."""
    thing = child(verb, "dobj")
    if thing is None or thing.right_edge == thing:
        return None
    last = thing.right_edge
    if last.head == thing and last.pos_ == "ADJ":  # 'called its response "totally unacceptable"'
        return last
    if thing.lemma_.lower() not in words("said_before"):
        return None
    judged = last.lemma_.lower() in words("untrue") and last.dep_ in ("advmod", "acomp", "oprd", "amod")
    return last if judged and last.nbor(-1).pos_ not in ("AUX", "ADV") else None
