r"""A backslash makes any sign of the format an ordinary sign, wherever text may stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_content import answers, clause, library, only_paper, sentences

from generator.diagnostics import Position
from generator.expressions.names import Names
from generator.importing.literal import literal, plain_words
from generator.library import Bullet, Heading, Inline, Item, Paragraph, Quote, Table, Text
from generator.loading.clause_text import read_blocks
from generator.loading.escapes import SIGNS
from generator.loading.problems import Problems
from generator.loading.prose_body import masked

NAMES = Names({}, library().decision, (), ())
HOSTILE = (
    "1. geen lid",
    "12) ook niet",
    "- geen streepje",
    "+ plus",
    "## geen kop",
    "> geen citaat",
    "a | b | c",
    "| a | b |",
    "{{ partijen.klant.naam }}",
    "{% if x %}",
    "{# weg #}",
    "**niet vet** en *niet schuin* en _laag_",
    "<b>vet</b> &amp; <!-- x -->",
    "`code` ~~door~~ ![a](b) [c](d) [^1] [#naam]",
    "[ ] geen vakje",
    "---",
    "===",
    "* * *",
    "\\ en \\* en \\\\",
    "C:\\map\\{{x}}",
    "{{",
    "%}",
    "a  b\u00a0c",
)
PIECES = st.sampled_from(
    [*SIGNS, *HOSTILE, "1", "a", "woord", " ", '"', "'", "é", "\u00a0", "\n", "\uf0b7", "\t"]
)


def read(text: str) -> tuple[object, ...]:
    problems = Problems()
    blocks = read_blocks(text, Position("proef.md"), NAMES, problems)
    assert [d.slug for d in problems.all()] == []
    return blocks


def words(inlines: tuple[Inline, ...]) -> str:
    assert all(isinstance(i, Text) and not i.bold and not i.italic for i in inlines)
    return "".join(i.text for i in inlines if isinstance(i, Text))


def everywhere(text: str) -> None:
    start, inside = literal(text, starts=True), literal(text)
    match read(
        f"{start}\n\n1. {start}\n   1. {start}\n\n- {start}\n\n> {start}\n\n## {inside}\n\n| {start} |\n|---|\n| {start} |"
    ):
        case (
            Paragraph(a),
            Item(b, (Item(c, (), None, _),), None, _),
            Bullet(d, False),
            Quote(e),
            Heading(f),
            Table((g,), (row,)),
        ):
            found = [words(x) for x in (a, b, c, d, e, f, g, row.cells[0])]  # type: ignore[union-attr]
            assert found == [text] * 8
        case other:
            pytest.fail(f"{text!r} was read as {other}")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_can_be_written_as_they_are(text: str) -> None:
    everywhere(plain_words(text))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join).map(plain_words).filter(bool))
def test_whatever_signs_come_together_they_come_through(text: str) -> None:
    everywhere(text)


def test_an_escaped_sign_stands_on_paper_without_its_backslash() -> None:
    known = library({"clauses/algemeen/doel.md": clause(r"1. Schrijf \*\*vet\*\* en \{\{ naam \}\}. [#een]")})
    assert sentences(only_paper(known, answers()))[-1].endswith("Schrijf **vet** en {{ naam }}.")


def test_a_fault_after_an_escape_is_told_at_its_place() -> None:
    problems = Problems()
    problems.know_text("proef.md", text := r"1. Met \*ster\* en {{ onbekend }} en `code`")
    read_blocks(text, Position("proef.md"), NAMES, problems)
    places = {d.slug: d.position.column for d in problems.all() if d.position}
    assert places["code"] == text.index("`code") + 1
    assert text.index("onbekend") + 1 in places.values()


def test_the_language_checks_see_the_sign_at_its_place() -> None:
    line = r"Werk \*niet\* [#naam]"
    assert len(masked(line)) == len(line)
    assert masked(line).replace("\u2060", "").strip() == "Werk *niet*"
