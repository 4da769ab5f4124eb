"""Builds the bundled house style: a Word file like any firm could make, from a script so that changes can be read."""
