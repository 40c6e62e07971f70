// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace dateline {

/// Where times come from. Passed in by whoever builds a session, so that tests and
/// SOURCE_DATE_EPOCH can fix them. All times are UTC at whole seconds. Thread-safe.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

/// Always the same moment, until moved.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &moment) : m_moment(moment.toUTC()) { }
    [[nodiscard]] QDateTime now() const override { return m_moment; }
    void advance(qint64 seconds) { m_moment = m_moment.addSecs(seconds); }

private:
    QDateTime m_moment;
};

/// "2026-03-21T09:00:00Z"; empty for an invalid time.
[[nodiscard]] QString toIsoUtc(const QDateTime &moment);
/// Reads what toIsoUtc() writes, and any ISO 8601 time with an offset; invalid when malformed.
[[nodiscard]] QDateTime fromIsoUtc(QStringView text);

} // namespace dateline
