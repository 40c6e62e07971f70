// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace dateline {

class EditSession;
class MainWindow;

/// What the actions that copy do: the selected text, a mention, an entity, all mentions as a table.
/// The window is borrowed and owns this. GUI thread.
class ClipboardCommands final : public QObject
{
    Q_OBJECT

public:
    explicit ClipboardCommands(MainWindow &window);

private:
    void copyMention();
    void copyEntity();
    void copyTable();
    [[nodiscard]] EditSession *session() const;

    MainWindow &m_window;
};

} // namespace dateline
