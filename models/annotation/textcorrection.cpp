// SPDX-License-Identifier: Apache-2.0
#include "annotation/textcorrection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::TextCorrection)
};

/// Characters before and behind a mention that tell where it went.
constexpr qsizetype ContextLength = 24;
constexpr qsizetype LeastContext = 6;
/// Units that may be searched for words that went elsewhere.
constexpr qsizetype SearchBudget = 200'000'000;

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/// Where one span went. Empty: collapsed.
struct Place
{
    Span span;
    std::optional<AnchorNote::Kind> note;
};

/// One or more replacements in order of place, and the rules for spans.
class Reanchoring
{
public:
    Reanchoring(const QString &text, const QList<Replacement> &hunks) : m_text(text), m_hunks(hunks)
    {
        m_envelope = {hunks.first().span.begin, hunks.last().span.end};
        qsizetype at = m_envelope.begin;
        for (const Replacement &hunk : hunks) {
            m_words += QStringView(text).sliced(at, hunk.span.begin - at);
            m_inserted.append({m_envelope.begin + m_words.size(), m_envelope.begin + m_words.size() + hunk.words.size()});
            m_words += hunk.words;
            at = hunk.span.end;
        }
        m_next = text.left(m_envelope.begin) + m_words + text.mid(m_envelope.end);
    }

    [[nodiscard]] const Span &envelope() const { return m_envelope; }
    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] const QString &next() const { return m_next; }
    [[nodiscard]] bool isTouched(const Span &span) const { return span.end > m_envelope.begin && span.begin < m_envelope.end; }

    [[nodiscard]] Place place(const Span &span)
    {
        Place result = through(span, m_hunks);
        if (!result.note)
            return result;
        QList<Replacement> smallest;
        for (const Replacement &hunk : std::as_const(m_hunks))
            smallest.append(trimmed(m_text, hunk));
        const Place closer = through(span, smallest);
        if (!closer.note)
            return closer;
        if (const std::optional<Span> elsewhere = found(span))
            return {*elsewhere, AnchorNote::Kind::Relocated};
        return closer;
    }

private:
    [[nodiscard]] static Place through(Span span, const QList<Replacement> &hunks)
    {
        Place result{span, std::nullopt};
        for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk) {
            const Anchored anchored = reanchored(result.span, hunk->span, hunk->words.size());
            result.span = anchored.span;
            if (anchored.rule == AnchorRule::Collapsed)
                return {anchored.span, AnchorNote::Kind::Collapsed};
            if (anchored.rule == AnchorRule::ClippedBegin || anchored.rule == AnchorRule::ClippedEnd)
                result.note = AnchorNote::Kind::Clipped;
        }
        return result;
    }

    /// Letters that agree around the old and the new place.
    [[nodiscard]] qsizetype context(const Span &was, const Span &is) const
    {
        qsizetype score = 0;
        for (qsizetype i = 1; i <= ContextLength && was.begin >= i && is.begin >= i; ++i) {
            if (m_text[was.begin - i] != m_next[is.begin - i])
                break;
            ++score;
        }
        for (qsizetype i = 0; i < ContextLength && was.end + i < m_text.size() && is.end + i < m_next.size(); ++i) {
            if (m_text[was.end + i] != m_next[is.end + i])
                break;
            ++score;
        }
        return score;
    }

    /// The place in the new words that says the same, when only one does, or one fits its surroundings best.
    [[nodiscard]] std::optional<Span> found(const Span &span)
    {
        const QStringView quote = QStringView(m_text).sliced(span.begin, span.length());
        std::optional<Span> best;
        qsizetype score = -1;
        bool isTied = false;
        bool isOnly = true;
        for (const Span &inserted : std::as_const(m_inserted)) {
            const QStringView words = QStringView(m_next).sliced(inserted.begin, inserted.length());
            if (words.size() < quote.size() || (m_budget -= words.size()) < 0)
                continue;
            for (qsizetype at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
                const Span is{inserted.begin + at, inserted.begin + at + quote.size()};
                const qsizetype fits = context(span, is);
                isOnly = isOnly && !best;
                isTied = best && fits == score ? true : fits > score ? false : isTied;
                if (fits > score) {
                    best = is;
                    score = fits;
                }
            }
        }
        // A short word alone says little when much has changed.
        const bool isTelling = m_hunks.size() == 1 || quote.size() >= LeastContext;
        const bool isCertain = best && !isTied && (score >= LeastContext || (isOnly && isTelling));
        return isCertain ? best : std::nullopt;
    }

    QString m_text;
    QList<Replacement> m_hunks;
    Span m_envelope;
    QString m_words;
    QString m_next;
    QList<Span> m_inserted; ///< where the new words stand
    qsizetype m_budget = SearchBudget;
};

/// The lines of the new text, each of the kind of the block that it began in.
QList<Block> correctedBlocks(const ArticleText &text, const Reanchoring &anchors)
{
    const QString &next = anchors.next();
    const Span envelope = anchors.envelope();
    const qsizetype by = anchors.words().size() - envelope.length();
    QList<Block> blocks;
    for (qsizetype begin = 0; begin < next.size();) {
        qsizetype end = next.indexOf(u'\n', begin);
        end = end < 0 ? next.size() : end;
        if (end > begin) {
            // Where the line's begin stood: before, inside or behind what changed.
            const qsizetype was = begin <= envelope.begin                         ? begin
                                : begin < envelope.begin + anchors.words().size() ? std::min(begin, envelope.end)
                                                                                  : begin - by;
            const qsizetype index = text.blockAt(was);
            const bool isInside = index >= 0 && was <= text.blocks().at(index).span.end;
            blocks.append({{begin, end}, isInside ? text.blocks().at(index).kind : BlockKind::Paragraph});
        }
        begin = end + 1;
    }
    return blocks;
}

QList<Structure> correctedStructures(const ArticleText &text, const QList<Block> &blocks, Reanchoring &anchors)
{
    QList<Structure> kept;
    for (const Structure &structure : text.structures()) {
        const Span span = anchors.place(structure.span).span;
        const auto isAround = [&](const Block &block) { return block.span.contains(span); };
        if (!span.isEmpty() && std::any_of(blocks.cbegin(), blocks.cend(), isAround))
            kept.append({span, structure.kind});
    }
    return kept;
}

/// The character beside a place where a mention without words can wait; empty: there is none.
Span waitingPlace(const QString &text, qsizetype at)
{
    for (qsizetype distance = 0; distance <= text.size(); ++distance) {
        for (qsizetype begin : {at + distance, at - distance - 1}) {
            if (begin < 0 || begin >= text.size() || text[begin] == u'\n')
                continue;
            if (splitsPair(text, begin))
                --begin;
            const bool isPair = text[begin].isHighSurrogate() && begin + 1 < text.size() && text[begin + 1].isLowSurrogate();
            return {begin, begin + (isPair ? 2 : 1)};
        }
    }
    return {};
}

class TextCorrector : private TransactionBuilder
{
public:
    TextCorrector(const AnnotatedArticle &article, const Author &author, const QDateTime &at)
        : TransactionBuilder(article, 0, author, at)
    { }

    [[nodiscard]] Result<TextCorrection> run(const QList<Replacement> &hunks)
    {
        Reanchoring anchors(m_article.text.text(), hunks);
        TextEdit edit;
        edit.at = anchors.envelope().begin;
        const QString &text = m_article.text.text();
        edit.before = {text.mid(edit.at, anchors.envelope().length()), m_article.text.blocks(), m_article.text.structures(), {}};
        edit.after.words = anchors.words();
        edit.after.blocks = correctedBlocks(m_article.text, anchors);
        edit.after.structures = correctedStructures(m_article.text, edit.after.blocks, anchors);
        if (edit.after.blocks.isEmpty())
            return Error{ErrorKind::Usage, Messages::tr("No text would remain. Close the article instead."), {}, 0};
        join();
        for (const Layer &layer : std::as_const(m_article.layers)) {
            layer.mentions.forEach([&](const Mention &mention) { touch({layer.info.id, 0, 0, mention}, anchors, edit); });
        }
        for (const Review &review : std::as_const(m_article.reviews)) {
            for (const Proposal &proposal : review.proposals)
                touch({review.of, review.by, proposal.id, proposal.mention}, anchors, edit);
        }
        std::stable_sort(m_notes.begin(), m_notes.end(),
                         [](const AnchorNote &a, const AnchorNote &b) { return a.place < b.place; });
        const Head before = m_article.head;
        put(edit);
        Head after = before;
        const auto shown = [](const QString &words) { return words.size() > 200 ? words.left(199) + u'…' : words; };
        const Replacement smallest = trimmed(text, {anchors.envelope(), anchors.words()});
        after.events.append(
            {m_agent, m_at, u"text"_s, shown(text.mid(smallest.span.begin, smallest.span.length())), shown(smallest.words)});
        put(HeadEdit{before, after});
        return TextCorrection{finish(Messages::tr("Correct the text")), m_notes};
    }

private:
    void touch(const TouchedMention &touched, Reanchoring &anchors, TextEdit &edit)
    {
        const QList<Span> &old = touched.mention.spans;
        if (std::none_of(old.cbegin(), old.cend(), [&](const Span &span) { return anchors.isTouched(span); }))
            return;
        TouchedMention after = touched;
        AnchorNote note{AnchorNote::Kind::Clipped, touched.layer, touched.reviewer, touched.proposal, touched.mention.id, {}, {}};
        QList<Span> spans;
        std::optional<AnchorNote::Kind> kind;
        std::optional<qsizetype> collapsedAt;
        QStringList was;
        for (const Span &span : old) {
            was.append(m_article.text.view(span).toString());
            const Place place = anchors.place(span);
            if (place.span.isEmpty())
                collapsedAt = collapsedAt.value_or(place.span.begin);
            else
                spans.append(place.span);
            if (place.note)
                kind = std::max(kind.value_or(AnchorNote::Kind::Clipped), *place.note);
        }
        note.was = was.join(u" … "_s);
        if (spans.isEmpty()) {
            withdraw(after.mention, note.was);
            spans.append(waitingPlace(anchors.next(), *collapsedAt));
        } else if (collapsedAt) {
            kind = AnchorNote::Kind::Lost;
        }
        after.mention.spans = joinedSpans(spans);
        if (kind) {
            note.kind = *kind;
            note.place = after.mention.extent();
            m_notes.append(note);
        }
        edit.before.touched.append(touched);
        edit.after.touched.append(after);
    }

    void withdraw(Mention &mention, const QString &was) const
    {
        if (!mention.isLive())
            return;
        mention.status = Status::Withdrawn;
        mention.events.append({m_agent, m_at, u"withdraw"_s, was, {}});
    }

    QList<AnchorNote> m_notes;
};

} // namespace

QString describe(const AnchorNote &note)
{
    switch (note.kind) {
    case AnchorNote::Kind::Clipped:
        return Messages::tr("“%1” lost a part of its words.").arg(note.was);
    case AnchorNote::Kind::Relocated:
        return Messages::tr("“%1” stands elsewhere now.").arg(note.was);
    case AnchorNote::Kind::Collapsed:
        return Messages::tr("“%1” is no longer in the text: its mention was withdrawn.").arg(note.was);
    case AnchorNote::Kind::Lost:
        return Messages::tr("A part of “%1” is no longer in the text.").arg(note.was);
    }
    return {};
}

Result<TextCorrection> correctText(const AnnotatedArticle &article, const Span &range, const QString &words, const Author &author,
                                   const QDateTime &at)
{
    const QString &text = article.text.text();
    if (range.begin < 0 || range.end < range.begin || range.end > text.size())
        return Error{ErrorKind::Usage, Messages::tr("The place to correct lies outside the text."), {}, 0};
    Replacement given{range, normaliseText(words).text};
    while (splitsPair(text, given.span.begin))
        --given.span.begin;
    while (splitsPair(text, given.span.end))
        ++given.span.end;
    if (QStringView(text).sliced(given.span.begin, given.span.length()) == given.words)
        return TextCorrection{};
    return TextCorrector(article, author, at).run({given});
}

Result<TextCorrection> correctTextTo(const AnnotatedArticle &article, const QString &text, const Author &author,
                                     const QDateTime &at)
{
    const QList<Replacement> hunks = textDifference(article.text.text(), normaliseText(text).text);
    if (hunks.isEmpty())
        return TextCorrection{};
    return TextCorrector(article, author, at).run(hunks);
}

} // namespace dateline
