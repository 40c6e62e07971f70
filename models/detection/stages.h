// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"

namespace dateline {

/// Entries of the gazetteer: the longest at each place whose capitals fit.
class GazetteerStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Names of the article's watchlists: the longest of each list at each place, worth more than all else.
class WatchlistStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Dates and times with their normal forms.
class DateStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Amounts of money and percentages.
class AmountStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Organisations by their head words, company forms, "Russian foreign ministry", acronyms.
class OrganisationStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Persons and places from runs of capitalised words and what stands beside them.
class NameStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Named summits, cups, elections, wars; peoples in the plural, "Russian-Serbian"; laws.
class EventStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// What the article itself says about a name: short forms of a full name, the same name in
/// other places (headlines too), acronyms in brackets, one type for all of a name.
class DocumentStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Keeps roles that stand beside a person's name, with the words around them that belong to
/// them, and drops the others.
class RoleStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Flat, non-overlapping, in order of place. What is worth more wins; a longer name wins over
/// what stands inside it.
class ChoiceStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Gives candidates that name the same thing the same entity number, from 1 in order of place.
class EntityStage : public DetectionStage
{
public:
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;
};

/// Appends a candidate with the rule's own score.
Candidate &addCandidate(Candidates &candidates, qsizetype begin, qsizetype end, EntityType type, Rule rule,
                        qsizetype evidence = -1);

/// True when a person's name can go through these tokens: end of the run of capitalised words,
/// initials, particles and hyphens that begins at `at`; `at` when none does.
[[nodiscard]] qsizetype nameRunEnd(const AnalysedArticle &article, qsizetype at);

} // namespace dateline
