"""Headlines of fact checks: of 'FALSE: Peru keeps the pact' the outlet denies what follows."""

from spacy.tokens import Span

from ..attribution.contents import Content, trimmed
from ..claims.claimwords import says_no
from ..sentences import span
from .drafts import Draft
from .statements import Statements

_LABELS = frozenset(("disinfo", "misleading", "manipulation", "myth", "mostly false", "pants on fire", "no"))
_FIRST = 4


def fact_checked(sentence: Span) -> Content | None:
    """Return what a headline calls false by its label."""
    colon = next((t for t in sentence[:_FIRST] if t.text == ":"), None)
    if colon is None:
        return None
    label = " ".join(t.lower_ for t in sentence.doc[sentence.start : colon.i])
    rest = [t for t in sentence.doc[colon.i + 1 : sentence.end] if not t.is_space]
    root = next((t for t in rest if t.pos_ in ("VERB", "AUX") and (t.head not in rest or t.head == t)), None)
    if root is None or not (label in _LABELS or says_no(label)):
        return None
    return Content(root, tuple(trimmed(rest, root)))


def judge_headline(content: Content, writer: str, statements: Statements) -> None:
    """Let the outlet deny it: the claim of somebody in the text that says the same, if there is one."""
    written = statements.writer.write(content.tokens, content.root, ())
    before = statements.claims.count
    claim = statements.claims.add_clause(content, written, ())
    where = span(statements.text, content.first, content.last)
    draft = Draft(f"s{statements.next_id()}", where, (writer,), inference=True, confidence=0.7)
    draft.said = statements.when.today
    statements.deny(draft, "asserts" if written.negated else "denies", claim, before, content, (writer,))
    statements.drafts.append(draft)
