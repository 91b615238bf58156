"""The reader reads no worse than it did: each part of the gold, against its floors."""

import pytest

from evaluation.__main__ import main
from evaluation.corpus import PARTS


@pytest.mark.parametrize("part", sorted(PARTS))
def test_no_score_has_fallen(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--part", part, "--check", "--jobs", "1"])
    assert status == 0, capsys.readouterr().err
