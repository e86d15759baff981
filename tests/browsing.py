"""What a test does in a real browser, with the waiting that a slow machine needs.

A click or a key that leads to another page returns before that page is there: what is read at once may be of the old
page, or of half of the new one. The functions here wait until the new page is loaded.
"""

from playwright.sync_api import Locator, Page, expect

PATIENCE = 60_000
"""How many milliseconds a test waits for anything in a browser."""
expect.set_options(timeout=PATIENCE)


def follow(link: Locator) -> None:
    """Click a link, or the button of a form, that leads to another page."""
    with link.page.expect_navigation():
        link.click()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def press_in(field: Locator, key: str) -> None:
    """Press a key that leads to another page, as soon as this has the focus."""
    expect(field).to_be_focused()
    press(field.page, key)
