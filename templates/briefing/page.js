// What a page does beyond reading: evidence opens in place, entries are filtered and sorted, keys move between them.
// Without it the page is complete. It makes elements and text only, never markup, and keeps nothing.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  // --- Evidence: the note behind [3] opens under its line ---

  let opened = 0;

  function copyOf(node) {
    const copy = node.cloneNode(true);
    if (copy.nodeType === Node.ELEMENT_NODE) for (const element of [copy, ...all("[id]", copy)]) element.removeAttribute("id");
    return copy;
  }

  function withoutHash(line) {
    for (const hash of all(".sha", line)) {
      if (hash.previousSibling) hash.previousSibling.textContent = hash.previousSibling.textContent.replace(/(\s·\s)?SHA-256\s*$/, "");
      hash.remove();
    }
    return line;
  }

  function sourceOf(note) {
    const link = note.querySelector('a[href^="#s"]'), source = link && target(link);
    return source ? all("p", source).map(copyOf).map(withoutHash) : [];
  }

  function unfold(ref) {
    const note = target(ref);
    if (!note) return;
    const close = make("button", { type: "button", class: "close screen-only", "aria-label": `Close note ${ref.textContent.trim()}` }, "×");
    const box = make("div", { class: "evidence sans small", id: `e${++opened}`, role: "group", "aria-label": `Note ${ref.textContent.trim()}` },
      close, ...[...note.childNodes].map(copyOf), make("div", { class: "quiet" }, ...sourceOf(note)),
      make("p", {}, make("a", { href: ref.hash }, "In the list of notes")));
    close.addEventListener("click", () => { fold(ref); ref.focus(); });
    const line = ref.closest("p, li, dd"), others = [...(line.tagName === "P" ? line.parentNode : line).children];
    if (line.tagName === "P") {
      const before = others.slice(others.indexOf(line) + 1);
      const last = before.findIndex((one) => !one.classList.contains("evidence"));
      (last > 0 ? before[last - 1] : last < 0 && before.length ? before[before.length - 1] : line).after(box);
    } else line.append(box);
    ref.setAttribute("aria-expanded", "true");
    ref.setAttribute("aria-controls", box.id);
  }

  function fold(ref) {
    const box = document.getElementById(ref.getAttribute("aria-controls"));
    if (box) box.remove();
    ref.setAttribute("aria-expanded", "false");
    ref.removeAttribute("aria-controls");
  }

  const isOpen = (ref) => ref.getAttribute("aria-expanded") === "true";

  function startEvidence() {
    for (const ref of all("a.ref")) {
      ref.setAttribute("role", "button");
      ref.setAttribute("aria-expanded", "false");
    }
    document.addEventListener("click", (event) => {
      const ref = event.target.closest("a.ref");
      if (!ref || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      isOpen(ref) ? fold(ref) : unfold(ref);
    });
  }

  // --- Filter and order ---

  const rows = () => all(':is(li, tr)[id^="r"]').filter((row) => /^r\d+$/.test(row.id));
  const filter = { facets: new Map(), form: null, status: null, places: null, words: new Map(), dates: new Map() };

  function choices(name, label, options) {
    const select = make("select", { name }, make("option", { value: "" }, "all"));
    for (const [value, text] of options) select.append(make("option", { value }, text));
    return options.length > 1 ? make("label", {}, `${label} `, select) : "";
  }

  function counted(valuesOf) {
    const counts = new Map();
    for (const facet of filter.facets.values())
      for (const value of valuesOf(facet)) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].map(([value, count]) => [value, `${value} (${count})`]);
  }

  function years(facet) {
    if (!facet.first && !facet.last) return ["no year"];
    const first = facet.first || facet.last, last = facet.last || facet.first;
    return first === last ? [first] : [first, last];
  }

  function sourceNames(numbers) {
    return numbers.map(([number, text]) => {
      const title = document.querySelector(`#s${number} .title`);
      return [number, title ? `${text.replace(/ \(/, `: ${title.textContent.slice(0, 60)} (`)}` : text];
    });
  }

  function controls() {
    const ordered = (options) => options.sort((one, two) => String(one[0]).localeCompare(String(two[0]), "en", { numeric: true }));
    return make("div", { class: "controls" },
      make("label", { class: "text" }, "Text ", make("input", { type: "search", name: "text", autocomplete: "off", spellcheck: "false" })),
      choices("year", "Year", ordered(counted(years))),
      choices("type", "What", ordered(counted((facet) => facet.types))),
      choices("status", "How sure", counted((facet) => [facet.status])),
      choices("source", "Source", sourceNames(ordered(counted((facet) => facet.sources)))),
      make("label", {}, "Order ", make("select", { name: "order" },
        make("option", { value: "" }, "by date"), make("option", { value: "rank" }, "by importance"))),
      make("button", { type: "button", class: "clear" }, "Clear"));
  }

  function fits(row, chosen) {
    const facet = filter.facets.get(row.id);
    if (!facet) return true;
    const [first, last] = [facet.first || facet.last, facet.last || facet.first];
    const year = chosen.year === "no year" ? !first : !chosen.year || (first <= +chosen.year && +chosen.year <= last && first);
    if (!filter.words.has(row)) filter.words.set(row, `${row.textContent} ${facet.date}`.toLowerCase().replace(/\s+/g, " "));
    return year && (!chosen.type || facet.types.includes(chosen.type)) && (!chosen.status || facet.status === chosen.status)
      && (!chosen.source || facet.sources.includes(+chosen.source))
      && chosen.text.split(/\s+/).every((word) => filter.words.get(row).includes(word));
  }

  // In the chronology headings give the year; by importance each date has its own.
  function dateInFull(row, isFull) {
    const shown = row.querySelector(".when b"), facet = filter.facets.get(row.id);
    if (!shown || !facet || !facet.date) return;
    if (!filter.dates.has(row)) filter.dates.set(row, shown.textContent);
    shown.textContent = isFull ? facet.date : filter.dates.get(row);
  }

  function order(byRank) {
    if (byRank === Boolean(filter.places)) return;
    const list = filter.byRank;
    if (!byRank) {
      for (const [row, place] of filter.places) place.replaceWith(row);
      filter.places = null;
    } else {
      filter.places = new Map(rows().map((row) => [row, document.createComment("")]));
      for (const [row, place] of filter.places) row.replaceWith(place);
      const rank = (row) => (filter.facets.get(row.id) || { rank: Infinity }).rank;
      list.append(...[...filter.places.keys()].sort((one, two) => rank(one) - rank(two)));
    }
    for (const row of rows()) dateInFull(row, byRank);
    list.hidden = !byRank;
    root.classList.toggle("ranked", byRank);
  }

  function hideEmpty() {
    const isEmpty = (part) => !part.querySelector(':is(li, tr)[id^="r"]:not([hidden])');
    for (const section of filter.sections) section.hidden = !section.contains(filter.form) && isEmpty(section);
    for (const list of filter.lists) list.classList.toggle("emptied", isEmpty(list));
  }

  function apply() {
    const read = (name) => (filter.form.elements[name] ? filter.form.elements[name].value : "");
    const chosen = { text: read("text").toLowerCase().trim(), year: read("year"), type: read("type"), status: read("status"), source: read("source") };
    order(read("order") === "rank");
    let shown = 0;
    const found = rows();
    for (const row of found) {
      row.hidden = !fits(row, chosen);
      shown += !row.hidden;
    }
    const isFiltered = shown < found.length, all = `${found.length} ${found.length === 1 ? "entry" : "entries"}`;
    root.classList.toggle("filtered", isFiltered);
    hideEmpty();
    filter.status.textContent = isFiltered ? `${shown} of ${all} shown` : all;
    filter.onPaper.textContent = isFiltered ? `Filtered on screen: ${shown} of ${all}.` : "";
  }

  function clear() {
    filter.form.reset();
    apply();
  }

  function startFilter() {
    const data = document.getElementById("facets"), first = rows()[0];
    if (!data || !first) return;
    for (const facet of JSON.parse(data.textContent))
      if (document.getElementById(`r${facet.row}`)) filter.facets.set(`r${facet.row}`, facet);
    filter.sections = new Set(rows().map((row) => row.closest("section")));
    filter.lists = new Set(rows().map((row) => row.parentNode));
    filter.status = make("p", { role: "status", class: "count" });
    filter.onPaper = make("p", { class: "paper-only sans small" });
    filter.form = make("form", { class: "filter sans small screen-only", role: "search", "aria-label": "Entries" },
      make("details", {}, make("summary", {}, "Filter and sort"), controls()), filter.status);
    filter.byRank = make(first.tagName === "TR" ? "tbody" : "ol", { class: "rows by-rank", hidden: "" });
    first.closest("section").querySelector("h2").after(filter.form, filter.onPaper);
    first.tagName === "TR" ? first.closest("table").append(filter.byRank) : filter.onPaper.after(filter.byRank);
    filter.form.querySelector("details").open = matchMedia("(min-width: 48.01rem)").matches;
    filter.form.addEventListener("input", apply);
    filter.form.addEventListener("submit", (event) => event.preventDefault());
    filter.form.querySelector(".clear").addEventListener("click", clear);
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#r"]'), row = link && target(link);
      if (row && row.hidden) clear();
    }, true);
    apply();
  }

  // --- A list of names that can be searched ---

  function startSearch() {
    for (const list of all("[data-search]")) {
      const field = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
      const status = make("p", { role: "status", class: "count" });
      const show = () => {
        const words = field.value.toLowerCase().split(/\s+/), found = all("[data-name]", list);
        for (const one of found) one.hidden = !words.every((word) => one.textContent.toLowerCase().includes(word));
        for (const group of all("[data-group]", list)) group.hidden = !group.querySelector("[data-name]:not([hidden])");
        status.textContent = `${found.filter((one) => !one.hidden).length} of ${found.length} shown`;
      };
      field.addEventListener("input", show);
      list.before(make("form", { class: "filter sans small screen-only", role: "search", "aria-label": list.dataset.search },
        make("div", { class: "controls" }, make("label", { class: "text" }, `${list.dataset.search} `, field)), status));
      list.previousElementSibling.addEventListener("submit", (event) => event.preventDefault());
      show();
    }
  }

  // --- Keys ---

  const KEYS = [["/", "to the filter"], ["j, k", "next entry, entry before"], ["e", "open or close the evidence of the entry"],
    ["Esc", "leave the filter, close what is open"], ["?", "this help"]];
  let help, isListening;

  function move(by) {
    const seen = rows().filter((row) => !row.hidden && row.getClientRects().length);
    const here = seen.indexOf(document.activeElement.closest("li[id], tr[id]"));
    const next = seen[here < 0 ? 0 : Math.min(Math.max(here + by, 0), seen.length - 1)];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  }

  function toggleEvidence() {
    const row = document.activeElement.closest("li[id], tr[id]"), refs = row ? all("a.ref", row) : [];
    const isAnyOpen = refs.some(isOpen);
    for (const ref of refs) isAnyOpen ? isOpen(ref) && fold(ref) : unfold(ref);
  }

  function toFilter() {
    const field = document.querySelector(".filter input[type=search]");
    if (!field) return;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
  }

  function escape(event) {
    const box = document.activeElement.closest(".evidence");
    const ref = box && all("a.ref").find((one) => one.getAttribute("aria-controls") === box.id);
    if (ref) { fold(ref); ref.focus(); } else if (isOpen(document.activeElement)) fold(document.activeElement);
    else if (document.activeElement.closest(".filter")) {
      event.preventDefault(); // a browser would empty the field, and not say so
      document.activeElement.blur();
    }
  }

  function startKeys() {
    isListening = make("input", { type: "checkbox" });
    isListening.checked = true;
    help = make("dialog", { class: "help sans", "aria-label": "Keys" }, make("h2", {}, "Keys"),
      make("dl", {}, ...KEYS.flatMap(([keys, what]) => [make("dt", {}, keys), make("dd", {}, what)])),
      make("p", {}, make("label", {}, isListening, " Listen to single keys")),
      make("form", { method: "dialog" }, make("button", {}, "Close")));
    document.body.append(help);
    const button = make("button", { type: "button" }, "Keys (?)");
    button.addEventListener("click", () => help.showModal());
    const contents = document.querySelector(".contents .fold");
    if (contents) contents.append(make("p", {}, button));
    const actions = { "/": toFilter, j: () => move(1), k: () => move(-1), e: toggleEvidence, "?": () => help.showModal() };
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return escape(event);
      if (event.key === " " && event.target.matches("a.ref")) { event.preventDefault(); return event.target.click(); }
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea") || help.open) return;
      if (isListening.checked && actions[event.key]) { event.preventDefault(); actions[event.key](); }
    });
  }

  function start() {
    // Where the contents have no place at the side they fold, also behind whoever chose from them.
    const foldContents = () => { for (const fold of all(".contents details")) fold.open = !matchMedia("(max-width: 71.99rem)").matches; };
    foldContents();
    for (const link of all(".contents ol a")) link.addEventListener("click", foldContents);
    for (const figure of all("figure")) if (figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0;
    startEvidence();
    startFilter();
    startSearch();
    startKeys();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
