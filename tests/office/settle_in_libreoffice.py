"""Run with a Python that knows UNO: accepts and rejects all tracked changes of every Word file in a folder, by LibreOffice.

    python settle_in_libreoffice.py SOFFICE FOLDER

Writes FOLDER/accept/NAME.docx and FOLDER/reject/NAME.docx.
"""

import subprocess
import sys
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

VERBS = ("Accept", "Reject")
TRIES = 120


def main(office: str, folder: Path) -> None:
    pipe = f"zwartopwit{uuid.uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    process = subprocess.Popen(
        [office, profile, "--headless", "--norestore", "--nodefault", "--nolockcheck", accept],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connected(pipe)
        create = context.ServiceManager.createInstanceWithContext
        desktop = create("com.sun.star.frame.Desktop", context)
        dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        for file in sorted(folder.glob("*.docx")):
            for verb in VERBS:
                settle(desktop, dispatcher, file, verb)
        desktop.terminate()
    finally:
        process.wait(60)


def connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _attempt in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise TimeoutError("LibreOffice does not answer")


def settle(desktop, dispatcher, file: Path, verb: str) -> None:
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (hidden,))
    frame = document.getCurrentController().getFrame()
    dispatcher.executeDispatch(frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
    target = file.parent / verb.lower() / file.name
    target.parent.mkdir(exist_ok=True)
    document.storeToURL(target.as_uri(), (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),))
    document.close(True)


main(sys.argv[1], Path(sys.argv[2]).resolve())
