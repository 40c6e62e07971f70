// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

#include "text/folding.h"

#include <QVarLengthArray>

#include <array>

namespace dateline {

namespace {

/// More than any rule or model can reach, so that the desk's own word stands.
constexpr float ListedScore = 10.0f;

using Letters = QVarLengthArray<char16_t, 64>;

void fold(QStringView word, Letters &letters)
{
    for (const QChar c : word) {
        if (const char16_t letter = foldedLetter(c.unicode()))
            letters.append(letter);
    }
}

std::vector<quint64> wordHashes(const AnalysedArticle &article)
{
    std::vector<quint64> hashes(size_t(article.size()));
    Letters letters;
    for (qsizetype i = 0; i < article.size(); ++i) {
        letters.clear();
        fold(article.word(i), letters);
        hashes[size_t(i)] = watchlistWordHash(letters.constData(), letters.size());
    }
    return hashes;
}

bool fits(const AnalysedArticle &article, const WatchlistImage &image, const WatchlistPhrase &phrase, qsizetype begin)
{
    const qsizetype end = begin + phrase.words;
    if (phrase.isExact && !article.has(begin, AllCaps))
        return false;
    for (qsizetype i = begin; i < end; ++i) {
        if ((phrase.capitals >> (i - begin) & 1) && !article.has(i, Capital))
            return false;
    }
    Letters letters;
    for (qsizetype i = begin; i < end; ++i) {
        if (i > begin)
            letters.append(u' ');
        fold(article.word(i), letters);
    }
    return QStringView(letters.constData(), letters.size()) == image.letters(phrase);
}

struct Match
{
    qsizetype end = 0; ///< 0: none
    quint32 entry = 0;
};

Match longestAt(const AnalysedArticle &article, const std::vector<quint64> &hashes, const WatchlistImage &image, qsizetype begin)
{
    Match best;
    quint64 hash = hashes[size_t(begin)];
    for (qsizetype end = begin + 1; end <= article.size() && end - begin <= WatchlistImage::MaxWords; ++end) {
        const WatchlistSlot *slot = image.slot(hash);
        if (!slot)
            break;
        for (quint32 at = slot->phrase; at; at = image.phrase(at - 1).next) {
            const WatchlistPhrase &phrase = image.phrase(at - 1);
            if (phrase.words == end - begin && best.end < end && fits(article, image, phrase, begin))
                best = {end, phrase.entry};
        }
        // A name ends with its line, whatever its stops look like.
        if (end == article.size() || article.view(end - 1, end + 1).contains(u'\n'))
            break;
        hash = watchlistJoin(hash, hashes[size_t(end)]);
    }
    return best;
}

/// The nearest of the rules' types; a type that only the list's tagset knows counts as a product.
EntityType nearestType(const QString &id)
{
    for (int i = 0; i < EntityTypeCount; ++i) {
        if (typeId(EntityType(i)) == id)
            return EntityType(i);
    }
    return EntityType::Product;
}

} // namespace

void WatchlistStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    const Watchlists &lists = article.watchlists();
    if (lists.isEmpty())
        return;
    const std::vector<quint64> hashes = wordHashes(article);
    for (qint32 index = 0; index < lists.size(); ++index) {
        const Watchlist &list = *lists.at(index);
        const WatchlistImage &image = list.image();
        for (qsizetype i = 0; i < article.size(); ++i) {
            if ((i & 0xfff) == 0 && stop.stop_requested())
                return;
            if (!image.mayBegin(hashes[size_t(i)]))
                continue;
            const Match match = longestAt(article, hashes, image, i);
            if (!match.end)
                continue;
            Candidate &added = addCandidate(candidates, i, match.end, nearestType(list.typeOf(match.entry)), Rule::Watchlist);
            // Of equal matches the list that was named first wins.
            added.score = ListedScore - 0.001f * float(std::min(index, 50));
            added.list = index;
            added.listed = match.entry;
        }
    }
}

} // namespace dateline
