"""What is wrong with a house style: for people, each with what to do."""

from collections.abc import Sequence

from generator.diagnostics import GeneratorError
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class StyleFault:
    """``near``: words of the paragraph that it is about, if there is one. ``grave``: papers cannot be made with it."""

    message: str
    remedy: str
    near: str = ""
    grave: bool = True


class HouseStyleError(GeneratorError):
    """A house style that cannot be used; says everything that must be mended."""

    def __init__(self, faults: Sequence[StyleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(("deze huisstijl is niet te gebruiken.", *shown(self.faults))))


def shown(faults: Sequence[StyleFault]) -> tuple[str, ...]:
    return tuple(
        line
        for f in faults
        for line in (f"{'fout' if f.grave else 'waarschuwing'}: {f.message}", f"  doe: {f.remedy}")
    )
