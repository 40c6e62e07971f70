// SPDX-License-Identifier: Apache-2.0
#include "ui/print/printedlists.h"

#include "ui/view/mentionpainter.h"
#include "ui/widgets/typenames.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::PrintedLists)
};

constexpr int SampleColumns = 4;
constexpr int EntityColumns = 2;
// In pixels.
constexpr qreal HeadingHeight = 30;
constexpr qreal SampleHeight = 24;
constexpr qreal EntityHeight = 19;
constexpr qreal ColumnGap = 28;
constexpr int TextSize = 12;

QFont textFont(qreal pixel, bool isBold = false)
{
    QFont font;
    font.setPixelSize(int(TextSize * pixel));
    font.setBold(isBold);
    return font;
}

} // namespace

PrintedLists::PrintedLists(const AnnotatedArticle &article, LayerId layer, const Theme &theme, qreal pixel)
    : m_theme(theme)
    , m_pixel(pixel)
{
    const Layer *chosen = article.layer(layer);
    if (!chosen)
        return;
    addTypes(article, *chosen);
    if (!m_rows.isEmpty())
        addEntities(article, *chosen);
}

void PrintedLists::addTypes(const AnnotatedArticle &article, const Layer &layer)
{
    QHash<QString, qsizetype> counts;
    QHash<Status, qsizetype> statuses;
    QStringList used;
    layer.mentions.forEach([&](const Mention &mention) {
        if (!mention.isLive())
            return;
        ++statuses[mention.status];
        if (++counts[mention.type] == 1)
            used.append(mention.type);
    });
    if (used.isEmpty())
        return;
    m_rows.append({Kind::Heading, Messages::tr("Types"), {}, 0, {}, {}, 0, {}});
    // In the tagset's order; types that it does not know follow.
    QStringList ordered;
    for (const TypeDefinition &type : article.tagset.types) {
        if (used.removeOne(type.id))
            ordered.append(type.id);
    }
    ordered += used;
    for (const QString &type : std::as_const(ordered))
        m_rows.append({Kind::Type,
                       typeName(article.tagset, type),
                       {},
                       counts.value(type),
                       m_theme.colorsOf(type, article.tagset),
                       {},
                       0,
                       {}});
    for (Row &row : m_rows)
        row.status = Status::Accepted;
    const TypeColors plain{m_theme.dimmed, m_theme.paper};
    if (const qsizetype count = statuses.value(Status::Accepted); count > 0)
        m_rows.append({Kind::Line, Messages::tr("accepted"), {}, count, plain, Status::Accepted, 0, {}});
    if (const qsizetype count = statuses.value(Status::Suggested); count > 0)
        m_rows.append({Kind::Line, Messages::tr("suggested"), {}, count, plain, Status::Suggested, 0, {}});
}

void PrintedLists::addEntities(const AnnotatedArticle &article, const Layer &layer)
{
    QHash<EntityId, qsizetype> counts;
    layer.mentions.forEach([&](const Mention &mention) { counts[mention.entity] += mention.isLive() ? 1 : 0; });
    QList<Row> entities;
    for (const Entity &entity : layer.entities) {
        if (counts.value(entity.id) > 0)
            entities.append({Kind::Entity,
                             entity.name.simplified(),
                             typeName(article.tagset, entity.type),
                             counts.value(entity.id),
                             m_theme.colorsOf(entity.type, article.tagset),
                             Status::Accepted,
                             0,
                             {}});
    }
    if (entities.isEmpty())
        return;
    std::stable_sort(entities.begin(), entities.end(), [](const Row &a, const Row &b) {
        return a.count != b.count ? a.count > b.count : a.text.localeAwareCompare(b.text) < 0;
    });
    m_rows.append({Kind::Heading, Messages::tr("Entities"), {}, 0, {}, Status::Accepted, 0, {}});
    m_rows += entities;
}

bool PrintedLists::place(qreal width, qreal top, qreal bottom, qreal y)
{
    int page = 0;
    int column = 0;
    bool startsNew = false;
    Kind previous = Kind::Heading;
    for (Row &row : m_rows) {
        const int columns = row.kind == Kind::Heading ? 1 : row.kind == Kind::Entity ? EntityColumns : SampleColumns;
        const qreal rowHeight = m_pixel * (row.kind == Kind::Entity ? EntityHeight : SampleHeight);
        const qreal height = row.kind == Kind::Heading ? HeadingHeight * m_pixel : rowHeight;
        const bool isFirst = &row == &m_rows.first();
        if (column >= columns || (column > 0 && row.kind != previous)) { // the row above is full, or of another kind
            y += m_pixel * (previous == Kind::Entity ? EntityHeight : SampleHeight);
            column = 0;
        }
        if (row.kind == Kind::Heading && !isFirst)
            y += 16 * m_pixel;
        // A heading takes two rows with it.
        const qreal needed = row.kind == Kind::Heading ? height + 2 * SampleHeight * m_pixel : height;
        if (column == 0 && y + needed > bottom) {
            y = top;
            if (isFirst)
                startsNew = true;
            else
                ++page;
        }
        const qreal columnWidth = (width - (columns - 1) * ColumnGap * m_pixel) / columns;
        row.page = page;
        row.at = {column * (columnWidth + ColumnGap * m_pixel), y, columnWidth, height};
        if (row.kind == Kind::Heading)
            y += height;
        else
            ++column;
        previous = row.kind;
    }
    return startsNew;
}

void PrintedLists::paint(QPainter *painter, int page) const
{
    const auto [begin, end] = std::equal_range(m_rows.cbegin(), m_rows.cend(), Row{{}, {}, {}, 0, {}, {}, page, {}},
                                               [](const Row &a, const Row &b) { return a.page < b.page; });
    for (auto row = begin; row != end; ++row) {
        if (row->kind == Kind::Heading) {
            painter->setFont(textFont(m_pixel, true));
            painter->setPen(m_theme.text);
            painter->drawText(row->at, Qt::AlignLeft | Qt::AlignTop, row->text);
        } else if (row->kind == Kind::Entity) {
            paintEntity(painter, *row);
        } else {
            paintSample(painter, *row);
        }
    }
}

void PrintedLists::paintSample(QPainter *painter, const Row &row) const
{
    const QFont font = textFont(m_pixel);
    const QFontMetricsF metrics(font);
    const QString count = QString::number(row.count);
    const qreal room = row.at.width() - metrics.horizontalAdvance(count) - 8 * m_pixel;
    const QString text = metrics.elidedText(row.text, Qt::ElideRight, room);
    const qreal lineHeight = metrics.height();
    MentionMark mark;
    mark.colors = row.colors;
    mark.status = row.status;
    mark.boxes = {QRectF(row.at.left() + 2 * m_pixel, row.at.top() + 2 * m_pixel, metrics.horizontalAdvance(text), lineHeight)};
    const MentionPainter mentionPainter(m_theme, m_pixel * 0.78);
    mentionPainter.paintTints(painter, {}, {mark});
    painter->setFont(font);
    painter->setPen(row.kind == Kind::Line ? m_theme.dimmed : m_theme.text);
    painter->drawText(mark.boxes.first(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    mentionPainter.paintLines(painter, {}, {mark});
    painter->setFont(font);
    painter->setPen(m_theme.dimmed);
    const QRectF after(mark.boxes.first().right() + 8 * m_pixel, mark.boxes.first().top(), row.at.width(), lineHeight);
    painter->drawText(after, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, count);
}

void PrintedLists::paintEntity(QPainter *painter, const Row &row) const
{
    const QFont font = textFont(m_pixel);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setPen(m_theme.dimmed);
    const QString count = QString::number(row.count);
    painter->drawText(row.at, Qt::AlignRight | Qt::AlignVCenter, count);
    const qreal countWidth = std::max(metrics.horizontalAdvance(count), 28 * m_pixel);
    const qreal typeWidth = metrics.horizontalAdvance(row.detail);
    QRectF type = row.at.adjusted(0, 0, -countWidth - 6 * m_pixel, 0);
    type.setLeft(type.right() - typeWidth);
    painter->setPen(row.colors.line);
    painter->drawText(type, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, row.detail);
    painter->setPen(m_theme.text);
    const qreal room = type.left() - row.at.left() - 10 * m_pixel;
    painter->drawText(QRectF(row.at.topLeft(), QSizeF(room, row.at.height())), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(row.text, Qt::ElideRight, room));
}

} // namespace dateline
