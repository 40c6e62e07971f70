// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/watchlisttable.h"

#include "text/decoding.h"
#include "text/separatedrows.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

class WatchlistTable::CellEdit : public QUndoCommand
{
public:
    CellEdit(WatchlistTable &table, int row, int column, QString text)
        : QUndoCommand(WatchlistTable::tr("Edit a cell"))
        , m_table(table)
        , m_row(row)
        , m_column(column)
        , m_before(table.m_rows[size_t(row)].value(column))
        , m_after(std::move(text))
    { }
    void redo() override { m_table.put(m_row, m_column, m_after); }
    void undo() override { m_table.put(m_row, m_column, m_before); }

private:
    WatchlistTable &m_table;
    int m_row;
    int m_column;
    QString m_before;
    QString m_after;
};

class WatchlistTable::RowEdit : public QUndoCommand
{
public:
    RowEdit(WatchlistTable &table, int row, bool isAdded)
        : QUndoCommand(isAdded ? WatchlistTable::tr("Add a row") : WatchlistTable::tr("Remove a row"))
        , m_table(table)
        , m_row(row)
        , m_isAdded(isAdded)
    { }
    void redo() override { m_isAdded ? m_table.insert(m_row, m_cells) : void(m_cells = m_table.take(m_row)); }
    void undo() override { m_isAdded ? void(m_cells = m_table.take(m_row)) : m_table.insert(m_row, m_cells); }

private:
    WatchlistTable &m_table;
    int m_row;
    bool m_isAdded;
    QStringList m_cells;
};

namespace {

const QStringList &knownColumns()
{
    static const QStringList columns{u"name"_s, u"type"_s, u"aliases"_s, u"link"_s, u"note"_s};
    return columns;
}

QByteArray written(const QString &cell, char separator)
{
    QByteArray bytes = cell.toUtf8();
    const bool isPlain = !bytes.contains('"') && !bytes.contains(separator) && !bytes.contains('\n') && !bytes.contains('\r');
    if (isPlain)
        return bytes;
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

} // namespace

WatchlistTable::WatchlistTable(QObject *parent) : QAbstractTableModel(parent), m_columns(knownColumns()) { }

Result<void> WatchlistTable::load(const QString &path)
{
    const bool isTabbed = path.endsWith(".tsv"_L1, Qt::CaseInsensitive) || path.endsWith(".tab"_L1, Qt::CaseInsensitive);
    QByteArray text;
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Unreadable, tr("The watchlist cannot be read: %1.").arg(file.errorString()), path, 0};
        const QByteArray bytes = file.readAll();
        if (!bytes.isEmpty()) {
            const Result<DecodedText> decoded = decodeText(bytes);
            if (!decoded)
                return decoded.error();
            text = decoded.value().text.toUtf8();
        }
    }
    beginResetModel();
    m_path = path;
    m_separator = isTabbed ? '\t' : SeparatedRows::guessSeparator(text);
    m_columns = knownColumns();
    m_rows.clear();
    m_isReadOnly = false;
    SeparatedRows rows(text, m_separator);
    SeparatedRows::Row row;
    for (bool isFirst = true; rows.next(row); isFirst = false) {
        m_isReadOnly = m_isReadOnly || row.problem != SeparatedRows::Problem::None;
        QStringList cells;
        for (const SeparatedRows::Cell &cell : row.cells)
            cells.append(QString::fromUtf8(cell.text).trimmed());
        const bool isHeader = isFirst && cells.contains(u"name"_s, Qt::CaseInsensitive)
                           && cells.contains(u"type"_s, Qt::CaseInsensitive);
        if (isHeader)
            m_columns = cells;
        else if (row.problem == SeparatedRows::Problem::None)
            m_rows.push_back(cells);
    }
    // Cells beyond the named columns must not be lost either.
    for (const QStringList &cells : m_rows) {
        while (m_columns.size() < cells.size())
            m_columns.append(QString());
    }
    m_undo.clear();
    endResetModel();
    return {};
}

Result<void> WatchlistTable::save()
{
    if (m_isReadOnly)
        return Error{ErrorKind::Conflict, tr("The list holds rows that break its format, so it is not written over."), m_path, 0};
    QByteArray bytes;
    const auto add = [&](const QStringList &cells) {
        for (int i = 0; i < m_columns.size(); ++i)
            bytes += (i ? QByteArray(1, m_separator) : QByteArray()) + written(cells.value(i), m_separator);
        bytes += '\n';
    };
    add(m_columns);
    for (const QStringList &cells : m_rows) {
        if (std::any_of(cells.begin(), cells.end(), [](const QString &cell) { return !cell.isEmpty(); }))
            add(cells);
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Unwritable, tr("The watchlist cannot be written: %1.").arg(file.errorString()), m_path, 0};
    m_undo.setClean();
    return {};
}

void WatchlistTable::addRow(int before)
{
    if (!m_isReadOnly)
        m_undo.push(new RowEdit(*this, std::clamp(before, 0, rowCount()), true));
}

void WatchlistTable::removeRowAt(int row)
{
    if (!m_isReadOnly && row >= 0 && row < rowCount())
        m_undo.push(new RowEdit(*this, row, false));
}

void WatchlistTable::put(int row, int column, const QString &text)
{
    QStringList &cells = m_rows[size_t(row)];
    while (cells.size() <= column)
        cells.append(QString());
    cells[column] = text;
    Q_EMIT dataChanged(index(row, column), index(row, column));
}

void WatchlistTable::insert(int row, const QStringList &cells)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, cells);
    endInsertRows();
}

QStringList WatchlistTable::take(int row)
{
    beginRemoveRows({}, row, row);
    QStringList cells = std::move(m_rows[size_t(row)]);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    return cells;
}

int WatchlistTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int WatchlistTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant WatchlistTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    return m_rows[size_t(index.row())].value(index.column());
}

QVariant WatchlistTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    const QString name = m_columns.value(section);
    const QStringList titles{tr("Name"), tr("Type"), tr("Other names"), tr("Link"), tr("Note")};
    const qsizetype known = knownColumns().indexOf(name.toLower());
    return known >= 0 ? titles.at(known) : name;
}

Qt::ItemFlags WatchlistTable::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (m_isReadOnly ? Qt::NoItemFlags : Qt::ItemIsEditable);
}

bool WatchlistTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || m_isReadOnly)
        return false;
    const QString text = value.toString().trimmed();
    if (text != data(index).toString())
        m_undo.push(new CellEdit(*this, index.row(), index.column(), text));
    return true;
}

} // namespace dateline
