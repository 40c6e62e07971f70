// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace dateline::fuzz {

/// What is fed with made-up bytes. `run` must return for any input; it aborts when a promise breaks.
struct Target
{
    const char *name;
    void (*run)(const QByteArray &bytes);
    QList<QByteArray> (*seeds)();
};

[[nodiscard]] const QList<Target> &targets();
/// Null: there is none of that name.
[[nodiscard]] const Target *targetNamed(const QByteArray &name);

} // namespace dateline::fuzz
