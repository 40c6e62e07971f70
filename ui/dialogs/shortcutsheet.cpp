// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/shortcutsheet.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr int Columns = 3;
}

ShortcutSheet::ShortcutSheet(const QList<Actions::Sheet> &lines, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keys"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(36);
    const int perColumn = (int(lines.size()) + 8 + Columns - 1) / Columns;
    QGridLayout *grid = nullptr;
    int row = 0;
    QString section;
    for (const Actions::Sheet &line : lines) {
        if (!grid || (row >= perColumn && line.section != section && columns->count() < Columns)) {
            auto *column = new QVBoxLayout;
            columns->addLayout(column);
            grid = new QGridLayout;
            grid->setHorizontalSpacing(14);
            grid->setVerticalSpacing(5);
            column->addLayout(grid);
            column->addStretch(1);
            row = 0;
        }
        if (line.section != section) {
            auto *head = new QLabel(line.section);
            QFont font = head->font();
            font.setBold(true);
            head->setFont(font);
            head->setContentsMargins(0, row == 0 ? 0 : 10, 0, 0);
            grid->addWidget(head, row++, 0, 1, 2);
            section = line.section;
        }
        auto *keys = new QLabel(line.keys);
        keys->setTextFormat(Qt::PlainText);
        grid->addWidget(keys, row, 0);
        auto *what = new QLabel(line.what);
        what->setTextFormat(Qt::PlainText);
        grid->addWidget(what, row++, 1);
    }
}

} // namespace dateline
