// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

namespace dateline {

QDateTime SystemClock::now() const { return QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC); }

QString toIsoUtc(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")) : QString();
}

QDateTime fromIsoUtc(QStringView text)
{
    const QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODate);
    return moment.isValid() ? QDateTime::fromSecsSinceEpoch(moment.toSecsSinceEpoch(), Qt::UTC) : QDateTime();
}

} // namespace dateline
