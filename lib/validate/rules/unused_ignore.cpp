// SPDX-License-Identifier: MIT
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {

const RuleBody unused_ignore{
    .texts = {.title = {"使われていない例外", "exception that excepts nothing"},
              .message = {"{0}のignoreは{1}。設定から消してください。", "The ignore of {0} can go: {1}."},
              .why = {"残った例外は、次に本当に誤ったときに見逃すもとになります。",
                      "A left-over exception will hide the next real fault."},
              .wrong = "# もう起きない指摘のignoreが残っている goalsheet.json",
              .right = "# 起きている指摘のignoreだけがある goalsheet.json"},
};

}  // namespace goalsheet::rules
