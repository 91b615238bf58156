"""Questions: what a yes or a no to them says, and which words in them are asked, not told."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from ...models import Act
from ..actors.cast import Cast
from ..attribution.contents import Content
from ..claims.claimwords import listed_words
from ..lexicon import verb_act
from ..sentences import child, in_quotes, position
from .ellipses import is_empty
from .judged import Verdict

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_WH = frozenset(("WP", "WRB", "WDT", "WP$"))
_OUGHT = frozenset(("should", "must", "shall", "ought", "may", "might", "could"))
_NOT = frozenset(("not", "never", "no", "nobody", "nothing", "none", "neither"))
_THAT = frozenset(("that", "this", "it", "so"))
# "Do you think that it is so?": a no says that it is not; one to "Do you admit that it is so?" does not.
_OPINION = frozenset(("think", "believe", "agree"))
_TELLING = frozenset(
    ("say", "claim", "suggest", "confirm", "admit", "acknowledge", "accept", "concede", "maintain")
)
_SURE = frozenset(("sure", "certain", "confident", "convinced"))
_BELOW = frozenset(("ccomp", "xcomp", "conj", "csubj", "pcomp", "advcl", "prep", "attr", "acomp"))
_GIVEN = frozenset(("as", "after", "since", "although", "though", "while", "because"))


@dataclass(frozen=True)
class Asked:
    """What a question asks; `yes` and `no` say what these words do to it, None where that is not certain.

    `open` is a question that yes or no do not answer, or one of what was said before: no content of its own.
    `back` is 'Do you deny it?', to which a yes denies what was said before.
    `since` is where its paragraph begins.
    """

    content: Content | None = None
    yes: Act | None = None
    no: Act | None = None
    open: bool = False
    back: bool = False
    since: int = 0


def asked(sentence: Span, *, follows: bool) -> Asked:
    """Return what a question asks; `follows` says that another question stands right before it."""
    tokens = [t for t in sentence if not (t.is_space or t.text in ('"', "?"))]
    root = sentence.root
    subject = child(root, *_SUBJECTS)
    if any(t.tag_ in _WH and t.i < root.i for t in tokens):
        return Asked(open=True)
    if subject is None or root.pos_ not in ("VERB", "AUX"):
        return Asked(open=True) if not follows else Asked()
    inner = child(root, "ccomp")
    said = child(root, "acomp", "attr")
    inner = inner or (child(said, "ccomp") if said is not None else None)
    truth = root.lemma_ == "be" and (said is None or said.lemma_.lower() in listed_words("truths"))
    if truth and inner is not None and subject.lower_ in ("it", "that"):
        return _below(inner, tokens, "asserts", "denies")
    passive = _passive(root, subject)
    empty = passive is None and is_empty(Content(root, tuple(tokens)))
    pointer = child(root, "dobj")
    denied = verb_act(root.lemma_.lower()) == "denies" and pointer is not None and pointer.lower_ in _THAT
    if denied and subject.lower_ == "you" and _is_now(root):
        return Asked(open=True, yes="denies", back=True)
    if empty or (truth and passive is None and subject.lower_ in ("it", "that", "this")):
        return Asked() if follows else Asked(open=True)
    if subject.lower_ == "you" and _agrees(root):
        return Asked(open=True)
    if _tagged(tokens):
        return Asked()
    if inner is not None and subject.lower_ == "you" and _is_now(root):
        if (acts := _of_you(root, said)) is not None:
            return _below(inner, tokens, *acts)
    below = set(passive.subtree) if passive is not None else set[Token]()
    front = [t for t in tokens if t in subject.subtree and t not in below]
    start = min([root.i, subject.left_edge.i, *(c.i for c in root.children if c.dep_ in ("aux", "auxpass"))])
    rest = [t for t in tokens if t not in front and t.i >= start]
    return _clear(Content(root, (*front, *rest)), "asserts", "denies")


def _passive(root: Token, subject: Token) -> Token | None:
    """Return 'signed' of 'Was the annex signed on Monday?', which the parser hangs on the annex."""
    verb = child(subject, "acl")
    bare = root.lemma_ == "be" and root.i < subject.i and child(root, "attr", "acomp") is None
    return verb if bare and verb is not None and verb.tag_ == "VBN" else None


def _agrees(root: Token) -> bool:
    """Say whether 'Do you agree?' or 'Do you agree with that?' asks of nothing but what was said."""
    rest = [c for c in root.children if c.dep_ not in ("aux", "nsubj") and not c.is_punct]
    what = [g.lower_ for c in rest for g in c.children]
    return (
        root.lemma_ == "agree"
        and _is_now(root)
        and all(c.dep_ == "prep" for c in rest)
        and set(what) <= _THAT
    )


def _of_you(root: Token, said: Token | None) -> tuple[Act | None, Act | None] | None:
    """Return what yes and no to 'Do you deny that', 'Do you think that' and 'Are you sure that' do."""
    lemma = root.lemma_.lower()
    if verb_act(lemma) == "denies":
        return "denies", None
    if lemma in _OPINION:
        return "asserts", "denies"
    if lemma in _TELLING or (said is not None and said.lemma_.lower() in _SURE):
        return "asserts", None
    return None


def _is_now(root: Token) -> bool:
    helpers = [root, *(c for c in root.children if c.dep_ == "aux")]
    return helpers[-1].lower_ in ("do", "are", "would", "can")


def _below(inner: Token, tokens: list[Token], yes: Act | None, no: Act | None) -> Asked:
    own = [t for t in tokens if t in inner.subtree and not (t.head == inner and t.dep_ == "mark")]
    return _clear(Content(inner, tuple(own)), yes, no) if inner in own else Asked()


def _clear(content: Content, yes: Act | None, no: Act | None) -> Asked:
    """Leave out what a short answer does not settle: choices, duties, conditions, and a no to a not."""
    root = content.root
    helpers = {c.lower_ for c in root.children if c.dep_ == "aux"}
    supposed = any(
        c.dep_ == "advcl" and any(g.lower_ in ("if", "unless") for g in c.children) for c in root.children
    )
    if any(t.lower_ == "or" for t in content.tokens) or helpers & _OUGHT or supposed:
        return Asked()
    if any(t.lower_ in _THAT and t.dep_ in ("dobj", "pobj") for t in content.tokens):
        return Asked()
    if any(t.lower_ in _NOT and t.head == root for t in content.tokens):
        return Asked(content, "asserts" if yes == "denies" else "denies", None)
    return Asked() if any(t.lower_ in _NOT for t in content.tokens) else Asked(content, yes, no)


def _tagged(tokens: list[Token]) -> bool:
    """'You left, didn't you?', 'You left, correct?': what is asked is not parsed surely."""
    return any(t.text in (",", "-", "\u2013", "\u2014") for t in tokens[-4:])


def answers(verdict: Verdict) -> bool:
    """Say whether a verdict can be an answer: 'No', 'He did not', 'That is not true'."""
    bare = verdict.target is None or verdict.target.lower_ in ("that", "this", "it")
    return bare and verdict.such is None and verdict.speakers is None


def only_asked(word: Token) -> bool:
    """Say whether a word of saying stands in what a question asks, so that nobody told it.

    'Bolivia says that it leaks; why is it open?' tells that it says so, 'Does Bolivia say so?' does not.
    """
    mark = next((t for t in reversed(list(word.sent)) if not (t.is_space or t.text == '"')), None)
    if mark is None or mark.text != "?" or in_quotes(mark) != in_quotes(word):
        return False
    if word.pos_ == "NOUN":
        return bool({c.lower_ for c in word.children} & {"a", "an", "any", "no"})
    top = next((t for t in word.sent if _inverted(t)), None)
    top = top if top is not None else word.sent.root
    step = word
    while step != top:
        given = step.dep_ == "advcl" and any(c.lower_ in _GIVEN for c in step.children)
        if step.dep_ not in _BELOW or given or step.head == step or step.i < top.i:
            return False
        step = step.head
    return True


def is_question(content: Content) -> bool:
    """Say whether a clause that a cue governs is a question: 'He said it leaks; why is it open?'."""
    after = content.last.doc[content.last.i + 1 : content.last.i + 3]
    return _inverted(content.root) and any(t.text == "?" for t in (*content.tokens, *after))


def _inverted(verb: Token) -> bool:
    subject = child(verb, *_SUBJECTS)
    if subject is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(h.i < subject.i for h in helpers) or (verb.pos_ == "AUX" and verb.i < subject.i)


def told_since(answer: Token, end: int | None, speakers: tuple[str, ...], cast: Cast) -> bool:
    """Say whether an answer follows something else than a claim that ends in an earlier paragraph.

    What is told of who answers stands between them: 'Poe hit back. "Not true," she said.'
    """
    doc = answer.doc
    if end is None or end > position(doc[0]) or doc.user_data.get("holders"):
        return False
    before = doc[: answer.sent.start]
    named = {m.of for t in before if (m := cast.at(t)) is not None}
    return any(t.tag_ in ("VBD", "VBZ", "VBP") for t in before) and not named & set(speakers)
