from workshop.web.door import phone_id


def test_a_phone_is_the_same_person_throughout_a_meeting_and_another_in_the_next():
    assert phone_id("token", "m1") == phone_id("token", "m1")
    assert len({phone_id("token", "m1"), phone_id("token", "m2"), phone_id("other", "m1")}) == 3
    assert len(phone_id("token", "m1")) == 12
