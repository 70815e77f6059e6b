import asyncio
import os
import signal
import socket

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from workshop.domain.refused import Refused
from workshop.language import tongue
from workshop.web.listening import bound
from workshop.web.server import Server


async def hello(request: Request) -> Response:
    return PlainTextResponse("hello")


APP = Starlette(routes=[Route("/", hello)])


async def test_it_serves_on_a_free_port_and_frees_it_again():
    server = Server(APP, 0, "127.0.0.1")
    await server.start()
    async with httpx.AsyncClient() as client:
        found = await client.get(f"http://127.0.0.1:{server.port}/")
    assert found.text == "hello"
    await server.stop()
    again = Server(APP, server.port, "127.0.0.1")
    await again.start()
    await again.stop()


async def test_a_busy_port_is_refused_in_words():
    first = Server(APP, 0, "127.0.0.1")
    await first.start()
    with pytest.raises(Refused) as refused:
        await Server(APP, first.port, "127.0.0.1").start()
    assert f"Port {first.port} is in use" in tongue("en")(refused.value.words)
    await first.stop()


async def test_an_impossible_port_is_refused_in_words():
    with pytest.raises(Refused):
        await Server(APP, 70_000, "127.0.0.1").start()


def test_small_answers_are_sent_at_once():
    with bound("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


@pytest.mark.skipif(os.name != "posix", reason="has no such limit")
async def test_more_phones_can_be_held_than_the_system_allows_at_first():
    limits = pytest.importorskip("resource")
    before = limits.getrlimit(limits.RLIMIT_NOFILE)
    limits.setrlimit(limits.RLIMIT_NOFILE, (256, before[1]))
    server = Server(APP, 0, "127.0.0.1")
    await server.start()
    assert limits.getrlimit(limits.RLIMIT_NOFILE)[0] > 256
    await server.stop()
    limits.setrlimit(limits.RLIMIT_NOFILE, before)


async def test_the_programs_own_signals_stay_its_own():
    before = signal.getsignal(signal.SIGINT)
    server = Server(APP, 0, "127.0.0.1")
    await server.start()
    assert signal.getsignal(signal.SIGINT) is before
    await server.stop()


async def test_it_stops_at_once_although_phones_hold_their_streams_open(tmp_path):
    server = Server(APP, 0, "127.0.0.1")
    await server.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    async with asyncio.timeout(30):
        await server.stop()
    writer.close()
    assert reader.at_eof() or await reader.read() == b""
