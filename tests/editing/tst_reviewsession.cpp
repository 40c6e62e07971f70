// SPDX-License-Identifier: Apache-2.0
// A reviewer's session, and the whole way of an article: annotated, returned, corrected, approved.
#include "editing/editingfixture.h"
#include "editing/recovery.h"
#include "formats/nativeformat.h"
#include "review/reviewstate.h"
#include "support/testhelper.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

constexpr LayerId Reviewed = 1;

Author reviewer() { return {u"19be"_s, u"Reviewer 1"_s}; }

std::shared_ptr<FixedClock> clockAt(int minutes)
{
    const auto clock = fixedClock();
    clock->advance(minutes * 60);
    return clock;
}

template<typename Action>
bool act(EditSession &session, Action action)
{
    ActionBuilder builder = session.edit();
    action(builder);
    return !builder.isEmpty() && session.apply(builder.finish()).isOk();
}

template<typename Action>
bool judge(EditSession &session, Action action)
{
    ReviewBuilder builder = session.review();
    action(builder);
    return !builder.isEmpty() && session.apply(builder.finish()).isOk();
}

/// Annotator 1 accepted everything and marked it final.
AnnotatedArticle finished()
{
    const auto session = makeSession();
    const bool isDone = act(*session, [](ActionBuilder &b) {
        for (MentionId id = 1; id <= 8; ++id)
            b.setStatus(id, Status::Accepted);
        QVERIFY(b.submit());
    });
    return isDone ? session->article() : AnnotatedArticle();
}

std::unique_ptr<EditSession> opened(const AnnotatedArticle &article, const Author &author, int minutes, LayerId reviewOf = 0,
                                    const QString &folder = {})
{
    EditSession::Options options;
    options.name = u"talks.xml"_s;
    options.clock = clockAt(minutes);
    options.reviewOf = reviewOf;
    auto session = std::make_unique<EditSession>(article, std::move(options));
    session->setAuthor(author);
    if (!folder.isEmpty()) {
        Result<std::unique_ptr<Journal>> journal = Journal::create(
            folder, {{}, {}, u"talks.xml"_s, writeNative(article), exactState(article)});
        if (journal)
            session->setJournal(std::move(journal.value()));
    }
    return session;
}

AnnotatedArticle readBack(const AnnotatedArticle &article)
{
    const QByteArray bytes = writeNative(article);
    const IssueList issues = validateNative(bytes, u"talks.xml"_s);
    const Result<LoadedArticle> loaded = readNative(bytes, u"talks.xml"_s);
    return issues.isEmpty() && loaded ? loaded.value().article : AnnotatedArticle();
}

/// What the killed reviewer does: every kind of step, an undo and a redo.
void reviewEverything(EditSession &session)
{
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.approve(1); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.returnMention(2, u"no \x01 name"_s); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.comment(3, u"hm"_s); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.reply(1, u"hm, hm"_s); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.propose({0, 5}, u"event"_s, u"Talks"_s); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.commentOnProposal(1, u"perhaps"_s); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.approveEntity(1); }));
    session.undo();
    session.redo();
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.clearVerdict(1); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { b.withdraw(1); }));
    QVERIFY(judge(session, [](ReviewBuilder &b) { QVERIFY(b.finishReturned()); }));
}

} // namespace

class TestReviewSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewerSeesTheLayerAndCannotChangeIt()
    {
        const AnnotatedArticle article = finished();
        const auto session = opened(article, reviewer(), 10, Reviewed);
        QVERIFY(session->isReviewing());
        QCOMPARE(session->activeLayer(), Reviewed);
        QVERIFY(!act(*session, [](ActionBuilder &b) {
            b.setStatus(1, Status::Rejected);
            b.rename(1, u"x"_s);
            b.add({0, 3}, u"event"_s);
        }));
        const Mention before = *session->layer()->mentions.find(1);
        Mention after = before;
        after.norm = u"x"_s;
        const Result<void> refused = session->apply({u"x"_s, {}, {MentionEdit{Reviewed, before, after}}});
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        LayerInfo stolen = session->layer()->info;
        stolen.by = 1;
        QVERIFY(!session->apply({u"x"_s, {}, {LayerEdit{session->layer()->info, stolen}}}).isOk());
        QVERIFY(session->article() == article);
        QVERIFY(!session->isModified());

        QVERIFY(judge(*session, [](ReviewBuilder &b) { b.returnMention(1, u"whole name"_s); }));
        QCOMPARE(session->undoLabel(), u"Return “Marin”: whole name"_s);
        QVERIFY(session->isModified());
        session->undo();
        QVERIFY(session->article() == article);
        session->redo();
        QCOMPARE(session->article().reviews.first().verdicts.size(), 1);
    }

    void onlyWorkOfOthersIsReviewed()
    {
        const auto session = opened(finished(), annotator(), 10, Reviewed);
        QVERIFY(!session->isReviewing());
        QVERIFY(!session->setReviewing(Reviewed).isOk());
        QVERIFY(!session->setReviewing(77).isOk());
        QVERIFY(session->review().isEmpty());
        QVERIFY(!judge(*session, [](ReviewBuilder &b) { b.approve(1); }));
        QVERIFY(act(*session, [](ActionBuilder &b) { b.setUnsure(1, true); }));
    }

    void whoAnnotatesNeverGetsTheLayerOfAnother()
    {
        AnnotatedArticle article = finished();
        const auto session = opened(article, {u"77aa"_s, u"Annotator 2"_s}, 10);
        QVERIFY(!session->isReviewing());
        QCOMPARE(session->activeLayer(), LayerId(0));
        QVERIFY(act(*session, [](ActionBuilder &b) { b.add({0, 5}, u"person"_s); }));
        QVERIFY(session->activeLayer() != Reviewed);
        QVERIFY(*session->article().layer(Reviewed) == *article.layer(Reviewed));
        // Having a layer of one's own does not keep one from reviewing another's.
        QVERIFY(session->setReviewing(Reviewed));
        QCOMPARE(session->activeLayer(), Reviewed);
        QVERIFY(judge(*session, [](ReviewBuilder &b) { b.approveRest(); }));
        QVERIFY(session->setReviewing(0));
        QVERIFY(session->activeLayer() != Reviewed);
        session->undo();
        session->undo();
        QVERIFY(session->article().layer(Reviewed)->mentions == article.layer(Reviewed)->mentions);
    }

    void aKilledReviewStartsAgainWithEveryVerdict()
    {
        QTemporaryDir folder;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--review-and-die"_s, folder.path()});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(child.exitCode(), SIGKILL);

        const QList<RecoverableArticle> found = findRecoverable(folder.path());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().actions, 12);
        const Result<RecoveredArticle> recovered = readRecoverable(found.first().journal);
        QVERIFY(recovered);
        QCOMPARE(recovered.value().reviewOf, Reviewed);
        const auto session = opened(recovered.value().article, reviewer(), 10, recovered.value().reviewOf);
        for (const Transaction &transaction : recovered.value().transactions)
            QVERIFY(session->replay(transaction));

        const auto expected = opened(finished(), reviewer(), 10, Reviewed);
        reviewEverything(*expected);
        QVERIFY(session->article().reviews == expected->article().reviews);
        QCOMPARE(session->layer()->info.stage, Stage::Returned);
        while (session->canUndo())
            session->undo();
        QVERIFY(session->article().reviews.isEmpty());
        QCOMPARE(session->layer()->info.stage, Stage::Submitted);
    }

    void aJournalHoldsReviewsBitForBit()
    {
        const auto session = opened(finished(), reviewer(), 10, Reviewed);
        QVERIFY(judge(*session, [](ReviewBuilder &b) { b.comment(1, u"not XML: \x01"_s); }));
        const Result<LoadedArticle> loaded = readNative(writeNative(session->article()), u"a.xml"_s);
        QVERIFY(loaded);
        AnnotatedArticle article = loaded.value().article;
        QVERIFY(!(article.reviews == session->article().reviews));
        QVERIFY(restoreExactState(exactState(session->article()), article));
        QVERIFY(article.reviews == session->article().reviews);
        QVERIFY(!restoreExactState(exactState(session->article()).chopped(1), article));
    }

    void anArticleGoesToAndFroUntilItIsApproved()
    {
        // The reviewer returns one, comments on one, proposes one, approves the rest.
        auto review = opened(readBack(finished()), reviewer(), 10, Reviewed);
        const Layer submitted = *review->layer();
        QVERIFY(judge(*review, [](ReviewBuilder &b) { b.returnMention(1, u"whole name"_s); }));
        QVERIFY(judge(*review, [](ReviewBuilder &b) { b.comment(2, u"sure?"_s); }));
        QVERIFY(judge(*review, [](ReviewBuilder &b) { b.propose({22, 26}, u"place"_s, u"Oslo"_s); }));
        QVERIFY(judge(*review, [](ReviewBuilder &b) { b.approveRest(); }));
        QVERIFY(!judge(*review, [](ReviewBuilder &b) { QVERIFY(!b.finishApproved().isOk()); }));
        QVERIFY(judge(*review, [](ReviewBuilder &b) { QVERIFY(b.finishReturned()); }));
        Layer now = *review->layer();
        QCOMPARE(now.info.stage, Stage::Returned);
        QCOMPARE(now.info.events.last().action, u"return"_s);
        now.info.stage = submitted.info.stage;
        now.info.events.removeLast();
        QVERIFY(now == submitted);

        // The annotator sees these three, answers them, and marks it final again.
        auto work = opened(readBack(review->article()), annotator(), 20);
        QCOMPARE(work->activeLayer(), Reviewed);
        QCOMPARE(returnedItems(work->article(), Reviewed).size(), 3);
        QVERIFY(act(*work, [](ActionBuilder &b) { b.setSpans(1, {{0, 8}}); }));
        QVERIFY(act(*work, [](ActionBuilder &b) { b.reply(1, u"yes"_s); }));
        QVERIFY(act(*work, [](ActionBuilder &b) { b.takeProposal(1); }));
        QVERIFY(returnedItems(work->article(), Reviewed).isEmpty());
        QVERIFY(act(*work, [](ActionBuilder &b) { QVERIFY(b.submit()); }));

        // The reviewer sees what changed, and approves it all.
        review = opened(readBack(work->article()), reviewer(), 30, Reviewed);
        const ReviewState state = reviewState(review->article(), Reviewed);
        QCOMPARE(state.counts.returned, 0);
        QCOMPARE(filtered(state, {ReviewFilter::Show::ToReview, {}}).size(), 2); // changed, and taken
        QVERIFY(judge(*review, [](ReviewBuilder &b) { b.approveRest(); }));
        QVERIFY(judge(*review, [](ReviewBuilder &b) { QVERIFY(b.finishApproved()); }));

        const QByteArray bytes = writeNative(review->article());
        const IssueList issues = validateNative(bytes, u"talks.xml"_s);
        QVERIFY2(issues.isEmpty(), issues.isEmpty() ? "" : qPrintable(issues.first().message));
        const AnnotatedArticle approved = readBack(review->article());
        QCOMPARE(writeNative(approved), bytes);
        const Layer &layer = *approved.layer(Reviewed);
        QCOMPARE(layer.info.stage, Stage::Approved);
        QStringList actions;
        for (const Event &event : layer.info.events)
            actions.append(event.action);
        QCOMPARE(actions, (QStringList{u"submit"_s, u"return"_s, u"submit"_s, u"approve"_s}));
        QCOMPARE(reviewState(approved, Reviewed).counts.approved, 9);
        work = opened(approved, annotator(), 40);
        QVERIFY(!act(*work, [](ActionBuilder &b) { QVERIFY(!b.submit().isOk()); }));
    }
};

int main(int argc, char **argv)
{
    prepareEnvironment();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--review-and-die"_s) {
        const auto session = opened(finished(), reviewer(), 10, Reviewed, arguments.at(2));
        reviewEverything(*session);
        std::raise(SIGKILL);
    }
    TestReviewSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_reviewsession.moc"
