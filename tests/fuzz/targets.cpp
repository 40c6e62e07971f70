// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include "editing/journal.h"
#include "editing/journalformat.h"
#include "formats/formatfixtures.h"
#include "formats/formatregistry.h"
#include "formats/nativescan.h"
#include "text/decoding.h"
#include "text/reanchoring.h"
#include "text/tokens.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dateline::fuzz {

namespace {

/// A promise of the program; its breach ends the run, so that the fuzzer keeps the input.
void promise(bool holds, const char *what)
{
    if (!holds)
        qFatal("broken promise: %s", what);
}

void checkArticle(const AnnotatedArticle &article)
{
    const qsizetype length = article.text.length();
    for (const Layer &layer : article.layers) {
        layer.mentions.forEach([&](const Mention &mention) {
            promise(!mention.spans.isEmpty(), "a mention has a span");
            for (const Span &span : mention.spans)
                promise(span.begin >= 0 && !span.isEmpty() && span.end <= length, "a span lies inside the text");
        });
    }
}

void runNative(const QByteArray &bytes)
{
    const auto loaded = readNative(bytes, u"fuzz"_s);
    (void)validateNative(bytes, u"fuzz"_s);
    if (!loaded) {
        promise(!loaded.error().message.isEmpty(), "an error has words");
        return;
    }
    checkArticle(loaded.value().article);
    const QByteArray written = writeNative(loaded.value().article);
    const auto again = readNative(written, u"again"_s);
    promise(again.isOk(), "what was read can be written and read");
    promise(writeNative(again.value().article) == written, "the second writing gives the same bytes");
}

void runOpen(const QByteArray &bytes)
{
    const auto loaded = readArticleBytes(bytes, u"fuzz"_s);
    if (loaded)
        checkArticle(loaded.value().article);
}

template<int Which>
void runFormat(const QByteArray &bytes)
{
    static constexpr std::array<const char16_t *, 5> names{u"jsonl", u"brat", u"conll", u"html", u"text"};
    static const Format *const format = formatNamed(names[Which]);
    const auto read = format->read({bytes, u"fuzz"_s, {}, {}, {}});
    if (!read)
        return;
    for (const ReadArticle &article : read.value().articles)
        checkArticle(article.loaded.article);
}

/// The first byte chooses: a whole file, a record with a good checksum, an exact state.
void runJournal(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    const QByteArray rest = bytes.mid(1);
    if (bytes.front() % 3 == 2) {
        AnnotatedArticle article = test::sampleArticle();
        if (restoreExactState(rest, article))
            promise(exactState(article).size() > 0, "a restored state can be stored");
        return;
    }
    QByteArray file = rest;
    if (bytes.front() % 3 == 1) {
        static const QByteArray start = journalformat::Magic.toByteArray()
                                      + journalformat::baseRecord({{}, {}, u"f"_s, writeNative(test::sampleArticle()), {}});
        file = start + journalformat::record(quint8(StepKind::Action), rest);
    }
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    const auto content = Journal::read(buffer, u"fuzz"_s);
    if (!content)
        return;
    AnnotatedArticle article = test::sampleArticle();
    for (const JournalStep &step : content.value().steps) {
        if (!article.apply(step.transaction))
            break;
        promise(article.apply(step.transaction.inverse()).isOk(), "what was applied can be undone");
        promise(article.apply(step.transaction).isOk(), "and applied again");
    }
}

QString textOf(const QByteArray &bytes)
{
    // Half of the inputs as UTF-16 units, lone surrogates included.
    if (bytes.size() % 2 == 0)
        return QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2);
    return QString::fromUtf8(bytes);
}

void runOffsets(const QByteArray &bytes)
{
    const QString text = textOf(bytes);
    const OffsetMap map(text);
    promise(map.length() == text.size(), "the map is as long as the text");
    qsizetype last = -1;
    for (qsizetype i = 0; i <= map.codePointLength(); ++i) {
        const qsizetype unit = map.toUtf16(i);
        promise(unit > last, "code points ascend");
        promise(map.toCodePoint(unit) == i, "there and back");
        last = unit;
    }
    promise(last == text.size(), "the last code point ends the text");
    for (qsizetype unit = 0; unit <= text.size(); ++unit) {
        const LineColumn place = map.lineColumn(unit);
        promise(place.line >= 1 && place.line <= map.lineCount() && place.column >= 1, "a place has a line and a column");
        promise(map.lineStart(place.line) <= unit, "a line begins before its places");
    }
    const NormalisedText normalised = normaliseText(text);
    promise(normaliseText(normalised.text).text == normalised.text, "normalising twice changes nothing");
    for (qsizetype i = 0; i <= normalised.text.size(); ++i)
        promise(normalised.toRaw(i) <= text.size(), "a raw place lies in the raw text");
    (void)textDifference(normalised.text, normalised.text.mid(normalised.text.size() / 3));
}

void runTokens(const QByteArray &bytes)
{
    const QString text = normaliseText(textOf(bytes)).text;
    const QList<Token> tokens = tokenize(text);
    qsizetype end = 0;
    for (const Token &token : tokens) {
        promise(token.span.begin >= end && !token.span.isEmpty() && token.span.end <= text.size(), "tokens ascend in the text");
        end = token.span.end;
    }
    qsizetype last = 0;
    for (const TokenRange &sentence : splitSentences(text, tokens)) {
        promise(sentence.begin >= last && sentence.end <= tokens.size(), "sentences ascend over the tokens");
        last = sentence.end;
    }
    const ArticleText article(text);
    for (const Block &block : article.blocks())
        promise(!article.view(block.span).contains(u'\n'), "a block is one line");
}

void runDecoding(const QByteArray &bytes) { (void)decodeText(bytes); }

QList<QByteArray> nativeSeeds()
{
    return {writeNative(test::sampleArticle()), writeNative(test::randomArticle(1, 5)),
            "<annotatedArticle xmlns=\"urn:dateline:annotated-article:1\" version=\"1.0\"><text><block start=\"0\" "
            "kind=\"paragraph\">abc</block></text></annotatedArticle>"};
}

QList<QByteArray> formatSeeds()
{
    return {"{\"id\":\"1\",\"text\":\"Marin met Okoro 😀\",\"entities\":[{\"start\":0,\"end\":5,\"type\":\"PERSON\"}]}\n",
            "T1\tPerson 0 5\tMarin\nT2\tPerson 10 15;16 17\tOkoro x\nA1\tSure T1\n",
            "Marin B-PER\nmet O\nOkoro B-PER\n\n1\tOslo\t_\tPROPN\tNNP\t_\t0\troot\t_\tSpaceAfter=No\n",
            "<html><head><title>T</title></head><body><h1>Marin</h1><p>met <b>Okoro</b> &amp; 😀</p></body></html>",
            "MOSCOW, March 21. /TASS/. Marin met Okoro.\r\n\r\nNext.\n"};
}

QList<QByteArray> journalSeeds()
{
    const AnnotatedArticle article = test::sampleArticle();
    const Mention before = *article.layers.first().mentions.find(1);
    Mention after = before;
    after.type = u"place"_s;
    const Transaction step{u"Act"_s, QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC), {MentionEdit{1, before, after}}};
    const QByteArray record = journalformat::stepRecord(step, StepKind::Action);
    const QByteArray file = journalformat::Magic.toByteArray()
                          + journalformat::baseRecord({{}, {}, u"f"_s, writeNative(article), exactState(article)}) + record;
    return {QByteArray(1, '\0') + file, QByteArray(1, '\1') + record.mid(journalformat::HeaderSize),
            QByteArray(1, '\2') + exactState(article)};
}

QList<QByteArray> textSeeds()
{
    const QString text = test::sampleArticle().text.text();
    return {text.toUtf8(), QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2),
            "a\r\nb\rc\n😀 e\xCC\x81 U.S. $5.2m 10:30 p.m. \"Quote.\" Next"};
}

} // namespace

const QList<Target> &targets()
{
    static const QList<Target> all{
        {"native", runNative, nativeSeeds},  {"open", runOpen, formatSeeds},        {"jsonl", runFormat<0>, formatSeeds},
        {"brat", runFormat<1>, formatSeeds}, {"conll", runFormat<2>, formatSeeds},  {"html", runFormat<3>, formatSeeds},
        {"text", runFormat<4>, formatSeeds}, {"journal", runJournal, journalSeeds}, {"offsets", runOffsets, textSeeds},
        {"tokens", runTokens, textSeeds},    {"decoding", runDecoding, textSeeds}};
    return all;
}

const Target *targetNamed(const QByteArray &name)
{
    for (const Target &target : targets()) {
        if (name == target.name)
            return &target;
    }
    return nullptr;
}

} // namespace dateline::fuzz
