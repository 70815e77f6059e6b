from pathlib import Path

from tests.web.house import house


async def test_the_notice_stands_where_phones_join_and_the_desk_misses_it(tmp_path: Path):
    async with house(tmp_path) as here:
        phone, desk = await here.phone("sv"), await here.phone()
        await desk.get(here.desk)
        assert desk.tree.xpath("//footer/p[@class='warning']")
        await phone.get()
        assert not phone.tree.xpath("//*[contains(@class, 'notice')]")
        await here.room.lead("particulars", {"notice": ["Kept for a year.\nAsk <b>Anna</b>."]})
        await phone.get("/join")
        (notice,) = phone.tree.xpath("//p[@class='hint notice']")
        assert notice.text_content() == "Kept for a year.Ask <b>Anna</b>."
        assert notice.xpath("./span/@lang") == ["en-GB"] and notice.xpath(".//br")
        await desk.get(here.desk)
        assert not desk.tree.xpath("//footer/p[@class='warning']")
