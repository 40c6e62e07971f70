// SPDX-License-Identifier: Apache-2.0
#include "annotation/actions.h"
#include "support/testhelper.h"

#include <functional>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

const Author Ann{u"uid-ann"_s, u"Ann"_s};
const QDateTime At = QDateTime::fromSecsSinceEpoch(1774083600, Qt::UTC);

/// "Lavrov met Dacic. Lavrov left Belgrade." with three suggestions of two entities and a place.
AnnotatedArticle article()
{
    AnnotatedArticle result;
    result.text = ArticleText(u"Lavrov met Dacic. Lavrov left Belgrade."_s);
    Layer layer;
    layer.info.uid = u"detector-layer"_s;
    layer.info.stage = Stage::Suggested;
    const auto entity = [&](EntityId id, const QString &type, const QString &name) {
        layer.entities.insert(id, Entity{id, type, name, {}, {}, {}, {}});
    };
    entity(1, u"person"_s, u"Lavrov"_s);
    entity(2, u"person"_s, u"Dacic"_s);
    entity(3, u"place"_s, u"Belgrade"_s);
    const auto mention = [&](MentionId id, EntityId of, qsizetype begin, qsizetype end) {
        Mention m;
        m.id = id;
        m.entity = of;
        m.type = layer.entities.value(of).type;
        m.confidence = 0.9;
        m.why = u"test"_s;
        m.spans = {{begin, end}};
        layer.mentions.insert(m);
    };
    mention(1, 1, 0, 6);
    mention(2, 2, 11, 16);
    mention(3, 1, 18, 24);
    mention(4, 3, 30, 38);
    Agent detector;
    detector.uid = u"dateline-detector"_s;
    detector.kind = AgentKind::Detector;
    detector.name = u"Dateline"_s;
    result.addLayer(layer, detector);
    return result;
}

using Action = std::function<void(ActionBuilder &)>;

} // namespace

Q_DECLARE_METATYPE(Action)

class TestActions : public QObject
{
    Q_OBJECT

private:
    static const Mention &mention(const AnnotatedArticle &of, MentionId id) { return *of.layers.first().mentions.find(id); }

private Q_SLOTS:
    void everyActionIsUndoneByItsInverse_data()
    {
        QTest::addColumn<Action>("action");
        const auto row = [](const char *name, const Action &action) { QTest::newRow(name) << action; };
        row("accept", [](ActionBuilder &b) { b.setStatus(1, Status::Accepted); });
        row("reject", [](ActionBuilder &b) { b.reject(1); });
        row("retype one", [](ActionBuilder &b) { b.retype(4, u"organisation"_s); });
        row("retype entity", [](ActionBuilder &b) { b.retypeEntity(1, u"organisation"_s); });
        row("move", [](ActionBuilder &b) { b.setSpans(1, {{0, 10}}); });
        row("add", [](ActionBuilder &b) { b.add({7, 10}, u"event"_s); });
        row("accept entity", [](ActionBuilder &b) { b.acceptEntity(1); });
        row("reject entity", [](ActionBuilder &b) { b.rejectEntity(1); });
        row("rename", [](ActionBuilder &b) { b.rename(1, u"Sergey Lavrov"_s); });
        row("link", [](ActionBuilder &b) { b.setEntityLink(1, u"urn:x"_s); });
        row("merge", [](ActionBuilder &b) { b.merge(2, 1); });
        row("split", [](ActionBuilder &b) { b.split({3}); });
        row("entity attribute", [](ActionBuilder &b) { b.setEntityAttribute(1, u"k"_s, u"v"_s); });
        row("entity note", [](ActionBuilder &b) { b.addEntityNote(1, u"hm"_s); });
        row("mention link", [](ActionBuilder &b) { b.setLink(1, u"urn:y"_s); });
        row("norm", [](ActionBuilder &b) { b.setNorm(1, u"2024"_s); });
        row("note", [](ActionBuilder &b) { b.setNote(1, u"why?"_s); });
        row("unsure", [](ActionBuilder &b) { b.setUnsure(1, true); });
        row("attribute", [](ActionBuilder &b) { b.setAttribute(1, u"k"_s, u"v"_s); });
        row("head", [](ActionBuilder &b) {
            Head h;
            h.title = u"T"_s;
            b.setHead(h);
        });
        row("submit", [](ActionBuilder &b) { b.setStage(Stage::Submitted); });
        row("several", [](ActionBuilder &b) {
            b.acceptEntity(1);
            b.merge(2, 1);
            b.add({7, 10}, u"event"_s);
            b.reject(4);
        });
    }

    void everyActionIsUndoneByItsInverse()
    {
        QFETCH(Action, action);
        const AnnotatedArticle before = article();
        AnnotatedArticle work = before;
        ActionBuilder builder(work, 1, Ann, At);
        action(builder);
        const Transaction transaction = builder.finish(u"step"_s);
        QVERIFY(!transaction.isEmpty());
        QVERIFY(work == before);
        QVERIFY(work.apply(transaction));
        QVERIFY(!(work == before));
        QVERIFY(work == builder.article());
        const AnnotatedArticle after = work;
        QVERIFY(work.apply(transaction.inverse()));
        QVERIFY(work == before);
        QVERIFY(work.apply(transaction));
        QVERIFY(work == after);
    }

    void journalStreamReadsBackEveryAction_data() { everyActionIsUndoneByItsInverse_data(); }
    void journalStreamReadsBackEveryAction()
    {
        QFETCH(Action, action);
        ActionBuilder builder(article(), 1, Ann, At);
        action(builder);
        const Transaction transaction = builder.finish(u"step"_s);
        QByteArray bytes;
        {
            QDataStream out(&bytes, QIODevice::WriteOnly);
            out << transaction;
        }
        QDataStream in(bytes);
        Transaction read;
        in >> read;
        QCOMPARE(in.status(), QDataStream::Ok);
        QVERIFY(read == transaction);
        for (qsizetype cut = 0; cut < bytes.size(); cut += 7) {
            QDataStream torn(bytes.left(cut));
            torn >> read;
            QVERIFY(torn.status() != QDataStream::Ok);
        }
    }

    void theFirstDecisionMakesALayerOfOnesOwn()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        builder.acceptEntity(1);
        QVERIFY(work.apply(builder.finish({})));
        QCOMPARE(work.layers.size(), 1);
        const Layer &layer = work.layers.first();
        QCOMPARE(layer.info.stage, Stage::Draft);
        QCOMPARE(work.agent(layer.info.by)->uid, Ann.uid);
        QVERIFY(layer.info.uid != u"detector-layer"_s);
        QCOMPARE(work.detectorLayer(), nullptr);
        const Mention &accepted = mention(work, 3);
        QCOMPARE(accepted.status, Status::Accepted);
        QCOMPARE(work.agent(accepted.origin)->kind, AgentKind::Detector);
        QCOMPARE(accepted.events.size(), 1);
        QCOMPARE(accepted.events.first().action, u"accept"_s);
        QCOMPARE(mention(work, 2).status, Status::Suggested);
    }

    void rejectingOnesOwnMentionWithdrawsIt()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        const MentionId own = builder.add({7, 10}, u"event"_s);
        builder.reject(own);
        builder.reject(1);
        QVERIFY(work.apply(builder.finish({})));
        QCOMPARE(mention(work, own).status, Status::Withdrawn);
        QCOMPARE(mention(work, 1).status, Status::Rejected);
    }

    void addingTheSameWordsJoinsTheirEntity()
    {
        AnnotatedArticle work = article();
        ActionBuilder rename(work, 1, Ann, At);
        rename.rename(1, u"Sergey Lavrov"_s);
        QVERIFY(work.apply(rename.finish({})));
        ActionBuilder builder(work, 1, Ann, At);
        builder.reject(3);
        const MentionId again = builder.add({18, 24}, u"person"_s);
        QCOMPARE(builder.article().layers.first().mentions.find(again)->entity, 1u);
    }

    void retypingTheLastMentionDropsItsEntity()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        builder.retype(4, u"organisation"_s);
        QVERIFY(work.apply(builder.finish({})));
        QVERIFY(!work.layers.first().entity(3));
        const Entity *fresh = work.layers.first().entity(mention(work, 4).entity);
        QVERIFY(fresh);
        QCOMPARE(fresh->type, u"organisation"_s);
        QCOMPARE(fresh->name, u"Belgrade"_s);
    }

    void retypingAnEntityTakesAllItsMentionsInOneStep()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        builder.retypeEntity(1, u"place"_s);
        QVERIFY(work.apply(builder.finish({})));
        QCOMPARE(mention(work, 1).type, u"place"_s);
        QCOMPARE(mention(work, 3).type, u"place"_s);
        QCOMPARE(mention(work, 3).events.last().from, u"person"_s);
    }

    void mergeKeepsTheOthersLinkAndMovesAllMentions()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        builder.setEntityLink(2, u"urn:dacic"_s);
        builder.merge(2, 1);
        QVERIFY(work.apply(builder.finish({})));
        QVERIFY(!work.layers.first().entity(2));
        QCOMPARE(work.layers.first().entity(1)->link, u"urn:dacic"_s);
        QCOMPARE(work.layers.first().mentionsOf(1).size(), 3);
    }

    void splitOfEverythingDoesNothing()
    {
        ActionBuilder builder(article(), 1, Ann, At);
        QCOMPARE(builder.split({1, 3}), 0u);
        QVERIFY(builder.isEmpty());
    }

    void actionsThatChangeNothingAreEmpty()
    {
        AnnotatedArticle work = article();
        ActionBuilder builder(work, 1, Ann, At);
        builder.setStatus(1, Status::Suggested);
        builder.rename(1, u"Lavrov"_s);
        builder.setNorm(1, {});
        builder.setNote(1, {});
        builder.setUnsure(1, false);
        builder.setStatus(99, Status::Accepted);
        builder.merge(1, 1);
        builder.setHead({});
        QVERIFY(builder.isEmpty());
    }

    void aStaleTransactionIsAConflictAndChangesNothing()
    {
        AnnotatedArticle work = article();
        ActionBuilder first(work, 1, Ann, At);
        first.setStatus(1, Status::Accepted);
        ActionBuilder second(work, 1, Ann, At);
        second.setStatus(2, Status::Accepted);
        second.reject(1);
        QVERIFY(work.apply(first.finish({})));
        const AnnotatedArticle before = work;
        const Result<ArticleChange> result = work.apply(second.finish({}));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QVERIFY(work == before);
    }

    void editsThatBreakTheArticleAreRefused()
    {
        AnnotatedArticle work = article();
        const AnnotatedArticle before = work;
        Mention outside = mention(work, 1);
        outside.spans = {{30, 400}};
        QCOMPARE(work.apply({{}, At, {MentionEdit{1, mention(work, 1), outside}}}).error().kind, ErrorKind::Malformed);
        Mention orphan = mention(work, 1);
        orphan.entity = 77;
        QCOMPARE(work.apply({{}, At, {MentionEdit{1, mention(work, 1), orphan}}}).error().kind, ErrorKind::Malformed);
        QCOMPARE(work.apply({{}, At, {MentionEdit{9, mention(work, 1), orphan}}}).error().kind, ErrorKind::Conflict);
        QVERIFY(work == before);
    }

    void detectingAgainNeverTouchesDecisions()
    {
        AnnotatedArticle work = article();
        ActionBuilder decide(work, 1, Ann, At);
        decide.setStatus(1, Status::Accepted);
        decide.reject(4);
        QVERIFY(work.apply(decide.finish({})));
        Layer fresh = article().layers.first();
        Mention extra;
        extra.id = 9;
        extra.type = u"event"_s;
        extra.spans = {{7, 10}};
        fresh.mentions.insert(extra);
        ActionBuilder again(work, 1, Ann, At);
        again.replaceSuggestions(fresh, *work.agentByUid(u"dateline-detector"));
        QVERIFY(work.apply(again.finish({})));
        const QList<Mention> all = work.layers.first().mentions.toList();
        QCOMPARE(all.size(), 5);
        QCOMPARE(mention(work, 1).status, Status::Accepted);
        QCOMPARE(mention(work, 4).status, Status::Rejected);
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const Mention &m) { return m.status == Status::Suggested; }), 3);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestActions)
#include "tst_actions.moc"
