// SPDX-License-Identifier: Apache-2.0
#include "detectorchoice.h"

#include "console.h"
#include "detection/detector.h"
#include "detection/tagger/tagger.h"

using namespace Qt::StringLiterals;

namespace dateline::cli {

Result<std::unique_ptr<const Detector>> detectorFor(const QString &model)
{
    if (model.isEmpty()) {
        auto detector = std::make_unique<const Detector>();
        if (detector->modelError())
            report(*detector->modelError());
        return detector;
    }
    if (model == "none"_L1)
        return std::make_unique<const Detector>(nullptr);
    const Result<std::shared_ptr<const TaggerModel>> opened = TaggerModel::open(model);
    if (!opened)
        return opened.error();
    return std::make_unique<const Detector>(std::make_shared<const CrfTagger>(opened.value()));
}

} // namespace dateline::cli
