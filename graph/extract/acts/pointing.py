"""Nouns and pronouns that stand for what somebody said: 'the claims', 'that figure', 'this'."""

from spacy.tokens import Token

from ..afterthoughts import opens
from ..attribution.clauses import that_clause
from ..attribution.contents import Content, contents_of, trimmed
from ..attribution.cueforms import what_of
from ..attribution.thatclauses import told_of
from ..claims.claimwords import listed_words
from ..lexicon import verb_act, words
from ..sentences import child

POINTERS = frozenset(("this", "that", "it", "these", "those", "all", "so"))
_DETERMINED = frozenset(("the", "this", "that", "these", "those", "such"))
_FIGURES = frozenset(
    ("figure", "number", "view", "charge", "count", "reading", "conclusion", "word", "words")
)


def both_of(target: Token) -> bool:
    """Say whether a noun means the two things just said: 'both points', 'the two claims', 'either charge'."""
    many = {c.lower_ for c in target.children} & {"both", "two", "either"}
    plain = not any(c.dep_ in ("prep", "acl", "relcl", "poss") for c in target.children)
    known = target.lemma_.lower() in words("said_before") | _FIGURES | {"point", "thing", "count"}
    return (
        bool(many)
        and plain
        and known
        and ("two" not in many or any(c.lower_ in _DETERMINED for c in target.children))
    )


def points_back(target: Token) -> bool:
    """Say whether a noun stands for what somebody else said."""
    if both_of(target):
        return True
    if what_of(target) is not None:
        return True
    if target.lower_ in POINTERS and (target.pos_ in ("PRON", "DET") or target.dep_ == "dobj"):
        return True
    if target.lower_ == "them" and verb_act(target.head.lemma_) == "denies" and target.dep_ == "dobj":
        return True
    if target.lower_ == "that" and target.i + 1 < len(target.doc) and target.nbor().text == ":":
        return True  # 'denies that: nobody has paid'
    lemma = target.lemma_.lower()
    if that_clause(target) is not None:
        return opens(target)
    if lemma in words("said_before") or lemma in listed_words("views"):
        return True
    return lemma in _FIGURES and any(
        c.lower_ in _DETERMINED - {"any", "all", "both"} for c in target.children
    )


def hints(target: Token, text: str, *, most: bool = False) -> bool:
    """Say whether a noun's own words, or `most` of them, are in a claim: 'the report on his passport'."""
    told, inside = tells(target), text.casefold()
    found = sum(word in inside for word in told)
    return 2 * found > len(told) if most else found > 0


def tells(target: Token) -> list[str]:
    """Return a noun's own words that tell which claim it means."""
    return [
        t.lemma_.lower()
        for c in target.children
        if c.dep_ in ("prep", "compound", "amod") and c.lower_ not in ("by", "from", "in")
        for t in c.subtree
        if t.pos_ in ("NOUN", "PROPN") and not t.ent_type_ and t.lemma_.lower() not in words("posts")
    ]


def that_below(target: Token) -> Token | None:
    """Return the clause of 'reports on Sunday that ...', which the parser may hang on another noun."""
    return next(
        (
            t
            for t in target.subtree
            if t.i > target.i
            and t.dep_ in ("acl", "ccomp", "relcl")
            and any(g.lower_ == "that" and g.i < t.i for g in t.children)
            and t.pos_ in ("VERB", "AUX")
            and not told_of(t)
        ),
        None,
    )


def telling(target: Token) -> Token | None:
    """Return 'claiming' of 'a report claiming that P' and 'said' of 'a statement that said P'."""
    if target.pos_ != "NOUN" or target.lemma_.lower() not in words("said_before") | _TEXTS:
        return None
    near = (c for c in target.children if c.dep_ in ("acl", "relcl") and c.i > target.i)
    for verb in (
        c for c in near if c.doc[c.left_edge.i - 1].text != "," and that_clause(target) in (None, c)
    ):
        subject = child(verb, "nsubj")
        tells = verb_act(verb.lemma_.lower()) == "asserts" and not any(c.dep_ == "neg" for c in verb.children)
        bare = verb.tag_ == "VBG" and subject is None
        if tells and (bare or (subject is not None and subject.tag_ in ("WDT", "WP"))) and contents_of(verb):
            return verb
    return None


def closed_by(target: Token) -> set[Token]:
    """Return the words of what a noun tells that is denied: nobody who speaks in them is known to have."""
    verb = telling(target)
    inside = {t for c in contents_on(target, judged=True) for t in c.tokens}
    return inside | ({verb} if verb is not None else set[Token]())


def contents_on(target: Token, *, judged: bool) -> list[Content]:
    """Return what a noun tells that an act is on; if it is judged, also further off."""
    if judged and (verb := telling(target)) is not None:
        return contents_of(verb)
    found = [] if points_back(target) or opens(target) else contents_of(target)
    return found or (told_below(target) if judged and target.pos_ == "NOUN" else [])


def told_below(noun: Token, end: Token | None = None) -> list[Content]:
    """Return the clauses of 'claims by the ministry that P', up to the word `end` if that stands behind."""
    clause = that_below(noun)
    if clause is None or opens(noun):
        return []
    found = contents_of(noun)
    if not found and _own_clause(clause):
        that = next(g.i for g in clause.children if g.lower_ == "that" and g.i < clause.i)
        tokens = [t for t in clause.subtree if t.i > that]
        found = [Content(clause, tuple(trimmed(tokens, clause)))]
    if end is None or end.i <= noun.i:
        return found
    cut = [(c, tuple(t for t in c.tokens if t.i < end.i)) for c in found]
    return [Content(c.root, tokens, c.subject) for c, tokens in cut if c.root in tokens]


def _own_clause(clause: Token) -> bool:
    """Say whether 'that' opens what was said: not in 'the report by Peru that the minister published'."""
    subject = child(clause, "nsubj", "nsubjpass", "expl")
    own = subject is not None and subject.lower_ != "that" and subject.i < clause.i
    which = any(g.lower_ == "that" and g.tag_ == "WDT" for g in clause.children)
    return own and not (which and (verb_act(clause.lemma_.lower()) or clause.lemma_ in _HANDLES))


_TEXTS = frozenset(("communique", "communiqué", "article", "post", "letter", "message", "document", "piece"))
_HANDLES = frozenset(("make", "publish", "spread", "carry", "release", "trust", "find", "share", "circulate"))
