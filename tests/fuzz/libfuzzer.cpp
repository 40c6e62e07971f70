// SPDX-License-Identifier: Apache-2.0
// The entry of libFuzzer. DATELINE_FUZZ_TARGET is the target's name; with DATELINE_FUZZ_SEEDS in the
// environment its seeds are written into that folder first.
#include "targets.h"

#include <QDir>
#include <QFile>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const QString folder = qEnvironmentVariable("DATELINE_FUZZ_SEEDS");
    if (folder.isEmpty())
        return 0;
    QDir().mkpath(folder);
    int number = 0;
    for (const QByteArray &seed : dateline::fuzz::targetNamed(DATELINE_FUZZ_TARGET)->seeds()) {
        QFile file(QDir(folder).filePath(QStringLiteral("seed%1").arg(++number)));
        if (file.open(QIODevice::WriteOnly))
            file.write(seed);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const dateline::fuzz::Target *const target = dateline::fuzz::targetNamed(DATELINE_FUZZ_TARGET);
    // A copy of its own: the sanitizer then sees every byte beyond it.
    target->run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
