"""Whether data satisfy SHACL shapes, quickly: yes, or not surely.

pySHACL explains what is wrong, and takes about ten times as long to find that nothing is. Here the shapes are
made into functions once. What this module does not know makes it unsure; what it does not pass goes to
pySHACL, whose word is the last.

Source: Shapes Constraint Language (SHACL), W3C Recommendation of 20 July 2017, sections 2 to 4.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from .light import Index, Term, light, told

Holds = Callable[[Index, Term], bool]
"""Whether a shape holds for a node."""
Test = Callable[[Index, Term, Sequence[Term]], bool]
"""Whether a constraint holds for the value nodes of a focus node."""
Each = Callable[[Index, Term], bool]
"""Whether a constraint holds for one value node."""

_TYPE, _SUBCLASS, _STRING = str(RDF.type), str(RDFS.subClassOf), str(XSD.string)
_NUMBERS = (str(XSD.integer), str(XSD.decimal))
_NOTHING: dict[str, list[Term]] = {}
_SILENT = frozenset((
    RDF.type, SH.path, SH.message, SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf,
    SH.ignoredProperties, SH.qualifiedMinCount, SH.qualifiedMaxCount,
))  # fmt: skip


class _UnsureError(Exception):
    """A constraint that this module does not know."""


class Shapes:
    """Shapes made into functions."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._targets: list[tuple[Callable[[Index], Iterable[Term]], Holds]] = []
        for predicate, found in _TARGETS.items():
            for shape, target in sorted(graph.subject_objects(predicate)):
                self._targets.append((found(str(target)), self.made(shape)))

    def surely_hold(self, data: Index) -> bool:
        """Return True only if the data satisfy the shapes; False if they do not, or that is not sure."""
        if any(_SUBCLASS in held for held in data.of.values()):
            return False  # Instances of subclasses would be targets too.
        try:
            return all(holds(data, focus) for found, holds in self._targets for focus in found(data))
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
            return lambda data, focus: _all(tests, data, focus, (focus,))
        if not isinstance(path, URIRef):
            return lambda _data, _focus: _unsure()

        at = str(path)
        return lambda data, focus: _all(tests, data, focus, data.of.get(focus, _NOTHING).get(at, ()))

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
    known = set(map(str, shapes.listed(ignored) if ignored is not None else ()))
    known |= {
        str(path) for inner in graph.objects(shape, SH.property) for path in graph.objects(inner, SH.path)
    }
    return _each(lambda data, node: data.of.get(node, {}).keys() <= known)


def _class(_shapes: Shapes, _shape: Node, node: Node) -> Test:
    class_ = light(node)
    return _each(lambda data, value: class_ in data.values(value, _TYPE))


def _datatype(_shapes: Shapes, _shape: Node, node: Node) -> Test:
    datatype = str(node)
    return _each(lambda _, value: _typed(value, datatype))


def _node_kind(_shapes: Shapes, _shape: Node, kind: Node) -> Test:
    if kind not in (SH.IRI, SH.BlankNode):
        return lambda _data, _focus, _values: False
    return _each(lambda _, value: isinstance(value, str) and _blank(value) == (kind == SH.BlankNode))


def _in(shapes: Shapes, _shape: Node, head: Node) -> Test:
    allowed = frozenset(map(light, shapes.listed(head)))
    return _each(lambda _, value: value in allowed)


def _pattern(shapes: Shapes, shape: Node, pattern: Node) -> Test:
    if (shape, SH.flags, None) in shapes.graph:
        return _unknown(shapes, shape, pattern)
    search = re.compile(str(pattern)).search
    return _each(lambda _, value: not _blank(value) and bool(search(told(value))))


def _min_length(_shapes: Shapes, _shape: Node, least: Node) -> Test:
    length = int(str(least))
    return _each(lambda _, value: not _blank(value) and len(told(value)) >= length)


def _min_count(shapes: Shapes, _shape: Node, least: Node) -> Test:
    count = int(str(least))
    return lambda _data, _focus, values: len(values) >= count


def _max_count(shapes: Shapes, _shape: Node, most: Node) -> Test:
    count = int(str(most))
    return lambda _data, _focus, values: len(values) <= count


def _has_value(_shapes: Shapes, _shape: Node, node: Node) -> Test:
    wanted = light(node)
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

    def counted(data: Index, _: Term, values: Sequence[Term]) -> bool:
        found = sum(holds(data, value) for value in values)
        return found >= int(str(least)) and (most is None or found <= int(str(most)))

    return counted


def _each(holds: Each) -> Test:
    def test(data: Index, _: Term, values: Sequence[Term]) -> bool:
        for value in values:  # noqa: SIM110  # all() takes half as long again, and this runs millions of times.
            if not holds(data, value):
                return False
        return True

    return test


def _all(tests: Sequence[Test], data: Index, focus: Term, values: Sequence[Term]) -> bool:
    for test in tests:  # noqa: SIM110
        if not test(data, focus, values):
            return False
    return True


def _unknown(_shapes: Shapes, _shape: Node, _value: Node) -> Test:
    return lambda _data, _focus, _values: _unsure()


def _unsure() -> bool:
    # Not False: what may hold after all would be counted wrongly where exactly one of several must hold.
    raise _UnsureError


def _blank(value: Term) -> bool:
    return value[0] == "_" if isinstance(value, str) else False


def _typed(value: Term, datatype: str) -> bool:
    """Return whether a literal has the datatype, and is none that rdflib knows to be ill-typed."""
    if isinstance(value, str):
        return False
    text, known, language = value
    if datatype == _STRING:
        return known == _STRING or not (known or language)
    return known == datatype and _well_typed(text, datatype)


@lru_cache(maxsize=65536)
def _well_typed(text: str, datatype: str) -> bool:
    return not Literal(text, datatype=URIRef(datatype), normalize=False).ill_typed


def _number(value: Term) -> Decimal | None:
    """Return the number that a literal is."""
    if isinstance(value, str) or value[1] not in _NUMBERS or not _well_typed(*value[:2]):
        return None
    return Decimal(value[0])


_TARGETS: dict[URIRef, Callable[[str], Callable[[Index], Iterable[Term]]]] = {
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
