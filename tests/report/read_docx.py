"""Facts of a DOCX as JSON, read with python-docx and lxml: what another program sees in it."""
import json
import re
import sys
import zipfile

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ARABIC = re.compile("[\u0590-\u08ff]")


def text_of(element):
    parts = []
    for node in element.iter(W + "t", W + "tab", W + "br"):
        if node.getparent().tag != W + "r":  # a tab stop of the paragraph
            continue
        parts.append(node.text or "" if node.tag == W + "t" else "\t" if node.tag == W + "tab" else "\n")
    return "".join(parts)


def value(element, path):
    found = element.find(path) if element is not None else None
    return None if found is None else found.get(W + "val", "")


def attribute(element, path, name):
    found = element.find(path) if element is not None else None
    return None if found is None else found.get(W + name)


def paragraph(p):
    properties = p.find(W + "pPr")
    return {
        "style": value(properties, W + "pStyle"),
        "text": text_of(p),
        "bidi": properties is not None and properties.find(W + "bidi") is not None,
        "jc": value(properties, W + "jc"),
        "pageBreak": properties is not None and properties.find(W + "pageBreakBefore") is not None,
        "numId": value(properties, W + "numPr/" + W + "numId"),
        "keepNext": properties is not None and properties.find(W + "keepNext") is not None,
        "before": attribute(properties, W + "spacing", "before"),
        "after": attribute(properties, W + "spacing", "after"),
    }


def run(r):
    properties = r.find(W + "rPr")
    names = [] if properties is None else [c.tag.replace(W, "") for c in properties]
    return {"text": text_of(r), "properties": names, "style": value(properties, W + "rStyle")}


def section(s):
    size, margin, numbers = s.find(W + "pgSz"), s.find(W + "pgMar"), s.find(W + "pgNumType")
    return {
        "width": int(size.get(W + "w")),
        "height": int(size.get(W + "h")),
        "landscape": size.get(W + "orient") == "landscape",
        "margin": int(margin.get(W + "left")),
        "format": None if numbers is None else numbers.get(W + "fmt"),
        "start": None if numbers is None else numbers.get(W + "start"),
        "lineNumbers": s.find(W + "lnNumType") is not None,
        "header": s.find(W + "headerReference").get(R + "id"),
        "footer": s.find(W + "footerReference").get(R + "id"),
    }


def field_balance(root):
    depth = 0
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            return -1
    return depth


def table(t):
    rows = []
    for row in t.findall(W + "tr"):
        rows.append({
            "head": row.find(W + "trPr/" + W + "tblHeader") is not None,
            "whole": row.find(W + "trPr/" + W + "cantSplit") is not None,
            "cells": [{
                "text": text_of(c),
                "span": int(value(c, W + "tcPr/" + W + "gridSpan") or 1),
                "merge": value(c, W + "tcPr/" + W + "vMerge"),
                "endsWithParagraph": c[-1].tag == W + "p",
            } for c in row.findall(W + "tc")],
        })
    return {
        "style": value(t, W + "tblPr/" + W + "tblStyle"),
        "columns": len(t.find(W + "tblGrid")),
        "firstRow": t.find(W + "tblPr/" + W + "tblLook").get(W + "firstRow"),
        "description": value(t, W + "tblPr/" + W + "tblDescription"),
        "rows": rows,
    }


def main(path):
    package = zipfile.ZipFile(path)
    assert package.testzip() is None
    root = etree.fromstring(package.read("word/document.xml"))
    notes = etree.fromstring(package.read("word/footnotes.xml"))
    relations = {r.get("Id"): r.get("Target")
                 for r in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
    margins = {i: text_of(etree.fromstring(package.read("word/" + t)))
               for i, t in relations.items() if t.startswith(("header", "footer"))}
    marks = [b.get(W + "name") for b in root.iter(W + "bookmarkStart")]
    instructions = [i.text.strip() for i in root.iter(W + "instrText")]
    called = [i.split()[1] for i in instructions if i.startswith(("PAGEREF", "REF"))]
    called += [h.get(W + "anchor") for h in root.iter(W + "hyperlink") if h.get(W + "anchor")]
    ids = [e.get("id") for e in root.iter(WP + "docPr")]
    ids += ["b" + b.get(W + "id") for b in root.iter(W + "bookmarkStart")]
    ids += ["s" + value(s, W + "sdtPr/" + W + "id") for s in root.iter(W + "sdt")]
    core = docx.Document(path).core_properties
    styles = list(etree.fromstring(package.read("word/styles.xml")).iter(W + "style"))
    defined = {s.get(W + "styleId") for s in styles}
    used = {e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(W + tag)}
    arabic = [r for r in root.iter(W + "r") if ARABIC.search(text_of(r))]
    print(json.dumps({
        "paragraphs": [paragraph(p) for p in root.iter(W + "p")],
        "runs": [run(r) for r in root.iter(W + "r")],
        "tables": [table(t) for t in root.iter(W + "tbl")],
        "sections": [section(s) for s in root.iter(W + "sectPr")],
        "margins": margins,
        "marks": marks,
        "lostCalls": [c for c in called if c not in marks],
        "instructions": instructions,
        "fieldBalance": field_balance(root),
        "duplicateIds": [i for i in set(ids) if ids.count(i) > 1],
        "unknownStyles": sorted(used - defined),
        "tabs": {s.get(W + "styleId"): [t.get(W + "pos") for t in s.iter(W + "tab")] for s in styles},
        "arabicWithoutDirection": [text_of(r) for r in arabic if r.find(W + "rPr/" + W + "rtl") is None],
        "controls": [{"tag": value(s, W + "sdtPr/" + W + "tag"),
                      "placeholder": s.find(W + "sdtPr/" + W + "showingPlcHdr") is not None,
                      "paragraphs": [paragraph(p) for p in s.iter(W + "p")]} for s in root.iter(W + "sdt")],
        "pictures": [d.get("descr") for d in root.iter(WP + "docPr")],
        "images": [n for n in package.namelist() if n.startswith("word/media/")],
        "notes": [text_of(n) for n in notes],
        "links": [t for t in relations.values() if "://" in t],
        "watermarks": sum(b"textpath" in package.read(n) for n in package.namelist() if "/header" in n),
        "updates": b"updateFields" in package.read("word/settings.xml"),
        "core": {"title": core.title, "author": core.author, "subject": core.subject, "keywords": core.keywords,
                 "created": core.created.isoformat() if core.created else None},
    }))


main(sys.argv[1])
