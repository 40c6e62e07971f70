// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/entitytreemodel.h"

#include "itemmodelfixture.h"
#include "support/testhelper.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace dateline {

class TestEntityTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = test::makeSession();
        m_model = std::make_unique<EntityTreeModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setSession(m_session.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_session.reset();
    }

    void groupsByTypeInTheTagsetsOrder()
    {
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(at(0).data(EntityTreeModel::TypeRole).toString(), u"person"_s);
        QCOMPARE(at(1).data(EntityTreeModel::TypeRole).toString(), u"place"_s);
        QCOMPARE(at(0).data(EntityTreeModel::EntityCountRole).toInt(), 2);
        QCOMPARE(at(0).data(EntityTreeModel::MentionCountRole).toInt(), 4);
        QCOMPARE(at(0).data(EntityTreeModel::ReviewedCountRole).toInt(), 0);
    }
    void listsEntitiesByFirstMentionWithTheirLink()
    {
        const QModelIndex lavrov = at(0, 0);
        QCOMPARE(lavrov.data().toString(), u"Sergey Lavrov"_s);
        QCOMPARE(lavrov.data(EntityTreeModel::LinkIdRole).toString(), u"Q58217"_s);
        QCOMPARE(lavrov.data(EntityTreeModel::EntityRole).toUInt(), 1U);
        QCOMPARE(at(0, 1).data().toString(), u"Ivica Dacic"_s);
    }
    void showsMentionsWithoutEntityUnderTheirText()
    {
        const QModelIndex belgrade = at(1, 1);
        QCOMPARE(belgrade.data().toString(), u"Belgrade"_s);
        QCOMPARE(belgrade.data(EntityTreeModel::EntityRole).toUInt(), 0U);
        QCOMPARE(m_model->rowCount(belgrade), 1);
    }
    void givesContextConfidenceAndStatusOfMentions()
    {
        const QModelIndex mention = m_model->indexOfMention(3);
        QVERIFY(mention.isValid());
        const QString context = mention.data(EntityTreeModel::ContextRole).toString();
        const int begin = mention.data(EntityTreeModel::ContextBeginRole).toInt();
        const int length = mention.data(EntityTreeModel::ContextLengthRole).toInt();
        QCOMPARE(context.mid(begin, length), u"Sergey Lavrov"_s);
        QCOMPARE(mention.data(EntityTreeModel::ConfidenceRole).toDouble(), 0.9);
        QCOMPARE(mention.data(EntityTreeModel::StatusRole).toInt(), int(Status::Suggested));
    }
    void hidesRejectedMentionsUnlessAsked()
    {
        QVERIFY(!m_model->indexOfMention(5).isValid());
        m_model->setShowRejected(true);
        QVERIFY(m_model->indexOfMention(5).isValid());
        m_model->setShowRejected(false);
        QVERIFY(!m_model->indexOfMention(5).isValid());
    }
    void acceptingChangesCountsInPlace()
    {
        // The first decision makes the person's layer; the second one must signal only values.
        accept(1);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        accept(3);
        QVERIFY(changed.count() > 0);
        QCOMPARE(removed.count() + inserted.count() + reset.count(), 0);
        QCOMPARE(at(0, 0).data(EntityTreeModel::ReviewedCountRole).toInt(), 2);
        QCOMPARE(at(0).data(EntityTreeModel::ReviewedCountRole).toInt(), 2);
        m_session->undo();
        QCOMPARE(at(0, 0).data(EntityTreeModel::ReviewedCountRole).toInt(), 1);
    }
    void keepsRowsOfOthersWhenAnEntityGoes()
    {
        const QPersistentModelIndex dacic(m_model->indexOfEntity(2));
        ActionBuilder builder = m_session->edit();
        builder.rejectEntity(1);
        QVERIFY(m_session->apply(builder.finish(u"Reject Lavrov"_s)).isOk());
        QVERIFY(dacic.isValid());
        QCOMPARE(dacic.row(), 0);
        QVERIFY(!m_model->indexOfEntity(1).isValid());
        m_session->undo();
        QVERIFY(m_model->indexOfEntity(1).isValid());
        QCOMPARE(dacic.row(), 1);
    }
    void movesAnEntityThatChangesItsType()
    {
        ActionBuilder builder = m_session->edit();
        builder.retypeEntity(3, u"organisation"_s);
        QVERIFY(m_session->apply(builder.finish(u"Retype Moscow"_s)).isOk());
        QCOMPARE(m_model->indexOfEntity(3).parent().data(EntityTreeModel::TypeRole).toString(), u"organisation"_s);
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->indexOfMention(2).parent(), m_model->indexOfEntity(3));
    }
    void gathersMentionsOfMergedEntities()
    {
        ActionBuilder builder = m_session->edit();
        builder.merge(2, 1);
        QVERIFY(m_session->apply(builder.finish(u"Merge"_s)).isOk());
        QCOMPARE(m_model->rowCount(at(0)), 1);
        QCOMPARE(m_model->rowCount(at(0, 0)), 4);
        m_session->undo();
        QCOMPARE(m_model->rowCount(at(0)), 2);
    }
    void reordersWhenTheFirstMentionGoes()
    {
        // Both are named in the headline; without Lavrov there Dacic comes first. The row
        // moves and is not made anew, so that a view keeps it open and selected.
        ActionBuilder add = m_session->edit();
        const qsizetype begin = m_session->article().text.text().indexOf(u"Dacic");
        const MentionId added = add.add({begin, begin + 5}, u"person"_s);
        QVERIFY(added != 0);
        QVERIFY(m_session->apply(add.finish(u"Tag"_s)).isOk());
        const EntityId own = m_session->layer()->mentions.find(added)->entity;
        ActionBuilder merge = m_session->edit();
        merge.merge(own, 2);
        QVERIFY(m_session->apply(merge.finish(u"Merge"_s)).isOk());
        const QPersistentModelIndex dacic(m_model->indexOfEntity(2));
        QCOMPARE(dacic.row(), 1);
        ActionBuilder reject = m_session->edit();
        reject.reject(1);
        QVERIFY(m_session->apply(reject.finish(u"Reject"_s)).isOk());
        QVERIFY(dacic.isValid());
        QCOMPARE(dacic.row(), 0);
    }
    void filtersByNameLinkAndText_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<uint>>("entities");
        QTest::newRow("name, any case") << u"lavrov"_s << QList<uint>{1};
        QTest::newRow("link") << u"Q58217"_s << QList<uint>{1};
        QTest::newRow("text of a mention") << u"MOSC"_s << QList<uint>{3};
        QTest::newRow("nothing") << u"Paris"_s << QList<uint>{};
    }
    void filtersByNameLinkAndText()
    {
        QFETCH(QString, filter);
        QFETCH(QList<uint>, entities);
        m_model->setFilter(filter);
        QList<uint> shown;
        for (int group = 0; group < m_model->rowCount(); ++group) {
            for (int row = 0; row < m_model->rowCount(at(group)); ++row)
                shown.append(at(group, row).data(EntityTreeModel::EntityRole).toUInt());
        }
        QCOMPARE(shown, entities);
        m_model->setFilter({});
        QCOMPARE(m_model->rowCount(at(0)), 2);
    }
    void asksForAMergeWhenOneEntityIsDroppedOnAnother()
    {
        QSignalSpy asked(m_model.get(), &EntityTreeModel::mergeRequested);
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->indexOfEntity(2)}));
        QVERIFY(!m_model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, m_model->indexOfEntity(2)));
        QVERIFY(!m_model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, at(0)));
        m_model->dropMimeData(data.get(), Qt::MoveAction, -1, -1, m_model->indexOfEntity(1));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toUInt(), 2U);
        QCOMPARE(asked.first().at(1).toUInt(), 1U);
        QCOMPARE(m_model->rowCount(at(0)), 2);
    }
    void emptiesWhenTheSessionDies()
    {
        m_session.reset();
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    [[nodiscard]] QModelIndex at(int group) const { return m_model->index(group, 0); }
    [[nodiscard]] QModelIndex at(int group, int row) const { return m_model->index(row, 0, at(group)); }
    void accept(MentionId mention)
    {
        ActionBuilder builder = m_session->edit();
        builder.setStatus(mention, Status::Accepted);
        QVERIFY(m_session->apply(builder.finish(u"Accept"_s)).isOk());
    }

    std::unique_ptr<EditSession> m_session;
    std::unique_ptr<EntityTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace dateline

DATELINE_TEST_MAIN(QCoreApplication, dateline::TestEntityTreeModel)
#include "tst_entitytreemodel.moc"
