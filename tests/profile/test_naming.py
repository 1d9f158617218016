"""Short names for addresses: quick for plain words, and the same as those of the library that knows every script."""

import slugify
from hypothesis import example, given
from hypothesis import strategies as st

from weblocal.profile import naming

PLAIN = st.text(alphabet="abzAZ059 -", max_size=60)


@given(PLAIN | st.text(max_size=20))
@example("Marlow Plumbing 0001")
@example("-a- b")
@example("1 000 A-B")
def test_a_short_name_is_the_librarys(words: str) -> None:
    assert naming.short_name(words, "GB") == slugify.slugify(words, max_length=48, word_boundary=True, replacements=())


def test_where_german_is_written_an_umlaut_is_two_letters() -> None:
    assert naming.short_name("Bäckerei Jörg", "DE") == "baeckerei-joerg"
    assert naming.short_name("Café Zoë", "GB") == "cafe-zoe"
