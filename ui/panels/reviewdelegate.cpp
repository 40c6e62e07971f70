// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/reviewdelegate.h"

#include "itemmodels/reviewmodel.h"
#include "ui/panels/rowpainting.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int Margin = 14;
constexpr int MarkSize = 12;
constexpr int Padding = 5;

/// Ring: not looked at; tick: approved; bent arrow: returned; half a disc: changed since; plus: proposed.
void drawMark(QPainter &painter, const QRect &place, ReviewModel::Kind kind, ReviewMark mark, const QColor &color)
{
    const QPointF centre = QRectF(place).center();
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto lines = [&](std::initializer_list<QPointF> points) {
        QList<QPointF> moved;
        for (const QPointF &point : points)
            moved.append(centre + point);
        painter.drawPolyline(moved.constData(), int(moved.size()));
    };
    if (kind == ReviewModel::Kind::Proposal && mark == ReviewMark::Undecided) {
        lines({{-4, 0}, {4, 0}});
        lines({{0, -4}, {0, 4}});
        return;
    }
    switch (mark) {
    case ReviewMark::Undecided:
        painter.setPen(QPen(color, 1.2));
        painter.drawEllipse(centre, 3, 3);
        break;
    case ReviewMark::Approved:
        lines({{-4, 0.5}, {-1, 3.5}, {4.5, -3.5}});
        break;
    case ReviewMark::Returned:
        lines({{4, 4}, {4, -1.5}, {-4, -1.5}});
        lines({{-1, -4.5}, {-4, -1.5}, {-1, 1.5}});
        break;
    case ReviewMark::Changed:
        painter.setPen(QPen(color, 1.2));
        painter.drawEllipse(centre, 3.5, 3.5);
        painter.setBrush(color);
        painter.drawPie(QRectF(centre.x() - 3.5, centre.y() - 3.5, 7, 7), 90 * 16, 180 * 16);
        break;
    }
}

int lineHeight(const QFont &font) { return QFontMetrics(font).height(); }

} // namespace

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool hasNote = !index.data(ReviewModel::NoteRole).toString().isEmpty();
    return {160, lineHeight(option.font) + 2 * Padding + (hasNote ? lineHeight(smaller(option.font)) + 2 : 0)};
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, isSelected ? m_theme.selectionRow : m_theme.panel);

    const auto kind = ReviewModel::Kind(index.data(ReviewModel::KindRole).toInt());
    const auto mark = ReviewMark(index.data(ReviewModel::MarkRole).toInt());
    const QString type = index.data(ReviewModel::TypeRole).toString();
    const QColor line = type.isEmpty() ? m_theme.dimmed : m_theme.colorsOf(type, m_tagset).line;
    const QRect first(option.rect.left(), option.rect.top() + Padding, option.rect.width(), lineHeight(option.font));
    const Row row{first, option.direction};
    const int width = option.rect.width();
    drawMark(*painter, row.at(Margin, MarkSize), kind, mark, mark == ReviewMark::Returned ? m_theme.warning : line);

    const QFont small = smaller(option.font);
    QStringList facts;
    if (const int comments = index.data(ReviewModel::CommentsRole).toInt(); comments > 0)
        facts.append(tr("%n comment(s)", nullptr, comments));
    if (const double confidence = index.data(ReviewModel::ConfidenceRole).toDouble(); confidence >= 0)
        facts.append(QLocale::c().toString(confidence, 'f', 2));
    const QString right = facts.join(u" · "_s);
    const int rightWidth = QFontMetrics(small).horizontalAdvance(right);
    painter->setFont(small);
    painter->setPen(m_theme.dimmed);
    drawText(*painter, row.at(width - Margin - rightWidth, rightWidth), trailing(option), right);

    const int textAt = Margin + MarkSize + 8;
    const int room = std::max(0, width - Margin - rightWidth - 10 - textAt);
    if (kind == ReviewModel::Kind::Article) {
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(m_theme.text);
        drawText(*painter, row.at(textAt, room), leading(option), index.data().toString());
    } else {
        drawInContext(*painter, option, row, textAt, room, small,
                      {index.data(ReviewModel::ContextRole).toString(), index.data(ReviewModel::ContextBeginRole).toInt(),
                       index.data(ReviewModel::ContextLengthRole).toInt()},
                      m_theme);
    }
    if (const QString note = index.data(ReviewModel::NoteRole).toString(); !note.isEmpty()) {
        const QRect second(first.left(), first.bottom() + 2, first.width(), lineHeight(small));
        const int noteRoom = width - Margin - textAt;
        painter->setFont(small);
        painter->setPen(mark == ReviewMark::Returned ? m_theme.warning : m_theme.dimmed);
        drawText(*painter, Row{second, option.direction}.at(textAt, noteRoom), leading(option),
                 QFontMetrics(small).elidedText(note.simplified(), Qt::ElideRight, noteRoom));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && isSelected) {
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4);
    }
    painter->restore();
}

} // namespace dateline
