(() => {
  "use strict";
  const READABLE = 0.8;
  const data = JSON.parse(document.getElementById("data").textContent);
  const stage = document.getElementById("stage");
  const sheet = document.getElementById("sheet");
  const svg = sheet.querySelector("svg");
  const details = document.getElementById("details");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const cards = [...svg.querySelectorAll("g.card")];
  const promises = [...svg.querySelectorAll("g.promise")];
  const buttons = [...document.querySelectorAll("#promises button")];
  const width = svg.getBoundingClientRect().width;
  const height = svg.getBoundingClientRect().height;
  const view = Panzoom(sheet, { canvas: true, minScale: 0.02, maxScale: 8, animate: false, step: 0.25 });

  // The page's top left corner at a place of the stage: the transform turns around the sheet's middle.
  function place(scale, left, top) {
    view.zoom(scale);
    view.pan((left - (width * (1 - scale)) / 2) / scale, (top - (height * (1 - scale)) / 2) / scale);
  }

  // The whole drawing; of a very long one the beginning, so that something can be read.
  function fit() {
    const across = stage.clientWidth / width;
    const down = stage.clientHeight / height;
    const whole = Math.min(across, down, 1.5);
    const scale = whole < 0.2 ? Math.min(Math.max(across, down), 0.6) : whole;
    place(scale, Math.max(0, (stage.clientWidth - width * scale) / 2), 0);
  }

  // Read from what is shown now: a new transform is only applied with the next frame.
  function centre(element, least) {
    const box = element.getBoundingClientRect();
    const shown = sheet.getBoundingClientRect();
    const now = shown.width / width;
    const scale = Math.max(view.getScale(), least);
    const x = (box.left - shown.left + box.width / 2) / now;
    const y = (box.top - shown.top + box.height / 2) / now;
    place(scale, stage.clientWidth / 2 - x * scale, stage.clientHeight / 2 - y * scale);
  }

  // About the middle of what is seen.
  function zoomBy(factor) {
    const room = stage.getBoundingClientRect();
    const shown = sheet.getBoundingClientRect();
    const now = shown.width / width;
    const scale = Math.min(8, Math.max(0.02, now * factor));
    const across = room.width / 2;
    const down = room.height / 2;
    const x = (room.left + across - shown.left) / now;
    const y = (room.top + down - shown.top) / now;
    place(scale, across - x * scale, down - y * scale);
  }

  function intoView(element) {
    const box = element.getBoundingClientRect();
    const room = stage.getBoundingClientRect();
    if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) {
      centre(element, 0);
    }
  }

  function tell(lines) {
    details.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.dir = "auto";
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  function light(promise) {
    const chain = new Set(promise ? [promise, ...(data.chains[promise] || [])] : []);
    svg.classList.toggle("lit", chain.size > 0);
    const columns = new Set();
    const shown = new Set();
    for (const card of cards) {
      const on = chain.has(card.dataset.node) || chain.has(card.dataset.promise);
      card.classList.toggle("on", on);
      if (on) {
        columns.add(card.dataset.column);
        shown.add(card.dataset.node);
      }
    }
    for (const card of cards) {
      if (card.dataset.lane === "steps" && columns.has(card.dataset.column)) card.classList.add("on");
    }
    for (const bar of promises) bar.classList.toggle("on", chain.has(bar.dataset.promise));
    for (const line of svg.querySelectorAll("g.connector")) {
      line.classList.toggle("on", shown.has(line.dataset.source) && shown.has(line.dataset.target));
    }
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.promise === promise));
    }
  }

  function toggle(promise) {
    const pressed = buttons.some((one) => one.dataset.promise === promise && one.getAttribute("aria-pressed") === "true");
    light(pressed ? "" : promise);
  }

  let hits = [];
  let next = 0;
  function find() {
    const word = search.value.trim().toLocaleLowerCase();
    const all = [...cards, ...promises];
    hits = word ? all.filter((one) => (told.get(one) || []).join("\n").toLocaleLowerCase().includes(word)) : [];
    const marked = new Set(hits);
    for (const one of all) one.classList.toggle("hit", marked.has(one));
    found.textContent = word ? `${hits.length} found` : "";
    next = 0;
  }

  const told = new Map();
  cards.forEach((card, index) => told.set(card, data.cards[index] || []));
  promises.forEach((bar, index) => told.set(bar, data.promises[index] || []));
  [...svg.querySelectorAll("g.phase")].forEach((band, index) => told.set(band, data.phases[index] || []));
  const title = svg.querySelector("g.title");
  if (title) told.set(title, data.title);
  for (const [element, lines] of told) {
    if (!lines.length) continue;
    element.setAttribute("tabindex", "0");
    element.addEventListener("pointerenter", () => tell(lines));
    element.addEventListener("focus", () => {
      tell(lines);
      requestAnimationFrame(() => intoView(element));
    });
    const promise = element.dataset.promise;
    if (promise) {
      element.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          toggle(promise);
        }
      });
    }
  }

  let pressed = null;
  stage.addEventListener("pointerdown", (event) => (pressed = [event.clientX, event.clientY]), true);
  stage.addEventListener("click", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 5) {
      event.preventDefault();
      return;
    }
    const hit = event.target.closest("[data-promise]");
    if (hit) toggle(hit.dataset.promise);
    else if (!event.target.closest("g.card, a")) light("");
  });
  for (const button of buttons) button.addEventListener("click", () => toggle(button.dataset.promise));

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits.length) {
      centre(hits[next], READABLE);
      tell(told.get(hits[next]));
      found.textContent = `${next + 1} of ${hits.length}`;
      next = (next + 1) % hits.length;
    }
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) view.zoomWithWheel(event);
      else view.pan(-event.deltaX / view.getScale(), -event.deltaY / view.getScale(), { relative: true });
    },
    { passive: false },
  );
  document.getElementById("closer").addEventListener("click", () => zoomBy(1.25));
  document.getElementById("further").addEventListener("click", () => zoomBy(0.8));
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("print").addEventListener("click", () => window.print());
  const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      find();
      light("");
    } else if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "+" || event.key === "=") zoomBy(1.25);
    else if (event.key === "-") zoomBy(0.8);
    else if (event.key === "0") fit();
    else if (moves[event.key] && stage.contains(event.target)) {
      event.preventDefault();
      const [x, y] = moves[event.key];
      view.pan(x / view.getScale(), y / view.getScale(), { relative: true });
    }
  });
  window.addEventListener("resize", fit);
  // Panzoom places the sheet itself in a timer of its own, which is set before this one.
  setTimeout(fit);
})();
