/* Other editions of the page: the answer of the public tree's editions.json to “Is there a later one?”, and a
   switch that keeps page, language, paragraph and query. Without an answer the plain links stay as they are. */
(async () => {
  "use strict";
  const box = document.querySelector(".edition-box[data-edition]");
  const base = new URL("..", document.currentScript.src), root = new URL("..", base);
  const { edition, public: site, ...words } = box.dataset;
  const { lang } = document.documentElement;
  const page = location.pathname.slice(base.pathname.length).replace(/index\.html$/, "").replace(/^[^/]*\//, "");
  const add = (parent, name, text = "", values = {}) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(text);
    parent.append(made, " ");
    return made;
  };

  // Where the reader comes from, if something of it is not here: ?from=2026/ai/#p12
  const query = new URLSearchParams(location.search);
  const from = /^(\d{4}[\w.-]*)\/([\w/-]*)(#p\w+)?$/.exec(query.get("from") || "");
  if (query.has("from")) {
    query.delete("from");
    history.replaceState(null, "", location.pathname + (String(query) && `?${query}`) + location.hash);
  }
  if (from && !(from[3] && document.getElementById(location.hash.slice(1)))) {
    const note = document.createElement("p");
    note.className = "edition-moved";
    note.setAttribute("role", "status");
    add(note, "span", words[from[3] ? "removed" : "moved"].replace("{edition}", from[1]));
    const old = `${lang}/${from[2]}${from[3] || ""}`;
    add(note, "a", old, { href: new URL(`${from[1]}/${old}`, root) });
    document.querySelector(".md-content__inner").prepend(note);
  }
  if (location.protocol === "file:") {
    if (site) box.querySelector(".edition-later").href = site;
    return;
  }

  const get = async (path) => (await fetch(new URL(path, root), { cache: "no-cache" })).json();
  const order = new Intl.Collator("en", { numeric: true }).compare;

  // An edition's pages.json tells its pages, and what became of the paragraphs of each edition before it.
  const placed = async (to) => {
    const [there, here] = await Promise.all([to, edition].map((each) => get(`${each}/pages.json`).catch(() => 0)));
    let path = page, { search, hash } = location, lost = "";
    while (path && Array.isArray(there?.pages) && !there.pages.includes(path)) path = path.replace(/[^/]*\/$/, "");
    if (path !== page) [search, hash, lost] = ["", "", page];
    else if (/^#p\d/.test(hash)) {
      const forth = there?.anchors?.[edition]?.[page] || {}, back = here?.anchors?.[to]?.[page] || {};
      const own = hash.slice(1), old = Object.keys(back).find((each) => back[each] === own);
      const now = own in forth ? forth[own] : old || (own in back ? "" : own);
      lost = page + hash;
      hash = now && `#${now}`;
    }
    const url = new URL(`${to}/${lang}/${path}${search}`, root);
    if (lost) url.searchParams.set("from", `${edition}/${lost}`);
    url.hash = hash || "";
    return url;
  };
  const go = async (to) => location.assign(await placed(to));
  document.addEventListener("click", (event) => {
    const { to } = event.target.dataset;
    if (!to || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  });

  try {
    const { current, editions } = await get("editions.json");
    const known = editions.filter(({ id, path }) => /^\d{4}[\w.-]*$/.test(id) && path === `${id}/`);
    const here = known.some(({ id }) => id === current);
    const answer = add(box, "p", "", { className: "edition-answer" });
    if (here && order(current, edition) > 0) {
      const ribbon = document.querySelector(".ribbon");
      ribbon.classList.add("ribbon-superseded");
      for (const each of [answer, add(ribbon, "span")]) {
        add(each, "strong", words.superseded.replace("{edition}", current));
        add(each, "a", words.readThere, { href: new URL(`${current}/${lang}/${page}`, root) }).dataset.to = current;
      }
    } else if (current === edition) answer.append(words.latest);
    if (!known.some(({ id }) => id !== edition)) return;
    const form = add(box, "form", "", { onsubmit: () => (go(form.elements.to.value), false) });
    const select = add(add(form, "label", `${words.choose} `), "select", "", { name: "to" });
    for (const { id } of known.sort((one, two) => order(two.id, one.id))) add(select, "option", id, { value: id });
    select.value = edition;
    add(form, "button", words.open);
  } catch { /* no list, or a damaged one */ }
})();
