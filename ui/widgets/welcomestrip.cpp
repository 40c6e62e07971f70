// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/welcomestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline {

WelcomeStrip::WelcomeStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"welcomeStrip"_s);
    auto *text = new QLabel(
        tr("<b>Tab</b> goes to the next suggestion, <b>Return</b> accepts it, <b>Shift+Return</b> accepts it everywhere in the "
           "article.<br>"
           "<b>Delete</b> rejects, <b>1 … 9</b> set the type; select words and press a number to tag what was missed.<br>"
           "<b>Ctrl+O</b> opens your own article, <b>Ctrl+S</b> saves annotated XML, <b>F1</b> shows all keys."));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    auto *okay = new QPushButton(tr("Got it"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 10, 20, 10);
    layout->addWidget(text, 1);
    layout->addWidget(okay, 0, Qt::AlignTop);
    connect(okay, &QPushButton::clicked, this, &QWidget::hide);
}

void WelcomeStrip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void WelcomeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(QRect(0, 0, 4, height()), m_theme.accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.border);
}

} // namespace dateline
