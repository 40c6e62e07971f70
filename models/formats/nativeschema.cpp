// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeschema.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::NativeFormat)
};

enum class Value { Any, NotEmpty, Number, Time, Boolean, Fraction, Digest };

struct AttributeRule
{
    QString name;
    bool isRequired = false;
    Value value = Value::Any;
    QStringList words = {}; ///< the vocabulary; empty: free
};

struct ChildRule
{
    QString name;
    bool isSingle = false;
    bool isRequired = false;
};

struct ElementRule
{
    QList<AttributeRule> attributes;
    QList<ChildRule> children = {}; ///< in their order
    bool hasText = false;
    bool isUnordered = false;
    bool hasForeign = false;
};

using Rules = QHash<QString, ElementRule>;

QStringList words(QLatin1StringView list) { return QString(list).split(u' '); }

const Rules &rules()
{
    static const Rules table = [] {
        const AttributeRule by{u"by"_s};
        const AttributeRule at{u"at"_s, false, Value::Time};
        const AttributeRule id{u"id"_s, true, Value::NotEmpty};
        const AttributeRule type{u"type"_s, true, Value::NotEmpty};
        const AttributeRule start{u"start"_s, true, Value::Number};
        const AttributeRule end{u"end"_s, true, Value::Number};
        Rules r;
        r[u"annotatedArticle"_s] = {{{u"version"_s, true, Value::NotEmpty}},
                                    {{u"source"_s, true},
                                     {u"head"_s, true},
                                     {u"tagset"_s, true},
                                     {u"agents"_s, true},
                                     {u"text"_s, true, true},
                                     {u"layer"_s},
                                     {u"review"_s}},
                                    false,
                                    false,
                                    true};
        r[u"source"_s] = {{{u"href"_s}, {u"format"_s}, {u"encoding"_s}, {u"sha256"_s, false, Value::Digest}, {u"retrieved"_s}}};
        r[u"head"_s] = {{},
                        {{u"title"_s, true},
                         {u"published"_s, true},
                         {u"byline"_s, true},
                         {u"agency"_s, true},
                         {u"place"_s, true},
                         {u"url"_s, true},
                         {u"rights"_s, true},
                         {u"attribute"_s},
                         {u"event"_s}}};
        for (const QString &name : words("title published byline agency place url rights"_L1))
            r[name] = {{}, {}, true};
        r[u"attribute"_s] = {{{u"name"_s, true}, {u"value"_s, true}}};
        r[u"tagset"_s] = {{{u"id"_s, true}, {u"version"_s}}, {{u"type"_s}}};
        r[u"type"_s] = {{id, {u"name"_s}, {u"color"_s}}, {}, true};
        r[u"agents"_s] = {{}, {{u"agent"_s}}};
        r[u"agent"_s] = {
            {id, {u"uid"_s, true}, {u"kind"_s, true, Value::Any, words("detector human"_L1)}, {u"name"_s}, {u"version"_s}}};
        r[u"text"_s] = {{{u"unit"_s, true, Value::Any, words("codepoint"_L1)},
                         {u"length"_s, true, Value::Number},
                         {u"sha256"_s, false, Value::Digest}},
                        {{u"block"_s}, {u"structure"_s}}};
        r[u"block"_s] = {
            {start,
             {u"kind"_s, true, Value::Any, words("headline lede byline crosshead paragraph quote caption listitem other"_L1)},
             {u"xml:space"_s, false, Value::Any, words("default preserve"_L1)}},
            {},
            true};
        r[u"structure"_s] = {{{u"kind"_s, true, Value::Any, words("dateline byline agency"_L1)}, start, end}};
        r[u"layer"_s] = {{id,
                          {u"uid"_s},
                          by,
                          {u"stage"_s, true, Value::Any, words("suggested draft submitted returned approved adjudicated"_L1)},
                          {u"started"_s, false, Value::Time},
                          {u"modified"_s, false, Value::Time},
                          {u"from"_s}},
                         {{u"event"_s}, {u"entity"_s}, {u"mention"_s}, {u"relation"_s}},
                         false,
                         false,
                         true};
        r[u"entity"_s] = {{id, type, {u"name"_s, true}}, {{u"link"_s, true}, {u"attribute"_s}, {u"note"_s}, {u"event"_s}}};
        r[u"mention"_s] = {
            {id,
             type,
             {u"entity"_s},
             {u"status"_s, true, Value::Any, words("suggested accepted rejected withdrawn"_L1)},
             {u"origin"_s},
             {u"confidence"_s, false, Value::Fraction},
             {u"unsure"_s, false, Value::Boolean},
             {u"why"_s}},
            {{u"span"_s, false, true}, {u"value"_s, true}, {u"link"_s, true}, {u"attribute"_s}, {u"note"_s}, {u"event"_s}}};
        r[u"span"_s] = {{start, end}, {}, true};
        r[u"value"_s] = {{{u"norm"_s, true}}};
        r[u"link"_s] = {{{u"href"_s, true}}};
        r[u"note"_s] = {{by, at}, {}, true};
        r[u"event"_s] = {{by, at, {u"action"_s, true}, {u"from"_s}, {u"to"_s}}};
        r[u"relation"_s] = {{id, type, {u"from"_s, true, Value::NotEmpty}, {u"to"_s, true, Value::NotEmpty}}};
        r[u"review"_s] = {{{u"of"_s, true, Value::NotEmpty}, by, {u"started"_s, false, Value::Time}},
                          {{u"verdict"_s}, {u"comment"_s}, {u"proposal"_s}},
                          false,
                          true,
                          true};
        r[u"verdict"_s] = {
            {{u"mention"_s, true, Value::NotEmpty}, {u"decision"_s, true, Value::Any, words("approve return"_L1)}, by, at},
            {},
            true};
        r[u"comment"_s] = {{id, {u"mention"_s}, {u"proposal"_s}, {u"parent"_s}, by, at}, {}, true};
        r[u"proposal"_s] = {{id, by, at}, {{u"mention"_s, true, true}}};
        return r;
    }();
    return table;
}

QStringList actionsIn(const QString &parent)
{
    if (parent == u"mention")
        return words("accept reject retype move link normalise group withdraw restore add note unsure attribute"_L1);
    if (parent == u"entity")
        return words("rename retype merge split link note attribute"_L1);
    if (parent == u"layer")
        return words("submit return approve adjudicate"_L1);
    if (parent == u"head")
        return words("property text"_L1);
    return {};
}

bool fits(const QString &value, Value kind)
{
    bool isOk = false;
    switch (kind) {
    case Value::Any:
        return true;
    case Value::NotEmpty:
        return !value.isEmpty();
    case Value::Number:
        return value.toLongLong(&isOk) >= 0 && isOk && !value.startsWith(u'+');
    case Value::Time:
        return fromIsoUtc(value).isValid();
    case Value::Boolean:
        return value == u"true" || value == u"false" || value == u"1" || value == u"0";
    case Value::Fraction: {
        const double number = value.toDouble(&isOk);
        return isOk && number >= 0 && number <= 1;
    }
    case Value::Digest:
        return value.size() == 64 && std::all_of(value.begin(), value.end(), [](QChar c) {
                   return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
               });
    }
    return true;
}

QString shortened(const QString &value) { return value.size() > 60 ? value.left(59) + u'…' : value; }

void checkAttributes(const QString &name, const QString &parent, const ElementRule &rule, const QXmlStreamAttributes &attributes,
                     QStringList &problems)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QString key = attribute.qualifiedName().toString();
        const auto known = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                                        [&key](const AttributeRule &candidate) { return candidate.name == key; });
        if (known == rule.attributes.end()) {
            const bool isForeignOfRoot = parent.isEmpty() && !attribute.namespaceUri().isEmpty();
            if (!isForeignOfRoot)
                problems.append(
                    Messages::tr("<%1> has the unknown attribute “%2”, which is left out.").arg(name, shortened(key)));
            continue;
        }
        const QString value = attribute.value().toString();
        const QStringList vocabulary = name == u"event" && key == u"action" ? actionsIn(parent) : known->words;
        if (!vocabulary.isEmpty() && !vocabulary.contains(value))
            problems.append(Messages::tr("<%1 %2=\"%3\">: the value is not one of %4.")
                                .arg(name, key, shortened(value), vocabulary.join(u", "_s)));
        else if (!fits(value, known->value))
            problems.append(Messages::tr("<%1 %2=\"%3\">: the value is not valid.").arg(name, key, shortened(value)));
    }
    for (const AttributeRule &required : rule.attributes) {
        const bool isThere = std::any_of(attributes.begin(), attributes.end(), [&required](const QXmlStreamAttribute &attribute) {
            return attribute.qualifiedName() == required.name;
        });
        if (required.isRequired && !isThere)
            problems.append(Messages::tr("<%1> lacks the attribute “%2”.").arg(name, required.name));
    }
}

} // namespace

QStringList NativeSchema::enter(QStringView name, const QXmlStreamAttributes &attributes)
{
    QStringList problems;
    const QString own = name.toString();
    const QString parent = current();
    Level level{own, nullptr, -1, {}, false};
    const auto rule = rules().constFind(own);
    bool isExpected = m_stack.isEmpty();
    if (!m_stack.isEmpty()) {
        Level &above = m_stack.last();
        const auto *aboveRule = static_cast<const ElementRule *>(above.rule);
        if (!aboveRule) {
            m_stack.append(level);
            return {};
        }
        for (int i = 0; i < aboveRule->children.size(); ++i) {
            const ChildRule &child = aboveRule->children[i];
            if (child.name != own)
                continue;
            isExpected = true;
            if (i < above.reached && !aboveRule->isUnordered && !above.isOutOfOrder) {
                above.isOutOfOrder = true;
                problems.append(Messages::tr("<%1> stands too late in <%2>.").arg(own, parent));
            }
            above.reached = std::max(above.reached, i);
            if (child.isSingle && above.seen.contains(own))
                problems.append(Messages::tr("<%1> stands more than once in <%2>.").arg(own, parent));
            if ((child.isSingle || child.isRequired) && !above.seen.contains(own))
                above.seen.append(own);
            break;
        }
    }
    if (!isExpected || rule == rules().constEnd()) {
        problems.append(Messages::tr("<%1> is not known in <%2> and is left out.").arg(shortened(own), parent));
    } else {
        level.rule = &*rule;
        checkAttributes(own, parent, *rule, attributes, problems);
    }
    m_stack.append(level);
    return problems;
}

QStringList NativeSchema::leave()
{
    QStringList problems;
    if (m_stack.isEmpty())
        return problems;
    const Level level = m_stack.takeLast();
    if (const auto *rule = static_cast<const ElementRule *>(level.rule)) {
        for (const ChildRule &child : rule->children) {
            if (child.isRequired && !level.seen.contains(child.name))
                problems.append(Messages::tr("<%1> lacks a <%2>.").arg(level.name, child.name));
        }
    }
    return problems;
}

bool NativeSchema::allowsText() const
{
    if (m_stack.isEmpty() || !m_stack.last().rule)
        return true;
    return static_cast<const ElementRule *>(m_stack.last().rule)->hasText;
}

bool NativeSchema::allowsForeign() const
{
    return !m_stack.isEmpty() && m_stack.last().rule && static_cast<const ElementRule *>(m_stack.last().rule)->hasForeign;
}

} // namespace dateline
