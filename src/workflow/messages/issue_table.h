#pragma once
#include "workflow/messages/messages.h"

#include <QHash>

namespace workflow::messages {

/// Sentences of the issues of one part of the program, by code. %1, %2… are the issue's arguments.
using IssueTable = QHash<QString, Message>;

const IssueTable& entryIssues();
const IssueTable& importIssues();
const IssueTable& submissionIssues();
const IssueTable& formIssues();
const IssueTable& formRuleIssues();   ///< what XLSForm asks of rows, parameters and tables
const IssueTable& formChangeIssues(); ///< what stands in the way of another version
const IssueTable& modelIssues();
const IssueTable& dossierIssues();
const IssueTable& decideIssues();

} // namespace workflow::messages
