// SPDX-License-Identifier: Apache-2.0
#include "review/reviewstate.h"

#include "annotation/reviewfixture.h"
#include "support/testhelper.h"

#include <QElapsedTimer>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

QList<MentionId> ids(const QList<ReviewedMention> &mentions)
{
    QList<MentionId> result;
    for (const ReviewedMention &mention : mentions)
        result.append(mention.mention);
    return result;
}

/// m1 and m3 returned, m4 approved, m2 commented, "Kosovo" proposed, a word on the article.
AnnotatedArticle returned()
{
    AnnotatedArticle article = submitted();
    const bool isDone = review(article, 10, [](ReviewBuilder &b) {
        b.returnMention(1, u"Whole name?"_s);
        b.approve(4);
        b.comment(2, u"sure?"_s);
        b.returnMention(3, u"too short"_s);
        b.propose({44, 50}, u"place"_s);
        b.commentOnArticle(u"nice"_s);
        QVERIFY(b.finishReturned());
    });
    return isDone ? article : AnnotatedArticle();
}

QStringList waiting(const AnnotatedArticle &article)
{
    QStringList words;
    for (const ReturnedItem &item : returnedItems(article, 1))
        words.append(item.text);
    return words;
}

} // namespace

class TestReviewState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentionsStandInTextOrderWithTheirMarks()
    {
        const ReviewState state = reviewState(returned(), 1);
        QCOMPARE(ids(state.mentions), (QList<MentionId>{1, 2, 3, 4}));
        QCOMPARE(state.mentions.at(0).mark, ReviewMark::Returned);
        QCOMPARE(state.mentions.at(0).verdict->reason, u"Whole name?"_s);
        QCOMPARE(state.mentions.at(1).mark, ReviewMark::Undecided);
        QCOMPARE(state.mentions.at(1).comments, 1);
        QVERIFY(state.mentions.at(1).isLowConfidence);
        QCOMPARE(state.mentions.at(3).mark, ReviewMark::Approved);
        QCOMPARE(state.proposals.size(), 1);
        QCOMPARE(state.proposals.first().place, (Span{44, 50}));
        QCOMPARE(state.threads.size(), 2);
        QVERIFY(state.threads.first().place.isEmpty());
        QCOMPARE(state.counts, (ReviewCounts{1, 1, 2, 0, 1, 2, 1}));
        QCOMPARE(describe(state.counts), u"2 returned, 2 comment(s), 1 proposed"_s);
        QVERIFY(describe(reviewState(submitted(), 1).counts).isEmpty());
        QVERIFY(reviewState(returned(), 7).mentions.isEmpty());
    }

    void filtersNarrowTheList_data()
    {
        QTest::addColumn<ReviewFilter>("filter");
        QTest::addColumn<QList<MentionId>>("mentions");
        using Show = ReviewFilter::Show;
        QTest::newRow("all") << ReviewFilter{} << QList<MentionId>{1, 2, 3, 4};
        QTest::newRow("to review") << ReviewFilter{Show::ToReview, {}} << QList<MentionId>{2};
        QTest::newRow("returned") << ReviewFilter{Show::Returned, {}} << QList<MentionId>{1, 3};
        QTest::newRow("commented") << ReviewFilter{Show::Commented, {}} << QList<MentionId>{2};
        QTest::newRow("low confidence") << ReviewFilter{Show::LowConfidence, {}} << QList<MentionId>{2};
        QTest::newRow("a type") << ReviewFilter{Show::All, u"place"_s} << QList<MentionId>{4};
        QTest::newRow("returned of a type") << ReviewFilter{Show::Returned, u"place"_s} << QList<MentionId>{};
    }
    void filtersNarrowTheList()
    {
        QFETCH(ReviewFilter, filter);
        QFETCH(QList<MentionId>, mentions);
        QCOMPARE(ids(filtered(reviewState(returned(), 1), filter)), mentions);
    }

    void whatWasChangedAsksForAnotherVerdict()
    {
        AnnotatedArticle article = returned();
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.setSpans(1, {{0, 10}}); }));
        QVERIFY(annotate(article, 21, [](ActionBuilder &b) { b.rename(3, u"Beograd"_s); }));
        const ReviewState state = reviewState(article, 1);
        QCOMPARE(state.mentions.at(0).mark, ReviewMark::Changed);
        QCOMPARE(state.mentions.at(2).mark, ReviewMark::Returned);
        QCOMPARE(state.mentions.at(3).mark, ReviewMark::Changed); // its entity was renamed
        QCOMPARE(ids(filtered(state, {ReviewFilter::Show::ToReview, {}})), (QList<MentionId>{1, 2, 4}));
    }

    void whatIsHiddenIsListedOnlyWhenSpokenOf()
    {
        AnnotatedArticle article = returned();
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) {
            b.setStatus(1, Status::Rejected);
            b.setStatus(2, Status::Rejected);
        }));
        QCOMPARE(ids(reviewState(article, 1).mentions), (QList<MentionId>{1, 2, 3, 4}));
        AnnotatedArticle fresh = submitted();
        QVERIFY(annotate(fresh, 20, [](ActionBuilder &b) { b.setStatus(1, Status::Rejected); }));
        QCOMPARE(ids(reviewState(fresh, 1).mentions), (QList<MentionId>{2, 3, 4}));
    }

    void theNextOneIsFoundAfterAndThenFromTheBeginning()
    {
        AnnotatedArticle article = submitted();
        QVERIFY(review(article, 10, [](ReviewBuilder &b) { b.approve(2); }));
        QCOMPARE(nextToReview(reviewState(article, 1), 0), MentionId(1));
        QCOMPARE(nextToReview(reviewState(article, 1), 1), MentionId(3));
        QCOMPARE(nextToReview(reviewState(article, 1), 4), MentionId(1));
        QVERIFY(review(article, 11, [](ReviewBuilder &b) { b.approveRest(); }));
        QCOMPARE(nextToReview(reviewState(article, 1), 4), MentionId(0));
    }

    void reasonsAreOfferedOnceTheLatestFirst()
    {
        AnnotatedArticle article = returned();
        QVERIFY(review(article, 12, [](ReviewBuilder &b) {
            b.returnMention(2, u"no"_s);
            b.returnMention(4, u"whole NAME?"_s);
            b.returnMention(3, {});
        }));
        QCOMPARE(recentReasons(article), (QStringList{u"whole NAME?"_s, u"no"_s, u"too short"_s}));
        QCOMPARE(recentReasons(article, 0, 1), QStringList{u"whole NAME?"_s});
        QVERIFY(recentReasons(article, 1).isEmpty());
    }

    void theAnnotatorSeesWhatWaitsForThem()
    {
        AnnotatedArticle article = returned();
        QCOMPARE(waiting(article), (QStringList{u"nice"_s, u"Whole name?"_s, u"sure?"_s, u"too short"_s, u"Kosovo"_s}));
        const QList<ReturnedItem> items = returnedItems(article, 1);
        QCOMPARE(items.at(0).thread, CommentId(2));
        QCOMPARE(items.at(1).mention, MentionId(1));
        QCOMPARE(items.at(1).by, article.agentByUid(reviewer().uid)->id);
        QCOMPARE(items.at(4).kind, ReturnedItem::Kind::Proposal);

        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.reply(2, u"thanks"_s); }));
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.setSpans(1, {{0, 10}}); }));
        QCOMPARE(waiting(article), (QStringList{u"sure?"_s, u"too short"_s, u"Kosovo"_s}));
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.reply(1, u"yes"_s); }));
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.answer(3, u"it is enough"_s); }));
        QCOMPARE(waiting(article), QStringList{u"Kosovo"_s});
        QVERIFY(reviewState(article, 1).mentions.at(2).isAnswered);
        AnnotatedArticle refused = article;
        QVERIFY(annotate(refused, 20, [](ActionBuilder &b) { b.answerProposal(1, u"not a name"_s); }));
        QVERIFY(waiting(refused).isEmpty());
        QVERIFY(annotate(article, 20, [](ActionBuilder &b) { b.takeProposal(1); }));
        QVERIFY(waiting(article).isEmpty());
        QCOMPARE(reviewState(article, 1).proposals.first().taken, MentionId(5));
        QCOMPARE(reviewState(article, 1).counts.proposals, 0);

        // The reviewer insists.
        QVERIFY(review(article, 30, [](ReviewBuilder &b) {
            b.reply(1, u"really?"_s);
            b.returnMention(3, u"no"_s);
        }));
        QCOMPARE(waiting(article), (QStringList{u"really?"_s, u"no"_s}));
    }

    void eachReviewerHasAViewOfTheirOwn()
    {
        AnnotatedArticle article = returned();
        ReviewBuilder second(article, 1, {u"uid-2"_s, u"Second"_s}, at(12));
        second.approveRest();
        QVERIFY(article.apply(second.finish()));
        const AgentId one = article.agentByUid(reviewer().uid)->id;
        const AgentId two = article.agentByUid(u"uid-2"_s)->id;
        QCOMPARE(reviewState(article, 1, one).counts.undecided, 1);
        QCOMPARE(reviewState(article, 1, two).counts.approved, 4);
        const ReviewState both = reviewState(article, 1);
        QCOMPARE(both.mentions.at(0).mark, ReviewMark::Returned);
        QCOMPARE(both.mentions.at(1).mark, ReviewMark::Approved);
    }

    void longThreadsAreOneThread()
    {
        AnnotatedArticle article = submitted();
        Review review;
        review.of = 1;
        review.by = 1;
        for (CommentId id = 1; id <= 20'000; ++id)
            review.comments.append({id, id - 1, id == 1 ? MentionId(1) : 0, 0, 1, at(1), u"x"_s});
        article.reviews = {review};
        QElapsedTimer timer;
        timer.start();
        const ReviewState state = reviewState(article, 1);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(state.threads.size(), 1);
        QCOMPARE(state.threads.first().comments.size(), 20'000);
        QCOMPARE(state.mentions.first().comments, 20'000);
    }

    void approvingAndGoingOnStaysWithinAFrame_data()
    {
        QTest::addColumn<int>("mentions");
        QTest::newRow("300") << 300;
        QTest::newRow("10000") << 10'000;
    }
    void approvingAndGoingOnStaysWithinAFrame()
    {
        QFETCH(int, mentions);
        AnnotatedArticle article = submittedMany(mentions);
        MentionId id = nextToReview(reviewState(article, 1), 0);
        QElapsedTimer timer;
        timer.start();
        constexpr int Steps = 50;
        for (int i = 0; i < Steps; ++i) {
            QVERIFY(review(article, 10 + i, [id](ReviewBuilder &b) { b.approve(id); }));
            id = nextToReview(reviewState(article, 1), id);
            QVERIFY(id != 0);
        }
        const double each = double(timer.nsecsElapsed()) / 1e6 / Steps;
        qInfo("%d mentions: %.3f ms each", mentions, each);
        QVERIFY2(each < (mentions == 300 ? 4 : 40), qPrintable(QString::number(each)));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestReviewState)
#include "tst_reviewstate.moc"
