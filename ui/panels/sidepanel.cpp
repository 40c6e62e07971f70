// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sidepanel.h"

#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"
#include "ui/panels/reviewpanel.h"

using namespace Qt::StringLiterals;

namespace dateline {

SidePanel::SidePanel(QWidget *parent)
    : QTabWidget(parent)
    , m_entities(new EntitiesPanel)
    , m_details(new DetailsPanel)
    , m_review(new ReviewPanel)
{
    setObjectName(u"sidePanel"_s);
    m_entities->setObjectName(u"entitiesPanel"_s);
    m_details->setObjectName(u"detailsPanel"_s);
    setDocumentMode(true);
    addTab(m_entities, tr("Entities"));
    addTab(m_details, tr("Details"));
    addTab(m_review, tr("Review"));
    setMinimumWidth(300);
}

void SidePanel::setSession(EditSession *session)
{
    m_entities->setSession(session);
    m_details->setSession(session);
    m_review->setSession(session);
}

void SidePanel::setCurrentMention(MentionId mention)
{
    m_entities->setCurrentMention(mention);
    m_details->setCurrentMention(mention);
    m_review->setCurrentMention(mention);
}

void SidePanel::setTheme(const Theme &theme)
{
    m_entities->setTheme(theme);
    m_details->setTheme(theme);
    m_review->setTheme(theme);
}

void SidePanel::showDetails() { setCurrentWidget(m_details); }
void SidePanel::showEntities() { setCurrentWidget(m_entities); }
void SidePanel::showReview() { setCurrentWidget(m_review); }

void SidePanel::takeFocus()
{
    if (currentWidget() == m_entities)
        m_entities->focusTree();
    else
        currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace dateline
