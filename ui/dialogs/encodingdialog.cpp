// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/encodingdialog.h"

#include "text/decoding.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dateline {

namespace {
constexpr qsizetype PreviewBytes = 8192;
}

EncodingDialog::EncodingDialog(const QByteArray &bytes, const QStringList &candidates, QWidget *parent)
    : QDialog(parent)
    , m_bytes(bytes.left(PreviewBytes))
    , m_list(new QListWidget)
    , m_preview(new QPlainTextEdit)
{
    setWindowTitle(tr("Encoding of the Text"));
    resize(760, 480);
    QStringList all = candidates;
    const QStringList supported = supportedEncodings();
    for (const QString &name : supported) {
        if (!all.contains(name))
            all.append(name);
    }
    m_list->addItems(all);
    m_list->setAccessibleName(tr("Encodings"));
    m_list->setMaximumWidth(200);
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("Preview"));
    auto *label = new QLabel(tr("How this file is encoded cannot be told for sure. Choose the line that makes it readable."));
    label->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list);
    row->addWidget(m_preview, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->addWidget(label);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &EncodingDialog::showPreview);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setCurrentRow(0);
}

QString EncodingDialog::encoding() const { return m_list->currentItem() ? m_list->currentItem()->text() : QString(); }

QString EncodingDialog::previewText() const { return m_preview->toPlainText(); }

void EncodingDialog::showPreview()
{
    const Result<DecodedText> decoded = decodeText(m_bytes, encoding());
    m_preview->setPlainText(decoded ? decoded.value().text : decoded.error().message);
}

} // namespace dateline
