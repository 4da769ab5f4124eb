"""Which front a sitting has: the screen, or plain lines."""

from generator.terminal.prompts import Front
from generator.terminal.signals import Interruption
from generator.terminal.symbols import for_this_terminal


def front_for(interruption: Interruption, *, plain: bool) -> Front:
    symbols = for_this_terminal()
    if plain:
        from generator.terminal.plain import Plain

        interruption.breaks_in = True
        return Plain(symbols)
    from generator.terminal.regions import Habits
    from generator.terminal.screen import Screen

    return Screen(Habits(symbols, interruption))
