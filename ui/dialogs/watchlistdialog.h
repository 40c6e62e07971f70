// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/watchliststore.h"

#include <QDialog>
#include <QHash>

#include <functional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTableView;

namespace dateline {

class WatchlistTable;

/// The watchlists of the user and of the present article's folder: which count, and their entries. Nothing is
/// written before it is accepted; Cancel leaves every file as it was. GUI thread.
class WatchlistDialog final : public QDialog
{
    Q_OBJECT

public:
    /// How files are chosen; a test may answer. Empty: cancelled.
    struct Prompts
    {
        std::function<QStringList()> existing;
        std::function<QString(const QString &folder)> created;
    };

    /// `folder`: where lists of the present article's folder stand; empty: there is none.
    WatchlistDialog(const QList<WatchlistSource> &sources, const QString &folder, const Prompts &prompts,
                    QWidget *parent = nullptr);
    ~WatchlistDialog() override;

    /// As it stands in the dialog; lists of the folder only when they are switched off.
    [[nodiscard]] QList<WatchlistSource> sources() const;
    void accept() override;
    /// The entries of the selected list; null: none is selected.
    [[nodiscard]] WatchlistTable *table() const;

private:
    void buildLayout();
    QListWidgetItem *addList(const QString &path, bool isEnabled, bool isOfFolder);
    void addExisting();
    void create(const QString &folder, bool isOfFolder);
    void removeSelected();
    void showSelected();
    void showState();

    Prompts m_prompts;
    QString m_folder;
    QHash<QString, WatchlistTable *> m_tables;
    QListWidget *m_lists = nullptr;
    QTableView *m_entries = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_addRow = nullptr;
    QPushButton *m_removeRow = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace dateline
