"""What sites let programs fetch, as their robots.txt says (RFC 9309)."""

from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from dossier.fetch.client import USER_AGENT, Client, NotFetched


class Robots:
    """The rules of the sites that were asked so far."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[str, Protego] = {}

    def refuse_forbidden(self, url: str) -> None:
        """Raise NotFetched where the site's rules forbid the address, or cannot be had."""
        if not self._of(url).can_fetch(url, USER_AGENT):
            raise NotFetched("the site's robots.txt forbids it", "ask the site, or save the page by hand")

    def pause(self, url: str) -> float:
        """The seconds that the site wants between two requests; 0 where it does not say."""
        return float(self._of(url).crawl_delay(USER_AGENT) or 0)

    def _of(self, url: str) -> Protego:
        parts = urlsplit(url)
        site = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if site not in self._rules:
            self._rules[site] = Protego.parse(self._text(site))
        return self._rules[site]

    def _text(self, site: str) -> str:
        try:
            return self._client.get(site).body.decode("utf-8", "replace")
        except NotFetched as problem:
            if str(problem).startswith("the site answered 4"):
                return ""  # there are no rules (RFC 9309, 2.3.1.3)
            raise NotFetched(f"its robots.txt cannot be had: {problem}", problem.advice) from problem
