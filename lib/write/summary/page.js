"use strict";
// Everything can be read without this; it adds sorting and filtering to tables that ask for it.
for (const box of document.querySelectorAll("[data-sortable]")) {
  const table = box.querySelector("table"), body = table.tBodies[0];
  const original = Array.from(body.rows);
  const collator = new Intl.Collator("ja", { numeric: true });
  const value = (row, index) => {
    const cell = row.cells[index];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  };
  // What is empty comes last, whatever the direction.
  const compare = (a, b, index, sign) => {
    const x = value(a, index), y = value(b, index);
    if (x === "" || y === "") return (x === "") - (y === "");
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(x, y));
  };
  const status = document.createElement("output");
  const tell = (shown) => { status.textContent = original.length + "件中 " + shown + "件を表示"; };
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")] || "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== "none") head.setAttribute("aria-sort", next);
      const rows = next === "none" ? original : original.slice().sort((a, b) => compare(a, b, index, next === "ascending" ? 1 : -1));
      body.append(...rows);
    });
  });
  const tools = document.createElement("div"), label = document.createElement("label"), input = document.createElement("input");
  tools.className = "tools";
  input.type = "search";
  label.append("絞り込み ", input);
  tools.append(label, status);
  box.before(tools);
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of original) {
      const text = fold(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) ++shown;
    }
    tell(shown);
  });
  tell(original.length);
}
