// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace dateline {

class DifferencesModel;

/// The Differences tab: who is compared and how far they agree, a filter by kind, the list of
/// differences, and the card of the current one. The names carry the swatches of how the article
/// shows each side. The model is borrowed and outlives the panel. GUI thread.
class DifferencesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DifferencesPanel(DifferencesModel &model, QWidget *parent = nullptr);
    ~DifferencesPanel() override;

    void setTheme(const Theme &theme);
    void setTagset(const Tagset &tagset);
    void setNames(const QString &a, const QString &b);
    /// After the model took another comparison: figures, filter and card follow.
    void refresh();
    /// Without emitting rowChosen(). -1: none.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const;
    /// Two decimals; "–" where the measure is undefined.
    [[nodiscard]] static QString shownMeasure(const std::optional<double> &measure);

Q_SIGNALS:
    /// A row was chosen by mouse or keyboard.
    void rowChosen(int row);
    void closeRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
