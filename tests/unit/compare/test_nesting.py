from __future__ import annotations

from briefing.compare.nesting import nest
from briefing.model import Claim, ClaimStatus, ClaimValue, Located


def claim(name: str, *spans: tuple[str, int, int], status: ClaimStatus = "agreed", values: int = 0) -> Claim:
    return Claim(
        id=name,
        status=status,
        passages=tuple(Located(article=article, start=start, end=end) for article, start, end in spans),
        values=tuple(ClaimValue(article="a", start=n, end=n + 1, value=str(n)) for n in range(values)),
    )


def within(*claims: Claim) -> dict[str, str | None]:
    return {nested.id: nested.within for nested in nest(claims)}


def test_a_part_of_an_agreement_stands_within_it() -> None:
    whole, part = claim("whole", ("a", 0, 100), ("b", 0, 90)), claim("part", ("a", 20, 100), ("b", 30, 90))
    assert within(part, whole) == {"part": "whole", "whole": None}


def test_parts_of_parts_stand_within_the_whole() -> None:
    claims = [claim(str(n), ("a", n, 100), ("b", n, 100)) for n in range(4)]
    assert within(*claims) == {"0": None, "1": "0", "2": "0", "3": "0"}


def test_of_two_with_the_same_words_the_one_with_a_working_stays() -> None:
    plain, worked = claim("plain", ("a", 0, 9), ("b", 0, 9)), claim("worked", ("a", 0, 9), ("b", 0, 9), values=2)
    assert within(plain, worked) == {"plain": "worked", "worked": None}


def test_what_turns_on_a_value_of_its_own_or_stands_elsewhere_is_kept() -> None:
    whole = claim("whole", ("a", 0, 100), ("b", 0, 100))
    value = claim("value", ("a", 10, 20), ("b", 10, 20), values=1)
    half_out = claim("half", ("a", 10, 20), ("b", 90, 120))
    third = claim("third", ("a", 10, 20), ("c", 10, 20))
    assert within(whole, value, half_out, third) == dict.fromkeys(("whole", "value", "half", "third"))


def test_only_agreements_nest() -> None:
    whole = claim("whole", ("a", 0, 100), ("b", 0, 100))
    conflict = claim("conflict", ("a", 10, 20), ("b", 10, 20), status="conflict")
    assert within(whole, conflict)["conflict"] is None
