// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace dateline {

/// Asks how a file's bytes are to be read, with a preview of each choice.
class EncodingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `candidates` likeliest first; all other supported encodings follow.
    EncodingDialog(const QByteArray &bytes, const QStringList &candidates, QWidget *parent = nullptr);
    [[nodiscard]] QString encoding() const;
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QString previewText() const;

private:
    void showPreview();

    QByteArray m_bytes;
    QListWidget *m_list;
    QPlainTextEdit *m_preview;
};

} // namespace dateline
