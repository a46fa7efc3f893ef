#pragma once
#include <QObject>
#include <QSize>
#include <QString>

class QFontMetrics;

namespace ui {

/// Words broken into the lines that `room` holds, the last one ended by an ellipsis when some are left over.
QString fittedWords(const QString& words, const QFontMetrics& metrics, const QSize& room);

/// Tells the words of a table heading that are cut, where its model tells nothing more.
class HeadingTips final : public QObject
{
    Q_OBJECT
public:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
