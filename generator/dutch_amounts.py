"""Numbers, money and percentages as typed: ``€ 1.250,50``, ``10,-``, ``21 %``. Never guesses: with money it asks."""

import re
from decimal import Decimal

from generator.dutch_locale import dutch_number, euro
from generator.dutch_text import Rejection, clipped

LARGEST = Decimal(999_000_000)
_DUTCH = r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}|--?|–|—))?"
_POINT = r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.([0-9]{1,2})"
_ENGLISH_THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3})+"
_EURO = r"(?i)(?:€|eur\b|euro\b)?\s*(.*?)\s*(?:€|\beur|\beuro'?s?)?"
_WORDS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
)
NUMBER_WORDS = {word: n for n, word in enumerate(_WORDS.split())} | {
    "één": 1, "vierentwintig": 24, "dertig": 30, "veertig": 40, "achtenveertig": 48, "zestig": 60, "negentig": 90,
}  # fmt: skip


def read_money(text: str) -> Decimal | Rejection:
    found = re.fullmatch(_EURO, text)
    bare = found.group(1) if found else text
    if bare.startswith(("-", "−")):
        return _money("Vul een bedrag in van € 0 of meer, zonder minteken, bijvoorbeeld € 380.")
    dutch = re.fullmatch(_DUTCH, bare)
    if dutch is None:
        return _meant_money(bare)
    whole, cents = dutch.groups()
    if cents and len(cents) == 1 and cents.isdigit():
        meant = _decimal(whole, cents)
        return _money(f"Bedoelt u {euro(meant)}? Schrijf de centen met twee cijfers.", meant)
    amount = _decimal(whole, cents if cents and cents.isdigit() else "")
    if amount > LARGEST:
        return _money("Dit bedrag is hoger dan € 999 miljoen. Kijk of er een cijfer te veel staat.")
    return amount.quantize(Decimal("0.01"))


def _meant_money(bare: str) -> Rejection:
    if point := re.fullmatch(_POINT, bare):
        meant = _decimal(point.group(1).replace(",", ""), point.group(2))
        return _money(f"Bedoelt u {euro(meant)}? Gebruik een komma voor de centen.", meant)
    if re.fullmatch(_ENGLISH_THOUSANDS, bare):
        meant = Decimal(bare.replace(",", ""))
        return _money(f"Bedoelt u {euro(meant)}? Gebruik een punt voor de duizendtallen.", meant)
    return _money("Schrijf een bedrag in euro's, bijvoorbeeld 380 of € 1.250,50.")


def _money(message: str, meant: Decimal | None = None) -> Rejection:
    return Rejection(message, f"Schrijf bijvoorbeeld '{dutch_number(meant or Decimal('1250.50'), 2)}'.")


def _decimal(whole: str, fraction: str) -> Decimal:
    return Decimal(f"{whole.replace('.', '')}.{fraction or 0}")


def read_number(text: str) -> Decimal | Rejection:
    if text.casefold() in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[text.casefold()])
    return _plain_number(text, "Schrijf een getal, bijvoorbeeld 12 of 1.250.")


def read_percentage(text: str) -> Decimal | Rejection:
    bare = re.sub(r"\s*(%|procent)$", "", text, flags=re.IGNORECASE)
    number = _plain_number(bare, "Schrijf een percentage van 0 tot en met 100, bijvoorbeeld 21 of 2,5%.")
    if isinstance(number, Decimal) and number > 100:
        return _number(
            f"{dutch_number(number)}% is meer dan het geheel. Schrijf een percentage van 0 tot en met 100."
        )
    return number


def _plain_number(text: str, advice: str) -> Decimal | Rejection:
    dutch = re.fullmatch(_DUTCH, text)
    if dutch and not (dutch.group(2) or "0").isdigit():
        return _number(advice)
    if dutch:
        number = _decimal(dutch.group(1), dutch.group(2) or "")
        return (
            number
            if number <= LARGEST
            else _number("Dit getal is te groot. Kijk of er een cijfer te veel staat.")
        )
    if point := re.fullmatch(_POINT, text):
        meant = _decimal(point.group(1).replace(",", ""), point.group(2))
        return _number(f"Bedoelt u {dutch_number(meant)}? Gebruik een komma voor wat achter de komma komt.")
    if re.fullmatch(_ENGLISH_THOUSANDS, text):
        meant = Decimal(text.replace(",", ""))
        return _number(f"Bedoelt u {dutch_number(meant)}? Gebruik een punt voor de duizendtallen.")
    if text.startswith(("-", "−")):
        return _number("Vul 0 of meer in, zonder minteken.")
    return _number(f"‘{clipped(text)}’ is hier niet te lezen. {advice}" if text else advice)


def _number(message: str) -> Rejection:
    return Rejection(message, "Schrijf alleen het getal, bijvoorbeeld '12'.")
