// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "itemmodels/openarticlesmodel.h"
#include "ui/theme.h"

#include <QListView>

namespace dateline {

/// The open articles with their state: a dot while unsaved, title, file name, how much is
/// reviewed. Owns its model; sessions are borrowed and must be removed before they die.
class OpenArticlesList final : public QListView
{
    Q_OBJECT

public:
    explicit OpenArticlesList(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void addSession(EditSession *session);
    void removeSession(EditSession *session);
    /// Makes the list equal to `sessions` (ArticleManager::sessions() after listChanged()).
    void setSessions(const QList<EditSession *> &sessions);
    void setCurrentSession(EditSession *session);
    [[nodiscard]] EditSession *currentSession() const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void articleChosen(dateline::EditSession *session);
    void closeRequested(dateline::EditSession *session);

protected:
    void keyPressEvent(QKeyEvent *event) override;          ///< Return opens, Delete closes
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;    ///< middle button closes
    QSize sizeHint() const override;

private:
    OpenArticlesModel m_model;
    Theme m_theme;
};

} // namespace dateline
