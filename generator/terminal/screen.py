"""The screen: every prompt through questionary's applications in our frame."""

import os
import sys

os.environ.setdefault(
    "PROMPT_TOOLKIT_NO_CPR", "1"
)  # the same layout everywhere, and no English warning about it

from generator.terminal import grid, picking, text_field, ticking
from generator.terminal.prompts import GridPrompt, PickPrompt, Reply, TextPrompt, TickPrompt
from generator.terminal.regions import Habits


class Screen:
    """A Front on a real terminal."""

    def __init__(self, habits: Habits) -> None:
        self.habits = habits

    def text(self, prompt: TextPrompt) -> Reply:
        return text_field.ask(prompt, self.habits)

    def pick(self, prompt: PickPrompt) -> Reply:
        return picking.pick(prompt, self.habits)

    def tick(self, prompt: TickPrompt) -> Reply:
        return ticking.ask(prompt, self.habits)

    def grid(self, prompt: GridPrompt) -> Reply:
        return grid.ask(prompt, self.habits)

    def read(self, title: str, text: str) -> None:
        from generator.terminal.reader import read

        read(title, text, self.habits)

    def say(self, line: str) -> None:
        sys.stdout.write(self.habits.symbols.text(line) + "\n")
        sys.stdout.flush()
