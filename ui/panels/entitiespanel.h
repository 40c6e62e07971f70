// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

namespace dateline {

class EditSession;

/// The Entities tab: filter field, the tree type → entity → mentions, and below it the card of
/// the selected mention with buttons that name their keys. Shows the session's active layer and
/// follows its changes. The session is borrowed and may be null. GUI thread.
class EntitiesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit EntitiesPanel(QWidget *parent = nullptr);
    ~EntitiesPanel() override;

    void setSession(EditSession *session);
    void setTheme(const Theme &theme);
    /// Follows the article view without emitting mentionActivated(). 0: none.
    void setCurrentMention(MentionId mention);
    void focusFilter();
    void focusTree();
    /// The entity of the selected row (or of the selected mention row); 0: none.
    [[nodiscard]] EntityId currentEntity() const;
    /// Mention rows that are selected; of an entity row, none.
    [[nodiscard]] QList<MentionId> selectedMentions() const;

Q_SIGNALS:
    /// A row was chosen by mouse or keyboard: show this mention (an entity row gives its first).
    void mentionActivated(dateline::MentionId mention);
    void currentEntityChanged(dateline::EntityId entity);
    /// One entity was dropped on another.
    void mergeRequested(dateline::EntityId from, dateline::EntityId into);
    /// A button of the card: the object name of the window's action to trigger
    /// ("acceptEntity", "accept", "reject", "chooseType", "link").
    void actionRequested(const QString &action);
    void menuRequested(const QPoint &global);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
