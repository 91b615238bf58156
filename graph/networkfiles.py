"""Networks as files for other programs: GraphML (Gephi, igraph, NetworkX) and GEXF (Gephi).

The same network gives the same text: no date, no order but that of ids. What XML 1.0 cannot hold (control
characters) is replaced by U+FFFD.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from .answers import Network, NetworkEdge, NetworkNode

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = ("name", "kind", "statements")


def graphml(network: Network) -> str:
    """Return the network as GraphML; its choices are data of the graph."""
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, for_, type_ in _keys(network):
        key = {"id": name, "for": for_, "attr.name": name, "attr.type": type_}
        ElementTree.SubElement(root, "key", key)
    graph = ElementTree.SubElement(root, "graph", id=network.kind, edgedefault="undirected")
    for name, value in _choices(network):
        ElementTree.SubElement(graph, "data", key=name).text = value
    for node in network.nodes:
        element = ElementTree.SubElement(graph, "node", id=_clean(node.id))
        for name, value in _of_node(node):
            ElementTree.SubElement(element, "data", key=name).text = value
    for edge in network.edges:
        ends = {"source": _clean(edge.source), "target": _clean(edge.target)}
        element = ElementTree.SubElement(graph, "edge", ends)
        for name, value in _of_edge(edge):
            ElementTree.SubElement(element, "data", key=name).text = value
    return _text(root)


def gexf(network: Network) -> str:
    """Return the network as GEXF 1.3."""
    root = ElementTree.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    meta = ElementTree.SubElement(root, "meta")
    ElementTree.SubElement(meta, "creator").text = "Counterclaim"
    told = "; ".join(f"{name}: {value}" for name, value in _choices(network))
    ElementTree.SubElement(meta, "description").text = told
    graph = ElementTree.SubElement(root, "graph", defaultedgetype="undirected", mode="static")
    for class_, names in (("node", ("kind", "statements")), ("edge", ("on",))):
        attributes = ElementTree.SubElement(graph, "attributes", {"class": class_})
        for name in names:
            type_ = "integer" if name == "statements" else "string"
            ElementTree.SubElement(attributes, "attribute", id=name, title=name, type=type_)
    nodes = ElementTree.SubElement(graph, "nodes")
    for node in network.nodes:
        element = ElementTree.SubElement(nodes, "node", id=_clean(node.id), label=_clean(node.name))
        _values(element, [pair for pair in _of_node(node) if pair[0] != "name"])
    edges = ElementTree.SubElement(graph, "edges")
    for number, edge in enumerate(network.edges):
        ends = {"id": str(number), "source": _clean(edge.source), "target": _clean(edge.target)}
        element = ElementTree.SubElement(edges, "edge", ends | {"weight": str(edge.weight)})
        _values(element, [pair for pair in _of_edge(edge) if pair[0] == "on"])
    return _text(root)


def _values(element: ElementTree.Element, pairs: list[tuple[str, str]]) -> None:
    if pairs:
        values = ElementTree.SubElement(element, "attvalues")
        for name, value in pairs:
            ElementTree.SubElement(values, "attvalue", {"for": name, "value": value})


def _keys(network: Network) -> Iterator[tuple[str, str, str]]:
    yield from ((name, "node", "int" if name == "statements" else "string") for name in _NODE)
    whole = all(isinstance(edge.weight, int) for edge in network.edges)
    yield "weight", "edge", "int" if whole else "double"
    yield "on", "edge", "string"
    yield from ((name, "graph", "string") for name, _ in _choices(network))


def _choices(network: Network) -> list[tuple[str, str]]:
    """Return how the network was made, as far as it was chosen."""
    names = ("kind", "mode", "normalisation", "duplicates", "since", "until")
    found = ((name, getattr(network, name)) for name in names)
    # A node has a kind too, and the keys of a file are one list.
    return [("network" if name == "kind" else name, str(value)) for name, value in found if value is not None]


def _of_node(node: NetworkNode) -> list[tuple[str, str]]:
    return [(name, _clean(str(getattr(node, name)))) for name in _NODE]


def _of_edge(edge: NetworkEdge) -> list[tuple[str, str]]:
    told = [("weight", str(edge.weight))]
    if edge.on is not None:
        told.append(("on", _clean("; ".join(on.name for on in edge.on))))
    return told


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _text(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
