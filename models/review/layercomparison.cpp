// SPDX-License-Identifier: Apache-2.0
#include "review/layercomparison.h"

namespace dateline {

LayerComparison compareLayers(const QList<Token> &tokens, const Layer &a, const Layer &b)
{
    return {a, b, differences(a, b), measureAgreement(tokens, a, b, AgreementUnit::Span)};
}

Layer differingPart(const LayerComparison &comparison)
{
    Layer part = comparison.b;
    part.mentions = MentionStore();
    for (const Difference &difference : comparison.differences) {
        if (const Mention *mention = comparison.b.mentions.find(difference.b))
            part.mentions.insert(*mention);
    }
    return part;
}

} // namespace dateline
