// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/actions.h"

#include <QDialog>

namespace dateline {

/// All keys on one page, in columns by menu.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<Actions::Sheet> &lines, QWidget *parent = nullptr);
};

} // namespace dateline
