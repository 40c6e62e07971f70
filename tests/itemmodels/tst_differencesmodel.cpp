// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/differencesmodel.h"

#include "support/testhelper.h"
#include "text/tokens.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

const QString Source =
    u"Lavrov meets Dacic\n\nMOSCOW. Sergey Lavrov met Ivica Dacic on Thursday. Bo Li and Ana Roe spoke in Belgrade."_s;

/// A layer over the text above, built mention by mention.
class LayerMaker
{
public:
    LayerMaker &mark(const QString &words, const QString &type, EntityId entity = 0, const QString &norm = {})
    {
        const qsizetype at = Source.indexOf(words);
        return mark(QList<Span>{{at, at + words.size()}}, type, entity, norm);
    }
    LayerMaker &mark(const QList<Span> &spans, const QString &type, EntityId entity = 0, const QString &norm = {})
    {
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = type;
        mention.entity = entity;
        mention.norm = norm;
        mention.status = Status::Accepted;
        mention.spans = spans;
        layer.mentions.insert(mention);
        return *this;
    }
    LayerMaker &entity(EntityId id, const QString &type, const QString &name, const QString &link = {})
    {
        Entity value;
        value.id = id;
        value.type = type;
        value.name = name;
        value.link = link;
        layer.entities.insert(id, value);
        return *this;
    }
    Layer layer;
};

Layer first()
{
    LayerMaker maker;
    maker.entity(1, u"person"_s, u"Sergey Lavrov"_s, u"http://www.wikidata.org/entity/Q58217"_s);
    maker.mark(u"Lavrov"_s, u"person"_s, 1).mark(u"MOSCOW"_s, u"place"_s).mark(u"Sergey Lavrov"_s, u"person"_s, 1);
    maker.mark(u"Thursday"_s, u"date"_s, 0, u"2024-03-21"_s).mark(u"Bo Li"_s, u"person"_s);
    return maker.layer;
}

Layer second()
{
    LayerMaker maker;
    maker.entity(7, u"person"_s, u"Lavrov"_s);
    maker.mark(u"Lavrov"_s, u"person"_s, 7).mark(u"Lavrov met"_s, u"person"_s, 7);
    maker.mark(u"Thursday"_s, u"date"_s, 0, u"2024-03-22"_s).mark(u"Bo Li"_s, u"group"_s).mark(u"Belgrade"_s, u"place"_s);
    return maker.layer;
}

LayerComparison compared(const Layer &a, const Layer &b) { return compareLayers(tokenize(Source), a, b); }

QList<DifferenceKinds> kindsOf(const DifferencesModel &model)
{
    QList<DifferenceKinds> kinds;
    for (int row = 0; row < model.rowCount(); ++row)
        kinds.append(DifferenceKinds(model.index(row).data(DifferencesModel::KindsRole).toInt()));
    return kinds;
}

} // namespace

class TestDifferencesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStandAsInTheTextWithBothSides()
    {
        DifferencesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(compared(first(), second()), ArticleText(Source));
        QCOMPARE(kindsOf(model), (QList<DifferenceKinds>{DifferenceKind::Missing, DifferenceKind::Boundary, DifferenceKind::Norm,
                                                         DifferenceKind::Type, DifferenceKind::Extra}));
        const auto at = [&](int row, int role) { return model.index(row).data(role).toString(); };
        QCOMPARE(at(0, DifferencesModel::TextARole), u"MOSCOW"_s);
        QCOMPARE(at(0, DifferencesModel::TypeARole), u"place"_s);
        QVERIFY(at(0, DifferencesModel::TextBRole).isEmpty());
        QCOMPARE(at(1, DifferencesModel::TextARole), u"Sergey Lavrov"_s);
        QCOMPARE(at(1, DifferencesModel::TextBRole), u"Lavrov met"_s);
        QCOMPARE(at(1, DifferencesModel::EntityARole), u"Sergey Lavrov"_s);
        QCOMPARE(at(1, DifferencesModel::EntityBRole), u"Lavrov"_s);
        QVERIFY(at(1, DifferencesModel::LinkARole).endsWith(u"Q58217"));
        QVERIFY(at(1, DifferencesModel::LinkBRole).isEmpty());
        QCOMPARE(at(2, DifferencesModel::NormARole), u"2024-03-21"_s);
        QCOMPARE(at(2, DifferencesModel::NormBRole), u"2024-03-22"_s);
        QCOMPARE(at(3, DifferencesModel::TypeARole), u"person"_s);
        QCOMPARE(at(3, DifferencesModel::TypeBRole), u"group"_s);
        QCOMPARE(at(4, DifferencesModel::MentionARole), u"0"_s);
        QCOMPARE(at(4, DifferencesModel::TextBRole), u"Belgrade"_s);
        QCOMPARE(model.index(1).data(DifferencesModel::LineRole).toInt(), 3);
        const Span place{model.index(1).data(DifferencesModel::BeginRole).toLongLong(),
                         model.index(1).data(DifferencesModel::EndRole).toLongLong()};
        QCOMPARE(Source.mid(place.begin, place.length()), u"Sergey Lavrov met"_s);
        const QString context = at(1, DifferencesModel::ContextRole);
        QVERIFY(!context.contains(u'\n'));
        QCOMPARE(context.mid(model.index(1).data(DifferencesModel::ContextBeginRole).toInt(),
                             model.index(1).data(DifferencesModel::ContextLengthRole).toInt()),
                 u"Sergey Lavrov met"_s);
    }
    void aKindShowsItsRowsOnly()
    {
        DifferencesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(compared(first(), second()), ArticleText(Source));
        QCOMPARE(model.count(DifferenceKind::Missing), 1);
        QCOMPARE(model.count(DifferenceKind::Entity), 0);
        model.setShownKinds(DifferenceKind::Type);
        QCOMPARE(kindsOf(model), QList<DifferenceKinds>{DifferenceKind::Type});
        model.setShownKinds(DifferenceKind::Entity);
        QCOMPARE(model.rowCount(), 0);
        model.setShownKinds({});
        QCOMPARE(model.rowCount(), 5);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
    void aNewerComparisonTouchesOnlyWhatDiffers()
    {
        DifferencesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(compared(first(), second()), ArticleText(Source));
        const QPersistentModelIndex last = model.index(4);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        Layer agreeing = first();
        Mention date = *agreeing.mentions.find(4);
        date.norm = u"2024-03-22"_s;
        agreeing.mentions.replace(date);
        model.setComparison(compared(agreeing, second()), ArticleText(Source));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(last.isValid());
        QCOMPARE(last.row(), 3);
        QCOMPARE(last.data(DifferencesModel::TextBRole).toString(), u"Belgrade"_s);
        model.setComparison(compared(first(), second()), ArticleText(Source));
        QCOMPARE(last.row(), 4);
        model.setComparison(compared(second(), second()), ArticleText(Source));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!last.isValid());
    }
    void rowsAreFoundByMentionAndByPlace()
    {
        DifferencesModel model;
        model.setComparison(compared(first(), second()), ArticleText(Source));
        QCOMPARE(model.rowOfMention(3), 1);
        QCOMPARE(model.rowOfMention(1), -1); // both agree
        QCOMPARE(model.rowOfMention(0), -1);
        QCOMPARE(model.rowFrom(0), 0);
        QCOMPARE(model.rowFrom(Source.indexOf(u"Thursday"_s)), 2);
        QCOMPARE(model.rowFrom(Source.indexOf(u"Thursday"_s) + 1), 3);
        QCOMPARE(model.rowFrom(Source.size()), 5);
    }
    void partsOfADiscontinuousMentionStandApart()
    {
        const qsizetype bo = Source.indexOf(u"Bo Li"_s);
        const qsizetype roe = Source.indexOf(u"Roe"_s);
        LayerMaker maker;
        maker.mark(QList<Span>{{bo, bo + 5}, {roe, roe + 3}}, u"group"_s);
        DifferencesModel model;
        model.setComparison(compared(maker.layer, {}), ArticleText(Source));
        QCOMPARE(model.index(0).data(DifferencesModel::TextARole).toString(), u"Bo Li … Roe"_s);
        QVERIFY(model.index(0).data().toString().contains(u"Bo Li … Roe | –"));
    }
    void theDifferingPartHoldsWhatTheArticleOutlines()
    {
        const LayerComparison comparison = compared(first(), second());
        const Layer part = differingPart(comparison);
        QCOMPARE(part.mentions.size(), 4); // not the Lavrov that both have
        QVERIFY(!part.mentions.find(1));
        QCOMPARE(part.entities, comparison.b.entities);
        QVERIFY(differingPart(compared(first(), first())).mentions.isEmpty());
    }
    void theMeasuresAreThoseOfTheReview()
    {
        const LayerComparison comparison = compared(first(), second());
        QCOMPARE(comparison.agreement, measureAgreement(tokenize(Source), first(), second(), AgreementUnit::Span));
        QCOMPARE(comparison.differences, differences(first(), second()));
    }
};

} // namespace dateline

DATELINE_TEST_MAIN(QCoreApplication, dateline::TestDifferencesModel)
#include "tst_differencesmodel.moc"
