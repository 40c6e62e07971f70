// SPDX-License-Identifier: Apache-2.0
// Native -> another format -> native: everything that the loss report does not name is kept.
#include "formats/formatregistry.h"
#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Articles = 200;

const Statuses All{Status::Suggested, Status::Accepted, Status::Rejected, Status::Withdrawn};

/// An article of words, stops, emoji, odd spaces and line breaks, with mentions that overlap, nest, break off and begin
/// anywhere, and with everything that a mention or an entity can have, each with a chance.
class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) { }

    AnnotatedArticle article()
    {
        AnnotatedArticle article;
        static const QStringList pieces{u"Ana"_s,    u"Petrovic"_s, u"said"_s,       u"U.S."_s,  u"1,200"_s,  u" "_s,
                                        u" "_s,      u" "_s,        u"  "_s,         u"\n"_s,    u"\n\n"_s,   u"."_s,
                                        u". The"_s,  u"\""_s,       u","_s,          u"#"_s,     u"# text"_s, u"😀"_s,
                                        u"\t"_s,     u"e\u0301"_s,  u"שלום"_s,       u"well-"_s, u"Žižek"_s,  u"\u00A0"_s,
                                        u"\u2028"_s, u"O"_s,        u"-DOCSTART-"_s, u"T1\t"_s};
        QString text;
        for (int i = 0; i < 60; ++i)
            text += pick(pieces);
        text = u"Talks "_s + text + u" end"_s;
        article.text = ArticleText(text);
        article.tagset.types.append({{u"Disease"_s, u"Disease"_s, u"#5d6b7d"_s, {}}, {u"misc"_s, u"MISC"_s, u"#5d6b7d"_s, {}}});
        article.agents = {{1, u"h"_s, AgentKind::Human, u"Ana"_s, {}}};
        if (chance(3))
            article.head.title = value();
        if (chance(3))
            article.head.published = u"2024-03-21"_s;
        if (chance(5))
            article.head.attributes = {{value(), value()}};
        Layer layer;
        layer.info.id = 1;
        layer.info.uid = u"uid"_s;
        layer.info.by = 1;
        layer.info.stage = Stage(m_random.bounded(6));
        const int mentions = m_random.bounded(12);
        const int entities = m_random.bounded(4);
        for (EntityId id = 1; id <= EntityId(entities); ++id) {
            Entity entity{id, type(), value(), chance(3) ? link() : QString(), {}, {}, {}};
            if (chance(4))
                entity.notes = {{1, {}, value()}};
            if (chance(4))
                entity.attributes = {{u"sex"_s, value()}};
            layer.entities.insert(id, entity);
        }
        for (MentionId id = 1; id <= MentionId(mentions); ++id)
            layer.mentions.insert(mention(id * 2, article.text, entities));
        if (mentions > 2 && chance(3))
            layer.relations = {{1, u"meets"_s, 2, 4}};
        article.layers = {layer};
        return article;
    }

private:
    bool chance(int one) { return m_random.bounded(one) == 0; }
    QString pick(const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); }
    QString type() { return pick({u"person"_s, u"place"_s, u"organisation"_s, u"group"_s, u"Disease"_s, u"misc"_s}); }
    QString link() { return pick({u"http://www.wikidata.org/entity/Q1"_s, u"https://example.org/a:b?c=1"_s, u"GO:0005634"_s}); }
    QString value()
    {
        return pick({u"x"_s, u"two words"_s, u"a=b, \"c\""_s, u"😀"_s, u"two\nlines"_s, u" outer "_s, u"tab\tin"_s});
    }

    Mention mention(MentionId id, const ArticleText &text, int entities)
    {
        const OffsetMap &offsets = text.offsets();
        Mention mention;
        mention.id = id;
        mention.type = type();
        mention.origin = 1;
        mention.status = Status(m_random.bounded(4));
        mention.entity = EntityId(m_random.bounded(entities + 1));
        const qsizetype points = offsets.codePointLength();
        const qsizetype begin = m_random.bounded(int(points) - 10);
        const qsizetype end = begin + 1 + m_random.bounded(9);
        mention.spans = {{offsets.toUtf16(begin), offsets.toUtf16(end)}};
        if (end + 4 < points && chance(6))
            mention.spans.append({offsets.toUtf16(end + 1), offsets.toUtf16(end + 3)});
        if (chance(3))
            mention.confidence = m_random.bounded(101) / 100.0;
        mention.isUnsure = chance(5);
        if (chance(4))
            mention.why = value();
        if (chance(4))
            mention.norm = value();
        if (chance(4))
            mention.link = link();
        for (int i = m_random.bounded(3); i > 0; --i)
            mention.notes.append({1, {}, value()});
        if (chance(3))
            mention.attributes = {
                {pick({u"gender"_s, u"two words"_s, u"Status"_s, u"Unsure"_s}), pick({u"m"_s, QString(), u"a b"_s})},
                {u"gender"_s, u"f"_s}};
        return mention;
    }

    QRandomGenerator m_random;
};

/// What reading gives for a value of which the layout is lost.
QString flat(QString value) { return value.replace(u'\n', u' ').trimmed(); }

/// The article with all that `lost` names put to what reading gives in its place.
class Reduced
{
public:
    Reduced(const ExportedArticle &exported, const QList<Loss> &losses)
    {
        for (const Loss &loss : losses)
            m_lost |= loss.feature;
        const AnnotatedArticle &article = exported.article;
        m_lines.append(u"text "_s + article.text.text());
        if (!has(Feature::Head)) {
            const Head &head = article.head;
            m_lines.append(u"head "_s + QStringList{head.title, head.published, head.byline, head.language}.join(u'|'));
            addAttributes(u"head"_s, head.attributes);
        }
        const Layer empty;
        const Layer &layer = exported.layer() ? *exported.layer() : empty;
        if (!has(Feature::Author) && exported.layer())
            m_lines.append(u"layer %1 %2"_s.arg(exported.annotator(), toName(layer.info.stage)));
        QHash<MentionId, QString> places;
        QStringList mentions;
        QMap<EntityId, QStringList> groups;
        layer.mentions.forEach([&](const Mention &mention) {
            const QString line = lineOf(layer, mention);
            places.insert(mention.id, line);
            mentions.append(line);
            groups[mention.entity].append(line);
        });
        mentions.sort();
        m_lines += mentions;
        QStringList rest;
        if (!has(Feature::Entities)) {
            for (const Entity &entity : layer.entities) {
                QStringList members = groups.value(entity.id);
                members.sort();
                rest.append(u"entity "_s + text(entity.name) + u' '
                            + (has(Feature::EntityDetails) ? QString() : detailsOf(entity)) + members.join(u';'));
            }
        }
        if (!has(Feature::Relations)) {
            for (const Relation &relation : layer.relations)
                rest.append(u"relation %1 %2 %3"_s.arg(relation.type, places.value(relation.from), places.value(relation.to)));
        }
        rest.sort();
        m_lines += rest;
    }
    QStringList lines() const { return m_lines; }

private:
    [[nodiscard]] bool has(Feature feature) const { return m_lost.testFlag(feature); }
    [[nodiscard]] QString text(const QString &value) const { return has(Feature::ValueLayout) ? flat(value) : value; }

    void addAttributes(const QString &of, const QList<Attribute> &attributes) { m_lines.append(of + pairs(attributes)); }
    /// brat's lines keep no order between attributes of two kinds of line.
    [[nodiscard]] QString pairs(const QList<Attribute> &attributes) const
    {
        QStringList parts;
        for (const Attribute &attribute : attributes)
            parts.append(text(attribute.name + u'\t' + attribute.value));
        parts.sort();
        return u'[' + parts.join(u'|') + u']';
    }
    [[nodiscard]] QString notes(const QList<Note> &list) const
    {
        QStringList parts;
        for (const Note &note : list)
            parts.append(text(note.text));
        return u'[' + parts.join(u'|') + u']';
    }
    [[nodiscard]] QString detailsOf(const Entity &entity) const
    {
        return entity.type + u' ' + text(entity.link) + notes(entity.notes) + pairs(entity.attributes);
    }

    [[nodiscard]] QString lineOf(const Layer &layer, const Mention &mention) const
    {
        QStringList parts{u"mention"_s, mention.type};
        for (const Span &span : mention.spans)
            parts.append(u"%1-%2"_s.arg(span.begin).arg(span.end));
        if (!has(Feature::Status))
            parts.append(toName(mention.status));
        if (!has(Feature::Confidence))
            parts.append(QString::number(mention.confidence));
        if (!has(Feature::Unsure))
            parts.append(mention.isUnsure ? u"unsure"_s : QString());
        if (!has(Feature::Reason))
            parts.append(text(mention.why));
        if (!has(Feature::Norm))
            parts.append(text(mention.norm));
        if (!has(Feature::Link))
            parts.append(text(effectiveLink(layer, mention)));
        if (!has(Feature::Notes))
            parts.append(notes(mention.notes));
        if (!has(Feature::Attributes))
            parts.append(pairs(mention.attributes));
        return parts.join(u'\x1f');
    }

    Features m_lost;
    QStringList m_lines;
};

/// Mentions that a format leaves out or moves, and says so: the test leaves them out first.
AnnotatedArticle withoutMoved(AnnotatedArticle article, const QList<Loss> &losses)
{
    const auto isLost = [&](Feature feature) {
        return std::any_of(losses.cbegin(), losses.cend(), [&](const Loss &loss) { return loss.feature == feature; });
    };
    Layer &layer = article.layers.first();
    const QString &text = article.text.text();
    for (const Mention &mention : layer.mentions.toList()) {
        const Span extent = mention.extent();
        const bool isOuter = text.at(extent.begin).isSpace() || text.at(extent.end - 1).isSpace();
        bool meets = false;
        layer.mentions.forEachIn(extent, [&](const Mention &other) {
            meets = meets || other.id != mention.id;
            return !meets;
        });
        if ((isLost(Feature::OuterSpace) && isOuter) || (isLost(Feature::Discontinuity) && mention.spans.size() > 1)
            || (isLost(Feature::Overlap) && meets))
            layer.mentions.remove(mention.id);
    }
    return article;
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatTheLossReportDoesNotNameIsKept_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"native", "jsonl", "brat", "conll"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everythingThatTheLossReportDoesNotNameIsKept()
    {
        QFETCH(QString, name);
        const Format &format = *formatNamed(name);
        QTemporaryDir folder;
        qsizetype mentions = 0;
        for (quint32 seed = 1; seed <= Articles; ++seed) {
            AnnotatedArticle article = Generator(seed).article();
            article = withoutMoved(article, lossesOf(format, exported(article, 1, All, u"a"_s)));
            const ExportedArticle before = exported(article, 1, All, u"a"_s);
            const QList<Loss> losses = lossesOf(format, before);
            const QString path = folder.filePath(u"a"_s);
            const WrittenFiles files = writeArticle(format, before);
            for (const WrittenFile &file : files)
                writeFile(path + file.suffix, file.bytes);
            const Result<ReadArticles> read = readArticles(path + files.first().suffix, &format);
            QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
            QCOMPARE(read.value().articles.size(), 1);
            const ReadArticle &named = read.value().articles.first();
            for (const Issue &issue : named.loaded.issues)
                QVERIFY2(issue.severity == Severity::Note, qPrintable(QString::number(seed) + issue.message));
            for (const Issue &issue : read.value().issues)
                QVERIFY2(issue.severity == Severity::Note, qPrintable(QString::number(seed) + issue.message));
            const Result<LayerId> layer = layerToExport(named.loaded.article);
            QVERIFY(layer);
            const ExportedArticle after = exported(named.loaded.article, layer.value(), All, u"a"_s);
            const QStringList expected = Reduced(before, losses).lines();
            const QStringList actual = Reduced(after, losses).lines();
            for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i)
                QVERIFY2(actual.value(i) == expected.value(i),
                         qPrintable(
                             u"seed %1, line %2:\n%3\nexpected\n%4"_s.arg(seed).arg(i).arg(actual.value(i), expected.value(i))));
            mentions += before.mentions().size();
            // The other way, once more, gives the same files.
            QVERIFY(isNativeFile(writeNative(named.loaded.article)));
        }
        QVERIFY(mentions > Articles); // something was compared
    }

    void readingTwiceGivesEqualBytes()
    {
        const ExportedArticle article = exported(Generator(7).article(), 1, All, u"a"_s);
        const QByteArray bytes = writeArticle(*formatNamed(u"conll"), article).first().bytes;
        const auto native = [&] {
            return writeNative(readArticles(bytes, u"a"_s, formatNamed(u"conll")).value().articles.first().loaded.article);
        };
        QCOMPARE(native(), native());
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestRoundTrip)
#include "tst_roundtrip.moc"
