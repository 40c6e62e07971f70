// SPDX-License-Identifier: Apache-2.0
#include "detection/rules.h"

#include <QCoreApplication>

#include <array>

namespace dateline {

namespace {

struct RuleInfo
{
    Rule rule;
    double confidence;  ///< measured
    float worth;        ///< against overlapping candidates
    const char *reason; ///< %1: the evidence, %2: the line
};

// Confidences: scripts and corpora as docs/detection.md says, rounded to two decimals.
constexpr std::array Rules{
    RuleInfo{Rule::GazetteerPlace, 0.88, 0.90f, QT_TRANSLATE_NOOP("dateline::Detector", "a place of the gazetteer")},
    RuleInfo{Rule::GazetteerCity, 0.73, 0.75f, QT_TRANSLATE_NOOP("dateline::Detector", "a city or region of the gazetteer")},
    RuleInfo{Rule::GazetteerGroup, 0.87, 0.91f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a people, religion or party's members of the gazetteer")},
    RuleInfo{Rule::GazetteerOrganisation, 0.86, 0.87f,
             QT_TRANSLATE_NOOP("dateline::Detector", "an organisation of the gazetteer")},
    RuleInfo{Rule::GazetteerEvent, 0.90, 0.80f, QT_TRANSLATE_NOOP("dateline::Detector", "an event of the gazetteer")},
    RuleInfo{Rule::GazetteerProduct, 0.70, 0.70f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a product or treaty of the gazetteer")},
    RuleInfo{Rule::GazetteerTopic, 0.49, 0.55f, QT_TRANSLATE_NOOP("dateline::Detector", "a topic of policy news")},
    RuleInfo{Rule::GazetteerRole, 0.80, 0.80f, QT_TRANSLATE_NOOP("dateline::Detector", "a title or office")},
    RuleInfo{Rule::FullName, 0.76, 0.88f, QT_TRANSLATE_NOOP("dateline::Detector", "a name that begins with the given name “%1”")},
    RuleInfo{Rule::NameAfterRole, 0.90, 0.90f, QT_TRANSLATE_NOOP("dateline::Detector", "a name after the title “%1” on line %2")},
    RuleInfo{Rule::NameBeforeSpeech, 0.63, 0.80f, QT_TRANSLATE_NOOP("dateline::Detector", "a name beside “%1” on line %2")},
    RuleInfo{Rule::NameByShape, 0.40, 0.60f,
             QT_TRANSLATE_NOOP("dateline::Detector", "capitalised words in the shape of a person's name")},
    RuleInfo{Rule::SingleName, 0.31, 0.45f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a capitalised word that acts like a person")},
    RuleInfo{Rule::GivenNameAlone, 0.38, 0.60f, QT_TRANSLATE_NOOP("dateline::Detector", "a given name")},
    RuleInfo{Rule::ShortName, 0.75, 0.88f, QT_TRANSLATE_NOOP("dateline::Detector", "part of the name “%1” on line %2")},
    RuleInfo{Rule::OrganisationHead, 0.77, 0.72f,
             QT_TRANSLATE_NOOP("dateline::Detector", "an organisation's name by its word “%1”")},
    RuleInfo{Rule::OrganisationOf, 0.81, 0.78f,
             QT_TRANSLATE_NOOP("dateline::Detector", "an organisation's name that begins with “%1”")},
    RuleInfo{Rule::OrganisationCountry, 0.88, 0.88f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a ministry named with its country, “%1”")},
    RuleInfo{Rule::CompanyForm, 0.83, 0.85f, QT_TRANSLATE_NOOP("dateline::Detector", "a company by its form “%1”")},
    RuleInfo{Rule::Acronym, 0.81, 0.60f, QT_TRANSLATE_NOOP("dateline::Detector", "an acronym")},
    RuleInfo{Rule::AcronymInBrackets, 0.98, 0.88f, QT_TRANSLATE_NOOP("dateline::Detector", "the acronym of “%1” on line %2")},
    RuleInfo{Rule::DatelineAgency, 0.71, 0.95f, QT_TRANSLATE_NOOP("dateline::Detector", "the agency in the dateline")},
    RuleInfo{Rule::DatelinePlace, 0.95, 0.93f, QT_TRANSLATE_NOOP("dateline::Detector", "the place in the dateline")},
    RuleInfo{Rule::PlaceHeadWord, 0.88, 0.70f, QT_TRANSLATE_NOOP("dateline::Detector", "a place's name by its word “%1”")},
    RuleInfo{Rule::PlaceByPreposition, 0.86, 0.60f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a name after “%1” on line %2, as places stand")},
    RuleInfo{Rule::PlacePair, 0.51, 0.85f, QT_TRANSLATE_NOOP("dateline::Detector", "a name before the place “%1”")},
    RuleInfo{Rule::GroupPlural, 0.90, 0.60f, QT_TRANSLATE_NOOP("dateline::Detector", "a people or following, in the plural")},
    RuleInfo{Rule::GroupPair, 0.82, 0.88f, QT_TRANSLATE_NOOP("dateline::Detector", "two peoples joined by a hyphen")},
    RuleInfo{Rule::RoleBeside, 0.78, 0.82f, QT_TRANSLATE_NOOP("dateline::Detector", "a title or office beside the name “%1”")},
    RuleInfo{Rule::EventPattern, 0.82, 0.65f, QT_TRANSLATE_NOOP("dateline::Detector", "a named event by its word “%1”")},
    RuleInfo{Rule::ProductPattern, 0.64, 0.55f,
             QT_TRANSLATE_NOOP("dateline::Detector", "a named law, treaty or product by its word “%1”")},
    RuleInfo{Rule::DateExpression, 0.95, 0.92f, QT_TRANSLATE_NOOP("dateline::Detector", "a date expression")},
    RuleInfo{Rule::TimeExpression, 0.95, 0.85f, QT_TRANSLATE_NOOP("dateline::Detector", "a time of day")},
    RuleInfo{Rule::MoneyAmount, 0.96, 0.90f, QT_TRANSLATE_NOOP("dateline::Detector", "an amount with a currency")},
    RuleInfo{Rule::PercentAmount, 0.95, 0.95f, QT_TRANSLATE_NOOP("dateline::Detector", "a percentage")},
    RuleInfo{Rule::TopicPattern, 0.50, 0.50f, QT_TRANSLATE_NOOP("dateline::Detector", "a topic of policy news around “%1”")},
    RuleInfo{Rule::SameName, 0.63, 0.80f, QT_TRANSLATE_NOOP("dateline::Detector", "the same name as on line %2")},
    RuleInfo{Rule::GazetteerPerson, 0.95, 0.95f, QT_TRANSLATE_NOOP("dateline::Detector", "a public figure of the gazetteer")},
    RuleInfo{Rule::Watchlist, 0.99, 1.00f, QT_TRANSLATE_NOOP("dateline::Detector", "on the watchlist “%1”")},
    RuleInfo{Rule::TaggerWord, 0.85, 1.0f, QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by the word “%1” and its form")},
    RuleInfo{Rule::TaggerBefore, 0.85, 1.0f, QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by “%1” before it on line %2")},
    RuleInfo{Rule::TaggerAfter, 0.85, 1.0f, QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by “%1” after it on line %2")},
    RuleInfo{Rule::TaggerRun, 0.85, 1.0f,
             QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by the capitalised words around “%1”")},
    RuleInfo{Rule::TaggerElsewhere, 0.85, 1.0f,
             QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by what the article says of “%1” elsewhere")},
    RuleInfo{Rule::TaggerEntry, 0.85, 1.0f,
             QT_TRANSLATE_NOOP("dateline::Detector", "the tagger, by the gazetteer's entry for “%1”")},
};

static_assert(Rules.size() == size_t(Rule::Last) + 1);

constexpr bool inOrder()
{
    for (size_t i = 0; i < Rules.size(); ++i) {
        if (size_t(Rules[i].rule) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

double confidenceOf(Rule rule) { return Rules[size_t(rule)].confidence; }

QString reasonFor(Rule rule, QStringView evidence, qsizetype line)
{
    // Not arg(a, b): a text that itself holds "%2" must come out as it is.
    QString reason = QCoreApplication::translate("dateline::Detector", Rules[size_t(rule)].reason);
    reason.replace(QLatin1String("%2"), QString::number(line));
    return reason.replace(QLatin1String("%1"), evidence.toString());
}

float worthOf(Rule rule) { return Rules[size_t(rule)].worth; }

} // namespace dateline
