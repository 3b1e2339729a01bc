// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "goalsheet/message.hpp"

namespace goalsheet {

/// The world failed us: no such file, disk full, not a goal sheet at all.
/// `path` is as the user gave it; the message says what to do next.
struct Fault {
    std::string path;
    Message message;
    std::string rule = {};  ///< name of the rule that says the same of an input (no-sheet-found), or empty
};

/// A value, or the reason there is none. Oddities of a sheet are remarks or findings, never faults.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Fault fault) : state_(std::move(fault)) {}

    explicit operator bool() const { return std::holds_alternative<T>(state_); }
    T& operator*() { return std::get<T>(state_); }
    const T& operator*() const { return std::get<T>(state_); }
    T* operator->() { return &std::get<T>(state_); }
    const T* operator->() const { return &std::get<T>(state_); }
    const Fault& fault() const { return std::get<Fault>(state_); }

private:
    std::variant<T, Fault> state_;
};

}  // namespace goalsheet
