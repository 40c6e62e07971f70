// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/alignment.h"
#include "text/tokens.h"

#include <QStringList>

#include <optional>

namespace dateline {

/// What one observation of alpha is.
enum class AgreementUnit : quint8 {
    Span, ///< every place that at least one of the two marks
    Token ///< every token of the text, marked or not
};

/// How far two layers of the same text agree. Measures are fractions, 1: full agreement; kappa
/// and alpha are 0 for what chance would give and negative below that. None: undefined.
struct Agreement
{
    std::optional<double> f1Exact;   ///< the same spans and type; none when both layers are empty
    std::optional<double> f1Overlap; ///< spans that share text, of one type; none when both are empty
    std::optional<double> kappa;     ///< over tokens; none when there is one label only
    std::optional<double> alpha;     ///< over `items`; none when there is one label only
    qsizetype items = 0;             ///< units of alpha
    bool operator==(const Agreement &) const = default;
};

/// Only live mentions count. `tokens`: tokenize() of the article's text.
/// F1 = 2 * pairs / (mentions of a + mentions of b), the pairs by alignLayers(AlignBy::Type):
/// symmetric, and what kappa tends to when the unmarked places cannot be counted (Hripcsak and
/// Rothschild 2005, "Agreement, the F-measure, and reliability in information retrieval", JAMIA
/// 12(3), 296–298).
/// kappa: cohenKappa() over tokenLabels(). alpha: krippendorffAlpha() over tokenLabels(), or
/// (Span) over the places that one of the two marks: a pair of the same spans is one unit with
/// two types; any other mention is a unit that its own layer labels with its type and the other
/// one "not marked". O(n log n). Pure; any thread.
[[nodiscard]] Agreement measureAgreement(const QList<Token> &tokens, const Layer &a, const Layer &b, AgreementUnit unit);

/// A label for each token: the type of the live mention that covers a part of it; empty: none.
/// Of several that do, the one that covers the most text counts (the outermost of nested ones),
/// then the one that begins first, then the alphabet of types. O(n log n).
[[nodiscard]] QStringList tokenLabels(const QList<Token> &tokens, const Layer &layer);

/// Cohen's kappa: (po - pe) / (1 - pe), pe from each side's own distribution (Cohen 1960, "A
/// coefficient of agreement for nominal scales", Educational and Psychological Measurement
/// 20(1), 37–46). Both lists of equal length, labels from 0. None: no item, or pe = 1 (both
/// sides use one and the same label only).
[[nodiscard]] std::optional<double> cohenKappa(const QList<int> &a, const QList<int> &b);

/// Krippendorff's alpha for nominal data: 1 - Do / De over the coincidence matrix (Krippendorff
/// 2004, "Content Analysis", 2nd ed., ch. 11; 2011, "Computing Krippendorff's
/// alpha-reliability"). `coders`: one list of labels from 0 for each, all of equal length, -1
/// where the coder has no value; units with fewer than two values do not count. None: no such
/// unit, or one label only.
[[nodiscard]] std::optional<double> krippendorffAlpha(const QList<QList<int>> &coders);

/// How often the two layers give which types to the same place.
struct ConfusionMatrix
{
    QStringList types;    ///< alphabetical; what either layer uses on live mentions
    QList<qint64> counts; ///< (types + 1)² in rows; the last row and column: not marked
    bool operator==(const ConfusionMatrix &) const = default;

    /// Row: the first layer's type, column: the second's. An empty or unknown type: not marked.
    [[nodiscard]] qint64 count(const QString &a, const QString &b) const;
};

/// Over the pairs of alignLayers(AlignBy::Place), overlapping ones too.
[[nodiscard]] ConfusionMatrix confusion(const Layer &a, const Layer &b, const Alignment &alignment);

} // namespace dateline
