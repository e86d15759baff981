"""The time zone of the machine."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal import reload_localzone


def machine_zone() -> str:
    """The IANA name of the machine's time zone; "UTC" where the machine does not say a name that is known."""
    try:
        return ZoneInfo(reload_localzone().key).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
