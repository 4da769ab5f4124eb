"""The reference pages of the handbook, written from the program and the library themselves."""
