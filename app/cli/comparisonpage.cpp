// SPDX-License-Identifier: Apache-2.0
#include "comparison.h"

#include "console.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

constexpr char Style[] = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, table { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .7rem; border-bottom: 1px solid #8886; }
td.text { font-family: Georgia, "Times New Roman", serif; }
mark { background: #fde6cf; color: #1b1b1b; padding: 0 .1em; }
.note { opacity: .75; }
)";

/// Collects the page; everything that is not markup passes through text().
class Page
{
public:
    void markup(const QString &markup) { m_page += markup; }
    void text(const QString &text) { m_page += text.toHtmlEscaped(); }
    void element(const QString &tag, const QString &content)
    {
        m_page += u'<' + tag + u'>';
        text(content);
        m_page += u"</"_s + tag.section(u' ', 0, 0) + u'>';
    }
    void row(const QString &tag, const QStringList &cells)
    {
        m_page += u"<tr>"_s;
        for (const QString &cell : cells)
            element(tag, cell);
        m_page += u"</tr>\n"_s;
    }
    [[nodiscard]] QByteArray bytes() const { return m_page.toUtf8(); }

private:
    QString m_page;
};

/// The nearest place from `at` on in the direction of `step` that is not inside a surrogate pair.
qsizetype outsidePair(const QString &text, qsizetype at, qsizetype step)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at + step : at;
}

/// The words around a place, with the place marked.
void putContext(Page &page, const ArticleText &article, const Span &place)
{
    constexpr qsizetype Around = 60;
    constexpr qsizetype MostInside = 300;
    const QString &text = article.text();
    const qsizetype from = outsidePair(text, std::max<qsizetype>(0, place.begin - Around), -1);
    const qsizetype to = outsidePair(text, std::min(text.size(), place.end + Around), 1);
    page.text((from > 0 ? u"…"_s : QString()) + text.sliced(from, place.begin - from));
    page.markup(u"<mark>"_s);
    if (place.length() <= MostInside) {
        page.text(article.view(place).toString());
    } else {
        const qsizetype half = MostInside / 2;
        const qsizetype headEnd = outsidePair(text, place.begin + half, -1);
        const qsizetype tailBegin = outsidePair(text, place.end - half, 1);
        page.text(article.view({place.begin, headEnd}).toString() + u" … "_s + article.view({tailBegin, place.end}).toString());
    }
    page.markup(u"</mark>"_s);
    page.text(text.sliced(place.end, to - place.end) + (to < text.size() ? u"…"_s : QString()));
}

void putSide(Page &page, const DifferenceSide &side)
{
    page.markup(u"<td class=\"text\" dir=\"auto\">"_s);
    if (side.mention.isEmpty()) {
        page.text(u"–"_s);
    } else {
        page.text(side.text);
        QStringList more{side.type};
        for (const QString &part : {side.entity, side.norm}) {
            if (!part.isEmpty())
                more.append(part);
        }
        page.markup(u"<br>"_s);
        page.element(u"small"_s, more.join(u" · "_s));
    }
    page.markup(u"</td>"_s);
}

QString named(const ComparedLayer &layer) { return u"%1 (%2)"_s.arg(layer.id, layer.by); }

void putPair(Page &page, const Comparison &comparison, const ComparedPair &pair)
{
    const ComparedLayer &a = comparison.layers.at(pair.a);
    const ComparedLayer &b = comparison.layers.at(pair.b);
    page.element(u"h2"_s, Text::tr("%1 and %2").arg(named(a), named(b)));
    if (pair.differences.isEmpty()) {
        page.element(u"p"_s, Text::tr("No differences."));
        return;
    }
    page.markup(u"<table>\n"_s);
    page.row(u"th scope=\"col\""_s, {Text::tr("Place"), Text::tr("Difference"), Text::tr("Context"), named(a), named(b)});
    for (const Difference &difference : pair.differences) {
        const LineColumn place = a.article->text.offsets().lineColumn(difference.place.begin);
        page.markup(u"<tr>"_s);
        page.element(u"td"_s, u"%1:%2"_s.arg(place.line).arg(place.column));
        page.element(u"td"_s, kindNames(difference.kinds));
        page.markup(u"<td class=\"text\" dir=\"auto\">"_s);
        putContext(page, a.article->text, difference.place);
        page.markup(u"</td>"_s);
        putSide(page, sideOf(a, difference.a));
        putSide(page, sideOf(b, difference.b));
        page.markup(u"</tr>\n"_s);
    }
    page.markup(u"</table>\n"_s);
}

} // namespace

QByteArray comparisonPage(const Comparison &comparison)
{
    const QString title = comparison.layers.isEmpty() ? QString() : comparison.layers.first().article->title();
    const QString heading = title.isEmpty() ? Text::tr("Differences") : Text::tr("Differences: %1").arg(title);
    Page page;
    page.markup(u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s);
    page.element(u"title"_s, heading);
    page.markup(u"\n<style>"_s + QString::fromLatin1(Style) + u"</style>\n</head>\n<body>\n"_s);
    page.element(u"h1"_s, heading);
    page.markup(u"\n<table>\n"_s);
    page.row(u"th scope=\"col\""_s, {Text::tr("Layer"), Text::tr("Annotator"), Text::tr("File")});
    for (const ComparedLayer &layer : comparison.layers)
        page.row(u"td"_s, {layer.id, layer.by, layer.file});
    page.markup(u"</table>\n"_s);
    page.element(u"h2"_s, Text::tr("Agreement"));
    page.markup(u"<table>\n"_s);
    page.row(u"th scope=\"col\""_s,
             {Text::tr("Layers"), Text::tr("F1, exact"), Text::tr("F1, overlapping"), Text::tr("Cohen's kappa"),
              Text::tr("Krippendorff's alpha"),
              comparison.unit == AgreementUnit::Token ? Text::tr("Tokens") : Text::tr("Marked places"), Text::tr("Differences")});
    for (const ComparedPair &pair : comparison.pairs) {
        const Agreement &agreement = pair.agreement;
        page.row(u"td"_s,
                 {u"%1, %2"_s.arg(comparison.layers.at(pair.a).id, comparison.layers.at(pair.b).id),
                  shownMeasure(agreement.f1Exact), shownMeasure(agreement.f1Overlap), shownMeasure(agreement.kappa),
                  shownMeasure(agreement.alpha), QString::number(agreement.items), QString::number(pair.differences.size())});
    }
    page.markup(u"</table>\n"_s);
    for (const ComparedPair &pair : comparison.pairs)
        putPair(page, comparison, pair);
    page.markup(u"</body>\n</html>\n"_s);
    return page.bytes();
}

} // namespace dateline::cli
