"""Chains that stand in the order of a sentence: '"P," Poe said, according to the ministry'."""

from .act import Attribution


def outer_first(acts: list[Attribution]) -> list[Attribution]:
    """Return acts so that who tells that something was said comes before who said it."""
    for outer in acts:
        for content in outer.contents:
            inner = next((a for a in acts if a.verb == content.root and a is not outer), None)
            if inner is None or inner.parent is not None or inner.voice.actors == outer.voice.actors:
                continue
            if not _holds(inner, outer):
                inner.parent = outer
    done: list[Attribution] = []
    for act in acts:
        chain = [act]
        while (above := chain[-1].parent) is not None and above in acts and above not in chain:
            chain.append(above)
        done += [one for one in reversed(chain) if not any(one is other for other in done)]
    return done


def _holds(inner: Attribution, outer: Attribution) -> bool:
    """Say whether the outer act stands in what the inner one says."""
    return any(outer.verb in content.tokens for content in inner.contents)
