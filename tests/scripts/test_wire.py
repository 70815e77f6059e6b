import pytest

from wire import News, allow

limits = pytest.importorskip("resource")


def test_more_connections_are_allowed_as_they_are_needed():
    soft, hard = limits.getrlimit(limits.RLIMIT_NOFILE)
    limits.setrlimit(limits.RLIMIT_NOFILE, (256, hard))
    try:
        allow(300)
        assert limits.getrlimit(limits.RLIMIT_NOFILE) == (300, hard)
        allow(10)
        assert limits.getrlimit(limits.RLIMIT_NOFILE) == (300, hard)
    finally:
        limits.setrlimit(limits.RLIMIT_NOFILE, (soft, hard))


def test_what_the_computer_does_not_allow_is_said_in_words():
    hard = limits.getrlimit(limits.RLIMIT_NOFILE)[1]
    if hard == limits.RLIM_INFINITY:
        pytest.skip("this computer has no such limit")
    with pytest.raises(SystemExit, match="Ask for fewer phones"):
        allow(hard + 1)


def test_news_is_heard_once_however_it_is_cut_up():
    news = News()
    first = b"HTTP/1.1 200 OK\r\n\r\nd\r\nretry: 1500\n\n\r\n9\r\ndata: a\n\n\r\n"
    for byte in first:
        news.data_received(bytes([byte]))
    assert news.knows(1)
    news.data_received(b"9\r\ndata: a\n\n\r\n")
    assert not news.knows(2), "the same again is no news"
    news.data_received(b"9\r\ndata: b\n")
    assert not news.knows(2), "not whole"
    news.data_received(b"\n\r\n")
    assert news.knows(2) and news.heard == sorted(news.heard)


def test_a_stream_that_ends_before_its_news_says_so():
    news = News()
    news.connection_lost(None)
    assert news.knows(0)
    with pytest.raises(EOFError):
        news.knows(1)
