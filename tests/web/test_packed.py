import gzip
from pathlib import Path

import pytest

from tests.web.house import house


@pytest.mark.parametrize("path", ["/", "/screen", "/code.svg", "/nowhere"])
async def test_a_browser_that_can_read_it_gets_the_same_page_in_fewer_bytes(
    tmp_path: Path, path: str
):
    async with house(tmp_path) as here:
        phone = await here.phone()
        async with phone.client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as sent:
            small = b"".join([part async for part in sent.aiter_raw()])
            assert sent.headers["content-encoding"] == "gzip"
            assert sent.headers["vary"] == "Accept-Encoding"
        whole = await phone.client.get(path, headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in whole.headers
        assert gzip.decompress(small) == whole.content
        assert len(small) < len(whole.content) / 2


async def test_the_script_is_packed_too(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        path = phone.tree.xpath("//script/@src")[0]
        found = await phone.client.get(path)
        assert found.headers["content-encoding"] == "gzip"
        assert found.headers["content-type"].startswith("text/javascript")
        assert "immutable" in found.headers["cache-control"]
