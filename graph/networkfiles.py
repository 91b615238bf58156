"""Networks as files for other programs: GraphML (Gephi, igraph, NetworkX) and CSV."""

import csv
import io
import re
from xml.etree import ElementTree

from .answers import Network

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("statements", "node", "int"),
    ("weight", "edge", "int"),
    ("on", "edge", "string"),
)


def graphml(network: Network) -> str:
    """Return the network as GraphML; the same network gives the same text.

    What XML 1.0 cannot hold (control characters) is replaced by U+FFFD.
    """
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, for_, type_ in _KEYS:
        key = {"id": name, "for": for_, "attr.name": name, "attr.type": type_}
        ElementTree.SubElement(root, "key", key)
    graph = ElementTree.SubElement(root, "graph", id=network.kind, edgedefault="undirected")
    for node in network.nodes:
        element = ElementTree.SubElement(graph, "node", id=_clean(node.id))
        _data(element, name=node.name, kind=node.kind, statements=node.statements)
    for edge in network.edges:
        ends = {"source": _clean(edge.source), "target": _clean(edge.target)}
        element = ElementTree.SubElement(graph, "edge", ends)
        _data(element, weight=edge.weight, on="; ".join(on.name for on in edge.on))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _data(element: ElementTree.Element, **values: object) -> None:
    for key, value in values.items():
        ElementTree.SubElement(element, "data", key=key).text = _clean(str(value))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def edges_csv(network: Network) -> str:
    """Return the edges as CSV (RFC 4180): source, target, weight, and on what, by id."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("source", "target", "weight", "on"))
    for edge in network.edges:
        writer.writerow((edge.source, edge.target, edge.weight, " ".join(on.id for on in edge.on)))
    return text.getvalue()
