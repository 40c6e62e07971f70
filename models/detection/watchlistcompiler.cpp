// SPDX-License-Identifier: Apache-2.0
#include "detection/watchlistcompiler.h"

#include "detection/watchlist.h"
#include "text/folding.h"
#include "text/separatedrows.h"
#include "text/tokens.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Watchlist)
};

/// Kinds of notes; their numbers stand in compiled lists.
enum class Note : int { NoName, NoType, UnknownType, OpenQuote, TextAfterQuote, TooLong, Repeated, BadLink, NoWords, More };

QString sentence(Note note, const QString &about, qint64 number)
{
    switch (note) {
    case Note::NoName:
        return Messages::tr("This row has no name; it is left out.");
    case Note::NoType:
        return Messages::tr("“%1” has no type; it is left out.").arg(about);
    case Note::UnknownType:
        return Messages::tr("“%1” is no type of the tagset; the row is left out.").arg(about);
    case Note::OpenQuote:
        return Messages::tr("A quotation mark opens and does not close; the row is left out.");
    case Note::TextAfterQuote:
        return Messages::tr("Something follows the closing quotation mark of a cell; the row is left out. "
                            "A quotation mark inside a cell is written twice.");
    case Note::TooLong:
        return Messages::tr("“%1” is too long to be a name; it is left out.").arg(about);
    case Note::Repeated:
        return Messages::tr("“%1” stands on line %2 already; that one counts.").arg(about).arg(number);
    case Note::BadLink:
        return Messages::tr("“%1” is neither a web address nor a Wikidata number; the row counts without it.").arg(about);
    case Note::NoWords:
        return Messages::tr("“%1” has neither letters nor digits; it is left out.").arg(about);
    case Note::More:
        return Messages::tr("%n more problem(s) are not listed.", nullptr, int(std::min<qint64>(number, 1 << 30)));
    }
    return {};
}

constexpr qsizetype MaxName = 400; ///< UTF-16 units

enum Column { Name, Type, Aliases, Link, NoteText, ColumnCount };

class Compiler
{
public:
    Compiler(QByteArrayView source, char separator, const Tagset &tagset);
    QByteArray run(quint64 fingerprint);

private:
    struct Node
    {
        quint64 hash = 0; ///< 0: free
        quint32 phrase = 0;
    };
    using Row = SeparatedRows::Row;

    bool readHeader(const Row &row);
    void add(const Row &row);
    void addName(QStringView name, quint32 entry, const Row &row, qsizetype offset);
    bool addPhrase(QStringView name, quint32 entry, quint32 *known);
    Node &nodeAt(quint64 hash);
    void growNodes();
    void note(Note kind, qint64 line, qsizetype column, QStringView about = {}, qint64 number = 0);
    void note(Note kind, const Row &row, qsizetype offset, QStringView about = {}, qint64 number = 0)
    {
        note(kind, row.line, m_rows.column(row, offset), about, number);
    }
    quint32 keep(const QByteArray &bytes);
    QByteArray assemble(quint64 fingerprint);
    std::vector<WatchlistSlot> finalSlots(int bits);

    SeparatedRows m_rows;
    char m_separator;
    QHash<QString, quint16> m_types;
    quint32 m_typeCount = 0;
    std::array<int, ColumnCount> m_columns{0, 1, 2, 3, 4};
    std::vector<Node> m_nodes;
    size_t m_nodeCount = 0;
    std::vector<quint64> m_firstWords;
    std::vector<WatchlistPhrase> m_phrases;
    std::vector<WatchlistRecord> m_records;
    std::vector<char16_t> m_letters;
    QByteArray m_text;
    QByteArray m_notes;
    qint64 m_noteCount = 0;
};

Compiler::Compiler(QByteArrayView source, char separator, const Tagset &tagset)
    : m_rows(source, separator)
    , m_separator(separator)
    , m_nodes(1024)
{
    for (const TypeDefinition &type : tagset.types) {
        const auto number = quint16(m_typeCount++);
        for (const QString &key : {type.id, type.name, typeCode(type.id)}) {
            if (!m_types.contains(key.toLower()))
                m_types.insert(key.toLower(), number);
        }
        m_text += type.id.toUtf8() + '\n';
    }
}

void Compiler::note(Note kind, qint64 line, qsizetype column, QStringView about, qint64 number)
{
    if (++m_noteCount > Watchlist::MaxIssues)
        return;
    QString shown = about.left(80).toString().simplified();
    m_notes += QByteArray::number(line) + '\t' + QByteArray::number(column) + '\t' + QByteArray::number(int(kind)) + '\t'
             + QByteArray::number(number) + '\t' + shown.toUtf8() + '\n';
}

quint32 Compiler::keep(const QByteArray &bytes)
{
    const auto at = quint32(m_text.size());
    m_text += bytes;
    return at;
}

bool Compiler::readHeader(const Row &row)
{
    static const std::array<QByteArray, ColumnCount> names{"name", "type", "aliases", "link", "note"};
    std::array<int, ColumnCount> columns;
    columns.fill(-1);
    for (size_t i = 0; i < row.cells.size(); ++i) {
        QByteArray cell = row.cells[i].text.toByteArray().trimmed().toLower();
        if (cell == "alias")
            cell = "aliases";
        for (size_t c = 0; c < names.size(); ++c) {
            if (cell == names[c] && columns[c] < 0)
                columns[c] = int(i);
        }
    }
    if (columns[Name] < 0 || columns[Type] < 0)
        return false;
    m_columns = columns;
    return true;
}

Compiler::Node &Compiler::nodeAt(quint64 hash)
{
    const size_t mask = m_nodes.size() - 1;
    size_t at = hash & mask;
    while (m_nodes[at].hash && m_nodes[at].hash != hash)
        at = (at + 1) & mask;
    return m_nodes[at];
}

void Compiler::growNodes()
{
    std::vector<Node> old(m_nodes.size() * 2);
    old.swap(m_nodes);
    for (const Node &node : old) {
        if (node.hash)
            nodeAt(node.hash) = node;
    }
}

/// False when the same words stand there already: `known` is then their entry.
bool Compiler::addPhrase(QStringView name, quint32 entry, quint32 *known)
{
    WatchlistPhrase phrase;
    phrase.letters = quint32(m_letters.size());
    phrase.entry = entry;
    quint64 hash = 0;
    const QList<Token> tokens = tokenize(name);
    for (const Token &token : tokens) {
        const QStringView word = name.mid(token.span.begin, token.span.length());
        if (phrase.words)
            m_letters.push_back(u' ');
        const size_t begin = m_letters.size();
        for (const QChar c : word) {
            if (const char16_t letter = foldedLetter(c.unicode()))
                m_letters.push_back(letter);
        }
        const quint64 wordHash = watchlistWordHash(m_letters.data() + begin, qsizetype(m_letters.size() - begin));
        hash = phrase.words ? watchlistJoin(hash, wordHash) : wordHash;
        if (!phrase.words)
            m_firstWords.push_back(hash);
        if (word.front().isUpper())
            phrase.capitals |= 1u << phrase.words;
        ++phrase.words;
        if (m_nodeCount * 2 > m_nodes.size())
            growNodes();
        const quint64 key = watchlistKey(hash);
        Node &node = nodeAt(key);
        if (!node.hash) {
            node.hash = key;
            ++m_nodeCount;
        }
    }
    phrase.length = quint16(m_letters.size() - phrase.letters);
    phrase.isExact = tokens.size() == 1 && name.size() <= 6 && name.size() > 1 && name.toString().toUpper() == name
                  && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isUpper(); });
    Node &node = nodeAt(watchlistKey(hash));
    quint32 *tail = &node.phrase;
    while (*tail) {
        WatchlistPhrase &other = m_phrases[*tail - 1];
        if (other.length == phrase.length && other.capitals == phrase.capitals && other.isExact == phrase.isExact
            && std::equal(m_letters.begin() + other.letters, m_letters.begin() + other.letters + other.length,
                          m_letters.begin() + phrase.letters)) {
            m_letters.resize(phrase.letters);
            *known = other.entry;
            return false;
        }
        tail = &other.next;
    }
    *tail = quint32(m_phrases.size()) + 1;
    m_phrases.push_back(phrase);
    return true;
}

void Compiler::addName(QStringView name, quint32 entry, const Row &row, qsizetype offset)
{
    if (std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); })) {
        note(Note::NoWords, row, offset, name);
        return;
    }
    if (name.size() > MaxName || tokenize(name).size() > WatchlistImage::MaxWords) {
        note(Note::TooLong, row, offset, name);
        return;
    }
    quint32 known = 0;
    if (!addPhrase(name, entry, &known) && known != entry)
        note(Note::Repeated, row, offset, name, m_records[known].line);
}

void Compiler::add(const Row &row)
{
    const auto cell = [&](Column column) -> QByteArrayView {
        const int at = m_columns[column];
        return at >= 0 && size_t(at) < row.cells.size() ? row.cells[size_t(at)].text.trimmed() : QByteArrayView();
    };
    const auto offset = [&](Column column) {
        const int at = m_columns[column];
        return at >= 0 && size_t(at) < row.cells.size() ? row.cells[size_t(at)].offset : row.lineBegin;
    };
    const QString name = QString::fromUtf8(cell(Name)).simplified();
    if (name.isEmpty()) {
        note(Note::NoName, row, offset(Name));
        return;
    }
    const QString typeName = QString::fromUtf8(cell(Type));
    const auto type = m_types.constFind(typeName.toLower());
    if (type == m_types.cend()) {
        if (typeName.isEmpty())
            note(Note::NoType, row, offset(Name), name);
        else
            note(Note::UnknownType, row, offset(Type), typeName);
        return;
    }
    QByteArray link = cell(Link).toByteArray();
    if (!link.isEmpty()) {
        const bool isWikidata = link.size() > 1 && link.size() < 14 && link.at(0) == 'Q'
                             && std::all_of(link.cbegin() + 1, link.cend(), [](char c) { return c >= '0' && c <= '9'; });
        if (isWikidata)
            link.prepend("http://www.wikidata.org/entity/");
        const QUrl url(QString::fromUtf8(link), QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty() || link.size() > 2000) {
            note(Note::BadLink, row, offset(Link), QString::fromUtf8(link));
            link.clear();
        }
    }
    const QByteArray words = cell(NoteText).first(std::min<qsizetype>(cell(NoteText).size(), 60000)).toByteArray();
    const QByteArray nameBytes = name.left(MaxName).toUtf8();
    WatchlistRecord record;
    record.name = keep(nameBytes);
    record.nameBytes = quint16(nameBytes.size());
    record.link = keep(link);
    record.linkBytes = quint16(link.size());
    record.note = keep(words);
    record.noteBytes = quint16(words.size());
    record.type = type.value();
    record.line = quint32(std::min<qint64>(row.line, std::numeric_limits<quint32>::max()));
    const auto entry = quint32(m_records.size());
    m_records.push_back(record);
    const size_t before = m_phrases.size();
    addName(name, entry, row, offset(Name));
    const QString aliases = QString::fromUtf8(cell(Aliases));
    const bool hasBars = aliases.contains(u'|');
    for (const QString &alias : aliases.split(hasBars || m_separator == ';' ? u'|' : u';', Qt::SkipEmptyParts)) {
        const QString simple = alias.simplified();
        if (!simple.isEmpty())
            addName(simple, entry, row, offset(Aliases));
    }
    if (m_phrases.size() == before) {
        m_text.truncate(record.name);
        m_records.pop_back();
    }
}

std::vector<WatchlistSlot> Compiler::finalSlots(int bits)
{
    std::vector<WatchlistSlot> table(size_t(1) << bits);
    const size_t mask = table.size() - 1;
    for (const Node &node : m_nodes) {
        if (!node.hash)
            continue;
        const quint32 tag = quint32(node.hash >> 32) | 1u;
        size_t at = node.hash & mask;
        while (table[at].tag && table[at].tag != tag)
            at = (at + 1) & mask;
        if (table[at].tag && table[at].phrase && node.phrase) {
            // Two hashes that look alike here: one chain, in order.
            std::vector<quint32> chain;
            for (const quint32 head : {table[at].phrase, node.phrase}) {
                for (quint32 phrase = head; phrase; phrase = m_phrases[phrase - 1].next)
                    chain.push_back(phrase);
            }
            std::sort(chain.begin(), chain.end());
            for (size_t i = 0; i < chain.size(); ++i)
                m_phrases[chain[i] - 1].next = i + 1 < chain.size() ? chain[i + 1] : 0;
            table[at].phrase = chain.front();
        } else if (node.phrase) {
            table[at].phrase = node.phrase;
        }
        table[at].tag = tag;
    }
    return table;
}

template<typename T>
void append(QByteArray &bytes, const std::vector<T> &items)
{
    bytes.append(reinterpret_cast<const char *>(items.data()), qsizetype(items.size() * sizeof(T)));
    bytes.append((8 - bytes.size() % 8) % 8, '\0');
}

void append(QByteArray &bytes, const QByteArray &text)
{
    bytes.append(text);
    bytes.append((8 - bytes.size() % 8) % 8, '\0');
}

QByteArray Compiler::assemble(quint64 fingerprint)
{
    int filterBits = 10;
    while (filterBits < 24 && (size_t(1) << filterBits) < m_firstWords.size() * 8)
        ++filterBits;
    std::vector<quint64> filter((size_t(1) << filterBits) / 64);
    const quint64 filterMask = (quint64(1) << filterBits) - 1;
    for (const quint64 hash : m_firstWords)
        filter[(hash & filterMask) >> 6] |= quint64(1) << (hash & 63);
    int slotBits = 4;
    while ((size_t(1) << slotBits) < m_nodeCount + m_nodeCount / 2 + 1)
        ++slotBits;
    const std::vector<WatchlistSlot> table = finalSlots(slotBits);
    if (m_noteCount > Watchlist::MaxIssues)
        m_notes += "0\t0\t" + QByteArray::number(int(Note::More)) + '\t' + QByteArray::number(m_noteCount - Watchlist::MaxIssues)
                 + "\t\n";
    WatchlistHeader header;
    header.fingerprint = fingerprint;
    header.filterBits = quint32(filterBits);
    header.slotBits = quint32(slotBits);
    header.phraseCount = quint32(m_phrases.size());
    header.entryCount = quint32(m_records.size());
    header.letterCount = quint32(m_letters.size());
    header.textBytes = quint32(m_text.size());
    header.issueBytes = quint32(m_notes.size());
    header.typeCount = m_typeCount;
    QByteArray bytes(sizeof header, '\0');
    append(bytes, filter);
    append(bytes, table);
    append(bytes, m_phrases);
    append(bytes, m_records);
    append(bytes, m_letters);
    append(bytes, m_text);
    append(bytes, m_notes);
    header.bytes = quint64(bytes.size()) - sizeof header;
    header.checksum = watchlistChecksum(QByteArrayView(bytes).sliced(sizeof header));
    std::copy_n(reinterpret_cast<const char *>(&header), sizeof header, bytes.data());
    return bytes;
}

QByteArray Compiler::run(quint64 fingerprint)
{
    SeparatedRows::Row row;
    bool isFirst = true;
    while (m_rows.next(row)) {
        const bool wasFirst = std::exchange(isFirst, false);
        if (row.problem != SeparatedRows::Problem::None) {
            const bool isOpen = row.problem == SeparatedRows::Problem::OpenQuote;
            note(isOpen ? Note::OpenQuote : Note::TextAfterQuote, row, row.problemAt);
        } else if (!wasFirst || !readHeader(row)) {
            const bool isBlank = std::all_of(row.cells.begin(), row.cells.end(),
                                             [](const SeparatedRows::Cell &cell) { return cell.text.trimmed().isEmpty(); });
            if (!isBlank)
                add(row);
        }
    }
    return assemble(fingerprint);
}

} // namespace

QByteArray compileWatchlist(QByteArrayView source, char separator, const Tagset &tagset, quint64 fingerprint)
{
    return Compiler(source, separator, tagset).run(fingerprint);
}

IssueList watchlistIssues(QByteArrayView notes, const QString &file)
{
    IssueList issues;
    for (const QByteArray &line : notes.toByteArray().split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() < 5)
            continue;
        const auto kind = Note(std::clamp(parts.at(2).toInt(), 0, int(Note::More)));
        Issue issue;
        issue.file = file;
        issue.line = parts.at(0).toLongLong();
        issue.message = sentence(kind, QString::fromUtf8(parts.at(4)), parts.at(3).toLongLong());
        if (const qsizetype column = parts.at(1).toLongLong(); column > 0)
            issue.message = Messages::tr("column %1: %2").arg(column).arg(issue.message);
        issues.append(issue);
    }
    return issues;
}

} // namespace dateline
