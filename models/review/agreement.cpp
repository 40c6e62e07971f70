// SPDX-License-Identifier: Apache-2.0
#include "review/agreement.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dateline {

namespace {

/// Numbers for labels, in the order in which they are met.
class Labels
{
public:
    int number(const QString &label)
    {
        const auto found = m_numbers.constFind(label);
        return found != m_numbers.constEnd() ? *found : *m_numbers.insert(label, int(m_numbers.size()));
    }
    QList<int> numbers(const QStringList &labels)
    {
        QList<int> list;
        list.reserve(labels.size());
        for (const QString &label : labels)
            list.append(number(label));
        return list;
    }

private:
    QHash<QString, int> m_numbers;
};

/// The next token from a place on that has no label yet; each is filled once.
class Unfilled
{
public:
    explicit Unfilled(qsizetype size) : m_next(size + 1) { std::iota(m_next.begin(), m_next.end(), qsizetype(0)); }
    qsizetype from(qsizetype at)
    {
        qsizetype root = at;
        while (m_next.at(root) != root)
            root = m_next.at(root);
        while (m_next.at(at) != root)
            at = std::exchange(m_next[at], root);
        return root;
    }
    void fill(qsizetype at) { m_next[at] = at + 1; }

private:
    QList<qsizetype> m_next;
};

struct Counts
{
    qsizetype pairs = 0;
    qsizetype exact = 0;
    qsizetype mentions = 0; ///< of both layers
};

Counts countPairs(const Alignment &alignment)
{
    Counts counts;
    for (const AlignedPair &pair : alignment) {
        counts.exact += pair.fit == Fit::Exact ? 1 : 0;
        counts.pairs += pair.fit != Fit::Alone ? 1 : 0;
        counts.mentions += pair.fit != Fit::Alone ? 2 : 1;
    }
    return counts;
}

std::optional<double> f1(qsizetype pairs, qsizetype mentions)
{
    if (mentions == 0)
        return std::nullopt;
    return 2.0 * double(pairs) / double(mentions);
}

/// Labels of both layers for every place that one of them marks.
QList<QList<int>> spanLabels(const Layer &a, const Layer &b)
{
    Labels labels;
    const int notMarked = labels.number({});
    QList<int> first;
    QList<int> second;
    const auto put = [&](const Mention *mention, const Mention *other) {
        first.append(mention ? labels.number(mention->type) : notMarked);
        second.append(other ? labels.number(other->type) : notMarked);
    };
    for (const AlignedPair &pair : alignLayers(a, b)) {
        const Mention *mention = a.mentions.find(pair.a);
        const Mention *other = b.mentions.find(pair.b);
        if (pair.fit == Fit::Overlap) {
            put(mention, nullptr);
            put(nullptr, other);
        } else {
            put(mention, other);
        }
    }
    return {first, second};
}

} // namespace

Agreement measureAgreement(const QList<Token> &tokens, const Layer &a, const Layer &b, AgreementUnit unit)
{
    Agreement agreement;
    const Counts counts = countPairs(alignLayers(a, b, AlignBy::Type));
    agreement.f1Exact = f1(counts.exact, counts.mentions);
    agreement.f1Overlap = f1(counts.pairs, counts.mentions);
    Labels labels;
    const QList<int> first = labels.numbers(tokenLabels(tokens, a));
    const QList<int> second = labels.numbers(tokenLabels(tokens, b));
    agreement.kappa = cohenKappa(first, second);
    const QList<QList<int>> coders = unit == AgreementUnit::Token ? QList<QList<int>>{first, second} : spanLabels(a, b);
    agreement.alpha = krippendorffAlpha(coders);
    agreement.items = coders.first().size();
    return agreement;
}

QStringList tokenLabels(const QList<Token> &tokens, const Layer &layer)
{
    struct Rank
    {
        qsizetype covered = 0;
        const Mention *mention = nullptr;
    };
    QList<Rank> ranks;
    layer.mentions.forEach([&](const Mention &mention) {
        if (mention.isLive())
            ranks.append({coveredLength(mention.spans), &mention});
    });
    std::sort(ranks.begin(), ranks.end(), [](const Rank &x, const Rank &y) {
        return std::forward_as_tuple(y.covered, x.mention->extent().begin, x.mention->type)
             < std::forward_as_tuple(x.covered, y.mention->extent().begin, y.mention->type);
    });
    QStringList labels(tokens.size());
    Unfilled unfilled(tokens.size());
    for (const Rank &rank : std::as_const(ranks)) {
        for (const Span &span : rank.mention->spans) {
            const auto first = std::partition_point(tokens.cbegin(), tokens.cend(),
                                                    [&](const Token &token) { return token.span.end <= span.begin; });
            for (qsizetype at = unfilled.from(first - tokens.cbegin()); at < tokens.size() && tokens.at(at).span.begin < span.end;
                 at = unfilled.from(at)) {
                labels[at] = rank.mention->type;
                unfilled.fill(at);
            }
        }
    }
    return labels;
}

std::optional<double> cohenKappa(const QList<int> &a, const QList<int> &b)
{
    Q_ASSERT(a.size() == b.size());
    const qsizetype items = std::min(a.size(), b.size());
    QHash<int, qsizetype> usedByA;
    QHash<int, qsizetype> usedByB;
    qsizetype same = 0;
    for (qsizetype i = 0; i < items; ++i) {
        ++usedByA[a.at(i)];
        ++usedByB[b.at(i)];
        same += a.at(i) == b.at(i) ? 1 : 0;
    }
    if (items == 0 || (usedByA.size() == 1 && usedByB.size() == 1 && same == items))
        return std::nullopt;
    double expected = 0;
    for (auto it = usedByA.cbegin(); it != usedByA.cend(); ++it)
        expected += double(it.value()) * double(usedByB.value(it.key()));
    expected /= double(items) * double(items);
    return (double(same) / double(items) - expected) / (1 - expected);
}

std::optional<double> krippendorffAlpha(const QList<QList<int>> &coders)
{
    QMap<int, qsizetype> values; // of pairable units, by label
    double same = 0;             // the diagonal of the coincidence matrix
    qsizetype count = 0;
    QMap<int, qsizetype> unit;
    const qsizetype units = coders.isEmpty() ? 0 : coders.first().size();
    for (qsizetype i = 0; i < units; ++i) {
        unit.clear();
        qsizetype inUnit = 0;
        for (const QList<int> &coder : coders) {
            Q_ASSERT(coder.size() == units);
            if (coder.at(i) >= 0) {
                ++unit[coder.at(i)];
                ++inUnit;
            }
        }
        if (inUnit < 2)
            continue;
        for (auto it = unit.cbegin(); it != unit.cend(); ++it) {
            values[it.key()] += it.value();
            same += double(it.value()) * double(it.value() - 1) / double(inUnit - 1);
        }
        count += inUnit;
    }
    if (values.size() < 2)
        return std::nullopt;
    const double all = double(count);
    double sameByChance = 0; // times count * (count - 1)
    for (const qsizetype used : std::as_const(values))
        sameByChance += double(used) * double(used - 1);
    const double observed = (all - same) / all;
    const double expected = (all * (all - 1) - sameByChance) / (all * (all - 1));
    return 1 - observed / expected;
}

qint64 ConfusionMatrix::count(const QString &a, const QString &b) const
{
    const qsizetype side = types.size() + 1;
    const auto place = [&](const QString &type) {
        const qsizetype at = types.indexOf(type);
        return at < 0 ? side - 1 : at;
    };
    return counts.value(place(a) * side + place(b));
}

ConfusionMatrix confusion(const Layer &a, const Layer &b, const Alignment &alignment)
{
    QMap<QString, qsizetype> rows;
    for (const Layer *layer : {&a, &b}) {
        layer->mentions.forEach([&](const Mention &mention) {
            if (mention.isLive())
                rows.insert(mention.type, 0);
        });
    }
    ConfusionMatrix matrix;
    matrix.types = rows.keys();
    for (qsizetype i = 0; i < matrix.types.size(); ++i)
        rows[matrix.types.at(i)] = i;
    const qsizetype side = matrix.types.size() + 1;
    matrix.counts.resize(side * side);
    const auto row = [&](const Mention *mention) { return mention ? rows.value(mention->type, side - 1) : side - 1; };
    for (const AlignedPair &pair : alignment)
        ++matrix.counts[row(a.mentions.find(pair.a)) * side + row(b.mentions.find(pair.b))];
    return matrix;
}

} // namespace dateline
