// SPDX-License-Identifier: Apache-2.0
#include "formats/importedarticle.h"

#include "formats/exportedarticle.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ImportedArticle)
};

/// Labels of OntoNotes, CoNLL, ACE, WNUT and their like, in normal form. MISC has no like among our types: it
/// holds peoples, events and works alike.
constexpr auto Aliases = std::to_array<std::pair<QLatin1StringView, QLatin1StringView>>({
    {"per"_L1, "person"_L1},
    {"pers"_L1, "person"_L1},
    {"people"_L1, "person"_L1},
    {"organization"_L1, "organisation"_L1},
    {"company"_L1, "organisation"_L1},
    {"corporation"_L1, "organisation"_L1},
    {"location"_L1, "place"_L1},
    {"gpe"_L1, "place"_L1},
    {"fac"_L1, "place"_L1},
    {"facility"_L1, "place"_L1},
    {"geo"_L1, "place"_L1},
    {"geoloc"_L1, "place"_L1},
    {"country"_L1, "place"_L1},
    {"city"_L1, "place"_L1},
    {"nationality"_L1, "group"_L1},
    {"religion"_L1, "group"_L1},
    {"evt"_L1, "event"_L1},
    {"percentage"_L1, "percent"_L1},
    {"title"_L1, "role"_L1},
    {"position"_L1, "role"_L1},
    {"prod"_L1, "product"_L1},
    {"workofart"_L1, "product"_L1},
    {"creativework"_L1, "product"_L1},
    {"law"_L1, "product"_L1},
    {"vehicle"_L1, "product"_L1},
    {"weapon"_L1, "product"_L1},
});

constexpr qsizetype MostIssues = 1000;

/// "Work_of_Art" -> "workofart".
QString normalForm(const QString &label)
{
    QString form;
    for (const QChar c : label) {
        if (c != u'-' && c != u'_' && !c.isSpace())
            form += c.toLower();
    }
    return form;
}

QString shortened(const QString &quote)
{
    constexpr qsizetype Longest = 60;
    QString shown = quote.simplified();
    if (shown.size() > Longest)
        shown = shown.first(Longest - 1) + u'…';
    return shown;
}

QString digestOf(const QString &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex().first(24));
}

} // namespace

void IssueLog::add(Severity severity, const QString &message, qint64 line, qsizetype offset)
{
    if (m_issues.size() < MostIssues)
        m_issues.append({severity, message, m_file, line, offset});
    else
        ++m_suppressed;
}

IssueList IssueLog::take()
{
    if (m_suppressed > 0)
        m_issues.append(
            {Severity::Warning,
             Messages::tr("%n more problem(s) are not listed.", nullptr, int(std::min<qsizetype>(m_suppressed, 1'000'000'000))),
             m_file, 0, -1});
    m_suppressed = 0;
    return std::exchange(m_issues, {});
}

QString LabelMap::typeFor(const QString &label, qint64 line)
{
    if (const auto known = m_known.constFind(label); known != m_known.constEnd())
        return *known;
    const QString clean = cleaned(label).trimmed();
    const QString form = normalForm(clean);
    QString type = m_added.value(form);
    const QList<TypeDefinition> &builtIn = Tagset::news().types;
    for (qsizetype i = 0; type.isEmpty() && i < builtIn.size(); ++i) {
        const TypeDefinition &candidate = builtIn.at(i);
        if (form == candidate.id || form == normalForm(candidate.name) || form == normalForm(typeCode(candidate.id)))
            type = candidate.id;
    }
    for (std::size_t i = 0; type.isEmpty() && i < Aliases.size(); ++i) {
        if (form == Aliases[i].first)
            type = Aliases[i].second;
    }
    if (type.isEmpty()) {
        const TypeDefinition added = typeFromLabel(clean.isEmpty() ? u"Unlabelled"_s : clean);
        type = added.id;
        m_tagset.types.append(added);
        m_added.insert(form, type);
        m_log.add(Severity::Note,
                  clean.isEmpty() ? Messages::tr("A mention has no label; it got the type “Unlabelled”.")
                                  : Messages::tr("The label “%1” is not in the tagset; it became a type of its own.").arg(clean),
                  line);
    }
    m_known.insert(label, type);
    return type;
}

ImportedArticle::ImportedArticle(const QString &raw, IssueLog &log) : m_log(log)
{
    const NormalisedText normalised = normaliseText(raw);
    m_article.text = ArticleText(normalised.text);
    m_anchor = std::make_unique<QuoteAnchor>(m_article.text);
    m_isChanged = !normalised.droppedAt.isEmpty() || normalised.replaced > 0;
    if (m_isChanged) {
        m_raw = OffsetMap(raw);
        m_droppedAt = normalised.droppedAt;
    }
    if (normalised.replaced > 0)
        m_log.add(Severity::Warning,
                  Messages::tr("%n character(s) that XML cannot hold became U+FFFD.", nullptr,
                               int(std::min<qsizetype>(normalised.replaced, 1'000'000'000))),
                  0, normalised.firstReplaced);
    m_layer.info.stage = Stage::Draft;
}

std::optional<Span> ImportedArticle::spanAt(qint64 start, qint64 end) const
{
    const OffsetMap &counted = m_isChanged ? m_raw : m_article.text.offsets();
    if (start < 0 || start >= end || end > counted.codePointLength())
        return std::nullopt;
    Span span{counted.toUtf16(start), counted.toUtf16(end)};
    const auto before = [this](qsizetype at) {
        return std::lower_bound(m_droppedAt.cbegin(), m_droppedAt.cend(), at) - m_droppedAt.cbegin();
    };
    span = {span.begin - before(span.begin), span.end - before(span.end)};
    return span.isEmpty() ? std::nullopt : std::optional(span);
}

std::optional<Span> ImportedArticle::place(qint64 start, qint64 end, const QString &quote, qint64 line)
{
    const std::optional<Span> noted = spanAt(start, end);
    const QString words = cleaned(quote);
    if (noted && (words.isEmpty() || m_article.text.view(*noted) == words))
        return noted;
    if (words.isEmpty()) {
        m_log.add(Severity::Error,
                  Messages::tr("A mention from %1 to %2 is outside the text and is left out.").arg(start).arg(end), line);
        return std::nullopt;
    }
    const OffsetMap &offsets = m_article.text.offsets();
    const QuoteAnchor::Place found = noted
                                       ? m_anchor->find(offsets.toCodePoint(noted->begin), offsets.toCodePoint(noted->end), words)
                                       : m_anchor->find(start, end, words);
    if (found.verdict == QuoteAnchor::Verdict::Moved) {
        m_log.add(Severity::Warning,
                  Messages::tr("The span from %1 to %2 did not quote “%3”; it was placed where the text says this.")
                      .arg(start)
                      .arg(end)
                      .arg(shortened(words)),
                  line, found.span.begin);
        return found.span;
    }
    if (!noted) {
        m_log.add(Severity::Error,
                  Messages::tr("The span from %1 to %2 is outside the text, and “%3” is not found: it is left out.")
                      .arg(start)
                      .arg(end)
                      .arg(shortened(words)),
                  line);
        return std::nullopt;
    }
    m_log.add(Severity::Error,
              Messages::tr("The span from %1 to %2 quotes “%3”, but the text says “%4” there. Check this place.")
                  .arg(start)
                  .arg(end)
                  .arg(shortened(words), shortened(m_article.text.view(*noted).toString())),
              line, noted->begin);
    return noted;
}

void ImportedArticle::add(Mention mention)
{
    mention.origin = Author; // addLayer() would otherwise change them one by one
    m_layer.mentions.insert(mention);
}

LoadedArticle ImportedArticle::finish(const LabelMap &labels, Agent by)
{
    LoadedArticle loaded;
    m_article.tagset = labels.tagset();
    if (!m_layer.mentions.isEmpty() || !by.name.isEmpty()) {
        if (by.name.isEmpty())
            by.name = u"Imported"_s;
        if (by.uid.isEmpty())
            by.uid = u"imported-"_s + digestOf(by.name);
        if (m_layer.info.uid.isEmpty())
            m_layer.info.uid = u"imported-"_s + digestOf(m_article.text.digest() + by.uid);
        m_article.addLayer(std::move(m_layer), by);
    }
    loaded.article = std::move(m_article);
    return loaded;
}

QString cleaned(const QString &value) { return normaliseText(value).text; }

} // namespace dateline
