// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/edit.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace dateline {

/// Edits what is known of the article beside its text. Accepts only a date that the format can hold.
class ArticlePropertiesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ArticlePropertiesDialog(const Head &head, QWidget *parent = nullptr);
    /// The head as given, with the fields' values.
    [[nodiscard]] Head head() const;
    [[nodiscard]] QLineEdit *publishedField() const { return m_published; }

private:
    void check();

    Head m_head;
    QLineEdit *m_title;
    QLineEdit *m_published;
    QLineEdit *m_byline;
    QLineEdit *m_agency;
    QLineEdit *m_place;
    QLineEdit *m_url;
    QLineEdit *m_rights;
    QComboBox *m_language;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace dateline
