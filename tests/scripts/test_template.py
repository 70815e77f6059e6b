from zipfile import ZipFile

import template


def test_the_template_in_the_tree_is_the_one_the_script_makes() -> None:
    with ZipFile(template.TARGET) as package:
        kept = {name: package.read(name).decode() for name in package.namelist()}

    assert kept == {name: template.PROLOGUE + text for name, text in template.files().items()}
