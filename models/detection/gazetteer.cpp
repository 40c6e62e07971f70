// SPDX-License-Identifier: Apache-2.0
#include "detection/gazetteer.h"

#include "text/tokens.h"

#include <QResource>

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

// The lists stand in a static library: without this call a linker may leave them out.
static void initGazetteerResources() { Q_INIT_RESOURCE(dateline_gazetteers); }

namespace dateline {

namespace {

quint32 hashOf(QStringView text)
{
    quint32 hash = 2166136261u;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619u;
    return hash ^ (hash >> 15);
}

quint64 mix(quint64 key)
{
    key *= 0x9E3779B97F4A7C15ull;
    return key ^ (key >> 29);
}

/// Lower case of `word` in `buffer`; empty view when too long. The typographic apostrophe
/// becomes the plain one, so that lists need only one spelling.
QStringView lowered(QStringView word, std::array<char16_t, Gazetteer::MaxWord> &buffer)
{
    if (word.size() > Gazetteer::MaxWord)
        return {};
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t c = word[i].unicode();
        if (c >= u'A' && c <= u'Z')
            buffer[size_t(i)] = c | 0x20;
        else if (c < 128)
            buffer[size_t(i)] = c;
        else if (c == u'\u2019')
            buffer[size_t(i)] = u'\'';
        else
            buffer[size_t(i)] = word[i].toLower().unicode();
    }
    return {buffer.data(), word.size()};
}

struct WordList
{
    QLatin1String name;
    quint32 classes;
};

struct EntryList
{
    QLatin1String name;
    EntityType type;
    quint8 rank;
};

constexpr std::array WordLists{
    WordList{"given-names"_L1, GivenName},
    WordList{"family-names"_L1, FamilyName},
    WordList{"common-words"_L1, CommonWord},
    WordList{"honorifics"_L1, Honorific | NeverName},
    WordList{"organisation-heads"_L1, OrgHead | OrgModifier},
    WordList{"organisation-modifiers"_L1, OrgModifier},
    WordList{"company-suffixes"_L1, CompanySuffix},
    WordList{"place-heads"_L1, PlaceHead},
    WordList{"event-heads"_L1, EventHead},
    WordList{"months"_L1, Month | NeverName},
    WordList{"weekdays"_L1, Weekday | NeverName},
    WordList{"currencies"_L1, Currency},
    WordList{"speech-verbs"_L1, SpeechVerb},
    WordList{"name-particles"_L1, NameParticle},
    WordList{"role-words"_L1, RoleWord},
    WordList{"never-names"_L1, NeverName},
    WordList{"date-words"_L1, DateWord},
};

constexpr std::array EntryLists{
    EntryList{"countries"_L1, EntityType::Place, 0},
    EntryList{"places"_L1, EntityType::Place, 0},
    EntryList{"cities"_L1, EntityType::Place, 1},
    EntryList{"regions"_L1, EntityType::Place, 1},
    EntryList{"demonyms"_L1, EntityType::Group, 0},
    EntryList{"groups"_L1, EntityType::Group, 0},
    EntryList{"organisations"_L1, EntityType::Organisation, 0},
    EntryList{"organisations-learned"_L1, EntityType::Organisation, 1},
    EntryList{"people"_L1, EntityType::Person, 0},
    EntryList{"events"_L1, EntityType::Event, 0},
    EntryList{"products"_L1, EntityType::Product, 0},
    EntryList{"topics"_L1, EntityType::Topic, 0},
    EntryList{"topics-learned"_L1, EntityType::Topic, 1},
    EntryList{"roles"_L1, EntityType::Role, 0},
};

} // namespace

QString typeId(EntityType type)
{
    static const std::array<QString, EntityTypeCount> ids{
        u"person"_s, u"organisation"_s, u"place"_s,   u"group"_s, u"event"_s, u"date"_s,
        u"time"_s,   u"money"_s,        u"percent"_s, u"role"_s,  u"topic"_s, u"product"_s,
    };
    return ids[size_t(type)];
}

Gazetteer::Gazetteer() : m_words(1), m_nodes(1, -1)
{
    m_letters.reserve(200000);
    m_words.reserve(40000);
    m_nodes.reserve(50000);
    m_entries.reserve(40000);
    rehashWords(1u << 17);
    rehashEdges(1u << 17);
}

const Gazetteer &Gazetteer::builtIn()
{
    static const Gazetteer gazetteer = [] {
        initGazetteerResources();
        Gazetteer built;
        const auto load = [](QLatin1String name) {
            const QResource resource(":/gazetteers/"_L1 + name + ".txt"_L1);
            return resource.uncompressedData();
        };
        for (const WordList &list : WordLists)
            built.addWords(load(list.name), list.classes);
        for (const EntryList &list : EntryLists)
            built.addEntries(load(list.name), list.type, list.rank);
        return built;
    }();
    return gazetteer;
}

void Gazetteer::rehashWords(size_t size)
{
    m_wordTable.assign(size, 0);
    for (quint32 i = 1; i < m_words.size(); ++i) {
        size_t slot = hashOf(QStringView(m_letters.data() + m_words[i].offset, m_words[i].length)) & (size - 1);
        while (m_wordTable[slot])
            slot = (slot + 1) & (size - 1);
        m_wordTable[slot] = i;
    }
}

void Gazetteer::rehashEdges(size_t size)
{
    std::vector<Edge> old(size);
    old.swap(m_edges);
    for (const Edge &edge : old) {
        if (!edge.key)
            continue;
        size_t slot = mix(edge.key) & (size - 1);
        while (m_edges[slot].key)
            slot = (slot + 1) & (size - 1);
        m_edges[slot] = edge;
    }
}

quint32 Gazetteer::intern(QStringView lower)
{
    const size_t mask = m_wordTable.size() - 1;
    size_t slot = hashOf(lower) & mask;
    while (const quint32 index = m_wordTable[slot]) {
        const Word &known = m_words[index];
        if (known.length == size_t(lower.size())
            && !std::memcmp(m_letters.data() + known.offset, lower.utf16(), known.length * 2))
            return index;
        slot = (slot + 1) & mask;
    }
    const auto index = quint32(m_words.size());
    m_words.push_back({quint32(m_letters.size()), quint32(lower.size()), 0});
    m_letters.insert(m_letters.end(), lower.utf16(), lower.utf16() + lower.size());
    m_wordTable[slot] = index;
    if (m_words.size() * 2 > m_wordTable.size())
        rehashWords(m_wordTable.size() * 2);
    return index;
}

quint32 Gazetteer::word(QStringView text) const
{
    std::array<char16_t, MaxWord> buffer;
    const QStringView lower = lowered(text, buffer);
    if (lower.isEmpty())
        return 0;
    const size_t mask = m_wordTable.size() - 1;
    size_t slot = hashOf(lower) & mask;
    while (const quint32 index = m_wordTable[slot]) {
        const Word &known = m_words[index];
        if (known.length == size_t(lower.size())
            && !std::memcmp(m_letters.data() + known.offset, lower.utf16(), known.length * 2))
            return index;
        slot = (slot + 1) & mask;
    }
    return 0;
}

QString Gazetteer::link(const Entry &entry) const
{
    struct Scheme
    {
        QByteArrayView name;
        QLatin1String begin;
        QLatin1String end;
    };
    static constexpr Scheme Schemes[] = {
        {"iso:", "https://www.iso.org/obp/ui/#iso:code:3166:"_L1, ""_L1},
        {"geonames:", "https://sws.geonames.org/"_L1, "/"_L1},
        {"wikidata:", "http://www.wikidata.org/entity/"_L1, ""_L1},
        {"medtop:", "http://cv.iptc.org/newscodes/mediatopic/"_L1, ""_L1},
    };
    if (!entry.link)
        return {};
    const qsizetype begin = qsizetype(entry.link) - 1;
    const QByteArrayView id = QByteArrayView(m_links).sliced(begin, m_links.indexOf('\n', begin) - begin);
    for (const Scheme &scheme : Schemes) {
        if (id.startsWith(scheme.name))
            return scheme.begin + QString::fromLatin1(id.sliced(scheme.name.size())) + scheme.end;
    }
    return {};
}

quint32 Gazetteer::step(quint32 node, quint32 word) const
{
    const quint64 key = quint64(node) << 32 | word;
    const size_t mask = m_edges.size() - 1;
    size_t slot = mix(key) & mask;
    while (m_edges[slot].key) {
        if (m_edges[slot].key == key)
            return m_edges[slot].child;
        slot = (slot + 1) & mask;
    }
    return 0;
}

quint32 Gazetteer::grow(quint32 node, quint32 word)
{
    if (const quint32 child = step(node, word))
        return child;
    if (++m_edgeCount * 2 > m_edges.size())
        rehashEdges(m_edges.size() * 2);
    const quint64 key = quint64(node) << 32 | word;
    const size_t mask = m_edges.size() - 1;
    size_t slot = mix(key) & mask;
    while (m_edges[slot].key)
        slot = (slot + 1) & mask;
    const auto child = quint32(m_nodes.size());
    m_edges[slot] = {key, child};
    m_nodes.push_back(-1);
    return child;
}

namespace {

/// Calls `visit` for each line of `text` that is neither empty nor a comment.
template<typename Visit>
void forEachLine(QByteArrayView text, Visit visit)
{
    const QString all = QString::fromUtf8(text);
    qsizetype at = 0;
    while (at < all.size()) {
        qsizetype end = all.indexOf(u'\n', at);
        if (end < 0)
            end = all.size();
        const QStringView line = QStringView(all).mid(at, end - at).trimmed();
        if (!line.isEmpty() && line[0] != u'#')
            visit(line);
        at = end + 1;
    }
}

} // namespace

void Gazetteer::addWords(QByteArrayView text, quint32 classes)
{
    std::array<char16_t, MaxWord> buffer;
    forEachLine(text, [&](QStringView line) {
        const QStringView lower = lowered(line, buffer);
        if (!lower.isEmpty())
            m_words[intern(lower)].classes |= classes;
    });
}

void Gazetteer::addEntries(QByteArrayView text, EntityType type, quint8 rank)
{
    std::array<char16_t, MaxWord> buffer;
    QList<Token> tokens;
    forEachLine(text, [&](QStringView whole) {
        const qsizetype tab = whole.indexOf(u'\t');
        const QStringView line = whole.left(tab < 0 ? whole.size() : tab).trimmed();
        quint32 node = 0;
        quint32 first = 0;
        Entry entry{type, Case::Any, rank, 0, -1, 0};
        int index = 0;
        bool isExact = false;
        bool isShort = line.size() <= 6;
        // Most entries are one plain word: they need no tokens.
        const bool isPlain = std::all_of(line.begin(), line.end(), [](QChar c) { return c.isLetter(); });
        if (isPlain)
            tokens = {Token{{0, line.size()}, TokenKind::Word, false}};
        else
            tokens = tokenize(line);
        for (const Token &token : std::as_const(tokens)) {
            const QStringView word = line.mid(token.span.begin, token.span.length());
            const QStringView lower = lowered(word, buffer);
            if (lower.isEmpty() || index > 31)
                return;
            const quint32 number = intern(lower);
            if (!first)
                first = number;
            if (word[0].isUpper())
                entry.capitals |= 1u << index;
            isExact = word.size() > 1 && word[0].isUpper() && word[word.size() - 1 - (word.endsWith(u'.') ? 1 : 0)].isUpper();
            node = grow(node, number);
            ++index;
        }
        if (!node)
            return;
        if (index == 1 && isExact && isShort)
            entry.spelling = Case::Exact;
        else if (entry.capitals)
            entry.spelling = Case::Capitalised;
        m_words[first].classes |= StartsEntry;
        if (tab >= 0) {
            entry.link = quint32(m_links.size()) + 1;
            m_links += whole.mid(tab + 1).trimmed().toLatin1() + '\n';
        }
        for (qint32 known = m_nodes[node]; known >= 0; known = m_entries[size_t(known)].next) {
            Entry &other = m_entries[size_t(known)];
            if (other.type != type || other.spelling != entry.spelling)
                continue;
            if (!other.link)
                other.link = entry.link;
            return;
        }
        // The first list that names an entry comes first: lists are loaded from strong to weak.
        const auto added = qint32(m_entries.size());
        m_entries.push_back(entry);
        qint32 *tail = &m_nodes[node];
        while (*tail >= 0)
            tail = &m_entries[size_t(*tail)].next;
        *tail = added;
    });
}

} // namespace dateline
