// SPDX-License-Identifier: Apache-2.0
#include "ui/window/articlepane.h"

#include "editing/editsession.h"
#include "ui/view/articleview.h"
#include "ui/widgets/annotatorbar.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/gotolinebar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/welcomestrip.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline {

ArticlePane::ArticlePane(QWidget *parent)
    : QWidget(parent)
    , m_messages(new MessageBar)
    , m_welcome(new WelcomeStrip)
    , m_annotatorBar(new AnnotatorBar)
    , m_view(new ArticleView)
    , m_findBar(new FindBar)
    , m_goToLineBar(new GoToLineBar)
{
    m_view->setObjectName(u"articleView"_s);
    for (QWidget *bar : std::initializer_list<QWidget *>{m_welcome, m_annotatorBar, m_findBar, m_goToLineBar})
        bar->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_welcome);
    layout->addWidget(m_annotatorBar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(m_goToLineBar);

    connect(m_findBar, &FindBar::matchesChanged, this, [this](const QList<Span> &matches, qsizetype active) {
        m_view->setFindMatches(matches, active);
        if (active >= 0)
            m_view->setSelection(matches.at(active));
    });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_view->setFindMatches({}, -1);
        m_view->setFocus();
    });
    connect(m_goToLineBar, &GoToLineBar::lineChosen, this, [this](qsizetype line) {
        if (m_session)
            goTo(m_session->article().text.offsets().lineStart(line));
    });
    connect(m_goToLineBar, &GoToLineBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_annotatorBar, &AnnotatorBar::dismissed, m_view, qOverload<>(&QWidget::setFocus));
}

void ArticlePane::setSession(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_view->setSession(session);
    if (session) {
        connect(session, &EditSession::changed, this, [this](const ArticleChange &change) {
            if (change.hasTextChanged)
                m_findBar->setText(m_session->article().text.text()); // places moved: found anew
        });
    }
    m_findBar->setText(session ? session->article().text.text() : QString());
}

void ArticlePane::setTheme(const Theme &theme)
{
    m_view->setTheme(theme);
    m_messages->setTheme(theme);
    m_welcome->setTheme(theme);
}

void ArticlePane::showMessage(Severity severity, const QString &text) { m_messages->showMessage(severity, text); }

void ArticlePane::setWelcomeShown(bool isShown) { m_welcome->setVisible(isShown); }

void ArticlePane::find() { m_findBar->open(m_view->selectedText(), m_view->caret()); }

void ArticlePane::askLine()
{
    if (!m_session)
        return;
    const OffsetMap &offsets = m_session->article().text.offsets();
    m_goToLineBar->open(offsets.lineColumn(m_view->caret()).line, offsets.lineCount());
}

void ArticlePane::goTo(qsizetype offset)
{
    m_view->setCaret(offset);
    m_view->ensureVisible({offset, offset});
    m_view->setFocus();
}

} // namespace dateline
