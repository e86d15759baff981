// The queue of doubts: keys answer, and what an answer changed is told when the case has been resolved behind.
"use strict";
(() => {
  const byKey = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const others = { n: "j", p: "k" };
  let isLeaving = false; // a key pressed while the next page comes is meant for that one, not for this
  addEventListener("pageshow", () => { isLeaving = false; });
  document.addEventListener("submit", (event) => { if (event.target.method === "post") isLeaving = true; });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isLeaving) { event.preventDefault(); return; }
    const help = document.querySelector("dialog.help");
    if (help && help.open) return; // its own keys alone: Escape closes it
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
    if (event.key === "?" && help) { event.preventDefault(); help.showModal(); return; }
    const element = event.key === "z" ? document.querySelector(".done button") : byKey(others[event.key] || event.key);
    if (!element) return;
    event.preventDefault();
    if (element.href) isLeaving = true;
    element.click();
  });

  const keys = byKey("?");
  if (keys) keys.addEventListener("click", () => document.querySelector("dialog.help").showModal());

  // --- What each answer would change: told when it is known; nobody waits for it ---

  const would = document.querySelector("[data-effects]");
  const asking = would && [...document.querySelectorAll(".answers [name=verdict]")];

  function tell(effects) {
    would.replaceChildren(...asking.map((button) => {
      const one = document.createElement("div"), answer = document.createElement("dt"), effect = document.createElement("dd");
      answer.textContent = button.firstChild.textContent.trim();
      effect.textContent = effects ? effects[button.value] : "…";
      one.append(answer, effect);
      return one;
    }));
  }

  async function askEffects(wait) {
    const answer = await fetch(would.dataset.effects, { credentials: "same-origin" }).catch(() => null);
    const found = answer && answer.ok ? await answer.json() : { state: "gone" };
    if (found.state === "working") setTimeout(askEffects, wait, Math.min(4000, wait * 1.5));
    else if (found.state === "done") tell(found);
    else would.remove();
  }
  if (would) { tell(null); setTimeout(askEffects, 400, 600); } // who answers at once asks for nothing

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
    } else if ("reload" in line.dataset) {
      location.reload(); // the page says all of it
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
