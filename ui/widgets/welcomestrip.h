// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace dateline {

/// Three lines above the sample article that say what to do. Dismissed for good by its button.
class WelcomeStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

Q_SIGNALS:
    void dismissed();
    void openRequested();       ///< "Open your own article"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace dateline
