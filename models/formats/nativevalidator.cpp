// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeformat.h"

#include "formats/nativereader_p.h"
#include "formats/nativescan.h"

namespace dateline {

IssueList validateNative(const QByteArray &bytes, const QString &file)
{
    // The reader holds every element against the schema's rules and every reference, place and
    // digest against the rest, so that opening and validating can never disagree.
    const auto toIssue = [](const Error &error) { return Issue{Severity::Error, error.message, error.file, error.line, -1}; };
    const QByteArray plain = withoutWideEncoding(bytes);
    if (const Result<void> safe = scanXml(plain, file); !safe)
        return {toIssue(safe.error())};
    NativeReader reader(plain, file, {});
    const Result<LoadedArticle> loaded = reader.read();
    if (loaded)
        return loaded.value().issues;
    IssueList issues = reader.issues();
    issues.append(toIssue(loaded.error()));
    return issues;
}

} // namespace dateline
