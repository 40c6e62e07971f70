// SPDX-License-Identifier: Apache-2.0
#include "review/agreement.h"
#include "review/reviewfixture.h"
#include "support/testhelper.h"

#include <cmath>
#include <numeric>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

const QString Story = u"Ana Petrovic met Bo Li in Oslo today"_s; // eight tokens

bool isNear(const std::optional<double> &value, double expected) { return value && std::abs(*value - expected) < 1e-9; }

/// "a b . a": labels by letter, "." for no value.
QList<int> coded(const char *letters)
{
    QList<int> labels;
    for (const char *c = letters; *c; ++c) {
        if (*c != ' ')
            labels.append(*c == '.' ? -1 : *c - '0');
    }
    return labels;
}

Agreement measure(const Layer &a, const Layer &b, AgreementUnit unit, const QString &text = Story)
{
    return measureAgreement(tokenize(text), a, b, unit);
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kappaOfATwoByTwoTable()
    {
        // 20 both yes, 5 only a, 10 only b, 15 both no: po = 35/50 = 0.7; yes is 25/50 of a and
        // 30/50 of b, so pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa = (0.7 - 0.5) / 0.5 = 0.4.
        QList<int> a;
        QList<int> b;
        const auto put = [&](int times, int first, int second) {
            a += QList<int>(times, first);
            b += QList<int>(times, second);
        };
        put(20, 1, 1);
        put(5, 1, 0);
        put(10, 0, 1);
        put(15, 0, 0);
        QVERIFY(isNear(cohenKappa(a, b), 0.4));
        QVERIFY(isNear(cohenKappa(b, a), 0.4));
    }

    void kappaAtItsEdges()
    {
        QVERIFY(!cohenKappa({}, {}));
        QVERIFY(!cohenKappa({3, 3}, {3, 3}));           // one label only
        QVERIFY(isNear(cohenKappa({3, 3}, {4, 4}), 0)); // po = pe = 0
        QVERIFY(isNear(cohenKappa({0, 1}, {0, 1}), 1));
        QVERIFY(isNear(cohenKappa({0, 1}, {1, 0}), -1)); // po = 0, pe = 0.5
        QVERIFY(isNear(cohenKappa({0, 0}, {0, 1}), 0));  // po = pe = 0.5
    }

    void alphaOfPublishedExamples()
    {
        // Krippendorff 2011, "Computing Krippendorff's alpha-reliability", examples A, B and C:
        // binary data of two observers 0.095, nominal data of two 0.692, of four with values
        // missing 0.743; as fractions 2/21, 155/224 and 113/152.
        QVERIFY(isNear(krippendorffAlpha({coded("0100000010"), coded("1110010000")}), 2.0 / 21));
        QVERIFY(isNear(krippendorffAlpha({coded("1 1 2 2 4 3 3 3 5 4 4 1"), coded("2 1 2 2 2 3 3 3 5 4 4 4")}), 155.0 / 224));
        QVERIFY(isNear(krippendorffAlpha({coded("1 2 3 3 2 1 4 1 2 . . ."), coded("1 2 3 3 2 2 4 1 2 5 . 3"),
                                          coded(". 3 3 3 2 3 4 2 2 5 1 ."), coded("1 2 3 3 2 4 4 1 2 5 1 .")}),
                       113.0 / 152));
    }

    void alphaAtItsEdges()
    {
        QVERIFY(!krippendorffAlpha({}));
        QVERIFY(!krippendorffAlpha({{}, {}}));
        QVERIFY(!krippendorffAlpha({{2, 2}, {2, 2}}));   // one label only
        QVERIFY(!krippendorffAlpha({{1, -1}, {-1, 2}})); // nothing to pair
        QVERIFY(isNear(krippendorffAlpha({{1, 2}, {1, 2}}), 1));
        // Two units, (1 2) and (2 1): Do = 1, De = 1 - (2 + 2) / 12 = 2/3, alpha = -1/2.
        QVERIFY(isNear(krippendorffAlpha({{1, 2}, {2, 1}}), -0.5));
    }

    void measuresByHand()
    {
        LayerOf a(Story);
        a.at(u"Ana Petrovic"_s, u"person"_s).at(u"Bo Li"_s, u"person"_s).at(u"Oslo"_s, u"place"_s);
        LayerOf b(Story);
        b.at(u"Ana Petrovic"_s, u"person"_s).at(u"Li"_s, u"person"_s).at(u"Oslo"_s, u"organisation"_s);
        // F1: one exact pair of 3 + 3 mentions; two that overlap with one type.
        // Tokens: a = P P - P P - L -, b = P P - - P - G -; po = 6/8, pe = (4*3 + 3*4) / 64 = 3/8,
        // kappa = (3/8) / (5/8) = 0.6. Of 16 values 7 P, 7 -, 1 L, 1 G: Do = 4/16,
        // De = 1 - (42 + 42) / 240 = 0.65, alpha = 1 - 0.25 / 0.65 = 8/13.
        const Agreement tokens = measure(a, b, AgreementUnit::Token);
        QVERIFY(isNear(tokens.f1Exact, 1.0 / 3));
        QVERIFY(isNear(tokens.f1Overlap, 2.0 / 3));
        QVERIFY(isNear(tokens.kappa, 0.6));
        QVERIFY(isNear(tokens.alpha, 8.0 / 13));
        QCOMPARE(tokens.items, 8);
        // Spans: (P P) (P -) (- P) (L G), 8 values: 4 P, 2 -, L, G; Do = 6/8,
        // De = 1 - (12 + 2) / 56 = 0.75, alpha = 0.
        const Agreement spans = measure(a, b, AgreementUnit::Span);
        QVERIFY(isNear(spans.alpha, 0));
        QCOMPARE(spans.items, 4);
        QCOMPARE(spans.kappa, tokens.kappa);
        QCOMPARE(measure(b, a, AgreementUnit::Span), spans);
    }

    void emptyLayersHaveNoMeasure()
    {
        const Agreement agreement = measure(Layer(), Layer(), AgreementUnit::Token);
        QVERIFY(!agreement.f1Exact && !agreement.f1Overlap && !agreement.kappa && !agreement.alpha);
        QCOMPARE(agreement.items, 8);
        QCOMPARE(measure(Layer(), Layer(), AgreementUnit::Span).items, 0);
        QVERIFY(!measure(Layer(), Layer(), AgreementUnit::Token, {}).kappa);
    }

    void oneEmptyLayerAgreesInNothing()
    {
        LayerOf a(Story);
        a.at(u"Oslo"_s, u"place"_s);
        const Agreement agreement = measure(a, Layer(), AgreementUnit::Token);
        QVERIFY(isNear(agreement.f1Exact, 0) && isNear(agreement.f1Overlap, 0));
        QVERIFY(isNear(agreement.kappa, 0)); // po = pe = 7/8
        // 16 values, 15 -, 1 L: Do = 2/16, De = 1 - 210 / 240 = 1/8: alpha = 0.
        QVERIFY(isNear(agreement.alpha, 0));
    }

    void identicalLayersAgreeFully()
    {
        LayerOf a(Story);
        a.at(u"Ana Petrovic"_s, u"person"_s).at(u"Oslo"_s, u"place"_s);
        for (const AgreementUnit unit : {AgreementUnit::Span, AgreementUnit::Token}) {
            const Agreement agreement = measure(a, a, unit);
            QVERIFY(isNear(agreement.f1Exact, 1) && isNear(agreement.f1Overlap, 1));
            QVERIFY(isNear(agreement.kappa, 1) && isNear(agreement.alpha, 1));
        }
        LayerOf people(Story);
        people.at(u"Ana Petrovic"_s, u"person"_s).at(u"Bo Li"_s, u"person"_s);
        QVERIFY(!measure(people, people, AgreementUnit::Span).alpha); // one label only
        QVERIFY(isNear(measure(people, people, AgreementUnit::Token).alpha, 1));
    }

    void disjointLayersAreWorseThanChance()
    {
        LayerOf a(Story);
        a.at(u"Ana"_s, u"person"_s).at(u"Bo"_s, u"person"_s);
        LayerOf b(Story);
        b.at(u"Petrovic"_s, u"person"_s).at(u"Li"_s, u"person"_s);
        // Four units, 4 P and 4 -: Do = 1, De = 1 - 24/56 = 4/7, alpha = -3/4.
        const Agreement agreement = measure(a, b, AgreementUnit::Span);
        QVERIFY(isNear(agreement.f1Exact, 0));
        QVERIFY(isNear(agreement.alpha, -0.75));
        // a = P - - P - - - -, b = - P - - P - - -: po = 4/8, pe = (4 + 36) / 64, kappa = -1/3.
        QVERIFY(isNear(agreement.kappa, -1.0 / 3));
    }

    void outermostOfNestedMentionsLabelsAToken()
    {
        const QString text = u"Bank of Oslo paid 😀 Li"_s; // Bank of Oslo paid, emoji, Li
        LayerOf layer(text);
        layer.at(u"Oslo"_s, u"place"_s).at(u"Bank of Oslo"_s, u"organisation"_s);
        layer.at(u"😀"_s, u"topic"_s).at(u"Li"_s, u"person"_s).at(u"Li"_s, u"group"_s);
        layer.at(u"Oslo paid"_s, u"event"_s);
        const QStringList labels = tokenLabels(tokenize(text), layer);
        QCOMPARE(labels, (QStringList{u"organisation"_s, u"organisation"_s, u"organisation"_s, u"event"_s, u"topic"_s,
                                      u"group"_s})); // equal places: the alphabet
        layer.with([](Mention &mention) { mention.status = Status::Rejected; });
        QCOMPARE(tokenLabels(tokenize(text), layer).at(3), QString());
    }

    void gapsOfADiscontinuousMentionHaveNoLabel()
    {
        LayerOf layer(Story);
        layer.spans({{0, 3}, {17, 19}}, u"person"_s); // Ana … Bo
        const QStringList labels = tokenLabels(tokenize(Story), layer);
        QCOMPARE(labels.at(0), u"person"_s);
        QCOMPARE(labels.at(1), QString());
        QCOMPARE(labels.at(3), u"person"_s);
        QCOMPARE(labels.count(QString()), 6);
    }

    void partOfATokenCounts()
    {
        LayerOf layer(Story);
        layer.spans({{1, 2}}, u"person"_s);
        QCOMPARE(tokenLabels(tokenize(Story), layer).first(), u"person"_s);
    }

    void confusionCountsTypesAgainstTypes()
    {
        LayerOf a(Story);
        a.at(u"Ana Petrovic"_s, u"person"_s).at(u"Bo Li"_s, u"person"_s).at(u"Oslo"_s, u"place"_s).at(u"today"_s, u"date"_s);
        LayerOf b(Story);
        b.at(u"Ana Petrovic"_s, u"person"_s).at(u"Li"_s, u"person"_s).at(u"Oslo"_s, u"organisation"_s).at(u"met"_s, u"event"_s);
        const ConfusionMatrix matrix = confusion(a, b, alignLayers(a, b));
        QCOMPARE(matrix.types, (QStringList{u"date"_s, u"event"_s, u"organisation"_s, u"person"_s, u"place"_s}));
        QCOMPARE(matrix.counts.size(), 36);
        QCOMPARE(matrix.count(u"person"_s, u"person"_s), 2);
        QCOMPARE(matrix.count(u"place"_s, u"organisation"_s), 1);
        QCOMPARE(matrix.count(u"organisation"_s, u"place"_s), 0);
        QCOMPARE(matrix.count(u"date"_s, {}), 1);
        QCOMPARE(matrix.count({}, u"event"_s), 1);
        QCOMPARE(std::accumulate(matrix.counts.cbegin(), matrix.counts.cend(), qint64(0)), 5);
        QCOMPARE(confusion(Layer(), Layer(), {}).counts, QList<qint64>{0});
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestAgreement)
#include "tst_agreement.moc"
