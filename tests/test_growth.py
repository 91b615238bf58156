"""A text twice as long takes about twice the work, whatever is in it: counted in calls, not in seconds.

The sizes of the product's own bound, a million characters, are tried in long mode (CONTRIBUTING.md).
"""

import cProfile
import resource
from collections.abc import Callable, Iterator
from itertools import count, product

import pytest

from graph.receive import understand_bytes

from .long import TIMES
from .test_fuzz import SETTINGS, understood

SMALL = 6000
MOST_GROWTH = 2.7
"""Work on twice the text: what is linear takes twice, what is quadratic four times."""
GREAT = 990_000


def names() -> Iterator[str]:
    """Names that sound alike as little as may be."""
    parts = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
    return (f"{a}{b}n{'a' * n}".title() for n in count() for a, b in product(parts, parts))


def each(sentence: Callable[[str, int], str]) -> Callable[[int], str]:
    """A text of as many sentences as fit, each with another name and number."""

    def text(size: int) -> str:
        told: list[str] = []
        for n, name in enumerate(names()):
            told.append(sentence(name, n))
            if len(told[-1]) * (n + 1) > size:
                break
        return " ".join(told)

    return text


def again(words: str) -> Callable[[int], str]:
    """The same words until the text is long enough."""
    return lambda size: (words * (size // len(words) + 1))[:size]


def within(opening: str, closing: str) -> Callable[[int], str]:
    """Words in as many pairs of brackets as fit."""
    return lambda size: again(opening)(size // 2) + "x" + again(closing)(size // 2)


TEXTS: dict[str, Callable[[int], str]] = {
    "a sentence without end": again("the council of the port which the mayor left had claimed "),
    "joined clauses": again("and the council left "),
    "short quotations": again('"a" '),
    "quotation marks": again('" '),
    "nested quotations": within("\u201che said \u2018", "\u2019 she\u201d"),
    "nested parentheses": within("(he said ", ") "),
    "commas": again(","),
    "words and commas": again("a, "),
    "names and commas": again("Ada, Ben, "),
    "no space": again("x"),
    "no space, marks": again("a-b.c/"),
    "numbers": again("1,000 "),
    "people": each(lambda name, n: f"Ada {name} said that dam {n} was closed.\n"),
    "pronouns": each(lambda name, n: f"Mayor {name} said that he would go {n} times. She left.\n"),
    "states": each(lambda name, n: f"{name}'s foreign minister said that {name}an troops took port {n}.\n"),
    "bodies": each(lambda name, n: f"The {name} Council said that its spokesman saw port {n}.\n"),
    "drafts": again("the first draft of the text of 12 May of the plan, "),
    "provisions": each(lambda name, n: f"{n % 900}. Norvale must leave {name} and cut its army to {n}00.\n"),
    "questions": each(lambda name, n: f"Q: Is dam {n} closed?\nA: No, {name} is wrong.\n"),
}


def work(text: str) -> int:
    """How many calls reading takes."""
    profile = cProfile.Profile()
    profile.enable()
    understood(f"Title of it\n\nHe said {text}".encode(), "text/plain")
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    understand_bytes(b"Title\n\nHe said that the dam stays.", "text/plain", SETTINGS)


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_as_the_text_does(name: str) -> None:
    once, twice = (work(TEXTS[name](size)) for size in (SMALL, 2 * SMALL))
    assert twice < MOST_GROWTH * max(once, 200_000)


if TIMES > 1:

    @pytest.mark.parametrize("name", TEXTS)
    def test_a_text_of_a_million_letters_is_read_in_bounded_memory(name: str) -> None:
        understood(f"Title of it\n\nHe said {TEXTS[name](GREAT)}".encode(), "text/plain")
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 8_000_000  # Kilobytes.
