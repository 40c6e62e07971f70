// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/model.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Tagger)
};

constexpr qint64 MaxBytes = 256LL * 1024 * 1024;

/// The part as elements of `T`; empty when it does not lie in the file.
template<typename T>
std::span<const T> partOf(QByteArrayView bytes, const ModelPart &part)
{
    const auto size = quint64(bytes.size());
    if (part.offset % 16 != 0 || part.size % sizeof(T) != 0 || part.offset > size || part.size > size - part.offset)
        return {};
    return {reinterpret_cast<const T *>(bytes.data() + part.offset), size_t(part.size / sizeof(T))};
}

bool areFinite(const std::vector<float> &values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

} // namespace

TaggerModel::TaggerModel() = default;
TaggerModel::~TaggerModel() = default;

QString TaggerModel::shippedPath() { return QCoreApplication::applicationDirPath() + "/../share/dateline/news.tagger"_L1; }

Result<std::shared_ptr<const TaggerModel>> TaggerModel::open(const QString &path)
{
    std::shared_ptr<TaggerModel> model(new TaggerModel);
    model->m_file = std::make_unique<QFile>(path);
    QFile &file = *model->m_file;
    if (!file.exists())
        return Error{ErrorKind::NotFound, Messages::tr("There is no such file."), path, 0};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable, Messages::tr("It cannot be read: %1.").arg(file.errorString()), path, 0};
    const qint64 size = file.size();
    if (size == 0)
        return Error{ErrorKind::Empty, Messages::tr("The model is empty; train it again."), path, 0};
    if (size > MaxBytes)
        return Error{ErrorKind::TooLarge, Messages::tr("This is too large to be a model."), path, 0};
    const uchar *bytes = file.map(0, size);
    if (!bytes)
        return Error{ErrorKind::Unreadable, Messages::tr("It cannot be read: %1.").arg(file.errorString()), path, 0};
    if (const Result<void> read = model->read(QByteArrayView(reinterpret_cast<const char *>(bytes), size), path); !read)
        return read.error();
    return std::shared_ptr<const TaggerModel>(std::move(model));
}

Result<std::shared_ptr<const TaggerModel>> TaggerModel::fromBytes(const QByteArray &bytes, const QString &name)
{
    std::shared_ptr<TaggerModel> model(new TaggerModel);
    model->m_bytes = bytes;
    if (const Result<void> read = model->read(model->m_bytes, name); !read)
        return read.error();
    return std::shared_ptr<const TaggerModel>(std::move(model));
}

Result<void> TaggerModel::read(QByteArrayView bytes, const QString &name)
{
    const auto malformed = [&](const QString &message) { return Error{ErrorKind::Malformed, message, name, 0}; };
    const QString damaged = Messages::tr("The model is damaged or cut short; install or train it again.");
    ModelHeader header;
    const bool hasMagic = bytes.size() >= qsizetype(header.magic.size())
                       && std::equal(header.magic.begin(), header.magic.end(), bytes.begin());
    if (!hasMagic)
        return malformed(Messages::tr("This is no model of Dateline's tagger."));
    if (bytes.size() < qsizetype(sizeof(ModelHeader)))
        return malformed(damaged);
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (header.version > ModelHeader::Version)
        return Error{ErrorKind::Unsupported, Messages::tr("The model was made by a later version of Dateline; update Dateline."),
                     name, 0};
    if (header.version == ModelHeader::Version && header.featureVersion != ModelHeader::FeatureVersion)
        return Error{ErrorKind::Unsupported,
                     Messages::tr("The model was trained by another version of Dateline; train it again."), name, 0};
    if (QSysInfo::ByteOrder != QSysInfo::LittleEndian)
        return Error{ErrorKind::Unsupported, Messages::tr("Models are read on little-endian machines only."), name, 0};
    if (header.fileSize != quint64(bytes.size()) || header.checksum != modelChecksum(bytes.data(), size_t(bytes.size())))
        return malformed(damaged);
    if (header.version != ModelHeader::Version || !readParts(bytes, header))
        return malformed(damaged);
    m_checksum = header.checksum;
    return {};
}

bool TaggerModel::readParts(QByteArrayView bytes, const ModelHeader &header)
{
    const std::span<const char> names = partOf<char>(bytes, header.types);
    const QStringList types = QString::fromUtf8(names.data(), qsizetype(names.size())).split(u'\n', Qt::SkipEmptyParts);
    const bool isTypeCountGood = header.typeCount > 0 && header.typeCount <= quint32(TaggerLabels::MaxTypes)
                              && types.size() == qsizetype(header.typeCount);
    if (!isTypeCountGood || !std::isfinite(header.scale) || header.scale <= 0)
        return false;
    m_labels = TaggerLabels(types);
    m_scale = header.scale;
    m_transitions = CrfTransitions(m_labels.typeCount());
    std::span<const float> floats = partOf<float>(bytes, header.transitions);
    if (floats.size() != m_transitions.edges.size() + m_transitions.inside.size() + m_transitions.first.size())
        return false;
    for (std::vector<float> *values : {&m_transitions.edges, &m_transitions.inside, &m_transitions.first}) {
        std::copy_n(floats.begin(), values->size(), values->begin());
        floats = floats.subspan(values->size());
        if (!areFinite(*values))
            return false;
    }
    const auto clusters = partOf<ClusterTable::Slot>(bytes, header.clusters);
    const auto slots = partOf<WeightTable::Slot>(bytes, header.slots);
    const auto pool = partOf<quint8>(bytes, header.pool);
    const bool areClustersGood = clusters.empty() ? header.clusters.size == 0 : std::has_single_bit(clusters.size());
    if (!areClustersGood || slots.empty() || pool.empty())
        return false;
    m_clusters = ClusterTable(clusters);
    m_weights = WeightTable(slots, pool, size_t(m_labels.stride()));
    for (const CalibrationPoint &point : partOf<CalibrationPoint>(bytes, header.calibration)) {
        const bool isGood = point.raw >= 0 && point.raw <= 1 && point.right >= 0 && point.right <= 1;
        if (!isGood || (!m_calibration.empty() && point.raw <= m_calibration.back().raw))
            return false;
        m_calibration.push_back(point);
    }
    return true;
}

float TaggerModel::calibrated(float probability) const { return calibratedBy(m_calibration, probability); }

} // namespace dateline
