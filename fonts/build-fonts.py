#!/usr/bin/env python3
"""Makes the faces of faces.json: TrueType outlines, own family names, only the characters that reports use.

usage: build-fonts.py SOURCES OUT
SOURCES holds apt/PACKAGE/... and npm/PACKAGE/..., whichever could be had. The same sources give the same bytes.
"""
import json
import os
import sys
from multiprocessing import Pool
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).resolve().parent
MAX_ERROR = 1.0             # of 1000 units per em: invisible even on a poster
EPOCH = 3786912000          # 2024-01-01 in seconds since 1904: fonts carry a date, builds must not
LATIN = set(range(0x20, 0x7F)) | set(range(0xC0, 0x250)) - set(map(ord, "×÷"))  # those two are as wide as a Chinese character
ASCENT, DESCENT = 880, -120  # of 1000: the em box of Chinese type; equal in all faces, so that mixing them moves no line


def main(sources, out):
    faces = json.loads((HERE / "faces.json").read_text(encoding="utf-8"))["faces"]
    out.mkdir(parents=True, exist_ok=True)
    # The big faces first, so that no processor waits for the last one.
    jobs = sorted(((face, str(sources), str(out)) for face in faces), key=lambda job: job[0]["characters"])
    with Pool(os.cpu_count()) as pool:
        results = pool.map(make, jobs, chunksize=1)
    manifest = [entry for entry in results if entry]
    missing = sorted({face["family"] for face in faces} - {entry["family"] for entry in manifest})
    manifest.sort(key=lambda entry: entry["file"])
    text = json.dumps({"faces": manifest}, ensure_ascii=False, indent=2) + "\n"
    (out / "fonts.json").write_text(text, encoding="utf-8")
    for family in missing:
        print(f"fonts: no source for {family}; reports fall back on the machine's own fonts", file=sys.stderr)


def make(job):
    face, sources, out = job
    for source in face["from"]:
        path = find(Path(sources), source)
        if path:
            font = load(path, source.partition("#")[2])
            shape(font, face)
            name(font, face)
            font.save(Path(out) / face["file"])
            entry = {"file": face["file"], "family": face["family"], "weight": face["weight"],
                     "source": source.partition(":")[2]}
            return entry | {key: face[key] for key in ("ranges", "supplements") if key in face}
    return None


def find(sources, source):
    kind, _, rest = source.partition("#")[0].partition(":")
    package, _, file = rest.partition("/")
    return next(iter(sorted((sources / kind / package).rglob(file))), None)


def load(path, member):
    if not member:
        return TTFont(path, recalcTimestamp=False)
    fonts = TTCollection(str(path), lazy=True).fonts
    font = next(f for f in fonts if f["name"].getDebugName(1) == member)
    font.recalcTimestamp = False
    return font


def shape(font, face):
    """The rare characters are taken whole: their fonts are TrueType already, and the browser embeds only what it prints."""
    kind, has = face["characters"], set(font.getBestCmap())
    if kind == "script":
        # Letters join, stack and change their forms: nothing of the layout may be lost.
        subset(font, has & within(face["ranges"]) | {0x20}, features=["*"], drop=["BASE", "vhea", "vmtx", "DSIG", "STAT", "meta", "FFTM"])
    elif kind != "rare":
        if "CFF " in font:
            to_truetype(font, has & (LATIN if kind == "latin" else ordinary()))
        subset(font, has & (LATIN if kind == "latin" else ordinary()), features=["halt", "kern", "chws"],
               drop=["VORG", "BASE", "vhea", "vmtx", "GlyphOrder", "GSUB", "DSIG", "STAT", "gasp", "meta", "FFTM"])


def within(ranges):
    """The characters of ranges such as 0F00-0FFF."""
    result = set()
    for first, _, last in (text.partition("-") for text in ranges):
        result |= set(range(int(first, 16), int(last or first, 16) + 1))
    return result


def ordinary():
    """GB 2312, and the signs beside it that official prose uses."""
    result = set(range(0x20, 0x7F)) | set(map(ord, "‐–—‖‘’“”•…‰′″※⁝€℃№™⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳〇□■☆★√×÷±·〔〕【】《》〈〉"))
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                result.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return result


def subset(font, unicodes, features, drop):
    options = Options()
    options.layout_features = features
    options.name_IDs = [0, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables += drop
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    # Bounds are known already; to work them out again on saving takes a third of the time.
    font["maxp"].recalc(font)
    font["hhea"].recalc(font)
    font.recalcBBoxes = False


def to_truetype(font, unicodes):
    outlines, order, cmap = font.getGlyphSet(), font.getGlyphOrder(), font.getBestCmap()
    wanted = {cmap[u] for u in unicodes} | {".notdef"}
    glyphs, metrics = {}, {}
    for glyph in order:
        pen = TTGlyphPen(None)
        if glyph in wanted:
            outlines[glyph].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[glyph] = outline = pen.glyph()
        set_bounds(outline)
        metrics[glyph] = (font["hmtx"][glyph][0], outline.xMin if outline.numberOfContours else 0)
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    font["hmtx"].metrics = metrics
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion, maxp.numGlyphs, maxp.maxZones = 0x00010000, len(order), 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours",
                  "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"):
        setattr(maxp, field, 0)
    font.sfntVersion = "\000\001\000\000"


def set_bounds(outline):
    if outline.numberOfContours:
        outline.coordinates.toInt()
        flat = outline.coordinates._a
        outline.xMin, outline.yMin = int(min(flat[0::2])), int(min(flat[1::2]))
        outline.xMax, outline.yMax = int(max(flat[0::2])), int(max(flat[1::2]))
    else:
        outline.xMin = outline.yMin = outline.xMax = outline.yMax = 0


def name(font, face):
    bold = face["weight"] >= 600
    style = "Bold" if bold else "Regular"
    for number, text in ((1, face["family"]), (2, style), (4, f'{face["family"]} {style}'), (5, "Version 1.0"),
                         (6, face["family"].replace(" ", "") + "-" + style)):
        font["name"].setName(text, number, 3, 1, 0x409)
    font["post"].formatType = 3.0
    font["post"].extraNames, font["post"].mapping = [], {}
    head, os2, hhea = font["head"], font["OS/2"], font["hhea"]
    head.created = head.modified = EPOCH
    head.macStyle = 1 if bold else 0
    os2.usWeightClass = face["weight"]
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40) 
    os2.fsType = 0
    unit = head.unitsPerEm
    ascent, descent = ASCENT * unit // 1000, DESCENT * unit // 1000
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, -descent


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
