"""XML that others made: refused before it is parsed if it declares a document type, and with it entities.

Entities can name files and addresses, and can grow without bound when they hold each other; RDF needs none.
"""

from xml.parsers import expat

from ..errors import ReadError

_UTF_8 = ("utf-8", "utf8", "us-ascii")


def require_plain(data: bytes, name: str) -> None:
    """Raise ReadError unless the bytes are well-formed XML in UTF-8 without a document type declaration."""
    parser = expat.ParserCreate()

    def on_declaration(_: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in _UTF_8:
            raise ReadError(f"{name}: is declared as {encoding}; send UTF-8")

    def on_doctype(*_: object) -> None:
        line = parser.CurrentLineNumber
        raise ReadError(f"{name}:{line}: declares a document type; entities are never expanded")

    parser.XmlDeclHandler = on_declaration
    parser.StartDoctypeDeclHandler = on_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError(f"{name}:{error.lineno}: not valid XML: {expat.ErrorString(error.code)}") from error
