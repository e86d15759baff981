// The queue of doubts: keys answer, and what an answer changed is told when the case has been resolved behind.
"use strict";
(() => {
  const byKey = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const others = { n: "j", p: "k" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const typing = event.target.closest("input, textarea, select");
    if (typing) {
      if (event.key === "Escape") typing.blur();
      return;
    }
    if (event.key === "w") {
      const why = document.querySelector(".answers [name=why]");
      if (why) { event.preventDefault(); why.focus(); }
      return;
    }
    const element = event.key === "z" ? document.querySelector(".done button") : byKey(others[event.key] || event.key);
    if (element) { event.preventDefault(); element.click(); }
  });

  const line = document.querySelector("[data-progress]");
  if (!line) return;
  const link = line.querySelector("a");
  const asked = Date.now();

  async function ask() {
    const answer = await fetch(line.dataset.progress, { credentials: "same-origin" }).catch(() => null);
    const found = answer && answer.ok ? await answer.json() : { state: "gone" };
    if (found.state === "working") {
      line.textContent = found.words || (Date.now() - asked > 1500 ? "The case is being resolved anew …" : "…");
      setTimeout(ask, Math.min(2000, 200 + (Date.now() - asked) / 4));
    } else if (found.words) {
      line.textContent = found.words + " ";
      link.textContent = "Show it"; // the link leads to what a page without a script shows
      line.append(link);
    } else {
      line.remove();
    }
  }
  ask();
})();
