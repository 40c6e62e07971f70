// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/reviewdelegate.h"

#include "itemmodels/reviewmodel.h"
#include "ui/panels/rowpainting.h"
#include "ui/view/reviewmarks.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int Margin = 14;
constexpr int MarkSize = 12;
constexpr int Padding = 5;

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
    const QPointF centre = QRectF(row.at(Margin, MarkSize)).center();
    if (kind == ReviewModel::Kind::Proposal && mark == ReviewMark::Undecided)
        paintProposalMark(*painter, centre, line);
    else
        paintReviewMark(*painter, centre, mark, mark == ReviewMark::Returned ? m_theme.warning : line);

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
