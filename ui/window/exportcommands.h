// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/formatregistry.h"

#include <QObject>

#include <functional>

namespace dateline {

class EditSession;
class ExportDialog;
class MainWindow;

/// Export to other formats, to PDF and to paper. Asks through Prompts and writes on the window's WorkQueue;
/// nothing that is there is replaced without a yes, and never the file of an open article. The window
/// is borrowed and owns this. GUI thread.
class ExportCommands final : public QObject
{
    Q_OBJECT

public:
    explicit ExportCommands(MainWindow &window);

private:
    /// What is to be written, made on a worker.
    using Produce = std::function<WrittenFiles()>;
    /// Null when there is nothing that could be exported yet; says why.
    [[nodiscard]] EditSession *readySession() const;
    void openDialog();
    void exportChosen(const ExportDialog &dialog, const QString &folder);
    void savePdf();
    void print();
    /// `isConfirmed`: replacing `path` itself was agreed to.
    void write(const QString &path, bool isConfirmed, const Produce &produce);
    [[nodiscard]] bool isOpen(const QString &path) const;

    MainWindow &m_window;
};

} // namespace dateline
