"""A template reaches what it is given and nothing behind it."""

import jinja2
import pytest

from tests.theming.small_theme import load
from weblocal.errors import ThemeInvalid
from weblocal.theming import environment

SEEN_WHEN_READ = [
    "{{ words.__class__.__mro__ }}",
    "{{ words['__class__'] }}",
    "{{ words.format(words) }}",
    "{{ words['format'](words) }}",
    "{{ self.__init__.__globals__ }}",
    "{% for line in lines if line._x %}{% endfor %}",
    "{% set x = words.__class__ %}",
    "{% macro m(x=words.__class__) %}{% endmacro %}",
    "{% include words.__class__ %}",
    "{{ words | attr('x') }}",
    "{% filter attr('x') %}{% endfilter %}",
    "{{ words | safe }}",
    "{{ words | tojson }}",
    "{{ words | xmlattr }}",
    "{% autoescape false %}{{ words }}{% endautoescape %}",
]
SEEN_AS_IT_RUNS = [
    "{{ words['__cla' ~ 'ss__'] }}",
    "{{ words[name] }}",
    "{{ lines | map(attribute='__class__') | list }}",
    "{{ lines | map(attribute='real.__class__') | list }}",
    "{{ lines | map(attribute=name) | list }}",
    "{{ lines | map(**names) | list }}",
    "{{ lines | map('attr', 'x') | list }}",
    "{{ lines | map('safe') | list }}",
    "{{ lines | sort(attribute=name) }}",
    "{{ lines | groupby(name) }}",
    "{{ range(10 ** 9) | list }}",
]


@pytest.mark.parametrize("attack", SEEN_WHEN_READ)
def test_a_template_that_reaches_behind_its_values_is_refused_with_its_line(attack: str) -> None:
    with pytest.raises(ThemeInvalid) as raised:
        load(pages__page_dot_html=f"<p>\n{attack}")
    assert {problem.place.line for problem in raised.value.problems} == {2}


@pytest.mark.parametrize("attack", SEEN_AS_IT_RUNS)
def test_a_name_made_up_as_the_template_runs_leads_nowhere(attack: str) -> None:
    with pytest.raises((jinja2.TemplateError, OverflowError)):  # noqa: PT012 - an unknown filter shows when it is compiled
        template = environment.build(load(pages__page_dot_html=attack)).get_template("pages/page.html")
        template.render(words="x", lines=[1, 2], name="__class__", names={"attribute": "__class__"})


@pytest.mark.parametrize("name", ["cycler", "lipsum", "namespace", "dict", "joiner"])
def test_nothing_stands_in_a_template_but_what_it_is_given(name: str) -> None:
    made = environment.build(load(pages__page_dot_html=f"{{{{ {name} is defined }}}}"))
    assert made.get_template("pages/page.html").render() == "False"


def test_fields_places_in_a_list_and_plain_filters_are_fine() -> None:
    made = environment.build(
        load(
            pages__page_dot_html="{{ lines[0] }} {{ found[key] }} {{ lines[1:] | join(', ') }} {{ found['name'] }} "
            "{{ rows | map(attribute='real') | sum }} {{ rows | selectattr('imag') | list | length }}"
        )
    )
    text = made.get_template("pages/page.html").render(lines=("<a>", "b", "c"), key="name", found={"name": "N"}, rows=(1, 2))
    assert text == "&lt;a&gt; N b, c N 3 0"
