// SPDX-License-Identifier: Apache-2.0
#include "text/articletext.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr std::array<std::pair<BlockKind, QLatin1StringView>, 9> blockNames{{
    {BlockKind::Headline, "headline"_L1},
    {BlockKind::Lede, "lede"_L1},
    {BlockKind::Byline, "byline"_L1},
    {BlockKind::Crosshead, "crosshead"_L1},
    {BlockKind::Paragraph, "paragraph"_L1},
    {BlockKind::Quote, "quote"_L1},
    {BlockKind::Caption, "caption"_L1},
    {BlockKind::ListItem, "listitem"_L1},
    {BlockKind::Other, "other"_L1},
}};

constexpr std::array<std::pair<StructureKind, QLatin1StringView>, 3> structureNames{{
    {StructureKind::Dateline, "dateline"_L1},
    {StructureKind::Byline, "byline"_L1},
    {StructureKind::Agency, "agency"_L1},
}};

template<typename Table, typename Kind>
QString nameOf(const Table &table, Kind kind)
{
    const auto found = std::find_if(table.begin(), table.end(), [kind](const auto &row) { return row.first == kind; });
    Q_ASSERT(found != table.end());
    return QString(found->second);
}

template<typename Kind, typename Table>
std::optional<Kind> kindOf(const Table &table, QStringView name)
{
    for (const auto &[kind, text] : table) {
        if (name == text)
            return kind;
    }
    return std::nullopt;
}

/// The maximal runs without newline, all of them paragraphs.
QList<Block> linesOf(const QString &text)
{
    QList<Block> blocks;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        if (end > begin)
            blocks.append({{begin, end}, BlockKind::Paragraph});
        begin = end + 1;
    }
    return blocks;
}

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

qsizetype blockIndexAt(const QList<Block> &blocks, qsizetype at)
{
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), at,
                                        [](qsizetype place, const Block &block) { return place < block.span.begin; });
    return (after - blocks.begin()) - 1;
}

} // namespace

QString toName(BlockKind kind) { return nameOf(blockNames, kind); }
QString toName(StructureKind kind) { return nameOf(structureNames, kind); }
std::optional<BlockKind> blockKindFromName(QStringView name) { return kindOf<BlockKind>(blockNames, name); }
std::optional<StructureKind> structureKindFromName(QStringView name) { return kindOf<StructureKind>(structureNames, name); }

struct ArticleText::Data : QSharedData
{
    QString text;
    QList<Block> blocks;
    QList<Structure> structures;
    OffsetMap offsets;
    // The digest is made on first use: a window that only shows a text never needs it.
    mutable std::once_flag digestOnce;
    mutable QString digest;

    Data() = default;
    Data(const Data &other)
        : QSharedData(other)
        , text(other.text)
        , blocks(other.blocks)
        , structures(other.structures)
        , offsets(other.offsets)
    { }
    Data &operator=(const Data &) = delete;
};

ArticleText::ArticleText() : d(new Data) { }

ArticleText::ArticleText(const QString &text) : d(new Data)
{
    StructureAnalysis analysis = analyseStructure(text);
    d->text = text;
    d->blocks = std::move(analysis.blocks);
    d->structures = std::move(analysis.structures);
    d->offsets = OffsetMap(text);
}

ArticleText::ArticleText(const QString &text, const QList<Block> &blocks, const QList<Structure> &structures) : d(new Data)
{
    Data &data = *d;
    data.text = text;
    data.offsets = OffsetMap(text);
    // The lines decide, what was given only names their kinds: so text = blocks + gaps holds
    // whatever the file said.
    data.blocks = linesOf(text);
    QHash<qsizetype, BlockKind> kinds;
    kinds.reserve(blocks.size());
    for (const Block &block : blocks)
        kinds.insert(block.span.begin, block.kind);
    for (Block &block : data.blocks)
        block.kind = kinds.value(block.span.begin, BlockKind::Paragraph);
    for (const Structure &structure : structures) {
        const Span span = structure.span;
        if (span.isEmpty() || span.begin < 0 || span.end > text.size() || splitsPair(text, span.begin)
            || splitsPair(text, span.end))
            continue;
        const qsizetype block = blockIndexAt(data.blocks, span.begin);
        if (block >= 0 && data.blocks[block].span.contains(span))
            data.structures.append(structure);
    }
    std::stable_sort(data.structures.begin(), data.structures.end(),
                     [](const Structure &a, const Structure &b) { return a.span < b.span; });
}

ArticleText::ArticleText(const ArticleText &) = default;
ArticleText &ArticleText::operator=(const ArticleText &) = default;
ArticleText::~ArticleText() = default;

const QString &ArticleText::text() const { return d->text; }
const QList<Block> &ArticleText::blocks() const { return d->blocks; }
const QList<Structure> &ArticleText::structures() const { return d->structures; }
const OffsetMap &ArticleText::offsets() const { return d->offsets; }

const QString &ArticleText::digest() const
{
    const Data *data = d.constData();
    std::call_once(data->digestOnce, [data] {
        data->digest = QString::fromLatin1(QCryptographicHash::hash(data->text.toUtf8(), QCryptographicHash::Sha256).toHex());
    });
    return data->digest;
}

QStringView ArticleText::view(const Span &span) const
{
    const QStringView all(d->text);
    const qsizetype begin = std::clamp<qsizetype>(span.begin, 0, all.size());
    const qsizetype end = std::clamp<qsizetype>(span.end, begin, all.size());
    return all.sliced(begin, end - begin);
}

qsizetype ArticleText::blockAt(qsizetype at) const
{
    if (d->blocks.isEmpty())
        return -1;
    return std::max<qsizetype>(0, blockIndexAt(d->blocks, at));
}

QString ArticleText::title() const
{
    if (d->blocks.isEmpty())
        return {};
    const auto headline = std::find_if(d->blocks.begin(), d->blocks.end(),
                                       [](const Block &block) { return block.kind == BlockKind::Headline; });
    const Block &block = headline != d->blocks.end() ? *headline : d->blocks.first();
    return view(block.span).trimmed().toString();
}

bool ArticleText::operator==(const ArticleText &other) const
{
    return d == other.d || (d->text == other.d->text && d->blocks == other.d->blocks && d->structures == other.d->structures);
}

qsizetype NormalisedText::toRaw(qsizetype at) const
{
    // The k-th dropped unit stood before place droppedAt[k] - k of `text`.
    qsizetype low = 0;
    qsizetype high = droppedAt.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (droppedAt[middle] - middle < at)
            low = middle + 1;
        else
            high = middle;
    }
    return at + low;
}

NormalisedText normaliseText(const QString &raw)
{
    NormalisedText result;
    const auto isPlain = [](char16_t c) {
        return (c >= 0x20 && c < 0xD800) || c == u'\n' || c == u'\t' || (c >= 0xE000 && c < 0xFFFE);
    };
    const auto *units = reinterpret_cast<const char16_t *>(raw.utf16());
    const qsizetype size = raw.size();
    if (std::all_of(units, units + size, isPlain)) {
        result.text = raw;
        return result;
    }
    result.text.reserve(size);
    const auto replace = [&result] {
        if (result.replaced++ == 0)
            result.firstReplaced = result.text.size();
        result.text += QChar::ReplacementCharacter;
    };
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t c = units[i];
        if (isPlain(c)) {
            result.text += QChar(c);
        } else if (c == u'\r') {
            if (i + 1 < size && units[i + 1] == u'\n')
                result.droppedAt.append(i);
            else
                result.text += u'\n';
        } else if (QChar::isHighSurrogate(c) && i + 1 < size && QChar::isLowSurrogate(units[i + 1])) {
            result.text += QChar(c);
            result.text += QChar(units[++i]);
        } else {
            replace();
        }
    }
    return result;
}

} // namespace dateline
