"""The screen: every prompt through questionary's applications in our frame."""

import os
import sys

os.environ.setdefault(
    "PROMPT_TOOLKIT_NO_CPR", "1"
)  # the same layout everywhere, and no English warning about it

from generator.terminal.prompts import GridPrompt, PickPrompt, Reply, TextPrompt, TickPrompt
from generator.terminal.regions import Habits


class Screen:
    """A Front on a real terminal. Each kind of prompt is imported when it is first asked."""

    def __init__(self, habits: Habits) -> None:
        self.habits = habits

    def text(self, prompt: TextPrompt) -> Reply:
        from generator.terminal import text_field

        return text_field.ask(prompt, self.habits)

    def pick(self, prompt: PickPrompt) -> Reply:
        from generator.terminal import picking

        return picking.pick(prompt, self.habits)

    def tick(self, prompt: TickPrompt) -> Reply:
        from generator.terminal import ticking

        return ticking.ask(prompt, self.habits)

    def grid(self, prompt: GridPrompt) -> Reply:
        from generator.terminal import grid

        return grid.ask(prompt, self.habits)

    def read(self, title: str, text: str) -> None:
        from generator.terminal.reader import read

        read(title, text, self.habits)

    def say(self, line: str) -> None:
        sys.stdout.write(self.habits.symbols.text(line) + "\n")
        sys.stdout.flush()
