"""Short denials in the writer's own voice: 'It does no such thing.', 'They did not.'."""

from spacy.tokens import Span, Token

from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..sentences import child, in_quotes, position, whole
from .drafts import Draft
from .links import Link
from .statements import Statements, whole_sentence
from .verdicts import verdict_of

_SHORT = 9
_FIXED = frozenset(("the", "this", "that", "these", "those"))
_THEY = frozenset(("they", "both"))
_PERSONS = frozenset(("he", "she"))


def is_retort(sentence: Span) -> bool:
    """Say whether a sentence does no more than deny what was said before it."""
    if _judged(sentence) is not None:
        return True
    content = whole_sentence(sentence)
    subject = child(content.root, "nsubj", "nsubjpass")
    if subject is None or subject.lower_ not in _THEY | _PERSONS | {"it"} or len(content.tokens) > _SHORT:
        return False
    if in_quotes(sentence[0]) or sentence.text.rstrip().endswith("?") or '"' in sentence.text:
        return False
    verdict = verdict_of(content)
    plain = verdict is not None and verdict.target is None and verdict.speakers is None
    return plain and verdict is not None and verdict.act == "denies" and verdict.such is None


def retort(sentence: Span, last: Attribution | None, writer: str, statements: Statements) -> None:
    """Let the writer deny the one claim of the sentence before; where it cannot be told, report it."""
    content = whole_sentence(sentence)
    if (noun := _judged(sentence)) is not None:
        _check(noun, content, writer, statements)
        return
    claims = _just_claimed(last, writer, statements)
    if last is None or len(claims) != 1 or not _answers(content, last.contents[0]):
        statements.omit("what this short denial is of is not understood", content.first, content.last)
        return
    _deny(Link(claims, "answers the sentence before", 0.75), content, writer, statements)


def _deny(link: Link, content: Content, writer: str, statements: Statements) -> None:
    where = whole(statements.text, content.root.sent)
    draft = Draft(f"s{statements.next_id()}", where, (writer,), inference=True, confidence=0.6)
    draft.said = statements.when.today
    draft.link("denies", link)
    statements.drafts.append(draft)
    for claim in link.claims:
        statements.links.remember("denies", (writer,), claim, where=where)


def _judged(sentence: Span) -> Token | None:
    """Return 'account' of 'The account does not add up', which the writer says of what was claimed."""
    content = whole_sentence(sentence)
    if in_quotes(sentence[0]) or len(content.tokens) > _SHORT or sentence.text.rstrip().endswith("?"):
        return None
    verdict = verdict_of(content)
    noun = verdict.target if verdict is not None and verdict.act == "denies" else None
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    fixed = any(c.lower_ in _FIXED or c.dep_ == "poss" for c in noun.children)
    return noun if fixed and noun.head == content.root else None


def _check(noun: Token, content: Content, writer: str, statements: Statements) -> None:
    """Let the writer deny the claim that a noun means, as a fact check does."""
    link = statements.links.denied(noun, (writer,))
    if link and not link.turned:
        _deny(link, content, writer, statements)
    else:
        statements.omit("what this short denial is of is not understood", content.first, content.last)


def _just_claimed(last: Attribution | None, writer: str, statements: Statements) -> tuple[str, ...]:
    """Return what the last act alone asserts; nothing where its sentence says more than that."""
    if last is None or last.act != "asserts" or last.parent is not None or len(last.contents) != 1:
        return ()
    sentence = last.verb.sent
    start, end = position(sentence[0]), position(sentence[-1])
    here = [d for d in statements.drafts if start <= d.span.start <= end]
    if len(here) != 1 or set(here[0].edges) != {"asserts"} or writer in here[0].speakers:
        return ()
    return tuple(here[0].edges["asserts"])


def _answers(content: Content, before: Content) -> bool:
    """Say whether subject and verb of a short denial fit the clause that it would deny."""
    mine, theirs = child(content.root, "nsubj", "nsubjpass"), child(before.root, "nsubj", "nsubjpass")
    if mine is None or theirs is None or before.root.pos_ not in ("VERB", "AUX"):
        return False
    return _same_subject(mine, theirs) and _helper(content.root) in _takes(before.root)


def _same_subject(mine: Token, theirs: Token) -> bool:
    many = theirs.tag_ in ("NNS", "NNPS") or any(theirs.conjuncts) or theirs.lower_ == "they"
    if mine.lower_ in _THEY:
        return many
    if many:
        return False
    if mine.lower_ in _PERSONS:
        return theirs.lower_ == mine.lower_ or theirs.ent_type_ == "PERSON"
    return theirs.lower_ == "it" or (theirs.tag_ in ("NN", "NNP") and theirs.ent_type_ != "PERSON")


def _helper(root: Token) -> str:
    return "be" if root.lemma_ == "be" else "have" if root.lemma_ == "have" else "do"


def _takes(verb: Token) -> set[str]:
    """Return the helpers by which a clause is taken up: 'it does not' for 'cedes', 'it is not' for 'is'."""
    helpers = [c.lemma_.lower() for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.lemma_ == "be" or "be" in helpers:
        return {"be"}
    return {"have", "do"} if "have" in helpers else {"do"} if not helpers or "do" in helpers else set()
