// SPDX-License-Identifier: Apache-2.0
#include "ui/window/prompts.h"

#include "ui/dialogs/encodingdialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Prompts)
};

Prompts::Unsaved askUnsaved(QWidget *parent, const QString &name)
{
    QMessageBox box(QMessageBox::Question, Messages::tr("Unsaved Work"),
                    Messages::tr("“%1” has decisions that are not saved. Save them?").arg(name),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setDefaultButton(QMessageBox::Save);
    box.setTextFormat(Qt::PlainText);
    switch (box.exec()) {
    case QMessageBox::Save:
        return Prompts::Unsaved::Save;
    case QMessageBox::Discard:
        return Prompts::Unsaved::Discard;
    default:
        return Prompts::Unsaved::Cancel;
    }
}

Prompts::Held askHeld(QWidget *parent, const QString &who)
{
    QMessageBox box(QMessageBox::Question, Messages::tr("Open Elsewhere"), Messages::tr("%1.").arg(who), QMessageBox::Cancel,
                    parent);
    box.setInformativeText(
        Messages::tr("If you take it over, the other one is told when it saves. Your work stays in any case."));
    QPushButton *other = box.addButton(Messages::tr("Save Under &Another Name…"), QMessageBox::AcceptRole);
    QPushButton *takeOver = box.addButton(Messages::tr("&Take Over and Save"), QMessageBox::DestructiveRole);
    box.setDefaultButton(other);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    if (box.clickedButton() == takeOver)
        return Prompts::Held::TakeOver;
    return box.clickedButton() == other ? Prompts::Held::SaveAs : Prompts::Held::Cancel;
}

Prompts::Outside askOutside(QWidget *parent, const QString &name)
{
    QMessageBox box(QMessageBox::Question, Messages::tr("Changed by Another Program"),
                    Messages::tr("“%1” was changed by another program since it was opened.").arg(name), QMessageBox::Cancel,
                    parent);
    box.setInformativeText(
        Messages::tr("Taking in its changes keeps both; where both changed the same thing yours stays, and it is listed. "
                     "Saving yours alone keeps the other version as a backup beside it."));
    QPushButton *takeIn = box.addButton(Messages::tr("&Take In and Save"), QMessageBox::AcceptRole);
    QPushButton *mine = box.addButton(Messages::tr("Save &Mine Alone"), QMessageBox::DestructiveRole);
    box.setDefaultButton(takeIn);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    if (box.clickedButton() == mine)
        return Prompts::Outside::KeepMine;
    return box.clickedButton() == takeIn ? Prompts::Outside::TakeIn : Prompts::Outside::Cancel;
}

/// Empty: cancelled. A name that is typed without an ending gets that of the suggested one.
QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    constexpr auto Annotated = "annotated.xml"_L1;
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suggested.endsWith(Annotated) ? QString(Annotated) : QFileInfo(suggested).suffix());
    dialog.selectFile(QFileInfo(suggested).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

bool askOverwrite(QWidget *parent, const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names.append(QDir::toNativeSeparators(path));
    QMessageBox box(QMessageBox::Question, Messages::tr("Replace Files"),
                    Messages::tr("%n file(s) that belong to the export are there already and differ:", nullptr, int(names.size()))
                        + u"\n\n"_s + names.join(u'\n'),
                    QMessageBox::Cancel, parent);
    QPushButton *replace = box.addButton(Messages::tr("&Replace"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return box.clickedButton() == replace;
}

} // namespace

Prompts Prompts::withDialogs(QWidget *parent) const
{
    Prompts all = *this;
    if (!all.unsaved)
        all.unsaved = [parent](const QString &name) { return askUnsaved(parent, name); };
    if (!all.held)
        all.held = [parent](const QString &who) { return askHeld(parent, who); };
    if (!all.outside)
        all.outside = [parent](const QString &name) { return askOutside(parent, name); };
    if (!all.saveFileName) {
        all.saveFileName = [parent](const QString &suggested) {
            return askFileName(parent, Messages::tr("Save Annotated XML"), suggested, Messages::tr("Annotated XML (*.xml)"));
        };
    }
    if (!all.encoding) {
        all.encoding = [parent](const QByteArray &bytes, const QStringList &candidates) -> std::optional<QString> {
            EncodingDialog dialog(bytes, candidates, parent);
            if (dialog.exec() != QDialog::Accepted)
                return std::nullopt;
            return dialog.encoding();
        };
    }
    if (!all.compareFileName) {
        all.compareFileName = [parent](const QString &folder) {
            return QFileDialog::getOpenFileName(parent, Messages::tr("Compare With"), folder,
                                                Messages::tr("Annotated articles (*.xml *.jsonl *.ann *.conll);;All files (*)"));
        };
    }
    if (!all.layer) {
        all.layer = [parent](const QString &question, const QStringList &names) -> qsizetype {
            bool isChosen = false;
            const QString name = QInputDialog::getItem(parent, Messages::tr("Compare"), question, names, 0, false, &isChosen);
            return isChosen ? names.indexOf(name) : -1;
        };
    }
    if (!all.exportFileName) {
        all.exportFileName = [parent](const QString &suggested, const QString &filter) {
            return askFileName(parent, Messages::tr("Export"), suggested, filter);
        };
    }
    if (!all.overwrite)
        all.overwrite = [parent](const QStringList &paths) { return askOverwrite(parent, paths); };
    if (!all.printer) {
        all.printer = [parent](QPrinter &chosen) {
            QPrintDialog dialog(&chosen, parent);
            dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange);
            return dialog.exec() == QDialog::Accepted;
        };
    }
    return all;
}

Prompts Prompts::withoutDialogs() const
{
    Prompts all = *this;
    if (!all.unsaved)
        all.unsaved = [](const QString &) { return Unsaved::Cancel; };
    if (!all.held)
        all.held = [](const QString &) { return Held::Cancel; };
    if (!all.outside)
        all.outside = [](const QString &) { return Outside::Cancel; };
    if (!all.saveFileName)
        all.saveFileName = [](const QString &) { return QString(); };
    if (!all.encoding)
        all.encoding = [](const QByteArray &, const QStringList &) { return QString(); };
    if (!all.compareFileName)
        all.compareFileName = [](const QString &) { return QString(); };
    if (!all.layer)
        all.layer = [](const QString &, const QStringList &) -> qsizetype { return 0; };
    if (!all.exportFileName)
        all.exportFileName = [](const QString &, const QString &) { return QString(); };
    if (!all.overwrite)
        all.overwrite = [](const QStringList &) { return false; };
    if (!all.printer)
        all.printer = [](QPrinter &) { return false; };
    return all;
}

} // namespace dateline
