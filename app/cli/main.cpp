// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <QCoreApplication>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace dateline::cli;

namespace {

struct Entry
{
    QLatin1StringView name;
    int (*run)(const QStringList &);
};

constexpr Entry Commands[] = {
    {"annotate"_L1, annotateCommand}, {"convert"_L1, convertCommand}, {"validate"_L1, validateCommand},
    {"history"_L1, historyCommand},   {"stats"_L1, statsCommand},     {"compare"_L1, compareCommand},
    {"merge"_L1, mergeCommand},       {"split"_L1, splitCommand},     {"train"_L1, trainCommand},
    {"evaluate"_L1, evaluateCommand},
};

QString help()
{
    return Text::tr("Usage: dateline-cli COMMAND [options] INPUT…\n"
                    "\n"
                    "Finds who and what news articles name, and works with the annotated XML.\n"
                    "\n"
                    "Commands:\n"
                    "  annotate   detect entities in articles, write annotated XML or JSON lines\n"
                    "  convert    from one format into another, and what is lost by it\n"
                    "  validate   check annotated files and list all problems\n"
                    "  history    who did what when in an annotated file\n"
                    "  stats      counts by type, status, annotator and entity\n"
                    "  compare    differences and agreement of annotators\n"
                    "  merge      the layers of several files of one article into one file\n"
                    "  split      each layer of a file into a file of its own\n"
                    "  train      a model of your own from annotated articles\n"
                    "  evaluate   how right the suggestions are on annotated articles\n"
                    "\n"
                    "  --help     this text; after a command, that command's\n"
                    "  --version  the version\n"
                    "\n"
                    "Exit status: 0 done, 1 some inputs failed, 2 wrong usage.\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic met the mayor of Lisbon on Monday.\" | dateline-cli annotate -\n");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"dateline-cli"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(DATELINE_VERSION));
    // A reader that went away is a failed write with a status, not a death by signal.
    std::signal(SIGPIPE, SIG_IGN);

    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        reportUsage(Text::tr("A command is missing."), {});
        return WrongUsage;
    }
    const QString first = arguments.takeFirst();
    if (first == "--help"_L1 || first == "-h"_L1) {
        printOut(help().toUtf8());
        return Done;
    }
    if (first == "--version"_L1) {
        printVersion();
        return Done;
    }
    for (const Entry &entry : Commands) {
        if (first == entry.name) {
            const int status = entry.run(arguments);
            return status == Done && !isOutputGood() ? SomeFailed : status;
        }
    }
    reportUsage(first.startsWith(u'-') ? Text::tr("Unknown option \"%1\".").arg(first)
                                       : Text::tr("Unknown command \"%1\".").arg(first),
                {});
    return WrongUsage;
}
