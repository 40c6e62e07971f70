// SPDX-License-Identifier: Apache-2.0
#include "review/difference.h"
#include "review/reviewfixture.h"
#include "support/testhelper.h"

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

const QString Story = u"Lavrov met Dacic on March 21. Lavrov said Dacic agreed. Lavrov left."_s;

/// "missing 1-0, type+norm 2-3".
QString shown(const QList<Difference> &list)
{
    QStringList parts;
    for (const Difference &difference : list) {
        QStringList names;
        for (const DifferenceKind kind : kindsIn(difference.kinds))
            names.append(toName(kind));
        parts.append(u"%1 %2-%3"_s.arg(names.join(u'+')).arg(difference.a).arg(difference.b));
    }
    return parts.join(u", "_s);
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identicalAndEmptyLayersDoNotDiffer()
    {
        LayerOf layer(Story);
        layer.entity(1, u"Sergey Lavrov"_s).at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 1, 2);
        layer.at(u"March 21"_s, u"date"_s).with([](Mention &mention) { mention.norm = u"2024-03-21"_s; });
        QCOMPARE(shown(differences(layer, layer)), QString());
        QCOMPARE(shown(differences(Layer(), Layer())), QString());
    }

    void eachKindIsToldInOrderOfPlace()
    {
        LayerOf a(Story);
        a.at(u"Lavrov left"_s, u"person"_s); // boundary
        a.at(u"Lavrov"_s, u"person"_s);      // missing
        a.at(u"March 21"_s, u"date"_s).with([](Mention &mention) { mention.norm = u"2024-03-21"_s; });
        a.at(u"Dacic"_s, u"person"_s, 0, 2); // type
        LayerOf b(Story);
        b.at(u"March 21"_s, u"date"_s).with([](Mention &mention) { mention.norm = u"XXXX-03-21"_s; });
        b.at(u"Dacic"_s, u"place"_s, 0, 2);
        b.at(u"Lavrov"_s, u"person"_s, 0, 3);
        b.at(u"said"_s, u"event"_s); // extra
        const QList<Difference> list = differences(a, b);
        QCOMPARE(shown(list), u"missing 2-0, norm 3-1, extra 0-4, type 4-2, boundary 1-3"_s);
        QCOMPARE(list.last().place, (Span{Story.indexOf(u"Lavrov left"_s), Story.indexOf(u"Lavrov left"_s) + 11}));
        QCOMPARE(shown(differences(b, a)), u"extra 0-2, norm 1-3, missing 4-0, type 2-4, boundary 3-1"_s);
    }

    void onePairMayDifferInSeveralThings()
    {
        LayerOf a(Story);
        a.at(u"on March 21"_s, u"event"_s);
        LayerOf b(Story);
        b.at(u"March 21"_s, u"date"_s).with([](Mention &mention) { mention.norm = u"2024-03-21"_s; });
        QCOMPARE(shown(differences(a, b)), u"boundary+type+norm 1-1"_s);
    }

    void otherIdsAndNamesOfTheSameGroupsDoNotDiffer()
    {
        LayerOf a(Story);
        a.entity(1, u"Sergey Lavrov"_s).entity(2, u"Dacic"_s);
        a.at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 1, 2).at(u"Dacic"_s, u"person"_s, 2);
        LayerOf b(Story);
        b.entity(7, u"S. Lavrov"_s);
        b.at(u"Lavrov"_s, u"person"_s, 7).at(u"Lavrov"_s, u"person"_s, 7, 2).at(u"Dacic"_s, u"person"_s); // a group of its own
        QCOMPARE(shown(differences(a, b)), QString());
    }

    void mentionsOutsideTheLargestSharedGroupDiffer()
    {
        LayerOf a(Story);
        a.entity(1, u"Lavrov"_s);
        for (int nth = 1; nth <= 3; ++nth)
            a.at(u"Lavrov"_s, u"person"_s, 1, nth);
        LayerOf b(Story);
        b.entity(1, u"The other"_s).entity(2, u"Sergey"_s);
        b.at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 2, 2).at(u"Lavrov"_s, u"person"_s, 2, 3);
        QCOMPARE(shown(differences(a, b)), u"entity 1-1"_s);
        QCOMPARE(shown(differences(b, a)), u"entity 1-1"_s);
    }

    void equalSharesAreDecidedByName()
    {
        LayerOf a(Story);
        a.entity(1, u"Sergey Lavrov"_s).at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 1, 2);
        LayerOf b(Story);
        b.entity(1, u"Ivan Lavrov"_s).entity(2, u"SERGEY LAVROV"_s);
        b.at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 2, 2);
        QCOMPARE(shown(differences(a, b)), u"entity 1-1"_s);
        LayerOf nameless(Story);
        nameless.entity(1, u"x"_s).entity(2, u"y"_s);
        nameless.at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 2, 2);
        QCOMPARE(shown(differences(a, nameless)), u"entity 2-2"_s); // met first
    }

    void mixedUpEntitiesDiffer()
    {
        // a: {1, 2} {3, 4}; b: {1, 2, 4} {3}: only the fourth stands elsewhere.
        LayerOf a(Story);
        a.entity(1, u"L"_s).entity(2, u"D"_s);
        a.at(u"Lavrov"_s, u"person"_s, 1).at(u"Lavrov"_s, u"person"_s, 1, 2);
        a.at(u"Dacic"_s, u"person"_s, 2).at(u"Dacic"_s, u"person"_s, 2, 2);
        LayerOf b(Story);
        b.entity(5, u"L"_s).entity(6, u"D"_s);
        b.at(u"Lavrov"_s, u"person"_s, 5).at(u"Lavrov"_s, u"person"_s, 5, 2);
        b.at(u"Dacic"_s, u"person"_s, 6).at(u"Dacic"_s, u"person"_s, 5, 2);
        QCOMPARE(shown(differences(a, b)), u"entity 4-4"_s);
    }

    void linksToOtherThingsDifferAndOneLinkAloneDoesNot()
    {
        LayerOf a(Story);
        a.entity(1, u"Lavrov"_s, u"urn:1"_s).at(u"Lavrov"_s, u"person"_s, 1);
        LayerOf b(Story);
        b.entity(1, u"Lavrov"_s, u"urn:2"_s).at(u"Lavrov"_s, u"person"_s, 1);
        QCOMPARE(shown(differences(a, b)), u"entity 1-1"_s);
        b.with([](Mention &mention) { mention.link = u"urn:1"_s; }); // overrides the entity's
        QCOMPARE(shown(differences(a, b)), QString());
        LayerOf unlinked(Story);
        unlinked.entity(1, u"Lavrov"_s).at(u"Lavrov"_s, u"person"_s, 1);
        QCOMPARE(shown(differences(a, unlinked)), QString());
    }

    void onlyLiveMentionsCount()
    {
        LayerOf a(Story);
        a.at(u"Lavrov"_s, u"person"_s).at(u"Dacic"_s, u"person"_s);
        a.with([](Mention &mention) { mention.status = Status::Rejected; });
        LayerOf b(Story);
        b.at(u"Lavrov"_s, u"person"_s).with([](Mention &mention) { mention.status = Status::Suggested; });
        QCOMPARE(shown(differences(a, b)), QString());
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestDifference)
#include "tst_difference.moc"
