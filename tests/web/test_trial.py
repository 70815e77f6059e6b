from pathlib import Path

import pytest

from tests.web.house import house
from workshop.domain.words import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_phone_sees_that_it_reaches_the_computer(tmp_path: Path, language: Language):
    async with house(tmp_path) as here:
        phone = await here.phone(language)
        await phone.get("/test")
        assert phone.page.status_code == 200
        assert phone.tree.get("lang", "").startswith(language)
        assert phone.tree.xpath("//a[@class='button'][@href='/']")


async def test_each_phone_is_counted_once(tmp_path: Path):
    reached: list[int] = []
    async with house(tmp_path, reached=lambda: reached.append(1)) as here:
        for _ in range(3):
            phone = await here.phone()
            for _ in range(2):
                await phone.get("/test")
        assert len(reached) == 3
        await phone.join()
        assert "You take part" in phone.text
