"""An e-mail as an ``.eml`` that a mail program opens as an unsent draft."""

from email.message import EmailMessage
from email.policy import SMTP
from textwrap import dedent

from generator.document import Document, plain
from generator.writers.text import write as write_text
from generator.writers.words import one_line

MAIL_WIDTH = 72


def write(document: Document) -> bytes:
    """The same bytes for the same document: no date, no id, no boundary."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(plain(document.title))
    message["X-Unsent"] = "1"
    message.set_content(dedent(write_text(document, MAIL_WIDTH)), cte="quoted-printable")
    return message.as_bytes()
