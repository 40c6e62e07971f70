// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"

#include <span>

namespace dateline {

/// Reads one date or time expression that begins at a token and gives its normal form: TIMEX3
/// values as in ISO 8601 ("2024-03-21", "2024-W12", "199" for a decade, "2024-SU", "T09:00",
/// "XXXX-03-21" without a year). Relative ones resolve against the article's publication
/// date; without it only what the words say is given ("XXXX-WXX-4"). Borrows the article.
class DateParser
{
public:
    struct Match
    {
        qsizetype begin = 0;
        qsizetype end = 0; ///< tokens; empty: nothing here
        QString norm;
        bool isTime = false;
    };

    /// `everyContext`: the expression stands alone, so words that are ambiguous in running
    /// text ("May", "2020") count.
    explicit DateParser(const AnalysedArticle &article, bool everyContext = false);
    /// The longest expression that begins at token `at`.
    [[nodiscard]] Match parse(qsizetype at) const;

private:
    struct Found
    {
        qsizetype end = 0;
        QString norm;
    };
    [[nodiscard]] int number(qsizetype at) const;
    [[nodiscard]] int smallNumber(qsizetype at) const;
    [[nodiscard]] int dayNumber(qsizetype at) const;
    [[nodiscard]] int monthNumber(qsizetype at) const;
    [[nodiscard]] int weekdayNumber(qsizetype at) const;
    /// From 1: which of `names` begins the word; -1: none, or not a capitalised word of that class.
    [[nodiscard]] int nameNumber(qsizetype at, quint32 wordClass, std::span<const QLatin1String> names) const;
    [[nodiscard]] int year(qsizetype at) const;
    [[nodiscard]] bool isDash(qsizetype at) const;
    [[nodiscard]] QString partOfDay(qsizetype at) const;
    [[nodiscard]] QString season(qsizetype at) const;
    [[nodiscard]] bool looksAhead(qsizetype at) const;

    [[nodiscard]] Found core(qsizetype at) const;
    [[nodiscard]] Found numeric(qsizetype at) const;
    [[nodiscard]] Found monthFirst(qsizetype at) const;
    [[nodiscard]] Found dayFirst(qsizetype at) const;
    [[nodiscard]] Found weekday(qsizetype at, int shift) const;
    [[nodiscard]] Found relative(qsizetype at) const;
    [[nodiscard]] Found ago(qsizetype at) const;
    [[nodiscard]] Found yearOrDecade(qsizetype at) const;
    [[nodiscard]] Found time(qsizetype at) const;
    [[nodiscard]] Found inside(qsizetype at) const;
    [[nodiscard]] Found edge(qsizetype at) const;
    [[nodiscard]] Found counted(qsizetype at) const;

    [[nodiscard]] QString dayOf(int month, int day, int year) const;
    [[nodiscard]] QString monthOf(int month, int year, int shift) const;
    [[nodiscard]] QString unitOf(QLatin1String unit, int shift) const;

    const AnalysedArticle &m_article;
    bool m_everyContext;
};

} // namespace dateline
