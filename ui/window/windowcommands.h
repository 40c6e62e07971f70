// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/filecommands.h"

#include <QObject>

#include <functional>

namespace dateline {

class EditSession;
class MainWindow;
struct Preferences;

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
    void updateRecent() { m_files->updateRecent(); }
    /// Applies the stored preferences (theme, zoom).
    void applyPreferences();

private:
    void connectEditing();
    void connectView();
    void connectTagging();
    void openPalette();
    void editPreferences();
    void chooseType(bool wholeEntity);
    void chooseMerge();
    void peek();
    void setDark(bool isDark);
    void zoomTo(int percent);
    void remember(const std::function<void(Preferences &)> &change);
    [[nodiscard]] EditSession *session() const;

    MainWindow &m_window;
    QStringList m_recentCommands; ///< of the palette, the latest first
    FileCommands *m_files = nullptr;
    bool m_isSystemDark; ///< as the desktop had it before the program put its own palette on
};

} // namespace dateline
