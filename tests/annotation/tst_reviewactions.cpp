// SPDX-License-Identifier: Apache-2.0
#include "annotation/reviewfixture.h"
#include "support/testhelper.h"

#include <QElapsedTimer>

#include <functional>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

using ReviewAction = std::function<void(ReviewBuilder &)>;
using Answer = std::function<void(ActionBuilder &)>;

Q_DECLARE_METATYPE(ReviewAction)
Q_DECLARE_METATYPE(Answer)

namespace {

/// Round one is over: m1 returned, m2 commented (c1), "Kosovo" proposed (p1), the article returned.
AnnotatedArticle returned()
{
    AnnotatedArticle article = submitted();
    const bool isDone = review(article, 10, [](ReviewBuilder &b) {
        b.returnMention(1, u"whole name?"_s);
        b.approve(4);
        b.comment(2, u"sure?"_s);
        b.propose({44, 50}, u"place"_s, u"Kosovo"_s);
        QVERIFY(b.finishReturned());
    });
    if (!isDone)
        return {};
    return article;
}

QByteArray streamed(const Transaction &transaction)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << transaction;
    return bytes;
}

} // namespace

class TestReviewActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionOfAReviewerIsUndoneByItsInverse_data()
    {
        QTest::addColumn<ReviewAction>("action");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *name, const ReviewAction &action, const QString &label) {
            QTest::newRow(name) << action << label;
        };
        row(
            "approve", [](ReviewBuilder &b) { b.approve(2); }, u"Approve “Dacic”"_s);
        row(
            "return", [](ReviewBuilder &b) { b.returnMention(2, u" who? "_s); }, u"Return “Dacic”: who?"_s);
        row(
            "return without reason", [](ReviewBuilder &b) { b.returnMention(2); }, u"Return “Dacic”"_s);
        row(
            "another reason", [](ReviewBuilder &b) { b.returnMention(1, u"%1"_s); }, u"Return “Lavrov”: %1"_s);
        row(
            "clear", [](ReviewBuilder &b) { b.clearVerdict(1); }, u"Clear the verdict on “Lavrov”"_s);
        row(
            "entity", [](ReviewBuilder &b) { b.approveEntity(1); }, u"Approve 1 mention(s) of Lavrov"_s);
        row(
            "rest", [](ReviewBuilder &b) { b.approveRest(); }, u"Approve the other 2 mention(s)"_s);
        row(
            "comment", [](ReviewBuilder &b) { b.comment(2, u"hm"_s); }, u"Comment on “Dacic”"_s);
        row(
            "comment on the article", [](ReviewBuilder &b) { b.commentOnArticle(u"hm"_s); }, u"Comment on the article"_s);
        row(
            "comment on a proposal", [](ReviewBuilder &b) { b.commentOnProposal(1, u"hm"_s); },
            u"Comment on the proposal “Kosovo”"_s);
        row(
            "reply", [](ReviewBuilder &b) { b.reply(1, u"hm"_s); }, u"Reply to a comment"_s);
        row(
            "propose",
            [](ReviewBuilder &b) {
                b.propose({7, 10}, u"event"_s);
            },
            u"Propose “met” as Event"_s);
        row(
            "withdraw", [](ReviewBuilder &b) { b.withdraw(1); }, u"Withdraw the proposal “Kosovo”"_s);
        row(
            "approve the article",
            [](ReviewBuilder &b) {
                b.approve(1);
                QVERIFY(b.finishApproved());
            },
            u"Approve the article"_s);
    }
    void everyActionOfAReviewerIsUndoneByItsInverse()
    {
        QFETCH(ReviewAction, action);
        QFETCH(QString, label);
        const AnnotatedArticle before = returned();
        AnnotatedArticle work = before;
        ReviewBuilder builder(work, 1, reviewer(), at(11));
        action(builder);
        const Transaction transaction = builder.finish();
        QVERIFY(!transaction.isEmpty());
        QCOMPARE(transaction.label, label);
        const auto done = work.apply(transaction);
        QVERIFY2(done.isOk(), done.isOk() ? "" : qPrintable(done.error().message));
        QVERIFY(!(work == before));
        QVERIFY(work == builder.article());
        QVERIFY(done.value().hasReviewChanged || done.value().hasLayerChanged);
        QCOMPARE(done.value().layer, LayerId(1));
        // Nothing of what the annotator made is touched.
        QVERIFY(work.layers.first().mentions == before.layers.first().mentions);
        QVERIFY(work.layers.first().entities == before.layers.first().entities);
        QCOMPARE(work.layers.first().info.modified, before.layers.first().info.modified);
        const AnnotatedArticle after = work;
        QVERIFY(work.apply(transaction.inverse()));
        QVERIFY(work == before);
        QVERIFY(work.apply(transaction));
        QVERIFY(work == after);
        QVERIFY(!work.apply(transaction).isOk());
        QVERIFY(work == after);
        // The journal says the same.
        QByteArray bytes = streamed(transaction);
        Transaction read;
        QDataStream stream(&bytes, QIODevice::ReadOnly);
        stream >> read;
        QCOMPARE(stream.status(), QDataStream::Ok);
        QVERIFY(stream.atEnd());
        QVERIFY(read == transaction);
    }

    void whatChangesNothingAddsNothing_data()
    {
        QTest::addColumn<ReviewAction>("action");
        const auto row = [](const char *name, const ReviewAction &action) { QTest::newRow(name) << action; };
        row("approved already", [](ReviewBuilder &b) { b.approve(4); });
        row("returned already", [](ReviewBuilder &b) { b.returnMention(1, u"whole name?"_s); });
        row("no verdict to clear", [](ReviewBuilder &b) { b.clearVerdict(2); });
        row("unknown mention", [](ReviewBuilder &b) { b.approve(77); });
        row("unknown entity", [](ReviewBuilder &b) { b.approveEntity(77); });
        row("empty comment", [](ReviewBuilder &b) { b.comment(2, u"  "_s); });
        row("reply to nothing", [](ReviewBuilder &b) { b.reply(77, u"hm"_s); });
        row("comment on no proposal", [](ReviewBuilder &b) { b.commentOnProposal(77, u"hm"_s); });
        row("proposal outside the text", [](ReviewBuilder &b) { b.propose({50, 900}, u"place"_s); });
        row("withdraw nothing", [](ReviewBuilder &b) { b.withdraw(77); });
    }
    void whatChangesNothingAddsNothing()
    {
        QFETCH(ReviewAction, action);
        ReviewBuilder builder(returned(), 1, reviewer(), at(11));
        action(builder);
        QVERIFY(builder.isEmpty());
        QVERIFY(builder.finish().isEmpty());
    }

    void onlyAnotherPersonsLayerIsReviewed()
    {
        AnnotatedArticle article = submitted();
        ReviewBuilder own(article, 1, annotator(), at(11));
        own.approve(1);
        own.approveRest();
        own.commentOnArticle(u"hm"_s);
        own.propose({0, 3}, u"place"_s);
        QVERIFY(!own.finishApproved().isOk());
        QVERIFY(own.isEmpty());
        article.agents.first().kind = AgentKind::Detector;
        QVERIFY(!ReviewBuilder::canReview(article, 1, reviewer()));
        QVERIFY(!ReviewBuilder::canReview(article, 5, reviewer()));
    }

    void anAnnotatorsBuilderLeavesTheLayersOfOthersAlone()
    {
        const AnnotatedArticle article = submitted();
        Layer fresh = article.layers.first();
        ActionBuilder builder(article, 1, reviewer(), at(11));
        builder.setStatus(1, Status::Rejected);
        QCOMPARE(builder.add({7, 10}, u"event"_s), MentionId(0));
        builder.retypeEntity(1, u"place"_s);
        builder.setStage(Stage::Approved);
        builder.replaceSuggestions(fresh, article.agents.first());
        QVERIFY(!builder.submit().isOk());
        QVERIFY(builder.isEmpty());
    }

    void everyAnswerIsUndoneByItsInverse_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *name, const Answer &answer, const QString &label) {
            QTest::newRow(name) << answer << label;
        };
        row(
            "submit", [](ActionBuilder &b) { QVERIFY(b.submit()); }, u"Mark final"_s);
        row(
            "take", [](ActionBuilder &b) { QCOMPARE(b.takeProposal(1), MentionId(5)); }, u"Take the proposal “Kosovo”"_s);
        row(
            "reply", [](ActionBuilder &b) { QCOMPARE(b.reply(1, u"yes"_s), CommentId(2)); }, u"Reply to a comment"_s);
        row(
            "answer", [](ActionBuilder &b) { QCOMPARE(b.answer(1, u"yes"_s), CommentId(2)); }, u"Answer on “Lavrov”"_s);
        row(
            "answer on a proposal", [](ActionBuilder &b) { QCOMPARE(b.answerProposal(1, u"no"_s), CommentId(2)); },
            u"Answer on the proposal “Kosovo”"_s);
    }
    void everyAnswerIsUndoneByItsInverse()
    {
        QFETCH(Answer, answer);
        QFETCH(QString, label);
        const AnnotatedArticle before = returned();
        AnnotatedArticle work = before;
        ActionBuilder builder(work, 1, annotator(), at(20));
        answer(builder);
        const Transaction transaction = builder.finish();
        QCOMPARE(transaction.label, label);
        QVERIFY(work.apply(transaction));
        QVERIFY(work == builder.article());
        QVERIFY(work.apply(transaction.inverse()));
        QVERIFY(work == before);
    }

    void aTakenProposalIsACopyThatNamesTheReviewer()
    {
        AnnotatedArticle article = returned();
        const Review before = article.reviews.first();
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.takeProposal(1); }));
        QVERIFY(article.reviews.first() == before);
        const Layer &layer = article.layers.first();
        const Mention &taken = *layer.mentions.find(5);
        QCOMPARE(taken.origin, article.agentByUid(reviewer().uid)->id);
        QCOMPARE(taken.status, Status::Accepted);
        QCOMPARE(taken.spans, (QList<Span>{{44, 50}}));
        QCOMPARE(layer.entity(taken.entity)->name, u"Kosovo"_s);
        QVERIFY(taken.attributes.isEmpty());
        QCOMPARE(taken.events, (QList<Event>{{1, at(20), u"add"_s, u"p1"_s, {}}}));
        // Once is enough, and what was withdrawn is not taken.
        QVERIFY(!annotate(article, 21, [](ActionBuilder &b) { QCOMPARE(b.takeProposal(1), MentionId(0)); }));
        AnnotatedArticle other = returned();
        QVERIFY(review(other, 21, [](ReviewBuilder &b) { b.withdraw(1); }));
        QVERIFY(!annotate(other, 22, [](ActionBuilder &b) { QCOMPARE(b.takeProposal(1), MentionId(0)); }));
    }

    void stagesFollowEachOther_data()
    {
        QTest::addColumn<Stage>("from");
        QTest::addColumn<QList<Stage>>("allowed");
        QTest::newRow("suggested") << Stage::Suggested << QList<Stage>{};
        QTest::newRow("draft") << Stage::Draft << QList<Stage>{Stage::Submitted};
        QTest::newRow("submitted") << Stage::Submitted << QList<Stage>{Stage::Returned, Stage::Approved};
        QTest::newRow("returned") << Stage::Returned << QList<Stage>{Stage::Submitted, Stage::Approved};
        QTest::newRow("approved") << Stage::Approved << QList<Stage>{Stage::Returned};
        QTest::newRow("adjudicated") << Stage::Adjudicated << QList<Stage>{};
    }
    void stagesFollowEachOther()
    {
        QFETCH(Stage, from);
        QFETCH(QList<Stage>, allowed);
        for (const Stage to :
             {Stage::Suggested, Stage::Draft, Stage::Submitted, Stage::Returned, Stage::Approved, Stage::Adjudicated}) {
            const Result<void> answer = checkStage(from, to);
            QCOMPARE(answer.isOk(), allowed.contains(to));
            QVERIFY(answer.isOk() || answer.error().message.endsWith(u'.'));
        }
    }

    void anArticleIsNotApprovedWhileMentionsAreReturned()
    {
        AnnotatedArticle article = submitted();
        QVERIFY(review(article, 10, [](ReviewBuilder &b) { b.returnMention(1, u"no"_s); }));
        ReviewBuilder builder(article, 1, reviewer(), at(11));
        builder.approveRest();
        const Result<void> refused = builder.finishApproved();
        QVERIFY(!refused.isOk());
        QVERIFY(refused.error().message.startsWith(u"1 "));
        QCOMPARE(builder.article().layers.first().info.stage, Stage::Submitted);
    }

    void aChangeAsksForAnotherVerdict()
    {
        AnnotatedArticle article = submitted();
        QVERIFY(review(article, 10, [](ReviewBuilder &b) {
            b.approveRest();
            QVERIFY(b.finishReturned());
        }));
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.rename(1, u"Sergey Lavrov"_s); }));
        QVERIFY(annotate(article, 21, [](ActionBuilder &b) { b.setUnsure(2, true); }));
        ReviewBuilder builder(article, 1, reviewer(), at(30));
        builder.approveRest();
        QCOMPARE(builder.finish().label, u"Approve the other 3 mention(s)"_s);
        QCOMPARE(builder.article().reviews.first().verdicts.size(), 7);
    }

    void clearingLeavesEarlierRounds()
    {
        AnnotatedArticle article = returned();
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { QVERIFY(b.submit()); }));
        QVERIFY(review(article, 30, [](ReviewBuilder &b) {
            b.approve(1);
            b.returnMention(1, u"after all"_s);
        }));
        QCOMPARE(article.reviews.first().verdictOn(1)->reason, u"after all"_s);
        QVERIFY(review(article, 31, [](ReviewBuilder &b) { b.clearVerdict(1); }));
        QCOMPARE(article.reviews.first().verdictOn(1)->reason, u"whole name?"_s);
        QVERIFY(review(article, 32, [](ReviewBuilder &b) { b.clearVerdict(1); }));
        QVERIFY(!article.reviews.first().verdictOn(1));
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<ReviewEdit>("edit");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const ReviewEdit &edit, ErrorKind kind) { QTest::newRow(name) << edit << kind; };
        const Verdict verdict{1, Decision::Return, 2, at(10), u"whole name?"_s};
        Verdict other = verdict;
        other.reason = u"another"_s;
        Proposal far{7, 2, at(10), {}};
        far.mention.spans = {{0, 900}};
        Proposal none{7, 2, at(10), {}};
        row("unknown layer", {9, 2, 0, {}, ReviewStart{at(0)}}, ErrorKind::Conflict);
        row("begun twice", {1, 2, 0, {}, ReviewStart{at(0)}}, ErrorKind::Conflict);
        row("no such review", {1, 1, 0, {}, verdict}, ErrorKind::Conflict);
        row("nothing", {1, 2, 0, {}, {}}, ErrorKind::Conflict);
        row("two kinds", {1, 2, 0, verdict, Comment{}}, ErrorKind::Conflict);
        row("another verdict", {1, 2, 0, other, verdict}, ErrorKind::Conflict);
        row("row too large", {1, 2, 77, {}, verdict}, ErrorKind::Conflict);
        row("row negative", {1, 2, -1, verdict, {}}, ErrorKind::Conflict);
        row("verdict on nothing", {1, 2, 2, {}, Verdict{9, Decision::Return, 2, at(10), {}}}, ErrorKind::Malformed);
        row("comment id taken", {1, 2, 0, {}, Comment{1, 0, 0, 0, 2, {}, u"x"_s}}, ErrorKind::Conflict);
        row("comment of no id", {1, 2, 0, {}, Comment{0, 0, 0, 0, 2, {}, u"x"_s}}, ErrorKind::Conflict);
        row("comment on nothing", {1, 2, 0, {}, Comment{2, 0, 9, 0, 2, {}, u"x"_s}}, ErrorKind::Malformed);
        row("comment on no proposal", {1, 2, 0, {}, Comment{2, 0, 0, 9, 2, {}, u"x"_s}}, ErrorKind::Malformed);
        row("answer to nothing", {1, 2, 0, {}, Comment{4, 3, 0, 0, 2, {}, u"x"_s}}, ErrorKind::Malformed);
        row("answer to itself", {1, 2, 0, {}, Comment{2, 2, 0, 0, 2, {}, u"x"_s}}, ErrorKind::Malformed);
        row("proposal outside", {1, 2, 0, {}, far}, ErrorKind::Malformed);
        row("proposal without span", {1, 2, 0, {}, none}, ErrorKind::Malformed);
        row("review that is not empty", {1, 2, 0, ReviewStart{at(10)}, {}}, ErrorKind::Malformed);
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(ReviewEdit, edit);
        QFETCH(ErrorKind, kind);
        AnnotatedArticle article = returned();
        const AnnotatedArticle before = article;
        const auto done = article.apply({u"x"_s, at(11), {edit}});
        QVERIFY(!done.isOk());
        QCOMPARE(done.error().kind, kind);
        QVERIFY(article == before);
    }

    void aMentionThatAReviewSpeaksOfDoesNotGo()
    {
        AnnotatedArticle article = returned();
        for (const MentionId id : {MentionId(1), MentionId(2)}) {
            const auto done = article.apply({u"x"_s, at(11), {MentionEdit{1, *article.layers.first().mentions.find(id), {}}}});
            QVERIFY(!done.isOk());
            QCOMPARE(done.error().kind, ErrorKind::Malformed);
        }
        QVERIFY(article.apply({u"x"_s, at(11), {MentionEdit{1, *article.layers.first().mentions.find(3), {}}}}));
    }

    void aCorruptJournalRecordIsRecognised()
    {
        ReviewBuilder builder(submitted(), 1, reviewer(), at(10));
        builder.returnMention(1, u"no"_s);
        builder.propose({44, 50}, u"place"_s);
        builder.commentOnArticle(u"hm"_s);
        const QByteArray bytes = streamed(builder.finish());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QDataStream stream(bytes.left(size));
            Transaction read;
            stream >> read;
            QVERIFY(stream.status() != QDataStream::Ok);
        }
    }

    void tenThousandMentionsAreNoBurden()
    {
        AnnotatedArticle article = submittedMany(10'000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(review(article, 10, [](ReviewBuilder &b) { b.approveRest(); }));
        const qint64 rest = timer.elapsed();
        QVERIFY2(rest < 2000, qPrintable(QString::number(rest)));
        QCOMPARE(article.reviews.first().verdicts.size(), 10'000);
        timer.restart();
        for (MentionId id = 1; id <= 20; ++id)
            QVERIFY(review(article, 11, [id](ReviewBuilder &b) { b.returnMention(id, u"no"_s); }));
        const qint64 each = timer.elapsed() / 20;
        QVERIFY2(each < 16, qPrintable(QString::number(each)));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestReviewActions)
#include "tst_reviewactions.moc"
