#pragma once
#include "base/issue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace questionnaire {

/// One node of a running form, as `form run` prints it: groups, repeats and their rows have `relevant` only;
/// leaves also a value, and selects their choices.
struct NodeState
{
    enum class Fault : quint8 { None, Constraint, Required };

    bool isLeaf = false;
    bool relevant = true, readOnly = false, required = false;
    QString value; ///< empty while hidden; what was entered comes back with it
    Fault fault = Fault::None;
    std::optional<QStringList> options; ///< codes offered, for selects
    bool operator==(const NodeState&) const = default;
};

/// By absolute path: "/data/rep[1]/a"; only rows of repeats carry a position.
using NodeStates = std::map<QString, NodeState>;
/// What a step changed; nothing stands for a node that is no more.
using NodeChanges = std::map<QString, std::optional<NodeState>>;

struct RunStep
{
    enum class Op : quint8 { Set, AddRepeat, RemoveRepeat } op = Op::Set;
    QString ref; ///< path of a leaf, or of a repeat without position
    QString value;
    int at = 0; ///< row to remove, from 0
};

/// Replays answers on a form the way ODK clients do: relevance, calculations, counts of repeats, actions,
/// choices. For checking forms and this engine; studies use Session.
class FormRun
{
public:
    /// Any form file readForm() reads. nullptr when the form has errors, all in `issues`. The instant and its
    /// time zone serve today() and now(). Throws base::Error when the file cannot be read.
    static std::unique_ptr<FormRun> open(const QString& path, const QDateTime& now, base::Issues& issues);
    ~FormRun();

    const NodeStates& nodes() const;
    /// False when the path names no leaf, no repeat, or no such row; nothing has then changed.
    bool apply(const RunStep& step, NodeChanges& changes);
    /// The answers as they would be sent: relevant nodes only.
    QByteArray submission() const;

private:
    struct Private;
    explicit FormRun(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace questionnaire
