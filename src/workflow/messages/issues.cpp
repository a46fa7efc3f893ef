#include "workflow/messages/issue_table.h"

#include <QRegularExpression>

namespace workflow::messages {
namespace {

const Message* find(const QString& code)
{
    for (const IssueTable* table :
         {&entryIssues(), &importIssues(), &submissionIssues(), &formIssues(), &formRuleIssues(),
          &formChangeIssues(), &modelIssues(), &dossierIssues(), &decideIssues()}) {
        const auto found = table->constFind(code);
        if (found != table->constEnd()) return &found.value();
    }
    return nullptr;
}

/// Fills %1…%9; an argument that is missing leaves nothing rather than a stray mark.
QString fill(QString sentence, const QStringList& args)
{
    for (int i = 1; i <= 9; ++i) {
        const QString mark = u'%' + QString::number(i);
        if (sentence.contains(mark)) sentence.replace(mark, args.value(i - 1));
    }
    return sentence;
}

QString placeWords(const base::Place& place)
{
    QStringList parts;
    if (!place.sheet.isEmpty()) parts << QStringLiteral("feuille « %1 »").arg(place.sheet);
    if (place.row > 0) parts << QStringLiteral("ligne %1").arg(place.row);
    if (!place.column.isEmpty()) parts << QStringLiteral("colonne « %1 »").arg(place.column);
    QString words = parts.join(QStringLiteral(", "));
    if (words.isEmpty()) return {};
    words[0] = words[0].toUpper();
    return words + QStringLiteral(" : ");
}

QString lowerFirst(QString sentence)
{
    if (!sentence.isEmpty()) sentence[0] = sentence[0].toLower();
    return sentence;
}

/// A bad expression of a form is told by its own cause: [text, cause, position, …] of the cause's code.
base::Issue causeOf(const base::Issue& issue)
{
    if (issue.code != u"form.bad_expression" || issue.args.size() < 3) return issue;
    const QString code = QStringLiteral("expression.") + issue.args[1];
    if (!find(code)) return issue;
    return {issue.severity, code, issue.place, QStringList{issue.args[0], issue.args[2]} + issue.args.mid(3)};
}

} // namespace

Message forIssue(const base::Issue& given)
{
    const base::Issue issue = causeOf(given);
    const QString place = placeWords(issue.place);
    const Message* message = find(issue.code);
    if (!message) return {place + issue.code + u' ' + issue.args.join(u' '), QString()};
    const QString what = fill(message->what, issue.args);
    return {place.isEmpty() ? what : place + lowerFirst(what), fill(message->remedy, issue.args)};
}

QStringList sentencesOf(const base::Issues& issues, qsizetype most)
{
    QStringList lines;
    for (const base::Issue& issue : issues) {
        if (most > 0 && lines.size() == most)
            return lines << QStringLiteral("… et %1 autres.").arg(qsizetype(issues.size()) - most);
        const Message message = forIssue(issue);
        lines << message.what + u' ' + message.remedy;
    }
    return lines;
}

QString malformedWord(const QString& detail)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("UTF-32 text is not read"), QStringLiteral("son texte est en UTF-32")},
        {QStringLiteral("XML with a DOCTYPE"),
         QStringLiteral("il contient une déclaration DOCTYPE, refusée par sûreté")},
        {QStringLiteral("an empty table"), QStringLiteral("le tableau est vide")},
        {QStringLiteral("a PDF document, not a table"),
         QStringLiteral("c’est un document PDF, non un tableau")},
        {QStringLiteral("a ZIP package (XLSX, DOCX, ODS…), not text"),
         QStringLiteral("c’est un fichier compressé, non un texte")},
        {QStringLiteral("a ZIP package that holds no workbook"),
         QStringLiteral("ce fichier compressé ne contient pas de classeur")},
        {QStringLiteral("a cell outside any row"), QStringLiteral("le classeur est mal formé")},
        {QStringLiteral("a cell outside the sheet"), QStringLiteral("le classeur est mal formé")},
        {QStringLiteral("a workbook protected by a password"),
         QStringLiteral("le classeur est protégé par un mot de passe")},
        {QStringLiteral("a workbook without sheets"),
         QStringLiteral("le classeur ne contient aucune feuille")},
        {QStringLiteral("an old .xls workbook: save it as .xlsx"),
         QStringLiteral("c’est un ancien classeur .xls, à enregistrer en .xlsx")},
        {QStringLiteral("an old binary Office file, not text"),
         QStringLiteral("c’est un ancien fichier Office binaire")},
        {QStringLiteral("a workbook without submissions"),
         QStringLiteral("le classeur ne contient pas d’envois")},
        {QStringLiteral("a package without submissions"),
         QStringLiteral("ce fichier compressé ne contient pas d’envois")},
        {QStringLiteral("a folder without submissions"),
         QStringLiteral("le dossier ne contient pas d’envois")},
        {QStringLiteral("XML that is no submission"), QStringLiteral("ce document XML n’est pas un envoi")},
        {QStringLiteral("JSON without submissions"), QStringLiteral("ce JSON ne contient pas d’envois")},
        {QStringLiteral("invalid UTF-16 text"), QStringLiteral("son texte UTF-16 est abîmé")},
        {QStringLiteral("not an XLSX workbook: no ZIP package"),
         QStringLiteral("ce n’est pas un classeur .xlsx")},
        {QStringLiteral("zero bytes: a binary file, not text"),
         QStringLiteral("c’est un fichier binaire, non un texte")},
        {QStringLiteral("a folder, not a file"), QStringLiteral("c’est un dossier, non un fichier")}};
    if (const auto known = words.constFind(detail); known != words.constEnd()) return *known;
    static const QRegularExpression row(QStringLiteral("^row (\\d+): "));
    const QRegularExpressionMatch found = row.match(detail);
    if (detail.endsWith(u"a quote is never closed"))
        return QStringLiteral("un guillemet ouvert n’est jamais fermé (ligne %1)").arg(found.captured(1));
    if (found.hasMatch())
        return QStringLiteral("le classeur est mal formé (ligne %1)").arg(found.captured(1));
    if (detail.startsWith(u"not JSON")) return QStringLiteral("son JSON n’est pas valide");
    if (detail.startsWith(u"XML")) return QStringLiteral("son contenu XML n’est pas valide");
    if (detail.startsWith(u"missing sheet")) return QStringLiteral("une feuille du classeur manque");
    if (detail.startsWith(u"not a ZIP")) return QStringLiteral("ce n’est pas un fichier ZIP");
    if (detail.startsWith(u"ZIP entry outside"))
        return QStringLiteral("il contient un nom qui sort de son dossier, refusé par sûreté");
    if (detail.startsWith(u"ZIP entry twice")) return QStringLiteral("il contient deux fois le même nom");
    if (detail.startsWith(u"encrypted ZIP")) return QStringLiteral("il est chiffré");
    if (detail.startsWith(u"damaged ZIP"))
        return QStringLiteral("le fichier compressé est abîmé ou incomplet");
    return QStringLiteral("son contenu n’est pas celui qu’il annonce");
}

QString limitWord(const QString& detail)
{
    static const QRegularExpression cell(
        QStringLiteral("^row (\\d+): a cell of more than (\\d+) characters$"));
    const QRegularExpressionMatch found = cell.match(detail);
    if (!found.hasMatch()) return QStringLiteral("dépasse les tailles acceptées");
    return QStringLiteral("contient, à la ligne %1, une cellule de plus de %2 caractères")
        .arg(found.captured(1), found.captured(2));
}

QString forStage(const QString& stage)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("assess"), QStringLiteral("Analyse des fiches")},
        {QStringLiteral("rank"), QStringLiteral("Classement")},
        {QStringLiteral("form_plan"), QStringLiteral("Examen des réponses")},
        {QStringLiteral("import.read"), QStringLiteral("Lecture de la liste")},
        {QStringLiteral("import.check"), QStringLiteral("Contrôle des fiches")},
        {QStringLiteral("import.files"), QStringLiteral("Lecture des fichiers joints")},
        {QStringLiteral("import.write"), QStringLiteral("Écriture des fiches")},
        {QStringLiteral("demo"), QStringLiteral("Création des fiches fictives")},
        {QStringLiteral("build"), QStringLiteral("Composition")},
        {QStringLiteral("paginate"), QStringLiteral("Mise en page")},
        {QStringLiteral("pdf"), QStringLiteral("Écriture du PDF")},
        {QStringLiteral("docx"), QStringLiteral("Écriture du DOCX")},
        {QStringLiteral("xlsx"), QStringLiteral("Écriture du tableur")}};
    static const QHash<QString, QString> documents{{QStringLiteral("grille"), QStringLiteral("grille")},
                                                   {QStringLiteral("fiches"), QStringLiteral("fiches")},
                                                   {QStringLiteral("l1"), QStringLiteral("L1")},
                                                   {QStringLiteral("l2"), QStringLiteral("L2")},
                                                   {QStringLiteral("l3"), QStringLiteral("L3")}};
    if (words.contains(stage)) return words.value(stage) + u'…';
    const QStringList parts = stage.split(u'.');
    const QString verb = words.value(parts.value(parts.size() > 1 ? 1 : 0), parts.value(0));
    const QString document = documents.value(parts.value(2));
    return document.isEmpty() ? verb + u'…' : verb + QStringLiteral(" : ") + document + u'…';
}

} // namespace workflow::messages
