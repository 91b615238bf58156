"""Hang words on the verb or noun that they belong to, where the parser hung them on a verb of saying.

Of 'Poe said the text, made by Peru, is false' it takes the text, too, for who said so; of 'Peru dismissed
claims on Monday by Poe that P' it makes Poe who dismissed them.
"""

from spacy.tokens import Doc, Token

from .lexicon import verb_act, words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def reattached(doc: Doc) -> Doc:
    """Return a paragraph in which such words hang where they belong."""
    for verb in doc:
        if (
            verb.dep_ == "dobj"
            and verb.tag_ == "VBZ"
            and verb.lower_.removesuffix("s") in words("said_before")
        ):
            verb.tag_, verb.pos_, verb.lemma_ = "NNS", "NOUN", verb.lower_.removesuffix("s")
        _dated(verb)
        _complement(verb)
        _according(verb)
        _coordinate(verb)
        if verb.pos_ == "VERB" and verb_act(verb.lemma_.lower()) is not None:
            _subject(verb)
            _left_behind(verb)
            _agent(verb)
            _clause(verb)
            _told(verb)
            _judged(verb)
    return doc


def _subject(verb: Token) -> None:
    """Give 'text' of 'Poe said the text, made by Peru, is false' to 'is'."""
    first = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    second = next((c for c in verb.rights if c.dep_ == "nsubj"), None)
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" or _passive(c)), None)
    if first is None or second is None or clause is None or clause.i < second.i:
        return
    if _lacks_subject(clause):
        _give(second, clause)
        clause.dep_ = "ccomp"


def _left_behind(verb: Token) -> None:
    """Give 'summit' of 'warned the summit risked failure' to 'risked'.

    And 'figures' of 'said the figures being quoted were wrong' to 'were'.
    """
    for clause in [c for c in verb.rights if c.dep_ == "ccomp" and _lacks_subject(c)]:
        before = next((c for c in verb.rights if c.right_edge.i + 1 == clause.left_edge.i), None)
        if before is not None and before.dep_ == "dobj" and before.pos_ in ("NOUN", "PROPN"):
            _give(before, clause)
        elif before is not None and before.dep_ == "ccomp" and before.tag_ in ("VBN", "VBG"):
            thing = next((c for c in before.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if thing is not None and not any(c.tag_ in _FINITE for c in before.lefts):
                _give(thing, clause)
                before.head, before.dep_ = thing, "acl"


def _passive(verb: Token) -> bool:
    return verb.dep_ == "prep" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.lefts)


def _agent(verb: Token) -> None:
    """Give 'by Poe' of 'Peru dismissed claims on Monday by Poe' to the claims."""
    by = next((c for c in verb.rights if c.dep_ == "agent" or _by_name(c)), None)
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    active = verb.tag_ == "VBG" or any(c.dep_ == "nsubj" for c in verb.lefts)
    if by is None or thing is None or not active or not thing.i < by.i:
        return
    if thing.lemma_.lower() in words("said_before"):
        by.head, by.dep_ = thing, "prep"


def _by_name(by: Token) -> bool:
    return by.dep_ == "prep" and by.lower_ == "by" and any(c.pos_ == "PROPN" for c in by.rights)


def _clause(verb: Token) -> None:
    """Give 'that P' of 'dismissed claims on Monday that P' to the claims."""
    named = verb.lemma_.lower() in words("naming")  # 'termed as false the claims that P'
    as_ = (g for c in verb.rights if c.lower_ == "as" for g in c.rights if g.dep_ == "pobj")
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None) or (next(as_, None) if named else None)
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and _that(c)), None)
    if thing is None or clause is None or clause.i < thing.i:
        return
    if verb_act(verb.lemma_.lower()) not in _AGAINST and not named:
        return
    if thing.lemma_.lower() in words("said_before") and not any(_that(c) for c in thing.rights):
        clause.head, clause.dep_ = thing, "acl"


def _complement(clause: Token) -> None:
    """Make 'that Peru seeks to rule it' of 'the charge of Poe that Peru seeks to rule it' what is charged."""
    that = next((t for t in clause.subtree if t.lower_ == "that" and t.i < clause.i), None)
    if clause.dep_ != "relcl" or that is None or that.tag_ != "IN" or that != clause.left_edge:
        return
    subject = next((c for c in clause.lefts if c.dep_ in _SUBJECTS and c != that), None)
    if subject is not None and clause.head.lemma_.lower() in words("said_before"):
        that.head, that.dep_, clause.dep_ = clause, "mark", "acl"


def _told(saying: Token) -> None:
    """Give 'her country planned it' of 'a report alleging her country planned it' to 'alleging'."""
    thing = next((c for c in saying.rights if c.dep_ == "dobj"), None)
    above = saying.head
    if saying.tag_ != "VBG" or thing is None or any(c.dep_ == "ccomp" for c in saying.rights):
        return
    near = [c for t in (above, above.head) for c in t.rights if c.i > thing.right_edge.i and c != saying]
    for clause in (c for c in near if c.dep_ in ("ccomp", "acl", "relcl", "advcl", "conj")):
        between = saying.doc[thing.right_edge.i + 1 : clause.i]
        close = all(t.pos_ in ("AUX", "ADV", "PART") for t in between)
        if close and _lacks_subject(clause):
            if saying.i and saying.nbor(-1).text == "," and above.head != above:
                saying.head, saying.dep_ = above.head, "advcl"
            clause.head, clause.dep_ = saying, "ccomp"
            _give(thing, clause)
            return


def _judged(telling: Token) -> None:
    """Give 'the report' of 'said the report suggesting that P was baseless' to 'was'."""
    saying, noun = telling.head, next((c for c in telling.lefts if c.dep_ == "nsubj"), None)
    verdict = next((c for c in telling.rights if c.dep_ == "ccomp" and c.lemma_ == "be"), None)
    if telling.tag_ != "VBG" or telling.dep_ != "ccomp" or noun is None or verdict is None:
        return
    bare = not any(c.dep_ in _SUBJECTS for c in verdict.children)
    if (
        bare
        and noun.lemma_.lower() in words("said_before")
        and not any(c.dep_ == "aux" for c in telling.lefts)
    ):
        verdict.head, noun.head, telling.head = saying, verdict, noun
        telling.dep_ = "acl"


def _dated(clause: Token) -> None:
    """Give 'that claimed P' of 'a report on 14 February that claimed P' to the report."""
    if (
        clause.dep_ != "relcl"
        or clause.head.ent_type_ not in ("DATE", "TIME")
        or clause.head.head == clause.head
    ):
        return
    if not any(c.tag_ in ("WDT", "WP") for c in clause.lefts):
        return  # 'the report on the day it appeared'
    by = clause.head.head
    while by.ent_type_ in ("DATE", "TIME") and by.head != by:
        by = by.head
    before = by.nbor(-1) if by.pos_ == "ADP" and by.i else None
    if before is not None and before.pos_ == "NOUN":
        clause.head = before


def _according(word: Token) -> None:
    """Give 'Peru and Chile' of 'According to the Post, Peru and Chile were there' to 'were'."""
    verb, to = word.head, next((c for c in word.rights if c.lower_ == "to"), None)
    source = next((c for c in to.rights if c.dep_ == "pobj"), None) if to is not None else None
    if word.lower_ != "according" or source is None or verb.i < source.i or source.nbor().text != ",":
        return
    others = [c for c in source.rights if c.dep_ in ("conj", "appos")]
    if not others or not _lacks_subject(verb):
        return
    first = others[0]
    for part in [c for c in source.rights if c.i > first.i or (c.dep_ == "cc" and c.i > source.i + 1)]:
        part.head = first
    _give(first, verb)


def _coordinate(second: Token) -> None:
    """Give 'refuted' of 'denied agreeing to it and refuted reports' the subject of 'denied'."""
    doing = second.head
    finite = second.tag_ in _FINITE or (
        second.tag_ == "VBN" and not any(c.dep_ == "aux" for c in second.lefts)
    )
    if second.dep_ != "conj" or not finite or doing.tag_ != "VBG" or doing.head == doing:
        return
    if verb_act(second.lemma_.lower()) is not None and verb_act(doing.head.lemma_.lower()) is not None:
        for joint in (c for c in doing.rights if c.dep_ == "cc" and c.i < second.i):
            joint.head = doing.head
        second.head = doing.head


def _lacks_subject(verb: Token) -> bool:
    """Say whether a verb is finite, by itself or by its helper, and has no subject."""
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in _helpers(verb))
    return finite and not any(c.dep_ in _SUBJECTS for c in verb.children)


def _give(noun: Token, verb: Token) -> None:
    """Make a noun the subject of a verb."""
    passive = any(c.dep_ == "auxpass" for c in _helpers(verb))
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]


def _that(clause: Token) -> bool:
    twice = sum(c.dep_ == "dobj" for c in clause.children) > 1
    return any(
        c.lower_ == "that" and (c.dep_ == "mark" or (c.dep_ == "dobj" and twice)) for c in clause.lefts
    )


_AGAINST = ("denies", "rejects")
