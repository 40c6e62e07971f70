// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

class QIODevice;

namespace dateline {

/// A line of a JSON-lines file: its object, or what is wrong with it.
struct JsonLine
{
    qint64 number = 0; ///< from 1
    QJsonObject object;
    QString error; ///< translated sentence; empty: `object` holds
};

/// Reads one JSON object a line. Holds one line in memory and skips the rest of one that is
/// longer than `maximumBytes`; blank lines and a byte-order mark are passed over. The device is
/// borrowed. One thread.
class JsonLinesReader
{
public:
    static constexpr qint64 DefaultMaximum = 64LL * 1024 * 1024;
    explicit JsonLinesReader(QIODevice &device, qint64 maximumBytes = DefaultMaximum);

    /// None at the end, or when the device failed.
    [[nodiscard]] std::optional<JsonLine> next();
    /// Why reading ended before the end; empty: it did not.
    [[nodiscard]] QString error() const { return m_error; }

private:
    QIODevice &m_device;
    qint64 m_maximum;
    qint64 m_number = 0;
    QString m_error;
};

} // namespace dateline
