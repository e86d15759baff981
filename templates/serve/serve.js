// What the pages of `dossier serve` do beyond forms. Without it they are complete. It makes elements and text only.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // --- Words selected in an article: a button leads to the page on them ---

  function startSelecting() {
    const form = document.querySelector("form.choose");
    if (!form) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "selected-words sans";
    button.hidden = true;
    document.body.append(button);
    let words = "";
    document.addEventListener("selectionchange", () => {
      const selection = getSelection(), text = document.querySelector(".words");
      words = selection.rangeCount && text.contains(selection.anchorNode) ? selection.toString().replace(/\s+/g, " ").trim() : "";
      button.hidden = !words || words.length > 600;
      button.textContent = `Correct “${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;
    });
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
    button.addEventListener("click", () => { form.elements.words.value = words; form.submit(); });
  }

  // --- The field of a decision that is opened is where one types ---

  function startDecisions() {
    for (const one of document.querySelectorAll("details.decision"))
      one.addEventListener("toggle", () => {
        const field = one.open && one.querySelector("input:not([type=hidden]), select, textarea");
        if (field && one.contains(document.activeElement)) { field.focus(); if (field.select) field.select(); }
      });
  }

  // --- What takes a while says so ---

  function startWaiting() {
    const line = document.createElement("p");
    line.className = "progress waiting sans small";
    line.setAttribute("role", "status");
    document.addEventListener("submit", (event) => {
      if (event.target.method === "post") setTimeout(() => { event.target.append(line); line.textContent = "The case is being resolved anew …"; }, 600);
    });
    addEventListener("pageshow", () => line.remove());
  }

  document.addEventListener("DOMContentLoaded", () => { startWaiting(); startSelecting(); startDecisions(); });
})();
