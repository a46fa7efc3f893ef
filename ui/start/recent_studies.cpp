#include "ui/start/recent_studies.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTimeZone>

namespace ui {
namespace {

constexpr qsizetype remembered = 10, listed = 6;
const QString recentKey = QStringLiteral("recent");

QString group(const QString& path)
{
    return QStringLiteral("etudes/%1/").arg(QString::fromLatin1(path.toUtf8().toHex()));
}

QDateTime instant(const QSettings& settings, const QString& key)
{
    return QDateTime::fromString(settings.value(key).toString(), Qt::ISODate);
}

QString dayOf(const QDateTime& then)
{
    return QLocale(QLocale::French)
        .toString(then.toTimeZone(QTimeZone("Africa/Casablanca")).date(), QStringLiteral("d MMMM yyyy"));
}

} // namespace

std::vector<RecentStudy> recentStudies(const QSettings& settings)
{
    std::vector<RecentStudy> studies;
    for (const QString& path : settings.value(recentKey).toStringList()) {
        if (!QFileInfo::exists(path)) continue;
        studies.push_back({path, instant(settings, group(path) + QStringLiteral("ouverte")),
                           instant(settings, group(path) + QStringLiteral("sauvegardee")),
                           settings.value(group(path) + QStringLiteral("protegee")).toBool()});
    }
    return studies;
}

void rememberStudy(QSettings& settings, const RecentStudy& study)
{
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(study.path);
    recent.prepend(study.path);
    for (const QString& forgotten : recent.mid(qMin(remembered, recent.size())))
        settings.remove(group(forgotten).chopped(1));
    settings.setValue(recentKey, recent.first(qMin(remembered, recent.size())));
    settings.setValue(group(study.path) + QStringLiteral("ouverte"), study.opened.toString(Qt::ISODate));
    settings.setValue(group(study.path) + QStringLiteral("sauvegardee"),
                      study.backedUp.toString(Qt::ISODate));
    settings.setValue(group(study.path) + QStringLiteral("protegee"), study.isProtected);
}

QString ageWords(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid()) return QObject::tr("jamais");
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1) return QObject::tr("à l’instant");
    if (minutes < 60) return QObject::tr("il y a %1 min").arg(minutes);
    if (minutes < 24 * 60) return QObject::tr("il y a %1 h").arg(minutes / 60);
    const qint64 days = minutes / (24 * 60);
    return days == 1 ? QObject::tr("il y a 1 jour") : QObject::tr("il y a %1 jours").arg(days);
}

RecentList::RecentList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(6));
}

void RecentList::show(const std::vector<RecentStudy>& studies, const QDateTime& now)
{
    ui::clear(m_column);
    setVisible(!studies.empty());
    if (studies.empty()) return;
    m_column->addWidget(groupTitle(tr("Études récentes")));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(4, 1);
    const auto cell = [grid](const QString& words, int row, int column, const QString& tone) {
        QLabel* label = small(words, tone);
        label->setWordWrap(false);
        grid->addWidget(label, row, column);
    };
    const QString muted = QStringLiteral("muted"), warning = QStringLiteral("warning");
    for (int row = 0; row < int(qMin<size_t>(listed, studies.size())); ++row) {
        const RecentStudy& study = studies[static_cast<size_t>(row)];
        QPushButton* item = link(QFileInfo(study.path).completeBaseName());
        item->setToolTip(study.path);
        connect(item, &QPushButton::clicked, this, [this, path = study.path] { Q_EMIT chosen(path); });
        grid->addWidget(item, row, 0);
        if (study.opened.isValid()) {
            cell(tr("ouverte le %1").arg(dayOf(study.opened)), row, 1, muted);
            cell(study.isProtected ? tr("protégée") : tr("non protégée"), row, 2,
                 study.isProtected ? muted : warning);
            const bool late = !study.backedUp.isValid() || study.backedUp.secsTo(now) > 24 * 3600;
            cell(tr("sauvegarde : %1").arg(ageWords(study.backedUp, now)), row, 3, late ? warning : muted);
        }
        QLabel* folder = small(QDir::toNativeSeparators(QFileInfo(study.path).absolutePath()));
        folder->setWordWrap(false);
        folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        grid->addWidget(folder, row, 4);
    }
    m_column->addLayout(grid);
}

} // namespace ui
