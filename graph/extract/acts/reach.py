"""How far the words go that tell what a stand is taken on."""

from spacy.tokens import Token

from ..attribution.clauses import turned
from ..sentences import in_quotes

_CONDITIONS = frozenset(("if", "unless", "provided", "providing", "as", "so", "on", "should", "were", "had"))
_STOPS = frozenset((",", ";", ":", "\u2013", "\u2014", "--", "-", "(", ")", '"', ".", "!", "?"))
_VESSELS = frozenset(
    ("statement", "letter", "speech", "interview", "post", "message", "session", "meeting", "plenary",
     "paper", "conference", "parliament", "briefing", "reply", "talk", "email", "tweet", "address", "debate",
     "vote")
)  # fmt: skip


def reach(verb: Token, target: Token) -> Token:
    """Return the last word of 'free passage through the strait' and of 'the cap if the fund is doubled'.

    The parser hangs 'through the strait' on the verb; a day, a letter and what is told besides do not belong.
    """
    inside = set(verb.subtree) | set(target.subtree)
    last = target
    own = _own(target)
    for token in verb.doc[target.i + 1 : verb.sent.end]:
        if token not in inside or in_quotes(token) != in_quotes(target):
            break
        if token in own and not token.is_punct:
            last = token
            continue
        if token.text in _STOPS:
            after = token.nbor() if token.i + 1 < len(token.doc) else token
            if after in own or _limits(after):
                continue
            break
        if _begins(token, verb, own):
            break
        last = token
    return last


def _own(target: Token) -> set[Token]:
    """Return the words of a noun phrase without a clause that only tells more of it: ', which has held'."""
    aside = {
        t for c in target.subtree if c.dep_ in ("relcl", "acl", "appos") and c.left_edge.i
        and c.left_edge.nbor(-1).text == "," for t in c.subtree
    }  # fmt: skip
    return {t for t in target.subtree if t not in aside and not t.is_space}


def _begins(token: Token, verb: Token, own: set[Token]) -> bool:
    """Say whether something begins that is told besides: 'and warned', 'on Friday', 'in a statement'."""
    if token.dep_ == "cc" and token.head not in own:
        return True
    if token.head == verb and token.dep_ in ("npadvmod", "conj"):
        return True
    if token.ent_type_ in ("DATE", "TIME") and token.head == verb:
        return True
    if token.dep_ in ("prep", "mark") and token.lower_ in (
        "after",
        "because",
        "since",
        "while",
        "when",
        "although",
        "but",
    ):
        return True
    if token.dep_ == "prep" and token.head == verb:
        below = list(token.subtree)
        dated = any(t.ent_type_ in ("DATE", "TIME") for t in below[:3]) and token.lower_ in ("on", "in", "at")
        return dated or (token.lower_ in ("in", "at", "during") and any(t.lemma_ in _VESSELS for t in below))
    return token.tag_ == "VBG" and token.head == verb and token.dep_ == "advcl"


def _limits(token: Token) -> bool:
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.lower_ in ("as", "so") and after.lower_ not in ("long", "soon"):
        return False  # ', as talks went on' tells when
    head = next((a for a in (token.head, *token.head.ancestors) if a.dep_ == "advcl"), None)
    return token.lower_ in _CONDITIONS and (
        token.dep_ in ("mark", "advmod", "prep", "advcl") or (head is not None and turned(head))
    )
