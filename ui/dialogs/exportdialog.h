// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs/exportpreview.h"
#include "ui/theme.h"

#include <QDialog>
#include <QMap>
#include <QThreadPool>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabBar;

namespace dateline {

/// Asks for the format, the mentions and the layer to export, and shows what the format loses and how
/// the files will begin. Previews are made by a worker of its own, the last choice wins. Keeps a
/// snapshot of the article: what was shown is what is exported. GUI thread.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `name` is the files' name without ending. `shownLayer` is preset when the rule of
    /// layerToExport() does not decide. `format`: preset, unknown: the first.
    ExportDialog(const AnnotatedArticle &article, const QString &name, LayerId shownLayer, const QString &format,
                 const Theme &theme, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] const AnnotatedArticle &article() const { return m_article; }
    [[nodiscard]] const QString &name() const { return m_name; }

    void setFormat(const QString &name);
    [[nodiscard]] QCheckBox *statusBox(Status status) const { return m_statuses.value(status); }
    /// Hidden when there are not several layers.
    [[nodiscard]] QComboBox *layerBox() const { return m_layers; }
    /// False while the preview of the present choice is being made.
    [[nodiscard]] bool isPreviewReady() const { return m_shown == m_asked; }
    [[nodiscard]] const ExportPreview &preview() const { return m_preview; }

private:
    [[nodiscard]] QWidget *buildChoices(const Theme &theme);
    [[nodiscard]] QWidget *buildPreview(const Theme &theme);
    void fillLayers(LayerId shownLayer);
    void followChoice();
    void updateCounts();
    void present(const ExportPreview &preview);
    void showFile(int index);

    AnnotatedArticle m_article;
    QString m_name;
    QListWidget *m_formats = nullptr;
    QMap<Status, QCheckBox *> m_statuses;
    QLabel *m_layerLabel = nullptr;
    QComboBox *m_layers = nullptr;
    QLabel *m_hint = nullptr; ///< why mentions and layer cannot be chosen
    QLabel *m_lossTitle = nullptr;
    QListWidget *m_losses = nullptr;
    QTabBar *m_files = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_size = nullptr;
    ExportPreview m_preview;
    int m_asked = 0; ///< number of the newest preview asked for, and of the one shown
    int m_shown = 0;
    QThreadPool m_worker;
};

} // namespace dateline
