"""What a theme may not write, and what it may."""

import pytest

from weblocal.theming import linting


def found(text: str, name: str = "pages/page.html") -> list[str]:
    return [str(problem) for problem in linting.problems({name: text, "partials/a.html": ""}, label="t")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a href={{ link }}>", "href without quotes"),
        ("<a href=/x/{{ link }}>", "href without quotes"),
        ('<a title="a > b" href={{ link }}>', "href without quotes"),
        ("<p {{ attributes }}>", "writes an attribute from a value"),
        ('<p on{{ x }}="y">', "writes an attribute from a value"),
        ('<p onclick="x()">', "runs a script from the attribute onclick"),
        ("<svg/ONLOAD=x>", "runs a script from the attribute onload"),
        ('<a href="JavaScript:x()">', "runs a script from the attribute href"),
        ('<p {% if a %}style="x"{% endif %}>', "style attribute"),
        ('<img src="https://elsewhere.example/x.png">', "loads something from elsewhere"),
        ('<img src="//elsewhere.example/x.png">', "loads something from elsewhere"),
        ("<p>{{ words | safe }}", "passes by escaping"),
        ("{% autoescape false %}{% endautoescape %}", "turns escaping off"),
        ("<script>let x = {{ words }};</script>", "into <script>"),
        ("<STYLE>p{color:{{ colour }}}</STYLE>", "into <style>"),
        ("{% if %}", "is no template"),
        ('{% include "partials/none.html" %}', "which is not in the theme"),
    ],
)
def test_a_template_may_not(text: str, expected: str) -> None:
    assert any(expected in line for line in found(f"<p>\n{text}")), found(f"<p>\n{text}")
    assert all(line.startswith("t/pages/page.html:2 ") for line in found(f"<p>\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        '<a href="{{ link }}"{% if is_here %} aria-current="page"{% endif %}>{{ words }}</a>',
        '<p class="a {% if a > b %}c{% endif %}" title="x y={{ z }}">',
        '<a href="https://elsewhere.example/">a link is no loading</a>',
        "<p>1 < 2 and online = yes</p>",
        '<script type="application/ld+json">{{ graph }}</script><style>{{ site.css }}</style>',
        '{% include "partials/a.html" %}{% include part %}',
        "{# |safe is never used; on purpose #}",
    ],
)
def test_a_template_may(text: str) -> None:
    assert found(text) == []


def test_mails_may_carry_style_attributes_because_mail_programs_need_them() -> None:
    assert found('<td style="color:{{ colour }}">', "mails/mail.html") == []
    assert found('<td onclick="x()">', "mails/mail.html") != []


@pytest.mark.parametrize(
    "css", ["@import 'x'", "p{background:url(https://x.example/y)}", "p{", "/* never closed", 'p{content:"</style>"}']
)
def test_a_stylesheet_may_not(css: str) -> None:
    assert found(css, "styles/a.css") != []


def test_braces_in_strings_and_comments_count_for_nothing() -> None:
    assert found('/* { */ p{content:"{"}', "styles/a.css") == []


def test_a_script_cannot_end_its_own_element() -> None:
    assert found("let a = '</script>';", "script.js") != []
