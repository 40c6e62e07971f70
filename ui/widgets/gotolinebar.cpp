// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/gotolinebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace dateline {

GoToLineBar::GoToLineBar(QWidget *parent) : QWidget(parent), m_field(new QSpinBox), m_count(new QLabel)
{
    setObjectName(u"goToLineBar"_s);
    auto *label = new QLabel(tr("Go to line"));
    m_field->setAccessibleName(label->text());
    m_field->setMinimumWidth(90);
    m_field->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_count);
    layout->addStretch(1);
}

void GoToLineBar::open(qsizetype current, qsizetype count)
{
    m_field->setRange(1, int(count));
    m_field->setValue(int(current));
    m_count->setText(tr("of %1").arg(count));
    show();
    m_field->selectAll();
    m_field->setFocus();
}

bool GoToLineBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_field->interpretText();
            hide();
            Q_EMIT lineChosen(m_field->value());
            return true;
        }
        if (key == Qt::Key_Escape) {
            hide();
            Q_EMIT closed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dateline
