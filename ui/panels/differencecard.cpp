// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/differencecard.h"

#include "itemmodels/differencesmodel.h"
#include "ui/panels/differencedelegate.h"
#include "ui/panels/rowpainting.h"
#include "ui/widgets/typenames.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int NameWidth = 84;

/// What the rows below the text show of the first side; those of the second follow each.
constexpr int RowRoles[] = {DifferencesModel::EntityARole, DifferencesModel::NormARole, DifferencesModel::NoteARole};
constexpr DifferenceKind RowKinds[] = {DifferenceKind::Entity, DifferenceKind::Norm, DifferenceKind::Missing};

QString colored(const QColor &color, const QString &markup)
{
    return u"<span style=\"color: %1\">%2</span>"_s.arg(color.name(), markup);
}

} // namespace

DifferenceCard::DifferenceCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"differenceCard"_s);
    setAccessibleName(tr("Current difference"));
    m_body = new QWidget;
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto add = [](const QString &name) {
        auto *label = new QLabel;
        label->setObjectName(name);
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        return label;
    };
    for (int side = 0; side < 2; ++side) {
        Side &part = m_sides[side];
        const QString suffix = side == 0 ? u"A"_s : u"B"_s;
        part.swatch = add({});
        part.name = add(u"differenceName"_s + suffix);
        part.text = add(u"differenceText"_s + suffix);
        part.text->setTextFormat(Qt::RichText);
        part.text->setWordWrap(true);
        auto *who = new QHBoxLayout;
        who->setSpacing(6);
        who->addWidget(part.swatch, 0, Qt::AlignVCenter);
        who->addWidget(part.name, 1);
        int row = grid->rowCount();
        if (side == 1)
            grid->setRowMinimumHeight(row++, 6);
        grid->addLayout(who, row, 0, Qt::AlignTop);
        grid->addWidget(part.text, row, 1);
        const QStringList captions{tr("Entity"), tr("Normal form"), tr("Note")};
        const QStringList names{u"differenceEntity"_s, u"differenceNorm"_s, u"differenceNote"_s};
        for (qsizetype i = 0; i < captions.size(); ++i) {
            ++row;
            part.captions.append(add({}));
            part.captions.last()->setText(captions.at(i));
            part.values.append(add(names.at(i) + suffix));
            part.values.last()->setTextFormat(Qt::RichText);
            part.values.last()->setWordWrap(true);
            part.values.last()->setAccessibleName(captions.at(i));
            grid->addWidget(part.captions.last(), row, 0);
            grid->addWidget(part.values.last(), row, 1);
        }
    }
    grid->setColumnMinimumWidth(0, NameWidth + 24);
    m_hint = new QLabel(tr("Choose a difference in the list."));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 12, 12);
    layout->addWidget(m_body);
    layout->addWidget(m_hint);
    applyColors();
    showDifference({});
}

void DifferenceCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyColors();
    showDifference(m_index);
}

void DifferenceCard::setTagset(const Tagset &tagset) { m_tagset = tagset; }

void DifferenceCard::setNames(const QString &a, const QString &b)
{
    m_names[0] = a;
    m_names[1] = b;
    for (int side = 0; side < 2; ++side) {
        m_sides[side].name->setText(m_sides[side].name->fontMetrics().elidedText(m_names[side], Qt::ElideRight, NameWidth));
        m_sides[side].name->setToolTip(m_names[side].toHtmlEscaped());
    }
}

void DifferenceCard::applyColors()
{
    const QString dimmed = u"color: %1;"_s.arg(m_theme.dimmed.name());
    m_hint->setStyleSheet(dimmed);
    for (int side = 0; side < 2; ++side) {
        Side &part = m_sides[side];
        part.swatch->setPixmap(sideSwatch(m_theme, side == 1, devicePixelRatioF()));
        part.name->setStyleSheet(dimmed);
        for (QLabel *caption : std::as_const(part.captions))
            caption->setStyleSheet(dimmed);
    }
    update();
}

void DifferenceCard::showDifference(const QModelIndex &index)
{
    m_index = index;
    m_hint->setVisible(!index.isValid());
    m_body->setVisible(index.isValid());
    if (!index.isValid())
        return;
    fill(0);
    fill(1);
}

void DifferenceCard::fill(int side)
{
    Side &part = m_sides[side];
    const auto value = [&](int role) { return m_index.data(role + side).toString(); };
    const auto other = [&](int role) { return m_index.data(role + 1 - side).toString(); };
    const auto kinds = DifferenceKinds(m_index.data(DifferencesModel::KindsRole).toInt());
    const auto shown = [&](const QString &text, bool differs) {
        const QString markup = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        return differs ? u"<b>%1</b>"_s.arg(colored(m_theme.text, markup)) : colored(m_theme.text, markup);
    };
    const QString text = value(DifferencesModel::TextARole);
    if (text.isEmpty()) {
        part.text->setText(colored(m_theme.dimmed, tr("nothing marked here").toHtmlEscaped()));
    } else {
        const QString type = typeName(m_tagset, value(DifferencesModel::TypeARole));
        const bool isOtherType = kinds.testFlag(DifferenceKind::Type);
        part.text->setText(shown(text, kinds.testFlag(DifferenceKind::Boundary)) + colored(m_theme.dimmed, u" · "_s)
                           + (isOtherType ? shown(type, true) : colored(m_theme.dimmed, type.toHtmlEscaped())));
    }
    for (qsizetype i = 0; i < part.values.size(); ++i) {
        const int role = RowRoles[i];
        QString row = value(role);
        if (role == DifferencesModel::EntityARole) {
            if (const QString link = value(DifferencesModel::LinkARole); !link.isEmpty())
                row += (row.isEmpty() ? QString() : u" · "_s) + shortLink(link);
        }
        // A row that one side has stands on both, so that they can be held against each other.
        const bool isWanted = !text.isEmpty() && (!row.isEmpty() || !other(role).isEmpty());
        part.captions.at(i)->setVisible(isWanted);
        part.values.at(i)->setVisible(isWanted);
        const bool differs = RowKinds[i] != DifferenceKind::Missing && kinds.testFlag(RowKinds[i]);
        part.values.at(i)->setText(row.isEmpty() ? colored(m_theme.dimmed, u"–"_s) : shown(row, differs));
    }
}

void DifferenceCard::paintEvent(QPaintEvent *) { paintCardGround(*this, m_theme); }

} // namespace dateline
