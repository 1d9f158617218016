"""Verb: the owner's files and the trade pack, already read, to a Business or to every Problem at once."""
