// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace dateline {

/// Fusion with check boxes, combo boxes and spin boxes that can be seen on every paper: Fusion
/// derives their outline from the ground and loses it in the dark. Colours come from the palette of
/// Theme::palette() alone: Base (field), Mid (border), PlaceholderText (dimmed), Link (accent).
class ThemeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    /// Combo and spin boxes are as tall as the style sheet's fields, so that a form has one rhythm.
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    /// No icons on the buttons of dialogs.
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                                QStyleHintReturn *data = nullptr) const override;
};

} // namespace dateline
