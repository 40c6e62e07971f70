// SPDX-License-Identifier: Apache-2.0
#include "text/reanchoring.h"

#include "support/testhelper.h"

#include <QRandomGenerator>

using namespace dateline;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(AnchorRule)

class TestReanchoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The rules at the edges, by name. The span is [10, 20) throughout.
    void edges_data()
    {
        QTest::addColumn<Span>("replaced");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<Span>("span");
        QTest::addColumn<AnchorRule>("rule");
        const auto row = [](const char *name, const Span &replaced, int inserted, const Span &span, AnchorRule rule) {
            QTest::newRow(name) << replaced << inserted << span << rule;
        };
        row("before it", {0, 5}, 2, {7, 17}, AnchorRule::After);
        row("insertion before it", {3, 3}, 4, {14, 24}, AnchorRule::After);
        row("insertion at its begin", {10, 10}, 4, {14, 24}, AnchorRule::After);
        row("replaced up to its begin", {5, 10}, 1, {6, 16}, AnchorRule::After);
        row("insertion inside", {15, 15}, 4, {10, 24}, AnchorRule::Inside);
        row("removal inside", {12, 15}, 0, {10, 17}, AnchorRule::Inside);
        row("its first letters", {10, 12}, 3, {10, 21}, AnchorRule::Inside);
        row("its last letters", {18, 20}, 0, {10, 18}, AnchorRule::Inside);
        row("all of it by words", {10, 20}, 6, {10, 16}, AnchorRule::Inside);
        row("all of it removed", {10, 20}, 0, {10, 10}, AnchorRule::Collapsed);
        row("insertion at its end", {20, 20}, 4, {10, 20}, AnchorRule::Before);
        row("behind it", {20, 25}, 0, {10, 20}, AnchorRule::Before);
        row("across its end", {15, 25}, 3, {10, 15}, AnchorRule::ClippedEnd);
        row("across its begin", {5, 15}, 3, {8, 13}, AnchorRule::ClippedBegin);
        row("more than all of it, removed", {5, 25}, 0, {5, 5}, AnchorRule::Collapsed);
        row("more than all of it, by words", {5, 25}, 9, {5, 5}, AnchorRule::Collapsed);
        row("to its end and on", {10, 25}, 9, {10, 10}, AnchorRule::Collapsed);
    }
    void edges()
    {
        QFETCH(Span, replaced);
        QFETCH(int, inserted);
        const Anchored anchored = reanchored({10, 20}, replaced, inserted);
        QTEST(anchored.span, "span");
        QTEST(anchored.rule, "rule");
    }

    void trimmingKeepsPairsWhole()
    {
        const QString text = u"ab😀cd"_s; // 😀 is D83D DE00, 😁 is D83D DE01
        QCOMPARE(trimmed(text, {{0, 6}, u"ab😁cd"_s}), (Replacement{{2, 4}, u"😁"_s}));
        QCOMPARE(trimmed(text, {{0, 6}, text}), (Replacement{{6, 6}, {}}));
        QCOMPARE(trimmed(u"aaa", {{0, 3}, u"aa"_s}), (Replacement{{2, 3}, {}}));
    }

    void differenceIsWordByWord()
    {
        const QList<Replacement> difference = textDifference(u"Marin met Okoro in Oslo on Friday."_s,
                                                             u"Elsa Marin met Okoro in Bergen on Friday."_s);
        QCOMPARE(difference.size(), 2);
        QCOMPARE(difference.at(0), (Replacement{{0, 0}, u"Elsa "_s}));
        QCOMPARE(difference.at(1), (Replacement{{19, 23}, u"Bergen"_s}));
        QVERIFY(textDifference(u"same"_s, u"same"_s).isEmpty());
    }

    void differenceLeadsFromOneTextToTheOther()
    {
        QRandomGenerator random(9);
        const QStringList words{u"Marin"_s, u"Oslo"_s, u" "_s, u"\n"_s, u"😀"_s, u"é"_s, u"."_s, u"met"_s};
        const auto make = [&](int count) {
            QString text;
            for (int i = 0; i < count; ++i)
                text += words.at(random.bounded(words.size()));
            return text;
        };
        for (int round = 0; round < 500; ++round) {
            const QString before = make(random.bounded(60));
            QString after = random.bounded(3) ? before : make(random.bounded(60));
            for (int i = 0; i < random.bounded(5); ++i)
                after.insert(after.isEmpty() ? 0 : after.indexOf(u' ') + 1, words.at(random.bounded(words.size())));
            QString built;
            qsizetype at = 0;
            for (const Replacement &replacement : textDifference(before, after)) {
                QVERIFY(replacement.span.begin >= at);
                built += before.mid(at, replacement.span.begin - at) + replacement.words;
                at = replacement.span.end;
            }
            built += before.mid(at);
            QCOMPARE(built, after);
        }
    }

    void veryDifferentTextsAreOneReplacement()
    {
        QString before;
        QString after;
        for (int i = 0; i < 20000; ++i) {
            before += u"a%1 "_s.arg(i);
            after += u"b%1 "_s.arg(i);
        }
        const QList<Replacement> difference = textDifference(before, after);
        QCOMPARE(difference.size(), 1);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestReanchoring)
#include "tst_reanchoring.moc"
