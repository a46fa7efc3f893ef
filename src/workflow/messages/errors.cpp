#include "workflow/messages/messages.h"

namespace workflow::messages {
namespace {

QString quoted(const QString& path)
{
    return QStringLiteral("« %1 »").arg(path);
}

} // namespace

Message forError(const base::Error& error)
{
    const QString file = error.path().isEmpty() ? QStringLiteral("Le fichier") : quoted(error.path());
    using Code = base::ErrorCode;
    switch (error.code()) {
    case Code::NotFound:
        return {QStringLiteral("%1 est introuvable.").arg(file),
                QStringLiteral("Vérifiez le chemin et le nom.")};
    case Code::AccessDenied:
        return {QStringLiteral("%1 ne peut pas être ouvert ou écrit à cet endroit.").arg(file),
                QStringLiteral("Choisissez un dossier où vous avez le droit d’écrire.")};
    case Code::AlreadyExists:
        return {QStringLiteral("%1 existe déjà ; rien n’a été remplacé.").arg(file),
                QStringLiteral("Choisissez un autre nom, ou ouvrez ce fichier.")};
    case Code::DiskFull:
        return {QStringLiteral("Le disque est plein : l’enregistrement n’a pas eu lieu, ce qui était "
                               "enregistré reste intact."),
                QStringLiteral("Libérez de la place ou enregistrez ailleurs, puis recommencez.")};
    case Code::Io:
        return {QStringLiteral("Le disque a refusé une lecture ou une écriture (%1).").arg(error.detail()),
                QStringLiteral("Vérifiez le support, puis recommencez depuis une copie.")};
    case Code::Locked:
        return {QStringLiteral("%1 est déjà ouvert par un autre programme.").arg(file),
                QStringLiteral("Fermez l’autre fenêtre, ou ouvrez l’étude en lecture seule.")};
    case Code::ChangedUnderneath:
        return {
            QStringLiteral("Un autre programme a remplacé ou modifié l’étude pendant qu’elle était ouverte : "
                           "votre travail est au complet dans %1.")
                .arg(file),
            QStringLiteral("Ouvrez l’étude, puis fusionnez-y cette copie.")};
    case Code::NotAStudy:
        return {QStringLiteral("%1 n’est pas une étude CartOSC.").arg(file),
                QStringLiteral("Choisissez un fichier .osc créé par CartOSC.")};
    case Code::Damaged:
        return {
            QStringLiteral(
                "%1 est abîmé ou a été modifié : son contenu ne peut pas être garanti, il n’est pas ouvert.")
                .arg(file),
            QStringLiteral("Reprenez la dernière copie de sauvegarde.")};
    case Code::WrongKey:
        return {QStringLiteral("La phrase de passe n’ouvre pas %1.")
                    .arg(error.path().isEmpty() ? QStringLiteral("cette étude") : quoted(error.path())),
                QStringLiteral("Vérifiez la saisie, les majuscules et la disposition du clavier.")};
    case Code::KeyRequired:
        return {QStringLiteral("%1 est protégé par une phrase de passe.").arg(file),
                QStringLiteral("Donnez-la (--passphrase-file sur la ligne de commande).")};
    case Code::TooNew:
        return {QStringLiteral("%1 vient d’une version plus récente de CartOSC.").arg(file),
                QStringLiteral("Mettez CartOSC à jour pour l’ouvrir.")};
    case Code::Malformed:
        return {QStringLiteral("%1 ne peut pas être lu : %2.").arg(file, malformedWord(error.detail())),
                QStringLiteral("Ouvrez-le dans son application d’origine et enregistrez-le de nouveau.")};
    case Code::LimitExceeded:
        return {QStringLiteral("%1 %2.").arg(file, limitWord(error.detail())),
                QStringLiteral("Vérifiez qu’il s’agit du bon fichier, puis abrégez-le ou découpez-le.")};
    case Code::Cancelled:
        return {
            QStringLiteral("L’opération a été annulée ; rien n’a été gardé de ce qu’elle avait commencé."),
            QString()};
    case Code::Internal:
        break;
    }
    return {QStringLiteral("Une opération interne a échoué (%1).").arg(error.detail()),
            QStringLiteral("Recommencez ; si cela se reproduit, signalez-le avec ce message.")};
}

} // namespace workflow::messages
