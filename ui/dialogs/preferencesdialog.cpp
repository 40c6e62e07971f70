// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

Preferences Preferences::load()
{
    const QSettings settings;
    Preferences result;
    result.theme = ThemeChoice(std::clamp(settings.value("window/theme", 0).toInt(), 0, 2));
    result.zoomPercent = std::clamp(settings.value("window/zoom", 100).toInt(), 50, 400);
    result.language = settings.value("window/language").toString();
    result.restoresSession = settings.value("session/restore", true).toBool();
    return result;
}

void Preferences::store() const
{
    QSettings settings;
    settings.setValue("window/theme", int(theme));
    settings.setValue("window/zoom", zoomPercent);
    settings.setValue("window/language", language);
    settings.setValue("session/restore", restoresSession);
}

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(preferences.annotatorName))
    , m_theme(new QComboBox)
    , m_zoom(new QSpinBox)
    , m_language(new QComboBox)
    , m_restore(new QCheckBox(tr("Bring back the articles of the last session")))
{
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(440);
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(int(preferences.theme));
    m_zoom->setRange(50, 400);
    m_zoom->setSingleStep(10);
    m_zoom->setSuffix(tr(" %"));
    m_zoom->setValue(preferences.zoomPercent);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Русский"_s, u"ru"_s);
    m_language->addItem(u"Српски"_s, u"sr"_s);
    m_language->addItem(u"Srpski"_s, u"sr_Latn"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_restore->setChecked(preferences.restoresSession);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 20, 20, 16);
    form->setSpacing(10);
    form->addRow(tr("&Your name"), m_name);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(tr("&Size of the article"), m_zoom);
    form->addRow(tr("&Language of the window"), m_language);
    form->addRow(QString(), new QLabel(tr("The language changes at the next start.")));
    form->addRow(QString(), m_restore);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Preferences PreferencesDialog::preferences() const
{
    return {m_name->text().simplified(), Preferences::ThemeChoice(m_theme->currentIndex()), m_zoom->value(),
            m_language->currentData().toString(), m_restore->isChecked()};
}

} // namespace dateline
