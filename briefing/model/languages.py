"""English names of the languages that a passage may be found to be in."""

from __future__ import annotations

_NAMES = """
af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bo Tibetan, ca Catalan,
ckb Sorani Kurdish, cs Czech, cy Welsh, da Danish, de German, el Greek, eo Esperanto, es Spanish, et Estonian,
eu Basque, fa Persian, fi Finnish, fr French, ga Irish, gl Galician, gu Gujarati, ha Hausa, he Hebrew, hi Hindi,
hr Croatian or Serbian, ht Haitian Creole, hu Hungarian, hy Armenian, id Indonesian or Malay, ig Igbo, is Icelandic,
it Italian, ja Japanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin,
lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, mt Maltese,
my Burmese, nb Norwegian, ne Nepali, nl Dutch, or Odia, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, ro Romanian,
ru Russian, si Sinhala, sk Slovak, sl Slovene, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil,
te Telugu, tg Tajik, th Thai, tk Turkmen, tl Tagalog, tr Turkish, tt Tatar, uk Ukrainian, ur Urdu, uz Uzbek,
vi Vietnamese, yo Yoruba, zh Chinese, zu Zulu
"""
_BY_CODE = {code: " ".join(name) for code, *name in map(str.split, _NAMES.split(","))}

UNKNOWN = "a language not known"


def language_name(code: str | None) -> str:
    """What readers call the language of a BCP 47 code; :data:`UNKNOWN` for None, the code itself for one not listed."""
    return _BY_CODE.get(code, code) if code else UNKNOWN
