"""The one reader of the environment."""

import os
import pathlib
import sys
from collections.abc import Mapping

from weblocal.model.settings import Secret, Settings

# name, what it is for: the list `weblocal doctor` shows and docs/settings.md explains
VARIABLES = (
    ("WEBLOCAL_SMTP_HOST", "mail server that takes outgoing mail"),
    ("WEBLOCAL_SMTP_PORT", "its port (587)"),
    ("WEBLOCAL_SMTP_USER", "the name to sign in with"),
    ("WEBLOCAL_SMTP_PASSWORD", "the password"),
    ("WEBLOCAL_SMTP_SECURITY", "starttls, tls, or none for a server on this machine"),
    ("SENDGRID_API_KEY", "the key of your SendGrid account"),
    ("WEBLOCAL_SENDGRID_REGION", "global or eu"),
    ("WEBLOCAL_ALERTS", "where else new leads are announced: Apprise addresses, separated by spaces"),
    (
        "WEBLOCAL_CACHE",
        "the folder that spares doing work twice (weblocal, in the folder for caches of your system); none: keep nothing",
    ),
    ("WEBLOCAL_PICTURES", "none: pages alone, without photos, icons and the picture for shared links"),
    ("NO_COLOR", "plain output without colours"),
    ("WEBLOCAL_DEBUG", "show the trace of a failure"),
)


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment holds; what is not set keeps its default."""
    names = os.environ if environment is None else environment
    port = names.get("WEBLOCAL_SMTP_PORT", "")
    return Settings(
        smtp_host=names.get("WEBLOCAL_SMTP_HOST", "") or "localhost",
        smtp_port=int(port) if port.isdecimal() else 587,
        smtp_user=names.get("WEBLOCAL_SMTP_USER", ""),
        smtp_password=Secret(names.get("WEBLOCAL_SMTP_PASSWORD", "")),
        smtp_security=names.get("WEBLOCAL_SMTP_SECURITY", "") or "starttls",
        sendgrid_key=Secret(names.get("SENDGRID_API_KEY", "")),
        sendgrid_region=names.get("WEBLOCAL_SENDGRID_REGION", "") or "global",
        alert_channels=tuple(names.get("WEBLOCAL_ALERTS", "").split()),
        is_plain=bool(names.get("NO_COLOR")),
        shows_traces=bool(names.get("WEBLOCAL_DEBUG")),
        makes_pictures=names.get("WEBLOCAL_PICTURES", "") != "none",
        cache_folder=_cache_folder(names),
    )


def _cache_folder(names: Mapping[str, str]) -> str:
    """Where the system wants caches to lie; empty where that cannot be told, or nothing shall be kept."""
    chosen = names.get("WEBLOCAL_CACHE", "")
    if chosen:
        return "" if chosen == "none" else chosen
    home = names.get("HOME", "")
    if names.get("LOCALAPPDATA"):  # Windows
        return str(pathlib.Path(names["LOCALAPPDATA"], "weblocal", "cache"))
    if sys.platform == "darwin" and home:
        return str(pathlib.Path(home, "Library", "Caches", "weblocal"))
    below = names.get("XDG_CACHE_HOME", "") or (home and f"{home}/.cache")
    return str(pathlib.Path(below, "weblocal")) if below else ""
