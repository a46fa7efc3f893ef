#pragma once
#include "ui/theme/colors.h"

#include <QString>

#include <optional>

class QPainter;
class QRectF;

/// The signs of the application, painted the same way in tables, panels and forms. Each is legible without
/// colour and takes its ink from the caller, so that it also shows on the selection.
namespace ui {

/// Evidence level as four dots, `level` of them filled; -1 draws nothing.
void paintEvidence(QPainter& painter, const QRectF& area, int level, const QColor& ink);
double evidenceWidth(double height);

/// Shape of an intervention status: disc, hatched disc, half disc, ring, ring with a bar, dotted ring.
void paintStatus(QPainter& painter, const QRectF& area, const QString& status, const QColor& ink);

struct ScaleSpan
{
    double low = 0, high = 100;
};

/// Interval as a band with whiskers and a dot at the central value, on a fixed scale.
void paintInterval(QPainter& painter, const QRectF& area, const ScaleSpan& scale, double low,
                   std::optional<double> central, double high, const QColor& ink);

/// Pictogram and letter of a service as offered: full ink when direct, "°" by agreement, dash when there is
/// none.
void paintService(QPainter& painter, const QRectF& area, int service, const QString& offer, const QColor& ink,
                  const QColor& mutedInk);

enum class Rule { Liftable, Blocking };
/// Triangle ("à lever") or octagon ("bloquant").
void paintRule(QPainter& painter, const QRectF& area, Rule rule, const QColor& ink);

/// Share from 0 to 1 as a bar.
void paintBar(QPainter& painter, const QRectF& area, double share, const QColor& ink, const QColor& ground);

} // namespace ui
