// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"
#include "ui/theme.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace dateline {

class EditSession;

/// The card below the entity tree: what the current mention is, why it was suggested, and the
/// buttons for it, each naming its key. Buttons take no focus by mouse, so that the article keeps
/// it. Empty (and disabled) without a mention. The session is borrowed per call. GUI thread.
class MentionCard final : public QWidget
{
    Q_OBJECT

public:
    explicit MentionCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Shows a mention of the session's layer. Null session, 0 or an unknown id: nothing.
    void showMention(const EditSession *session, MentionId mention);

Q_SIGNALS:
    /// "acceptEntity", "accept", "reject", "chooseType" or "link".
    void actionRequested(const QString &action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setEmpty();
    void applyColors();
    void setLinkText(const QString &uri);

    Theme m_theme = Theme::light();
    QColor m_line;
    QString m_linkUri;
    QLabel *m_dot = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_type = nullptr;
    QLabel *m_mention = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_confidence = nullptr;
    QLabel *m_link = nullptr;
    QList<QLabel *> m_captions;
    QList<QWidget *> m_whyRow;
    QList<QWidget *> m_confidenceRow;
    QWidget *m_body = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace dateline
