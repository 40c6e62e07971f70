// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/differencedelegate.h"

#include "itemmodels/differencesmodel.h"
#include "ui/panels/rowpainting.h"
#include "ui/widgets/typenames.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int Margin = 14;
constexpr int MarkSize = 14;
constexpr int TextAt = Margin + MarkSize + 8;
constexpr int MostName = 92;
constexpr int Padding = 8;
constexpr int Gap = 3; ///< between lines

int lineHeight(const QFont &font) { return QFontMetrics(font).height() + Gap; }

/// A place in the row, mirrored for right-to-left.
QRect placeIn(const QStyleOptionViewItem &option, int x, int y, int width, int height)
{
    return QStyle::visualRect(option.direction, option.rect, {option.rect.left() + x, option.rect.top() + y, width, height});
}

void drawText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place, const QString &text)
{
    const Qt::Alignment side = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.drawText(place, int(side | Qt::AlignVCenter | Qt::TextSingleLine), text);
}

/// Minus: the second side has none; plus: the first has none; bars: other ends; a tag: another type;
/// two rings: another entity; an equals sign: another normal form. The form says it, not the colour.
void drawMark(QPainter &painter, const QRectF &place, DifferenceKinds kinds, const QColor &color)
{
    const QPointF centre = place.center();
    const auto line = [&](qreal x1, qreal y1, qreal x2, qreal y2) {
        painter.drawLine(centre + QPointF(x1, y1), centre + QPointF(x2, y2));
    };
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const DifferenceKind kind = kindsIn(kinds).value(0, DifferenceKind::Type);
    switch (kind) {
    case DifferenceKind::Missing:
    case DifferenceKind::Extra:
        painter.drawEllipse(centre, 6, 6);
        line(-3, 0, 3, 0);
        if (kind == DifferenceKind::Extra)
            line(0, -3, 0, 3);
        break;
    case DifferenceKind::Boundary:
        line(-6, -5, -6, 5);
        line(6, -5, 6, 5);
        line(-3, 0, 3, 0);
        break;
    case DifferenceKind::Type: {
        QPainterPath tag(centre + QPointF(-6, -4.5));
        tag.lineTo(centre + QPointF(2, -4.5));
        tag.lineTo(centre + QPointF(6, 0));
        tag.lineTo(centre + QPointF(2, 4.5));
        tag.lineTo(centre + QPointF(-6, 4.5));
        tag.closeSubpath();
        painter.drawPath(tag);
        break;
    }
    case DifferenceKind::Entity:
        painter.drawEllipse(centre + QPointF(-2.5, 0), 3.8, 3.8);
        painter.drawEllipse(centre + QPointF(2.5, 0), 3.8, 3.8);
        break;
    case DifferenceKind::Norm:
        line(-5, -2.2, 5, -2.2);
        line(-5, 2.2, 5, 2.2);
        break;
    }
}

} // namespace

void DifferenceDelegate::setNames(const QString &a, const QString &b)
{
    m_names[0] = a;
    m_names[1] = b;
}

QColor DifferenceDelegate::lineOf(const QString &type) const { return m_theme.colorsOf(type, m_tagset).line; }

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QFont bold = option.font;
    bold.setBold(true);
    return {160, 2 * Padding + lineHeight(bold) + 2 * lineHeight(smaller(option.font))};
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Selected) ? m_theme.selectionRow : m_theme.panel);

    const auto kinds = DifferenceKinds(index.data(DifferencesModel::KindsRole).toInt());
    const QString typeA = index.data(DifferencesModel::TypeARole).toString();
    const QString type = typeA.isEmpty() ? index.data(DifferencesModel::TypeBRole).toString() : typeA;
    QFont bold = option.font;
    bold.setBold(true);
    const QFont small = smaller(option.font);
    const int headHeight = lineHeight(bold);
    const int width = option.rect.width();
    drawMark(*painter, placeIn(option, Margin, Padding, MarkSize, headHeight), kinds, lineOf(type));

    const QString line = tr("line %1").arg(index.data(DifferencesModel::LineRole).toLongLong());
    const int lineWidth = QFontMetrics(small).horizontalAdvance(line) + 2;
    painter->setFont(small);
    painter->setPen(m_theme.dimmed);
    drawText(*painter, option, placeIn(option, width - Margin - lineWidth, Padding, lineWidth, headHeight), line);

    const int room = std::max(0, width - TextAt - Margin - lineWidth - 8);
    painter->setFont(bold);
    painter->setPen(m_theme.text);
    drawText(*painter, option, placeIn(option, TextAt, Padding, room, headHeight),
             QFontMetrics(bold).elidedText(DifferencesModel::kindNames(kinds), Qt::ElideRight, room));

    paintSide(*painter, option, index, 0, Padding + headHeight);
    paintSide(*painter, option, index, 1, Padding + headHeight + lineHeight(small));

    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), width, 1), m_theme.border);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 1.5, -2.5, -2.5), 4, 4);
    }
    painter->restore();
}

void DifferenceDelegate::paintSide(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int side,
                                   int top) const
{
    // The roles of the second side follow those of the first.
    const auto value = [&](int role) { return index.data(role + side).toString(); };
    const auto kinds = DifferenceKinds(index.data(DifferencesModel::KindsRole).toInt());
    const QFont small = smaller(option.font);
    const QFontMetrics metrics(small);
    const int height = lineHeight(small);
    const int names = std::min(MostName,
                               std::max(metrics.horizontalAdvance(m_names[0]), metrics.horizontalAdvance(m_names[1])) + 2);
    painter.setFont(small);
    painter.setPen(m_theme.dimmed);
    drawText(painter, option, placeIn(option, TextAt, top, names, height),
             metrics.elidedText(m_names[side], Qt::ElideRight, names));

    int at = TextAt + names + 10;
    const int end = option.rect.width() - Margin;
    const QString text = value(DifferencesModel::TextARole);
    if (text.isEmpty()) {
        drawText(painter, option, placeIn(option, at, top, end - at, height), u"—"_s);
        return;
    }
    QStringList details{typeName(m_tagset, value(DifferencesModel::TypeARole))};
    const auto orNone = [](const QString &given) { return given.isEmpty() ? u"–"_s : given; };
    if (kinds.testFlag(DifferenceKind::Entity))
        details.append(orNone(value(DifferencesModel::EntityARole)));
    if (kinds.testFlag(DifferenceKind::Norm))
        details.append(orNone(value(DifferencesModel::NormARole)));
    const QString detail = u" · "_s + details.join(u" · "_s);

    // A long text leaves the details at least a third of the line.
    const int detailWidth = metrics.horizontalAdvance(detail) + 2;
    const int textRoom = std::max(0, end - at - std::min(detailWidth, (end - at) / 3));
    const QString shown = metrics.elidedText(text, Qt::ElideRight, textRoom);
    const int textWidth = metrics.horizontalAdvance(shown);
    const QRect place = placeIn(option, at, top, textWidth + 1, height);
    painter.setPen(m_theme.text);
    drawText(painter, option, place, shown);
    painter.setPen(QPen(lineOf(value(DifferencesModel::TypeARole)), 1.4));
    const qreal y = place.center().y() + metrics.ascent() / 2.0 + 2.5;
    painter.drawLine(QPointF(place.left(), y), QPointF(place.left() + textWidth, y));
    at += textWidth;
    painter.setPen(m_theme.dimmed);
    drawText(painter, option, placeIn(option, at, top, std::max(0, end - at), height),
             metrics.elidedText(detail, Qt::ElideRight, std::max(0, end - at)));
}

QPixmap sideSwatch(const Theme &theme, bool isSecond, qreal ratio)
{
    QPixmap pixmap(QSize(18, 12) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const TypeColors colors = theme.colorsOf(u"person"_s);
    if (isSecond) {
        painter.setPen(QPen(colors.line, 1.1));
        painter.drawRoundedRect(QRectF(1, 1, 16, 10), 2.5, 2.5);
    } else {
        painter.fillRect(QRectF(1, 0, 16, 12), colors.tint);
        painter.fillRect(QRectF(1, 10, 16, 2), colors.line);
    }
    return pixmap;
}

} // namespace dateline
