// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

namespace dateline {

class EditSession;

/// The Details tab: type, text, entity, normal form, link, note, attributes, why it was
/// detected and the history of the current mention, editable in place. Emits what was asked for;
/// the window's controller makes transactions of it. Session borrowed, may be null. GUI thread.
class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    ~DetailsPanel() override;

    void setSession(EditSession *session);
    void setTheme(const Theme &theme);
    void setCurrentMention(MentionId mention);
    /// Put the cursor into a field and select its text.
    void editEntityName();
    void editNote();
    void editLink();

Q_SIGNALS:
    void typeChosen(dateline::MentionId mention, const QString &type);
    void entityRenamed(dateline::EntityId entity, const QString &name);
    void entityLinked(dateline::EntityId entity, const QString &uri);
    void normChanged(dateline::MentionId mention, const QString &norm);
    void noteChanged(dateline::MentionId mention, const QString &text);
    void unsureChanged(dateline::MentionId mention, bool isUnsure);
    void attributeChanged(dateline::MentionId mention, const QString &name, const QString &value);
    /// Esc or Return in a field: the article gets the focus back.
    void editingFinished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
