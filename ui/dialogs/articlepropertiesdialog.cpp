// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/articlepropertiesdialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isDate(const QString &text)
{
    return text.isEmpty() || QDate::fromString(text, Qt::ISODate).isValid() || QDateTime::fromString(text, Qt::ISODate).isValid();
}

} // namespace

ArticlePropertiesDialog::ArticlePropertiesDialog(const Head &head, QWidget *parent)
    : QDialog(parent)
    , m_head(head)
    , m_title(new QLineEdit(head.title))
    , m_published(new QLineEdit(head.published))
    , m_byline(new QLineEdit(head.byline))
    , m_agency(new QLineEdit(head.agency))
    , m_place(new QLineEdit(head.place))
    , m_url(new QLineEdit(head.url))
    , m_rights(new QLineEdit(head.rights))
    , m_language(new QComboBox)
    , m_problem(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Article Properties"));
    setMinimumWidth(520);
    m_published->setPlaceholderText(tr("2024-03-21"));
    m_language->setEditable(true);
    m_language->addItems({QString(), u"en"_s, u"ru"_s, u"sr"_s});
    m_language->setCurrentText(head.language);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 20, 20, 16);
    form->setSpacing(10);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Published"), m_published);
    auto *hint = new QLabel(
        tr("“Thursday” and “March 21” are read against this day; changing it reads them again, in one step of undo."));
    hint->setWordWrap(true);
    form->addRow(QString(), hint);
    form->addRow(tr("&Byline"), m_byline);
    form->addRow(tr("&Source"), m_agency);
    form->addRow(tr("P&lace"), m_place);
    form->addRow(tr("&URL"), m_url);
    form->addRow(tr("&Rights"), m_rights);
    form->addRow(tr("Lan&guage"), m_language);
    m_problem->setWordWrap(true);
    form->addRow(QString(), m_problem);
    form->addRow(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    connect(m_published, &QLineEdit::textChanged, this, &ArticlePropertiesDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ArticlePropertiesDialog::check()
{
    const bool isGood = isDate(m_published->text().trimmed());
    m_problem->setText(isGood ? QString() : tr("Write the day as year-month-day, for instance 2024-03-21."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isGood);
}

Head ArticlePropertiesDialog::head() const
{
    Head head = m_head;
    head.title = m_title->text().simplified();
    head.published = m_published->text().trimmed();
    head.byline = m_byline->text().simplified();
    head.agency = m_agency->text().simplified();
    head.place = m_place->text().simplified();
    head.url = m_url->text().trimmed();
    head.rights = m_rights->text().simplified();
    head.language = m_language->currentText().trimmed();
    return head;
}

} // namespace dateline
