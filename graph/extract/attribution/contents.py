"""What is said: the clauses under a cue, cut into one content per act."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from ..lexicon import verb_act
from ..sentences import child, in_quotes
from .clauses import answers_before, clauses, contrary_to, is_participle, roots, turned
from .found import Found
from .goingon import goes_on
from .joined import joined_verbs
from .parting import apart_in_time, as_asked, goes_with_cue, quoted_by, set_against
from .torn import around, but_for, on_edge, resumed, torn


@dataclass(frozen=True)
class Content:
    """A clause that somebody said: its verb and its tokens, in order and without gaps."""

    root: Token
    tokens: tuple[Token, ...]
    subject: Token | None = None

    @property
    def first(self) -> Token:
        """The first token of the words said."""
        return self.tokens[0]

    @property
    def last(self) -> Token:
        """The last token of the words said."""
        return self.tokens[-1]


def contents_of(cue: Token, outside: Token | None = None) -> list[Content]:
    """Return the contents of a cue; of 'according to X' (`outside`) its main clauses."""
    if outside is not None:
        while (
            cue.dep_ in ("advcl", "ccomp", "conj")
            and cue.head.pos_ in ("VERB", "AUX")
            and not any(c.dep_ == "mark" for c in cue.children)
            and verb_act(cue.head.lemma_) is None
        ):
            cue = cue.head
        return [c for root in clauses(cue) if (c := _content(root, outside, keep=True))]
    if lost := _after_that(cue):
        return [lost]
    found: list[Content] = []
    for root in roots(cue):
        if root.dep_ == "xcomp" and root.tag_ == "JJ" and child(root, "aux") is not None:
            continue  # 'agreed to extensive guarantees', where the parser takes 'extensive' for a verb
        found += [c for clause in clauses(root) for c in _pieces(clause, cue)]
    return _with_deed(found)


def _with_deed(found: list[Content]) -> list[Content]:
    """Join 'to look away' and 'is to be guilty', which are one clause: its subject is the deed."""
    if len(found) != 2 or found[1].first.i != found[0].last.i + 1:
        return found
    deed, said = found
    be = said.root.lemma_ == "be" and said.first == said.root and child(said.root, "nsubj", "expl") is None
    infinitive = deed.root.tag_ == "VB" and deed.first.lower_ == "to"
    return [Content(said.root, (*deed.tokens, *said.tokens))] if be and infinitive else found


def _pieces(clause: Token, cue: Token) -> Iterator[Content]:
    """Yield a clause, and apart what goes on with it after a cue that is thrown into it."""
    keep = torn(clause, cue)
    whole = _content(clause, cue, keep=keep)
    if whole is not None:
        yield whole
    for verb in resumed(clause, cue):
        if whole is not None and verb not in whole.tokens and (more := _content(verb, cue)) is not None:
            yield more


def _after_that(cue: Token) -> Content | None:
    """Take all after 'that' where the parser hung the clause above its cue."""
    that = next((t for t in cue.subtree if t.lower_ == "that" and t.i > cue.i), None)
    if cue.dep_ != "parataxis" or that is None or cue.head.i < that.i:
        return None
    tokens = [t for t in cue.sent if t.i > that.i]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return Content(cue.head, tuple(tokens)) if cue.head in tokens else None


def _content(root: Token, cue: Token, *, keep: bool = False) -> Content | None:
    """Cut the words of one clause out of its sentence."""
    others = {c for c in clauses(root) if c != root}
    inside = _own(root, cue, others)
    inside = [*_condition(root, cue), *inside, *_detached(root, cue)]
    split = keep and inside and inside[0].i < cue.i < inside[-1].i
    tokens = around(inside, cue) if split else trimmed(inside, root)
    if in_quotes(cue) and in_quotes(root):  # '"He noted that P," Poe said': what Poe said ends there
        tokens = [t for t in tokens if in_quotes(t)]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
    if root not in tokens or not any(t.is_alpha for t in tokens):
        return None
    if tokens[0].lower_ == "that" and tokens[0].i == cue.i + 1 and len(tokens) > 2 and not _this_one(tokens):
        tokens = tokens[1:]
    if tokens[0].lower_ == "on" and tokens[1].ent_type_ == "DATE" and len(tokens) > 4:
        tokens = tokens[2:]
    if tokens[0].i and tokens[0].nbor(-1).lower_ == "nor":
        tokens = [tokens[0].nbor(-1), *tokens]
    return Content(root, tuple(tokens))


def _this_one(tokens: list[Token]) -> bool:
    """'said that number was wrong': without an article, 'that' is no conjunction."""
    return tokens[1].lower_ in ("number", "figure", "sum", "amount", "total") and tokens[0].head == tokens[1]


def found_contents(found: Found, sentence: Span) -> list[Content]:
    """Return the part of what was said that stands in a sentence, where the parser lost its clause."""
    inside = [t for t in sentence if t.i in found.content[0][1] and not t.is_space]
    while inside and on_edge(inside[0]):
        inside.pop(0)
    while inside and (on_edge(inside[-1]) or inside[-1].is_punct):
        inside.pop()
    if not inside:
        return []
    verbs = [t for t in inside if t.pos_ in ("VERB", "AUX")]
    within = set(inside)
    root = next((t for t in verbs if t.head not in within or t.head == t), (verbs or inside)[0])
    return [Content(root, tuple(inside))]


def split_or(content: Content) -> list[Content]:
    """Cut 'he took or kept it' into one content for each verb, for denials deny each."""
    verbs = joined_verbs(content.root, content.tokens)
    joints = {t.lower_ for t in content.tokens if t.dep_ == "cc" and t.head in verbs}
    if len(verbs) < 2 or not {"or", "nor"} & joints:
        return [content]
    cuts = [v.i for v in verbs[1:]] + [content.last.i + 1]
    parts = [
        Content(content.root, tuple(trimmed([t for t in content.tokens if t.i < cuts[0]], content.root)))
    ]
    for verb, end in zip(verbs[1:], cuts[1:], strict=True):
        parts.append(Content(verb, tuple(trimmed([t for t in content.tokens if verb.i <= t.i < end], verb))))
    return parts


def trimmed(inside: list[Token], root: Token) -> list[Token]:
    """Return the run of tokens around the root without joining words and stops at its edges."""
    tokens = _stretch(inside, root)
    while tokens[-1].i + 2 < len(root.doc) and _hyphened(tokens[-1]):
        tokens += [tokens[-1].nbor(), tokens[-1].nbor(2)]
    while tokens and (
        (
            tokens[0].dep_ in ("mark", "cc")
            and tokens[0].lower_ in ("that", "and", "but", "or")
            and not but_for(tokens)
        )
        or on_edge(tokens[0])
    ):
        tokens = tokens[1:]
    while tokens and (
        on_edge(tokens[-1])
        or tokens[-1].dep_ == "cc"
        or (tokens[-1].lower_ == "that" and tokens[-1].dep_ == "mark")
    ):
        tokens = tokens[:-1]
    if (
        len(tokens) > 2
        and tokens[0].lower_ == "that"
        and tokens[1].pos_ in ("PRON", "DET", "PROPN")
        and tokens[0] != root
    ):
        tokens = tokens[1:]
    return _closed(tokens)


def _closed(tokens: list[Token]) -> list[Token]:
    """Return tokens with the bracket that closes their last open one, which the parser hangs elsewhere."""
    texts = [token.text for token in tokens]
    if texts.count("(") > texts.count(")") and tokens[-1].i + 1 < len(tokens[-1].doc):
        after = tokens[-1].nbor()
        return [*tokens, after] if after.text == ")" else tokens
    return tokens


def _hyphened(token: Token) -> bool:
    hyphen = token.nbor()
    return hyphen.text == "-" and not token.whitespace_ and not hyphen.whitespace_


def _condition(root: Token, cue: Token) -> list[Token]:
    """Fetch 'had he gone' of 'said that had he gone, they would have come', which the parser hangs apart."""
    return [t for c in cue.children if c.i < root.i and c != root and turned(c) for t in c.subtree]


def _detached(root: Token, cue: Token) -> list[Token]:
    """Fetch 'changed it and sent it' of 'said he had read it, changed it and sent it' back."""
    pluperfect = any(c.lower_ == "had" and c.dep_ == "aux" for c in root.children)
    if not pluperfect or root.head != cue or root.dep_ != "ccomp":
        return []
    return [
        t
        for c in cue.children
        if c.dep_ == "conj"
        and c.i > root.i
        and verb_act(c.lemma_) is None
        and c.tag_ in ("VBD", "VBN")
        and not any(k.dep_ == "nsubj" for k in c.children)
        for t in (*c.subtree, *(k for k in cue.children if root.i < k.i < c.i and k.dep_ == "cc"))
    ]


def _own(root: Token, cue: Token, others: set[Token]) -> list[Token]:
    """Return the tokens of the subtree that belong to no other act or clause."""
    found, waiting = list[Token](), [root]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += [c for c in token.children if not _parts(c, root, cue, others)]
    return sorted(found, key=lambda t: t.i)


def _parts(token: Token, root: Token, cue: Token, others: set[Token]) -> bool:
    """Say whether another act or clause begins at a token of the subtree."""
    if token == cue or token in others or goes_on(token) or (token.dep_ == "advcl" and is_participle(token)):
        return True
    if token.dep_ == "advcl" and set_against(token):
        return True
    beside = apart_in_time(token) or contrary_to(token) or goes_with_cue(token, root, cue)
    if beside or as_asked(token) or quoted_by(token):
        return True
    return answers_before(token) and root.right_edge.i <= token.right_edge.i + 1


def _stretch(tokens: list[Token], root: Token) -> list[Token]:
    """Return the run of neighbours around the root; single punctuation does not break it."""
    inside = {t.i for t in tokens}
    low = high = root.i
    doc = root.doc
    while low - 1 in inside or (low - 2 in inside and doc[low - 1].is_punct):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and doc[high + 1].is_punct):
        high += 1
    return [doc[i] for i in range(low, high + 1)]
