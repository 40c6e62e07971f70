// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"
#include "formats/quoteanchor.h"

#include <QHash>

#include <memory>
#include <optional>

namespace dateline {

/// Collects what is wrong with a file, up to a thousand things; the rest is counted. One thread.
class IssueLog
{
public:
    explicit IssueLog(const QString &file) : m_file(file) { }
    void add(Severity severity, const QString &message, qint64 line, qsizetype offset = -1);
    [[nodiscard]] IssueList take();

private:
    QString m_file;
    IssueList m_issues;
    qsizetype m_suppressed = 0;
};

/// Leads labels of other tagsets ("PER", "GPE", "Organization") to types of ours: by id, name or code,
/// in any case, then by the aliases that docs/formats.md lists. A label that leads to nothing becomes
/// a type of its own, which the log says once. One file; one thread.
class LabelMap
{
public:
    explicit LabelMap(IssueLog &log) : m_log(log) { }
    /// Never empty.
    [[nodiscard]] QString typeFor(const QString &label, qint64 line);
    /// The built-in types and those that were added.
    [[nodiscard]] const Tagset &tagset() const { return m_tagset; }

private:
    IssueLog &m_log;
    Tagset m_tagset = Tagset::news();
    QHash<QString, QString> m_known; ///< label as given -> type
    QHash<QString, QString> m_added; ///< its normal form -> type
};

/// An article that is being read from a format whose offsets count code points of the text as it
/// stands in the file. Line breaks and forbidden characters are normalised here, and places follow.
/// Mentions get a layer of one author. One thread.
class ImportedArticle
{
public:
    /// `raw`: the text exactly as the offsets of the file count it. The log is borrowed.
    ImportedArticle(const QString &raw, IssueLog &log);

    [[nodiscard]] const ArticleText &text() const { return m_article.text; }
    Head &head() { return m_article.head; }
    Source &source() { return m_article.source; }
    /// What is known of the layer; mentions come by add().
    Layer &layer() { return m_layer; }
    /// Pre: id and spans are set. The origin is the layer's author.
    void add(Mention mention);

    /// The span of raw code points [start, end); none when they are not in the text.
    [[nodiscard]] std::optional<Span> spanAt(qint64 start, qint64 end) const;
    /// The same, checked against what the file says stands there (empty: nothing): found elsewhere, or not
    /// at all, is an Issue. None: there is no such place, which was said.
    [[nodiscard]] std::optional<Span> place(qint64 start, qint64 end, const QString &quote, qint64 line);
    /// Adds the layer, when it holds anything or `by` has a name of its own, and hands the article over. `uid`
    /// empties of layer and author are filled from the content, so that two readings are equal.
    [[nodiscard]] LoadedArticle finish(const LabelMap &labels, Agent by);

private:
    /// The first agent of a new article.
    static constexpr AgentId Author = 1;

    IssueLog &m_log;
    AnnotatedArticle m_article;
    Layer m_layer;
    std::unique_ptr<QuoteAnchor> m_anchor; ///< over m_article.text, which does not change
    OffsetMap m_raw;
    QList<qsizetype> m_droppedAt;
    bool m_isChanged = false;
};

/// What no XML can hold becomes U+FFFD, line breaks LF.
[[nodiscard]] QString cleaned(const QString &value);

} // namespace dateline
