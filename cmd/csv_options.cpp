// SPDX-License-Identifier: MIT
#include "cmd/csv_options.hpp"

namespace goalsheet::cmd {

CsvOptions CsvChoice::options() const {
    CsvOptions csv;
    csv.header = header == "ja" ? CsvHeader::japanese : CsvHeader::physical;
    csv.encoding = encoding == "utf-8"   ? CsvEncoding::utf8
                   : encoding == "cp932" ? CsvEncoding::cp932
                                         : CsvEncoding::utf8_bom;
    return csv;
}

void add_csv_options(CLI::App& command, CsvChoice& choice) {
    command.add_option("--header", choice.header, "CSVの見出し。なければ ja / CSV header names (default: ja)")
        ->check(CLI::IsMember({"ja", "physical"}));
    command
        .add_option("--csv-encoding", choice.encoding,
                    "CSVの文字コード。なければ utf-8-bom / CSV encoding (default: utf-8-bom)")
        ->check(CLI::IsMember({"utf-8-bom", "utf-8", "cp932"}));
}

}  // namespace goalsheet::cmd
