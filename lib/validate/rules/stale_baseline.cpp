// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {

const RuleBody stale_baseline{
    .texts = {.title = {"解消済みの記録", "baseline entries that no longer occur"},
              .message = {"解消済みの記録が{0}件あります。`--prune-baseline` で消せます。",
                          "{0} baseline entries no longer occur; remove them with `--prune-baseline`."},
              .why = {"残った記録は、同じ誤りが戻ったときに隠してしまいます。",
                      "A left-over entry hides the fault when it comes back."},
              .wrong = "# 直した指摘が残っているbaselineファイル",
              .right = "# `--prune-baseline` の後のbaselineファイル"},
};

}  // namespace goalsheet::rules
