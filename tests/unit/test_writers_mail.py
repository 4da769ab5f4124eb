"""An e-mail as a draft."""

from email import message_from_bytes
from email.policy import default

from generator.document import Article, Bullet, Document, Filled, Inlines, Paragraph, Text
from generator.library import Form, Gate
from generator.writers.mail import write

LONG = "Wij spraken vandaag over de back-up van uw administratie en over wat er misgaat als die er niet is. "


SUBJECT = (Text("Ons gesprek"),)


def mail(*blocks: Paragraph | Bullet, title: Inlines = SUBJECT) -> Document:
    articles = (Article("a", "a", 1, "", (), blocks),)
    return Document(
        "mail", "mail", title, Form.EMAIL, Gate.FREE, "", internal=False, author="", articles=articles
    )


def test_the_same_mail_is_the_same_bytes_and_carries_no_date_or_id() -> None:
    first, second = (write(mail(Paragraph((Text(LONG),)))) for _ in range(2))
    assert first == second
    assert set(message_from_bytes(first, policy=default).keys()) == {
        "Subject",
        "X-Unsent",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }


def test_a_mail_opens_as_a_draft_with_its_title_as_subject_and_not_again_in_the_text() -> None:
    read = message_from_bytes(write(mail(Paragraph((Text("Dag."),)))), policy=default)
    assert (read["Subject"], read["X-Unsent"]) == ("Ons gesprek", "1")
    assert read.get_content().strip() == "Dag."


def test_lines_end_as_mail_wants_and_are_short_enough_to_quote() -> None:
    data = write(mail(Paragraph((Text(LONG),))))
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    text = message_from_bytes(data, policy=default).get_content()
    assert max(map(len, text.splitlines())) <= 72


def test_dutch_letters_and_euros_survive_in_subject_and_text() -> None:
    made = mail(Paragraph((Text("Het kost € 45,00 – één keer."),)), title=(Text("Over uw café"),))
    read = message_from_bytes(write(made), policy=default)
    assert read["Subject"] == "Over uw café"
    assert read.get_content().strip() == "Het kost € 45,00 – één keer."


def test_an_answer_in_the_subject_adds_no_header_of_its_own() -> None:
    hostile = (Text("Gesprek met "), Filled("Fictief\r\nBcc: ander@voorbeeld.nl\x00\u202e", "zaak.naam"))
    read = message_from_bytes(write(mail(title=hostile)), policy=default)
    assert "Bcc" not in read
    assert read["Subject"] == "Gesprek met Fictief Bcc: ander@voorbeeld.nl"


def test_text_is_not_indented() -> None:
    read = message_from_bytes(write(mail(Bullet((Text("een"),)), Bullet((Text("twee"),)))), policy=default)
    assert read.get_content().splitlines() == ["- een", "- twee"]
