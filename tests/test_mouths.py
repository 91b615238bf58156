"""Words in the right mouth: who is meant where another was named last. Own sentences."""

import pytest

from .test_sources import speakers


def voices(text: str) -> list[str]:
    """Return the names of everybody who speaks in a text, in the order of their sayings."""
    return [name for _, name in speakers(text)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # A post at a body is nobody's of another body.
        ("Ana Rojas, spokeswoman for the Tarn Company, said the port was open. "
         "The dockers' union spokeswoman said that it was shut.", "dockers' union spokeswoman"),
        ("Ana Rojas, the leader, said the port was open. The dockers' leader said that it was shut.",
         "dockers' leader"),
        ("Tom Ash, chairman of the Meadow Bank, was silent. The chairman of the Tarn Company said that the "
         "port was shut.", "chairman of the Tarn Company"),
        ("Tom Ash's Meadow Union has left.\n\nAsh came to town. The Meadow Union leader said that the port "
         "was shut.\n\nCo-leader Tess Moll was silent.", "Tom Ash"),
        ("Ana Rojas, spokeswoman for the Tarn Company, was silent. The company spokeswoman said that the "
         "port was shut.", "Ana Rojas"),
    ],
)  # fmt: skip
def test_a_post_at_one_body_is_not_held_at_another(text: str, last: str) -> None:
    assert voices(text)[-1] == last
