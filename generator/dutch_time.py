"""Dates, durations and frequencies as typed: ``1 juli 2026``, ``vier uur``, ``2 keer per week``."""

import re
from datetime import date, timedelta
from decimal import Decimal

from generator.dutch_amounts import NUMBER_WORDS
from generator.dutch_locale import dutch_date
from generator.dutch_text import Rejection, clipped
from generator.values import Duration, Frequency, Unit

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
EARLIEST, LATEST = 1900, 2100
MOST = 100_000
_MONTH_NUMBERS = {m: n for n, m in enumerate(MONTHS, start=1)} | {
    short: n
    for n, shorts in enumerate(
        ("jan", "feb", "mrt maa", "apr", "", "jun", "jul", "aug", "sep sept", "okt oct", "nov", "dec"),
        start=1,
    )
    for short in shorts.split()
}
_WORDED = r"(?i)(?:([a-z]+)(?:,| )\s*)?([0-9]{1,2})(?:e|ste|de)?[ -]([a-z]+)\.?(?:[ -]('?[0-9]+))?"
_FIGURES = r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]+)"
_ISO = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"

_UNITS: dict[str, tuple[Unit, int]] = {
    word: (unit, factor)
    for words, unit, factor in (
        ("minuut minuten min m minuutje", Unit.MINUTE, 1),
        ("kwartier kwartieren", Unit.MINUTE, 15),
        ("uur uren u h", Unit.HOUR, 1),
        ("kantooruur kantooruren werkuur werkuren", Unit.OFFICE_HOUR, 1),
        ("dag dagen d etmaal etmalen", Unit.DAY, 1),
        ("werkdag werkdagen wd", Unit.WORKDAY, 1),
        ("week weken wk", Unit.WEEK, 1),
        ("maand maanden mnd", Unit.MONTH, 1),
        ("kwartaal kwartalen", Unit.MONTH, 3),
        ("halfjaar", Unit.MONTH, 6),
        ("jaar jaren jr", Unit.YEAR, 1),
    )
    for word in words.split()
}
_DURATION = r"(?:binnen |na )?([0-9]+(?:,[0-9]+)?|[a-zé]+)\s*([a-z]+)"
_HALF = r"\bhalf (uur|jaar)"
_HALVES = {Unit.HOUR: (Unit.MINUTE, 60), Unit.YEAR: (Unit.MONTH, 12)}

_NAMED: dict[str, Frequency] = {
    "dagelijks": Frequency(1, Unit.DAY),
    "elke nacht": Frequency(1, Unit.DAY),
    "iedere nacht": Frequency(1, Unit.DAY),
    "om de dag": Frequency(1, Unit.DAY, 2),
    "om de week": Frequency(1, Unit.WEEK, 2),
    "wekelijks": Frequency(1, Unit.WEEK),
    "tweewekelijks": Frequency(1, Unit.WEEK, 2),
    "maandelijks": Frequency(1, Unit.MONTH),
    "halfjaarlijks": Frequency(1, Unit.MONTH, 6),
    "jaarlijks": Frequency(1, Unit.YEAR),
    "op werkdagen": Frequency(1, Unit.WORKDAY),
}
_TIMES = {"eens": 1, "eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4}
_EVERY = r"(?:elke?|iedere?|per|om de) (?:([0-9]+|[a-zé]+) )?([a-z]+)"
_PER = r"([0-9]+|[a-zé]+) ?(?:x|×|keer|maal|malen)? ?per (?:([0-9]+|[a-zé]+) )?([a-z]+)"


def read_date(text: str) -> date | Rejection:
    if found := re.fullmatch(_ISO, text):
        return _date(found.group(3), int(found.group(2)), found.group(1))
    if found := re.fullmatch(_FIGURES, text):
        return _date(found.group(1), int(found.group(3)), found.group(4))
    found = re.fullmatch(_WORDED, text.casefold())
    if found is None or found.group(3) not in _MONTH_NUMBERS:
        return _refused_date("Schrijf dag, maand en jaar, bijvoorbeeld 1 juli 2026 of 01-07-2026.")
    weekday, day, month, year = found.groups()
    if year is None:
        return _refused_date(
            f"Zet het jaar erbij, bijvoorbeeld {day} {MONTHS[_MONTH_NUMBERS[month] - 1]} 2026."
        )
    read = _date(day, _MONTH_NUMBERS[month], year)
    return _on_weekday(read, weekday) if weekday and isinstance(read, date) else read


def _date(day_text: str, month: int, year_text: str) -> date | Rejection:
    day = int(day_text)
    if len(year_text) != 4 or not year_text.isdigit():
        return _refused_date("Schrijf het jaar met vier cijfers, bijvoorbeeld 1 juli 2026.")
    year = int(year_text)
    if not EARLIEST <= year <= LATEST:
        return _refused_date(f"Kijk het jaar na: {year} ligt niet tussen {EARLIEST} en {LATEST}.")
    if not 1 <= month <= 12:
        swapped = f" Bedoelt u {month} {MONTHS[day - 1]} {year}?" if 1 <= day <= 12 and month <= 31 else ""
        return _refused_date(f"Een jaar heeft 12 maanden.{swapped} Schrijf eerst de dag, dan de maand.")
    length = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    if not 1 <= day <= length:
        return _refused_date(f"{MONTHS[month - 1].capitalize()} {year} heeft {length} dagen. Kijk de dag na.")
    return date(year, month, day)


def _on_weekday(read: date, weekday: str) -> date | Rejection:
    actual = WEEKDAYS[read.weekday()]
    if len(weekday) >= 2 and actual.startswith(weekday):
        return read
    return _refused_date(f"{dutch_date(read)} is een {actual}. Kijk de dag of de datum na.")


def _refused_date(message: str) -> Rejection:
    return Rejection(message, "Schrijf bijvoorbeeld '2026-07-01' of '1 juli 2026'.")


def read_duration(text: str) -> Duration | Rejection:
    words = re.sub(r"^(?:binnen|na) ", "", text.casefold())
    words = re.sub(_HALF, r"half\1", re.sub(r"^een (?=kwart|half)", "", words))
    if words == "halfuur":
        return Duration(30, Unit.MINUTE)
    if words in _UNITS and _UNITS[words][1] > 1:
        return Duration(_UNITS[words][1], _UNITS[words][0])
    found = re.fullmatch(_DURATION, words)
    if found and found.group(2) in _UNITS:
        return _duration(found.group(1), *_UNITS[found.group(2)])
    number = re.fullmatch(r"[0-9]+", words)
    if number or words in NUMBER_WORDS:
        return _refused_duration(
            f"Zet de eenheid erbij: {words} minuten, {words} uur, {words} dagen of {words} werkdagen."
        )
    return _refused_duration(
        "Schrijf een getal met een eenheid, bijvoorbeeld 4 uur, 30 minuten of 1 werkdag."
    )


def _duration(amount_text: str, unit: Unit, factor: int) -> Duration | Rejection:
    amount = _amount(amount_text)
    if amount is None:
        return _refused_duration(
            f"‘{clipped(amount_text)}’ is geen getal. Schrijf bijvoorbeeld 4 {UNIT_WORDS[unit][1]}."
        )
    amount *= factor
    if amount % 1 and unit in _HALVES:
        unit, smaller = _HALVES[unit]
        amount *= smaller
    if amount % 1:
        return _refused_duration(f"Schrijf hele {UNIT_WORDS[unit][1]}, bijvoorbeeld 2 {UNIT_WORDS[unit][1]}.")
    if amount > MOST:
        return _refused_duration(
            "Dit is te lang. Kijk of er een cijfer te veel staat, of neem een grotere eenheid."
        )
    return Duration(int(amount), unit)


def _amount(text: str) -> Decimal | None:
    if text == "anderhalf":
        return Decimal("1.5")
    if text in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[text])
    return Decimal(text.replace(",", ".")) if text[0].isdigit() and len(text) <= 12 else None


def _refused_duration(message: str) -> Rejection:
    return Rejection(message, "Schrijf bijvoorbeeld '4 uur' of '1 werkdag'.")


def read_frequency(text: str) -> Frequency | Rejection:
    words = re.sub(_HALF, r"half\1", text.casefold())
    if words in _NAMED:
        return _NAMED[words]
    if words in _UNITS:
        words = f"elke {words}"
    if found := re.fullmatch(_EVERY, words):
        return _frequency("1", found.group(1), found.group(2))
    if found := re.fullmatch(_PER, words):
        return _frequency(found.group(1), found.group(2), found.group(3))
    if words in {"continu", "doorlopend", "altijd", "direct", "realtime", "real-time"}:
        return _refused_frequency(
            f"‘{clipped(text)}’ is niet te controleren. Noem het aantal, bijvoorbeeld elke 15 minuten."
        )
    return _refused_frequency("Schrijf hoe vaak, bijvoorbeeld elke dag, elke 4 uur of 2 keer per week.")


def _frequency(times_text: str, every_text: str | None, unit_text: str) -> Frequency | Rejection:
    times, every = _whole(times_text), _whole(every_text or "1")
    if unit_text not in _UNITS or times is None or every is None:
        return _refused_frequency("Schrijf hoe vaak, bijvoorbeeld elke dag, elke 4 uur of 2 keer per week.")
    unit, factor = _UNITS[unit_text]
    if not 1 <= times <= MOST or not 1 <= every * factor <= MOST:
        return _refused_frequency("Schrijf een aantal van 1 of meer, bijvoorbeeld 2 keer per week.")
    return Frequency(times, unit, every * factor)


def _whole(text: str) -> int | None:
    if text in _TIMES or text in NUMBER_WORDS:
        return _TIMES.get(text) or NUMBER_WORDS[text]
    return int(text) if text.isdigit() and len(text) <= 6 else None


def _refused_frequency(message: str) -> Rejection:
    return Rejection(message, "Schrijf bijvoorbeeld '1 per dag', '1 per 4 uur' of '2 per week'.")


UNIT_WORDS: dict[Unit, tuple[str, str]] = {
    Unit.MINUTE: ("minuut", "minuten"),
    Unit.HOUR: ("uur", "uur"),
    Unit.OFFICE_HOUR: ("kantooruur", "kantooruren"),
    Unit.DAY: ("dag", "dagen"),
    Unit.WORKDAY: ("werkdag", "werkdagen"),
    Unit.WEEK: ("week", "weken"),
    Unit.MONTH: ("maand", "maanden"),
    Unit.YEAR: ("jaar", "jaar"),
}


def dutch_duration(value: Duration) -> str:
    return f"{value.amount} {UNIT_WORDS[value.unit][value.amount != 1]}"


def dutch_frequency(value: Frequency) -> str:
    if value.times == 1:
        return _every(value.per, value.every)
    if value.every == 1:
        return f"{value.times} keer per {value.per.value}"
    return f"{value.times} keer per {dutch_duration(Duration(value.every, value.per))}"


def _every(unit: Unit, every: int) -> str:
    if (unit, every) == (Unit.MONTH, 3):
        return "elk kwartaal"
    if (unit, every) == (Unit.MONTH, 6):
        return "elk half jaar"
    if every > 1:
        return f"elke {dutch_duration(Duration(every, unit))}"
    return f"{'elk' if unit in (Unit.HOUR, Unit.OFFICE_HOUR, Unit.YEAR) else 'elke'} {unit.value}"


def written_frequency(value: Frequency) -> str:
    """The form of the answers file: ``1 per 4 uur``."""
    per = value.per.value if value.every == 1 else dutch_duration(Duration(value.every, value.per))
    return f"{value.times} per {per}"
