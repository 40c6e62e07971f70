// SPDX-License-Identifier: Apache-2.0
#include "text/articletext.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr qsizetype HeadLines = 8;       ///< lines before the first paragraph that may be head matter
constexpr qsizetype DatelineReach = 120; ///< a dateline ends within so many units

/// Lines that make one paragraph: one, or several of a hard-wrapped text.
struct Group
{
    QList<Span> lines;
    QString text; ///< trimmed, lines joined by a space
    qsizetype words = 0;
    BlockKind kind = BlockKind::Paragraph;
};

bool isSentenceEnd(QStringView text)
{
    static const QString closers = u"\"'”’»)]“"_s;
    qsizetype end = text.size();
    while (end > 0 && closers.contains(text[end - 1]))
        --end;
    return end > 0 && u".!?…。！？۔։।"_s.contains(text[end - 1]);
}

qsizetype wordCount(QStringView text)
{
    qsizetype count = 0;
    bool isInside = false;
    for (const QChar c : text) {
        const bool isWord = c.isLetterOrNumber();
        if (isWord && !isInside)
            ++count;
        isInside = isWord || (isInside && !c.isSpace());
    }
    return count;
}

bool startsLower(QStringView text) { return !text.isEmpty() && text[0].isLower(); }

const QRegularExpression &bylinePattern()
{
    static const QRegularExpression pattern(
        uR"(^\(?(?:by|von|par|por|автор:?|reported by|written by|story by|text by|reporting by)\s+(\p{Lu}[\p{L}\p{M}.'’-]+(?:\s+(?:(?:and|und|et|y|и|de|van|von|der|al|bin)\s+)*[\p{Lu}][\p{L}\p{M}.'’-]*|\s*,\s*\p{Lu}[\p{L}\p{M}.'’-]+(?=\s+\p{Lu})|\s*&\s*\p{Lu}[\p{L}\p{M}.'’-]+){0,12})(?:\s*(?:,|\||/|—|–|\s-\s|\s(?:in|for)\s)\s*([\p{L}][\p{L}\p{M}\d.'’& -]{1,50}))?[;.]?)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// "By Jane Doe and John Roe, Reuters": the names and the agency, relative to `text`.
struct BylineParts
{
    Span names;
    Span agency;
};

std::optional<BylineParts> readByline(const QString &text)
{
    if (text.size() > 160 || wordCount(text) > 20 || text.isEmpty())
        return std::nullopt;
    const QChar first = text[0];
    if (!first.isUpper() && first != u'(')
        return std::nullopt;
    const QRegularExpressionMatch match = bylinePattern().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString names = match.captured(1);
    // The pattern ignores case for "BY"; names themselves begin with a capital.
    if (!names[0].isUpper())
        return std::nullopt;
    const bool isWhole = match.capturedEnd(0) >= text.size();
    const bool isCredit = (text.startsWith(u"Report"_s) || text.startsWith(u"(Report"_s)) && text.contains(u';');
    if (!isWhole && !isCredit)
        return std::nullopt;
    const QStringList parts = names.split(u' ', Qt::SkipEmptyParts);
    static const QStringList joiners{u"and"_s, u"und"_s, u"et"_s,  u"y"_s,  u"и"_s,   u"de"_s,
                                     u"van"_s, u"von"_s, u"der"_s, u"al"_s, u"bin"_s, u"&"_s};
    const bool areNames = std::all_of(parts.begin(), parts.end(),
                                      [](const QString &part) { return part[0].isUpper() || joiners.contains(part); });
    if (!areNames || parts.size() > 14 || isSentenceEnd(text.left(text.size())) != text.endsWith(u'.'))
        return std::nullopt;
    // One word after "By" that ends in a stop is a short sentence, not a name.
    if (parts.size() < 2 && !match.hasCaptured(2) && text.endsWith(u'.'))
        return std::nullopt;
    BylineParts result;
    result.names = {match.capturedStart(1), match.capturedEnd(1)};
    if (match.hasCaptured(2)) {
        const QString agency = match.captured(2);
        qsizetype end = match.capturedEnd(2);
        for (qsizetype i = agency.size(); i > 0 && agency[i - 1].isSpace(); --i)
            --end;
        if (agency[0].isUpper())
            result.agency = {match.capturedStart(2), end};
    }
    while (result.names.end > result.names.begin && text[result.names.end - 1].isSpace())
        --result.names.end;
    return result;
}

bool isDateOrTime(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:published|updated|last updated|posted|опубликовано|обновлено)\b.{0,60}|(?:\p{L}{2,12},?\s+)?(?:\d{1,2}[.\s/-]+(?:\p{L}{3,10}\.?|\d{1,2})[,.\s/-]*(?:\d{2,4})?|\p{L}{3,10}\.?\s+\d{1,2},?(?:\s+\d{4})?|\d{4}-\d{2}-\d{2})[,\s/|T-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*\(?[A-Z]{0,5}\)?)?|\d{1,2}[:.]\d{2}\s*(?:[AaPp][Mm])?)$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.size() <= 80 && pattern.match(text).hasMatch();
}

bool isListItem(const QString &text)
{
    static const QRegularExpression pattern(uR"(^(?:[•▪●◦‣·*][\s\x{A0}]*|-\s+|–\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)\S)"_s);
    return pattern.match(text).hasMatch();
}

bool isCaption(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:©|\(?(?:photo|image|picture|caption|illustration|file photo|фото|иллюстрация|foto)\b\s*(?::|by\b|courtesy\b|credit\b|/|©|—|–)|FILE\s*[-–—]\s))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.size() <= 400 && pattern.match(text).hasMatch();
}

bool isWholeQuote(const QString &text)
{
    if (text.size() < 8)
        return false;
    static const QString openers = u"\"“«„"_s;
    static const QString closers = u"\"”»“"_s;
    const qsizetype kind = openers.indexOf(text.front());
    if (kind < 0)
        return false;
    QStringView inner = QStringView(text).sliced(1);
    while (!inner.isEmpty() && u".,"_s.contains(inner.back()))
        inner.chop(1);
    if (inner.isEmpty() || inner.back() != closers[kind])
        return false;
    inner.chop(1);
    return !inner.contains(closers[kind]);
}

/// A label of the site, not of the article ("All news", "Politics").
bool isSectionLabel(const QString &text)
{
    static const QStringList labels{u"all news"_s,    u"news"_s,        u"world"_s,       u"world news"_s, u"politics"_s,
                                    u"business"_s,    u"economy"_s,     u"sport"_s,       u"sports"_s,     u"breaking news"_s,
                                    u"top stories"_s, u"latest news"_s, u"top news"_s,    u"home"_s,       u"opinion"_s,
                                    u"culture"_s,     u"science"_s,     u"все новости"_s, u"новости"_s,    u"политика"_s,
                                    u"в мире"_s,      u"экономика"_s,   u"общество"_s,    u"спорт"_s,      u"главное"_s,
                                    u"vesti"_s,       u"sve vesti"_s,   u"svet"_s,        u"politika"_s};
    return labels.contains(text.toLower());
}

struct DatelineParts
{
    Span whole;
    Span agency;
};

/// The dateline that `text` begins with, relative to it. Any agency, any script with capitals.
std::optional<DatelineParts> readDateline(QStringView text)
{
    static const QString place = uR"((?:\p{Lu}[\p{Lu}\p{M}.'’]+(?:[ -][\p{Lu}][\p{Lu}\p{M}.'’]*){0,4}))"_s;
    static const QString title = uR"((?:\p{Lu}[\p{L}\p{M}.'’]+(?:[ -]\p{Lu}[\p{L}\p{M}.'’]*){0,3}))"_s;
    static const QString region = uR"((?:,\s(?!\p{L}{3,9}\.?\s\d)\p{Lu}[\p{L}\p{M}.'’]*(?:[ -]\p{Lu}[\p{L}\p{M}.'’]*){0,3})?)"_s;
    static const QString date =
        uR"((?:[,.]?\s(?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,10}\.?|\d{1,2}\.\d{1,2}\.?)(?:,?\s\d{4})?))"_s;
    static const QString bracketed = uR"(\((?<bracketed>[^()\n]{2,40})\))"_s;
    static const QString slashed = uR"(/(?<slashed>[^/\n]{2,40})/)"_s;
    static const QString dash = uR"((?:[—–―]|--?)(?=\s|$))"_s;
    const auto compile = [](const QString &pattern) {
        return QRegularExpression(u"^(?:"_s + pattern + u")"_s, QRegularExpression::UseUnicodePropertiesOption);
    };
    static const QList<QRegularExpression> patterns{
        // MOSCOW, March 21. /TASS/.   LONDON, 21 March 2024 /PRNewswire/ --
        compile(u"(?:%1|%2)%3%4?[.,]?\\s{0,2}%5(?:\\.|\\s?%6)?"_s.arg(place, title, region, date, slashed, dash)),
        // PARIS (AFP) —   BEIJING, Oct. 3 (Xinhua) --   Paris (AFP) -
        compile(u"(?:%1|%2)%3%4?[.,]?\\s%5\\s?(?:%6|[.:])"_s.arg(place, title, region, date, bracketed, dash)),
        // МОСКВА, 21 мар - РИА Новости.   MOSCOW. March 21. INTERFAX -
        compile(u"%1%2%3[.]?\\s%4\\s(?<bare>\\p{Lu}[\\p{L}\\p{M}-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}-]*){0,2})\\."_s.arg(place, region,
                                                                                                                  date, dash)),
        compile(u"%1%2%3\\.\\s(?<bare>\\p{Lu}{2}[\\p{Lu}.]*)\\s%4"_s.arg(place, region, date, dash)),
        // WASHINGTON —   NEW YORK, March 3 -
        compile(u"%1%2%3?\\.?\\s?%4"_s.arg(place, region, date, dash)),
        // (Reuters) -   /TASS/.
        compile(u"%1\\s?%2"_s.arg(bracketed, dash)),
        compile(u"%1\\s?(?:\\.|%2)"_s.arg(slashed, dash)),
        // MOSCOW, March 21.
        compile(u"%1%2%3\\.(?=\\s)"_s.arg(place, region, date)),
    };
    const QString start = text.first(std::min(text.size(), DatelineReach)).toString();
    for (const QRegularExpression &pattern : patterns) {
        const QRegularExpressionMatch match = pattern.match(start);
        // A dateline introduces a sentence.
        if (!match.hasMatch() || QStringView(text).sliced(match.capturedEnd()).trimmed().isEmpty())
            continue;
        DatelineParts parts;
        parts.whole = {0, match.capturedEnd()};
        for (const QString &name : {u"slashed"_s, u"bracketed"_s, u"bare"_s}) {
            if (pattern.namedCaptureGroups().contains(name) && match.hasCaptured(name))
                parts.agency = {match.capturedStart(name), match.capturedEnd(name)};
        }
        return parts;
    }
    return std::nullopt;
}

QList<Group> groupsOf(const QString &text)
{
    QList<Span> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        if (end > begin)
            lines.append({begin, end});
        begin = end + 1;
    }
    // A hard-wrapped text has blank lines between paragraphs and several short lines in each.
    qsizetype adjacent = 0;
    qsizetype continued = 0;
    qsizetype longest = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        longest = std::max(longest, lines[i].length());
        if (i > 0 && lines[i].begin == lines[i - 1].end + 1) {
            ++adjacent;
            const QStringView before = QStringView(text).sliced(lines[i - 1].begin, lines[i - 1].length()).trimmed();
            if (!isSentenceEnd(before) && lines[i - 1].length() >= 40)
                ++continued;
        }
    }
    const bool isWrapped = longest <= 100 && continued * 2 > adjacent && adjacent * 3 > lines.size();

    QList<Group> groups;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = text.mid(lines[i].begin, lines[i].length()).trimmed();
        const bool joins = isWrapped && !groups.isEmpty() && lines[i].begin == lines[i - 1].end + 1
                        && !groups.last().text.isEmpty() && !line.isEmpty() && !isListItem(line);
        if (!joins)
            groups.append(Group{});
        groups.last().lines.append(lines[i]);
        if (groups.last().text.isEmpty())
            groups.last().text = line;
        else if (!line.isEmpty())
            groups.last().text += u' ' + line;
    }
    for (Group &group : groups)
        group.words = wordCount(group.text);
    return groups;
}

bool isBody(const Group &group)
{
    if (readDateline(group.text))
        return true;
    // A colon at the end introduces what follows, a comma or semicolon goes on.
    if (group.text.size() > 350 || group.text.endsWith(u':') || group.text.endsWith(u',') || group.text.endsWith(u';'))
        return true;
    if (!isSentenceEnd(group.text))
        return false;
    // "Will Serbia join the EU?" may be a headline; a full stop makes a sentence.
    const QChar last = group.text.back();
    return !(group.words <= 16 && (last == u'?' || last == u'!'));
}

/// Kinds of the lines before the first paragraph; returns how many there are.
qsizetype classifyHead(QList<Group> &groups)
{
    qsizetype body = 0;
    while (body < groups.size() && body < HeadLines && !isBody(groups[body]))
        ++body;
    if (body == groups.size() || body == HeadLines) {
        // No paragraph follows: only a lone first title line over more lines counts.
        const bool isTitled = groups.size() > 1 && body == HeadLines && groups[0].words >= 3 && groups[0].words <= 20;
        if (!isTitled)
            return 0;
        body = 1;
    }
    QList<qsizetype> candidates;
    for (qsizetype i = 0; i < body; ++i) {
        Group &group = groups[i];
        group.kind = BlockKind::Other;
        if (readByline(group.text))
            group.kind = BlockKind::Byline;
        else if (isCaption(group.text))
            group.kind = BlockKind::Caption;
        else if (group.words > 0 && !isDateOrTime(group.text) && !isSectionLabel(group.text))
            candidates.append(i);
    }
    if (candidates.isEmpty())
        return body;
    // A hand-wrapped paragraph that goes on in the next line is no headline.
    const auto isContinued = [&groups](qsizetype i) {
        return i + 1 < groups.size() && groups[i + 1].lines.first().begin == groups[i].lines.last().end + 1
            && startsLower(groups[i + 1].text);
    };
    const auto looksLikeHeadline = [&groups](qsizetype i) {
        return groups[i].words >= 4 && groups[i].words <= 28 && groups[i].text.size() <= 200;
    };
    qsizetype headline = candidates.first();
    if (isContinued(headline) || groups[headline].text.size() > 250) {
        for (const qsizetype i : std::as_const(candidates))
            groups[i].kind = BlockKind::Paragraph;
        return body;
    }
    if (groups[headline].words <= 2 || (groups[headline].words == 3 && candidates.size() > 2)) {
        const auto better = std::find_if(candidates.begin() + 1, candidates.end(), looksLikeHeadline);
        if (better != candidates.end())
            headline = *better;
    }
    bool hasLede = false;
    for (const qsizetype i : std::as_const(candidates)) {
        Group &group = groups[i];
        if (i == headline) {
            group.kind = BlockKind::Headline;
        } else if (i > headline && !hasLede && group.words >= 6) {
            group.kind = BlockKind::Lede;
            hasLede = true;
        }
    }
    return body;
}

void classifyBody(QList<Group> &groups, qsizetype from)
{
    const auto isParagraphLike = [&groups](qsizetype i) {
        return i >= 0 && i < groups.size()
            && (isSentenceEnd(groups[i].text) || groups[i].text.size() > 140 || readDateline(groups[i].text));
    };
    for (qsizetype i = from; i < groups.size(); ++i) {
        Group &group = groups[i];
        const QString &text = group.text;
        if (text.isEmpty()) {
            group.kind = BlockKind::Other;
        } else if (readByline(text)) {
            group.kind = BlockKind::Byline;
        } else if (isCaption(text)) {
            group.kind = BlockKind::Caption;
        } else if (isListItem(text)) {
            group.kind = BlockKind::ListItem;
        } else if (isWholeQuote(text)) {
            group.kind = BlockKind::Quote;
        } else if (i > 0 && text.size() <= 90 && group.words >= 1 && group.words <= 12 && !isSentenceEnd(text)
                   && !startsLower(text) && !u",;:-–—"_s.contains(text.back()) && isParagraphLike(i + 1)
                   && !startsLower(groups[i + 1].text) && i > from) {
            group.kind = BlockKind::Crosshead;
        }
    }
}

/// Offset of the first unit of the trimmed line.
qsizetype textStart(const QString &text, const Span &line)
{
    qsizetype at = line.begin;
    while (at < line.end && text[at].isSpace())
        ++at;
    return at;
}

} // namespace

StructureAnalysis analyseStructure(const QString &text)
{
    QList<Group> groups = groupsOf(text);
    const qsizetype body = groups.size() > 1 ? classifyHead(groups) : 0;
    classifyBody(groups, body);

    StructureAnalysis result;
    qsizetype paragraphs = 0;
    for (const Group &group : std::as_const(groups)) {
        for (const Span &line : group.lines)
            result.blocks.append({line, group.kind});
        const Span first = group.lines.first();
        const qsizetype start = textStart(text, first);
        const QStringView line = QStringView(text).sliced(start, first.end - start);
        const auto add = [&result, start](const Span &span, StructureKind kind) {
            if (!span.isEmpty())
                result.structures.append({{start + span.begin, start + span.end}, kind});
        };
        if (group.kind == BlockKind::Byline && group.lines.size() == 1) {
            if (const auto byline = readByline(line.trimmed().toString())) {
                add(byline->names, StructureKind::Byline);
                add(byline->agency, StructureKind::Agency);
            }
        } else if (group.kind == BlockKind::Paragraph && !line.isEmpty()) {
            // Beyond the first paragraphs capitals and a dash are emphasis, unless an agency is named.
            const auto dateline = readDateline(line);
            if (dateline && (paragraphs < 3 || !dateline->agency.isEmpty())) {
                add(dateline->whole, StructureKind::Dateline);
                add(dateline->agency, StructureKind::Agency);
            }
            ++paragraphs;
        }
    }
    return result;
}

} // namespace dateline
