from pathlib import Path

import pytest

from tests.web.house import house
from workshop.domain.form import Answers
from workshop.domain.refused import NotSaved
from workshop.domain.step import Who
from workshop.domain.words import Say

FULL = Say("Nothing was received.")


async def test_a_fault_is_told_in_words_and_the_next_page_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def broken(step: str, who: Who, answers: Answers) -> None:
        raise ZeroDivisionError("secret detail")

    async with house(tmp_path) as here:
        phone = await here.phone("nb")
        await phone.join()
        await here.go("expectations")
        with monkeypatch.context() as patch:
            patch.setattr(here.room, "contribute", broken)
            await phone.write("Kunnskap")
        assert phone.page.status_code == 500
        assert "secret" not in phone.page.text and "Traceback" not in phone.page.text
        assert phone.tree.get("lang") == "nb-NO"
        await phone.write("Kunnskap")
        assert phone.page.status_code == 200


async def test_when_the_disk_refuses_the_text_stays_in_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def full(step: str, who: Who, answers: Answers) -> None:
        raise NotSaved(FULL)

    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        await here.go("expectations")
        monkeypatch.setattr(here.room, "contribute", full)
        await phone.write("Knowledge")
        assert phone.page.status_code == 503
        assert "Nothing was received." in phone.tree.xpath("string(//*[@role='alert'])")
        assert "Knowledge" in [text.text.strip() for text in phone.tree.xpath("//textarea")]


@pytest.mark.parametrize(("method", "path"), [("PUT", "/"), ("POST", "/screen"), ("GET", "/%00")])
async def test_whatever_is_asked_the_answer_is_a_page(tmp_path: Path, method: str, path: str):
    async with house(tmp_path) as here:
        phone = await here.phone()
        phone.page = await phone.client.request(method, path)
        assert phone.page.status_code in (404, 405)
        assert phone.tree.xpath("//main//h1")
