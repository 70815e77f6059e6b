"""Makes the Word template: page, fonts and the look of every built-in style the documents use."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TARGET = Path(__file__).resolve().parent.parent / "workshop" / "export" / "template.docx"

# Arial is on every Windows and Mac; Liberation Sans is as wide and on every Linux.
FONT, STAND_IN = "Arial", "Liberation Sans"
INK, GREY, PALE, RULE = "1B365D", "595959", "E9EEF4", "BFC7D1"
TEXT_WIDTH = 9070  # A4 less two margins of 2.5 cm, in twentieths of a point

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def size(points: float) -> str:
    halves = round(points * 2)
    return f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def border(side: str, width: int, value: str = RULE, gap: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{value}"/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def style(
    name: str,
    look: str = "",
    letters: str = "",
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    following: str = "",
    order: int = 99,
) -> str:
    """One style; `look` is its paragraph, `letters` its character properties."""
    key = "".join(word[0].upper() + word[1:] for word in name.split())
    follows = f'<w:next w:val="{following}"/>' if following else ""
    base = "" if name == "Normal" else f'<w:basedOn w:val="{based}"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{default}><w:name w:val="{name}"/>{base}'
        f'{follows}<w:uiPriority w:val="{order}"/><w:qFormat/>'
        + (f"<w:pPr>{look}</w:pPr>" if look else "")
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


def heading(level: int, points: float, before: int, after: int) -> str:
    look = f'<w:keepNext/><w:keepLines/>{spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>'
    letters = f"<w:b/><w:bCs/>{colour(INK)}{size(points)}"
    return style(f"heading {level}", look, letters, following="BodyText", order=9)


def listed(name: str, number: int, level: int) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return style(name, numbering + spacing(0, 60), order=20)


def characters(name: str, letters: str) -> str:
    return style(name, letters=letters, kind="character", based="DefaultParagraphFont", order=21)


PLAIN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/></w:style>'
)
TABLE = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
    f"{border('top', 8, INK, 0)}{border('bottom', 8, INK, 0)}{border('insideH', 4, RULE, 0)}"
    '</w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
    f"<w:tcBorders>{border('bottom', 8, INK, 0)}</w:tcBorders>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style>'
)
FACT = f'<w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs>{spacing(0, 60)}{indent(2835, 2835)}'
SIDES = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
STYLES = (
    style("Normal", "<w:widowControl/>", order=0),
    heading(1, 22, 0, 60),
    heading(2, 15, 320, 100),
    heading(3, 12, 240, 80),
    heading(4, 10.5, 240, 60),
    style(
        "Subtitle",
        f"<w:pBdr>{border('bottom', 8, INK, 8)}</w:pBdr>{spacing(0, 240)}",
        colour(GREY) + size(13),
        following="BodyText",
        order=11,
    ),
    style("Body Text", spacing(0, 120), order=1),
    style("Body Text 2", spacing(0, 120), colour(GREY) + size(9.5)),
    style("Body Text Indent", FACT),
    style(
        "Intense Quote",
        f"<w:pBdr>{border('left', 36, INK, 8)}</w:pBdr>{spacing(60, 160)}{indent(227)}",
        order=30,
    ),
    style("No Spacing", letters=size(9.5), order=1),
    style(
        "caption",
        f"<w:keepNext/>{spacing(160, 80)}",
        f"<w:b/><w:bCs/>{colour(GREY)}{size(9.5)}",
        order=35,
    ),
    listed("List Bullet", 1, 0),
    listed("List Bullet 2", 1, 1),
    listed("List Bullet 3", 1, 2),
    listed("List Number", 2, 0),
    style("header", SIDES, colour(GREY) + size(9)),
    style(
        "footer",
        f"<w:pBdr>{border('top', 4, RULE, 6)}</w:pBdr>{SIDES}",
        colour(GREY) + size(9),
    ),
    characters("Strong", "<w:b/><w:bCs/>"),
    characters("Emphasis", "<w:i/><w:iCs/>"),
    characters("Subtle Emphasis", colour(GREY)),
)


def rung(level: int, look: str, text: str, style_id: str) -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{look}"/>'
        f'<w:pStyle w:val="{style_id}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(340 * (level + 1), 340)}</w:pPr></w:lvl>"
    )


def numbering() -> str:
    bullets = (
        rung(0, "bullet", "•", "ListBullet")
        + rung(1, "bullet", "–", "ListBullet2")
        + rung(2, "bullet", "·", "ListBullet3")
    )
    lists = (bullets, rung(0, "decimal", "%1.", "ListNumber"))
    many = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{many}{levels}</w:abstractNum>'
        for n, levels in enumerate(lists)
    ) + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(len(lists))
    )


def styles() -> str:
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{size(10.5)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="269" w:lineRule="auto"/></w:pPr>'
        f"</w:pPrDefault></w:docDefaults>{PLAIN}{''.join(STYLES)}{TABLE}"
    )


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
