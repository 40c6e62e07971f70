// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "itemmodels/openarticlesmodel.h"
#include "ui/theme.h"

#include <QListView>

namespace dateline {

class EditSession;

/// The open articles with their state; Return or a click shows one, Delete or the middle button
/// closes one. Sessions are borrowed.
class OpenArticlesList final : public QListView
{
    Q_OBJECT

public:
    explicit OpenArticlesList(QWidget *parent = nullptr);
    void setSessions(const QList<EditSession *> &sessions, EditSession *current);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void articleChosen(dateline::EditSession *session);
    void closeRequested(dateline::EditSession *session);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    OpenArticlesModel m_model;
    QList<EditSession *> m_sessions;
};

} // namespace dateline
