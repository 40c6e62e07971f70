// SPDX-License-Identifier: Apache-2.0
// The format's words for statuses, stages, kinds of agents and decisions.
#include "annotation/layer.h"
#include "annotation/review.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

template<typename Kind, std::size_t N>
QString nameOf(const std::array<std::pair<Kind, QLatin1String>, N> &table, Kind kind)
{
    for (const auto &[value, name] : table) {
        if (value == kind)
            return name;
    }
    Q_UNREACHABLE();
    return {};
}

template<typename Kind, std::size_t N>
std::optional<Kind> kindOf(const std::array<std::pair<Kind, QLatin1String>, N> &table, QStringView name)
{
    for (const auto &[value, word] : table) {
        if (name == word)
            return value;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<Status, QLatin1String>, 4> Statuses{{
    {Status::Suggested, "suggested"_L1},
    {Status::Accepted, "accepted"_L1},
    {Status::Rejected, "rejected"_L1},
    {Status::Withdrawn, "withdrawn"_L1},
}};

constexpr std::array<std::pair<Stage, QLatin1String>, 6> Stages{{
    {Stage::Suggested, "suggested"_L1},
    {Stage::Draft, "draft"_L1},
    {Stage::Submitted, "submitted"_L1},
    {Stage::Returned, "returned"_L1},
    {Stage::Approved, "approved"_L1},
    {Stage::Adjudicated, "adjudicated"_L1},
}};

constexpr std::array<std::pair<AgentKind, QLatin1String>, 2> AgentKinds{{
    {AgentKind::Detector, "detector"_L1},
    {AgentKind::Human, "human"_L1},
}};

constexpr std::array<std::pair<Decision, QLatin1String>, 2> Decisions{{
    {Decision::Approve, "approve"_L1},
    {Decision::Return, "return"_L1},
}};

} // namespace

QString toName(Status status) { return nameOf(Statuses, status); }
std::optional<Status> statusFromName(QStringView name) { return kindOf(Statuses, name); }
QString toName(Stage stage) { return nameOf(Stages, stage); }
std::optional<Stage> stageFromName(QStringView name) { return kindOf(Stages, name); }
QString toName(AgentKind kind) { return nameOf(AgentKinds, kind); }
std::optional<AgentKind> agentKindFromName(QStringView name) { return kindOf(AgentKinds, name); }
QString toName(Decision decision) { return nameOf(Decisions, decision); }
std::optional<Decision> decisionFromName(QStringView name) { return kindOf(Decisions, name); }

} // namespace dateline
