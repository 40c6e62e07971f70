// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/entitydelegate.h"

#include "itemmodels/entitytreemodel.h"
#include "ui/panels/rowpainting.h"

#include <QPainter>
#include <QPainterPath>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

using Kind = EntityTreeModel::Kind;

constexpr int Margin = 14;
constexpr int TriangleWidth = 16;
constexpr int DotSize = 9;
constexpr int BarWidth = 46;
constexpr int BarHeight = 4;
constexpr int CountWidth = 38;

void drawTriangle(QPainter &painter, const QRect &place, bool isOpen, const QColor &color, Qt::LayoutDirection direction)
{
    const QPointF centre = QRectF(place).center();
    QPainterPath path;
    if (isOpen) {
        path.moveTo(centre + QPointF(-3.5, -2));
        path.lineTo(centre + QPointF(3.5, -2));
        path.lineTo(centre + QPointF(0, 3));
    } else {
        const double ahead = direction == Qt::RightToLeft ? -1 : 1;
        path.moveTo(centre + QPointF(-2 * ahead, -3.5));
        path.lineTo(centre + QPointF(3 * ahead, 0));
        path.lineTo(centre + QPointF(-2 * ahead, 3.5));
    }
    path.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(path);
}

void drawBar(QPainter &painter, const QRect &place, double share, const QColor &color, const QColor &track,
             Qt::LayoutDirection direction)
{
    const QRectF bar(place.left(), QRectF(place).center().y() - BarHeight / 2.0, place.width(), BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
    if (share <= 0)
        return;
    QRectF done = bar;
    done.setWidth(std::max(double(BarHeight), bar.width() * std::min(share, 1.0)));
    if (direction == Qt::RightToLeft)
        done.moveRight(bar.right());
    painter.setBrush(color);
    painter.drawRoundedRect(done, BarHeight / 2.0, BarHeight / 2.0);
}

/// Ring: undecided; dot: accepted; crossed ring: rejected. The form says it, not the colour.
void drawStatus(QPainter &painter, const QRect &place, Status status, const QColor &color)
{
    const QPointF centre = QRectF(place).center();
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(status == Status::Accepted ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, 2.8, 2.8);
    if (status == Status::Rejected || status == Status::Withdrawn)
        painter.drawLine(centre + QPointF(-4, 4), centre + QPointF(4, -4));
}

} // namespace

QColor EntityDelegate::lineOf(const QString &type) const { return m_theme.colorsOf(type, m_tagset).line; }

bool EntityDelegate::isOnTriangle(const QRect &row, const QPoint &at, Qt::LayoutDirection direction)
{
    const QRect triangle(row.left(), row.top(), Margin + TriangleWidth, row.height());
    return QStyle::visualRect(direction, row, triangle).contains(at);
}

QSize EntityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, option.fontMetrics.height() + 9};
}

void EntityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    // Not from the option's state: which of them a view fills in differs between versions of Qt.
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    option.state.setFlag(QStyle::State_Open, tree && tree->isExpanded(index));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Selected) ? m_theme.selectionRow : m_theme.panel);
    switch (Kind(index.data(EntityTreeModel::KindRole).toInt())) {
    case Kind::Type:
        paintType(*painter, option, index);
        break;
    case Kind::Entity:
        paintEntity(*painter, option, index);
        break;
    case Kind::Mention:
        paintMention(*painter, option, index);
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4);
    }
    painter->restore();
}

void EntityDelegate::paintType(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row{option.rect, option.direction};
    const int entities = index.data(EntityTreeModel::EntityCountRole).toInt();
    const int mentions = index.data(EntityTreeModel::MentionCountRole).toInt();
    const QString counts = (entities == 1 ? tr("1 entity") : tr("%n entities", nullptr, entities)) + u" · "_s
                         + (mentions == 1 ? tr("1 mention") : tr("%n mentions", nullptr, mentions));
    const QFont small = smaller(option.font);
    const int countWidth = QFontMetrics(small).horizontalAdvance(counts) + 4;
    const int width = option.rect.width();

    QFont bold = option.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(lineOf(index.data(EntityTreeModel::TypeRole).toString()));
    const int nameWidth = std::max(0, width - 2 * Margin - countWidth - 8);
    drawText(painter, row.at(Margin, nameWidth), leading(option),
             QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, nameWidth));
    painter.setFont(small);
    painter.setPen(m_theme.dimmed);
    drawText(painter, row.at(width - Margin - countWidth, countWidth), trailing(option), counts);
}

void EntityDelegate::paintEntity(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row{option.rect, option.direction};
    const int width = option.rect.width();
    const QColor line = lineOf(index.data(EntityTreeModel::TypeRole).toString());
    const int mentions = index.data(EntityTreeModel::MentionCountRole).toInt();
    const int reviewed = index.data(EntityTreeModel::ReviewedCountRole).toInt();

    drawTriangle(painter, row.at(Margin - 4, TriangleWidth - 4), option.state.testFlag(QStyle::State_Open), m_theme.dimmed,
                 option.direction);
    const int dotAt = Margin + TriangleWidth;
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawEllipse(QRectF(row.at(dotAt, DotSize)).center(), DotSize / 2.0, DotSize / 2.0);

    const int countAt = width - Margin - CountWidth;
    painter.setFont(smaller(option.font));
    painter.setPen(m_theme.dimmed);
    drawText(painter, row.at(countAt, CountWidth), trailing(option), u"%1/%2"_s.arg(reviewed).arg(mentions));
    const int barAt = countAt - BarWidth;
    drawBar(painter, row.at(barAt, BarWidth), mentions > 0 ? double(reviewed) / mentions : 0, line, m_theme.track,
            option.direction);

    const int nameAt = dotAt + DotSize + 7;
    const int space = std::max(0, barAt - 10 - nameAt);
    const QFontMetrics metrics(option.font);
    const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, space);
    const int nameWidth = std::min(space, metrics.horizontalAdvance(name) + 1);
    painter.setFont(option.font);
    painter.setPen(m_theme.text);
    drawText(painter, row.at(nameAt, nameWidth), leading(option), name);

    const QString link = index.data(EntityTreeModel::LinkIdRole).toString();
    const int linkSpace = space - nameWidth - 8;
    if (!link.isEmpty() && linkSpace > 24) {
        const QFont small = smaller(option.font);
        painter.setFont(small);
        painter.setPen(m_theme.dimmed);
        drawText(painter, row.at(nameAt + nameWidth + 8, linkSpace), leading(option),
                 QFontMetrics(small).elidedText(link, Qt::ElideRight, linkSpace));
    }
}

void EntityDelegate::paintMention(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row{option.rect, option.direction};
    const int width = option.rect.width();
    const auto status = Status(index.data(EntityTreeModel::StatusRole).toInt());
    const int statusAt = Margin + TriangleWidth + 10;
    drawStatus(painter, row.at(statusAt, 8), status, lineOf(index.data(EntityTreeModel::TypeRole).toString()));

    QFont plain = smaller(option.font);
    plain.setStrikeOut(status == Status::Rejected || status == Status::Withdrawn);
    const QFontMetrics plainMetrics(plain);

    const double confidence = index.data(EntityTreeModel::ConfidenceRole).toDouble();
    QString right = confidence >= 0 ? QLocale::c().toString(confidence, 'f', 2) : QString();
    if (index.data(EntityTreeModel::UnsureRole).toBool())
        right += u" ?"_s;
    const int rightWidth = plainMetrics.horizontalAdvance(right);
    painter.setFont(plain);
    painter.setPen(m_theme.dimmed);
    drawText(painter, row.at(width - Margin - rightWidth, rightWidth), trailing(option), right);

    const int textAt = statusAt + 14;
    const WordsInContext words{index.data(EntityTreeModel::ContextRole).toString(),
                               index.data(EntityTreeModel::ContextBeginRole).toInt(),
                               index.data(EntityTreeModel::ContextLengthRole).toInt()};
    drawInContext(painter, option, row, textAt, std::max(0, width - Margin - rightWidth - 10 - textAt), plain, words, m_theme);
}

} // namespace dateline
