"""All reference pages by their place in the handbook."""

from generator.loading.load import load_library
from tools.reference.answer_faults import answer_faults_page
from tools.reference.commands import commands_page, exit_codes_page
from tools.reference.content import documents_page, risks_page, sources_page
from tools.reference.faults import faults_page
from tools.reference.files import files_page
from tools.reference.language import kinds_page, writing_page
from tools.reference.questionnaires import questionnaire_page

FOLDER = "naslag"


def pages() -> dict[str, str]:
    library = load_library()
    found = {
        "commandos": commands_page(),
        "afsluitcodes": exit_codes_page(),
        "vraagsoorten": kinds_page(),
        "filters-en-voorwaarden": writing_page(library),
        "bestanden": files_page(library),
        "meldingen": faults_page(),
        "meldingen-antwoorden": answer_faults_page(library),
        "risicos": risks_page(library),
        "stukken": documents_page(library),
        "bronnen": sources_page(library),
        **{f"vragenlijsten/{name}": questionnaire_page(name, library) for name in library.questionnaires},
    }
    return {f"{FOLDER}/{name}.md": text for name, text in found.items()}
