"""Who is who: when an actor of the gold and one that was found are the same."""

from collections import Counter

from graph.models import Actor, Annotation, slug

from .assign import assign

Key = frozenset[str]
_SMALL = frozenset(("a", "an", "the", "of", "at", "in", "from", "with", "to", "for"))


def _key(name: str) -> Key:
    """Return the words of a name in any order: "a source at the bank" is "bank source"."""
    words = frozenset(slug(name).split("-"))
    return words - _SMALL or words


def _names(actor: Actor) -> set[Key]:
    return {_key(actor.id), _key(actor.name)}


def _keys(annotation: Annotation) -> dict[str, set[Key]]:
    """Return all names of each actor; an alias that two actors share names neither."""
    aliases = {a.id: {_key(n) for n in (*a.aliases, *a.misspellings)} for a in annotation.actors}
    owners = Counter(key for a in annotation.actors for key in aliases[a.id] | _names(a))
    return {a.id: _names(a) | {k for k in aliases[a.id] if owners[k] == 1} for a in annotation.actors}


def _writers(annotation: Annotation) -> set[str]:
    """Return the actors that stand for the document's own voice."""
    own = {who for s in annotation.statements if s.inference for who in s.speakers}
    author, publisher = annotation.document.author, annotation.document.publisher
    own |= {a.id for a in annotation.actors if author and _key(a.name) == _key(author)}
    return own | {publisher} if publisher else own


class Identity:
    """Tells for one document whether two actors are the same."""

    def __init__(self, gold: Annotation, found: Annotation) -> None:
        self._gold, self._found = _keys(gold), _keys(found)
        self._gold_writers, self._found_writers = _writers(gold), _writers(found)

    def same(self, gold: str, found: str) -> bool:
        """Say whether ids, names or an alias agree, or both are the document's own voice."""
        if gold in self._gold_writers and found in self._found_writers:
            return True
        return bool(self._gold.get(gold, {_key(gold)}) & self._found.get(found, {_key(found)}))

    def common(self, gold: tuple[str, ...], found: tuple[str, ...]) -> int:
        """Return how many of two lists of actors are the same, one to one."""
        return len(assign([[float(self.same(g, f)) for f in found] for g in gold]))

    def all_same(self, gold: tuple[str, ...], found: tuple[str, ...]) -> bool:
        """Say whether two lists name the same actors, all of them, in any order."""
        return len(set(gold)) == len(set(found)) == self.common(tuple(set(gold)), tuple(set(found)))
