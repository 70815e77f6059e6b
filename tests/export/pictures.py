"""The smallest picture that is one."""

import struct
import zlib
from pathlib import Path


def png(path: Path, width: int = 300, height: int = 80) -> Path:
    rows = b"".join(b"\0" + b"\x1b\x36\x5d" * width for _ in range(height))
    shape = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", shape), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts))
    return path


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
