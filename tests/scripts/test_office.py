import office
import packages


def test_nothing_is_installed_where_the_programs_are(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(packages, "install", lambda *_: 1 / 0)
    assert office.provide()


def test_without_packages_to_install_the_tests_go_on_without(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    assert not office.provide()
