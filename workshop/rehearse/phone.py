"""A simulated phone: loads pages, fills in what they ask, sends, and remembers what it sent."""

from collections.abc import Mapping

import httpx

from workshop.domain.words import LANGUAGES
from workshop.language import TAGS
from workshop.rehearse.author import Author
from workshop.rehearse.memory import Memory
from workshop.rehearse.page import Page, Sheet, read_page
from workshop.rehearse.pen import LINE, Filled, Pen, Texts, by_topic

RECEIVED = 303
UNFIT = 422
MOST_PAGES = 12
TRIES = 3
PATIENCE = 60.0  # seconds; the two cores may have a whole room to serve


class Phone:
    """One phone with its own cookies; knows of the meeting only what its pages say."""

    def __init__(self, author: Author, address: str, memory: Memory) -> None:
        self.author = author
        self.page = Page(0, "", "", None)
        self._memory = memory
        self._client = httpx.AsyncClient(
            base_url=address,
            headers={"accept-language": TAGS[author.language]},
            timeout=PATIENCE,
            verify=False,
            trust_env=False,
        )

    async def load(self, path: str = "/") -> Page:
        """Loads a page, as after scanning the code or pulling down to reload."""
        answer = await self._ask("GET", path)
        self.page = read_page(answer.status_code, answer.text)
        return self.page

    async def join(self) -> None:
        """Scans the code and says who one is; every seventh changes the language there and back."""
        await self.load()
        if self.author.number % 7 == 2:
            await self._through_another_language()
        known = {
            "party": self.author.party,
            "organisation": self.author.organisation,
            "name": self.author.name,
        }
        if self.page.sheet and self.page.sheet.action == "/join":
            await self._send(self.page.sheet, Pen(author=self.author, known=known))

    async def answer(
        self, texts: Texts, again: bool = False, known: Mapping[str, str] | None = None
    ) -> None:
        """Answers what is asked until nothing is left to say; some send twice, some reload."""
        for _ in range(MOST_PAGES):
            sheet = (await self.load()).sheet
            if sheet is None or sheet.action != "/answer":
                return
            pen = Pen(author=self.author, texts=texts, known=known or {}, again=again)
            filled = await self._send(sheet, pen)
            if again or not _more(filled, sheet, texts):
                break
        if self.author.reloads:
            await self.load()

    async def send_late(self, sheet: Sheet) -> bool:
        """Sends a page that lay open too long; true if it was refused with words."""
        filled = Pen(author=self.author).fill(sheet)
        answer = await self._ask("POST", sheet.action, filled)
        page = read_page(answer.status_code, answer.text)
        return answer.status_code != RECEIVED and bool(page.problem)

    async def vote(self, sheet: Sheet, filled: Filled) -> None:
        """Hands in a ballot that was decided on elsewhere."""
        if await self._post(sheet, filled) == RECEIVED:
            self._memory.arrived(self.author, filled)

    async def close(self) -> None:
        await self._client.aclose()

    async def _send(self, sheet: Sheet, pen: Pen) -> Filled:
        filled = pen.fill(sheet)
        status = await self._post(sheet, filled)
        if status == UNFIT and sheet.stamp:
            # "Use all your votes", says the page, so one does.
            filled = Pen(author=self.author, again=pen.again, fully=True).fill(sheet)
            self._memory.refused.pop()
            status = await self._post(sheet, filled)
        if status == RECEIVED and sheet.action == "/answer":
            self._memory.arrived(self.author, filled)
            if self.author.twice:
                await self._post(sheet, filled)
        return filled

    async def _post(self, sheet: Sheet, filled: Filled) -> int:
        answer = await self._ask("POST", sheet.action, filled)
        if answer.status_code != RECEIVED:
            page = read_page(answer.status_code, answer.text)
            self._memory.refused.append(f"{answer.status_code} {page.title}: {page.problem}")
        return answer.status_code

    async def _ask(self, method: str, path: str, filled: Filled | None = None) -> httpx.Response:
        """Asks again when the line breaks, as a browser or a person does: twice counts once."""
        for _ in range(TRIES):
            try:
                return await self._client.request(method, path, data=filled)
            except httpx.TransportError as problem:
                lost = problem
        raise lost

    async def _through_another_language(self) -> None:
        for language in (LANGUAGES[self.author.number % len(LANGUAGES)], self.author.language):
            await self._ask("POST", "/language", {"language": [language], "back": ["/"]})
        await self.load()


def _more(filled: Filled, sheet: Sheet, texts: Texts) -> bool:
    """Whether somebody has more to say than the page had room for."""
    lines = (one for one in sheet.asked if one.kind == "text" and LINE.fullmatch(one.name))
    written = {value for values in filled.values() for value in values}
    return any(
        text not in written for boxes in by_topic(lines).values() for text in texts(boxes[0])
    )
