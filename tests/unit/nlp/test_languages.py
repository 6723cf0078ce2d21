"""Passages that are not English are marked with their language and nothing is found in them; English never is."""

from __future__ import annotations

import pytest

from briefing.model import Findings, language_name
from briefing.model.interchange import analysis_record
from briefing.nlp.languages import foreign_passages
from briefing.nlp.languages.lexicon import words
from briefing.nlp.languages.scripts import _LETTERS
from tests.conftest import Analyse
from tests.unit.nlp.invariants import check

LEAD = "The transport minister, Anna Orlov, said on Monday that work on the bridge would begin in March 2024."
END = "“We were never asked,” the mayor of Valbrun, Paul Kerr, told reporters. He has asked for an inquiry."

PASSAGES = {
    "fr": "Le conseil a voté mardi contre la fermeture de l'école, et les parents d'élèves ont remercié les élus.",
    "es": "El alcalde dijo el martes que la escuela no se cerrará y que los padres han sido informados de la decisión.",
    "de": "Der Rat hat am Dienstag gegen die Schließung der Schule gestimmt, und die Eltern haben sich dafür bedankt.",
    "it": "Il consiglio ha votato martedì contro la chiusura della scuola e i genitori hanno ringraziato gli eletti.",
    "pt": "A câmara votou na terça-feira contra o fecho da escola e os pais dos alunos agradeceram aos eleitos.",
    "nl": "De raad heeft dinsdag tegen de sluiting van de school gestemd en de ouders hebben de leden bedankt.",
    "pl": "Rada zagłosowała we wtorek przeciwko zamknięciu szkoły, a rodzice uczniów podziękowali za to radnym.",
    "tr": "Belediye meclisi salı günü okulun kapatılmasına karşı oy kullandı ve veliler bunun için teşekkür etti.",
    "id": "Dewan kota pada hari Selasa menolak penutupan sekolah itu dan para orang tua berterima kasih kepada mereka.",
    "uz": "Kengash seshanba kuni maktabni yopishga qarshi ovoz berdi va ota-onalar buning uchun unga rahmat aytdi.",
    "sw": "Baraza lilipiga kura Jumanne dhidi ya kufungwa kwa shule hiyo na wazazi wa wanafunzi waliwashukuru sana.",
    "ro": "Consiliul a votat marți împotriva închiderii școlii, iar părinții elevilor le-au mulțumit consilierilor.",
    "sv": "Kommunen röstade på tisdagen mot att stänga skolan, och elevernas föräldrar har tackat dem för det.",
    "fi": "Valtuusto äänesti tiistaina koulun sulkemista vastaan, ja oppilaiden vanhemmat ovat kiittäneet siitä heitä.",
    "cs": "Zastupitelstvo v úterý hlasovalo proti uzavření školy a rodiče žáků mu za to poděkovali.",
    "hu": "A tanács kedden az iskola bezárása ellen szavazott, és a szülők megköszönték ezt, de nem tudni, mi lesz.",
    "vi": "Hội đồng hôm thứ Ba đã bỏ phiếu chống việc đóng cửa trường học và các phụ huynh đã cảm ơn những người này.",
    "tl": "Bumoto ang konseho noong Martes laban sa pagsasara ng paaralan at nagpasalamat ang mga magulang sa kanila.",
    "ru": "Совет проголосовал во вторник против закрытия школы, и родители поблагодарили депутатов.",
    "uk": "Рада проголосувала у вівторок проти закриття школи, і батьки подякували їй за це рішення.",
    "ar": "صوت المجلس يوم الثلاثاء ضد إغلاق المدرسة وشكر أولياء الأمور الأعضاء.",
    "fa": "شورا روز سه‌شنبه به بسته شدن مدرسه رأی منفی داد و پدران و مادران گفتند که راضی هستند.",
    "zh": "市议会星期二投票反对关闭学校，家长们表示感谢。",
    "ja": "市議会は火曜日、学校の閉鎖に反対する票を投じた。",
    "ko": "시의회는 화요일 학교 폐쇄에 반대하는 투표를 했다.",
    "el": "Το συμβούλιο ψήφισε την Τρίτη κατά του κλεισίματος του σχολείου.",
    "he": "המועצה הצביעה ביום שלישי נגד סגירת בית הספר, וההורים הודו לה.",
    "hi": "परिषद ने मंगलवार को स्कूल बंद करने के खिलाफ मतदान किया और अभिभावकों ने कहा कि वे खुश हैं।",
}

ENGLISH = (
    "THE COUNCIL VOTED ON TUESDAY AGAINST CLOSING THE SCHOOL, AND PARENTS THANKED ITS MEMBERS FOR IT.",
    "COUNCIL SAVES SCHOOL, PARENTS CHEER; MAYOR VOWS APPEAL OVER CLOSURE PLAN",
    "Rovers 3 Athletic 1; Karel United 0 Marsh Town 0; Real Oviedo 2 Deportivo de La Coruña 2; Paris Saint-Germain 4",
    "Juan de la Cruz, María de los Santos, José de la Vega, Ana de la Torre, Pedro de los Ríos y Luz del Mar",
    "Jan van der Berg, Pieter de Vries, Anna van den Heuvel, Willem van de Velde, Els van het Hof, Ad ten Brink",
    "Khalid bin Saad al-Faisal, Abdullah bin Zayed al-Nahyan, Tamim bin Hamad, Sheikh Sabah al-Ahmad",
    "Datuk Seri Anwar Ibrahim met Tan Sri Muhyiddin Yassin and Tun Mahathir Mohamad in Putrajaya.",
    "AAPL 182.31 +1.2% MSFT 402.10 -0.3% GOOG 141.80 +0.9% TSLA 188.13 -2.1% AMZN 170.98 +1.1%",
    "var el = document.querySelector('#main'); el.classList.add('is-open'); const de = new Date(); el.remove();",
    "https://www.example.org/a/b/c?id=123&utm_source=x https://static.example.net/el/la/de/los/img/12.png",
    "Le Monde, Le Figaro, La Croix, Les Echos, L'Humanité and Libération all led with the story on Tuesday.",
    "The Interior Ministry (Министерство внутренних дел Российской Федерации) said Мария Иванова had been held.",
    "Ibuprofen, paracetamol, amoxicillin, metformin, atorvastatin, omeprazole, losartan, levothyroxine, albuterol.",
    "Homo sapiens, Canis lupus familiaris, Felis catus, Mus musculus, Rattus norvegicus, Escherichia coli",
    "Starring Gérard Depardieu: La Vie en Rose; Les Enfants du Paradis; Le Fabuleux Destin d'Amélie; À bout de souffle",
    "Di president don tok say im go visit Lagos next week, but people for dia no dey happy at all.",
    "1. Hale GBR Mercedes 1:31.2; 2. De Vries NED +0.3; 3. Leclerc MON +0.9; 4. Pérez MEX; 5. Sainz ESP",
    "Que será, será. C'est la vie.",
    "lol omg u r so gr8 2nite pls rt thx bff idk tbh smh ftw",
    "â€œWe were never asked,â€\x9d Paul Kerr told reporters. The companyâ€™s offer was â€˜an insultâ€™, he said.",
)


def passages(found: Findings, text: str) -> list[tuple[str | None, str]]:
    return [(each.language, each.span.of(text)) for each in found.foreign]


@pytest.mark.parametrize(("code", "passage"), PASSAGES.items(), ids=PASSAGES)
def test_a_paragraph_in_another_language_is_marked_with_its_language(code: str, passage: str) -> None:
    text = f"{LEAD}\n\n{passage}\n\n{END}"
    assert [(each.language, each.span.of(text)) for each in foreign_passages(text)] == [(code, passage)]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_never_marked(text: str) -> None:
    assert not foreign_passages(text)
    assert not foreign_passages(f"{LEAD}\n{text}\n{END}")


def test_nothing_is_found_in_a_foreign_passage_and_all_of_the_rest(analyse: Analyse) -> None:
    passage = "La maire de Valbrun, Anne Caron, a déclaré mardi que 40 maisons seraient détruites, selon le journal."
    text = f"{LEAD}\n\n{passage}\n\n{END}"
    found, alone = analyse(text), analyse(f"{LEAD}\n\n{END}")
    check(text, found)
    assert passages(found, text) == [("fr", passage)]
    assert [m.span.of(text) for m in found.mentions] == ["Anna Orlov", "Valbrun", "Paul Kerr", "He"]
    assert [fact.predicate.lemma for fact in found.facts] == [fact.predicate.lemma for fact in alone.facts]
    assert [quote.speaker for quote in found.quotes] == [quote.speaker for quote in alone.quotes]
    assert passage in [span.of(text) for span in found.sentences]


def test_foreign_sentences_within_an_english_paragraph_are_marked_whole(analyse: Analyse) -> None:
    passage = f"{PASSAGES['es']} Los vecinos aseguran que nadie les ha informado de los plazos ni de las obras."
    text = f"{LEAD} {passage} {END}"
    found = analyse(text)
    check(text, found)
    assert passages(found, text) == [("es", passage)]


def test_a_foreign_quotation_in_an_english_sentence_stays_and_keeps_its_speaker(analyse: Analyse) -> None:
    text = "“Nous ne céderons pas, nous ne céderons jamais, et la France non plus,” Anna Orlov said on Monday."
    found = analyse(text)
    assert not found.foreign
    assert [quote.speaker for quote in found.quotes] == ["Anna Orlov"]


def test_headings_between_foreign_paragraphs_go_with_them_and_a_foreign_article_is_marked_throughout(
    analyse: Analyse,
) -> None:
    text = f"École sauvée\n\n{PASSAGES['fr']}\n\nUn vote serré\n\n{PASSAGES['fr']}\n\nParis"
    found = analyse(text)
    assert passages(found, text) == [("fr", text)]
    assert not found.mentions
    assert not found.facts
    assert len(found.sentences) == 5


def test_every_language_that_may_be_told_has_a_name() -> None:
    told = {*words().codes, *words().letters, *_LETTERS}
    assert {code for code in told if language_name(code) == code} == set()
    assert language_name("fr") == "French"


def test_bytes_in_the_wrong_encoding_are_marked_as_no_known_language() -> None:
    text = "Правительство объявило в понедельник".encode().decode("cp1252", "replace")
    assert [each.language for each in foreign_passages(text)] == [None]


def test_the_record_names_foreign_passages_only_where_there_are_some(analyse: Analyse) -> None:
    from briefing.model import Article

    text = f"{LEAD}\n\n{PASSAGES['de']}"
    record = analysis_record(Article(id="x", text=text), analyse(text))
    assert record["foreign"] == [{"start": len(LEAD) + 2, "end": len(text), "language": "de"}]
    assert "foreign" not in analysis_record(Article(id="x", text=LEAD), analyse(LEAD))
