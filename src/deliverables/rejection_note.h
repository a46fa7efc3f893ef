#pragma once
#include "disclosure/gate.h"
#include "report/values/document.h"

namespace deliverables {

/// The note handed to one organisation that was preselected and not chosen: plain lines, those that begin
/// with "– " are a list, those that end with neither a full stop nor a colon are small titles.
struct RejectionNote
{
    QString name;
    QString text;
};
/// One page per organisation. The texts have passed the gate.
report::Document rejectionDocument(const disclosure::View& view, const std::vector<RejectionNote>& notes);

} // namespace deliverables
