// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/issuesmodel.h"
#include "itemmodels/openarticlesmodel.h"

#include "itemmodelfixture.h"
#include "support/testhelper.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace dateline {

class TestListModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesNameTheLineAndTheOffset()
    {
        IssuesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIssues({{Severity::Error, u"quote differs"_s, u"a.xml"_s, 12, 40}, {Severity::Note, u"guessed"_s, {}, 0, -1}});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0).data().toString().contains(u"12"));
        QVERIFY(model.index(0).data().toString().contains(u"quote differs"));
        QCOMPARE(model.index(0).data(IssuesModel::OffsetRole).toLongLong(), 40);
        QCOMPARE(model.index(0).data(IssuesModel::SeverityRole).toInt(), int(Severity::Error));
        QCOMPARE(model.index(1).data().toString(), u"guessed"_s);
        QCOMPARE(model.index(1).data(IssuesModel::OffsetRole).toLongLong(), -1);
        model.setIssues({});
        QCOMPARE(model.rowCount(), 0);
    }
    void openArticlesFollowTheirSessions()
    {
        const std::unique_ptr<EditSession> first = test::makeSession();
        const std::unique_ptr<EditSession> second = test::makeSession();
        OpenArticlesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(first.get());
        model.append(second.get());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Lavrov meets Dacic"_s);
        QCOMPARE(model.index(0).data(OpenArticlesModel::NameRole).toString(), u"talks.txt"_s);
        QCOMPARE(model.index(0).data(OpenArticlesModel::ModifiedRole).toBool(), false);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ActionBuilder builder = first->edit();
        builder.acceptEntity(1);
        QVERIFY(first->apply(builder.finish(u"Accept"_s)).isOk());
        QVERIFY(changed.count() > 0);
        QCOMPARE(model.index(0).data(OpenArticlesModel::ModifiedRole).toBool(), true);
        QCOMPARE(model.index(0).data(OpenArticlesModel::MentionCountRole).toInt(), 7);
        QCOMPARE(model.index(0).data(OpenArticlesModel::ReviewedCountRole).toInt(), 3);
        QCOMPARE(model.index(1).data(OpenArticlesModel::ReviewedCountRole).toInt(), 1);

        model.remove(first.get());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.sessionAt(0), second.get());
        QCOMPARE(model.rowOf(first.get()), -1);
    }
    void aReplacedArticleKeepsItsRow()
    {
        const std::unique_ptr<EditSession> first = test::makeSession();
        const std::unique_ptr<EditSession> fresh = test::makeSession();
        OpenArticlesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(first.get());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.replace(first.get(), fresh.get());
        QCOMPARE(model.sessionAt(0), fresh.get());
        QCOMPARE(changed.count(), 1);
        ActionBuilder builder = first->edit();
        builder.acceptEntity(1);
        QVERIFY(first->apply(builder.finish(u"Accept"_s)).isOk());
        QCOMPARE(changed.count(), 1);
    }
    void theStageIsToldWithWhoAndWhen()
    {
        const std::unique_ptr<EditSession> session = test::makeSession();
        OpenArticlesModel model;
        model.append(session.get());
        QCOMPARE(model.index(0).data(OpenArticlesModel::StageRole).toInt(), int(Stage::Suggested));
        QCOMPARE(model.index(0).data(OpenArticlesModel::StageByRole).toString(), QString());
        ActionBuilder builder = session->edit();
        builder.setStage(Stage::Submitted);
        QVERIFY(session->apply(builder.finish(u"Mark final"_s)).isOk());
        QCOMPARE(model.index(0).data(OpenArticlesModel::StageRole).toInt(), int(Stage::Submitted));
        QCOMPARE(model.index(0).data(OpenArticlesModel::StageByRole).toString(), session->author().name);
        QCOMPARE(model.index(0).data(OpenArticlesModel::StageAtRole).toDateTime(), session->clock().now());
    }
};

} // namespace dateline

DATELINE_TEST_MAIN(QCoreApplication, dateline::TestListModels)
#include "tst_listmodels.moc"
