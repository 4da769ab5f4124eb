"""Zwart op wit: from answers about one deal to a contract, an offer and waivers."""

__version__ = "0.1.0"
