"""Facts of a workbook as JSON, read with openpyxl: what another program sees in it."""
import datetime
import json
import sys
import zipfile

import openpyxl
from lxml import etree


def value(cell):
    if isinstance(cell.value, (datetime.date, datetime.datetime)):
        return "date " + cell.value.strftime("%Y-%m-%d")
    return cell.value


def sheet(s, full):
    return {
        "name": s.title,
        "state": s.sheet_state,
        "freeze": s.freeze_panes,
        "repeated": s.print_title_rows,
        "landscape": s.page_setup.orientation == "landscape",
        "filter": s.auto_filter.ref,
        "rows": s.max_row,
        "columns": s.max_column,
        "widths": [s.column_dimensions[c].width for c in "ABC" if c in s.column_dimensions],
        "cells": [[value(c) for c in row] for row in s.iter_rows()] if full else
                 [[value(c) for c in s[s.max_row]]],
        "wrap": [c.alignment.wrap_text for c in s[1]],
        "headFill": s["A1"].fill.fgColor.rgb,
        "readingOrder": [[c.alignment.readingOrder for c in row] for row in s.iter_rows(max_row=4)],
        "numberFormats": [c.number_format for c in s[s.max_row]],
        "lists": sorted((str(v.sqref), v.formula1) for v in s.data_validations.dataValidation),
    }


package = zipfile.ZipFile(sys.argv[1])
assert package.testzip() is None
for part in package.namelist():
    etree.fromstring(package.read(part))
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    "title": book.properties.title, "author": book.properties.creator, "subject": book.properties.subject,
    "created": book.properties.created.isoformat(),
    "sheets": [sheet(s, s.max_row < 100) for s in book.worksheets],
}))
