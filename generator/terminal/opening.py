"""Before the first question: which questionnaire, and what the case is called meanwhile."""

from generator.diagnostics import Position
from generator.library import Kind, Library, Question
from generator.terminal.front import front_for
from generator.terminal.prompts import Around, Option, PickPrompt, Rejected, TextPrompt
from generator.terminal.signals import Interruption
from generator.values import State, Value

_NAME = Question(
    "werknaam",
    Kind.TEXT,
    "Voor welke klant is dit?",
    Position("(opening)"),
    example="Bakkerij Verzonnen",
)


def choose_questionnaire(library: Library, *, plain: bool) -> str | None:
    """The id of a questionnaire; None when the user stopped."""
    every = tuple(library.questionnaires.values())
    if len(every) == 1:
        return every[0].id
    options = tuple(
        Option(q.id, q.title, explanation=q.explanation or "", letter=str(n), value=q.id)
        for n, q in enumerate(every, 1)
    )
    around = Around("Zwart op wit", "Wat wilt u maken?", explanation=LEGAL, overview=False, can_leave=False)
    with Interruption().watched() as interruption:
        reply = front_for(interruption, plain=plain).pick(PickPrompt(around, options))
    return reply.value if isinstance(reply.value, str) else None


def ask_name(*, plain: bool) -> str | None:
    """The working name of the case: it names the folder and is never changed; None when the user stopped."""
    from generator import dutch

    def read(text: str) -> Value | State | Rejected:
        found = dutch.read(_NAME, text)
        return Rejected(found.message, found.remedy) if isinstance(found, dutch.Rejection) else found

    around = Around(
        "Zwart op wit",
        _NAME.text,
        help="Deze werknaam komt op de map van het dossier. De volledige naam vult u later in.",
        overview=False,
        can_leave=False,
    )
    prompt = TextPrompt(around, read, lambda _text: None, example=_NAME.example or "")
    with Interruption().watched() as interruption:
        reply = front_for(interruption, plain=plain).text(prompt)
    return reply.value if isinstance(reply.value, str) and not isinstance(reply.value, State) else None


LEGAL = "Dit programma geeft geen juridisch advies. Het maakt stukken op basis van uw antwoorden."
