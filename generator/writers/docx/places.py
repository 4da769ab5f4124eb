"""What a house style may name between ``{{ }}``: values, and places where blocks go."""

VALUES = frozenset(
    {
        "vorm", "titel", "korte_titel", "kenmerk", "afzender", "concept", "intern", "paraaf",
        "partijen_kop", "overwegingen_kop", "ondertekening_kop",
    }
)  # fmt: skip

BLOCKS = {
    "titelregel": "de titel van een overeenkomst",
    "inhoud": "de inhoudsopgave",
    "voorblad": "het voorblad",
    "adressering": "het adres in een brief",
    "partijen": "de partijen",
    "overwegingen": "de overwegingen",
    "artikelen": "de artikelen",
    "bijlagen": "de bijlagen",
    "ondertekening": "de tekst boven de handtekeningen",
    "handtekeningen": "de handtekeningen",
}
"""Each stands alone in a paragraph, as ``{{p artikelen }}``; with what it is, for who makes a house style."""

MAY_LACK = frozenset({"titelregel", "inhoud"})

PLACE_OF = {name: f"{{{{p {name} }}}}" for name in BLOCKS}
