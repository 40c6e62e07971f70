// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/formatregistry.h"

// The readers and writers behind the table of formatregistry.cpp; each stands in the file of its
// format. docs/formats.md says what they write and read.
namespace dateline {

[[nodiscard]] WrittenFiles writeNativeFormat(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writeJsonLines(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writeBrat(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writeConll(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writeCsv(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writeHtml(const ExportedArticle &exported);
[[nodiscard]] WrittenFiles writePlainText(const ExportedArticle &exported);

[[nodiscard]] Result<ReadArticles> readNativeFormat(const FormatInput &input);
[[nodiscard]] Result<ReadArticles> readJsonLines(const FormatInput &input);
[[nodiscard]] Result<ReadArticles> readBrat(const FormatInput &input);
[[nodiscard]] Result<ReadArticles> readConll(const FormatInput &input);
[[nodiscard]] Result<ReadArticles> readHtmlFormat(const FormatInput &input);
[[nodiscard]] Result<ReadArticles> readTextFormat(const FormatInput &input);

[[nodiscard]] QList<Loss> conllLosses(const ExportedArticle &exported);
[[nodiscard]] QList<Loss> htmlLosses(const ExportedArticle &exported);

} // namespace dateline
