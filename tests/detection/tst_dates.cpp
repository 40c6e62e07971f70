// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "support/testhelper.h"

using namespace Qt::StringLiterals;
using namespace dateline;

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data();
    void normalises();
};

void DatesTest::normalises_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("norm");
    const auto row = [](const char *expression, const char *published, const char *norm) {
        QTest::addRow("%s (%s)", expression, published)
            << QString::fromUtf8(expression) << QString::fromUtf8(published) << QString::fromUtf8(norm);
    };
    const char *thursday = "2024-03-21";
    row("March 21", thursday, "2024-03-21");
    row("March 21", "", "XXXX-03-21");
    row("December 30", "2024-01-02", "2023-12-30");
    row("January 2", "2023-12-30", "2024-01-02");
    row("March 21, 2020", thursday, "2020-03-21");
    row("21 March 2020", "", "2020-03-21");
    row("21st of March", thursday, "2024-03-21");
    row("Feb. 29", "2024-03-21", "2024-02-29");
    row("March 10-12", thursday, "2024-03-10/2024-03-12");
    row("10 and 11 March", thursday, "2024-03-10/2024-03-11");
    row("Thursday", thursday, "2024-03-21");
    row("Monday", thursday, "2024-03-18");
    row("Friday", thursday, "2024-03-15");
    row("Thursday", "", "XXXX-WXX-4");
    row("last Thursday", thursday, "2024-03-14");
    row("next Monday", thursday, "2024-03-25");
    row("late Sunday", thursday, "2024-03-17");
    row("Sunday night", thursday, "2024-03-17TNI");
    row("Thursday, March 21", thursday, "2024-03-21");
    row("yesterday", thursday, "2024-03-20");
    row("today", thursday, "2024-03-21");
    row("tomorrow", thursday, "2024-03-22");
    row("tonight", thursday, "2024-03-21TNI");
    row("last week", thursday, "2024-W11");
    row("this week", thursday, "2024-W12");
    row("last month", thursday, "2024-02");
    row("next month", thursday, "2024-04");
    row("last year", thursday, "2023");
    row("last year", "", "XXXX");
    row("next year", thursday, "2025");
    row("last March", thursday, "2023-03");
    row("next August", thursday, "2024-08");
    row("three days ago", thursday, "2024-03-18");
    row("end of July", thursday, "2024-07");
    row("end of the year", thursday, "2024");
    row("end of next month", thursday, "2024-04");
    row("beginning of 2019", "", "2019");
    row("first half of 2019", "", "2019-H1");
    row("third quarter of 2016", "", "2016-Q3");
    row("last three years", thursday, "P3Y");
    row("past 18 months", thursday, "P18M");
    row("next few weeks", thursday, "PXW");
    row("next couple of years", thursday, "PXY");
    row("coming days", thursday, "PXD");
    row("two weeks ago", thursday, "2024-W10");
    row("a year ago", thursday, "2023");
    row("2020", thursday, "2020");
    row("early 2004", thursday, "2004");
    row("mid-2019", thursday, "2019");
    row("the 1990s", thursday, "199");
    row("the early 1990s", thursday, "199");
    row("March 2020", thursday, "2020-03");
    row("May", thursday, "2024-05");
    row("summer 2019", thursday, "2019-SU");
    row("last summer", thursday, "2023-SU");
    row("2024-03-21", "", "2024-03-21");
    row("21.03.2024", "", "2024-03-21");
    row("2018-2020", "", "2018/2020");
    row("9 a.m.", "", "T09:00");
    row("9.30 p.m.", "", "T21:30");
    row("12am", "", "T00:00");
    row("18:45", "", "T18:45");
    row("1200 GMT", "", "T12:00Z");
    row("noon", "", "T12:00");
    row("Belgrade", thursday, "");
    row("three years", thursday, "");
    row("February 30", thursday, "");
    row("", thursday, "");
}

void DatesTest::normalises()
{
    QFETCH(QString, expression);
    QFETCH(QString, published);
    QFETCH(QString, norm);
    QCOMPARE(normaliseDate(expression, published), norm);
}

DATELINE_TEST_MAIN(QCoreApplication, DatesTest)
#include "tst_dates.moc"
