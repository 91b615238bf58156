"""The people of an article by their surnames, so that a name is compared with those like it alone."""

import jellyfish

from .names import bare, transliterated


def _keys(surname: str) -> list[tuple[str, ...]]:
    """Return what two spellings of one surname have in common, one of these at least."""
    name = bare(surname)
    if len(name) < 5 or not name.isascii():
        return [("same", name)]
    return [
        ("same", name),
        ("letters", name[0], transliterated(name)),
        ("sound", name[0], jellyfish.metaphone(name)),
    ]


class Surnames:
    """Keeps who bears which surname."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, ...], set[str]] = {}

    def add(self, id_: str, surname: str) -> None:
        """Keep that a person bears a surname."""
        for key in _keys(surname):
            self._held.setdefault(key, set()).add(id_)

    def near(self, surname: str) -> set[str]:
        """Return all whose surname may be another spelling of this one."""
        return {id_ for key in _keys(surname) for id_ in self._held.get(key, ())}
