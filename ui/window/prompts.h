// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QPrinter;
class QWidget;

namespace dateline {

/// What only a person can answer about open articles. Each may be set by a test; withDialogs() fills
/// the rest. GUI thread.
struct Prompts
{
    enum class Unsaved { Save, Discard, Cancel };

    /// The file is open elsewhere.
    enum class Held { TakeOver, SaveAs, Cancel };
    /// The file was changed by another program.
    enum class Outside { TakeIn, KeepMine, Cancel };

    std::function<Unsaved(const QString &name)> unsaved;
    std::function<Held(const QString &who)> held; ///< `who`: a sentence
    std::function<Outside(const QString &name)> outside;
    std::function<QString(const QString &suggested)> saveFileName; ///< empty: cancelled
    /// The encoding to read `bytes` in; none: cancelled, the file stays closed.
    std::function<std::optional<QString>(const QByteArray &bytes, const QStringList &candidates)> encoding;

    std::function<QString(const QString &folder)> compareFileName; ///< empty: cancelled
    /// Which of several annotators' layers; a row of `names`, -1: cancelled.
    std::function<qsizetype(const QString &question, const QStringList &names)> layer;
    /// `filter` of a file dialog. The dialog asks before an existing file is replaced. Empty: cancelled.
    std::function<QString(const QString &suggested, const QString &filter)> exportFileName;
    /// Whether to replace these files, which are there and differ.
    std::function<bool(const QStringList &paths)> overwrite;
    /// Chooses a printer and its settings. False: cancelled.
    std::function<bool(QPrinter &printer)> printer;

    /// Those that are not set ask in a dialog over `parent`.
    [[nodiscard]] Prompts withDialogs(QWidget *parent) const;
    /// Those that are not set answer without asking: work is kept open, nothing is overwritten, the
    /// guessed encoding is taken, the first of several layers too, nothing is compared.
    [[nodiscard]] Prompts withoutDialogs() const;
};

} // namespace dateline
