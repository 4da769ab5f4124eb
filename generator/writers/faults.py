"""What goes wrong in the writer is never the user's doing."""

from collections.abc import Sequence


class WriterFault(RuntimeError):  # noqa: N818 - not an error of the user
    """A file that would not be right. It is not returned; the answers are untouched."""

    def __init__(self, file: str, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"- {fault}" for fault in faults)
        super().__init__(
            f"Het bestand ‘{file}’ is niet gemaakt: het klopte niet. Dit is een fout van het programma, niet van u. "
            f"Uw antwoorden zijn bewaard.\n{lines}"
        )
