"""Numbers, amounts and dates in their Dutch form, by Babel; the only module that knows it. Imported when first used."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

WHOLE_OR_EXACT = "#,##0.##########"


def dutch_number(value: Decimal, decimals: int | None = None) -> str:
    """``1.250,5``; with ``decimals`` exactly so many, rounded half up as bills are."""
    from babel.numbers import format_decimal

    if decimals is None:
        return format_decimal(value, WHOLE_OR_EXACT, _dutch())
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return format_decimal(rounded, f"#,##0.{'0' * decimals}", _dutch())


def euro(value: Decimal) -> str:
    """``€ 1.250,50``, with a no-break space after the sign."""
    from babel.numbers import format_currency

    return format_currency(value.quantize(Decimal("0.01"), ROUND_HALF_UP), "EUR", locale=_dutch())


def dutch_date(value: date) -> str:
    """``1 juli 2026``."""
    from babel.dates import format_date

    return format_date(value, "d MMMM y", _dutch())


@cache
def _dutch() -> "Locale":
    """Always the Netherlands, whatever the computer is set to."""
    from babel import Locale

    return Locale("nl", "NL")
