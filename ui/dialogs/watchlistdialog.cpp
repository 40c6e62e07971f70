// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/watchlistdialog.h"

#include "ui/dialogs/watchlisttable.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

enum ItemRole { PathRole = Qt::UserRole, FolderRole };

} // namespace

WatchlistDialog::WatchlistDialog(const QList<WatchlistSource> &sources, const QString &folder, const Prompts &prompts,
                                 QWidget *parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_folder(folder)
{
    setWindowTitle(tr("Watchlists"));
    resize(920, 520);
    buildLayout();
    const QStringList folderLists = WatchlistStore::listsIn(folder);
    for (const QString &path : folderLists)
        addList(path, !sources.contains(WatchlistSource{path, false}), true);
    for (const WatchlistSource &source : sources) {
        if (!folderLists.contains(source.path))
            addList(source.path, source.isEnabled, false);
    }
    if (m_lists->count() > 0)
        m_lists->setCurrentRow(0);
    showSelected();
}

WatchlistDialog::~WatchlistDialog()
{
    // An undo stack that goes says that it is empty: nobody may answer that with half a dialog.
    m_entries->setModel(nullptr);
    for (WatchlistTable *each : m_tables)
        disconnect(&each->undoStack(), nullptr, this, nullptr);
}

void WatchlistDialog::buildLayout()
{
    m_lists = new QListWidget;
    m_lists->setObjectName(u"watchlists"_s);
    m_lists->setAccessibleName(tr("Watchlists"));
    m_entries = new QTableView;
    m_entries->setObjectName(u"watchlistEntries"_s);
    m_entries->setAccessibleName(tr("Entries of the selected list"));
    m_entries->horizontalHeader()->setStretchLastSection(true);
    m_state = new QLabel;
    m_state->setObjectName(u"watchlistState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    const auto button = [this](const QString &text, const QString &name, auto slot) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto *add = button(tr("&Add…"), u"watchlistAdd"_s, [this] { addExisting(); });
    auto *create = button(tr("&New…"), u"watchlistNew"_s, [this] { this->create({}, false); });
    auto *createHere = button(tr("New for This &Folder…"), u"watchlistNewHere"_s, [this] { this->create(m_folder, true); });
    createHere->setEnabled(!m_folder.isEmpty());
    m_remove = button(tr("&Remove"), u"watchlistRemove"_s, [this] { removeSelected(); });
    m_addRow = button(tr("Add &Entry"), u"entryAdd"_s, [this] {
        const QModelIndex current = m_entries->currentIndex();
        const int row = current.isValid() ? current.row() + 1 : table()->rowCount();
        table()->addRow(row);
        m_entries->setCurrentIndex(table()->index(row, 0));
        m_entries->edit(m_entries->currentIndex());
    });
    m_removeRow = button(tr("Remove En&try"), u"entryRemove"_s,
                         [this] { table()->removeRowAt(m_entries->currentIndex().row()); });
    m_undo = button(tr("&Undo"), u"entryUndo"_s, [this] { table()->undoStack().undo(); });
    m_redo = button(tr("Re&do"), u"entryRedo"_s, [this] { table()->undoStack().redo(); });
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    box->button(QDialogButtonBox::Save)->setProperty("primary", true);
    connect(box, &QDialogButtonBox::accepted, this, &WatchlistDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_lists, &QListWidget::currentItemChanged, this, [this] { showSelected(); });

    auto *listButtons = new QVBoxLayout;
    for (QPushButton *each : {add, create, createHere, m_remove})
        listButtons->addWidget(each);
    auto *left = new QVBoxLayout;
    left->addWidget(m_lists, 1);
    left->addLayout(listButtons);
    auto *rowButtons = new QHBoxLayout;
    for (QPushButton *each : {m_addRow, m_removeRow, m_undo, m_redo})
        rowButtons->addWidget(each);
    rowButtons->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_entries, 1);
    right->addLayout(rowButtons);
    right->addWidget(m_state);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left, 1);
    columns->addLayout(right, 3);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(20, 20, 20, 16);
    all->addLayout(columns, 1);
    all->addWidget(box);
}

QListWidgetItem *WatchlistDialog::addList(const QString &path, bool isEnabled, bool isOfFolder)
{
    for (int i = 0; i < m_lists->count(); ++i) {
        if (m_lists->item(i)->data(PathRole).toString() == path)
            return m_lists->item(i);
    }
    const QString name = QFileInfo(path).completeBaseName();
    auto *item = new QListWidgetItem(isOfFolder ? tr("%1 (this folder)").arg(name) : name, m_lists);
    item->setData(PathRole, path);
    item->setData(FolderRole, isOfFolder);
    item->setToolTip(QDir::toNativeSeparators(path));
    item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setCheckState(isEnabled ? Qt::Checked : Qt::Unchecked);
    return item;
}

void WatchlistDialog::addExisting()
{
    for (const QString &path : m_prompts.existing ? m_prompts.existing() : QStringList())
        m_lists->setCurrentItem(addList(QFileInfo(path).absoluteFilePath(), true, false));
}

void WatchlistDialog::create(const QString &folder, bool isOfFolder)
{
    QString path = m_prompts.created ? m_prompts.created(folder) : QString();
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u".csv"_s;
    path = QFileInfo(path).absoluteFilePath();
    m_lists->setCurrentItem(
        addList(path, true, isOfFolder && QFileInfo(path).absolutePath() == QFileInfo(folder).absoluteFilePath()));
}

void WatchlistDialog::removeSelected()
{
    // The file stays where it is: only this list of lists forgets it.
    QListWidgetItem *item = m_lists->currentItem();
    if (!item || item->data(FolderRole).toBool())
        return;
    m_entries->setModel(nullptr);
    delete m_tables.take(item->data(PathRole).toString());
    delete item;
    showSelected();
}

WatchlistTable *WatchlistDialog::table() const
{
    const QListWidgetItem *item = m_lists->currentItem();
    return item ? m_tables.value(item->data(PathRole).toString()) : nullptr;
}

void WatchlistDialog::showSelected()
{
    const QListWidgetItem *item = m_lists->currentItem();
    const QString path = item ? item->data(PathRole).toString() : QString();
    QString problem;
    if (item && !m_tables.contains(path)) {
        auto *made = new WatchlistTable(this);
        if (const Result<void> loaded = made->load(path); !loaded) {
            problem = loaded.error().message;
            delete made;
        } else {
            m_tables.insert(path, made);
            connect(&made->undoStack(), &QUndoStack::indexChanged, this, &WatchlistDialog::showState);
        }
    }
    m_entries->setModel(table());
    showState();
    if (!problem.isEmpty())
        m_state->setText(problem);
}

void WatchlistDialog::showState()
{
    WatchlistTable *shown = table();
    const bool isEditable = shown && !shown->isReadOnly();
    m_addRow->setEnabled(isEditable);
    m_removeRow->setEnabled(isEditable && shown->rowCount() > 0);
    m_undo->setEnabled(shown && shown->undoStack().canUndo());
    m_redo->setEnabled(shown && shown->undoStack().canRedo());
    const QListWidgetItem *item = m_lists->currentItem();
    m_remove->setEnabled(item && !item->data(FolderRole).toBool());
    if (!shown)
        m_state->setText(item ? QString() : tr("A watchlist holds names of your own that win over the detector."));
    else if (shown->isReadOnly())
        m_state->setText(
            tr("Some rows break the list's format (a quotation mark that does not close), so it can only be looked at "
               "here. Mend it in the program that wrote it."));
    else
        m_state->setText(tr("%n entries. Other names are parted by “|”; a type is one of the tagset, such as “person”.", nullptr,
                            shown->rowCount()));
}

QList<WatchlistSource> WatchlistDialog::sources() const
{
    QList<WatchlistSource> sources;
    for (int i = 0; i < m_lists->count(); ++i) {
        const QListWidgetItem *item = m_lists->item(i);
        const bool isEnabled = item->checkState() == Qt::Checked;
        if (!item->data(FolderRole).toBool() || !isEnabled)
            sources.append({item->data(PathRole).toString(), isEnabled});
    }
    return sources;
}

void WatchlistDialog::accept()
{
    for (int i = 0; i < m_lists->count(); ++i) {
        const QString path = m_lists->item(i)->data(PathRole).toString();
        WatchlistTable *each = m_tables.value(path);
        if (!each || (!each->isChanged() && QFileInfo::exists(path)) || each->isReadOnly())
            continue;
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (const Result<void> saved = each->save(); !saved) {
            m_lists->setCurrentRow(i);
            m_state->setText(saved.error().message);
            return;
        }
    }
    QDialog::accept();
}

} // namespace dateline
