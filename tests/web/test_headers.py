from workshop.web.headers import header


def test_a_header_is_found_by_its_name_and_of_several_the_first_counts():
    scope = {"headers": [(b"host", b"a"), (b"origin", b"http://b"), (b"host", b"c"), (b"x", b"")]}
    assert (header(scope, b"host"), header(scope, b"origin")) == ("a", "http://b")
    assert (header(scope, b"x"), header(scope, b"cookie")) == ("", None)
