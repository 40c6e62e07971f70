// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace dateline {

/// Why an expected operation did not happen. Decides what the window offers next.
enum class ErrorKind {
    NotFound,    ///< no such file
    Unreadable,  ///< exists, but cannot be read (permissions, a folder, I/O error)
    Unwritable,  ///< cannot be written (permissions, full disk, vanished folder)
    Binary,      ///< not text
    Empty,       ///< nothing in it
    TooLarge,    ///< over a stated limit
    Malformed,   ///< breaks its format
    Unsupported, ///< well formed, but of a kind or version that this program does not read
    Conflict,    ///< does not fit the present state (an edit's "before" differs)
    Cancelled,   ///< the user or the program asked to stop
    Usage,       ///< wrong arguments
};

/// An expected failure: kind, a translated sentence that says what is wrong and what to do,
/// and the place. `line` counts from 1; 0 means none.
struct Error
{
    ErrorKind kind = ErrorKind::Malformed;
    QString message;
    QString file;
    qint64 line = 0;

    /// "FILE:LINE: message", leaving out what is not known.
    [[nodiscard]] QString toString() const
    {
        QString where = file;
        if (line > 0)
            where += QStringLiteral(":%1").arg(line);
        return where.isEmpty() ? message : where + QStringLiteral(": ") + message;
    }
};

/// A value or an Error, never both. No exceptions: look with isOk() before value().
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { } // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }
    /// Pre: isOk().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    /// Pre: !isOk().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { } // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace dateline
