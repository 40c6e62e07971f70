// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"

#include "detection/dateparser.h"
#include "detection/stages.h"
#include "detection/taggerstage.h"

#include <QCryptographicHash>
#include <QSet>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

struct Detector::Data
{
    const Gazetteer &gazetteer = Gazetteer::builtIn();
    std::vector<std::unique_ptr<const DetectionStage>> stages;
    TaggerTypes types;
    std::optional<Error> modelError;
};

namespace {

/// The model that stands beside the program, opened once.
const Result<std::shared_ptr<const TaggerModel>> &shippedModel()
{
    static const Result<std::shared_ptr<const TaggerModel>> model = TaggerModel::open(TaggerModel::shippedPath());
    return model;
}

std::shared_ptr<const SequenceTagger> shippedTagger()
{
    return shippedModel() ? std::make_shared<const CrfTagger>(shippedModel().value()) : nullptr;
}

} // namespace

Detector::Detector() : Detector(shippedTagger())
{
    if (!shippedModel())
        d->modelError = shippedModel().error();
}

Detector::Detector(std::shared_ptr<const SequenceTagger> tagger) : d(std::make_unique<Data>())
{
    auto &stages = d->stages;
    stages.push_back(std::make_unique<WatchlistStage>());
    stages.push_back(std::make_unique<GazetteerStage>());
    stages.push_back(std::make_unique<DateStage>());
    stages.push_back(std::make_unique<AmountStage>());
    stages.push_back(std::make_unique<OrganisationStage>());
    if (tagger)
        d->types = TaggerTypes(tagger->types());
    // What these stages would propose the tagger would replace.
    if (!d->types.has(EntityType::Person) || !d->types.has(EntityType::Place) || !d->types.has(EntityType::Organisation))
        stages.push_back(std::make_unique<NameStage>());
    if (!d->types.has(EntityType::Event) || !d->types.has(EntityType::Group) || !d->types.has(EntityType::Product))
        stages.push_back(std::make_unique<EventStage>());
    if (tagger) {
        stages.push_back(std::make_unique<TaggerStage>(std::move(tagger), d->types));
    }
    stages.push_back(std::make_unique<DocumentStage>());
    stages.push_back(std::make_unique<ChoiceStage>());
    stages.push_back(std::make_unique<RoleStage>());
    stages.push_back(std::make_unique<EntityStage>());
}

const std::optional<Error> &Detector::modelError() const { return d->modelError; }

Detector::~Detector() = default;

QString Detector::version() { return QStringLiteral(DATELINE_VERSION); }

Agent Detector::agent()
{
    Agent agent;
    agent.uid = u"dateline-detector"_s;
    agent.kind = AgentKind::Detector;
    agent.name = u"Dateline"_s;
    agent.version = version();
    return agent;
}

namespace {

double confidenceOf(const Candidate &candidate)
{
    return candidate.probability >= 0 ? std::round(double(candidate.probability) * 100) / 100 : confidenceOf(candidate.rule);
}

/// A name for an entity: its longest mention, in capitals only when it never stands otherwise.
bool isBetterName(QStringView candidate, QStringView present)
{
    const auto isLoud = [](QStringView text) { return text.size() > 1 && text.toString() == text.toString().toUpper(); };
    if (present.isEmpty())
        return true;
    if (isLoud(candidate) != isLoud(present))
        return candidate.size() > present.size() ? !isLoud(candidate) || candidate.size() > present.size() + 4
                                                 : isLoud(present) && candidate.size() == present.size();
    return candidate.size() > present.size();
}

QString layerUid(const ArticleText &text, const DetectionOptions &options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {text.digest(), Detector::version(), options.published, options.language}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\n"));
    }
    for (const auto &list : options.watchlists)
        hash.addData(QByteArray::number(list->fingerprint()) + list->name().toUtf8() + '\n');
    return u"dateline-"_s + QString::fromLatin1(hash.result().toHex().left(24));
}

/// The link that the gazetteer has for exactly these words in that type, whoever proposed them.
QString knownLink(const AnalysedArticle &article, const Candidate &candidate)
{
    const Gazetteer &gazetteer = article.gazetteer();
    quint32 node = 0;
    for (qsizetype i = candidate.begin; i < candidate.end; ++i) {
        node = article.at(i).word ? gazetteer.step(node, article.at(i).word) : 0;
        if (!node)
            return {};
    }
    for (qint32 at = gazetteer.entriesAt(node); at >= 0; at = gazetteer.entry(at).next) {
        const Gazetteer::Entry &entry = gazetteer.entry(at);
        if (entry.type == candidate.type && entry.link)
            return gazetteer.link(entry);
    }
    return {};
}

/// What the list says about an entity, and why it was suggested.
void describe(Entity &entity, Mention &mention, const Watchlist &list, quint32 index)
{
    const Watchlist::Entry entry = list.entry(index);
    mention.type = entry.type;
    mention.why = reasonFor(Rule::Watchlist, list.name(), 0);
    entity.type = entry.type;
    entity.name = entry.name;
    entity.link = entry.link;
    if (!entry.note.isEmpty() && entity.attributes.isEmpty())
        entity.attributes.append({u"note"_s, entry.note});
}

} // namespace

Layer Detector::detect(const ArticleText &text, const DetectionOptions &options, const std::stop_token &stop) const
{
    Layer layer;
    layer.info.stage = dateline::Stage::Suggested;
    layer.info.uid = layerUid(text, options);
    if (stop.stop_requested())
        return layer;
    AnalysedArticle article(text, d->gazetteer, options.published);
    article.setWatchlists(options.watchlists);
    Candidates candidates;
    for (const auto &stage : d->stages) {
        stage->run(article, candidates, stop);
        if (stop.stop_requested())
            return layer;
    }
    // Entities that a watchlist names keep its name for them.
    QSet<EntityId> listedEntities;
    for (const Candidate &candidate : candidates) {
        if (candidate.list >= 0)
            listedEntities.insert(candidate.entity);
    }
    MentionId id = 1;
    for (const Candidate &candidate : candidates) {
        const Span span{article.at(candidate.begin).span.begin, article.at(candidate.end - 1).span.end};
        Mention mention;
        mention.id = id++;
        mention.type = d->types.idOf(candidate.type);
        mention.entity = candidate.entity;
        mention.confidence = confidenceOf(candidate);
        mention.spans = {span};
        mention.norm = candidate.norm;
        const QStringView evidence = candidate.evidence >= 0 ? article.word(candidate.evidence) : QStringView();
        const qsizetype at = candidate.evidence >= 0 ? article.at(candidate.evidence).span.begin : span.begin;
        mention.why = reasonFor(candidate.rule, evidence, text.offsets().lineColumn(at).line);
        if (candidate.entity) {
            Entity &entity = layer.entities[candidate.entity];
            entity.id = candidate.entity;
            entity.type = mention.type;
            const QStringView name = text.view(span);
            if (candidate.list >= 0)
                describe(entity, mention, *options.watchlists.at(candidate.list), candidate.listed);
            else if (!listedEntities.contains(candidate.entity) && isBetterName(name, entity.name))
                entity.name = name.toString();
            if (candidate.list < 0 && entity.link.isEmpty() && !listedEntities.contains(candidate.entity))
                entity.link = knownLink(article, candidate);
        }
        layer.mentions.insert(mention);
    }
    return layer;
}

QString normaliseDate(QStringView expression, const QString &published)
{
    const NormalisedText normalised = normaliseText(expression.toString());
    const ArticleText text(normalised.text, {}, {});
    const AnalysedArticle article(text, Gazetteer::builtIn(), published);
    if (article.size() == 0 || article.size() > 32)
        return {};
    const DateParser parser(article, true);
    const DateParser::Match match = parser.parse(0);
    return match.end == article.size() ? match.norm : QString();
}

} // namespace dateline
