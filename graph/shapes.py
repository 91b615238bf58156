"""Whether data satisfy SHACL shapes, quickly: yes, or not surely.

pySHACL explains what is wrong, and takes about ten times as long to find that nothing is. Here the shapes are
made into functions once. What this module does not know makes it unsure; what it does not pass goes to
pySHACL, whose word is the last.

Source: Shapes Constraint Language (SHACL), W3C Recommendation of 20 July 2017, sections 2 to 4.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

Holds = Callable[["Data", Node], bool]
"""Whether a shape holds for a node."""
Test = Callable[["Data", Node, Sequence[Node]], bool]
"""Whether a constraint holds for the value nodes of a focus node."""
Each = Callable[["Data", Node], bool]
"""Whether a constraint holds for one value node."""

_TYPE = RDF.type
_NUMBERS = (XSD.integer, XSD.decimal)
_SILENT = frozenset((
    RDF.type, SH.path, SH.message, SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf,
    SH.ignoredProperties, SH.qualifiedMinCount, SH.qualifiedMaxCount,
))  # fmt: skip


class _UnsureError(Exception):
    """A constraint that this module does not know."""


class Data:
    """Triples by subject and predicate."""

    def __init__(self, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        self.of: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in triples:
            self.of[subject][predicate].append(value)
        self.members: dict[Node, list[Node]] = defaultdict(list)
        for subject, held in self.of.items():
            for class_ in held.get(_TYPE, ()):
                self.members[class_].append(subject)

    def objects(self, path: Node) -> set[Node]:
        """Return all that a property leads to."""
        return {value for held in self.of.values() for value in held.get(path, ())}

    def values(self, focus: Node, path: Node) -> Sequence[Node]:
        """Return what a property of a node leads to."""
        known = self.of.get(focus)
        return known.get(path, ()) if known is not None else ()


class Shapes:
    """Shapes made into functions."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._targets: list[tuple[Callable[[Data], Iterable[Node]], Holds]] = []
        for predicate, found in _TARGETS.items():
            for shape, target in sorted(graph.subject_objects(predicate)):
                self._targets.append((found(target), self.made(shape)))

    def surely_hold(self, data: Graph) -> bool:
        """Return True only if the data satisfy the shapes; False if they do not, or that is not sure."""
        if (None, RDFS.subClassOf, None) in data:
            return False  # Instances of subclasses would be targets too.
        return self.surely_hold_for(data)

    def surely_hold_for(self, triples: Iterable[tuple[Node, Node, Node]]) -> bool:
        """Return what `surely_hold` does, for triples that make nothing a subclass."""
        held = Data(triples)
        try:
            return all(holds(held, focus) for found, holds in self._targets for focus in found(held))
        except _UnsureError:
            return False

    def made(self, shape: Node) -> Holds:
        """Return the function that a shape is."""
        graph = self.graph
        path = graph.value(shape, SH.path)
        tests = [
            _MAKERS.get(predicate, _unknown)(self, shape, value)
            for predicate, value in graph.predicate_objects(shape)
            if predicate not in _SILENT
        ]
        if path is None:
            return lambda data, focus: all(test(data, focus, (focus,)) for test in tests)
        if not isinstance(path, URIRef):
            return lambda _data, _focus: _unsure()

        def holds(data: Data, focus: Node) -> bool:
            values = data.values(focus, path)
            return all(test(data, focus, values) for test in tests)

        return holds

    def listed(self, head: Node) -> list[Node]:
        """Return the members of a list."""
        return list(Collection(self.graph, head))


def _property(shapes: Shapes, _shape: Node, inner: Node) -> Test:
    return _each(shapes.made(inner))


def _or(shapes: Shapes, _shape: Node, head: Node) -> Test:
    inner = [shapes.made(each) for each in shapes.listed(head)]
    return _each(lambda data, value: any(holds(data, value) for holds in inner))


def _xone(shapes: Shapes, _shape: Node, head: Node) -> Test:
    inner = [shapes.made(each) for each in shapes.listed(head)]
    return _each(lambda data, value: sum(holds(data, value) for holds in inner) == 1)


def _closed(shapes: Shapes, shape: Node, value: Node) -> Test:
    graph = shapes.graph
    if value != Literal(True):
        return lambda _data, _focus, _values: True
    ignored = graph.value(shape, SH.ignoredProperties)
    known = set(shapes.listed(ignored)) if ignored is not None else set[Node]()
    known |= {graph.value(inner, SH.path) for inner in graph.objects(shape, SH.property)} - {None}
    return _each(lambda data, node: data.of.get(node, {}).keys() <= known)


def _class(shapes: Shapes, _shape: Node, class_: Node) -> Test:
    return _each(lambda data, value: class_ in data.values(value, _TYPE))


def _datatype(shapes: Shapes, _shape: Node, datatype: Node) -> Test:
    return _each(lambda _, value: _typed(value, datatype))


def _node_kind(shapes: Shapes, _shape: Node, kind: Node) -> Test:
    wanted = {SH.IRI: URIRef, SH.BlankNode: BNode}.get(kind)  # pyright: ignore[reportArgumentType, reportCallIssue]
    return _each(lambda _, value: wanted is not None and isinstance(value, wanted))


def _in(shapes: Shapes, _shape: Node, head: Node) -> Test:
    allowed = frozenset(shapes.listed(head))
    return _each(lambda _, value: value in allowed)


def _pattern(shapes: Shapes, shape: Node, pattern: Node) -> Test:
    if (shape, SH.flags, None) in shapes.graph:
        return _unknown(shapes, shape, pattern)
    search = re.compile(str(pattern)).search
    return _each(lambda _, value: not isinstance(value, BNode) and bool(search(str(value))))


def _min_length(shapes: Shapes, _shape: Node, least: Node) -> Test:
    length = int(str(least))
    return _each(lambda _, value: not isinstance(value, BNode) and len(str(value)) >= length)


def _min_count(shapes: Shapes, _shape: Node, least: Node) -> Test:
    count = int(str(least))
    return lambda _data, _focus, values: len(values) >= count


def _max_count(shapes: Shapes, _shape: Node, most: Node) -> Test:
    count = int(str(most))
    return lambda _data, _focus, values: len(values) <= count


def _has_value(shapes: Shapes, _shape: Node, wanted: Node) -> Test:
    return lambda _data, _focus, values: wanted in values


def _min_inclusive(shapes: Shapes, _shape: Node, bound: Node) -> Test:
    least = Decimal(str(bound))
    return _each(lambda _, value: (found := _number(value)) is not None and found >= least)


def _max_inclusive(shapes: Shapes, _shape: Node, bound: Node) -> Test:
    most = Decimal(str(bound))
    return _each(lambda _, value: (found := _number(value)) is not None and found <= most)


def _min_exclusive(shapes: Shapes, _shape: Node, bound: Node) -> Test:
    less = Decimal(str(bound))
    return _each(lambda _, value: (found := _number(value)) is not None and found > less)


def _qualified(shapes: Shapes, shape: Node, inner: Node) -> Test:
    holds = shapes.made(inner)
    least = shapes.graph.value(shape, SH.qualifiedMinCount, default=Literal(0))
    most = shapes.graph.value(shape, SH.qualifiedMaxCount)

    def counted(data: Data, _: Node, values: Sequence[Node]) -> bool:
        found = sum(holds(data, value) for value in values)
        return found >= int(str(least)) and (most is None or found <= int(str(most)))

    return counted


def _each(holds: Each) -> Test:
    return lambda data, _, values: all(holds(data, value) for value in values)


def _unknown(_shapes: Shapes, _shape: Node, _value: Node) -> Test:
    return lambda _data, _focus, _values: _unsure()


def _unsure() -> bool:
    # Not False: what may hold after all would be counted wrongly where exactly one of several must hold.
    raise _UnsureError


def _typed(value: Node, datatype: Node) -> bool:
    """Return whether a literal has the datatype, and is none that rdflib knows to be ill-typed."""
    if not isinstance(value, Literal):
        return False
    known = value.datatype or (None if value.language else XSD.string)
    return known == datatype and not value.ill_typed


def _number(value: Node) -> Decimal | None:
    """Return the number that a literal is."""
    if not isinstance(value, Literal) or value.datatype not in _NUMBERS or value.ill_typed:
        return None
    return Decimal(str(value))


_TARGETS: dict[URIRef, Callable[[Node], Callable[[Data], Iterable[Node]]]] = {
    SH.targetClass: lambda class_: lambda data: data.members.get(class_, ()),
    SH.targetObjectsOf: lambda path: lambda data: data.objects(path),
    SH.targetSubjectsOf: lambda path: lambda data: [node for node, held in data.of.items() if path in held],
}
_MAKERS: dict[Node, Callable[[Shapes, Node, Node], Test]] = {
    SH.property: _property, SH.node: _property, SH["or"]: _or, SH.xone: _xone,
    SH.closed: _closed, SH["class"]: _class, SH.datatype: _datatype,
    SH.nodeKind: _node_kind, SH["in"]: _in, SH.pattern: _pattern,
    SH.minLength: _min_length, SH.minCount: _min_count, SH.maxCount: _max_count,
    SH.hasValue: _has_value, SH.minInclusive: _min_inclusive, SH.maxInclusive: _max_inclusive,
    SH.minExclusive: _min_exclusive, SH.qualifiedValueShape: _qualified,
}  # fmt: skip
