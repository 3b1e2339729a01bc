// SPDX-License-Identifier: MIT
#include "numbers/match_likeness.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "numbers/indicator_word_index.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet::match {
namespace {

using numbers::for_each_word;
using numbers::is_digit;
using numbers::is_latin;

// Kinds of activity. Two phrases that name different ones speak of different things, however many other words they
// share: a 就農相談 is no 就農. Words of one line may stand for each other.
enum Activity : std::uint64_t {
    kConsult = 1ULL << 0U,
    kVisit = 1ULL << 1U,
    kAttend = 1ULL << 2U,
    kUse = 1ULL << 3U,
    kApply = 1ULL << 4U,
    kGrant = 1ULL << 5U,
    kRecognise = 1ULL << 6U,
    kRegister = 1ULL << 7U,
    kSettle = 1ULL << 8U,
    kSupport = 1ULL << 9U,
    kCourse = 1ULL << 10U,
    kMeeting = 1ULL << 11U,
    kEvent = 1ULL << 12U,
    kPublish = 1ULL << 13U,
    kDistribute = 1ULL << 14U,
    kInspect = 1ULL << 15U,
    kDesign = 1ULL << 16U,
    kOrder = 1ULL << 17U,
    kBuild = 1ULL << 18U,
    kInstall = 1ULL << 19U,
    kExamine = 1ULL << 20U,
    kAdvise = 1ULL << 21U,
    kDonate = 1ULL << 22U,
    kCollect = 1ULL << 23U,
    kSell = 1ULL << 24U,
    kGraduate = 1ULL << 25U,
    kLend = 1ULL << 26U,
    kContract = 1ULL << 27U,
    kPlan = 1ULL << 28U,
    kAccident = 1ULL << 29U,
    kDrill = 1ULL << 30U,
    kResolve = 1ULL << 31U,
    kOpen = 1ULL << 32U,
    kCapture = 1ULL << 33U,
    kDemolish = 1ULL << 34U,
    kSurvey = 1ULL << 35U,
    kBuy = 1ULL << 36U,
    kReturn = 1ULL << 37U,
    kCall = 1ULL << 38U,
    kAnswer = 1ULL << 39U,
};

struct ActivityWords {
    std::u32string_view words;
    std::uint64_t activities;
};
constexpr ActivityWords kActivities[] = {
    {U"相談 問合せ 問い合わせ 面談", kConsult},
    {U"電話 架電 コール", kCall},
    {U"アンケート 回答 照会", kAnswer},
    {U"電話相談", kConsult | kCall},
    {U"訪問 巡回 見回り", kVisit},
    {U"参加 受講 聴講 出席 修学 動員", kAttend},
    {U"来場 入場 観覧 来客 来訪 集客 鑑賞", kAttend | kUse},
    {U"利用 来館 入館 入込 乗車 乗客 宿泊 閲覧 アクセス 来園 入園者", kUse},
    {U"申込 申請 応募 希望 エントリー", kApply},
    {U"交付申請", kApply | kGrant},
    {U"補助 交付 助成 支給 給付 貸付 融資 奨励", kGrant},
    {U"認定 認証 表彰 指定", kRecognise},
    {U"登録 加入 入会 会員 フォロワー 友だち 友達", kRegister},
    {U"就職 就業 雇用 採用 就労 就農 創業 起業 開業 移住 定住 転入 出店 転職", kSettle},
    {U"復職 復帰 再就職", kSettle | kReturn},
    {U"解消 是正 改善", kResolve},
    {U"開設 開所 設立 新設 立ち上げ", kOpen},
    {U"捕獲 駆除 伐倒", kCapture},
    {U"除却 解体 廃止 撤去", kDemolish},
    {U"測量", kSurvey},
    {U"購入 調達", kBuy | kInstall},
    {U"支援 援助 伴走 サポート件", kSupport},
    {U"講座 講演 研修 教室 セミナー スクール 講習 ワークショップ 勉強会 学習会 研究会 養成 育成 出前授業 講話 例会",
     kCourse},
    {U"訓練", kCourse | kDrill},
    {U"説明会 懇談会 交流会 体験会 見学会 相談会 座談会", kCourse | kEvent | kMeeting},
    {U"会議 協議 検討会 打合せ 打ち合わせ 懇談 意見交換 委員会 審議会 部会 協議会", kMeeting},
    {U"イベント フェア まつり 祭り コンサート 公演 上映 ツアー マルシェ フェスティバル 企画展 展示 展覧 大会 "
     U"キャンペーン 体験",
     kEvent},
    {U"散歩", kEvent},
    {U"発信 掲載 投稿 配信 発行 刊行 出版 放送 広報 プレスリリース", kPublish},
    {U"配布 配付 送付 頒布", kDistribute},
    {U"点検 調査 検査 診断 測定 監視 パトロール 立入 巡視 モニタリング", kInspect},
    {U"設計", kDesign},
    {U"策定 計画作成", kPlan},
    {U"発注 入札", kOrder},
    {U"契約 成約 協定", kContract},
    {U"工事 施工 修繕 改修 改良 舗装 布設 耐震化 浚渫 補修 改築", kBuild},
    {U"整備 更新", kBuild | kInstall},
    {U"設置 導入 配備", kInstall},
    {U"受診 健診 検診 接種", kExamine},
    {U"指導 勧奨 助言", kAdvise},
    {U"寄附 寄付", kDonate},
    {U"収集 回収 徴収 収納", kCollect},
    {U"販売 売上 売却 売払", kSell},
    {U"修了 合格 取得 卒業", kGraduate},
    {U"貸出 貸し出し", kLend},
    {U"火災 事故 救急 出動 発生 交通死", kAccident},
};
constexpr std::uint64_t kGatherings = kCourse | kEvent | kMeeting | kDrill;

// Words that stand in any target and tell nothing apart.
constexpr std::u32string_view kCommon =
    U"件数 回数 人数 者数 実施 開催 年度 目標 実績 以上 程度 今年 本年 令和 平成 現在 時点 予定 完了 合計 累計 達成 "
    U"状況 数値 総数 推進 取組 体数 "
    U"所数 社数 店数 年間 月末 度末 年末 等開 済み 見込 施設数 対象 関係 新規 事業 各種 により による について "
    U"において ための ところ として など";

bool is_common(std::u32string_view word) {
    static const WordIndex words = [] {
        WordIndex made;
        made.add_all(kCommon, 0);
        return made;
    }();
    return words.longest_prefix(word) == word.size();
}

enum class Script { none, kanji, katakana, latin, hiragana };
Script script_of(char32_t c) {
    if (is_kanji(c)) return Script::kanji;
    if (is_katakana(c)) return Script::katakana;
    if (is_latin(c)) return Script::latin;
    if (is_hiragana(c)) return Script::hiragana;
    return Script::none;
}

std::uint64_t hash_word(std::u32string_view word) {
    std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
    for (char32_t c : word) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        hash = (hash ^ c) * 1099511628211ULL;
    }
    return hash;
}

// A run of one script as words: kanji in pairs, katakana and Latin whole, hiragana only where it is long enough for a
// noun.
void add_run(std::vector<std::uint64_t>& words, std::u32string_view run, Script script) {
    if (script == Script::kanji && run.size() > 2) {
        for (std::size_t i = 0; i + 2 <= run.size(); ++i)
            if (!is_common(run.substr(i, 2))) words.push_back(hash_word(run.substr(i, 2)));
        return;
    }
    if (script == Script::hiragana && run.size() < 3) return;
    constexpr std::u32string_view kSingle = U"等 各 他 計 及 並 数 者 年 月 日 回 件 人 中 済 会 新 市 内 外 約 全 第";
    const bool single = run.size() == 1 && kSingle.find(run) != std::u32string_view::npos;
    if (!single && !is_common(run)) words.push_back(hash_word(run));
}

// Calls take(run, script) for every run of one script, in reading order.
template <typename Take>
void for_each_run(std::u32string_view phrase, Take take) {
    Script script = phrase.empty() ? Script::none : script_of(phrase.front());
    for (std::size_t begin = 0, end = 1; begin < phrase.size(); ++end) {
        const Script next = end < phrase.size() ? script_of(phrase[end]) : Script::none;
        if (next == script && end < phrase.size()) continue;
        if (script != Script::none) take(phrase.substr(begin, end - begin), script);
        begin = end;
        script = next;
    }
}

void sort_once(std::vector<std::uint64_t>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

int count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    int count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++count;
        if (*i < *j)
            ++i;
        else if (*j < *i)
            ++j;
        else
            ++i, ++j;
    }
    return count;
}

// The part that says what is counted: behind the last particle (就業を希望する方への相談 → 相談), or all of it.
std::u32string_view last_noun(std::u32string_view phrase) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
        const bool particle = phrase[i] == U'の' || phrase[i] == U'を' || phrase[i] == U'た' || phrase[i] == U'る' ||
                              phrase[i] == U'で' || phrase[i] == U'し';
        if (particle && !is_hiragana(phrase[i + 1])) begin = i + 1;
    }
    return phrase.substr(begin);
}

// PRイベントの実施、支援: what is held or done is the noun before it.
std::u32string_view drop_doing(std::u32string_view phrase) {
    for (std::size_t at = phrase.rfind(U"の"); at != std::u32string_view::npos && at > 0;
         at = phrase.rfind(U"の", at - 1)) {
        const auto behind = phrase.substr(at + 1);
        if (!behind.starts_with(U"実施") && !behind.starts_with(U"開催")) break;
        phrase = phrase.substr(0, at);
    }
    return phrase;
}

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t activities = 0;
};

const WordIndex& activity_index() {
    static const WordIndex index = [] {
        WordIndex made;
        for (const ActivityWords& kind : kActivities) made.add_all(kind.words, kind.activities);
        return made;
    }();
    return index;
}

std::vector<Place> find_activities(std::u32string_view phrase) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < phrase.size();) {
        const WordIndex::Entry* entry = activity_index().find(phrase, i);
        if (entry) places.push_back({i, i + entry->word.size(), entry->value});
        i += entry ? entry->word.size() : 1;
    }
    return places;
}

// 相談・支援, イベント開催支援: two that are only listed count as one, and so does what is supported. 創業相談 is 相談
// alone.
bool is_joined(std::u32string_view between, std::uint64_t later) {
    if (between.empty()) return (later & kSupport) != 0;
    return between == U"・" || between == U"、" || between == U"及び" || between == U"や" || between == U"創出" ||
           between == U"開催" || between == U"開催・";
}

}  // namespace

Topic find_topic(std::u32string_view phrase) {
    Topic topic;
    const auto noun = last_noun(drop_doing(phrase));
    for_each_run(phrase, [&](std::u32string_view run, Script script) {
        add_run(topic.words, run, script);
        if (run.data() >= noun.data() && run.data() < noun.data() + noun.size()) add_run(topic.head, run, script);
    });
    sort_once(topic.words);
    sort_once(topic.head);
    topic.activities = last_activities(noun);
    if (topic.activities == 0 && topic.head.empty()) topic.activities = last_activities(phrase);
    topic.open = phrase.find(U'等') != std::u32string_view::npos || phrase.find(U"など") != std::u32string_view::npos ||
                 phrase.find(U"ほか") != std::u32string_view::npos;
    return topic;
}

void add_words(Topic& topic, std::u32string_view phrase) {
    for_each_run(phrase, [&](std::u32string_view run, Script script) { add_run(topic.words, run, script); });
    sort_once(topic.words);
}

int count_shared(const Topic& a, const Topic& b) {
    return count_common(a.words, b.words) + count_common(a.head, b.head);
}

std::uint64_t last_activities(std::u32string_view phrase) {
    const std::vector<Place> places = find_activities(phrase);
    std::uint64_t activities = 0;
    for (std::size_t k = places.size(); k-- > 0;) {
        activities |= places[k].activities;
        if (k == 0 ||
            !is_joined(phrase.substr(places[k - 1].end, places[k].begin - places[k - 1].end), places[k].activities))
            break;
    }
    return activities;
}

std::uint64_t first_activities(std::u32string_view phrase) {
    const std::vector<Place> places = find_activities(phrase);
    return places.empty() ? 0 : places.front().activities;
}

std::uint64_t activities_of_persons(std::uint64_t activities, bool in_report) {
    if (in_report && (activities & kGraduate) != 0) activities |= kAttend;
    if ((activities & kEvent) != 0) activities |= kUse;
    return (activities & kGatherings) != 0 ? activities | kAttend : activities;
}

bool is_aid_for_works(std::uint64_t figure, std::uint64_t goal) {
    return (figure & kGrant) != 0 && (goal & (kBuild | kInstall | kInspect | kDemolish)) != 0;
}

bool is_kind_of_support(std::uint64_t figure, std::uint64_t goal) {
    return (goal & kSupport) != 0 && (figure & kGrant) != 0;
}

bool is_of_dealings(std::uint64_t activities) {
    constexpr std::uint64_t kDealings =
        kConsult | kVisit | kAttend | kApply | kCourse | kMeeting | kEvent | kPublish | kDistribute | kCall | kAnswer;
    return activities != 0 && (activities & ~kDealings) == 0;
}

bool is_attendance(std::uint64_t activities) { return (activities & kAttend) != 0; }

bool contains_head(const Topic& phrase, const Topic& goal) {
    return !goal.head.empty() &&
           std::includes(phrase.words.begin(), phrase.words.end(), goal.head.begin(), goal.head.end());
}

bool contains_all(const Topic& phrase, const Topic& goal) {
    return !goal.words.empty() &&
           std::includes(phrase.words.begin(), phrase.words.end(), goal.words.begin(), goal.words.end());
}

}  // namespace goalsheet::match
