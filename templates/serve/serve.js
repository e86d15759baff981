// What the pages of `dossier serve` do beyond forms. Without it they are complete.
"use strict";
(() => {
  document.documentElement.classList.add("js");
})();
