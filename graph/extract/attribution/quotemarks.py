"""Where quotation marks open and close in a paragraph."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

MARKS = frozenset(('"', "''", "``"))


@dataclass(frozen=True)
class Region:
    """Quoted tokens with their marks, `first` to `last`; `open` when no mark closes them."""

    first: int
    last: int
    open: bool = False

    @property
    def tokens(self) -> range:
        """The numbers of the tokens, marks included."""
        return range(self.first, self.last + 1)


def regions(doc: Doc) -> list[Region]:
    """Return the quotations of a paragraph in order; a mark that closes nothing is passed over."""
    found: list[Region] = []
    first: int | None = None
    for token in doc:
        if token.text not in MARKS:
            continue
        glued = token.i > 0 and not doc[token.i - 1].whitespace_
        opens = not glued or (doc[token.i - 1].text in "(-[\u2013\u2014" and not token.whitespace_)
        if first is None:
            if token.whitespace_ and glued:
                continue
            first = token.i
        elif not opens or token.whitespace_ or token.i + 1 == len(doc) or doc[token.i + 1].is_punct:
            found.append(Region(first, token.i))
            first = None
    if first is not None and first + 1 < len(doc):
        found.append(Region(first, len(doc) - 1, open=True))
    return found


def quoted(sentence: Span) -> bool:
    """Say whether the whole sentence stands in quotation marks."""
    before = sentence.doc[: sentence.start].text.count('"') % 2
    text = sentence.text.strip()
    inner = text.strip('"')
    return '"' not in inner and (bool(before) or text.startswith('"'))
