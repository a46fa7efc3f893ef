#include "questionnaire/form_run.h"

#include "base/atomic_file.h"
#include "questionnaire/compiler.h"
#include "questionnaire/xform/attached_tables.h"
#include "questionnaire/xform/runner.h"
#include "questionnaire/xform/writer.h"

#include <QFileInfo>

namespace questionnaire {

struct FormRun::Private
{
    FormRunner runner;
    NodeStates states;
};

FormRun::FormRun(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

FormRun::~FormRun() = default;

std::unique_ptr<FormRun> FormRun::open(const QString& path, const QDateTime& now, base::Issues& issues)
{
    const CompileResult read = readForm(path);
    issues = read.issues;
    if (!read.form) return nullptr;
    const QByteArray bytes = QFileInfo(path).isFile() ? base::readFile(path) : QByteArray();
    const bool isXml = bytes.trimmed().startsWith('<');
    auto xform = isXml ? parseTree(bytes) : xformOf(*read.form);
    const QFileInfo file(path);
    if (TreeNode* model = findElement(*xform, u"model"_qs); model && !isXml)
        attachTables(*model, *read.form, file.isDir() ? path : file.absolutePath());
    auto definition = std::make_unique<FormDefinition>(std::move(xform));
    issues.insert(issues.end(), definition->issues.begin(), definition->issues.end());
    if (base::hasErrors(definition->issues)) return nullptr;
    auto d = std::make_unique<Private>(Private{FormRunner(std::move(definition), now), {}});
    d->states = d->runner.states();
    return std::unique_ptr<FormRun>(new FormRun(std::move(d)));
}

const NodeStates& FormRun::nodes() const
{
    return m_d->states;
}

bool FormRun::apply(const RunStep& step, NodeChanges& changes)
{
    changes.clear();
    if (!m_d->runner.apply(step)) return false;
    NodeStates after = m_d->runner.states();
    for (const auto& [path, state] : after) {
        const auto before = m_d->states.find(path);
        if (before == m_d->states.end() || !(before->second == state)) changes[path] = state;
    }
    for (const auto& [path, state] : m_d->states)
        if (!after.contains(path)) changes[path] = std::nullopt;
    m_d->states = std::move(after);
    return true;
}

QByteArray FormRun::submission() const
{
    return m_d->runner.submission();
}

} // namespace questionnaire
