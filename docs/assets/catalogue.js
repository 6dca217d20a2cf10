/* Instant filters for the catalogue. Every case and every list can be reached without this script:
   it turns the links to lists into checkboxes, and shows the cases that meet all of them.
   Nothing is sent or stored; the address holds the view, so that a link restores it.
   Texts of records reach the page as text only. */
(() => {
  "use strict";

  const STEP = 50; // rows
  const LONGEST = 100; // characters of a text to look for
  const SORTS = ["administration", "title", "newest", "oldest", "stage", "checked"];
  const IGNORED = new Set(["h"]); // the words that the site's search found are marked on the page it leads to
  const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i" };

  const form = document.querySelector("form.catalogue");
  const body = form?.querySelector(".case-table tbody");
  if (!body) return;

  const one = (selector) => form.querySelector(selector);
  const made = (name, text, properties) =>
    Object.assign(document.createElement(name), { textContent: text, ...properties });
  const language = document.documentElement.lang;
  const number = new Intl.NumberFormat(language);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const parts = Object.fromEntries(
    ["notice", "filters", "count", "chosen", "none", "clear", "more", "pages", "actions", "done"]
      .map((name) => [name, one(`.catalogue-${name}`)]));
  const typed = one("#catalogue-text");
  const sorting = one("#catalogue-sort");
  const scroll = one(".table-scroll");
  const more = one("[data-do=more]");
  const [pattern] = body.rows; // a row as the page writes it, to be copied

  /* Loading: the only place that knows how data reach the page. An offline pack hands the files over
     in a script of its own, because a page from a disk may fetch nothing. */

  const given = window.registerFiles ?? {};

  const load = async (name) => {
    if (name in given) return given[name];
    const answer = await fetch(form.dataset.data + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };

  const table = async () => {
    const address = form.dataset.table;
    const name = address.slice(address.lastIndexOf("/") + 1);
    if (name in given) return given[name];
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.text(); // decoding takes the byte order mark off
  };

  const notice = (text) => {
    parts.notice.textContent = text;
    parts.notice.hidden = !text;
  };

  /* Words without accents, capitals, ligatures and kinds of apostrophe or hyphen. */

  const fold = (text) => text
    .replace(/[’‘ʼ′`´]/g, "'")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? letter.replace(/\p{M}/u, "").replace(/[‐-―]/, "-"));

  /* The register: facets by column, titles in files that are loaded when they are needed. */

  const facetOf = ({ values, names, cases }, key) => {
    const starts = new Uint32Array(cases.length + 1);
    const places = new Uint16Array(cases.flat());
    cases.forEach((each, place) => {
      starts[place + 1] = starts[place] + (Array.isArray(each) ? each.length : 1);
    });
    return {
      key, values, names, starts, places,
      chosen: new Uint8Array(values.length),
      counts: new Uint32Array(values.length),
      labels: [], // what the page calls each value, shorter than its name
      place: new Map(values.map((value, place) => [value, place])),
    };
  };

  const registerOf = (data) => {
    const facets = Object.entries(data.facets).map(([key, column]) => facetOf(column, key));
    const facet = Object.fromEntries(facets.map((each) => [each.key, each]));
    const first = (key, place) => facet[key].places[facet[key].starts[place]];
    const chunks = [];
    const orders = new Map();
    let texts = null;

    const chunk = (place) => {
      const index = Math.floor(place / data.rows);
      chunks[index] ??= load(`titles-${index}.json`).then(
        (rows) => { chunks[index] = rows; },
        (error) => { chunks[index] = undefined; throw error; }); // to be asked for again
      return chunks[index];
    };
    const row = (place) => chunks[Math.floor(place / data.rows)][place % data.rows];
    const loaded = async (places) => {
      const waiting = new Set(Array.from(places, chunk).filter((each) => !Array.isArray(each)));
      if (waiting.size) await Promise.all(waiting);
    };
    const everything = () =>
      loaded(Array.from({ length: Math.ceil(data.cases / data.rows) }, (_, index) => index * data.rows));

    const named = ["technology", "process"].map((key) => facet[key]);
    const text = (place) => {
      const [, ...words] = row(place);
      named.forEach(({ starts, places, names, labels }) => {
        for (let at = starts[place]; at < starts[place + 1]; at++) words.push(names[places[at]], labels[places[at]]);
      });
      return fold(words.join("\n"));
    };
    const containing = (words) => {
      texts ??= Array.from({ length: data.cases }, (_, place) => text(place));
      return Uint8Array.from(texts, (each) => (words.every((word) => each.includes(word)) ? 1 : 0));
    };

    const year = (place) => Number(facet.year.values[first("year", place)]); // NaN where none is stated
    const keys = {
      administration: (place) => place,
      newest: (place) => -year(place) || Infinity,
      oldest: (place) => year(place) || Infinity,
      stage: (place) => first("stage", place),
      checked: (place) => data.checked[place],
    };
    const ordered = (sort) => {
      const all = Array.from({ length: data.cases }, (_, place) => place);
      if (sort === "title") {
        const sorted = all.map((place) => fold(row(place)[1]).replace(/[^\p{L}\p{N} ]/gu, ""));
        return all.sort((a, b) => (sorted[a] < sorted[b] ? -1 : sorted[a] > sorted[b] ? 1 : a - b));
      }
      const sorted = all.map(keys[sort]);
      return all.sort((a, b) => (sorted[a] === sorted[b] ? a - b : sorted[a] - sorted[b]));
    };
    const order = (sort) => {
      if (!orders.has(sort)) orders.set(sort, ordered(sort));
      return orders.get(sort);
    };

    return { data, facets, facet, first, row, loaded, everything, containing, order };
  };

  /* Filtering: a case that fails no facet is shown; one that fails a single facet still counts for
     the choices of that facet, because choosing them would show it. */

  const found = (register, words, sort) => {
    const hits = words.length ? register.containing(words) : null;
    const limiting = register.facets.filter((facet) => facet.chosen.includes(1));
    const count = (facet, place) => {
      for (let at = facet.starts[place]; at < facet.starts[place + 1]; at++) facet.counts[facet.places[at]]++;
    };
    const fails = (facet, place) => {
      for (let at = facet.starts[place]; at < facet.starts[place + 1]; at++)
        if (facet.chosen[facet.places[at]]) return false;
      return true;
    };
    register.facets.forEach((facet) => facet.counts.fill(0));
    return register.order(sort).filter((place) => {
      if (hits && !hits[place]) return false;
      const failed = limiting.filter((facet) => fails(facet, place));
      if (failed.length === 1) count(failed[0], place);
      if (failed.length) return false;
      register.facets.forEach((facet) => count(facet, place));
      return true;
    });
  };

  /* The address: `?technology=ai,iot&region=ESA&text=…&sort=title`. Not `q`: the site's own search takes that. */

  const written = (register, view) => {
    const pairs = register.facets
      .map(({ key, values, chosen }) => [key, values.filter((_, place) => chosen[place]).map(encodeURIComponent)])
      .filter(([, values]) => values.length)
      .map(([key, values]) => `${key}=${values.join(",")}`);
    if (view.text.trim()) pairs.push(`text=${encodeURIComponent(view.text.trim())}`);
    if (view.sort !== SORTS[0]) pairs.push(`sort=${view.sort}`);
    return pairs.length ? `?${pairs.join("&")}` : "";
  };

  const decoded = (text) => {
    try {
      return decodeURIComponent(text.replaceAll("+", " "));
    } catch {
      return null;
    }
  };

  // Gives the view that an address asks for, or the part of the address that is not understood.
  const read = (register, search) => {
    const asked = new Map();
    for (const pair of search.slice(1).split("&").filter(Boolean)) {
      const [key, value] = /^([^=]*)=?(.*)$/s.exec(pair).slice(1).map(decoded);
      if (IGNORED.has(key)) continue;
      const places = Object.hasOwn(register.facet, key)
        ? value?.split(",").map((each) => register.facet[key].place.get(each)) : null;
      const known = places ? !places.includes(undefined)
        : key === "text" ? value?.trim() && value.length <= LONGEST
        : key === "sort" && SORTS.includes(value);
      if (!known || asked.has(key)) return { unknown: decoded(pair) ?? pair };
      asked.set(key, places ?? value);
    }
    return { asked };
  };

  /* The page */

  const build = (register) => {
    const view = { text: "", sort: SORTS[0], rows: STEP, places: [] };
    const boxes = new Map(register.facets.map((facet) => [facet, []]));
    const switches = [...document.querySelectorAll("a.language-switch[hreflang]")];
    const homes = switches.map((link) => link.getAttribute("href"));
    let turn = 0;
    let address = location.search;

    const drawn = (place) => {
      const [id, title, administrations] = register.row(place);
      const row = pattern.cloneNode(true);
      const [, who, stage, since, evidence] = row.cells;
      const link = row.querySelector("a");
      link.href = form.dataset.case.replace("{id}", id);
      link.textContent = title;
      who.textContent = administrations;
      for (const [cell, key] of [[stage, "stage"], [evidence, "evidence"]]) {
        const { values, names } = register.facet[key];
        const value = register.first(key, place);
        cell.firstElementChild.className = `${key} ${key}-${values[value]}`;
        cell.firstElementChild.textContent = names[value];
      }
      const year = register.facet.year.values[register.first("year", place)];
      since.textContent = /^\d+$/.test(year) ? year : "–";
      return row;
    };

    const drawCounts = () => {
      boxes.forEach((values, { counts, chosen }) => values.forEach(({ item, box, figure }, place) => {
        const text = number.format(counts[place]);
        if (figure.textContent !== text) figure.textContent = text;
        item.classList.toggle("catalogue-empty", counts[place] === 0);
        box.checked = Boolean(chosen[place]);
      }));
    };

    const chip = (name, remove) => {
      const button = made("button", name, { type: "button" });
      button.setAttribute("aria-label", filled(parts.chosen.dataset.remove, { name }));
      button.addEventListener("click", () => {
        const place = [...parts.chosen.children].indexOf(button.parentElement);
        remove();
        change().then(() => {
          const rest = parts.chosen.querySelectorAll("button");
          (rest[Math.min(place, rest.length - 1)] ?? parts.count).focus();
        });
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    };

    const drawChosen = () => {
      const chips = [];
      boxes.forEach((values, facet) => values.forEach(({ name }, place) => {
        if (facet.chosen[place]) chips.push(chip(name, () => { facet.chosen[place] = 0; }));
      }));
      if (view.text.trim()) {
        const name = filled(parts.chosen.dataset.words, { words: view.text.trim() });
        chips.push(chip(name, () => { view.text = typed.value = ""; }));
      }
      parts.chosen.replaceChildren(...chips);
      parts.chosen.hidden = parts.clear.hidden = !chips.length;
    };

    const drawMore = () => {
      const left = view.places.length - view.rows;
      parts.more.hidden = left <= 0;
      more.textContent = filled(more.dataset.text, { count: number.format(Math.min(left, STEP)) });
    };

    const drawCount = () => {
      const { count, all } = parts.count.dataset;
      const [shown, total] = [view.places.length, register.data.cases];
      parts.count.textContent = shown === total ? all
        : filled(count, { shown: number.format(shown), total: number.format(total) });
    };

    const draw = () => {
      drawCounts();
      drawChosen();
      const { href } = body.contains(document.activeElement) ? document.activeElement : {};
      body.replaceChildren(...view.places.slice(0, view.rows).map(drawn));
      if (href) [...body.querySelectorAll("a")].find((link) => link.href === href)?.focus();
      drawMore();
      drawCount();
      scroll.hidden = !view.places.length;
      parts.none.hidden = Boolean(view.places.length);
    };

    // Gives whether titles have come and are still wanted: a later choice overtakes an earlier one.
    const arrived = async (mine, loading) => {
      scroll.ariaBusy = "true";
      try {
        await loading;
      } catch {
        if (mine === turn) notice(parts.notice.dataset.failed);
        return false;
      } finally {
        if (mine === turn) scroll.ariaBusy = "false";
      }
      return mine === turn;
    };

    const show = async () => {
      const mine = ++turn;
      const words = fold(view.text).split(/\s+/).filter(Boolean);
      if ((words.length || view.sort === "title") && !await arrived(mine, register.everything())) return;
      const places = found(register, words, view.sort);
      if (!await arrived(mine, register.loaded(places.slice(0, STEP)))) return;
      Object.assign(view, { places, rows: STEP });
      draw();
    };

    const follow = (search) => {
      switches.forEach((link, place) => { link.setAttribute("href", homes[place] + search); });
    };

    const change = () => {
      notice("");
      parts.done.textContent = "";
      address = written(register, view);
      follow(address);
      try {
        history.replaceState(history.state, "", location.pathname + address + location.hash);
      } catch {
        // a browser may limit how often an address changes; the view itself goes on
      }
      return show();
    };

    const reset = () => {
      register.facets.forEach(({ chosen }) => chosen.fill(0));
      view.text = typed.value = "";
    };

    const restore = () => {
      const { asked, unknown } = read(register, location.search);
      reset();
      view.sort = asked?.get("sort") ?? SORTS[0];
      view.text = asked?.get("text") ?? "";
      asked?.forEach((places, key) => {
        if (Array.isArray(places)) places.forEach((place) => { register.facet[key].chosen[place] = 1; });
      });
      typed.value = view.text;
      sorting.value = view.sort;
      const shortened = unknown?.length > LONGEST ? `${unknown.slice(0, LONGEST)}…` : unknown;
      notice(unknown === undefined ? "" : filled(parts.notice.dataset.unknown, { filter: shortened }));
      address = location.search;
      follow(unknown === undefined ? address : "");
      return show();
    };

    const checkbox = (facet, item) => {
      const place = facet.place.get(item.dataset.value);
      const name = item.firstElementChild.textContent;
      const box = made("input", "", { type: "checkbox", autocomplete: "off" });
      const figure = item.querySelector(".catalogue-number");
      const label = document.createElement("label");
      label.append(box, made("span", name), " ", figure);
      const focused = item.contains(document.activeElement);
      item.replaceChildren(label);
      if (focused) box.focus();
      facet.labels[place] = name;
      boxes.get(facet)[place] = { item, box, figure, name };
      box.addEventListener("change", () => {
        facet.chosen[place] = box.checked ? 1 : 0;
        change();
      });
    };

    const showMore = async () => {
      const next = view.places.slice(view.rows, view.rows + STEP);
      if (!await arrived(++turn, register.loaded(next))) return;
      view.rows += STEP;
      const rows = next.map(drawn);
      body.append(...rows);
      drawMore();
      rows[0]?.querySelector("a").focus(); // reading goes on at the first new row
    };

    const download = async () => {
      try {
        const [head, ...lines] = (await table()).split("\r\n");
        const chosen = view.places.map((place) => lines[register.data.register[place]]);
        if (lines.length !== register.data.cases + 1) throw new Error("not the table of this register");
        const text = `\uFEFF${[head, ...chosen].join("\r\n")}\r\n`;
        const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
        made("a", "", { href, download: "cases-filtered.csv" }).click();
        setTimeout(() => URL.revokeObjectURL(href), 60_000); // after the browser has read it
      } catch {
        notice(parts.notice.dataset.failed);
      }
    };

    const copy = async () => {
      await navigator.clipboard.writeText(location.href);
      parts.done.textContent = parts.done.dataset.copied;
    };

    form.querySelectorAll("[data-facet]").forEach((group) => {
      const facet = register.facet[group.dataset.facet];
      group.querySelectorAll("[data-value]").forEach((item) => checkbox(facet, item));
    });
    form.querySelectorAll("[data-scripted]").forEach((part) => { part.hidden = false; });
    if (parts.pages) parts.pages.hidden = true;
    one("[data-do=copy]").hidden = !navigator.clipboard;

    form.addEventListener("submit", (event) => event.preventDefault());
    typed.addEventListener("input", () => { view.text = typed.value; change(); });
    sorting.addEventListener("change", () => { view.sort = sorting.value; change(); });
    more.addEventListener("click", showMore);
    one("[data-do=download]").addEventListener("click", download);
    one("[data-do=copy]").addEventListener("click", copy);
    one("[data-do=clear]").addEventListener("click", () => {
      reset();
      change();
      parts.count.focus();
    });
    window.addEventListener("popstate", () => { if (location.search !== address) restore(); });
    return restore();
  };

  // before anything is loaded, so that nothing moves later
  const beyond = [...body.rows].slice(STEP);
  beyond.forEach((row) => { row.hidden = true; });
  parts.filters.open = matchMedia("(min-width: 45em)").matches;
  load("facets.json").then((data) => build(registerOf(data)), () => {
    beyond.forEach((row) => { row.hidden = false; });
    notice(location.protocol === "file:" ? parts.notice.dataset.offline : parts.notice.dataset.failed);
  });
})();
