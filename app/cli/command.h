// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "console.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace dateline::cli {

/// The options of one command over QCommandLineParser: `--help` and `--version` everywhere, wrong
/// usage reported on standard error. Help texts are written by hand to fit a screen.
class Options
{
public:
    Options(const QString &command, const QString &help);

    void addFlag(const QString &name);
    /// `names`: "o" and "output" mean the same.
    void addValue(const QStringList &names);

    /// An exit status when there is nothing to do: help or version was shown, or the usage is
    /// wrong. `arguments` without the program and the command.
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);
    [[nodiscard]] int wrong(const QString &message) const;

    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] QStringList inputs() const { return m_parser.positionalArguments(); }

private:
    QCommandLineParser m_parser;
    QString m_command;
    QString m_help;
};

void printVersion();

int annotateCommand(const QStringList &arguments);
int convertCommand(const QStringList &arguments);
int validateCommand(const QStringList &arguments);
int historyCommand(const QStringList &arguments);
int statsCommand(const QStringList &arguments);
int compareCommand(const QStringList &arguments);
int mergeCommand(const QStringList &arguments);
int splitCommand(const QStringList &arguments);
int trainCommand(const QStringList &arguments);
int evaluateCommand(const QStringList &arguments);

} // namespace dateline::cli
