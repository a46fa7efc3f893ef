#include "register.h"

#include "dossier/transaction.h"

#include <QFileInfo>

#include <array>

using dossier::Transaction;
using questionnaire::Answer;

namespace bench {
namespace {

constexpr int FullForms = 1347, FullFormAnswers = 220, RegisterFields = 8, Batch = 2000;

void put(Transaction& t, const QString& record, const char* question, const QString& value)
{
    dossier::setAnswer(t, dossier::entity::Record, record, QString::fromUtf8(question), Answer::of(value));
}

QString oneOf(const std::array<const char*, 5>& codes, int index)
{
    return QString::fromUtf8(codes[static_cast<size_t>(index) % codes.size()]);
}

void addBody(Transaction& t, int number)
{
    const QString id = dossier::createRecord(t);
    const QString digits = QString::number(number);
    put(t, id, "id_nom_fr", QStringLiteral("Association d’essai %1 (fictive)").arg(digits));
    put(t, id, "id_nom_ar", QStringLiteral("جمعية تجريبية %1").arg(digits));
    put(t, id, "id_sigle", QStringLiteral("AE%1").arg(digits));
    put(t, id, "id_categorie", oneOf({"femmes", "enfance", "migration", "droits", "sante"}, number));
    put(t, id, "id_statut",
        oneOf({"association", "fondation", "cooperative", "reseau", "public"}, number / 5));
    put(t, id, "id_province", QStringLiteral("p%1").arg(number % 75));
    put(t, id, "abr_offre", oneOf({"direct", "non", "orientation", "convention", "possible"}, number));
    put(t, id, "med_offre", oneOf({"non", "direct", "non", "non", "convention"}, number / 2));
    put(t, id, "psy_offre", oneOf({"direct", "direct", "non", "possible", "non"}, number / 3));
    put(t, id, "jur_offre", oneOf({"non", "orientation", "direct", "non", "non"}, number / 7));
    const int others = number <= FullForms ? FullFormAnswers - 10 : RegisterFields;
    for (int i = 0; i < others; ++i)
        dossier::setAnswer(t, dossier::entity::Record, id, QStringLiteral("champ_%1").arg(i),
                           Answer::of(QString::number((number * 31 + i * 7) % 97)));
}

} // namespace

dossier::Access access()
{
    dossier::Access out;
    out.passphrase = QStringLiteral("phrase de mesure");
    out.author = QStringLiteral("mesure");
    out.weakKeyDerivation = true;
    return out;
}

QString registerOf(const QString& folder, int records, const base::Clock& clock)
{
    const QString path = folder + QStringLiteral("/registre-%1.osc").arg(records);
    if (QFileInfo::exists(path)) return path;
    const auto made = dossier::Dossier::create(path, access(), clock);
    for (int first = 1; first <= records; first += Batch)
        made->transact(QStringLiteral("import"), [&](Transaction& t) {
            for (int number = first; number < std::min(first + Batch, records + 1); ++number)
                addBody(t, number);
        });
    made->compact();
    made->close();
    return path;
}

} // namespace bench
