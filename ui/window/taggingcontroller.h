// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"

#include <QObject>

namespace dateline {

class ActionBuilder;
class ArticleView;
class EditSession;

/// What the keys do: makes one named transaction of each action on the current mention, selection
/// or entity, and moves on in the article. View and session are borrowed; the session may be null,
/// then nothing happens. GUI thread.
class TaggingController final : public QObject
{
    Q_OBJECT

public:
    explicit TaggingController(ArticleView &view, QObject *parent = nullptr);

    void setSession(EditSession *session);

    /// The mention that actions apply to: the view's current one, else the one at the caret; 0: none.
    [[nodiscard]] MentionId currentMention() const;
    [[nodiscard]] EntityId currentEntity() const;

    void goToUndecided(bool forward);
    void accept(); ///< and goes on to the next undecided
    void acceptEntity();
    void acceptEntity(EntityId entity);
    void reject();
    void rejectEntity();
    /// Tags the selection when there is one, else retypes the current mention.
    void setType(const QString &type);
    void retypeEntity(const QString &type);
    void moveStart(int words);
    void moveEnd(int words);
    void toggleUnsure();
    void split(const QList<MentionId> &mentions);
    void merge(EntityId from, EntityId into);
    void rename(EntityId entity, const QString &name);
    void setEntityLink(EntityId entity, const QString &uri);
    void setNorm(MentionId mention, const QString &norm);
    void setNote(MentionId mention, const QString &text);
    void setUnsure(MentionId mention, bool isUnsure);
    void setAttribute(MentionId mention, const QString &name, const QString &value);
    void retype(MentionId mention, const QString &type);
    void undo();
    void redo();

Q_SIGNALS:
    /// A short sentence for the status bar ("There is nothing left to decide").
    void told(const QString &message);
    /// A person decided something; the window asks for a name the first time.
    void decided();

private:
    bool apply(const ActionBuilder &builder, const QString &label);
    [[nodiscard]] QString entityName(EntityId entity) const;
    [[nodiscard]] QString mentionText(MentionId mention) const;
    void tagSelection(const QString &type);
    void moveEdge(int words, bool isStart);

    ArticleView &m_view;
    EditSession *m_session = nullptr;
};

} // namespace dateline
