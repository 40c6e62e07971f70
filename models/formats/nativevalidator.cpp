// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeformat.h"

namespace dateline {

IssueList validateNative(const QByteArray &bytes, const QString &file)
{
    // The reader holds every element against the schema's rules and every reference, place and
    // digest against the rest, so that opening and validating can never disagree.
    Result<LoadedArticle> loaded = readNative(bytes, file);
    if (loaded)
        return loaded.value().issues;
    const Error &error = loaded.error();
    return {Issue{Severity::Error, error.message, error.file, error.line, -1}};
}

} // namespace dateline
