// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/agreement.h"
#include "review/difference.h"
#include "review/sametext.h"

namespace dateline::cli {

/// A layer that takes part, whatever the other files call theirs.
struct ComparedLayer
{
    QString id; ///< "l1", "l2", … in the order of the command line
    QString by; ///< the annotator's name
    QString file;
    const AnnotatedArticle *article = nullptr; ///< borrowed
    const Layer *layer = nullptr;              ///< borrowed
};

struct ComparedPair
{
    qsizetype a = 0; ///< rows of `layers`
    qsizetype b = 0;
    Agreement agreement;
    QList<Difference> differences;
};

/// Every two layers of the same text. Borrows the articles it was made of.
struct Comparison
{
    AgreementUnit unit = AgreementUnit::Span;
    QList<ComparedLayer> layers;
    QList<ComparedPair> pairs;
};

/// One side of a difference in words; each empty when that side has no mention.
struct DifferenceSide
{
    QString mention; ///< "m7" in its own file
    QString text;    ///< parts of a discontinuous mention with " … " between
    QString type;    ///< code on the command line, "PERSON"
    QString entity;  ///< name
    QString norm;
};

[[nodiscard]] DifferenceSide sideOf(const ComparedLayer &layer, MentionId mention);
/// "boundary, type".
[[nodiscard]] QString kindNames(DifferenceKinds kinds);
/// Three decimals; "–" where the measure is undefined.
[[nodiscard]] QString shownMeasure(const std::optional<double> &measure);

/// A page of its own in UTF-8 with all differences in their context. Needs no other file and no script.
[[nodiscard]] QByteArray comparisonPage(const Comparison &comparison);

} // namespace dateline::cli
