/* The frame of a page: its colours, the search when it is asked for, the section being read in the contents.
   Menu, contents and notes of terms need no script. Buttons that do are shown by it. */
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);

  // Colours: those of the system, or the reader's choice, which the small script at the head of a page sets.
  const colours = document.querySelector(".to-colours");
  const next = { auto: "default", default: "slate", slate: "auto" };
  const name = () => {
    const words = colours.dataset[next[document.body.dataset.mdColorScheme]];
    colours.title = words;
    colours.setAttribute("aria-label", words);
  };
  if (colours) {
    colours.hidden = false;
    name();
    colours.addEventListener("click", () => {
      const scheme = next[document.body.dataset.mdColorScheme];
      document.body.dataset.mdColorScheme = scheme;
      name();
      try {
        localStorage.setItem("report-colours", scheme);
      } catch { /* storage is blocked: the choice holds for this page */ }
    });
  }

  // Search: nothing of it is loaded before it is asked for.
  const search = byId("search");
  let asked = false;
  const failed = () => {
    search.textContent = "";
    const text = document.createElement("p");
    text.textContent = search.dataset.missing;
    const close = document.createElement("button");
    close.textContent = search.dataset.close || "×";
    close.onclick = () => search.close();
    search.append(text, close);
    search.showModal();
    asked = false;
  };
  const openSearch = () => {
    if (search.open) return;
    if (asked) {
      search.dispatchEvent(new Event("search-open"));
      return;
    }
    asked = true;
    const style = document.createElement("link");
    const script = document.createElement("script");
    Object.assign(style, { rel: "stylesheet", href: search.dataset.style });
    Object.assign(script, { src: search.dataset.script, onerror: failed });
    document.head.append(style, script);
  };
  if (search?.showModal) {
    for (const button of document.querySelectorAll("[data-search-open]")) {
      button.hidden = false;
      button.addEventListener("click", openSearch);
    }
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const wanted = event.key === "/" ? !typing && !event.ctrlKey && !event.metaKey && !event.altKey : event.key === "k" && (event.ctrlKey || event.metaKey);
      if (!wanted) return;
      event.preventDefault();
      openSearch();
    });
    if (new URLSearchParams(location.search).has("q")) openSearch();
  }

  // The way up, once there is one.
  const top = document.querySelector(".to-top");
  if (top) {
    let last = scrollY;
    addEventListener("scroll", () => {
      top.hidden = scrollY < innerHeight || scrollY > last; // going down, it would stand on the text
      last = scrollY;
    }, { passive: true });
    top.addEventListener("click", () => {
      scrollTo({ top: 0 });
      document.querySelector(".skip")?.focus({ preventScroll: true });
    });
  }

  // The section being read, in the contents.
  const entries = new Map([...document.querySelectorAll(".contents a")].map((link) => [byId(decodeURIComponent(link.hash.slice(1))), link]));
  entries.delete(null);
  const mark = () => {
    const line = innerHeight / 3;
    let here = null;
    for (const heading of entries.keys()) {
      if (heading.getBoundingClientRect().top > line) break;
      here = heading;
    }
    for (const [heading, link] of entries) {
      if (heading === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  if (entries.size && window.IntersectionObserver) {
    new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" }).observe(document.querySelector("h1"));
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }, { passive: true });
  }
  // Who walks on with the keyboard leaves what is open, which would cover the next place (WCAG 2.2, 2.4.11).
  document.addEventListener("focusin", ({ target }) => {
    for (const panel of document.querySelectorAll(":popover-open")) {
      if (!panel.contains(target) && target.popoverTargetElement !== panel) panel.hidePopover();
    }
  });
  // A place was chosen: what covers it goes.
  for (const panel of [byId("menu"), byId("contents")]) {
    panel?.addEventListener("click", (event) => {
      if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
    });
  }
})();
