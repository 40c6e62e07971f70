// SPDX-License-Identifier: Apache-2.0
#include "ui/print/articleprinter.h"

#include "ui/print/printedlists.h"
#include "ui/view/articlelayout.h"
#include "ui/view/mentionpainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ArticlePrinter)
};

// Text is broken into lines at a multiple of the screen's size, where rounding to whole pixels and
// hinting no longer show, and painted smaller.
constexpr int Magnification = 8;
constexpr qreal UnitsPerInch = 96.0 * Magnification;
constexpr int ZoomPercent = 78 * Magnification; ///< text of about 11 points
constexpr qreal Pixel = Magnification;          ///< a 96th of an inch

/// "21 March 2024" in the user's language; what is no date stays as it is.
QString shownDate(const QString &published)
{
    const QDate date = QDate::fromString(published.left(10), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : published;
}

} // namespace

/// The pages of one size: which lines of which paragraph stand where. Units: UnitsPerInch.
class ArticlePrinter::Pages
{
public:
    Pages(const ArticlePrinter &printer, const QSizeF &size)
        : m_printer(printer)
        , m_size(size)
        , m_lists(printer.m_article, printer.m_layer, printer.m_theme, Pixel)
        , m_bottom(size.height() - FooterHeight)
    {
        m_layout.setArticle(printer.m_article.text);
        m_layout.setStyle(printer.m_style, size.width());
        placeText();
        m_listsStart = m_lists.place(size.width(), HeaderHeight, m_bottom, m_pieces.isEmpty() ? HeaderHeight : m_y + 28 * Pixel);
        if (!m_lists.isEmpty())
            m_listsPage = m_listsStart ? m_count : m_count - 1;
        m_count = std::max(m_count, m_lists.isEmpty() ? 0 : m_listsPage + m_lists.pageCount());
    }

    [[nodiscard]] int count() const { return m_count; }

    void paint(QPainter *painter, int page)
    {
        painter->setRenderHint(QPainter::Antialiasing);
        paintMargins(painter, page);
        const auto [begin, end] = std::equal_range(m_pieces.cbegin(), m_pieces.cend(), Piece{page, 0, 0, 0, 0},
                                                   [](const Piece &a, const Piece &b) { return a.page < b.page; });
        for (auto piece = begin; piece != end; ++piece)
            paintPiece(painter, *piece);
        if (!m_lists.isEmpty() && page >= m_listsPage)
            m_lists.paint(painter, page - m_listsPage);
    }

private:
    /// Lines of one paragraph on one page.
    struct Piece
    {
        int page = 0;
        qsizetype item = 0;
        int firstLine = 0;
        int endLine = 0;
        qreal top = 0;
    };

    static constexpr qreal HeaderHeight = 44 * Pixel;
    static constexpr qreal FooterHeight = 40 * Pixel;

    void placeText()
    {
        m_y = HeaderHeight;
        for (qsizetype item = 0; item < m_layout.count(); ++item) {
            const ParagraphLayout &paragraph = m_layout.paragraph(item);
            const bool isFirst = m_y <= HeaderHeight;
            qreal top = isFirst ? m_y : m_y + m_layout.textTop(item) - m_layout.top(item);
            const BlockKind kind = m_layout.kind(item);
            const bool isHead = kind == BlockKind::Headline || kind == BlockKind::Crosshead;
            // A head does not stand alone at the end of a page.
            const qreal company = isHead ? 3 * m_printer.m_style.of(BlockKind::Paragraph).lineHeight : 0;
            int line = 0;
            while (line < paragraph.lineCount()) {
                const qreal start = paragraph.lineTop(line);
                int end = line;
                while (end < paragraph.lineCount() && top + paragraph.lineBottom(end) - start + company <= m_bottom)
                    ++end;
                const int left = paragraph.lineCount() - end;
                if (left > 0 && isHead)
                    end = line; // whole, on the next page
                else if (left == 1 && end - line > 2)
                    --end; // no last line alone
                else if (left > 0 && end - line == 1 && line == 0)
                    end = line; // no first line alone
                if (end == line && top <= HeaderHeight)
                    end = line + 1; // taller than a page
                if (end > line) {
                    m_pieces.append({m_count - 1, item, line, end, top});
                    m_y = top + paragraph.lineBottom(end - 1) - start;
                    line = end;
                }
                if (line < paragraph.lineCount()) {
                    ++m_count;
                    top = HeaderHeight;
                    m_y = top;
                }
            }
            m_layout.trim(item, item);
        }
    }

    void paintMargins(QPainter *painter, int page) const
    {
        QFont font;
        font.setPixelSize(int(11 * Pixel));
        painter->setFont(font);
        painter->setPen(m_printer.m_theme.dimmed);
        const AnnotatedArticle &article = m_printer.m_article;
        const QFontMetricsF metrics(font);
        const QRectF head(0, 0, m_size.width(), 16 * Pixel);
        const QString date = shownDate(article.head.published);
        const qreal room = head.width() - metrics.horizontalAdvance(date) - 24 * Pixel;
        painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(article.title(), Qt::ElideRight, room));
        painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, date);
        const QRectF foot(0, m_size.height() - 16 * Pixel, m_size.width(), 16 * Pixel);
        const Layer *layer = article.layer(m_printer.m_layer);
        if (const Agent *by = layer ? article.agent(layer->info.by) : nullptr; by && !by->name.isEmpty())
            painter->drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, Messages::tr("Annotated by %1").arg(by->name));
        painter->drawText(foot, Qt::AlignRight | Qt::AlignVCenter, Messages::tr("Page %1 of %2").arg(page + 1).arg(m_count));
        painter->fillRect(QRectF(0, head.bottom() + 6 * Pixel, m_size.width(), 0.75 * Pixel), m_printer.m_theme.border);
    }

    void paintPiece(QPainter *painter, const Piece &piece)
    {
        const ParagraphLayout &paragraph = m_layout.paragraph(piece.item);
        const Theme &theme = m_printer.m_theme;
        const qreal top = paragraph.lineTop(piece.firstLine);
        const qreal bottom = paragraph.lineBottom(piece.endLine - 1);
        const QPointF at(0, piece.top - top);
        const MentionPainter mentionPainter(theme, m_printer.m_style.scale());
        QList<MentionMark> marks = marksOf(paragraph, mentionPainter);
        const auto isElsewhere = [&](const QRectF &box) { return box.center().y() < top || box.center().y() >= bottom; };
        for (MentionMark &mark : marks) {
            if (!mark.boxes.isEmpty() && isElsewhere(mark.boxes.last()))
                mark.endsHere = false;
            mark.boxes.removeIf(isElsewhere);
            mark.gaps.removeIf(isElsewhere);
        }
        marks.removeIf([](const MentionMark &mark) { return mark.boxes.isEmpty() && mark.gaps.isEmpty(); });
        mentionPainter.paintTints(painter, at, marks);

        const bool isDimmed = m_printer.m_style.of(m_layout.kind(piece.item)).isDimmed;
        QList<QTextLayout::FormatRange> formats;
        if (isDimmed) {
            for (const MentionMark &mark : std::as_const(marks)) {
                for (const Span &span : mark.spans) {
                    const qsizetype begin = std::max(span.begin, paragraph.span().begin);
                    const qsizetype end = std::min(span.end, paragraph.span().end);
                    if (begin >= end)
                        continue;
                    QTextLayout::FormatRange range;
                    range.start = int(begin);
                    range.length = int(end - begin);
                    range.format.setForeground(theme.dimmedOnTint);
                    formats.append(range);
                }
            }
        }
        if (piece.firstLine == 0 && piece.endLine == paragraph.lineCount()) {
            painter->setPen(isDimmed ? theme.dimmed : theme.text);
            paragraph.draw(painter, at, formats, {});
        } else {
            // Not clipped: what is cut off would still be copied with the text of the page.
            painter->setPen(isDimmed ? theme.dimmedOnTint : theme.text);
            paragraph.drawLines(painter, at, piece.firstLine, piece.endLine);
        }
        mentionPainter.paintLines(painter, at, marks);
        m_layout.trim(piece.item, piece.item);
    }

    [[nodiscard]] QList<MentionMark> marksOf(const ParagraphLayout &paragraph, const MentionPainter &painter) const
    {
        const Layer *layer = m_printer.m_article.layer(m_printer.m_layer);
        if (!layer)
            return {};
        QList<const Mention *> mentions;
        layer->mentions.forEachIn(paragraph.span(), [&](const Mention &mention) {
            if (mention.isLive())
                mentions.append(&mention);
            return true;
        });
        return painter.marksOf(paragraph, mentions, m_printer.m_article.tagset);
    }

    const ArticlePrinter &m_printer;
    QSizeF m_size;
    ArticleLayout m_layout;
    QList<Piece> m_pieces; ///< by page
    PrintedLists m_lists;
    qreal m_bottom; ///< where text ends
    qreal m_y = 0;
    int m_count = 1;
    int m_listsPage = 0;
    bool m_listsStart = false; ///< a page of their own
};

ArticlePrinter::ArticlePrinter(const AnnotatedArticle &article, LayerId layer)
    : m_article(article)
    , m_layer(layer)
    , m_style(ZoomPercent)
    , m_theme(Theme::light())
{
    m_theme.paper = Qt::white;
}

int ArticlePrinter::print(QPagedPaintDevice &device, int first, int last) const
{
    device.setPageMargins(QMarginsF(22, 16, 22, 16), QPageLayout::Millimeter);
    const QSizeF inches = device.pageLayout().paintRect(QPageLayout::Inch).size();
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    Pages pages(*this, inches * UnitsPerInch);
    painter.scale(device.logicalDpiX() / UnitsPerInch, device.logicalDpiY() / UnitsPerInch);
    const int from = std::max(1, first);
    const int to = last > 0 ? std::min(last, pages.count()) : pages.count();
    for (int page = from; page <= to; ++page) {
        if (page > from && !device.newPage())
            return 0;
        pages.paint(&painter, page - 1);
    }
    return painter.end() ? pages.count() : 0;
}

QByteArray ArticlePrinter::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    const bool isAmerican = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    writer.setPageSize(QPageSize(isAmerican ? QPageSize::Letter : QPageSize::A4));
    writer.setTitle(m_article.title());
    writer.setCreator(u"Dateline"_s);
    return print(writer) > 0 ? bytes : QByteArray();
}

} // namespace dateline
