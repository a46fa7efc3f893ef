#pragma once
#include "support/temporary_folder.h"

#include <QDir>

#include <gtest/gtest.h>

namespace test {

/// The standard questionnaire as a folder of tables, to be changed line by line as in a spreadsheet.
class FormFolder
{
public:
    explicit FormFolder(const TemporaryFolder& folder, const QString& name = QStringLiteral("questionnaire"))
        : m_folder(folder), m_name(name)
    {
        for (const QString& sheet : sheets())
            m_texts << QString::fromUtf8(
                readAll(fixture(QStringLiteral("../resources/questionnaire/%1.csv").arg(sheet))));
        replaceIn(2, QStringLiteral(",1.1,"), QStringLiteral(",1.2,"));
    }

    /// In the line of survey that begins so.
    FormFolder& survey(const QString& start, const QString& before, const QString& after)
    {
        return change(0, start, [&](QString& line) { replace(line, before, after); });
    }
    FormFolder& addToSurvey(const QString& start, const QString& newLine)
    {
        return change(0, start, [&](QString& line) { line += u'\n' + newLine; });
    }
    /// Columns at the end of survey, for lines that say more than the standard ones.
    FormFolder& addColumns(const QString& names)
    {
        return change(0, QStringLiteral("type,name"), [&](QString& line) { line += u',' + names; });
    }
    FormFolder& removeFromSurvey(const QString& start)
    {
        return change(0, start, [](QString& line) { line.clear(); });
    }
    FormFolder& choices(const QString& start, const QString& before, const QString& after)
    {
        return change(1, start, [&](QString& line) { replace(line, before, after); });
    }
    FormFolder& removeFromChoices(const QString& start)
    {
        return change(1, start, [](QString& line) { line.clear(); });
    }
    FormFolder& version(const QString& version)
    {
        replaceIn(2, QStringLiteral(",1.2,"), u',' + version + u',');
        return *this;
    }

    /// Writes it; the path to give.
    QString write() const
    {
        EXPECT_TRUE(QDir(m_folder.path()).mkpath(m_name));
        for (int i = 0; i < 3; ++i)
            m_folder.write(QStringLiteral("%1/%2.csv").arg(m_name, sheets()[i]), m_texts[i].toUtf8());
        return m_folder.path(m_name);
    }

private:
    static QStringList sheets()
    {
        return {QStringLiteral("survey"), QStringLiteral("choices"), QStringLiteral("settings")};
    }
    static void replace(QString& line, const QString& before, const QString& after)
    {
        EXPECT_TRUE(line.contains(before)) << line.toStdString();
        line.replace(before, after);
    }
    void replaceIn(int sheet, const QString& before, const QString& after)
    {
        replace(m_texts[sheet], before, after);
    }
    template <class Do> FormFolder& change(int sheet, const QString& start, Do act)
    {
        QStringList lines = m_texts[sheet].split(u'\n');
        bool found = false;
        for (QString& line : lines)
            if (line.startsWith(start)) {
                act(line);
                found = true;
            }
        EXPECT_TRUE(found) << start.toStdString();
        lines.removeAll(QString());
        m_texts[sheet] = lines.join(u'\n') + u'\n';
        return *this;
    }

    const TemporaryFolder& m_folder;
    QString m_name;
    QStringList m_texts;
};

} // namespace test
