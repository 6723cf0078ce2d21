"""Who is who across sources, on small invented reports whose entities are given by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from briefing.compare.entities import link_entities
from briefing.model import Article, Correction, Entity, Findings, Mention, StoryEntity, Suggestion

Told = tuple[Article, Findings]


def report(id: str, text: str, *entities: Entity) -> Told:
    """A report whose entities are found by their forms, the longest form first."""
    found: list[Mention] = []
    taken: set[int] = set()
    forms = [(form, entity) for entity in entities for form in (entity.name, *entity.forms)]
    for form, entity in sorted(forms, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"\b{re.escape(form)}(?!\w)", text):
            if not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                start, end = match.span()
                found.append(
                    Mention(id=f"m{start}", start=start, end=end, type=entity.type, entity=entity.id, form="name")
                )
    found.sort(key=lambda mention: mention.start)
    article = Article(id=id, text=text)
    return article, Findings(
        article=id, text_hash=article.text_hash, pipeline="hand", entities=entities, mentions=tuple(found)
    )


def who(id: str, name: str, type: Any = "PERSON", *forms: str, **fields: Any) -> Entity:
    return Entity(id=id, name=name, type=type, forms=forms, **fields)


def link(*told: Told, corrections: Sequence[Correction] = ()) -> tuple[tuple[StoryEntity, ...], tuple[Suggestion, ...]]:
    return link_entities([article for article, _ in told], {f.article: f for _, f in told}, corrections)


def together(entities: Sequence[StoryEntity], one: str, other: str) -> bool:
    return any({one, other} <= {form for _, form, _ in entity.forms} for entity in entities)


def word(kind: Any, subject: str, value: str, at: str = "2011-01-01T00:00:00.000Z") -> Correction:
    return Correction(id=f"c-{kind}-{subject}-{value}", created=at, kind=kind, subject=subject, value=value)


def test_two_transliterations_are_one_person_with_the_reason() -> None:
    a = report(
        "a", "Viktar Karatkevich spoke. Karatkevich left.", who("e1", "Viktar Karatkevich", "PERSON", "Karatkevich")
    )
    b = report("b", "President Victor Korotkevich left.", who("e1", "Victor Korotkevich"))
    entities, _ = link(a, b)
    assert len(entities) == 1
    assert {mention.article for mention in entities[0].mentions} == {"a", "b"}
    assert "Karatkevich" in entities[0].links[0].why
    assert ("a", "Karatkevich", 1) in entities[0].forms


def test_a_surname_alone_goes_to_its_only_bearer() -> None:
    a = report("a", "Farid Rahmonov resigned.", who("e1", "Farid Rahmonov", roles=("minister",), gender="m"))
    b = report("b", "Mr Rahmonov resigned.", who("e1", "Rahmonov", gender="m"))
    entities, _ = link(a, b)
    assert together(entities, "Farid Rahmonov", "Rahmonov")


def test_a_surname_of_two_people_goes_to_neither() -> None:
    text = "Farid Rahmonov met Davron Rahmonov."
    a = report("a", text, who("e1", "Farid Rahmonov", gender="m"), who("e2", "Davron Rahmonov", gender="m"))
    b = report("b", "Mr Rahmonov resigned.", who("e1", "Rahmonov", gender="m"))
    entities, _ = link(a, b)
    assert len(entities) == 3


def test_husband_and_wife_and_father_and_son_stay_apart() -> None:
    a = report("a", "Oleg Sidorov and Robert Tate Sr. came.", who("e1", "Oleg Sidorov"), who("e2", "Robert Tate Sr."))
    b = report("b", "Olga Sidorova and Robert Tate Jr. came.", who("e1", "Olga Sidorova"), who("e2", "Robert Tate Jr."))
    entities, _ = link(a, b)
    assert len(entities) == 4


def test_an_acronym_in_one_report_is_the_body_that_another_spells_out() -> None:
    a = report(
        "a", "The Northern River Treaty Organization met.", who("e1", "Northern River Treaty Organization", "ORG")
    )
    b = report("b", "NRTO met.", who("e1", "NRTO", "ORG"))
    c = report(
        "c", "The Northern River Treaty Organisation met.", who("e1", "Northern River Treaty Organisation", "ORG")
    )
    entities, _ = link(a, b, c)
    assert len(entities) == 1
    assert {found.rule for found in entities[0].links} >= {"acronym", "same-name"}


def test_a_state_its_people_and_its_capital_are_three() -> None:
    belarus = (who("e1", "Belarus", "GPE"), who("e2", "Belarusian", "NORP"), who("e3", "Minsk", "GPE"))
    a = report("a", "Belarus, the Belarusian side and Minsk.", *belarus)
    b = report("b", "Minsk, the Belarusian side and Belarus.", *belarus)
    entities, _ = link(a, b)
    assert sorted(entity.name for entity in entities) == ["Belarus", "Belarusian", "Minsk"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Niger", "Nigeria"), ("North Korea", "South Korea"), ("Abkhazia", "South Ossetia"), ("Sumba", "West Sumba")],
)
def test_places_that_look_alike_stay_apart(one: str, other: str) -> None:
    entities, _ = link(
        report("a", f"In {one}.", who("e1", one, "GPE")), report("b", f"In {other}.", who("e1", other, "GPE"))
    )
    assert len(entities) == 2


def test_two_states_ministries_of_one_name_are_two() -> None:
    a = report(
        "a", "Norway's Foreign Ministry spoke.", who("e1", "Norway", "GPE"), who("e2", "Foreign Ministry", "ORG")
    )
    b = report("b", "Chad's Foreign Ministry spoke.", who("e1", "Chad", "GPE"), who("e2", "Foreign Ministry", "ORG"))
    c = report(
        "c", "The Foreign Ministry of Norway spoke.", who("e1", "Norway", "GPE"), who("e2", "Foreign Ministry", "ORG")
    )
    entities, _ = link(a, b, c)
    ministries = [entity for entity in entities if entity.name == "Foreign Ministry"]
    assert sorted(sorted({m.article for m in e.mentions}) for e in ministries) == [["a", "c"], ["b"]]
    assert len({entity.id for entity in ministries}) == 2


def test_a_short_name_goes_where_the_sources_use_it() -> None:
    a = report("a", "Marlow Foods fell. Marlow said so.", who("e1", "Marlow Foods", "ORG", "Marlow"))
    b = report(
        "b",
        "Marlow will sell Marlow Catering.",
        who("e1", "Marlow", "GPE"),
        who("e2", "Marlow Catering", "ORG"),
    )
    entities, _ = link(a, b)
    assert together(entities, "Marlow Foods", "Marlow")
    assert not together(entities, "Marlow Foods", "Marlow Catering")
    assert next(e.type for e in entities if e.name == "Marlow Foods") == "ORG"


def test_a_slip_of_type_does_not_split_an_entity() -> None:
    a = report("a", "The Qarmish dam.", who("e1", "Qarmish", "FAC"))
    b = report("b", "At Qarmish.", who("e1", "Qarmish", "PERSON"))
    c = report("c", "At Karmish.", who("e1", "Karmish", "FAC"))
    entities, _ = link(a, b, c)
    assert [entity.type for entity in entities] == ["FAC"]


def test_what_one_report_tells_apart_is_not_joined_by_spelling() -> None:
    text = "Elchin Rahimov met Elchin Ragimov."
    a = report("a", text, who("e1", "Elchin Rahimov", gender="m"), who("e2", "Elchin Ragimov", gender="m"))
    entities, suggestions = link(a)
    assert len(entities) == 2
    assert [suggestion.rule for suggestion in suggestions] == ["told-apart"]
    entities, suggestions = link(a, corrections=[word("split", "Elchin Rahimov", "Elchin Ragimov")])
    assert len(entities) == 2
    assert not suggestions


def test_close_given_names_are_joined_by_a_role_and_else_only_suggested() -> None:
    a = report("a", "Selena Blackwood won.", who("e1", "Selena Blackwood", roles=("head of Norvik Shipping",)))
    b = report("b", "Serena Blackwood won.", who("e1", "Serena Blackwood", roles=("chief of Norvik Shipping",)))
    c = report("c", "Serena Blackwood won.", who("e1", "Serena Blackwood"))
    entities, _ = link(a, b)
    assert len(entities) == 1
    assert "“head of Norvik Shipping”" in entities[0].links[-1].why
    entities, suggestions = link(a, c)
    assert len(entities) == 2
    assert [{s.a, s.b} for s in suggestions] == [{entity.id for entity in entities}]


def test_the_readers_merge_and_split_stand_above_the_rules() -> None:
    a = report(
        "a", "Viktar Karatkevich and the Old Bear.", who("e1", "Viktar Karatkevich"), who("e2", "Old Bear", "WORK")
    )
    b = report("b", "Victor Korotkevich.", who("e1", "Victor Korotkevich"))
    entities, _ = link(a, b, corrections=[word("merge", "Old Bear", "Viktar Karatkevich")])
    assert len(entities) == 1
    assert entities[0].links[-1].rule == "reader"
    entities, _ = link(a, b, corrections=[word("split", "Viktar Karatkevich", "Victor Korotkevich")])
    assert len(entities) == 3
    undone = [
        word("split", "Viktar Karatkevich", "Victor Korotkevich"),
        word("merge", "Victor Korotkevich", "Viktar Karatkevich", at="2011-01-02T00:00:00.000Z"),
    ]
    entities, _ = link(a, b, corrections=undone)
    assert together(entities, "Viktar Karatkevich", "Victor Korotkevich")


def test_a_split_parts_the_mentions_of_one_report_too() -> None:
    a = report("a", "Norvik sank. Norvik Star sank.", who("e1", "Norvik Star", "PRODUCT", "Norvik"))
    entities, _ = link(a, corrections=[word("split", "Norvik", "Norvik Star")])
    assert sorted((entity.name, len(entity.mentions)) for entity in entities) == [("Norvik", 1), ("Norvik Star", 1)]


def test_the_reader_names_and_types_an_entity() -> None:
    a = report("a", "The Norvik sank.", who("e1", "Norvik", "ORG"))
    entities, _ = link(a, corrections=[word("rename", "norvik", "MV Norvik"), word("retype", "Norvik", "PRODUCT")])
    assert [(entity.name, entity.type) for entity in entities] == [("MV Norvik", "PRODUCT")]


def test_ids_do_not_depend_on_the_order_of_the_reports() -> None:
    told = [
        report(id, f"{name} and Norvik Shipping.", who("e1", name), who("e2", "Norvik Shipping", "ORG"))
        for id, name in (("a", "Viktar Karatkevich"), ("b", "Victor Korotkevich"), ("c", "Viktar Karatkevich"))
    ]
    assert {e.id for e in link(*told)[0]} == {e.id for e in link(*reversed(told))[0]}


def test_every_named_mention_belongs_to_exactly_one_entity() -> None:
    a = report(
        "a", "Ana Petrov, NRTO, Norway, Ana.", who("e1", "Ana Petrov", "PERSON", "Ana"), who("e2", "NRTO", "ORG")
    )
    b = report("b", "Ana Petrov, Oslo.", who("e1", "Ana Petrov"), who("e2", "Oslo", "GPE"))
    entities, _ = link(a, b)
    placed = [(m.article, m.start) for entity in entities for m in entity.mentions]
    assert len(placed) == len(set(placed)) == sum(len(findings.mentions) for _, findings in (a, b))


ONE_BODY = [
    ("The Environment Ministry of Latvia fined it.", "Environment Ministry", "Ministry of Environmental Protection"),
    ("The Ministry of Agriculture and Food closed.", "Ministry of Agriculture and Food", "Agriculture Ministry"),
    ("The Water Ministry spoke.", "Water Ministry", "Ministry of Water Resources"),
    ("The National Bank of Moldova kept its rate.", "National Bank of Moldova", "National Bank"),
    ("The Communist Party of Nepal split.", "Communist Party of Nepal", "Nepali Communist Party"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE_BODY)
def test_a_body_told_more_or_less_fully_is_one(text: str, one: str, other: str) -> None:
    entities, _ = link(
        report("a", text, who("e1", one, "ORG")), report("b", f"The {other} said so.", who("e1", other, "ORG"))
    )
    assert together(entities, one, other)


TWO_BODIES = [
    ("National Bank of Georgia", "National Bank of Ukraine"),
    ("Ministry of Education", "Ministry of Higher Education"),
    ("Ford", "Ford Australia"),
    ("Dominica", "Dominican Republic"),
]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_bodies_of_two_states_or_fields_and_branches_stay_two(one: str, other: str) -> None:
    entities, _ = link(
        report("a", f"The {one} spoke.", who("e1", one, "ORG")),
        report("b", f"The {other} spoke.", who("e1", other, "ORG")),
    )
    assert not together(entities, one, other)


def test_a_national_bank_is_left_alone_where_two_states_have_one() -> None:
    a = report(
        "a",
        "The National Bank of Georgia and the National Bank of Ukraine met.",
        who("e1", "National Bank of Georgia", "ORG"),
        who("e2", "National Bank of Ukraine", "ORG"),
    )
    entities, _ = link(a, report("b", "The National Bank sold dollars.", who("e1", "National Bank", "ORG")))
    assert len(entities) == 3


def test_a_surname_that_its_own_report_leaves_open_is_not_settled_by_another() -> None:
    a = report(
        "a",
        "Omar Fathi and Tarek Fathi met. Fathi left.",
        who("e1", "Omar Fathi"),
        who("e2", "Tarek Fathi"),
        who("e3", "Fathi"),
    )
    b = report("b", "Omar Fathi won. Fathi smiled.", who("e1", "Omar Fathi", "PERSON", "Fathi"))
    entities, _ = link(a, b)
    assert len(entities) == 3


def test_a_titled_surname_goes_to_who_holds_the_office_elsewhere() -> None:
    a = report("a", "Governor Fathi spoke.", who("e1", "Fathi", roles=("Governor",), gender="m"))
    b = report(
        "b",
        "Omar Fathi beat the governor, Tarek Fathi.",
        who("e1", "Omar Fathi"),
        who("e2", "Tarek Fathi", roles=("governor",)),
    )
    entities, _ = link(a, b)
    assert together(entities, "Fathi", "Tarek Fathi")
    assert any("“governor”" in link.why.lower() for entity in entities for link in entity.links)


def test_one_office_of_two_things_makes_nobody_the_same() -> None:
    a = report("a", "Selena Blackwood won.", who("e1", "Selena Blackwood", roles=("head of Norvik Shipping",)))
    b = report("b", "Serena Blackwood won.", who("e1", "Serena Blackwood", roles=("head of the Belmar Bank",)))
    entities, suggestions = link(a, b)
    assert len(entities) == 2
    assert len(suggestions) == 1


def test_two_given_names_in_one_office_are_suggested_and_not_joined() -> None:
    a = report("a", "Danladi Oke counted.", who("e1", "Danladi Oke", roles=("returning officer",)))
    b = report("b", "Daniel Oke counted.", who("e1", "Daniel Oke", roles=("returning officer for the state",)))
    entities, suggestions = link(a, b)
    assert len(entities) == 2
    assert "returning officer" in suggestions[0].why


def test_a_place_that_one_report_takes_for_a_person_is_one_with_the_place() -> None:
    a = report("a", "They drove from Gombe.", who("e1", "Gombe", roles=("spokeswoman",), gender="f"))
    b = report("b", "They waited outside Gombe.", who("e1", "Gombe", "GPE"))
    entities, _ = link(a, b)
    assert [(entity.name, entity.type) for entity in entities] == [("Gombe", "GPE")]


def test_a_bare_surname_that_its_report_did_not_tell_of_whom_is_left_to_the_reader() -> None:
    a = report(
        "a",
        "Ines Tavora lost her medal. Rui Tavora leads the union. On Friday Tavora gave it back.",
        who("e1", "Ines Tavora", gender="f"),
        who("e2", "Rui Tavora", gender="m"),
        who("e3", "Tavora", gender="f"),
    )
    b = report("b", "Ines Tavora swam.", who("e1", "Ines Tavora", gender="f"))
    entities, suggestions = link(a, b)
    assert not together(entities, "Tavora", "Ines Tavora")
    assert not together(entities, "Tavora", "Rui Tavora")
    assert [(one.rule, one.why) for one in suggestions] == [
        ("surname-of-several", "“Tavora” may be “Ines Tavora”, but the report names another of that surname")
    ]


@pytest.mark.parametrize(("full", "type_"), [("Orley Castle", "FAC"), ("Orley Customs Pact", "LAW")])
def test_a_town_is_not_short_for_what_bears_its_name(full: str, type_: str) -> None:
    town = report("a", "The guests met in Orley on Monday.", who("e1", "Orley", "GPE"))
    other = report("b", f"The guests spoke of {full} on Monday.", who("e1", full, type_))
    entities, _ = link(town, other)
    assert not together(entities, "Orley", full)


def test_an_airport_may_be_called_by_its_place() -> None:
    short = report("a", "Flights from Orley were late.", who("e1", "Orley", "FAC"))
    full = report("b", "Flights from Orley Airport were late.", who("e1", "Orley Airport", "FAC"))
    assert together(link(short, full)[0], "Orley", "Orley Airport")
