// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/findbar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr qsizetype MaximumMatches = 10000;
}

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_matchCase(new QCheckBox(tr("Match &case")))
    , m_count(new QLabel)
{
    setObjectName(u"findBar"_s);
    m_field->setPlaceholderText(tr("Find in the article"));
    m_field->setAccessibleName(tr("Find in the article"));
    auto *previous = new QPushButton(tr("Previous"));
    auto *next = new QPushButton(tr("Next"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_matchCase);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::search);
    connect(next, &QPushButton::clicked, this, &FindBar::findNext);
    connect(previous, &QPushButton::clicked, this, &FindBar::findPrevious);
}

void FindBar::setText(const QString &text)
{
    m_text = text;
    if (isVisible())
        search();
}

void FindBar::open(const QString &query, qsizetype from)
{
    m_from = from;
    show();
    if (!query.isEmpty() && !query.contains(u'\n'))
        m_field->setText(query);
    search();
    m_field->selectAll();
    m_field->setFocus();
}

void FindBar::search()
{
    m_matches.clear();
    m_active = -1;
    const QString query = m_field->text();
    const Qt::CaseSensitivity sensitivity = m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = query.isEmpty() ? -1 : m_text.indexOf(query, 0, sensitivity);
         at >= 0 && m_matches.size() < MaximumMatches; at = m_text.indexOf(query, at + query.size(), sensitivity)) {
        if (m_active < 0 && at >= m_from)
            m_active = m_matches.size();
        m_matches.append({at, at + query.size()});
    }
    if (m_active < 0 && !m_matches.isEmpty())
        m_active = 0;
    publish();
}

void FindBar::step(qsizetype by)
{
    if (m_matches.isEmpty()) {
        search();
        return;
    }
    m_active = (m_active + by + m_matches.size()) % m_matches.size();
    publish();
}

void FindBar::findNext() { step(1); }
void FindBar::findPrevious() { step(-1); }

void FindBar::publish()
{
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (m_matches.isEmpty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%1 of %2").arg(m_active + 1).arg(m_matches.size()));
    Q_EMIT matchesChanged(m_matches, m_active);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT closed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace dateline
