// SPDX-License-Identifier: Apache-2.0
#include "review/merging.h"
#include "review/reviewids.h"
#include "support/testhelper.h"

#include "base/clock.h"

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

const QString Story = u"Lavrov to host Dacic\n\nMOSCOW. They will \U0001F600 discuss Kosovo."_s;
const QDateTime Morning(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);

Mention mentionOf(MentionId id, const QString &words, const QString &type, AgentId origin)
{
    Mention mention;
    mention.id = id;
    mention.type = type;
    mention.origin = origin;
    mention.spans = {{Story.indexOf(words), Story.indexOf(words) + words.size()}};
    return mention;
}

/// Changes a mention as the window does: with an event.
void decide(Layer &layer, MentionId id, AgentId by, const QString &action, int minutes)
{
    Mention mention = *layer.mentions.find(id);
    mention.status = action == u"reject" ? Status::Rejected : Status::Accepted;
    mention.events.append({by, Morning.addSecs(60 * minutes), action, {}, {}});
    layer.mentions.replace(mention);
    layer.info.modified = Morning.addSecs(60 * minutes);
}

/// A detector's suggestions taken over by one annotator; agents a1 (detector) and `agent`.
AnnotatedArticle articleBy(const QString &name, AgentId agent = 2)
{
    AnnotatedArticle article;
    article.text = ArticleText(Story);
    article.head.title = u"Lavrov to host Dacic"_s;
    article.agents = {{1, u"dateline-detector"_s, AgentKind::Detector, u"Dateline"_s, u"0.1.0"_s},
                      {agent, u"uid-"_s + name, AgentKind::Human, name, {}}};
    Layer layer;
    layer.info = {1, u"layer-"_s + name, agent, Stage::Draft, Morning, Morning, {}, {}};
    layer.entities.insert(1, {1, u"person"_s, u"Sergey Lavrov"_s, u"urn:1"_s, {{agent, Morning, u"note"_s}}, {}, {}});
    Mention lavrov = mentionOf(1, u"Lavrov"_s, u"person"_s, 1);
    lavrov.entity = 1;
    layer.mentions.insert(lavrov);
    layer.mentions.insert(mentionOf(2, u"Dacic"_s, u"person"_s, 1));
    Mention kosovo = mentionOf(3, u"Kosovo"_s, u"place"_s, agent);
    kosovo.status = Status::Accepted;
    kosovo.notes = {{agent, Morning, u"?"_s}};
    kosovo.events = {{agent, Morning, u"add"_s, {}, {}}};
    layer.mentions.insert(kosovo);
    layer.relations = {{1, u"meets"_s, 1, 2}};
    article.layers = {layer};
    return article;
}

Review reviewOf(LayerId layer, AgentId by)
{
    Review review;
    review.of = layer;
    review.by = by;
    review.started = Morning;
    return review;
}

/// Two annotators, an adjudicated layer that stands first, a detector's layer, reviews, foreign content.
AnnotatedArticle wholeArticle()
{
    AnnotatedArticle article = articleBy(u"Vera"_s);
    article.head.attributes = {{u"desk"_s, u"Balkans"_s}};
    article.head.events = {{2, Morning, u"property"_s, {}, {}}};
    article.source = {u"talks.txt"_s, u"text/plain"_s, u"UTF-8"_s, {}, {}};
    article.agents.append({3, u"uid-Ole"_s, AgentKind::Human, u"Ole"_s, {}});
    article.agents.append({4, u"uid-Eva"_s, AgentKind::Human, u"Eva"_s, {}});
    article.agents.append({7, u"uid-idle"_s, AgentKind::Human, u"Idle"_s, {}});
    Layer ole = articleBy(u"Ole"_s, 3).layers.first();
    ole.info.id = 5;
    decide(ole, 2, 3, u"reject"_s, 4);
    Layer both = articleBy(u"Eva"_s, 4).layers.first();
    both.info.id = 9;
    both.info.stage = Stage::Adjudicated;
    both.info.from = {1, 5};
    Layer detected;
    detected.info = {6, u"detected"_s, 1, Stage::Suggested, Morning, Morning, {}, {}};
    detected.mentions.insert(mentionOf(1, u"MOSCOW"_s, u"place"_s, 1));
    detected.foreignXml = u"<x:seen/>"_s;
    article.layers = {both, article.layers.first(), ole, detected};
    article.reviews = {reviewOf(1, 4), reviewOf(5, 4)};
    article.reviews.first().verdicts = {{1, Decision::Return, 4, Morning, u"a > b"_s}};
    article.reviews.last().foreignXml = u"<x:own/>"_s;
    article.foreignNamespaces = u" xmlns:x=\"urn:x\" x:k=\"v\""_s;
    article.foreignXml = u"<x:root/>"_s;
    return article;
}

/// All of an article in lines, with uids in the place of ids of agents and layers, in no order.
QStringList described(const AnnotatedArticle &article)
{
    const auto agent = [&](AgentId id) { return article.agent(id) ? article.agent(id)->uid : u"nobody"_s; };
    const auto layerUid = [&](LayerId id) { return article.layer(id) ? article.layer(id)->info.uid : u"none"_s; };
    QStringList lines{article.text.digest(), article.source.href, article.foreignNamespaces, article.foreignXml};
    const auto events = [&](const QString &where, const QList<Event> &list) {
        for (const Event &event : list)
            lines.append(u"%1 event %2 %3 %4"_s.arg(where, agent(event.by), toIsoUtc(event.at), event.action));
    };
    const auto notes = [&](const QString &where, const QList<Note> &list) {
        for (const Note &note : list)
            lines.append(u"%1 note %2 %3"_s.arg(where, agent(note.by), note.text));
    };
    lines.append(article.head.title);
    for (const Attribute &attribute : article.head.attributes)
        lines.append(attribute.name + u'=' + attribute.value);
    events(u"head"_s, article.head.events);
    for (const TypeDefinition &type : article.tagset.types)
        lines.append(u"type %1 %2"_s.arg(type.id, type.name));
    for (const Agent &one : article.agents)
        lines.append(u"agent %1 %2 %3"_s.arg(one.uid, one.name, one.version));
    for (const Layer &layer : article.layers) {
        const LayerInfo &info = layer.info;
        QStringList from;
        for (const LayerId id : info.from)
            from.append(layerUid(id));
        lines.append(u"layer %1 by %2 %3 %4 from %5 %6"_s.arg(info.uid, agent(info.by), toName(info.stage),
                                                              toIsoUtc(info.modified), from.join(u'+'), layer.foreignXml));
        events(info.uid, info.events);
        for (const Entity &entity : layer.entities) {
            lines.append(u"%1 e%2 %3 %4"_s.arg(info.uid).arg(entity.id).arg(entity.name, entity.link));
            notes(info.uid, entity.notes);
            events(info.uid, entity.events);
        }
        layer.mentions.forEach([&](const Mention &mention) {
            const QString where = u"%1 m%2"_s.arg(info.uid).arg(mention.id);
            lines.append(u"%1 %2 e%3 %4 by %5 at %6"_s.arg(where, mention.type)
                             .arg(mention.entity)
                             .arg(toName(mention.status), agent(mention.origin))
                             .arg(mention.extent().begin));
            notes(where, mention.notes);
            events(where, mention.events);
        });
        for (const Relation &relation : layer.relations)
            lines.append(u"%1 r%2 %3 %4"_s.arg(info.uid).arg(relation.id).arg(relation.from).arg(relation.to));
    }
    for (const Review &review : article.reviews) {
        const QString where = layerUid(review.of) + u" reviewed by "_s + agent(review.by);
        lines.append(where + u' ' + review.foreignXml);
        for (const Verdict &verdict : review.verdicts)
            lines.append(u"%1: m%2 %3 by %4 %5"_s.arg(where)
                             .arg(verdict.mention)
                             .arg(toName(verdict.decision), agent(verdict.by), verdict.reason));
        for (const Comment &comment : review.comments)
            lines.append(u"%1: c%2 on %3 after %4 by %5 %6"_s.arg(where)
                             .arg(comment.id)
                             .arg(comment.mention)
                             .arg(comment.parent)
                             .arg(agent(comment.by), comment.text));
    }
    lines.sort();
    return lines;
}

QString messages(const IssueList &issues)
{
    QStringList list;
    for (const Issue &issue : issues)
        list.append(issue.file + u": "_s + issue.message);
    return list.join(u'\n');
}

} // namespace

class TestMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergingWhatWasSplitGivesTheWholeAgain()
    {
        const AnnotatedArticle whole = wholeArticle();
        const QList<SplitArticle> parts = splitArticle(whole);
        QCOMPARE(parts.size(), 4);
        QList<NamedArticle> named;
        for (const SplitArticle &part : parts)
            named.append({part.fileName, part.article});
        const Result<MergedArticle> merged = mergeArticles(named);
        QVERIFY(merged);
        QCOMPARE(messages(merged.value().issues), QString());
        QCOMPARE(described(merged.value().article), described(whole));
        std::reverse(named.begin(), named.end());
        const Result<MergedArticle> reversed = mergeArticles(named);
        QVERIFY(reversed);
        QCOMPARE(described(reversed.value().article), described(whole));
    }

    void partsHoldTheirLayerAndWhatBelongsToIt()
    {
        const QList<SplitArticle> parts = splitArticle(wholeArticle());
        QStringList names;
        for (const SplitArticle &part : parts)
            names.append(part.fileName);
        QCOMPARE(names, (QStringList{u"Eva.xml"_s, u"Vera.xml"_s, u"Ole.xml"_s, u"Dateline.xml"_s}));
        QCOMPARE(parts.at(0).article.layers.size(), 3); // with those that it came from
        const AnnotatedArticle &ole = parts.at(2).article;
        QCOMPARE(ole.layers.size(), 1);
        QCOMPARE(ole.layers.first(), wholeArticle().layers.at(2));
        QCOMPARE(ole.reviews.size(), 1);
        QCOMPARE(ole.reviews.first().of, LayerId(5));
        QVERIFY(ole.agentByUid(u"uid-Eva"_s));  // the reviewer
        QVERIFY(ole.agentByUid(u"uid-Vera"_s)); // of the head's event
        QVERIFY(ole.agentByUid(u"uid-idle"_s)); // of nothing: goes everywhere
        QVERIFY(!parts.at(3).article.agentByUid(u"uid-Ole"_s));
        QVERIFY(splitArticle(AnnotatedArticle()).isEmpty());
    }

    void fileNamesAreSafeAndDifferent()
    {
        AnnotatedArticle article = articleBy(u"x"_s);
        const QStringList names{
            u"Vera"_s, u"vera"_s,   u"../../etc/passwd"_s,  u""_s, u"con"_s, u"Ана Петровић"_s, u"a:b*c"_s, u"VERA-2"_s,
            u"..."_s,  u"lpt1.x"_s, QString(300, u'\u0416')};
        article.layers.clear();
        article.agents.clear();
        for (int i = 0; i < names.size(); ++i) {
            article.agents.append({AgentId(i + 1), u"u%1"_s.arg(i), AgentKind::Human, names.at(i), {}});
            Layer layer;
            layer.info.id = LayerId(i + 1);
            layer.info.by = AgentId(i + 1);
            article.layers.append(layer);
        }
        QStringList found;
        for (const SplitArticle &part : splitArticle(article))
            found.append(part.fileName);
        QCOMPARE(found, (QStringList{u"Vera.xml"_s, u"vera-2.xml"_s, u"etc-passwd.xml"_s, u"layer.xml"_s, u"layer-con.xml"_s,
                                     u"Ана-Петровић.xml"_s, u"a-b-c.xml"_s, u"VERA-2-2.xml"_s, u"layer-2.xml"_s,
                                     u"layer-lpt1.x.xml"_s, QString(60, u'\u0416') + u".xml"_s}));
    }

    void agentsAreOneByUidAndAllReferencesFollow()
    {
        const AnnotatedArticle vera = articleBy(u"Vera"_s, 2);
        AnnotatedArticle ole = articleBy(u"Ole"_s, 2); // the same local id for somebody else
        ole.agents.prepend({4, u"uid-Vera"_s, AgentKind::Human, u"Vera"_s, {}});
        ole.reviews = {reviewOf(1, 4)};
        const Result<MergedArticle> merged = mergeArticles({{u"a"_s, vera}, {u"b"_s, ole}});
        QVERIFY(merged);
        QCOMPARE(messages(merged.value().issues), QString());
        const AnnotatedArticle &article = merged.value().article;
        QCOMPARE(article.agents.size(), 3);
        QCOMPARE(article.layers.size(), 2);
        QCOMPARE(article.layers.at(1).info.id, LayerId(2));
        QCOMPARE(article.agent(article.layers.at(1).info.by)->name, u"Ole"_s);
        QCOMPARE(article.layers.at(1).mentions.find(3)->origin, AgentId(3));
        QCOMPARE(article.layers.at(1).mentions.find(3)->events.first().by, AgentId(3));
        QCOMPARE(article.layers.at(1).entities.first().notes.first().by, AgentId(3));
        QCOMPARE(article.reviews, QList{reviewOf(2, 2)});
    }

    void sameLayerIsOneAndTheOneThatGoesOnCounts()
    {
        const AnnotatedArticle old = articleBy(u"Vera"_s);
        const Result<MergedArticle> same = mergeArticles({{u"a"_s, old}, {u"b"_s, old}});
        QVERIFY(same);
        QCOMPARE(described(same.value().article), described(old));
        AnnotatedArticle later = old;
        decide(later.layers.first(), 1, 2, u"accept"_s, 5);
        later.layers.first().mentions.remove(2); // a suggestion that detecting again took away
        later.layers.first().relations.clear();
        AnnotatedArticle earlier = old;
        earlier.layers.first().relations.clear();
        for (const auto &order :
             {QList<NamedArticle>{{u"a"_s, earlier}, {u"b"_s, later}}, {{u"b"_s, later}, {u"a"_s, earlier}}}) {
            const Result<MergedArticle> merged = mergeArticles(order);
            QVERIFY(merged);
            QCOMPARE(merged.value().issues.size(), 1);
            QCOMPARE(described(merged.value().article), described(later));
        }
    }

    void workDoneInTwoPlacesIsKeptTwice()
    {
        const AnnotatedArticle old = articleBy(u"Vera"_s);
        AnnotatedArticle left = old;
        decide(left.layers.first(), 1, 2, u"accept"_s, 5);
        AnnotatedArticle right = old;
        decide(right.layers.first(), 2, 2, u"reject"_s, 6);
        right.reviews = {reviewOf(1, 2)};
        const Result<MergedArticle> merged = mergeArticles({{u"left"_s, left}, {u"right"_s, right}});
        QVERIFY(merged);
        const AnnotatedArticle &article = merged.value().article;
        QCOMPARE(article.layers.size(), 2);
        QCOMPARE(article.layers.at(0), left.layers.first());
        QCOMPARE(article.layers.at(1).info.uid, u"layer-Vera-2"_s);
        QCOMPARE(article.layers.at(1).mentions, right.layers.first().mentions);
        QCOMPARE(article.reviews.first().of, LayerId(2));
        QVERIFY(messages(merged.value().issues).startsWith(u"right: "_s));
        // Once more the same: nothing is added.
        const Result<MergedArticle> again = mergeArticles({{u"both"_s, article}, {u"right"_s, right}});
        QVERIFY(again);
        QCOMPARE(described(again.value().article), described(article));
    }

    void differencesOfTheArticleAreReportedAndEmptyFieldsFilled()
    {
        AnnotatedArticle a = articleBy(u"Vera"_s);
        a.head.rights.clear();
        AnnotatedArticle b = articleBy(u"Ole"_s);
        b.head.title = u"Another"_s;
        b.head.rights = u"(c)"_s;
        b.head.attributes = {{u"desk"_s, u"Balkans"_s}};
        b.tagset.types.removeLast();
        b.tagset.types.first().name = u"Human"_s;
        b.tagset.types.append({u"ship"_s, u"Ship"_s, u"#000000"_s, {}});
        b.agents.first().version = u"0.2.0"_s;
        b.layers.first().info.modified = Morning.addSecs(60);
        const Result<MergedArticle> merged = mergeArticles({{u"a"_s, a}, {u"b"_s, b}});
        QVERIFY(merged);
        const AnnotatedArticle &article = merged.value().article;
        QCOMPARE(article.head.title, a.head.title);
        QCOMPARE(article.head.rights, u"(c)"_s);
        QCOMPARE(article.head.attributes.size(), 1);
        QCOMPARE(article.tagset.types.size(), a.tagset.types.size() + 1);
        QCOMPARE(article.tagset.find(u"person"_s)->name, a.tagset.types.first().name);
        QVERIFY(article.tagset.find(u"ship"_s));
        QCOMPARE(article.agents.first().version, u"0.2.0"_s);
        QCOMPARE(merged.value().issues.size(), 3); // title, type, detector
        QVERIFY(messages(merged.value().issues).contains(u"\"Another\""_s));
    }

    void anotherTextIsRefusedWithThePlace()
    {
        const AnnotatedArticle a = articleBy(u"Vera"_s);
        AnnotatedArticle b = a;
        b.text = ArticleText(QString(Story).replace(u"\U0001F600"_s, u"\U0001F601"_s));
        const Result<MergedArticle> merged = mergeArticles({{u"a.xml"_s, a}, {u"b.xml"_s, b}});
        QVERIFY(!merged);
        QCOMPARE(merged.error().kind, ErrorKind::Conflict);
        QCOMPARE(merged.error().file, u"b.xml"_s);
        QVERIFY2(merged.error().message.contains(u"\"a.xml\": from line 3, column 19"_s), qPrintable(merged.error().message));
        b.text = ArticleText(Story + u"\n"_s);
        const Result<void> shorter = checkSameText({u"a.xml"_s, a}, {u"b.xml"_s, b});
        QVERIFY(!shorter && shorter.error().message.contains(u"the end of the text"_s));
    }

    void prefixOfTwoMeaningsIsRefused()
    {
        AnnotatedArticle a = articleBy(u"Vera"_s);
        a.foreignNamespaces = u" xmlns:x=\"urn:1\""_s;
        AnnotatedArticle b = articleBy(u"Ole"_s);
        b.foreignNamespaces = u" xmlns:y=\"urn:2\" xmlns:x=\"urn:1\""_s;
        const Result<MergedArticle> merged = mergeArticles({{u"a"_s, a}, {u"b"_s, b}});
        QVERIFY(merged);
        QCOMPARE(merged.value().article.foreignNamespaces, u" xmlns:x=\"urn:1\" xmlns:y=\"urn:2\""_s);
        b.foreignNamespaces = u" xmlns:x=\"urn:2\""_s;
        const Result<MergedArticle> refused = mergeArticles({{u"a"_s, a}, {u"b"_s, b}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    }

    void twoStatesOfAReviewBecomeOne()
    {
        const QDateTime noon = Morning.addSecs(10800);
        Review one = reviewOf(1, 4);
        one.verdicts = {{1, Decision::Return, 4, Morning, u"why"_s}};
        one.comments = {{1, 0, 2, 0, 4, Morning, u"see"_s}, {2, 1, 2, 0, 5, noon, u"seen"_s}};
        Review other = reviewOf(1, 4);
        other.started = noon;
        other.verdicts = {{1, Decision::Return, 4, Morning, u"why"_s}, {1, Decision::Approve, 4, noon, {}}};
        // The first comment is the same, the second took the id that another has in the first state.
        other.comments = {{1, 0, 2, 0, 4, Morning, u"see"_s}, {2, 1, 2, 0, 4, noon, u"and?"_s}};
        QList<Review> reviews{one};
        uniteReview(reviews, other);
        QCOMPARE(reviews.size(), 1);
        QCOMPARE(reviews.first().started, Morning);
        QCOMPARE(reviews.first().verdicts.size(), 2);
        QCOMPARE(reviews.first().verdictOn(1)->decision, Decision::Approve);
        QCOMPARE(reviews.first().comments.size(), 3);
        QCOMPARE(reviews.first().comment(3)->text, u"and?"_s);
        QCOMPARE(reviews.first().comment(3)->parent, CommentId(1));
        uniteReview(reviews, other); // once more: nothing new
        QCOMPARE(reviews.first().comments.size(), 3);
        QCOMPARE(reviews.first().verdicts.size(), 2);
        // Somebody else's review of the layer keeps its comments apart.
        Review third = reviewOf(1, 6);
        third.comments = {{1, 0, 1, 0, 6, noon, u"I agree"_s}};
        uniteReview(reviews, third);
        QCOMPARE(reviews.size(), 2);
        QCOMPARE(reviews.last().comments.first().id, CommentId(4));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestMerging)
#include "tst_merging.moc"
