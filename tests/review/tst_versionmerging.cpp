// SPDX-License-Identifier: Apache-2.0
#include "review/versionmerging.h"

#include "annotation/actions.h"
#include "annotation/reviewactions.h"
#include "annotation/textcorrection.h"
#include "support/testhelper.h"

#include <functional>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

const QDateTime At(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);
const Author Anna{u"anna"_s, u"Anna"_s};
const Author Bert{u"bert"_s, u"Bert"_s};
const QString Text = u"Marin to host Okoro\n\nOSLO. Elsa Marin and Tunde Okoro meet on Friday."_s;

using Act = std::function<void(ActionBuilder &)>;

/// Suggestions of the detector: m1 Marin (e1), m2 Okoro (e2), m3 OSLO, m4 Friday.
AnnotatedArticle suggested()
{
    AnnotatedArticle article;
    article.text = ArticleText(Text);
    Layer layer;
    layer.info.stage = Stage::Suggested;
    layer.info.uid = u"dateline-1"_s;
    const auto entity = [&](EntityId id, const QString &name) {
        Entity value;
        value.id = id;
        value.type = u"person"_s;
        value.name = name;
        layer.entities.insert(id, value);
    };
    entity(1, u"Marin"_s);
    entity(2, u"Okoro"_s);
    const auto mention = [&](MentionId id, EntityId of, const QString &type, const QString &words) {
        Mention value;
        value.id = id;
        value.entity = of;
        value.type = type;
        const qsizetype begin = Text.indexOf(words);
        value.spans = {{begin, begin + words.size()}};
        layer.mentions.insert(value);
    };
    mention(1, 1, u"person"_s, u"Marin"_s);
    mention(2, 2, u"person"_s, u"Okoro"_s);
    mention(3, 0, u"place"_s, u"OSLO"_s);
    mention(4, 0, u"date"_s, u"Friday"_s);
    Agent detector;
    detector.uid = u"dateline-detector"_s;
    detector.kind = AgentKind::Detector;
    detector.name = u"Dateline"_s;
    article.addLayer(layer, detector);
    return article;
}

AnnotatedArticle after(const AnnotatedArticle &article, const Author &author, const Act &act, qint64 seconds = 0)
{
    const Agent *agent = article.agentByUid(author.uid);
    const Layer *own = agent ? article.layerBy(agent->id) : nullptr;
    ActionBuilder builder(article, own ? own->info.id : article.detectorLayer()->info.id, author, At.addSecs(seconds));
    act(builder);
    AnnotatedArticle result = article;
    const Result<ArticleChange> done = result.apply(builder.finish(u"Act"_s));
    if (!done)
        QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
    return result;
}

/// Anna has accepted Marin: her layer.
AnnotatedArticle begun()
{
    return after(suggested(), Anna, [](ActionBuilder &b) { b.setStatus(1, Status::Accepted); });
}

struct Merge
{
    AnnotatedArticle article;
    QList<VersionConflict> conflicts;
    IssueList issues;
    qsizetype steps = 0;
};

Merge merged(const AnnotatedArticle &base, const AnnotatedArticle &ours, const AnnotatedArticle &theirs)
{
    const Result<MergedVersions> result = mergeVersions(base, ours, theirs, Anna, At.addSecs(1000));
    if (!result) {
        QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return {ours, {}, {}, 0};
    }
    Merge merge{ours, result.value().conflicts, result.value().issues, result.value().transactions.size()};
    for (const Transaction &transaction : result.value().transactions) {
        if (!merge.article.apply(transaction))
            QTest::qFail("a transaction of the merge does not fit", __FILE__, __LINE__);
    }
    AnnotatedArticle back = merge.article;
    for (auto transaction = result.value().transactions.crbegin(); transaction != result.value().transactions.crend();
         ++transaction) {
        if (!back.apply(transaction->inverse()))
            QTest::qFail("a transaction of the merge cannot be undone", __FILE__, __LINE__);
    }
    if (!(back == ours))
        QTest::qFail("undo does not give back what was", __FILE__, __LINE__);
    return merge;
}

const Mention &mentionOf(const Merge &merge, MentionId id) { return *merge.article.layers.first().mentions.find(id); }

} // namespace

class TestVersionMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNewIsNoStep()
    {
        const AnnotatedArticle base = begun();
        QCOMPARE(merged(base, base, base).steps, 0);
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) { b.reject(2); });
        const Merge merge = merged(base, ours, base);
        QCOMPARE(merge.steps, 0);
        QVERIFY(merge.article == ours);
        const Merge other = merged(base, base, ours);
        QVERIFY(other.conflicts.isEmpty());
        QVERIFY(other.article.layers == ours.layers);
    }

    void workOfBothOnDifferentMentionsIsThere()
    {
        const AnnotatedArticle base = begun();
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) {
            b.reject(2);
            b.setNote(1, u"ours"_s);
            b.add({6, 8}, u"event"_s);
        });
        const AnnotatedArticle theirs = after(
            base, Anna,
            [](ActionBuilder &b) {
                b.setStatus(3, Status::Accepted);
                b.rename(1, u"Elsa Marin"_s);
                b.add({9, 13}, u"topic"_s);
            },
            5);
        const Merge merge = merged(base, ours, theirs);
        QVERIFY(merge.conflicts.isEmpty());
        QCOMPARE(merge.article.layers.size(), 1);
        QCOMPARE(mentionOf(merge, 2).status, Status::Rejected);
        QCOMPARE(mentionOf(merge, 3).status, Status::Accepted);
        QCOMPARE(mentionOf(merge, 1).notes.size(), 1);
        QCOMPARE(merge.article.layers.first().entity(1)->name, u"Elsa Marin"_s);
        // Both added a mention under the same id: two mentions now.
        QCOMPARE(merge.article.layers.first().mentions.size(), 6);
        QSet<QString> types;
        merge.article.layers.first().mentions.forEach([&](const Mention &mention) { types.insert(mention.type); });
        QVERIFY(types.contains(u"event"_s) && types.contains(u"topic"_s));
    }

    void differentFieldsOfOneMentionGoTogether()
    {
        const AnnotatedArticle base = begun();
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) { b.retype(3, u"organisation"_s); });
        const AnnotatedArticle theirs = after(
            base, Anna, [](ActionBuilder &b) { b.setNorm(3, u"Oslo"_s); }, 5);
        const Merge merge = merged(base, ours, theirs);
        QVERIFY(merge.conflicts.isEmpty());
        QCOMPARE(mentionOf(merge, 3).type, u"organisation"_s);
        QCOMPARE(mentionOf(merge, 3).norm, u"Oslo"_s);
        QVERIFY(mentionOf(merge, 3).events.size() >= 2);
    }

    void theSameFieldIsAConflictAndOursStays()
    {
        const AnnotatedArticle base = begun();
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) { b.retype(3, u"organisation"_s); });
        const AnnotatedArticle theirs = after(
            base, Anna, [](ActionBuilder &b) { b.retype(3, u"event"_s); }, 5);
        const Merge merge = merged(base, ours, theirs);
        QCOMPARE(merge.conflicts.size(), 1);
        QCOMPARE(merge.conflicts.first().field, VersionConflict::Field::Type);
        QCOMPARE(merge.conflicts.first().mention, 3u);
        QCOMPARE(merge.conflicts.first().ours, u"organisation"_s);
        QCOMPARE(merge.conflicts.first().theirs, u"event"_s);
        QVERIFY(describe(merge.conflicts.first()).contains(u"OSLO"_s));
        QCOMPARE(mentionOf(merge, 3).type, u"organisation"_s);
    }

    void theSameTagOfBothIsOne()
    {
        const AnnotatedArticle base = begun();
        const Act add = [](ActionBuilder &b) { b.add({26, 36}, u"person"_s); };
        const Act addTwo = [](ActionBuilder &b) {
            b.add({6, 8}, u"event"_s);
            b.add({26, 36}, u"person"_s);
        };
        const Merge merge = merged(base, after(base, Anna, add), after(base, Anna, addTwo, 5));
        QCOMPARE(merge.article.layers.first().mentions.size(), 6);
        QVERIFY(merge.conflicts.isEmpty());
    }

    void layersOfOthersComeIn()
    {
        const AnnotatedArticle base = begun();
        AnnotatedArticle theirs = base;
        Layer layer = suggested().layers.first();
        layer.info.id = 0;
        layer.info.uid = u"bert-1"_s;
        layer.info.stage = Stage::Draft;
        Agent bert;
        bert.uid = Bert.uid;
        bert.name = Bert.name;
        theirs.addLayer(layer, bert);
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) { b.reject(2); });
        const Merge merge = merged(base, ours, theirs);
        QCOMPARE(merge.article.layers.size(), 2);
        QCOMPARE(merge.article.agent(merge.article.layers.last().info.by)->uid, Bert.uid);
        QCOMPARE(merge.article.layers.last().mentions.size(), 4);
        QVERIFY(merge.conflicts.isEmpty());
    }

    void ownLayersOfTheSameSuggestionsBecomeOne()
    {
        const AnnotatedArticle base = suggested();
        const AnnotatedArticle ours = after(base, Anna, [](ActionBuilder &b) { b.setStatus(1, Status::Accepted); });
        const AnnotatedArticle theirs = after(
            base, Anna, [](ActionBuilder &b) { b.reject(2); }, 5);
        QVERIFY(ours.layers.first().info.uid != theirs.layers.first().info.uid);
        const Merge merge = merged(base, ours, theirs);
        QCOMPARE(merge.article.layers.size(), 1);
        QCOMPARE(mentionOf(merge, 1).status, Status::Accepted);
        QCOMPARE(mentionOf(merge, 2).status, Status::Rejected);
        QVERIFY(merge.conflicts.isEmpty());
        // By different persons they are two.
        const AnnotatedArticle berts = after(
            base, Bert, [](ActionBuilder &b) { b.reject(2); }, 5);
        const Merge both = merged(base, ours, berts);
        QCOMPARE(both.article.layers.size(), 2);
        QVERIFY(both.conflicts.isEmpty());
        // Suggestions that nobody here touched give way to what a person made of them there.
        const Merge adopted = merged(base, base, berts);
        QCOMPARE(adopted.article.layers.size(), 1);
        QCOMPARE(adopted.article.agent(adopted.article.layers.first().info.by)->uid, Bert.uid);
    }

    void reviewsOfBothSidesAreUnited()
    {
        AnnotatedArticle base = after(begun(), Anna, [](ActionBuilder &b) { b.setStage(Stage::Submitted); });
        const LayerId layer = base.layers.first().info.id;
        const auto review = [&](const AnnotatedArticle &article, const std::function<void(ReviewBuilder &)> &act,
                                qint64 seconds) {
            ReviewBuilder builder(article, layer, Bert, At.addSecs(seconds));
            act(builder);
            AnnotatedArticle result = article;
            const Result<ArticleChange> done = result.apply(builder.finish(u"Review"_s));
            if (!done)
                QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
            return result;
        };
        base = review(
            base, [](ReviewBuilder &b) { b.approve(1); }, 10);
        const AnnotatedArticle ours = review(
            base,
            [](ReviewBuilder &b) {
                b.returnMention(2, u"why?"_s);
                b.comment(1, u"ours"_s);
            },
            20);
        const AnnotatedArticle theirs = review(
            base,
            [](ReviewBuilder &b) {
                b.returnMention(3, u"a city"_s);
                b.comment(3, u"theirs"_s);
                b.propose({26, 36}, u"person"_s);
            },
            15);
        const Merge merge = merged(base, ours, theirs);
        QCOMPARE(merge.article.reviews.size(), 1);
        const Review &united = merge.article.reviews.first();
        QCOMPARE(united.verdicts.size(), 3);
        QCOMPARE(united.comments.size(), 2);
        QCOMPARE(united.proposals.size(), 1);
    }

    void headsMergeFieldByField()
    {
        const AnnotatedArticle base = begun();
        const auto with = [&](const std::function<void(Head &)> &change) {
            return after(base, Anna, [&](ActionBuilder &b) {
                Head head = b.article().head;
                change(head);
                b.setHead(head);
            });
        };
        const AnnotatedArticle ours = with([](Head &h) {
            h.title = u"Ours"_s;
            h.place = u"Oslo"_s;
        });
        const AnnotatedArticle theirs = with([](Head &h) {
            h.title = u"Theirs"_s;
            h.url = u"http://example.org"_s;
        });
        const Merge merge = merged(base, ours, theirs);
        QCOMPARE(merge.article.head.title, u"Ours"_s);
        QCOMPARE(merge.article.head.place, u"Oslo"_s);
        QCOMPARE(merge.article.head.url, u"http://example.org"_s);
        QCOMPARE(merge.conflicts.size(), 1);
        QCOMPARE(merge.conflicts.first().theirs, u"Theirs"_s);
    }

    void aCorrectedTextMergesFromEitherSide()
    {
        const AnnotatedArticle base = begun();
        AnnotatedArticle corrected = base;
        const qsizetype at = Text.indexOf(u"Friday");
        QVERIFY(corrected.apply(correctText(base, {at, at}, u"next "_s, Bert, At.addSecs(3)).value().transaction).isOk());
        const AnnotatedArticle tagged = after(base, Anna, [](ActionBuilder &b) {
            b.setStatus(4, Status::Accepted);
            b.add({6, 8}, u"event"_s);
        });
        for (const Merge &merge : {merged(base, tagged, corrected), merged(base, corrected, tagged)}) {
            QVERIFY(merge.conflicts.isEmpty());
            QCOMPARE(merge.article.text.text(), corrected.text.text());
            QCOMPARE(mentionOf(merge, 4).status, Status::Accepted);
            QCOMPARE(merge.article.text.view(mentionOf(merge, 4).spans.first()).toString(), u"Friday"_s);
            QCOMPARE(merge.article.layers.first().mentions.size(), 5);
        }
        AnnotatedArticle otherwise = base;
        QVERIFY(otherwise.apply(correctText(base, {0, 5}, u"Marinen"_s, Anna, At).value().transaction).isOk());
        const auto refused = mergeVersions(base, otherwise, corrected, Anna, At);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    }

    void whatNoEditCanChangeIsTold()
    {
        const AnnotatedArticle base = begun();
        AnnotatedArticle theirs = base;
        theirs.tagset.types.append({u"law"_s, u"Law"_s, u"#000000"_s, {}});
        const Merge merge = merged(base, base, theirs);
        QCOMPARE(merge.issues.size(), 1);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestVersionMerging)
#include "tst_versionmerging.moc"
