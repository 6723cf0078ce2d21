"""Attributions whose content is no full clause: pledges, demands, charges, names for things, denials."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import is_body, is_human
from briefing.nlp.quotes.attribution import attribution, clause_runs
from briefing.nlp.quotes.chains import source_cited
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import BREAKS, OWN_DEED, hears, phrase, shared_cue, subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading

ESTIMATING = frozenset(["put", "estimate", "peg"])
_EVIDENCE = words("sources", "evidence")
_COMPLETING = frozenset(["for", "of", "to", "at", "over", "about", "as", "toward", "towards"])
"""Prepositions whose phrase belongs to the thing told; "in" and "on" mostly tell when and where."""
_BESIDE = frozenset(["prep", "advmod", "acl", "oprd", "xcomp", "acomp"])
_NO_MATTER = frozenset({"comment", "comments", "details", "more"})
"""What is asked for of a source: "asked for comment"."""
_DAYS = frozenset({"DATE", "TIME"})
_CONTRASTING = frozenset({"although", "but", "though", "whereas", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FORETELLING = frozenset({"anticipate", "forecast", "foresee", "predict", "project"})
"""What they tell has its time and condition with it."""
_REFUSALS = words("refusals", "verbs")
_NO_ANSWER = words("refusals", "no_answer")
"""What is declined without saying anything: "declined to comment"."""


def infinitive(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X pledged to V", "X denied V-ing"."""
    child = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if child is None:
        return None
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts)
    gerund = child.tag_ == "VBG" or any(c.lower_ in ("having", "being") for c in child.lefts)
    if not ("infinitive" in frames and to) and not ("gerund" in frames and gerund):
        return None
    if to and lemma(verb) not in OWN_DEED and any(c.dep_ == "dobj" and c.i < child.i for c in verb.children):
        return None
    if lemma(child) in _NO_ANSWER and any(c.dep_ == "auxpass" for c in child.lefts):
        return None  # "wanted to be named", "asked to be identified"
    if lemma(verb) in ("agree", "hope", "want", "wish") and _in_relative(verb):
        return None  # "the club, which had agreed to buy him", "the party that he hoped to lead": nothing is said
    if lemma(verb) in _REFUSALS and (lemma(child) in _NO_ANSWER or "quotation" in frames_of(child)):
        return None
    if _unwilling(child):
        return None
    if lemma(verb) in _REFUSALS and lemma(child) in ("rule", "exclude"):
        return None  # "refused to rule out new taxes" tells of the taxes
    return attribution(reading, verb, clause_runs(reading, child, verb), "verb-infinitive", subject(verb))


def _in_relative(verb: Token) -> bool:
    """True for the verb of a relative clause, or one joined to it."""
    return verb.dep_ == "relcl" or (verb.dep_ == "conj" and verb.head.dep_ == "relcl")


def addressed(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X urged Y to V"."""
    if "addressed" not in frames:
        return None
    hearer = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    action = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if action is None or lemma(action) in _NO_ANSWER or not any(c.lower_ == "to" for c in action.lefts):
        return None
    runs = clause_runs(reading, action, verb)
    if hearer is not None:
        runs = [(hearer.left_edge.i, runs[-1][1])]
    return attribution(reading, verb, runs, "verb-addressed", subject(verb))


def named(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X called the move a fraud", "X described it as a fraud"."""
    if "named" not in frames:
        return None
    if any(c.dep_ == "prt" for c in verb.children):
        return None
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i), None)
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return None
    name = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    name = name or next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None and thing is not None:
        name = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None and (thing is None or thing.dep_ != "ccomp") and not _marked(reading, thing):
        return None
    if lemma(verb) == "see" and (name is None or name.dep_ != "prep"):
        return None  # "to see it come down"
    heads = [head for head in (thing, name) if head is not None]
    if name is not None and name.dep_ == "prep" and not name.n_rights:
        return None
    start = min(head.left_edge.i for head in heads)
    end = max(head.right_edge.i for head in heads) + 1
    if name is None and end < len(reading.doc) and (marked := reading.inside[end]) >= 0:
        end = reading.tokens[marked][1]  # "called the affair “a farce”"
    end = _named_until(reading, start, end)
    return attribution(reading, verb, [(start, end)], "verb-naming", subject(verb)) if start > verb.i else None


def _marked(reading: Reading, thing: Token | None) -> bool:
    """True where the name is told by its marks, in "called the move “discrimination”"."""
    if thing is None or thing.i + 1 == len(reading.doc):
        return False
    if reading.quoted(thing):  # "called this “gossip”"
        return thing.left_edge.lower_ in ("this", "that") and not reading.quoted(thing.left_edge)
    return reading.quoted(reading.doc[thing.i + 1])


def _named_until(reading: Reading, start: int, end: int) -> int:
    """Where a name in quotation marks ends, if the writer goes on: "… “racist”, an unusual charge"."""
    for i in range(start + 1, end - 1):
        after = reading.doc[i + 1]
        ends = reading.quoted(reading.doc[i]) and reading.inside[i + 1] != reading.inside[i]
        joined = after.dep_ == "cc" and any(t.tag_ in ("VBD", "VBZ") for t in reading.doc[i + 2 : i + 5])
        if ends and (
            joined
            or after.tag_ in ("WDT", "WP")
            or after.lower_ in _CONTRASTING
            or after.text in BREAKS
            or reading.doc[i - 1].text == ","
        ):
            return i + 1
    return end


def charge(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X accused Y of V-ing", "X blamed Y for Z"."""
    beside = {frame.removeprefix("charge:") for frame in frames if frame.startswith("charge:")}
    if "charge" not in frames and not beside:
        return None
    who = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if who is None:
        return None
    end = who.right_edge.i + 1
    told = [c for c in (*verb.rights, *who.rights) if c.dep_ == "prep" and c.i > who.i]
    if (who.pos_ == "PRON" or "charge" not in frames) and not told:
        return None
    as_what = any(c.lower_ in ("as", "for", "over") for c in told)
    if lemma(verb) in _BLOWS and not as_what and _struck(who, subject(verb)):
        return None
    if "charge" not in frames and not any(c.lower_ in beside for c in told):
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "over", "on", "as", *beside) and child.i >= end:
            end = child.right_edge.i + 1
    if lemma(verb) == "thank" and end == who.right_edge.i + 1:
        return None  # "thanked the men" tells nothing of what was said
    return attribution(reading, verb, [(who.left_edge.i, end)], "verb-charge", subject(verb))


_BLOWS = frozenset({"attack", "assail", "rip", "knock"})
"""Verbs of words that are verbs of deeds as well."""


def _struck(thing: Token, doer: Token | None) -> bool:
    """True where a deed is told: "gunmen attacked a pumping station"."""
    fighters = doer is not None and lemma(doer) in lexicon.FIGHTERS | {"gunman", "attacker", "man", "mob"}
    named = thing.ent_type_ in ("PERSON", "ORG", "NORP", "GPE") or thing.pos_ in ("PROPN", "PRON")
    if doer is not None and doer.ent_type_ == "PERSON":
        return False  # "Mr Tan attacked the loopholes"
    return fighters or not (named or is_human(thing) or is_body(thing) or thing.left_edge.dep_ == "poss")


def estimate(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X put the number of the dead at nine", "X estimated the damage at 5 million"."""
    if lemma(verb) not in ESTIMATING or (speaker := subject(verb)) is None or speaker.lower_ in ("that", "which"):
        return None
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or (lemma(verb) == "put" and lemma(thing) not in words("sources", "estimated")):
        return None
    first = next((c for c in verb.rights if c.lower_ == "at" and c.i == verb.i + 1), None)
    if first is not None and _counted(first):  # "put at seven the number of the dead"
        run = (first.i + 1, phrase(thing)[1])
        return attribution(reading, verb, [run], "verb-estimate", speaker)
    for child in verb.doc[thing.i + 1 : verb.right_edge.i]:
        if child.dep_ == "prep" and child.lower_ == "at" and _counted(child):
            since = [c.right_edge.i for c in verb.rights if c.i > child.i and c.left_edge.lower_ in ("since", "per")]
            end = max([child.right_edge.i, *since]) + 1
            return attribution(reading, verb, [(thing.left_edge.i, end)], "verb-estimate", speaker)
    return None


def _counted(at: Token) -> bool:
    """True where the preposition's object is a number or a sum."""
    number = next((c for c in at.rights if c.dep_ == "pobj"), None)
    return number is not None and any(t.pos_ == "NUM" for t in at.doc[number.left_edge.i : at.right_edge.i + 1])


def prepositional(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X called for Z", "X warned of Z"."""
    refused = verb.dep_ == "xcomp" and (lemma(verb.head) in _REFUSALS or _unwilling(verb))
    refused = refused or (lemma(verb) == "appeal" and any(_court(c) for c in verb.rights))
    if refused or (lemma(verb) != "agree" and any(c.dep_ == "neg" for c in verb.lefts)):
        return None
    if any(c.dep_ == "prt" for c in verb.rights) or source_cited(verb) is not None:
        return None
    unanswered = lemma(verb.head) == "ask" and lemma(verb) in _NO_ANSWER
    if verb.dep_ == "xcomp" and (lemma(verb.head) == "deny" or unanswered):
        return None  # "denied having asked for money", "asked to comment on the speech"
    if lemma(verb) in ("call", "refer") and any(c.dep_ == "dobj" for c in verb.rights):
        return None  # "called a strike for Friday" asks for no Friday
    if lemma(verb) == "refer" and verb.tag_ == "VBG":
        return None  # "said X, referring to Y", "she was referring to Y": the paper tells what was meant
    if any(c.lower_ in ("may", "might", "can", "could") for c in verb.lefts):
        return None
    if (wished := _for_to(reading, verb, frames)) is not None:
        return wished
    times = (t for c in verb.rights if c.dep_ == "prep" for t in c.rights if t.ent_type_ in _DAYS)
    for child in (*verb.rights, *(c for time in times for c in time.rights)):  # "complained for months of"
        if child.dep_ == "prep" and f"prep:{child.lower_}" in frames:
            action = any(c.dep_ == "xcomp" for c in verb.rights) and child.lower_ in ("on", "upon", "to")
            if any(c.dep_ == "pobj" and (c.ent_type_ in _DAYS or c.lower_ in _NO_MATTER) for c in child.rights):
                return None
            if not action and any(c.dep_ == "pobj" and _bare_pronoun(c) for c in child.rights):
                return None
            end = child.right_edge.i + 1
            if child.lower_ in ("on", "upon", "to"):
                end = max([end, *(c.right_edge.i + 1 for c in verb.rights if c.dep_ == "xcomp")])
            draft = attribution(reading, verb, [(child.i + 1, end)], "verb-preposition", subject(verb))
            if draft is not None:
                draft.cue.append(child)
            return draft
    return None


def _unwilling(verb: Token) -> bool:
    """True in "did not want to comment on it"."""
    return lemma(verb) in _NO_ANSWER and any(c.dep_ == "neg" for c in verb.head.lefts)


def _court(to: Token) -> bool:
    """True in "appealed to the Supreme Court", which asks for nothing in words."""
    courts = (c for c in to.rights if c.dep_ == "pobj") if to.lower_ == "to" else ()
    return any(c.lower_ in ("court", "courts", "tribunal", "judges", "bench") for c in courts)


def _bare_pronoun(token: Token) -> bool:
    return token.pos_ == "PRON" and not token.n_rights


def _for_to(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X called for the ward to be closed"."""
    for child in verb.rights if "prep:for" in frames else ():
        mark = next((c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "for"), None)
        if mark is not None and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts):
            run = (mark.i + 1, child.right_edge.i + 1)
            draft = attribution(reading, verb, [run], "verb-preposition", subject(verb))
            if draft is not None:
                draft.cue.append(mark)
            return draft
    return None


def not_excluded(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X did not rule out Y", "X would not exclude V-ing"; who only excludes somebody says nothing."""
    ruled = lemma(verb) == "rule" and any(c.dep_ == "prt" and c.lower_ == "out" for c in verb.rights)
    if not ruled and lemma(verb) != "exclude":
        return None
    refused = verb.dep_ == "xcomp" and lemma(verb.head) in _REFUSALS
    if not ruled and not refused and not any(c.dep_ == "neg" for c in verb.lefts):
        return None
    for child in verb.rights:
        if child.dep_ == "dobj" or (child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG"):
            run = (child.left_edge.i, _until_remark(child))
            return attribution(reading, verb, [run], "verb-excluding", subject(verb))
    return None


def object_phrase(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X denied any link"."""
    if not frames & {"object", "evidence", "clause"} or any(c.tag_ == "MD" for c in verb.children):
        return None
    joined = verb.dep_ == "conj" and not (verb.head.dep_ == "ccomp" and shared_cue(verb))
    if joined and any(c.tag_ == "MD" or c.lower_ == "neither" for c in verb.head.lefts):
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    thing = thing or next((c for c in verb.rights if c.lower_ in ("yes", "no") and c.dep_ == "intj"), None)
    if source_cited(verb) is not None:
        return None
    if lemma(verb) in ("say", "tell") and any(c.dep_ == "neg" for c in verb.lefts) and not _asked(thing):
        return None  # "has not said a word"
    if thing is None or thing.pos_ == "PRON" or _is_deed(verb, thing) or (speaker := subject(verb)) is None:
        return None
    if "object" not in frames and lemma(speaker) not in _EVIDENCE and not _quoted_whole(reading, thing):
        return None
    if lemma(verb) == "want" and (_in_relative(verb) or not hears(speaker)):
        return None  # "the lawyer, who wants an acquittal"
    if lemma(verb) in words("deeds", "by_events") and not _tells(speaker):
        return None
    if (clause := _garden_path(verb, thing, frames)) is not None:
        return attribution(reading, verb, [clause], "verb-clause", speaker)
    if "clause" in noun_frames().get(lemma(thing), ()) and any(c.dep_ in ("acl", "ccomp") for c in thing.rights):
        return None
    end = _completed(verb, thing, found=lemma(speaker) in _EVIDENCE or lemma(verb) in _FORETELLING)
    return attribution(reading, verb, [(thing.left_edge.i, end)], "verb-object", speaker)


def _tells(speaker: Token) -> bool:
    """True for whoever or whatever uses words, unlike an event: "the crash highlighted the danger"."""
    known = _EVIDENCE | words("sources", "papers") | words("sources", "issued") | words("headlines", "speakers")
    return hears(speaker) or speaker.tag_ in ("WP", "WDT") or lemma(speaker) in known


def _asked(thing: Token | None) -> bool:
    """True for a question left open: "did not say which way he voted"."""
    return thing is not None and thing.left_edge.tag_ in ("WDT", "WP", "WRB")


def _garden_path(verb: Token, thing: Token, frames: frozenset[str]) -> tuple[int, int] | None:
    """The clause whose subject the parser took for an object: "admitted his memory was poor"."""
    after = thing.right_edge.i + 1
    if "clause" not in frames or after >= len(verb.doc) or (told := verb.doc[after]).tag_ not in _FINITE:
        return None
    alone = not any(c.dep_ in ("nsubj", "nsubjpass", "cc") for c in told.lefts)
    return (thing.left_edge.i, told.right_edge.i + 1) if alone and told.dep_ in ("conj", "ccomp", "dep") else None


def _is_deed(verb: Token, thing: Token) -> bool:
    """True where the verb tells no words: police question men, a club dismisses its coach, a flood claims lives."""
    word = lemma(verb)
    if word in words("deeds", "to_people"):
        return is_human(thing) or thing.ent_type_ == "PERSON" or lemma(thing) in words("deeds", "people")
    return word in ("claim", "contest", "defend") and lemma(thing) in words("deeds", word)


def _completed(verb: Token, thing: Token, *, found: bool) -> int:
    """Where the thing told ends with what the parser hung on its verb: "endorsed Berg for mayor".

    Args:
        verb: The cue.
        thing: Its object.
        found: Whether a poll or a paper shows it, with all that stands beside it: "shows Berg at 40 percent".
    """
    end = _until_remark(thing)
    for child in verb.rights:
        of_it = child.dep_ == "prep" and child.lower_ in _COMPLETING
        if child.left_edge.i == end and (of_it or (found and child.dep_ in _BESIDE)):
            end = child.right_edge.i + 1
    return end


def _until_remark(thing: Token) -> int:
    """The end of the thing told, without what the writer says of it: "…, which makes him an outlier"."""
    for child in thing.rights:
        if child.dep_ == "relcl" and child.doc[child.left_edge.i - 1].text == ",":
            return child.left_edge.i
    return thing.right_edge.i + 1


def _quoted_whole(reading: Reading, thing: Token) -> bool:
    """True where the words found are words quoted: "found “serious failings”"."""
    return reading.quoted(thing) and reading.inside[thing.left_edge.i] == reading.inside[thing.i]
