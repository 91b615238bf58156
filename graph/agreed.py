"""Where documents differ on what can be but one: all of it may stand in a file, one is what the shapes see.

Documents may word a term differently, or place it in two drafts. A file in which each has a graph of its
own, or that was put together from several, holds all of it; so does what several documents state, joined.
"""

import re
from functools import cache
from urllib.parse import unquote

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from .ontology import CC, source

Fact = tuple[Node, str]


def agreed(graph: Graph) -> Graph:
    """Return an RDF graph in which, of several values that documents state where one may be, one is left.

    What no document states (by cc:states) stays as it is, for the shapes to refuse.
    """
    doubled = [
        (subject, path, values)
        for subject in set(graph.objects(None, CC.mentions))
        for kind in graph.objects(subject, RDF.type)
        for path in _limited().get(kind, ())
        if len(values := sorted(set(graph.objects(subject, path)), key=str)) > 1
    ]
    if not doubled:
        return graph
    stated, kept = _stated(graph), Graph()
    for triple in graph:
        kept.add(triple)
    for subject, path, values in doubled:
        known = [value for value in values if (subject, _fact(path, value)) in stated]
        for value in known[1:]:
            kept.remove((subject, path, value))
    return kept


@cache
def _limited() -> dict[Node, list[Node]]:
    """Return, by class, the properties and edges of which the shapes allow one."""
    shapes = Graph().parse(data=source("shapes.ttl"), format="turtle")
    found: dict[Node, list[Node]] = {}
    for rule, most in shapes.subject_objects(SH.maxCount):
        if str(most) == "1":
            for shape in shapes.subjects(SH.property, rule):
                for kind in shapes.objects(shape, SH.targetClass):
                    found.setdefault(kind, []).extend(shapes.objects(rule, SH.path))
    return found


def _stated(graph: Graph) -> set[Fact]:
    """Return the facts that documents state, each with the node it is of."""
    return {
        (node, str(fact))
        for mention in graph.subjects(RDF.predicate, CC.mentions)
        for node in graph.objects(mention, RDF.object)
        for fact in graph.objects(mention, CC.states)
    }


def _fact(path: Node, value: Node) -> str:
    """Return a value as documents state it: `name=Ada`, `partOf=plan/p`."""
    text = str(value)
    if isinstance(value, URIRef):
        text = "/".join(unquote(part) for part in re.split("[/#]", text)[-2:])
    return f"{str(path).removeprefix(CC)}={text}"
