// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace dateline {

/// Why something was suggested. Each rule has a measured confidence and a sentence.
enum class Rule : quint8 {
    GazetteerPlace,
    GazetteerCity,
    GazetteerGroup,
    GazetteerOrganisation,
    GazetteerEvent,
    GazetteerProduct,
    GazetteerTopic,
    GazetteerRole,
    FullName, ///< given name with family name
    NameAfterRole,
    NameBeforeSpeech,
    NameByShape, ///< two or three capitalised words, nothing else known
    SingleName,  ///< one capitalised word that acts like a person
    GivenNameAlone,
    ShortName, ///< part of a name seen elsewhere in the article
    OrganisationHead,
    OrganisationOf,
    OrganisationCountry, ///< "Russian foreign ministry"
    CompanyForm,
    Acronym,
    AcronymInBrackets,
    DatelineAgency,
    DatelinePlace,
    PlaceHeadWord,
    PlaceByPreposition,
    PlacePair, ///< "Bor, Serbia"
    GroupPlural,
    GroupPair, ///< "Russian-Serbian"
    RoleBeside,
    EventPattern,
    ProductPattern,
    DateExpression,
    TimeExpression,
    MoneyAmount,
    PercentAmount,
    TopicPattern,
    SameName, ///< same words found elsewhere in the article
    GazetteerPerson,
    Watchlist,       ///< the desk's own list
    TaggerWord,      ///< the tagger, most of all by the name's own words
    TaggerBefore,    ///< … by the word before
    TaggerAfter,     ///< … by the word after
    TaggerRun,       ///< … by the capitalised words that stand together
    TaggerElsewhere, ///< … by what the article says of it elsewhere
    TaggerEntry,     ///< … by the gazetteer
    Last = TaggerEntry
};

/// Probability that a suggestion of this rule is right (span and type), 0…1, measured as
/// docs/detection.md says.
[[nodiscard]] double confidenceOf(Rule rule);
/// True when the tagger decided; such a candidate has a confidence of its own.
[[nodiscard]] constexpr bool isTagger(Rule rule) { return rule >= Rule::TaggerWord; }
/// What a candidate of this rule is worth at first against overlapping ones. Set by hand, apart
/// from the confidence: a name by its shape may be the best reading and still be unsure.
[[nodiscard]] float worthOf(Rule rule);
/// The reason in words, in the language of the user interface; `evidence` is a word of the
/// text that decided, may be empty; `line` its line, from 1.
[[nodiscard]] QString reasonFor(Rule rule, QStringView evidence, qsizetype line);

} // namespace dateline
