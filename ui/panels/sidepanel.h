// SPDX-License-Identifier: Apache-2.0
/// \file
/// The tabs beside the article: Entities, Details, Review.
#pragma once

#include "annotation/mention.h"
#include "ui/theme.h"

#include <QTabWidget>

namespace dateline {

class DetailsPanel;
class EditSession;
class EntitiesPanel;
class ReviewPanel;

/// GUI thread; owns its panels, which all show the same article and the same current mention.
class SidePanel final : public QTabWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);

    [[nodiscard]] EntitiesPanel &entities() const { return *m_entities; }
    [[nodiscard]] DetailsPanel &details() const { return *m_details; }
    [[nodiscard]] ReviewPanel &review() const { return *m_review; }

    /// Borrowed; null for none.
    void setSession(EditSession *session);
    void setCurrentMention(MentionId mention);
    void setTheme(const Theme &theme);
    void showDetails();
    void showEntities();
    void showReview();
    /// Gives the keyboard to the tab that is shown.
    void takeFocus();

private:
    EntitiesPanel *m_entities;
    DetailsPanel *m_details;
    ReviewPanel *m_review;
};

} // namespace dateline
