// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/annotatorbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline {

AnnotatorBar::AnnotatorBar(QWidget *parent) : QWidget(parent), m_field(new QLineEdit)
{
    setObjectName(u"annotatorBar"_s);
    auto *label = new QLabel(tr("Whose tags are these? Your &name:"));
    label->setBuddy(m_field);
    m_field->setPlaceholderText(tr("Name shown in the file's history"));
    m_field->setMaximumWidth(260);
    auto *okay = new QPushButton(tr("Sign"));
    okay->setProperty("primary", true);
    auto *later = new QPushButton(tr("Later"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->addWidget(label);
    layout->addWidget(m_field, 1);
    layout->addWidget(okay);
    layout->addWidget(later);
    layout->addStretch(1);
    connect(m_field, &QLineEdit::returnPressed, this, &AnnotatorBar::give);
    connect(okay, &QPushButton::clicked, this, &AnnotatorBar::give);
    connect(later, &QPushButton::clicked, this, &AnnotatorBar::putOff);
}

void AnnotatorBar::insist()
{
    show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void AnnotatorBar::ask()
{
    if (!m_isPutOff)
        show();
}

void AnnotatorBar::give()
{
    const QString name = m_field->text().simplified();
    if (name.isEmpty())
        return;
    hide();
    Q_EMIT nameGiven(name);
}

void AnnotatorBar::putOff()
{
    m_isPutOff = true;
    hide();
    Q_EMIT dismissed();
}

void AnnotatorBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        putOff();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dateline
