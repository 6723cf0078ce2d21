from __future__ import annotations

from tests.tui.key_table import README, with_table


def test_the_readme_tells_the_keys_as_they_are() -> None:
    readme = README.read_text("utf-8")
    assert readme == with_table(readme), "python -m tests.tui.key_table writes it anew"
