"""The look of every built-in style that the documents use, and of their lists and tables."""

# Arial is on every Windows and Mac; Liberation Sans is as wide and on every Linux.
FONT, STAND_IN = "Arial", "Liberation Sans"
INK, GREY, PALE, RULE = "1B365D", "595959", "E9EEF4", "BFC7D1"
TEXT_WIDTH = 9070  # A4 less two margins of 2.5 cm, in twentieths of a point


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
