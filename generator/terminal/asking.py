"""From a question to the prompt for its kind, and from the reply to the answer."""

from dataclasses import replace
from datetime import date, timedelta

from generator import dutch
from generator.dutch_text import choices_of, folded
from generator.interview import referable, row_name
from generator.library import Choice, Kind, Question
from generator.terminal import catalogue
from generator.terminal.desk import Desk
from generator.terminal.place import Place
from generator.terminal.prompts import (
    Around,
    Nav,
    Option,
    PickPrompt,
    Rejected,
    Reply,
    TextPrompt,
    TickPrompt,
)
from generator.values import State, Value

LONGEST_LIST = 14
"""More options than this are searched by typing."""
NONE = "geen"
EXCLUSIVE = frozenset({NONE, "weet_ik_niet", "onbekend"})
"""Options of a meerkeuze that mean none or unknown: they exclude the others."""
DAYS = {"vandaag": 0, "vanavond": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
LATER, UNKNOWN = "\x00later", "\x00onbekend"


def ask_simple(desk: Desk, place: Place, *, same: bool = False) -> Nav | None:
    """Ask a question that has one answer. None: answered and saved."""
    reply = _asked(desk, place, desk.around(place, same=same))
    desk.remember(place, reply.nav, reply.concept)
    if reply.nav is not None or reply.value is None:
        return reply.nav
    if not place.save(reply.value, True):
        desk.concepts[place.path] = reply.concept
        return ask_simple(desk, place, same=same)
    return None


def _asked(desk: Desk, place: Place, around: Around) -> Reply:
    question = place.question
    if question.kind is Kind.REFERENCE:
        rows = _rows_to_refer_to(desk, question)
        return _pick(desk, place, around, rows) if rows else _nothing_yet(desk, around)
    if question.kind is Kind.MULTI:
        return _tick(desk, place, around)
    choices = choices_of(question)
    if choices and len(choices) <= LONGEST_LIST:
        return _pick(desk, place, around, choices)
    return desk.front.text(_text_prompt(desk, place, around))


# --- text ---------------------------------------------------------------------------------------------------------


def _text_prompt(desk: Desk, place: Place, around: Around) -> TextPrompt:
    question, value = place.question, place.value()
    text = "" if isinstance(value, State) else " ".join(_typed(question, value).split(" "))
    concept = desk.concepts.get(place.path)
    choices = choices_of(question)

    def read(typed: str) -> Value | State | Rejected:
        if choices:
            stated = dutch.read(question, typed)
            return stated if isinstance(stated, State) else catalogue.meant(choices, typed)
        found = dutch.read(question, day_in_full(question, typed, desk.session.today))
        return Rejected(found.message) if isinstance(found, dutch.Rejection) else found

    def echo(typed: str) -> str | None:
        understood = dutch.echo(question, day_in_full(question, typed, desk.session.today))
        return understood.removeprefix("= ") if understood else None

    def labels(typed: str) -> tuple[str, ...]:
        return tuple(c.label for c in catalogue.matching(choices, typed))

    return TextPrompt(
        around,
        read,
        echo,
        text=concept if isinstance(concept, str) else text,
        prefilled=bool(text),
        example=question.example or "",
        suggestion=question.suggestion or "",
        multiline=question.kind is Kind.LONG_TEXT,
        optional=question.may_be_empty,
        matches=labels if choices else None,
    )


def day_in_full(question: Question, typed: str, today: date) -> str:
    """Vandaag, morgen and the like as a date; everything else as it is."""
    days = DAYS.get(folded(typed)) if question.kind is Kind.DATE else None
    return typed if days is None else (today + timedelta(days)).isoformat()


def _typed(question: Question, value: Value) -> str:
    """A value as it would be typed."""
    if question.kind is Kind.LONG_TEXT and isinstance(value, str):
        return value
    return dutch.shown(value, question.kind, choices_of(question)).replace("\u00a0", " ")


# --- one of some --------------------------------------------------------------------------------------------------


def _pick(desk: Desk, place: Place, around: Around, choices: tuple[Choice, ...]) -> Reply:
    value = place.value()
    concept = desk.concepts.get(place.path)
    pointer = concept if isinstance(concept, str) else _pointer(value)
    reply = desk.front.pick(PickPrompt(around, options_of(place.question, choices), pointer))
    states = {LATER: State.LATER, UNKNOWN: State.UNKNOWN}
    answer = states.get(reply.value, reply.value) if isinstance(reply.value, str) else reply.value
    return Reply(answer, reply.nav, concept=reply.concept)


def _nothing_yet(desk: Desk, around: Around) -> Reply:
    """A reference to a list that is still open: that list comes first."""
    told = replace(around, explanation="Er is nog niets om uit te kiezen. Vul eerst die lijst in.")
    reply = desk.front.pick(PickPrompt(told, (Option("", "Naar het overzicht", letter="o"),)))
    return Reply(nav=reply.nav or Nav.OVERVIEW)


def _pointer(value: Value | State) -> str | None:
    if isinstance(value, State):
        return {State.LATER: LATER, State.UNKNOWN: UNKNOWN}.get(value)
    return value if isinstance(value, str) else None


def options_of(question: Question, choices: tuple[Choice, ...]) -> tuple[Option, ...]:
    """The options with a letter each; those of a group stand under its heading."""
    options = [Option(c.id, c.label, explanation=c.explanation or "", value=c.id) for c in choices]
    if question.may_be_unknown:
        options.append(Option(UNKNOWN, "Weet ik nog niet", value=State.UNKNOWN))
    if question.may_be_later:
        options.append(Option(LATER, "Later invullen", value=State.LATER))
    return grouped(with_letters(tuple(options)), choices)


def grouped(options: tuple[Option, ...], choices: tuple[Choice, ...]) -> tuple[Option, ...]:
    """The options with the headings of their groups between them."""
    groups = {c.id: c.group for c in choices}
    lines: list[Option] = []
    now: str | None = None
    for option in options:
        group = groups.get(option.id)
        if group and group != now:
            lines.append(Option(f"\x00{group}", group, heading=True))
        now = group
        lines.append(option)
    return tuple(lines)


def with_letters(options: tuple[Option, ...], taken: str = "") -> tuple[Option, ...]:
    """Every option its own key: the first letter of its label that is free, else any letter, else a digit."""
    used = set(taken)
    lettered: list[Option] = []
    for option in options:
        words = "".join(c if c.isalnum() else " " for c in option.label.lower()).split()
        candidates = (
            [w[0] for w in words]
            + [c for w in words for c in w]
            + list("123456789abcdefghijklmnopqrstuvwxyz")
        )
        letter = next((c for c in candidates if c.isascii() and c not in used), "")
        used.add(letter)
        lettered.append(
            Option(
                option.id,
                option.label,
                option.detail,
                option.explanation,
                letter,
                option.mark,
                option.heading,
                option.value,
            )
        )
    return tuple(lettered)


def _rows_to_refer_to(desk: Desk, question: Question) -> tuple[Choice, ...]:
    """The rows of the list that is referred to, as choices."""
    facts = desk.session.facts()
    target = facts.question(question.target or ())
    listed = target if isinstance(target, Question) else question
    return tuple(Choice(r.id, row_name(listed, r, facts), "") for r in referable(question, facts))


# --- several ------------------------------------------------------------------------------------------------------


def _tick(desk: Desk, place: Place, around: Around) -> Reply:
    question, value = place.question, place.value()
    concept = desk.concepts.get(place.path)
    ticked = concept if isinstance(concept, tuple) else value if isinstance(value, tuple) else ()
    options = with_letters(
        tuple(Option(c.id, c.label, explanation=c.explanation or "", value=(c.id,)) for c in question.choices)
    )
    options = grouped(options, question.choices)
    before = tuple(t for t in ticked if isinstance(t, str))
    if value == () and question.may_be_empty:
        before = ("",)
    alone = frozenset(c.id for c in question.choices) & EXCLUSIVE
    nothing = question.may_be_empty and question.choice(NONE) is None
    reply = desk.front.tick(TickPrompt(around, options, before, alone, nothing=nothing))
    if isinstance(reply.value, tuple):
        return Reply(
            tuple(v for v in reply.value if isinstance(v, str) and v), reply.nav, concept=reply.concept
        )
    return reply
