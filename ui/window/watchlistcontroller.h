// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace dateline {

class MainWindow;

/// Tools, Watchlists…: keeps which lists count between starts and hands them to detection. The window is
/// borrowed and owns this. GUI thread.
class WatchlistController final : public QObject
{
    Q_OBJECT

public:
    explicit WatchlistController(MainWindow &window);

    void openDialog();

private:
    void restore();
    void store() const;
    void tellProblems();

    MainWindow &m_window;
};

} // namespace dateline
