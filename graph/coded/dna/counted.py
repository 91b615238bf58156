"""Counts in words: what a study or the graph cannot hold, as `1 cue` and `2 cues`."""


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with what it counts; `many` where that is more than an s behind `one`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def told(count: int, many: str) -> str:
    """Return a number with what an export counts by its name for many."""
    return f"{count} {_ONE.get(many, many) if count == 1 else many}"


_ONE = {
    "actors that no statement here is of": "actor that no statement here is of",
    "claims that no statement here bears on": "claim that no statement here bears on",
    "conclusions of the writer": "conclusion of the writer",
    "conditional acceptances": "conditional acceptance",
    "conditions": "condition",
    "cues": "cue",
    "dates of saying": "date of saying",
    "details of terms (amounts, deadlines, numbers …)": "detail of a term (amount, deadline, number …)",
    "events": "event",
    "judgements of persons": "judgement of a person",
    "links of claims to what they are about": "link of a claim to what it is about",
    "links of terms to whom they bind": "link of a term to whom it binds",
    "other names of actors (too long for DNA)": "other name of an actor (too long for DNA)",
    "parts of several wholes (the first is given)": "part of several wholes (the first is given)",
    "places that name the speaker": "place that names the speaker",
    "posts (DNA has the organisation alone)": "post (DNA has the organisation alone)",
    "qualifications": "qualification",
    "questions": "question",
    "reasons for a link": "reason for a link",
    "retractions": "retraction",
    "statements of a person with posts at several organisations (none is given)": (
        "statement of a person with posts at several organisations (none is given)"
    ),
    "statements of several speakers (a row for each)": "statement of several speakers (a row for each)",
    "statements on a claim that is not known": "statement on a claim that is not known",
    "statements that another statement reports": "statement that another statement reports",
    "statements that begin or end within a Windows line end": (
        "statement that begins or ends within a Windows line end"
    ),
    "statements that their document calls wrongly recorded": (
        "statement that its document calls wrongly recorded"
    ),
    "terms that no statement here bears on": "term that no statement here bears on",
    "uncertain statements": "uncertain statement",
}
