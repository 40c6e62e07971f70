// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace dateline {

class EditSession;
class MainWindow;

/// What the actions of the File menu do: open, save, finish, close, and the article's properties.
/// The window is borrowed and owns this. GUI thread.
class FileCommands final : public QObject
{
    Q_OBJECT

public:
    explicit FileCommands(MainWindow &window);

    /// Fills the menu of recent files.
    void updateRecent();

private:
    void paste();
    void finishArticle();
    void editProperties();
    [[nodiscard]] EditSession *session() const;
    /// Null, told in the status bar, while its suggestions are made.
    [[nodiscard]] EditSession *readySession() const;

    MainWindow &m_window;
};

} // namespace dateline
