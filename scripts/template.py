"""Makes the Word template: its page, its fonts, and the package they lie in."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from looks import FONT, INK, PALE, STAND_IN, numbering, styles

TARGET = Path(__file__).resolve().parent.parent / "workshop" / "export" / "template.docx"

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def settings() -> str:
    # Without a mode Word opens the file "in compatibility mode" and says so in the title bar.
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def fonts() -> str:
    return (
        f'<w:font w:name="{FONT}"><w:altName w:val="{STAND_IN}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )


def theme() -> str:
    """Word expects one; the styles use none of it, but somebody who edits the template may."""
    dark, light = (f'<a:srgbClr val="{value}"/>' for value in (INK, PALE))
    colours = (
        f'<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
        f"<a:dk2>{dark}</a:dk2><a:lt2>{light}</a:lt2>"
        + "".join(f"<a:accent{n}>{dark}</a:accent{n}>" for n in range(1, 7))
        + f"<a:hlink>{dark}</a:hlink><a:folHlink>{dark}</a:folHlink>"
    )
    letters = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{letters}</a:majorFont><a:minorFont>{letters}</a:minorFont>"
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = f'<a:ln w="6350">{fill[: len(fill) // 3]}</a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="workshop"><a:themeElements>'
        f'<a:clrScheme name="workshop">{colours}</a:clrScheme>'
        f'<a:fontScheme name="workshop">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="workshop"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def body() -> str:
    edges = "".join(f' w:{side}="1418"' for side in ("top", "right", "bottom", "left"))
    return (
        '<w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar{edges} w:header="680" w:footer="680" w:gutter="0"/></w:sectPr></w:body>'
    )


PARTS = {"styles": styles, "numbering": numbering, "settings": settings, "fontTable": fonts}


def content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((part, part) for part in PARTS)]
    )
    overrides += (
        '<Override PartName="/word/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def word_part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{content}</w:{root}>'


def files() -> dict[str, str]:
    roots = {"fontTable": "fonts"}
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships(
            {part: f"{part}.xml" for part in (*PARTS, "theme")} | {"theme": "theme1.xml"}
        ),
        "word/document.xml": word_part("document", body()),
        "word/theme1.xml": theme(),
        **{
            f"word/{part}.xml": word_part(roots.get(part, part), make())
            for part, make in PARTS.items()
        },
    }


def main() -> int:
    with ZipFile(TARGET, "w") as package:
        for name, content in files().items():
            # A fixed time, so that making it again makes the same file.
            package.writestr(ZipInfo(name), PROLOGUE + content, ZIP_DEFLATED)
    print(f"Made {TARGET.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
