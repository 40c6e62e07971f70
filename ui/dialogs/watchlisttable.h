// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QUndoStack>

#include <vector>

namespace dateline {

/// The rows of one watchlist file for editing, every change undoable. All columns of the file are kept,
/// known or not. Nothing is written before save(), which replaces the file in one step. GUI thread.
class WatchlistTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit WatchlistTable(QObject *parent = nullptr);

    /// Reads the file; a missing one is a new list. A list with rows that break the format can be looked at
    /// only (isReadOnly()), so that saving loses nothing.
    Result<void> load(const QString &path);
    /// Writes the rows with a header. UTF-8.
    Result<void> save();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isChanged() const { return !m_undo.isClean(); }
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

    void addRow(int before);
    void removeRowAt(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    class CellEdit;
    class RowEdit;
    void put(int row, int column, const QString &text);
    void insert(int row, const QStringList &cells);
    QStringList take(int row);

    QString m_path;
    char m_separator = ',';
    QStringList m_columns;
    std::vector<QStringList> m_rows;
    QUndoStack m_undo;
    bool m_isReadOnly = false;
};

} // namespace dateline
