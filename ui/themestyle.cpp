// SPDX-License-Identifier: Apache-2.0
#include "ui/themestyle.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace dateline {

namespace {

constexpr qreal Radius = 6;

void drawFrame(const QStyleOption &option, QPainter &painter)
{
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    painter.setPen(QPen(option.palette.color(hasFocus ? QPalette::Link : QPalette::Mid), 1));
    painter.setBrush(option.palette.brush(option.state & QStyle::State_Enabled ? QPalette::Base : QPalette::Window));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
}

void drawChevron(const QStyleOption &option, QPainter &painter, const QRect &place, bool isUp)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    painter.setPen(QPen(option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text), 1.4,
                        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF centre = QRectF(place).center();
    const qreal rise = isUp ? -1.8 : 1.8;
    const QPointF points[] = {centre + QPointF(-3.6, -rise), centre + QPointF(0, rise), centre + QPointF(3.6, -rise)};
    painter.drawPolyline(points, 3);
}

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    const QColor accent = palette.color(QPalette::Link);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(isEnabled && (isOn || hasFocus) ? accent : palette.color(QPalette::PlaceholderText), hasFocus ? 1.6 : 1));
    painter.setBrush(isOn && isEnabled ? accent : palette.color(QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    if (!isOn)
        return;
    painter.setPen(QPen(palette.color(isEnabled ? QPalette::Base : QPalette::PlaceholderText), 1.8, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(box.width() * x, box.height() * y); };
    if (option.state & QStyle::State_NoChange) {
        painter.drawLine(at(0.26, 0.5), at(0.74, 0.5));
        return;
    }
    const QPointF tick[] = {at(0.24, 0.54), at(0.43, 0.73), at(0.78, 0.30)};
    painter.drawPolyline(tick, 3);
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawCheckBox(*option, *painter);
    painter->restore();
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if ((type == CT_ComboBox || type == CT_SpinBox) && option)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 12));
    return result;
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const bool isSpin = control == CC_SpinBox && qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!isSpin && !(control == CC_ComboBox && combo && combo->frame)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawFrame(*option, *painter);
    if (isSpin) {
        drawChevron(*option, *painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), true);
        drawChevron(*option, *painter, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), false);
    } else {
        drawChevron(*option, *painter, proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), false);
    }
    painter->restore();
}

} // namespace dateline
