"""Another program's hand: writes files as KoboToolbox and ODK Central do, reads those we wrote."""
import csv
import io
import json
import sys
import zipfile

import openpyxl
from lxml import etree


def write_kobo(path):
    """Labels as headers, groups in them, a repeat in a repeat, split and summary columns."""
    book = openpyxl.Workbook()
    main = book.active
    main.title = "Essai"
    main.append(["start", "Nom", "Point GPS", "_Point GPS_latitude", "Lieu/Besoins", "Lieu/Besoins/Eau",
                 "Lieu/Besoins/Un toit, vite", "Revenu", "Jour", "_id", "_uuid", "_submission_time",
                 "_submitted_by", "__version__", "_index", "_parent_table_name", "_parent_index"])
    main.append(["2015-01-13T09:00:00.000+00:00", "Village A", "34.02 -6.84 0 0", 34.02, "Eau Un toit, vite", 0, 0,
                 12.5, "2015-01-13", 7, "aaaaaaaa-0000-4000-8000-000000000001", "2015-01-13T10:00:00",
                 "enq1", "v1", 1, None, -1])
    main.append([None, "Village B", None, None, None, 0, 0, 3, "13/01/2015", 8,
                 "aaaaaaaa-0000-4000-8000-000000000002", "2015-01-14T10:00:00", None, "v1", 2])
    homes = book.create_sheet("menage")
    homes.append(["Chef de ménage", "Taille", "_index", "_parent_table_name", "_parent_index",
                  "_submission__uuid"])
    homes.append(["Chef 1", 4, 1, "Essai", 1, "x"])
    homes.append(["Chef 2", None, 2, "Essai", 2, "x"])
    homes.append(["Chef perdu", 9, 3, "Essai", 12, "x"])
    members = book.create_sheet("membre")
    members.append(["Prénom", "Avis", "_index", "_parent_table_name", "_parent_index"])
    members.append(["P1", "Bon", 1, "menage", 1])
    members.append(["P2", "Ne sait pas", 2, "menage", 1])
    members.append(["P3", 99, 3, "menage", 2])
    book.save(path)


def write_odk(path):
    """As ODK Central exports: groups in the names, parts of points, keys."""
    def table(rows):
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        return text.getvalue()
    key = "uuid:bbbbbbbb-0000-4000-8000-000000000001"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("essai.csv", table([
            ["SubmissionDate", "nom", "lieu-point-Latitude", "lieu-point-Longitude", "lieu-point-Altitude",
             "lieu-point-Accuracy", "lieu-besoins", "SET-OF-menage", "revenu", "meta-instanceID", "KEY",
             "SubmitterID", "SubmitterName", "AttachmentsPresent", "Status", "FormVersion"],
            ["2015-01-13T10:00:00.000Z", "Village « A »; B", "34.02", "-6.84", "12", "", "eau toit",
             key + "/menage", "0.10", key, key, "5", "Enquêtrice", "0", "", "3"]]))
        package.writestr("essai-menage.csv", table([
            ["chef", "detail-taille", "SET-OF-membre", "PARENT_KEY", "KEY", "SET-OF-menage"],
            ["Chef\nà la ligne", "4", "x", key, key + "/menage[1]", "y"]]))
        package.writestr("essai-membre.csv", table([
            ["prenom", "avis", "PARENT_KEY", "KEY", "SET-OF-membre"],
            ["P1", "98", key + "/menage[1]", key + "/menage[1]/membre[1]", "z"],
            ["P2", "1", key + "/menage[1]", key + "/menage[1]/membre[2]", "z"]]))
        package.writestr("media/photo.jpg", b"\xff\xd8")


def read_xlsx(path):
    book = openpyxl.load_workbook(path)
    return {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book.worksheets}


def read_zip(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {name: list(csv.reader(io.StringIO(package.read(name).decode("utf-8"), newline="")))
                for name in package.namelist()}


def read_xml(path):
    root = etree.parse(path).getroot()
    return {"tag": root.tag, "id": root.get("id"), "version": root.get("version"),
            "instance": root.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceID"),
            "leaves": [[e.getroottree().getpath(e), e.text] for e in root.iter()
                       if len(e) == 0 and "}" not in e.tag]}


result = globals()[sys.argv[1]](sys.argv[2])
if result is not None:
    print(json.dumps(result))
