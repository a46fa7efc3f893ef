#include "deliverables/deliverables.h"

#include "deliverables/fiches.h"
#include "deliverables/grille.h"
#include "deliverables/reports.h"

#include <cassert>

namespace deliverables {

QStringList documentCodes()
{
    return {u"grille"_qs, u"fiches"_qs, u"l1"_qs, u"l2"_qs, u"l3"_qs};
}

report::Document build(const QString& code, const disclosure::View& view)
{
    assert(documentCodes().contains(code) && "unknown deliverable");
    const Reader reader(view);
    report::Document document;
    if (code == u"grille") {
        document = grilleDocument(reader);
    } else if (code == u"fiches") {
        document = fichesDocument(reader);
    } else if (code == u"l1") {
        document = mappingReport(reader);
    } else {
        document = finalReport(reader, code == u"l2");
    }
    report::numberCaptions(document);
    return document;
}

QString fileStem(const QString& code)
{
    static const QHash<QString, QString> stems{{u"grille"_qs, u"Grille"_qs},
                                               {u"fiches"_qs, u"Fiches"_qs},
                                               {u"l1"_qs, u"L1-cartographie"_qs},
                                               {u"l2"_qs, u"L2-rapport-preliminaire"_qs},
                                               {u"l3"_qs, u"L3-rapport-final"_qs}};
    return stems.value(code, code);
}

} // namespace deliverables
