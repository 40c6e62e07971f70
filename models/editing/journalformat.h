// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/journal.h"

namespace dateline::journalformat {

inline constexpr QByteArrayView Magic{"Dateline journal 1\n"};
inline constexpr quint8 BaseRecord = 1;
inline constexpr qsizetype HeaderSize = 1 + 8 + 4;

/// One record: kind, length, checksum, payload.
[[nodiscard]] QByteArray record(quint8 kind, const QByteArray &payload);
[[nodiscard]] QByteArray baseRecord(const JournalBase &base);
[[nodiscard]] QByteArray stepRecord(const Transaction &transaction, StepKind kind);

} // namespace dateline::journalformat
