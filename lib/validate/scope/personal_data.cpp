// SPDX-License-Identifier: MIT
#include "validate/scope/personal_data.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"

namespace goalsheet::rules {
namespace {

using DataKind = PersonalData::Kind;

constexpr std::array<std::string_view, 4> kExtension = {"内線", "（内）", "(内)", "内線番号"};
constexpr std::array<std::string_view, 6> kNumbers = {"個人番号", "マイナンバー", "生年月日",
                                                      "口座番号", "被保険者番号", "住民票コード"};
constexpr std::array<std::string_view, 4> kSecrets = {"パスワード", "ﾊﾟｽﾜｰﾄﾞ", "ログインID", "暗証番号"};
constexpr std::array<std::string_view, 7> kRoles = {"担当者", "作成者", "記入者", "入力者", "連絡先", "起案者", "文責"};
template <std::size_t... kSizes>
constexpr auto join_lists(const std::array<std::string_view, kSizes>&... lists) {
    std::array<std::string_view, (kSizes + ...)> joined{};
    auto end = joined.begin();
    ((end = std::copy(lists.begin(), lists.end(), end)), ...);
    return joined;
}
constexpr auto kTellingWords = join_lists(kExtension, kNumbers, kSecrets, kRoles);
constexpr std::array<std::string_view, 20> kOffices = {"課",   "係", "部", "局",   "室",       "班",    "所",
                                                       "担当", "館", "園", "校",   "署",       "会",    "市",
                                                       "町",   "村", "県", "団体", "センター", "チーム"};
constexpr std::size_t kMobileDigits = 11;
constexpr std::size_t kExtensionDigits = 2;
constexpr std::size_t kNumberDigits = 6;

char32_t half(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }
bool is_ascii_word(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == U'ｰ' || c == U'─';
}

// One character of the text in half width.
struct Letter {
    char32_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

Letter letter_at(std::string_view text, std::size_t at) {
    const CodePoint point = decode_at(text, at);
    return {half(point.value), at, at + point.length};
}

char32_t before(std::string_view text, std::size_t at) { return half(decode_before(text, at).value); }

bool is_mail_char(char32_t c) { return is_ascii_word(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%'; }

// The address around an @, or nothing: an account name has no domain.
std::optional<PersonalData> mail_around(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_mail_char(before(text, begin))) begin -= decode_before(text, begin).length;
    const std::size_t domain = at + decode_at(text, at).length;
    std::size_t end = domain;
    bool dot = false;
    for (Letter one = letter_at(text, end); one.end > one.begin && is_mail_char(one.value);
         one = letter_at(text, end)) {
        const Letter next = letter_at(text, one.end);
        if (one.value == '.' && !is_ascii_word(next.value)) break;
        dot = dot || one.value == '.';
        end = one.end;
    }
    if (begin == at || !dot) return std::nullopt;
    return PersonalData{DataKind::mail, begin, end};
}

// Digits with marks between them, from an offset; stops behind the last digit.
struct Digits {
    std::string value;
    std::size_t end = 0;
};
Digits digits_from(std::string_view text, std::size_t at) {
    Digits digits;
    digits.end = at;
    int gap = 0;
    for (Letter one = letter_at(text, at); one.end > one.begin; one = letter_at(text, one.end)) {
        if (one.value >= '0' && one.value <= '9') {
            digits.value += static_cast<char>(one.value);
            digits.end = one.end;
            gap = 0;
        } else if (++gap > 1 || (!is_dash(one.value) && one.value != '(' && one.value != ')' && one.value != '.' &&
                                 one.value != ' ' && one.value != U'・')) {
            break;
        }
    }
    return digits;
}

std::optional<PersonalData> mobile_at(std::string_view text, std::size_t at) {
    const char32_t last = before(text, at);
    if (is_ascii_word(last) || last == ',' || last == '.') return std::nullopt;
    const Digits digits = digits_from(text, at);
    const std::string& value = digits.value;
    if (value.size() != kMobileDigits || value[0] != '0' || value[2] != '0' || value[1] < '6') return std::nullopt;
    return PersonalData{DataKind::mobile, at, digits.end};
}

// +81-90-…
std::optional<PersonalData> foreign_mobile_at(std::string_view text, std::size_t at) {
    const Digits digits = digits_from(text, letter_at(text, at).end);
    const std::string& value = digits.value;
    if (!value.starts_with("81") || value.size() != kMobileDigits + 1 || value[2] < '6' || value[3] != '0')
        return std::nullopt;
    return PersonalData{DataKind::mobile, at, digits.end};
}

std::size_t skip_marks(std::string_view text, std::size_t at) {
    for (Letter one = letter_at(text, at); one.end > one.begin; one = letter_at(text, at)) {
        if (!is_space(one.value) && one.value != ':' && one.value != '(' && one.value != '=' && one.value != U'・')
            break;
        at = one.end;
    }
    return at;
}

template <const auto& kWords>
void find_numbered(std::string_view text, DataKind kind, std::size_t digits, std::vector<PersonalData>& found) {
    for (auto word = find_phrase<kWords>(text); word; word = find_phrase<kWords>(text, word->end)) {
        std::size_t at = word->end;
        if (text.substr(at).starts_with("番号")) at += std::string_view("番号").size();
        at = skip_marks(text, at);
        const Digits number = digits_from(text, at);
        if (number.value.size() >= digits) found.push_back({kind, word->begin, number.end});
    }
}

// A drive, a share or a file link up to the next space or Japanese bracket.
std::size_t end_of_path(std::string_view text, std::size_t at) {
    for (Letter one = letter_at(text, at); one.end > one.begin; one = letter_at(text, at)) {
        if (is_space(one.value) || one.value == ')' || one.value == U'、' || one.value == U'。' || one.value == U'」' ||
            one.value == '"' || one.value == '<')
            break;
        at = one.end;
    }
    return at;
}

bool is_backslash(char32_t c) { return c == '\\' || c == U'¥' || c == U'￥'; }

std::optional<PersonalData> drive_before(std::string_view text, std::size_t colon) {
    const char32_t drive = before(text, colon);
    const bool letter = (drive >= 'a' && drive <= 'z') || (drive >= 'A' && drive <= 'Z');
    const Letter next = letter_at(text, letter_at(text, colon).end);
    if (!letter || !is_backslash(next.value)) return std::nullopt;
    const std::size_t begin = colon - decode_before(text, colon).length;
    if (is_ascii_word(before(text, begin))) return std::nullopt;
    return PersonalData{DataKind::path, begin, end_of_path(text, next.end)};
}

std::optional<PersonalData> share_at(std::string_view text, std::size_t at) {
    const Letter second = letter_at(text, letter_at(text, at).end);
    const Letter third = letter_at(text, second.end);
    const bool share = is_backslash(second.value) && second.value == letter_at(text, at).value &&
                       is_ascii_word(third.value) && !is_backslash(before(text, at));
    const std::size_t end = share ? end_of_path(text, third.end) : at;
    const bool deeper = share && text.substr(third.end, end - third.end).find_first_of("\\") != std::string_view::npos;
    if (!deeper && !(share && second.value != '\\')) return std::nullopt;
    return PersonalData{DataKind::path, at, end};
}

bool is_file_link(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    return rest.starts_with("file:/") || rest.starts_with("FILE:/") || rest.starts_with("smb:/");
}

// Everything that one character gives away; offsets already covered are left out by the caller.
std::optional<PersonalData> read_at(std::string_view text, const Letter& letter) {
    switch (letter.value) {
        case '@':
            return mail_around(text, letter.begin);
        case '0':
            return mobile_at(text, letter.begin);
        case '+':
            return foreign_mobile_at(text, letter.begin);
        case ':':
            return drive_before(text, letter.begin);
        case '\\':
        case U'¥':
        case U'￥':
            return share_at(text, letter.begin);
        default:
            break;
    }
    if (is_file_link(text, letter.begin))
        return PersonalData{DataKind::path, letter.begin, end_of_path(text, letter.begin)};
    return std::nullopt;
}

bool is_trigger(char32_t c) {
    return c == '@' || c == '0' || c == '+' || c == ':' || is_backslash(c) || c == 'f' || c == 'F' || c == 's';
}

// Whether a trigger of either width may begin with the byte.
bool may_begin_trigger(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 ? is_trigger(value) : value == 0xC2 || value == 0xEF;
}

void find_shapes(std::string_view text, std::vector<PersonalData>& found) {
    std::size_t covered = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!may_begin_trigger(text[at])) {
            ++at;
            continue;
        }
        const Letter letter = letter_at(text, at);
        at = letter.end;
        if (!is_trigger(letter.value) || letter.begin < covered) continue;
        if (const auto one = read_at(text, letter)) {
            found.push_back(*one);
            covered = one->end;
        }
    }
}

bool names_office(std::string_view words) {
    return std::any_of(kOffices.begin(), kOffices.end(), [&](std::string_view one) { return words.ends_with(one); });
}

// 担当者：佐藤 but neither 担当者：福祉課 nor 担当者に確認.
void find_persons(std::string_view text, std::vector<PersonalData>& found) {
    for (auto word = find_phrase<kRoles>(text); word; word = find_phrase<kRoles>(text, word->end)) {
        Letter mark = letter_at(text, word->end);
        if (mark.value != ':') continue;
        const std::size_t begin = skip_marks(text, mark.end);
        std::size_t end = begin;
        for (Letter one = letter_at(text, end); one.end > one.begin; one = letter_at(text, end)) {
            if (!is_kanji(one.value) && !is_katakana(one.value) && !is_hiragana(one.value) && one.value != U'ー') break;
            end = one.end;
        }
        const std::string_view name = text.substr(begin, end - begin);
        if (!name.empty() && !names_office(name)) found.push_back({DataKind::person, word->begin, end});
    }
}

// パスワード：abc123, but not パスワードの変更.
void find_secrets(std::string_view text, std::vector<PersonalData>& found) {
    for (auto word = find_phrase<kSecrets>(text); word; word = find_phrase<kSecrets>(text, word->end)) {
        const Letter mark = letter_at(text, word->end);
        if (mark.value != ':' && mark.value != '=') continue;
        const std::size_t begin = skip_marks(text, mark.end);
        const std::size_t end = end_of_path(text, begin);
        if (end > begin) found.push_back({DataKind::secret, word->begin, end});
    }
}

}  // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
    std::vector<PersonalData> found;
    find_shapes(text, found);
    if (find_phrase<kTellingWords>(text)) {
        find_numbered<kExtension>(text, DataKind::extension, kExtensionDigits, found);
        find_numbered<kNumbers>(text, DataKind::number, kNumberDigits, found);
        find_secrets(text, found);
        find_persons(text, found);
    }
    std::sort(found.begin(), found.end(),
              [](const PersonalData& a, const PersonalData& b) { return a.begin < b.begin; });
    return found;
}

}  // namespace goalsheet::rules
