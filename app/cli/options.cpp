// SPDX-License-Identifier: Apache-2.0
#include "command.h"

using namespace Qt::StringLiterals;

namespace dateline::cli {

Options::Options(const QString &command, const QString &help) : m_command(command), m_help(help)
{
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    m_parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
    m_parser.addOption(QCommandLineOption(u"version"_s));
}

void Options::addFlag(const QString &name) { m_parser.addOption(QCommandLineOption(name)); }

void Options::addValue(const QStringList &names) { m_parser.addOption(QCommandLineOption(names, {}, u"VALUE"_s)); }

std::optional<int> Options::parse(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{u"dateline-cli"_s} + arguments))
        return wrong(m_parser.errorText());
    if (m_parser.isSet(u"help"_s)) {
        printOut(m_help.toUtf8());
        return Done;
    }
    if (m_parser.isSet(u"version"_s)) {
        printVersion();
        return Done;
    }
    return std::nullopt;
}

int Options::wrong(const QString &message) const
{
    reportUsage(message, m_command);
    return WrongUsage;
}

void printVersion() { printLine(u"dateline-cli "_s + QString::fromLatin1(DATELINE_VERSION)); }

} // namespace dateline::cli
