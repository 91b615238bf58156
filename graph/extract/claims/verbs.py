"""English verb forms, as far as normal sentences need them."""

_PAST = dict(
    pair.split(":")
    for pair in [
        "be:was",
        "have:had",
        "do:did",
        "go:went",
        "say:said",
        "make:made",
        "take:took",
        "come:came",
        "see:saw",
        "know:knew",
        "get:got",
        "give:gave",
        "find:found",
        "think:thought",
        "tell:told",
        "become:became",
        "show:showed",
        "leave:left",
        "feel:felt",
        "put:put",
        "bring:brought",
        "begin:began",
        "keep:kept",
        "hold:held",
        "write:wrote",
        "stand:stood",
        "hear:heard",
        "let:let",
        "mean:meant",
        "set:set",
        "meet:met",
        "run:ran",
        "pay:paid",
        "sit:sat",
        "speak:spoke",
        "lead:led",
        "read:read",
        "grow:grew",
        "lose:lost",
        "fall:fell",
        "send:sent",
        "build:built",
        "understand:understood",
        "draw:drew",
        "break:broke",
        "spend:spent",
        "cut:cut",
        "rise:rose",
        "drive:drove",
        "buy:bought",
        "wear:wore",
        "choose:chose",
        "seek:sought",
        "throw:threw",
        "win:won",
        "fight:fought",
        "catch:caught",
        "deal:dealt",
        "hide:hid",
        "sell:sold",
        "steal:stole",
        "strike:struck",
        "shoot:shot",
        "sign:signed",
        "withdraw:withdrew",
        "freeze:froze",
        "undergo:underwent",
        "overthrow:overthrew",
        "forbid:forbade",
        "swear:swore",
        "shake:shook",
        "bear:bore",
        "bind:bound",
        "cast:cast",
        "cost:cost",
        "feed:fed",
        "flee:fled",
        "fly:flew",
        "forget:forgot",
        "hit:hit",
        "hurt:hurt",
        "lay:laid",
        "lend:lent",
        "light:lit",
        "prove:proved",
        "quit:quit",
        "ride:rode",
        "seal:sealed",
        "shut:shut",
        "sink:sank",
        "sleep:slept",
        "spread:spread",
        "teach:taught",
        "tear:tore",
        "wake:woke",
        "weigh:weighed",
        "uphold:upheld",
        "oversee:oversaw",
        "undertake:undertook",
        "mistake:mistook",
        "arise:arose",
        "rebuild:rebuilt",
        "foresee:foresaw",
        "split:split",
        "refer:referred",
        "commit:committed",
        "permit:permitted",
        "admit:admitted",
        "transfer:transferred",
        "occur:occurred",
        "plan:planned",
        "ban:banned",
        "stop:stopped",
        "drop:dropped",
        "agree:agreed",
        "plot:plotted",
        "grab:grabbed",
        "submit:submitted",
        "omit:omitted",
        "control:controlled",
        "cap:capped",
        "rig:rigged",
        "defer:deferred",
        "concur:concurred",
        "regret:regretted",
        "step:stepped",
        "ship:shipped",
        "spy:spied",
        "offer:offered",
        "swap:swapped",
    ]
)


def past(lemma: str) -> str:
    """Return the simple past of a verb."""
    if lemma in _PAST:
        return _PAST[lemma]
    for prefix in ("re", "mis", "over", "under", "out", "fore", "with"):
        if lemma.startswith(prefix) and lemma[len(prefix) :] in _PAST:
            return prefix + _PAST[lemma[len(prefix) :]]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


_PARTICIPLES = {
    "give": "given", "take": "taken", "write": "written", "rewrite": "rewritten", "draw": "drawn",
    "withdraw": "withdrawn", "break": "broken", "choose": "chosen", "freeze": "frozen", "show": "shown",
    "drive": "driven", "see": "seen", "do": "done", "begin": "begun", "undo": "undone",
    "steal": "stolen", "throw": "thrown",
}  # fmt: skip


def participle(lemma: str) -> str:
    """Return the past participle of a verb: 'raised', 'given'."""
    return _PARTICIPLES.get(lemma) or past(lemma)


def present(lemma: str, *, plural: bool) -> str:
    """Return the present tense of a verb, for 'it' or for 'they'."""
    if lemma == "be":
        return "are" if plural else "is"
    if plural:
        return lemma
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
