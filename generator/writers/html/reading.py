"""The words of the document, read back from an HTML file as a browser would show them."""

from html.parser import HTMLParser

from generator.writers.html.markup import BESIDE

_WITHIN_A_LINE = frozenset({"a", "strong", "em", "mark", "bdi"})
_VOID = frozenset({"meta", "br"})


class _Reader(HTMLParser):
    """Collects the text of ``main``, without what stands beside it. ``_beside`` counts how deep in that we are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._main = False
        self._beside = 0

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        if name == "main":
            self._main = True
        if name not in _WITHIN_A_LINE:
            self.text.append(" ")
        if name not in _VOID and (self._beside or any(key == BESIDE for key, _ in attributes)):
            self._beside += 1

    def handle_endtag(self, name: str) -> None:
        if name == "main":
            self._main = False
        if self._beside:
            self._beside -= 1
        if name not in _WITHIN_A_LINE:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._main and not self._beside:
            self.text.append(data)


def read_words(data: bytes) -> list[str]:
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return "".join(reader.text).split()
