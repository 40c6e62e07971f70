// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/gazetteer.h"
#include "detection/rules.h"
#include "detection/watchlist.h"
#include "text/articletext.h"
#include "text/tokens.h"

#include <QDate>

#include <stop_token>
#include <vector>

namespace dateline {

/// Look of a token, as bits.
enum TokenShape : quint8 {
    Capital = 1, ///< first letter is upper case (or a letter of a script with no case)
    AllCaps = 2, ///< two or more letters, all upper case
    HasDigit = 4,
    IsWord = 8,
    SentenceStart = 16, ///< first word of its sentence
    LoudLine = 32,      ///< in a line whose capitals say nothing: all caps or a title-case headline
};

struct AnalysedToken
{
    Span span;
    quint32 word = 0;    ///< Gazetteer::word; 0: unknown
    quint32 classes = 0; ///< WordClass bits
    qint32 sentence = 0;
    quint8 shape = 0;
    bool spaceBefore = false;
    bool hasLower = false; ///< the same word stands elsewhere in the article in small letters
};

/// What the stages read: the text with its tokens, their classes and shapes, its sentences and
/// blocks. Immutable while stages run; borrows the text and the gazetteer.
class AnalysedArticle
{
public:
    AnalysedArticle(const ArticleText &text, const Gazetteer &gazetteer, const QString &published);

    [[nodiscard]] qsizetype size() const { return qsizetype(m_tokens.size()); }
    [[nodiscard]] const AnalysedToken &at(qsizetype index) const { return m_tokens[size_t(index)]; }
    [[nodiscard]] QStringView word(qsizetype index) const { return view(index, index + 1); }
    /// Text from token `begin` to before token `end`.
    [[nodiscard]] QStringView view(qsizetype begin, qsizetype end) const;
    /// True when token `index` exists and has any of these classes (shape bits).
    [[nodiscard]] bool is(qsizetype index, quint32 classes) const;
    [[nodiscard]] bool has(qsizetype index, quint8 shape) const;
    /// Compares with a lower-case ASCII word, any case in the text.
    [[nodiscard]] bool equals(qsizetype index, QLatin1String lower) const;
    /// True when the tokens stand in one sentence, so that a rule may look from one to the other.
    [[nodiscard]] bool together(qsizetype a, qsizetype b) const;
    /// A capitalised word that may stand inside a name of several words.
    [[nodiscard]] bool isNamePart(qsizetype index) const;
    /// A hyphen between two words, without spaces.
    [[nodiscard]] bool isHyphen(qsizetype index) const;
    [[nodiscard]] const QList<TokenRange> &sentences() const { return m_sentences; }
    [[nodiscard]] const ArticleText &text() const { return m_text; }
    [[nodiscard]] const Gazetteer &gazetteer() const { return m_gazetteer; }
    [[nodiscard]] QDate published() const { return m_published; }
    /// The lists that count in this article, the first one first. Borrowed.
    [[nodiscard]] const Watchlists &watchlists() const { return m_watchlists; }
    void setWatchlists(const Watchlists &lists) { m_watchlists = lists; }

private:
    void findLoudLines();
    const ArticleText &m_text;
    const Gazetteer &m_gazetteer;
    QDate m_published;
    Watchlists m_watchlists;
    QList<TokenRange> m_sentences;
    std::vector<AnalysedToken> m_tokens;
};

/// Something that may become a suggestion: tokens [begin, end).
struct Candidate
{
    qsizetype begin = 0;
    qsizetype end = 0;
    EntityType type = EntityType::Person;
    Rule rule = Rule::GazetteerPlace;
    float score = 0;         ///< what it is worth against overlapping ones; from the rule unless a stage says otherwise
    qsizetype evidence = -1; ///< token that the reason quotes; -1: none
    float probability = -1;  ///< that span and type are right, as whoever proposed it measured; -1: that of the rule
    quint32 entity = 0;      ///< candidates with the same number name the same thing; 0: not grouped yet
    QString norm;
    qint32 list = -1;   ///< number of the watchlist that names it; -1: none
    quint32 listed = 0; ///< its entry there
};

using Candidates = std::vector<Candidate>;

/// One step of detection: reads the article and what earlier stages found, adds, changes or
/// removes candidates. Stateless; one object serves all threads. Returns early when stopped.
class DetectionStage
{
public:
    virtual ~DetectionStage() = default;
    virtual void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const = 0;
};

} // namespace dateline
