// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"
#include "detection/tagger/labels.h"
#include "detection/tagger/model.h"

#include <memory>
#include <vector>

namespace dateline {

/// What spoke most for a name.
enum class TaggerBasis : quint8 { Word, Before, After, Run, Elsewhere, Entry };

/// A name that a tagger read: tokens [begin, end).
struct TaggedName
{
    qsizetype begin = 0;
    qsizetype end = 0;
    int type = 0;          ///< among the tagger's types
    float probability = 0; ///< that span and type are right, as the model has it
    TaggerBasis basis = TaggerBasis::Word;
    qsizetype evidence = 0; ///< the token to quote for it
};

/// What a tagger says of an article.
struct Tagging
{
    std::vector<TaggedName> names; ///< in order, without overlaps
    /// By token: of "outside", then of each type, whatever the position. They sum to one.
    std::vector<float> probabilities;
};

/// Labels the tokens of an article. Stages know taggers only by this: another one takes the place of the
/// shipped one without them. Immutable, shared by threads.
class SequenceTagger
{
public:
    virtual ~SequenceTagger() = default;
    /// Codes of the types ("PERSON").
    [[nodiscard]] virtual const QStringList &types() const = 0;
    /// `candidates`: what the gazetteer found. Empty when stopped. Time grows with the article.
    [[nodiscard]] virtual Tagging tag(const AnalysedArticle &article, const Candidates &candidates,
                                      const std::stop_token &stop) const = 0;
    /// The share of names with this probability that is right.
    [[nodiscard]] virtual float calibrated(float probability) const = 0;
};

/// The linear-chain conditional random field of a TaggerModel.
class CrfTagger : public SequenceTagger
{
public:
    explicit CrfTagger(std::shared_ptr<const TaggerModel> model) : m_model(std::move(model)) { }
    [[nodiscard]] const QStringList &types() const override { return m_model->labels().types(); }
    [[nodiscard]] Tagging tag(const AnalysedArticle &article, const Candidates &candidates,
                              const std::stop_token &stop) const override;
    [[nodiscard]] float calibrated(float probability) const override { return m_model->calibrated(probability); }

private:
    std::shared_ptr<const TaggerModel> m_model;
};

} // namespace dateline
