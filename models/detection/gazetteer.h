// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <vector>

namespace dateline {

/// The types of the built-in tagset, as the rules speak of them.
enum class EntityType : quint8 { Person, Organisation, Place, Group, Event, Date, Time, Money, Percent, Role, Topic, Product };
constexpr int EntityTypeCount = 12;
/// "person", "organisation", … as in the tagset. Pre: a built-in type; a trained model's own types count from
/// EntityTypeCount.
[[nodiscard]] QString typeId(EntityType type);

/// What a single word can be, whatever stands around it. A set of bits.
enum WordClass : quint32 {
    GivenName = 1u << 0,
    FamilyName = 1u << 1,
    CommonWord = 1u << 2, ///< usually written small in news: a capital at a sentence's begin says nothing
    Honorific = 1u << 3,  ///< "Mr.", "Sheikh": a name follows, itself never part of a mention
    OrgHead = 1u << 4,    ///< "Ministry", "Bank": the head of an organisation's name
    PlaceHead = 1u << 5,  ///< "River", "Airport": the head of a place's name
    EventHead = 1u << 6,  ///< "Cup", "Summit"
    Month = 1u << 7,
    Weekday = 1u << 8,
    Currency = 1u << 9,       ///< "dollars", "euro"
    SpeechVerb = 1u << 10,    ///< "said", "told"
    NameParticle = 1u << 11,  ///< "de", "bin", "van": inside a person's name
    RoleWord = 1u << 12,      ///< last word of a role: "minister"
    OrgModifier = 1u << 13,   ///< "Party", "National": makes an organisation likelier, not by itself
    StartsEntry = 1u << 14,   ///< some entry of the gazetteer begins with it
    NeverName = 1u << 15,     ///< never by itself a name, even with a capital ("January", "Mr.", "The")
    CompanySuffix = 1u << 16, ///< "Inc.", "Ltd"
    DateWord = 1u << 17,      ///< may begin a date or time: "last", "yesterday", "noon"
};

/// Names and terms known beforehand: words interned to numbers with their classes, and a trie
/// over those numbers for entries of one or more words. Built once from ":/gazetteers", never
/// changed afterwards: any number of threads may read it.
class Gazetteer
{
public:
    /// How an entry must be written in a text to count.
    enum class Case : quint8 { Any, Capitalised, Exact };

    struct Entry
    {
        EntityType type = EntityType::Place;
        Case spelling = Case::Any;
        quint8 rank = 0;      ///< 0: well known; 1: long list (small cities); 2: weak on its own
        quint32 capitals = 0; ///< bit i: word i must begin with a capital
        qint32 next = -1;     ///< next entry of the same words
        quint32 link = 0;     ///< for Gazetteer::link(); 0: none
    };

    /// The built-in lists. Built at the first call, thread-safe.
    static const Gazetteer &builtIn();

    Gazetteer();

    /// Reads a list of words ("given-names" …) or entries; `text` is UTF-8, one a line, "#" comments.
    void addWords(QByteArrayView text, quint32 classes);
    /// An entry may be followed by a tab and what identifies it: "iso:RS", "geonames:792680", "wikidata:Q1065",
    /// "medtop:20000574".
    void addEntries(QByteArrayView text, EntityType type, quint8 rank);

    /// Number of the word `word` written in any case; 0: unknown.
    [[nodiscard]] quint32 word(QStringView word) const;
    [[nodiscard]] quint32 classes(quint32 word) const { return m_words[word].classes; }
    /// The node after `word` below `node` (0: the root); 0: none.
    [[nodiscard]] quint32 step(quint32 node, quint32 word) const;
    /// First entry that ends at `node`; -1: none. Follow Entry::next.
    [[nodiscard]] qint32 entriesAt(quint32 node) const { return m_nodes[node]; }
    [[nodiscard]] const Entry &entry(qint32 index) const { return m_entries[size_t(index)]; }
    /// URI of what an entry names; empty: none is known.
    [[nodiscard]] QString link(const Entry &entry) const;
    [[nodiscard]] qsizetype wordCount() const { return qsizetype(m_words.size()) - 1; }
    [[nodiscard]] qsizetype entryCount() const { return qsizetype(m_entries.size()); }

    /// Longest word that is looked up, in UTF-16 units.
    static constexpr qsizetype MaxWord = 32;

private:
    struct Word
    {
        quint32 offset = 0;
        quint32 length = 0;
        quint32 classes = 0;
    };
    struct Edge
    {
        quint64 key = 0; ///< node << 32 | word; 0: free
        quint32 child = 0;
    };
    quint32 intern(QStringView lower);
    quint32 grow(quint32 node, quint32 word);
    void rehashWords(size_t size);
    void rehashEdges(size_t size);

    std::vector<char16_t> m_letters;
    std::vector<Word> m_words;
    std::vector<quint32> m_wordTable;
    std::vector<Edge> m_edges;
    size_t m_edgeCount = 0;
    std::vector<qint32> m_nodes;
    std::vector<Entry> m_entries;
    QByteArray m_links; ///< identifiers, each ended by LF
};

} // namespace dateline
