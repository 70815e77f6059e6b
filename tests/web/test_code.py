from pathlib import Path

from lxml import etree
from starlette.requests import Request

from tests.web.house import house
from workshop.web.code import Code, svg


def test_the_code_is_dark_on_light_with_a_quiet_zone():
    picture = etree.fromstring(svg("http://192.168.1.20:8080"))
    ground, dark = picture.findall("{*}path")
    assert ground.get("fill") == "#fff" and dark.get("fill") is None
    places = [part.split("h")[0].split() for part in dark.get("d").split("M")[1:]]
    size = int(picture.get("viewBox").split()[-1])
    assert {min(map(int, place)) for place in places} >= {4}
    assert all(4 <= int(x) < size - 4 and 4 <= int(y) < size - 4 for x, y in places)


def test_the_told_address_comes_before_the_one_the_page_was_reached_at():
    request = Request(
        {
            "type": "http",
            "scheme": "http",
            "path": "/screen",
            "query_string": b"",
            "headers": [(b"host", b"localhost:1")],
        }
    )
    assert Code().address(request) == "http://localhost:1"
    assert Code(lambda: "http://192.168.1.20:1").address(request) == "http://192.168.1.20:1"


async def test_desk_and_mirror_show_the_way_in(tmp_path: Path):
    async with house(tmp_path) as here:
        reader = await here.phone()
        for page in ("/screen", here.desk):
            await reader.get(page)
            assert here.base in reader.tree.xpath("//section[@class='way-in']//a/@href")
        picture = await reader.get("/code.svg")
        assert picture.headers["content-type"] == "image/svg+xml"
