#include "workflow/stress.h"

#include "dossier/transaction.h"
#include "workflow/entry.h"
#include "workflow/study.h"

namespace workflow {
namespace {

const QString CounterKey = QStringLiteral("stress.last");
const QString RecordName = QStringLiteral("Fiche d’essai de durabilité (fictive)");

QString stressRecord(Study& study)
{
    dossier::RecordFilter filter;
    filter.text = RecordName;
    const auto found = study.dossier().records(filter);
    return found.empty() ? addActor(study, RecordName).id : found.front().id;
}

} // namespace

void stressSave(Study& study, qint64 count, const std::function<void(qint64)>& acknowledged)
{
    const QString record = stressRecord(study);
    qint64 k = study.dossier().setting(CounterKey).toLongLong();
    for (qint64 done = 0; count < 0 || done < count; ++done) {
        ++k;
        study.dossier().transact(QStringLiteral("stress"), [&](dossier::Transaction& t) {
            dossier::setAnswer(t, dossier::entity::Record, record, QStringLiteral("pub_total"),
                               questionnaire::Answer::of(QString::number(k)));
            dossier::setSetting(t, CounterKey, QString::number(k));
        });
        acknowledged(k);
    }
}

} // namespace workflow
