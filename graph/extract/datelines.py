"""What opens a paragraph before its words: a dateline, an agency in brackets, the hour of a live entry."""

import re
from functools import cache

from .lexicon import words

_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_CAPITALS = r"[A-Z][A-Z'. /]{2,30}(?:, [A-Z][\w. ]{2,25})?"
_PLACE = r"[A-Z][\w'-]+(?:[ /][A-Z][\w'-]+){0,2}(?:, [A-Z][\w. ]{2,25})?"
_AGENCY = r"\([^()\n]{2,40}\)"
_DASH = r"[-\u2013\u2014]{1,2}"
_FORMS = (
    rf"\([A-Z][^()\n]{{2,40}}\)(?: {_DASH}(?= ))? ",  # '(WIRE) ', '(WIRE) - ' before a place
    rf"{_CAPITALS}(?:,? {_DAY})?(?: {_AGENCY})? ?{_DASH} ",  # 'TARN, Ister, 6 May (Wire) - ', 'TARN - '
    rf"{_PLACE},? {_DAY},? {_AGENCY}(?: ?{_DASH})? ",  # 'Tarn, 6 May 2031 (Wire) '
    rf"{_PLACE}[,.] {_DAY}\.? /[\w -]{{2,25}}/\.? ?(?:{_DASH} )?",  # 'TARN, May 6. /WIRE/. '
    rf"{_CAPITALS}, {_DAY}\. ",  # 'TARN, Ister, May 6. '
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [|\u2013\u2014-])? ",  # '14:05 ', '2.05 pm - '
)


@cache
def _openings() -> re.Pattern[str]:
    """Return the form of what opens a paragraph; signposts are 'Why it matters: ' and the like."""
    posts = "|".join(re.escape(post) for post in sorted(words("signposts")))
    return re.compile(rf"^(?:(?:{'|'.join(_FORMS)}){{1,2}}|(?:[-*\u2022] )?(?i:{posts}): )", re.MULTILINE)


def undated(text: str) -> str:
    """Return a text of the same length, with blanks in place of its datelines and signposts."""
    return _openings().sub(lambda found: " " * len(found[0]), text)
