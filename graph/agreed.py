"""Where documents differ on what can be but one: all of it may stand in a file, one is what the shapes see.

Documents may word a term differently, or place it in two drafts. A file in which each has a graph of its
own, or that was put together from several, holds all of it; so does what several documents state, joined.
"""

import re
from functools import cache
from urllib.parse import unquote

from rdflib import RDF, SH, Graph

from .light import Index, Term, light, told
from .ontology import CC, source

Fact = tuple[Term, str]

_TYPE, _PREDICATE, _OBJECT = str(RDF.type), str(RDF.predicate), str(RDF.object)
_MENTIONS, _STATES = str(CC.mentions), str(CC.states)


def agreed(data: Index) -> Index:
    """Return RDF in which, of several values that documents state where one may be, one is left.

    What no document states (by cc:states) stays as it is, for the shapes to refuse.
    """
    doubled = [
        (subject, path, values)
        for subject in data.objects(_MENTIONS)
        for kind in data.values(subject, _TYPE)
        for path in _limited().get(kind, ())
        if len(values := sorted(data.values(subject, path), key=told)) > 1
    ]
    if not doubled:
        return data
    stated, others = _stated(data), set[tuple[Term, str, Term]]()
    for subject, path, values in doubled:
        known = [value for value in values if (subject, _fact(path, value)) in stated]
        others |= {(subject, path, value) for value in known[1:]}
    return Index(triple for triple in data.triples if triple not in others)


@cache
def _limited() -> dict[Term, list[str]]:
    """Return, by class, the properties and edges of which the shapes allow one."""
    shapes = Graph().parse(data=source("shapes.ttl"), format="turtle")
    found: dict[Term, list[str]] = {}
    for rule, most in shapes.subject_objects(SH.maxCount):
        if str(most) == "1":
            for shape in shapes.subjects(SH.property, rule):
                for kind in shapes.objects(shape, SH.targetClass):
                    found.setdefault(light(kind), []).extend(map(str, shapes.objects(rule, SH.path)))
    return found


def _stated(data: Index) -> set[Fact]:
    """Return the facts that documents state, each with the node it is of."""
    return {
        (node, told(fact))
        for mention, held in data.of.items()
        if _MENTIONS in held.get(_PREDICATE, ())
        for node in held.get(_OBJECT, ())
        for fact in data.values(mention, _STATES)
    }


def _fact(path: str, value: Term) -> str:
    """Return a value as documents state it: `name=Ada`, `partOf=plan/p`."""
    text = told(value)
    if isinstance(value, str):
        text = "/".join(unquote(part) for part in re.split("[/#]", text)[-2:])
    return f"{path.removeprefix(CC)}={text}"
