// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dateline {

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), m_label(new QLabel), m_close(new QToolButton)
{
    setObjectName(u"messageBar"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setText(u"×"_s);
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 8, 8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::showMessage(Severity severity, const QString &text)
{
    m_severity = severity;
    m_label->setText(text);
    setAccessibleName(text);
    update();
    show();
}

QString MessageBar::message() const { return isHidden() ? QString() : m_label->text(); }

void MessageBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    const QString type = m_severity == Severity::Error ? u"topic"_s : m_severity == Severity::Warning ? u"event"_s : u"person"_s;
    painter.fillRect(QRect(0, 0, 4, height()), m_theme.colorsOf(type).line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.border);
}

} // namespace dateline
