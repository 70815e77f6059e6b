"""The black and white squares of a QR code."""

from functools import lru_cache

import qrcode

QUIET_ZONE = 4


@lru_cache(maxsize=16)
def squares(text: str) -> list[list[bool]]:
    """The code for a text, row by row, with the quiet zone that cameras need."""
    drawn = qrcode.QRCode(border=QUIET_ZONE, error_correction=qrcode.ERROR_CORRECT_L)
    drawn.add_data(text)
    drawn.make(fit=True)
    return [[bool(square) for square in row] for row in drawn.get_matrix()]
