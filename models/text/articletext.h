// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/issue.h"
#include "text/offsetmap.h"
#include "text/span.h"

#include <QList>
#include <QSharedDataPointer>
#include <QString>

#include <optional>

namespace dateline {

/// Kind of a block, a maximal run without newline. Vocabulary of the native format, version 1.
enum class BlockKind { Headline, Lede, Byline, Crosshead, Paragraph, Quote, Caption, ListItem, Other };
/// Kind of a stretch inside a block.
enum class StructureKind { Dateline, Byline, Agency };

/// XML name of a kind ("headline"); and back, none when unknown.
[[nodiscard]] QString toName(BlockKind kind);
[[nodiscard]] QString toName(StructureKind kind);
[[nodiscard]] std::optional<BlockKind> blockKindFromName(QStringView name);
[[nodiscard]] std::optional<StructureKind> structureKindFromName(QStringView name);

struct Block
{
    Span span; ///< UTF-16; never empty, holds no newline
    BlockKind kind = BlockKind::Paragraph;
    bool operator==(const Block &) const = default;
};

struct Structure
{
    Span span; ///< UTF-16; inside one block
    StructureKind kind = StructureKind::Dateline;
    bool operator==(const Structure &) const = default;
};

/// The fixed text of an article with its blocks and structure. Guarantees: no CR, no
/// character that XML 1.0 forbids, no lone surrogate; text = blocks + gaps of newlines;
/// blocks in order. Implicitly shared value; any thread.
class ArticleText
{
public:
    ArticleText();
    /// `text` must be normalised (normaliseText); blocks and structures are found by analyseStructure().
    explicit ArticleText(const QString &text);
    /// With blocks given (a file that states them); those that break the guarantee are replaced by lines.
    ArticleText(const QString &text, const QList<Block> &blocks, const QList<Structure> &structures);
    ArticleText(const ArticleText &);
    ArticleText &operator=(const ArticleText &);
    ~ArticleText();

    [[nodiscard]] const QString &text() const;
    [[nodiscard]] const QList<Block> &blocks() const;
    [[nodiscard]] const QList<Structure> &structures() const;
    [[nodiscard]] const OffsetMap &offsets() const;
    /// SHA-256 of the UTF-8 of text(), lower-case hexadecimal. Computed once.
    [[nodiscard]] const QString &digest() const;
    [[nodiscard]] qsizetype length() const { return text().size(); }
    [[nodiscard]] QStringView view(const Span &span) const;
    /// Index of the block that contains `at`, or the last one before it; -1 without blocks.
    [[nodiscard]] qsizetype blockAt(qsizetype at) const;
    /// The first headline block's text, else the first block's, else empty.
    [[nodiscard]] QString title() const;

    /// Same text, blocks and structures.
    bool operator==(const ArticleText &other) const;

private:
    struct Data;
    QSharedDataPointer<Data> d;
};

/// What normaliseText() made of a raw text.
struct NormalisedText
{
    QString text;                 ///< LF newlines; forbidden characters are U+FFFD
    QList<qsizetype> droppedAt;   ///< raw UTF-16 offsets of removed units (the CR of CRLF), ascending
    qsizetype replaced = 0;       ///< how many characters became U+FFFD
    qsizetype firstReplaced = -1; ///< offset of the first one in `text`

    /// UTF-16 offset in `text` to UTF-16 offset in the raw text (an end stays before a dropped CR).
    [[nodiscard]] qsizetype toRaw(qsizetype at) const;
};

/// CRLF and CR become LF; characters that XML 1.0 forbids (C0 but tab and LF, lone
/// surrogates, U+FFFE, U+FFFF) become U+FFFD, one for one. Removes a leading U+FEFF? No: decoding does.
[[nodiscard]] NormalisedText normaliseText(const QString &raw);

/// Finds headline, lede, byline, cross-heads, captions, list items, paragraphs, and inside
/// blocks datelines ("MOSCOW, March 21. /TASS/.", "PARIS (AFP) —"), bylines and agencies.
/// Pure; `text` normalised.
struct StructureAnalysis
{
    QList<Block> blocks;
    QList<Structure> structures;
};
[[nodiscard]] StructureAnalysis analyseStructure(const QString &text);

} // namespace dateline

Q_DECLARE_METATYPE(dateline::ArticleText)
