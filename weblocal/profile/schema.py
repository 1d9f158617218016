"""The profile's form as JSON Schema, so that editors complete keys and mark mistakes while they are typed."""

import json

from weblocal.profile.fields import Schema
from weblocal.profile.keys.whole import WHOLE

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """The schema of business.yaml, made from the declarations that read it.

    It is looser than the reader where only the whole profile can tell (links, files beside it), and never stricter.
    """
    return {"$schema": DIALECT, "title": "business.yaml", "description": WHOLE.words} | WHOLE.schema()


def as_text() -> str:
    """The schema as it is kept in a file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
