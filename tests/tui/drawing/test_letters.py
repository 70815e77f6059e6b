from workshop.tui.drawing.letters import drawable, large, length


def test_swedish_and_norwegian_letters_can_be_drawn() -> None:
    assert drawable("Åtgärder för förbättring, Øst: «Ærlig» 12–40 %!")
    assert not drawable("漢")


def test_it_wraps_between_words_and_keeps_the_width() -> None:
    lines = large("Risker och förbättringsområden", 60)
    assert lines is not None
    assert len(lines) == 10 and all(len(line) <= 60 for line in lines)


def test_a_word_that_does_not_fit_is_not_drawn() -> None:
    assert large("Förbättringsområden", 20) is None


def test_the_length_is_what_is_drawn() -> None:
    lines = large("Tips", 60)
    assert lines is not None
    assert max(len(line) for line in lines) == length("Tips")
