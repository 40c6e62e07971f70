// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace dateline {

/// What the user set, kept in QSettings.
struct Preferences
{
    enum class ThemeChoice { Auto, Light, Dark };

    QString annotatorName; ///< shown here, kept by the session store: load() and store() leave it out
    ThemeChoice theme = ThemeChoice::Auto;
    int zoomPercent = 100;
    QString language; ///< of the interface; empty: the system's
    bool restoresSession = true;

    bool operator==(const Preferences &) const = default;
    [[nodiscard]] static Preferences load();
    void store() const;
};

class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const Preferences &preferences, QWidget *parent = nullptr);
    [[nodiscard]] Preferences preferences() const;

private:
    QLineEdit *m_name;
    QComboBox *m_theme;
    QSpinBox *m_zoom;
    QComboBox *m_language;
    QCheckBox *m_restore;
};

} // namespace dateline
