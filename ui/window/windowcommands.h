// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace dateline {

class EditSession;
class MainWindow;

/// What the window's actions do beyond tagging: files, clipboard, dialogs, finding, zoom. Connects
/// every action of the table. The window is borrowed and owns this. GUI thread.
class WindowCommands final : public QObject
{
    Q_OBJECT

public:
    explicit WindowCommands(MainWindow &window);

    /// Enables what can be done now and names what undo undoes.
    void updateEnabled(EditSession *session);
    /// Fills the menu of recent files.
    void updateRecent();
    /// Applies the stored preferences (theme, zoom, annotator).
    void applyPreferences();

private:
    void connectFiles();
    void connectEditing();
    void connectView();
    void connectTagging();
    void paste();
    void finishArticle();
    void editProperties();
    void editPreferences();
    void copyMention();
    void copyEntity();
    void copyTable();
    void chooseType(bool wholeEntity);
    void peek();
    void setDark(bool isDark);
    [[nodiscard]] EditSession *session() const;

    MainWindow &m_window;
};

} // namespace dateline
