// SPDX-License-Identifier: MIT
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {

void for_each_remark(const SheetScope& sheet, std::string_view kind,
                     const std::function<void(const Remark&, const Place&)>& speak) {
    for (const Remark& remark : sheet.sheet.remarks) {
        if (remark.kind != kind) continue;
        Place place = sheet.whole();
        place.near.push_front({place.text});
        place.text = &remark.text;
        speak(remark, place);
    }
}

void for_each_remark(const DocumentScope& page, std::string_view kind,
                     const std::function<void(const Remark&, const Place&)>& speak) {
    for (const Remark& remark : page.document.remarks) {
        if (remark.kind != kind) continue;
        Place place = page.top();
        place.text = &remark.text;
        speak(remark, place);
    }
    for (const auto& sheet : page.sheets) for_each_remark(*sheet, kind, speak);
}

}  // namespace goalsheet::rules
