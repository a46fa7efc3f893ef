"""Facts of a workbook as JSON, read with openpyxl: what another spreadsheet program sees in it."""
import datetime
import json
import sys
import zipfile

import openpyxl
from lxml import etree


def plain(value):
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


def sheet(s):
    return {
        "name": s.title,
        "rows": [[plain(c.value) for c in row] for row in s.iter_rows()],
        "types": [[c.data_type for c in row] for row in s.iter_rows()],
        "frozen": s.freeze_panes,
        "filter": s.auto_filter.ref,
        "landscape": s.page_setup.orientation == "landscape",
        "paper": s.page_setup.paperSize,
        "repeated": s.print_title_rows,
        "widths": {k: d.width for k, d in s.column_dimensions.items()},
        "lists": {str(v.sqref): [v.formula1, v.errorStyle] for v in s.data_validations.dataValidation},
        "bold": [[bool(c.font.bold) for c in row] for row in s.iter_rows()],
        "readingOrders": [[c.alignment.readingOrder for c in row] for row in s.iter_rows()],
        "formats": [[c.number_format for c in row] for row in s.iter_rows()],
    }


def main(path):
    package = zipfile.ZipFile(path)
    assert package.testzip() is None
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(package.read(name))
    book = openpyxl.load_workbook(path)
    properties = book.properties
    print(json.dumps({
        "sheets": [sheet(s) for s in book.worksheets],
        "title": properties.title,
        "author": properties.creator,
        "subject": properties.subject,
        "created": properties.created.isoformat() if properties.created else None,
    }))


main(sys.argv[1])
