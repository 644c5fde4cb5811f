// Before anything is shown: the theme that the reader chose last.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("journeys-theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch (error) { /* A browser that keeps nothing follows the system. */ }
})();
