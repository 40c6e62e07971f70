// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace dateline {

/// Three lines for the first start: what to press. Goes at the first decision or by its button.
class WelcomeStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeStrip(QWidget *parent = nullptr);
    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace dateline
