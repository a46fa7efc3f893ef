#pragma once
#include "workflow/demo/draw.h"
#include "workflow/demo/material.h"

#include <array>

namespace workflow::demo {

enum class Mode : quint8 { Documentary, Phone, Interview, Visit };

/// What a fictional actor is, before anybody asks it anything: the hidden causes that make its answers hang
/// together.
struct Profile
{
    int number = 0;
    quint64 seed = 0;
    QString category;               ///< code; "public" for an institution
    const Category* kind = nullptr; ///< nullptr for an institution
    QString nameFr, nameAr, acronym, province;
    QString scale;                 ///< ter_echelle
    std::array<QString, 4> offers; ///< offer codes: shelter, medical, psychosocial, legal
    Mode mode = Mode::Documentary;
    double governance = 0, means = 0, care = 0, fit = 0;
    std::array<double, 4> services{};
    bool candidate = false; ///< one of the few whose file is complete and proven
    int veto = 0;           ///< 1–11: rule that this actor must trip
    bool participates = true, shares = true;

    bool institution() const { return !kind; }
    bool heard() const { return mode != Mode::Documentary && participates; }
    double overall() const { return (governance + means + care + fit) / 4; }
    double quality(const QString& code) const;
};

/// Profiles of all the actors of a study, in order; names are distinct but for a few wanted near doubles.
std::vector<Profile> makeProfiles(int count, quint64 seed);

} // namespace workflow::demo
