"""What time it is for a Dutch firm, wherever the machine thinks it stands."""

from datetime import datetime


def now() -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam"))
