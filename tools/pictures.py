"""``python -m tools.pictures`` makes the six pages in ``docs/beelden/`` anew, from two situations.

It takes LibreOffice and Poppler; where one of them lacks, it stops and leaves the pictures alone. The two pages to read
are pictures of a browser.
"""

import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.assembly import assemble
from generator.document import Identity
from generator.facts import Facts
from generator.house_style import house_style
from generator.loading.load import load_library
from generator.making import Extras, made_files
from generator.provenance import Origin
from generator.situation_files import read_situations

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "docs" / "beelden"
BAKER, OFFICE = "lezers-bakker", "administratiekantoor-open"


@dataclass(frozen=True, slots=True)
class Page:
    """The first page of a paper with these words on a line of their own."""

    name: str
    situation: str
    style: str
    paper: str
    words: str


PAGES = (
    Page("voorblad", BAKER, "klassiek", "overeenkomst", "De kern van de afspraak"),
    Page("inhoud", BAKER, "modern", "overeenkomst", "Inhoud"),
    Page("maatregelen", BAKER, "modern", "overeenkomst", "Leverancier doet dit"),
    Page("afstandsverklaring", BAKER, "modern", "afstandsverklaring-beveiliging-afgewezen-firewall", "Kenmerk 2026-001"),
    Page("brief", OFFICE, "modern", "waarschuwingsbrief", "Betreft: Waarschuwing voor risico's in uw IT"),
    Page("handtekeningen", BAKER, "klassiek", "verwerkersovereenkomst", "Ondertekening"),
)  # fmt: skip


@cache
def papers(situation: str, style: str) -> dict[str, bytes]:
    library, look = load_library(), house_style(style)
    (found,), _ = read_situations(ROOT / "tests" / "situaties" / f"{situation}.yaml", library)
    facts = Facts(library, found.case.questionnaire, found.case.answers, found.today)
    made = assemble(library, facts, found.case, Identity("2026-001", situation), look.scheme)
    origin = Origin("2026-001", found.case.questionnaire, found.today, "")
    files = made_files(library, made.documents, origin, look, ("pdf",), Extras(page_numbers=True))
    if files.no_pdf:
        raise files.no_pdf
    return dict(files.papers)


def page(wanted: Page, folder: Path) -> bytes:
    paper, picture = folder / "stuk.pdf", folder / "blad"
    paper.write_bytes(papers(wanted.situation, wanted.style)[f"{wanted.paper}.pdf"])
    text = run("pdftotext", "-layout", paper, "-").decode()
    pages = ([line.strip() for line in words.splitlines()] for words in text.split("\f"))
    number = next(n for n, lines in enumerate(pages, 1) if wanted.words in lines)
    run("pdftoppm", "-png", "-singlefile", "-r", 80, "-f", number, "-l", number, paper, picture)
    return picture.with_suffix(".png").read_bytes()


def run(*command: object) -> bytes:
    return subprocess.run([str(word) for word in command], check=True, capture_output=True).stdout


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = {wanted.name: page(wanted, folder) for wanted in PAGES}
    for stem, picture in made.items():
        (PLACE / f"{stem}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
