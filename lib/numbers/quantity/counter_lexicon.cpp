// SPDX-License-Identifier: MIT
#include "numbers/quantity/counter_lexicon.hpp"

#include "numbers/quantity/unit_lexicon.hpp"

namespace goalsheet::numbers {
namespace {

constexpr std::u32string_view kOrdinals =
    U"親等 番 番目 番地 番街 番線 番組目 丁目 条 項 章 節 款 編 期 期生 期目 期作 次 級 学年 年次 限 時限 時間目 校時 "
    U"階 "
    U"階建 階建て 号線 号機 号車 号室 号棟 "
    U"号館 号店 号炉 号池 号井 号墳 号沢 号議案 号様式 合目 世紀 世代 世 部構成 部制 部作 部会制 回忌 周忌 周年 "
    U"周年記念 回戦 塁 軍 類 面性 点目 つめ 等賞 "
    U"等級 等地 等 位置 組目 歩目 泊目 日目 段目 枚目 校目 代目 例目 校種 号棟 巡目 巡 列目";
constexpr std::u32string_view kAges =
    U"歳 才 歳児 才児 歳児健診 歳代 代 年生 年制 カ月児 か月児 ヶ月児 ヵ月児 ヶ月健診 か月健診 カ月健診 歳半 歳未満 "
    U"歳台 か月児健診 か月児健康診査 歳児健康診査";
constexpr std::u32string_view kNames =
    U"次元 次産業 次産業化 次避難 次救急 次医療圏 次募集 次審査 次試験 次評価 次予防 次選考 次補正 本柱 本の柱 本の矢 "
    U"大 大都市圏 密 輪 輪車 種混合 価 "
    U"者協議 者会議 者懇談 者面談 者択一 者会談 者懇話会 者間 者連携 原則 要素 進法 進数 値化 値 極 交代 交代制 直 化 "
    U"か国協議 世帯住宅 人乗 人乗り 人以下学級 人程度学級 人掛け 人槽 人用 人組 "
    U"人部屋 人前 人学級 人委員会 人会議 人展 人衆 人制 人三脚 人称 人家族 人芝居 項対立 部合唱 重 重奏 管理 権 権分立 "
    U"毛作 期作 輪作 型 色 角 角形 方 方向 面 年制 "
    U"円玉 円札 円硬貨 円バス 円商店街 円ショップ 円均一 円タクシー 円ランチ 円市 円カット 円切手 円食堂 円市場 円朝食 "
    U"段階 段階評価 件法 択 点満点 満点 本勝負 本締め "
    U"本立て 食付き 食付 点セット 者三様 県境 都県 府県知事 人口 点支持 時預かり 点鐘 部授業 級河川 級建築士 級品 "
    U"種免許 種公認 類感染症 種電気 等分 体問題 基盤 曜 "
    U"人芸 次的 次方 次世代 か条 カ条 ヶ条 箇条 つ星 つ葉 ツ星 つ子 つ折り 番手 番札所 丁 筆書き 文字熟語 拍子 号線 "
    U"年戦略 日市 日町 冠 名山 名城 景 選 大祭 大会目 軸 対 "
    U"車線化 極化 時間営業 時間体制 時間対応 時間受付 時間管理 時間テレビ 時間風呂 時間365日 学期 会議室 時間換気 "
    U"時間緊急 時間電話 時間保育 "
    U"日体制 日対応 円コイン 度の 度傾斜";
// Words that begin with a unit's letters and are none: in 3人材育成 the 3 is a heading's number.
constexpr std::u32string_view kForeign =
    U"人材 人口 人権 人事 人気 人間 人生 人物 人員 人命 人形 人数 人工 人件費 人的 人流 人脈 本市 本町 本村 本県 "
    U"本事業 本計画 本年 本人 本庁 本来 本格 本格的 "
    U"本館 本校 本社 本店 本部長 本文 本会議 本制度 本業務 本工事 本施設 本地区 本番 件数 回収 回答 回復 回遊 回覧 "
    U"回避 回転 回数券 回数 校庭 校舎 校長 校外 校内 "
    U"社会 社員 社協 社内 社長 社会的 社会教育 社会資本 社会参加 社会保障 社会福祉 台帳 台風 台湾 点検 点字 点在 点灯 "
    U"名称 名所 名簿 名産 名物 名古屋 部活動 部活 "
    U"部長 部分 部品 園児 園芸 園内 園長 園外 館長 館内 戸籍 戸別 戸建 戸建て 面積 面談 面会 基本 基準 基金 基地 基礎 "
    U"基幹 機能強化 機会 機器 機材 機械 機構 機運 "
    U"機動 組織的 組合員 店長 店頭 口頭 口腔 口コミ 通知 通信 通学 通勤 通所 通報 通過 通年 通院 通常 通行 食育 食品 "
    U"食料 食事 食堂 食生活 食材 食中毒 食文化 種子 "
    U"種苗 床下 床上 体制 体験 体育 体操 体力 体系 体調 体罰 品質 品評 頭部 区長 区内 区民 区役所 区画整理 団員 団塊 "
    U"班長 隊員 町内 町民 町長 町立 町並み 村民 村長 "
    U"村内 県内 県外 県民 県立 県道 県産 県営 県警 県税 県庁 市内 市外 市民 市立 市役所 市長 市道 市税 市街 市街地 "
    U"市場 市営 市議会 市有 市域 市産 課長 課税 段差 "
    U"段取り 位置付け 日本 日常 日中 日程 日曜 日産 日照 日額 年齢 年金 年末 年末年始 年始 年代 年報 年額 年少 年長 "
    U"年中 年中行事 年間計画 分類 分析 分別 分担 分散 "
    U"分譲 分配 分権 分娩 週末 時点 時期 時代 時刻 時短 時差 時限的 度合 便利 便益 者数 案内 冊子 票数 枚数 棟数 世界 "
    U"地方 地元 地上 地球 地場 地産 地下 地盤 地震 "
    U"地図 地籍 地形 地理 地価 地縁 地権 地区計画 地域計画 作業員 作成 項目別 円滑 円満 円卓 号令 席上 枠組 枠組み "
    U"泊食 駅前 駅伝 駅舎 駅周辺 港湾 島内 島民 歩行 "
    U"歩道 周辺 周知 周期 周遊 係長 科学 語学 案件別 計画的 事業継続 事業承継 事業用 農家住宅 企業誘致 企業版 施設園芸 "
    U"学校教育 学校給食 学校施設 公園化 公園緑地 "
    U"病院事業 大学生 大学院 高校生 中学生 小学生 中学校区別 層別 足腰 着工 着手 着任 対応 対策 対象 対話 対面 対外 "
    U"灯油 灯火 門前 両立 両親 両面 両側 展開 展望 "
    U"株式 株主 筆頭 部数 個人 個別 個所別 個性 個店 個々 頁数 章立て 字句 字幕 曲線 羽田 尾根 袋小路 箱物 匹敵 級友 "
    U"段ボール 単位制 単位数 点数 倍増 倍率 割合 割引 "
    U"割増 割当 割り 割引率 反対 反映 反省 坪庭 種類別 種別毎 冊数 世帯主 世帯数 団体数 店舗数 教室型 講座数 計画期間 "
    U"計画的に 計画書 制度化 制度設計 本質 本籍 本線 "
    U"本堂 本丸 本陣 度数 度目 番号 点滴 基調 機微 体感 体重 体温 席数 便数 通所型 口径 戸数 校数 園数 館数 室内 室長 "
    U"床面積 床数 隻数 台所 台地 台数 台座 枠内 者間 "
    U"組長 組手 組み合わせ 組み 班長会 隊列 団長 団結 クラスター コースター チームワーク イベント業";

const WordTable& suffix_table() {
    static const WordTable table = [] {
        WordTable words;
        const auto put = [&words](std::u32string_view list, SuffixWord kind) {
            words.add_all(list, static_cast<int>(kind));
        };
        put(U"年", SuffixWord::year);
        put(U"月", SuffixWord::month);
        put(U"日", SuffixWord::day);
        put(U"時", SuffixWord::hour);
        put(U"分", SuffixWord::minute);
        put(U"位", SuffixWord::rank);
        put(U"号", SuffixWord::issue);
        put(U"分の", SuffixWord::fraction);
        put(U"年度 年目 年産 年版 年卒 年式 年連続 年ぶり 年祭 年忌 月分 月号 月期 月議会 月定例会 月補正",
            SuffixWord::date);
        put(kOrdinals, SuffixWord::ordinal);
        put(kAges, SuffixWord::age);
        put(kNames, SuffixWord::name);
        put(kForeign, SuffixWord::foreign);
        add_units(words, static_cast<int>(SuffixWord::unit));
        return words;
    }();
    return table;
}

constexpr std::u32string_view kOpenUnitEnds =
    U"実施 開催 完了 達成 設置 整備 導入 支援 参加 認定 登録 策定 配布 配付 発行 作成 追加 新設 新規 予定 見込 申請 "
    U"交付 決定 採択 選定 選任 採用 募集 応募 受講 "
    U"受付 受入 受理 受け 相談 訪問 派遣 調査 点検 修繕 改修 補修 更新 工事 施工 着工 着手 竣工 供用 開設 開始 開講 "
    U"開通 開園 開業 開所 開店 廃止 閉鎖 閉校 統合 削減 "
    U"減少 増加 増設 増員 増便 拡大 拡充 拡張 拡幅 向上 改善 改良 改定 改訂 改正 解消 除却 撤去 解体 移転 移設 移行 "
    U"運行 運営 運用 稼働 提供 提出 発信 掲載 配信 公開 "
    U"公表 公募 締結 連携 協力 協議 検討 検証 確認 確保 維持 管理 活用 利用 使用 購入 販売 売却 貸付 出店 出展 出品 "
    U"出場 出席 来場 来館 来訪 受診 接種 検診 健診 植栽 "
    U"植樹 植付 伐採 間伐 下刈 造成 舗装 耐震 診断 診査 審査 評価 分析 測定 計測 測量 設計 以上 以下 以内 未満 超 程度 "
    U"前後 増 減 余 等 毎 済 未 含 目標 目指 程 年度 平均 "
    U"延べ 累計 うち 合計 規模 体制 対応 相当 突破 到達 獲得 取得 修了 卒業 合格 入学 入所 入居 入校 入会 退所 就職 "
    U"就労 就業 就農 創業 起業 誘致 移住 定住 転入 転出 加入 "
    U"加盟 脱退 結成 設立 組織化 法人化 育成 養成 輩出 配置 配備 備蓄 貸出 貸与 支給 給付 助成 補助 融資 寄附 寄付 "
    U"納付 "
    U"徴収 収納 滞納 差押 換価 処分 処理 回収 収集 排出 "
    U"搬入 搬出 捕獲 駆除 防除 発生 発見 発掘 保存 保護 保全 指定 選出 表彰 受賞 入賞 入選 出演 上演 上映 収蔵 収録 "
    U"制作 製作 試作 開発 実証 試行 試験 電子化 "
    U"デジタル化 オンライン化 長寿命化 強化 推進 充実 促進 普及 啓発 周知 継続 終了 成立 成約 契約 発注 受注 着任 任命 "
    U"委嘱 委託 承認 許可 認可 認証 届出 把握 抽出 "
    U"対象 当 第 及び 並び 又は 若しくは 以降 以外 弱 強 建設 建築 所属 検査 答申 増築 改築 新築 補強 上昇 低下 短縮 "
    U"延長 "
    U"軽減 縮減 縮小 悪化 下落 上回 下回 竣功 完成 執行 派遣 "
    U"巡回 往診 通院 送付 送信 郵送 回覧 縦覧 講習 訓練 視察 見学 体験 交流 学習 展示 出荷 生産 収穫 水揚 放流 飼育 "
    U"飼養 オープン リニューアル スタート アップ ダウン";

const WordTable& open_unit_ends() {
    static const WordTable table = [] {
        WordTable words;
        words.add_all(kOpenUnitEnds, 1);
        return words;
    }();
    return table;
}

constexpr std::u32string_view kKanjiCounters =
    U"人 名 件 回 社 台 本 枚 冊 個 校 園 棟 基 橋 頭 羽 匹 か所 箇所 カ所 ヶ所 ヵ所 個所 か年 箇年 カ年 ヶ年 年間 "
    U"か月 箇月 カ月 ヶ月 か月間 日間 週間 時間 団体 世帯 "
    U"戸 店舗 施設 地区 路線 円 % パーセント ha ヘクタール ㎡ m2 平方メートル ㎥ m3 立方メートル トン キロ "
    U"キロメートル メートル 種類 項目 事業 事業所 事業者 講座 教室 "
    U"イベント コース チーム 組織 グループ 機関 区画 区間 公園 集落 自治会 町会 市町村 か国 カ国 品目 農家 法人 企業 "
    U"組合 路線 班 隊 室 部 点 食 割 つ";

}  // namespace

// The longest word wins, unless a shorter unit leaves a verb behind it: 3点|検討 and 10戸|建設 are no 点検 and no 戸建.
SuffixMatch find_suffix_word(const Glyphs& g, std::size_t i) {
    SuffixMatch longest;
    suffix_table().for_each_at(g, i, [&](WordTable::Match match) {
        const auto word = static_cast<SuffixWord>(match.value);
        if (longest.length == 0) {
            longest = {match.length, word};
            const bool before_after = word == SuffixWord::name && g.ends_with(i + match.length, U"前");
            return word != SuffixWord::foreign && word != SuffixWord::ordinal && !before_after;
        }
        const bool cut = word == SuffixWord::unit && match.length < longest.length &&
                         (longest.word == SuffixWord::name ? g.starts_with(i + match.length, U"前後")
                                                           : ends_open_unit(g, i + match.length));
        if (cut) longest = {match.length, word};
        return cut;
    });
    return longest;
}

bool ends_open_unit(const Glyphs& g, std::size_t i) { return open_unit_ends().find_longest(g, i).length > 0; }

bool may_follow_kanji_counter(const Glyphs& g, std::size_t i) {
    const char32_t c = g.at(i);
    if (!is_noun_glyph(c) && !is_latin(c) && !is_digit(c)) return !match_any(g, i, U"ひと ずつ目 とも でも");
    return ends_open_unit(g, i);
}

std::size_t match_kanji_counter(const Glyphs& g, std::size_t i) {
    static const WordTable table = [] {
        WordTable words;
        words.add_all(kKanjiCounters, 1);
        return words;
    }();
    return table.find_longest(g, i).length;
}

}  // namespace goalsheet::numbers
