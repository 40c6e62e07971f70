// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "support/testhelper.h"

using namespace dateline;
using namespace Qt::StringLiterals;

class AmountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAmountsTheirNormalForm_data();
    void givesAmountsTheirNormalForm();
    void leavesOutWhatIsNoAmount_data();
    void leavesOutWhatIsNoAmount();
};

namespace {

/// "words=norm" of money and percentages.
QStringList amountsIn(const QString &text)
{
    static const Detector detector(nullptr); // the rules alone: what a trained tagger adds is no matter of theirs
    const Layer layer = detector.detect(ArticleText(text), {});
    QStringList found;
    layer.mentions.forEach([&](const Mention &mention) {
        if (mention.type == "money"_L1 || mention.type == "percent"_L1)
            found.append(text.mid(mention.extent().begin, mention.extent().length()) + u'=' + mention.norm);
    });
    return found;
}

} // namespace

void AmountsTest::givesAmountsTheirNormalForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("amount");
    const auto row = [](const char *text, const char *amount) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(amount);
    };
    row("It cost $5 million then.", "$5 million=5000000 USD");
    row("It cost $1,234.50 then.", "$1,234.50=1234.5 USD");
    row("It cost US$ 300 million.", "US$ 300 million=300000000 USD");
    row("It cost A$5.", "A$5=5 AUD");
    row("It cost €2.5bn then.", "€2.5bn=2500000000 EUR");
    row("It paid EUR 20 million.", "EUR 20 million=20000000 EUR");
    row("It paid Rs. 500 crore.", "Rs. 500 crore=5000000000 INR");
    row("A bag costs N150 now.", "N150=150 NGN");
    row("It has R1.1-million left.", "R1.1-million=1100000 ZAR");
    row("It has Dh2.3m left.", "Dh2.3m=2300000 AED");
    row("A kilo is 12CUP here.", "12CUP=12 CUP");
    row("It got N$100 000 for it.", "N$100 000=100000 NAD");
    row("It costs LKR 1,800 there.", "LKR 1,800=1800 LKR");
    row("They lost 300 pesos there.", "300 pesos=");
    row("They lost 300 Mexican pesos.", "300 Mexican pesos=300 MXN");
    row("It costs 2,500 tögrögs.", "2,500 tögrögs=2500 MNT");
    row("It fell by 20 cents.", "20 cents=0.2 USD");
    row("A 500-baht note.", "500-baht=500 THB");
    row("It takes $25-35 million.", "$25-35 million=25000000/35000000 USD");
    row("It takes five hundred thousand euros.", "five hundred thousand euros=500000 EUR");
    row("It takes twenty-five million Swiss francs.", "twenty-five million Swiss francs=25000000 CHF");
    row("It takes half a million dollars.", "half a million dollars=500000 USD");
    row("It takes a billion Hong Kong dollars.", "a billion Hong Kong dollars=1000000000 HKD");
    row("It takes hundreds of millions of dollars.", "hundreds of millions of dollars=");
    row("It takes 40,000 won a day.", "40,000 won=40000 KRW");
    row("It takes 20 € a day.", "20 €=20 EUR");
    row("It rose 5.3% there.", "5.3%=5.3%");
    row("It rose 5 to 10 percent.", "5 to 10 percent=5/10%");
    row("It rose twenty per cent.", "twenty per cent=20%");
    row("It rose 5pc.", "5pc=5%");
    row("It costs $99999999999999999999999 then.", "$99999999999999999999999=");
}

void AmountsTest::givesAmountsTheirNormalForm()
{
    QFETCH(QString, text);
    QFETCH(QString, amount);
    QCOMPARE(amountsIn(text), QStringList{amount});
}

void AmountsTest::leavesOutWhatIsNoAmount_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"The club 1 won again."_s, u"He has 482 marks."_s, u"The P5 met."_s, u"The road N7 is closed."_s,
                                u"TOP 10 songs."_s, u"He ran 5 m."_s, u"A dollar is a dollar."_s, u"Thousands of people came."_s,
                                u"The M25 is closed."_s, u"It is 5 km away."_s, u"$"_s, u"€ $ %"_s, u"R1.1"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void AmountsTest::leavesOutWhatIsNoAmount()
{
    QFETCH(QString, text);
    QCOMPARE(amountsIn(text), QStringList());
}

DATELINE_TEST_MAIN(QCoreApplication, AmountsTest)
#include "tst_amounts.moc"
