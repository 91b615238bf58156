"""Orders of time that cannot be: reported as they stand, never repaired."""

from ... import models


def impossible(annotation: models.Annotation) -> list[models.Omission]:
    """Return what is dated before it can be: words after publication, posts that end before they begin."""
    published = annotation.document.published
    found: dict[str, models.Span] = {}
    for statement in annotation.statements:
        if later(statement.said, published):
            found.setdefault(f"dated {published}, yet it reports words of {statement.said}", statement.span)
    names = {m.of: m.span for m in reversed(annotation.mentions)}
    for actor in annotation.actors:
        for role in actor.roles:
            if later(role.since, role.until) and actor.id in names:
                post = f"{actor.name}: the post of {role.post}"
                found.setdefault(f"{post} ends {role.until}, before it begins {role.since}", names[actor.id])
    return [models.Omission(reason=r, span=where, kind="contradiction") for r, where in found.items()]


def later(one: str | None, other: str | None) -> bool:
    """Say whether one date lies after another, as far as both are precise."""
    if one is None or other is None:
        return False
    size = min(len(one), len(other), 10)
    return one[:size] > other[:size]
