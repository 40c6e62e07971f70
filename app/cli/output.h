// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs.h"

#include "formats/formatregistry.h"

#include <QSet>

namespace dateline::cli {

/// Where results go: `-o FILE`, `-o FOLDER`, standard output for one input, else NAME.annotated.xml
/// (in another format NAME.jsonl, NAME.csv, …) beside each input. One thread.
class Output
{
public:
    /// `given`: the value of -o, empty when absent. Fails with ErrorKind::Usage.
    [[nodiscard]] static Result<Output> plan(const QString &given, const InputList &list, bool isForced,
                                             const QString &suffix = QStringLiteral(".xml"));

    [[nodiscard]] bool isStandardOutput() const { return m_kind == Kind::StandardOutput; }
    /// The file for the next article of `input`; two never share one ("talks.xml", "talks-2.xml"), and only
    /// -o names an input. `files`: what will be written; the further ones need a place beside it.
    [[nodiscard]] QString target(const Input &input, const WrittenFiles &files = {});
    /// Replaces `path` at once or not at all. Refuses a native file that holds a person's work,
    /// unless forced.
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes) const;
    /// The first file at `path`, the others beside it under the same name ("talks.ann", "talks.txt"). Refuses, unless
    /// forced, to replace another's file beside it: one that differs although `path` is new.
    [[nodiscard]] Result<void> write(const QString &path, const WrittenFiles &files) const;

private:
    enum class Kind { StandardOutput, File, Folder, Beside };
    Kind m_kind = Kind::StandardOutput;
    QString m_given;
    QString m_suffix; ///< with its dot
    bool m_isForced = false;
    QSet<QString> m_taken;
};

} // namespace dateline::cli
