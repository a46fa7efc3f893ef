#pragma once
#include "base/progress.h"

namespace workflow {

class Study;

/// Fills a new study with `count` fictional organisations and institutions: plausible, correlated answers
/// over the whole instrument, Arabic names, all categories, provinces and evidence levels, unknowns, vetoes.
/// The same count and seed give the same study. Every name ends in "(fictive)" or "(fictif)".
void fillDemonstration(Study& study, int count, quint64 seed, const base::Progress& progress = {});

} // namespace workflow
