// SPDX-License-Identifier: Apache-2.0
// brat standoff: NAME.ann with its NAME.txt beside it, whichever of the two is opened.
#include "formats/bratformat.h"
#include "formats/formatfunctions.h"

#include "formats/importedarticle.h"
#include "formats/localids.h"
#include "text/decoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::BratFormat)
};

/// "3 7;8 13" -> pairs of code points; empty when it is no such list.
QList<Span> placesOf(QStringView list)
{
    QList<Span> places;
    for (const QStringView piece : list.split(u';')) {
        const QList<QStringView> ends = piece.trimmed().split(u' ', Qt::SkipEmptyParts);
        bool isStart = false;
        bool isEnd = false;
        if (ends.size() != 2)
            return {};
        places.append({ends[0].toLongLong(&isStart), ends[1].toLongLong(&isEnd)});
        if (!isStart || !isEnd)
            return {};
    }
    return places;
}

class BratReader
{
public:
    BratReader(const QString &text, IssueLog &log) : m_log(log), m_labels(log), m_article(text, log) { }

    LoadedArticle read(const QString &annotations)
    {
        // References may go forward, so mentions come first.
        QList<QPair<QStringList, qint64>> others;
        qint64 number = 0;
        for (QStringView line : QStringView(annotations).split(u'\n')) {
            ++number;
            if (line.endsWith(u'\r'))
                line.chop(1);
            if (line.trimmed().isEmpty())
                continue;
            const qsizetype first = line.indexOf(u'\t');
            const qsizetype second = first < 0 ? -1 : line.indexOf(u'\t', first + 1);
            const QStringList fields{line.first(first < 0 ? line.size() : first).toString(),
                                     first < 0 ? QString() : line.mid(first + 1, second < 0 ? -1 : second - first - 1).toString(),
                                     second < 0 ? QString() : cleaned(line.sliced(second + 1).toString())};
            if (first <= 0 || !QStringView(u"TEARMN#*").contains(fields[0].at(0)))
                bad(number);
            else if (fields[0].at(0) == u'T')
                readMention(fields, number);
            else
                others.append({fields, number});
        }
        giveIds();
        for (const auto &[fields, line] : std::as_const(others)) {
            if (fields[0].at(0) == u'E')
                m_triggers.insert(fields[0], fields[1].section(u' ', 0, 0).section(u':', 1));
        }
        for (const auto &[fields, line] : std::as_const(others))
            readOther(fields, line);
        finishEntities();
        for (const Mention &mention : std::as_const(m_mentions))
            m_article.add(mention);
        return m_article.finish(m_labels, {0, {}, AgentKind::Human, m_mentions.isEmpty() ? QString() : u"brat"_s, {}});
    }

private:
    void bad(qint64 line) { m_log.add(Severity::Error, Messages::tr("This is no line of brat's; it is left out."), line); }

    void lost(qint64 line)
    {
        m_log.add(Severity::Warning, Messages::tr("The line refers to an annotation that is not there; it is left out."), line);
    }

    void readMention(const QStringList &fields, qint64 line)
    {
        const qsizetype space = fields[1].indexOf(u' ');
        const QList<Span> places = space < 0 ? QList<Span>() : placesOf(QStringView(fields[1]).sliced(space + 1));
        if (places.isEmpty()) {
            bad(line);
            return;
        }
        Mention mention;
        mention.status = Status::Accepted;
        mention.type = m_labels.typeFor(fields[1].first(space), line);
        mention.spans = joinedSpans(spansOf(places, fields[2], line));
        if (mention.spans.isEmpty())
            return;
        m_rows.insert(fields[0], m_mentions.size());
        m_fileIds.append(fields[0]);
        m_mentions.append(mention);
    }

    /// The pieces as noted when they read as the quote, or when there is none; else looked for.
    QList<Span> spansOf(const QList<Span> &places, const QString &quote, qint64 line)
    {
        QList<Span> spans;
        QStringList words;
        for (const Span &place : places) {
            if (const std::optional<Span> span = m_article.spanAt(place.begin, place.end)) {
                spans.append(*span);
                words.append(m_article.text().view(*span).toString().replace(u'\n', u' '));
            }
        }
        if (spans.size() == places.size()
            && (quote.isEmpty() || quote == words.join(u' ') || quote.trimmed() == words.join(u' ').trimmed()))
            return spans;
        if (places.size() == 1) {
            const std::optional<Span> span = m_article.place(places.first().begin, places.first().end, quote, line);
            return span ? QList<Span>{*span} : QList<Span>();
        }
        m_log.add(Severity::Error,
                  spans.isEmpty() ? Messages::tr("“%1” has no place in the text and is left out.").arg(quote)
                                  : Messages::tr("The pieces of “%1” do not read so in the text. Check this place.").arg(quote),
                  line, spans.isEmpty() ? -1 : spans.first().begin);
        return spans;
    }

    void giveIds()
    {
        LocalIds ids{u'T'};
        for (qsizetype i = 0; i < m_mentions.size(); ++i)
            m_mentions[i].id = ids.claim(m_fileIds.at(i));
        for (qsizetype i = 0; i < m_mentions.size(); ++i) {
            if (m_mentions.at(i).id == 0)
                m_mentions[i].id = ids.assign(m_fileIds.at(i));
        }
        m_parents.resize(size_t(m_mentions.size()));
        std::iota(m_parents.begin(), m_parents.end(), qsizetype(0));
    }

    /// The row of "T3", or of the trigger of "E3"; -1: there is none.
    [[nodiscard]] qsizetype rowOf(const QString &target) const { return m_rows.value(m_triggers.value(target, target), -1); }

    void readOther(const QStringList &fields, qint64 line)
    {
        const QStringList words = fields[1].split(u' ', Qt::SkipEmptyParts);
        const QChar kind = fields[0].at(0);
        if (words.size() < 2) {
            // An event may stand without arguments.
            if (kind != u'E' || rowOf(fields[0]) < 0)
                bad(line);
            return;
        }
        if (kind == u'E') {
            readEvent(fields[0], words, line);
            return;
        }
        if (kind == u'R') {
            readRelation(words, line);
            return;
        }
        if (kind == u'*') {
            readEquivalence(words, line);
            return;
        }
        const qsizetype row = rowOf(words.at(1));
        if (row < 0)
            lost(line);
        else if (kind == u'N')
            readReference(m_mentions[row], words, line);
        else if (kind == u'#')
            readNote(row, words.first(), fields[2], line);
        else
            readAttribute(m_mentions[row], words.first(), words.mid(2).join(u' '));
    }

    static void readAttribute(Mention &mention, const QString &name, const QString &value)
    {
        if (name == brat::Status && statusFromName(value))
            mention.status = *statusFromName(value);
        else if (name == brat::Unsure && value.isEmpty())
            mention.isUnsure = true;
        else if (bool isNumber = false;
                 name == brat::Confidence && value.toDouble(&isNumber) >= 0 && isNumber && value.toDouble() <= 1)
            mention.confidence = std::round(value.toDouble() * 100) / 100;
        else
            mention.attributes.append({cleaned(name), cleaned(value)});
    }

    void readReference(Mention &mention, const QStringList &words, qint64 line)
    {
        const QString reference = cleaned(words.value(2));
        if (reference.isEmpty())
            bad(line);
        else if (mention.link.isEmpty())
            mention.link = brat::linkOf(reference);
        else
            mention.attributes.append({cleaned(words.first()), reference});
    }

    void readNote(qsizetype row, const QString &type, const QString &raw, qint64 line)
    {
        Mention &mention = m_mentions[row];
        const QString text = raw.trimmed();
        const Attribute pair{text.section(u'\t', 0, 0), text.section(u'\t', 1)};
        if (type == brat::AnnotatorNote)
            mention.notes.append({0, {}, text});
        else if (type == brat::NormNote && mention.norm.isEmpty())
            mention.norm = text;
        else if (type == brat::ReasonNote && mention.why.isEmpty())
            mention.why = text;
        else if (type == brat::LinkNote && mention.link.isEmpty())
            mention.link = text;
        else if (type == brat::AttributeNote)
            mention.attributes.append({raw.section(u'\t', 0, 0), raw.section(u'\t', 1)});
        else if (type == brat::EntityNote)
            m_details[row].name = text;
        else if (type == brat::EntityTypeNote)
            m_details[row].type = m_labels.typeFor(text, line);
        else if (type == brat::EntityLinkNote)
            m_details[row].link = text;
        else if (type == brat::EntityNotesNote)
            m_details[row].notes.append({0, {}, text});
        else if (type == brat::EntityAttributeNote)
            m_details[row].attributes.append(pair);
        else
            mention.attributes.append({cleaned(type), text});
    }

    void addRelation(const QString &type, qsizetype from, qsizetype to)
    {
        QList<Relation> &relations = m_article.layer().relations;
        relations.append({quint32(relations.size()) + 1, cleaned(type), m_mentions.at(from).id, m_mentions.at(to).id});
    }

    void readRelation(const QStringList &words, qint64 line)
    {
        const qsizetype from = rowOf(words.value(1).section(u':', 1));
        const qsizetype to = rowOf(words.value(2).section(u':', 1));
        if (from < 0 || to < 0)
            lost(line);
        else
            addRelation(words.first(), from, to);
    }

    /// An event's arguments become relations from its trigger, named by their roles.
    void readEvent(const QString &id, const QStringList &words, qint64 line)
    {
        const qsizetype trigger = rowOf(id);
        for (const QString &argument : words.mid(1)) {
            const qsizetype row = rowOf(argument.section(u':', 1));
            if (trigger < 0 || row < 0)
                lost(line);
            else
                addRelation(argument.section(u':', 0, 0), trigger, row);
        }
    }

    void readEquivalence(const QStringList &words, qint64 line)
    {
        const qsizetype first = rowOf(words.at(1));
        for (const QString &target : words.mid(2)) {
            const qsizetype row = rowOf(target);
            if (first < 0 || row < 0)
                lost(line);
            else if (words.first() == "Equiv"_L1)
                m_parents[size_t(root(row))] = root(first);
            else
                addRelation(words.first(), first, row);
        }
    }

    qsizetype root(qsizetype row)
    {
        while (m_parents[size_t(row)] != row) {
            m_parents[size_t(row)] = m_parents[size_t(m_parents[size_t(row)])];
            row = m_parents[size_t(row)];
        }
        return row;
    }

    void finishEntities()
    {
        QMap<qsizetype, QList<qsizetype>> groups; // by their first row
        QHash<qsizetype, qsizetype> firsts;
        for (qsizetype row = 0; row < m_mentions.size(); ++row) {
            const qsizetype first = firsts.value(root(row), row);
            firsts.insert(root(row), first);
            groups[first].append(row);
        }
        Layer &layer = m_article.layer();
        for (const QList<qsizetype> &rows : std::as_const(groups)) {
            const auto described = std::find_if(rows.begin(), rows.end(),
                                                [this](qsizetype row) { return m_details.contains(row); });
            if (rows.size() < 2 && described == rows.end())
                continue;
            const Mention &first = m_mentions.at(rows.first());
            Entity entity = described == rows.end() ? Entity() : m_details.value(*described);
            entity.id = layer.nextEntityId();
            if (entity.type.isEmpty())
                entity.type = first.type;
            if (described == rows.end())
                entity.name = m_article.text().view(first.extent()).toString().simplified();
            layer.entities.insert(entity.id, entity);
            for (const qsizetype row : rows) {
                m_mentions[row].entity = entity.id;
                if (m_mentions.at(row).link == entity.link)
                    m_mentions[row].link.clear(); // it comes from the entity
            }
        }
    }

    IssueLog &m_log;
    LabelMap m_labels;
    ImportedArticle m_article;
    QList<Mention> m_mentions;
    QStringList m_fileIds;              ///< of m_mentions, "T1"
    QHash<QString, qsizetype> m_rows;   ///< "T1" -> row of m_mentions
    QHash<QString, QString> m_triggers; ///< "E1" -> "T1"
    QMap<qsizetype, Entity> m_details;  ///< what notes say of a mention's entity, by row
    std::vector<qsizetype> m_parents;   ///< groups of mentions, by row
};

Result<DecodedText> decoded(const QByteArray &bytes, const QString &name, const QString &encoding)
{
    if (bytes.isEmpty())
        return DecodedText{};
    Result<DecodedText> text = decodeText(bytes, encoding);
    if (text)
        return text;
    Error error = text.error();
    error.file = name;
    return error;
}

/// brat counts a byte-order mark as a character, other programs that write its files do not: the first
/// quote decides.
bool countsMark(const QString &text, const QString &annotations)
{
    for (const QString &line : annotations.split(u'\n')) {
        if (!line.startsWith(u'T') || line.count(u'\t') < 2)
            continue;
        const QString fields = line.section(u'\t', 1, 1);
        const QList<Span> places = placesOf(QStringView(fields).sliced(fields.indexOf(u' ') + 1));
        if (places.size() != 1)
            continue;
        const OffsetMap offsets(text);
        const qsizetype begin = offsets.toUtf16(places.first().begin);
        return text.mid(begin, offsets.toUtf16(places.first().end) - begin) != line.section(u'\t', 2).trimmed();
    }
    return false;
}

} // namespace

Result<ReadArticles> readBrat(const FormatInput &input)
{
    if (input.path.isEmpty())
        return Error{ErrorKind::Unsupported,
                     Messages::tr("brat is two files, .ann and .txt, and cannot be read from a stream. Name the .ann file."),
                     input.name, 0};
    const QFileInfo info(input.path);
    const bool isText = info.suffix().compare("ann"_L1, Qt::CaseInsensitive) != 0;
    const QString other = info.dir().filePath(info.completeBaseName() + (isText ? u".ann"_s : u".txt"_s));
    if (!QFileInfo::exists(other))
        return Error{ErrorKind::NotFound,
                     Messages::tr("The file that belongs to it is missing: %1. Put it into the same folder.")
                         .arg(QFileInfo(other).fileName()),
                     input.name, 0};
    ReadOptions options;
    const Result<QByteArray> bytes = readFileBytes(other, options, input.stop);
    if (!bytes)
        return bytes.error();
    const QString otherName = QDir::toNativeSeparators(other);
    const QString &annName = isText ? otherName : input.name;
    const QString &txtName = isText ? input.name : otherName;
    const Result<DecodedText> annotations = decoded(isText ? bytes.value() : input.bytes, annName, {});
    if (!annotations)
        return annotations.error();
    const Result<DecodedText> text = decoded(isText ? input.bytes : bytes.value(), txtName, input.encoding);
    if (!text)
        return text.error();
    QString raw = text.value().text;
    if (raw.trimmed().isEmpty())
        return Error{ErrorKind::Empty, Messages::tr("The file holds no text. Choose a file with an article in it."), txtName, 0};
    if (text.value().hasByteOrderMark && countsMark(raw, annotations.value().text))
        raw.prepend(QChar::ByteOrderMark);
    IssueLog log(annName);
    LoadedArticle loaded = BratReader(raw, log).read(annotations.value().text);
    for (Issue issue : text.value().issues) {
        issue.file = txtName;
        loaded.issues.append(issue);
    }
    loaded.issues += log.take();
    loaded.isEncodingCertain = text.value().isCertain;
    loaded.encodingCandidates = text.value().candidates;
    loaded.article.source.href = QFileInfo(txtName).fileName();
    loaded.article.source.format = u"text/plain"_s;
    loaded.article.source.encoding = text.value().encoding;
    return ReadArticles{{{QString(), loaded}}, {}};
}

} // namespace dateline
