// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs.h"

#include <QSet>

namespace dateline::cli {

/// Where results go: `-o FILE`, `-o FOLDER`, standard output for one input, else
/// NAME.annotated.xml beside each input. One thread.
class Output
{
public:
    /// `given`: the value of -o, empty when absent. Fails with ErrorKind::Usage.
    [[nodiscard]] static Result<Output> plan(const QString &given, const InputList &list, bool isForced);

    [[nodiscard]] bool isStandardOutput() const { return m_kind == Kind::StandardOutput; }
    /// The file for `input`; two inputs never share one ("talks.xml", "talks-2.xml").
    [[nodiscard]] QString target(const Input &input);
    /// Replaces `path` at once or not at all. Refuses a native file that holds a person's work,
    /// unless forced.
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes) const;

private:
    enum class Kind { StandardOutput, File, Folder, Beside };
    Kind m_kind = Kind::StandardOutput;
    QString m_given;
    bool m_isForced = false;
    QSet<QString> m_taken;
};

} // namespace dateline::cli
