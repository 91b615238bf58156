"""The last touch to a proposition: one clean sentence without a final stop."""

import re

_LINKING = re.compile(
    r"^(?:in (?:exchange|return|turn)|furthermore|moreover|however|also|"
    r"in addition|meanwhile|therefore|but(?! for)|and|yet|nor),?\s+"
    r"|^(?:if not|no|yes|well|look|instead|again|absolutely),\s+",
    re.I,
)


_BACKED = re.compile(
    r"^(.+?) (?:had|has|have|enjoys|enjoyed) the (?:\w+ )?"
    r"(?:support|backing|approval) of (.+)$"
)


def tidy(text: str) -> str:
    """Return `text` as one clean sentence without a final stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,;.:)])", r"\1", text).replace("( ", "(")
    text = re.sub(r"\bthe the\b", "the", text, flags=re.IGNORECASE)
    text = text.strip(' ,;.:-–—"')
    text = _LINKING.sub("", text)
    text = _BACKED.sub(r"\2 supports \1", text)
    return text[:1].upper() + text[1:]
