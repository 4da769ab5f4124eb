"""Numbers that others gave out: KvK, btw-id, IBAN, telephone, postcode; and e-mail addresses. Stored without decoration."""

import re

from generator.dutch_text import Rejection

_EMAIL = r"[^@\s<>,;:\"()]+@(?:[^@\s<>,;:\"()./]+\.)+[^@\s<>,;:\"()./\d]{2,}"
_SHORT_AREA = r"1[0345]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[4578]|91"


def read_kvk(text: str) -> str | Rejection:
    bare = re.sub(r"[ .\-]|^kvk:?", "", text, flags=re.IGNORECASE)
    if re.fullmatch(r"[0-9]{8}", bare):
        return bare
    if re.fullmatch(r"[0-9]{12}", bare):
        return _refused(
            "Dit lijkt een vestigingsnummer (12 cijfers). Vul het KvK-nummer van 8 cijfers in.", "12345678"
        )
    if re.fullmatch(r"[0-9]+", bare):
        return _refused(f"Een KvK-nummer heeft 8 cijfers; dit {_are(len(bare))}.", "12345678")
    return _refused("Schrijf de 8 cijfers van het KvK-nummer, bijvoorbeeld 12345678.", "12345678")


def _are(count: int) -> str:
    return "is er 1" if count == 1 else f"zijn er {count}"


def read_vat(text: str) -> str | Rejection:
    bare = re.sub(r"[ .\-]", "", text).upper()
    if re.fullmatch(r"[0-9]{9}B[0-9]{2}", bare):
        return _refused(f"Zet NL voor het btw-id: NL{bare}.", f"NL{bare}")
    if not re.fullmatch(r"NL[0-9]{9}B[0-9]{2}", bare):
        return _refused(
            "Schrijf het btw-id als NL, 9 cijfers, B en 2 cijfers, bijvoorbeeld NL000099998B57.",
            "NL000099998B57",
        )
    if "000000000" in bare or bare.endswith("B00") or not (_of_a_person(bare) or _of_a_firm(bare)):
        return _refused(
            "Er zit een tikfout in dit btw-id: het controlegetal klopt niet. Neem het over van een factuur.",
            "NL000099998B57",
        )
    return bare


def _of_a_firm(vat: str) -> bool:
    """Since 2020 the sum of ISO 7064: letters count from 10, and the whole leaves 1 after division by 97."""
    return int("".join(str(int(character, 36)) for character in vat)) % 97 == 1


def _of_a_person(vat: str) -> bool:
    """The older sum: nine digits weighed from 9 down, the last one taken off, divide by 11."""
    digits = [int(d) for d in vat[2:11]]
    weighed = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=False)) - digits[8]
    return weighed % 11 == 0


def read_iban(text: str) -> str | Rejection:
    from stdnum import iban
    from stdnum.exceptions import InvalidChecksum, ValidationError

    example = "NL91 ABNA 0417 1643 00"
    bare = re.sub(r"[ .\-]", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}", bare):
        return _refused(f"Schrijf de hele IBAN, met landcode, bijvoorbeeld {example}.", example)
    if bare.startswith("NL") and len(bare) != 18:
        return _refused(f"Een Nederlandse IBAN heeft 18 tekens; dit {_are(len(bare))}.", example)
    try:
        return str(iban.validate(bare))
    except InvalidChecksum:
        fault = "Er zit een tikfout in deze IBAN: het controlegetal klopt niet."
    except ValidationError:
        fault = f"Dit is geen IBAN die het land {bare[:2]} uitgeeft."
    return _refused(f"{fault} Neem hem over van een bankafschrift.", example)


def dutch_iban(value: str) -> str:
    return " ".join(value[i : i + 4] for i in range(0, len(value), 4))


def read_email(text: str) -> str | Rejection:
    bare = re.sub(r"^mailto:", "", text, flags=re.IGNORECASE)
    if len(bare) <= 254 and re.fullmatch(_EMAIL, bare) and ".." not in bare:
        return bare
    example = "naam@bedrijf.example"
    if "@" not in bare:
        return _refused(f"In een e-mailadres staat een @, bijvoorbeeld {example}.", example)
    return _refused(f"Schrijf één e-mailadres, zonder spaties of haakjes, bijvoorbeeld {example}.", example)


def read_phone(text: str) -> str | Rejection:
    """International form without spaces: ``+31201234567``; a Dutch service number as dialled."""
    bare = re.sub(r"[ .\-/]", "", re.sub(r"^(tel\.?|telefoon|t):? ?", "", text, flags=re.IGNORECASE))
    bare = re.sub(r"^00", "+", bare.replace("(0)", "").replace("(", "").replace(")", ""))
    if re.fullmatch(r"0(800|90[069])([0-9]{4}|[0-9]{7})", bare):
        return bare
    bare = re.sub(r"^0", "+31", re.sub(r"^\+310", "+31", bare))
    if bare.startswith("+31"):
        return bare if re.fullmatch(r"\+31[1-9][0-9]{8}", bare) else _dutch_phone(len(bare) - 2)
    if re.fullmatch(r"\+[1-9][0-9]{6,14}", bare):
        return bare
    return _refused(
        "Schrijf het nummer met kengetal, bijvoorbeeld 020 123 45 67 of +32 2 123 45 67.", "020 123 45 67"
    )


def _dutch_phone(digits: int) -> Rejection:
    return _refused(
        f"Een Nederlands telefoonnummer heeft 10 cijfers; dit {_are(digits)}. Schrijf bijvoorbeeld 020 123 45 67.",
        "020 123 45 67",
    )


def dutch_phone(value: str) -> str:
    if not value.startswith("+31"):
        return f"{value[:4]} {value[4:]}" if value.startswith("0") else value
    number = value[3:]
    if number.startswith("6"):
        return f"06 {number[1:]}"
    area = 2 if re.match(_SHORT_AREA, number) else 3
    return f"0{number[:area]} {number[area:]}"


def read_postcode(text: str) -> str | Rejection:
    found = re.fullmatch(r"([1-9][0-9]{3})\s*([A-Z]{2})", text.upper())
    if found and found.group(2) not in ("SA", "SD", "SS"):
        return f"{found.group(1)} {found.group(2)}"
    if found:
        return _refused(
            f"De letters {found.group(2)} komen in postcodes niet voor. Kijk de letters na.", "1234 AB"
        )
    return _refused("Schrijf 4 cijfers en 2 letters, bijvoorbeeld 1234 AB.", "1234 AB")


def _refused(message: str, example: str) -> Rejection:
    return Rejection(message, f"Schrijf bijvoorbeeld '{example}'.")
