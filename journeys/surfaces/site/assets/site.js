// The theme, the search, the size of drawings and the ledger's filter. Without scripts all pages can be read.
(function () {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
  all(".tools, .zoom, .filters").forEach((element) => { element.hidden = false; });

  // Theme
  const toggle = one("[data-theme-switch]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const showTheme = () => toggle.setAttribute("aria-pressed", String(isDark()));
  toggle.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("journeys-theme", root.dataset.theme); } catch (error) { /* Not kept. */ }
    showTheme();
  });
  system.addEventListener("change", showTheme);
  showTheme();

  // Search
  const MOST = 30;
  const dialog = one("dialog.search");
  const input = one("input", dialog);
  const results = one(".results", dialog);
  const state = one(".state", dialog);
  let index = null;
  const folded = (text) => text.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  const load = () => new Promise((done, failed) => {
    if (index) { done(); return; }
    const script = document.createElement("script");
    script.src = root.dataset.root + "assets/search-index.js";
    script.onload = () => {
      index = window.journeysIndex.map(([title, kind, link, words]) => (
        { title, kind, link, head: folded(title), text: folded(title + " " + kind + " " + words) }
      ));
      done();
    };
    script.onerror = failed;
    document.head.append(script);
  });
  const rank = (row, words) => words.reduce((sum, word) => {
    const at = row.head.indexOf(word);
    if (at < 0) return sum + 3;
    return sum + (at === 0 ? 0 : /[\p{L}\p{N}]/u.test(row.head[at - 1]) ? 2 : 1);
  }, 0);
  const found = (words) => index
    .filter((row) => words.every((word) => row.text.includes(word)))
    .map((row) => [rank(row, words), row])
    .sort((a, b) => a[0] - b[0])
    .map(([, row]) => row);
  const item = (row) => {
    const link = document.createElement("a");
    link.href = root.dataset.root + row.link;
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = row.kind;
    const title = document.createElement("bdi");
    title.textContent = row.title;
    link.append(title, " ", kind);
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  };
  const look = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    const rows = words.length && index ? found(words) : [];
    results.replaceChildren(...rows.slice(0, MOST).map(item));
    const more = rows.length > MOST ? `, the first ${MOST} are shown` : "";
    state.textContent = words.length ? `${rows.length} result${rows.length === 1 ? "" : "s"}${more}` : "";
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    load().then(look, () => { state.textContent = "The search index is missing."; });
  };
  one("[data-search]").addEventListener("click", open);
  one("[data-close]", dialog).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  results.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  input.addEventListener("input", look);
  dialog.addEventListener("keydown", (event) => {
    const links = all("a", results);
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
    if (event.key === "Enter" && document.activeElement === input && links.length) links[0].click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)] || input).focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (slash || k) { event.preventDefault(); open(); }
  });

  // Drawings
  all("figure.drawing").forEach((figure) => {
    const canvas = one(".canvas", figure);
    const svg = one("svg", canvas);
    const natural = svg.getBoundingClientRect().width;
    const size = (width) => {
      const middle = (canvas.scrollLeft + canvas.clientWidth / 2) / canvas.scrollWidth;
      svg.style.width = `${Math.max(200, Math.min(width, natural * 4))}px`;
      svg.style.height = "auto";
      canvas.scrollLeft = middle * canvas.scrollWidth - canvas.clientWidth / 2;
    };
    const sizes = {
      in: () => size(svg.getBoundingClientRect().width * 1.25),
      out: () => size(svg.getBoundingClientRect().width / 1.25),
      fit: () => size(canvas.clientWidth - 2),
      full: () => size(natural),
    };
    figure.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom]");
      if (button) sizes[button.dataset.zoom]();
    });
  });

  // Filter of the ledger
  all(".filters").forEach((filters) => {
    const rows = all("tr[data-state]");
    filters.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-filter]");
      if (!chosen) return;
      all("[data-filter]", filters).forEach((button) => button.setAttribute("aria-pressed", String(button === chosen)));
      rows.forEach((row) => { row.hidden = chosen.dataset.filter !== "" && row.dataset.state !== chosen.dataset.filter; });
      one(".state", filters).textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown`;
    });
  });
})();
