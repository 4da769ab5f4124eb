"""What each style is for, in the words of who makes a house style."""

_USES = {
    "Title": "de titel van een overeenkomst",
    "heading 1": "de kop van een artikel (in Word: Kop 1)",
    "Lid": "een lid van een artikel",
    "Onderdeel": "een onderdeel van een lid",
    "Subonderdeel": "een onderdeel van een onderdeel",
    "Lid vervolg": "tekst die onder een lid doorgaat",
    "Onderdeel vervolg": "tekst die onder een onderdeel doorgaat",
    "Subonderdeel vervolg": "tekst die onder een subonderdeel doorgaat",
    "Lid tussenkop": "een kop binnen een artikel",
    "Lid opsomming": "een punt in een opsomming in een artikel",
    "Lid aankruisvak": "een hokje om aan te kruisen in een artikel",
    "Lid citaat": "de woorden van een ander in een artikel",
    "Lid open keuze": "wat nog niet is beslist in een artikel",
    "Begripsomschrijving": "de betekenis van een begrip",
    "Tekst": "gewone tekst",
    "Kop": "een kop buiten de artikelen",
    "Tussenkop": "een kop onder een kop",
    "Lijst": "een genummerd punt buiten de artikelen",
    "Lijst 2": "het tweede niveau van zo'n lijst",
    "Lijst 3": "het derde niveau van zo'n lijst",
    "Lijst vervolg": "tekst die onder een genummerd punt doorgaat",
    "Lijst 2 vervolg": "idem, op het tweede niveau",
    "Lijst 3 vervolg": "idem, op het derde niveau",
    "Opsomming": "een punt in een opsomming",
    "Aankruisvak": "een hokje om aan te kruisen",
    "Citaat": "de woorden van een ander",
    "Open keuze": "wat nog niet is beslist",
    "Partij": "een partij bij de overeenkomst",
    "Overweging": "een overweging",
    "Bijlage": "de kop van een bijlage",
    "Adres": "het adres in een brief",
    "Plaats en datum": "plaats en datum van een brief",
    "toc 1": "de inhoudsopgave (in Word: Inhopg 1)",
    "annotation text": "een opmerking (in Word: Tekst opmerking)",
    "annotation reference": "het teken van een opmerking (in Word: Verwijzing opmerking)",
    "Tabelslot": "de witruimte na een tabel",
    "Slotregel": "de laatste regel na de handtekeningen",
    "Schrijflijn": "een lijn om op te schrijven",
    "Invulveld": "wat nog moet worden ingevuld (een tekenstijl)",
    "Huistabel": "een tabel (een tabelstijl)",
    "Schrijftabel": "de lijnen om op te schrijven (een tabelstijl)",
    "Ondertekentabel": "de handtekeningen (een tabelstijl)",
    "Keuzetabel": "het kader om een keuze (een tabelstijl)",
}


def use_of(role: str) -> str:
    for start, what in (
        ("Verklaring", "een verklaring"),
        ("Ondertekening", "de handtekeningen"),
        ("Tabel", "een tabel"),
    ):
        if role.startswith(start) and role not in _USES:
            return f"‘{role.removeprefix(start).strip()}’ in {what}"
    return _USES[role]
