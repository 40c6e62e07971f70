// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "detection/tagger/trainingdata.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace dateline::cli {

/// One file of annotated articles and how to learn from it.
struct CorpusFile
{
    QString path;
    float weight = 1;
    bool areSpansNormalised = true;
    /// 1: the confidence is fitted on all of its articles; n: on every n-th; 0: on none.
    int holdOut = 0;
    /// Codes of the types that it annotates; empty: those that occur in it.
    QStringList types;
};

/// What a model is made of.
struct TrainingPlan
{
    QStringList types; ///< of the model; empty: all that the corpora annotate, in order of code
    QList<CorpusFile> corpora;
    QList<CorpusFile> silver; ///< tokens with sets of labels, see docs/detection.md
    QList<CorpusFile> dev;
    QString clusters;
    int epochs = 8;
    qsizetype mostBytes = 7 * 1024 * 1024;
    quint32 seed = 1;
};

/// A plan as JSON (docs/detection.md); files are named from `folder`.
[[nodiscard]] Result<TrainingPlan> readPlan(const QString &path, const QString &folder);

/// Mentions with the codes of their types.
struct CorpusArticle
{
    QString text;
    struct Name
    {
        Span span;
        QString type;
        bool operator==(const Name &) const = default;
    };
    QList<Name> names;
};

/// All articles of a file: JSON lines, native XML or any format that is read. Suggested and accepted mentions count.
/// Problems of a readable file are reported.
[[nodiscard]] Result<QList<CorpusArticle>> readCorpus(const QString &path);

/// Codes in `articles`, sorted.
[[nodiscard]] QStringList typesIn(const QList<CorpusArticle> &articles);

/// What the trainer takes. A type that `file` does not annotate is unknown in it.
[[nodiscard]] std::vector<TrainingArticle> trainingArticles(const QList<CorpusArticle> &articles, const CorpusFile &file,
                                                            const TaggerLabels &labels);

/// A file of tokens with allowed labels: a token, 1 if no space stands before it, "LABEL:probability,…", separated by
/// tabs; a blank line after a sentence, "#D" before an article.
[[nodiscard]] Result<std::vector<TrainingArticle>> readSilver(const CorpusFile &file, const TaggerLabels &labels);

} // namespace dateline::cli
