// The search dialog: loaded by frame.js when it is first opened. Pagefind finds the words one by one in an
// index of the page's language; here the question is cut into words, what was found is put together and shown.
// Opened from file://, the same index comes from a script, for nothing can be fetched there.
(() => {
  "use strict";
  const dialog = document.getElementById("search");
  const root = new URL(dialog.dataset.root, document.baseURI);
  const folder = new URL("search/", root);
  const language = root.pathname.split("/").at(-2);
  const local = location.protocol === "file:";
  const AT_ONCE = 8; // results loaded together
  const AT_LEAST = 5; // pages shown
  const ROUNDS = 2; // to find so many
  const PAUSE = 250; // milliseconds without a key before a search
  const AROUND = 28; // words of an excerpt
  const HELD = 0.6; // of the words that the best result holds, others have to hold
  const FEW = 10; // results: half of that is enough then
  const COVERAGE = 1.5; // how much more counts what holds more of the words
  const SHORT = 3; // letters
  const OF_LISTS = 0.6; // a list of cases comes after a case that fits as well
  // the title counts, the place it stands in less; other words with the same beginning count little
  const RANKING = { termSimilarity: 4, pageLength: 0.6, termSaturation: 1.2, metaWeights: { title: 3, about: 1.5, context: 2 } };
  // words that say nothing of what is asked
  const EMPTY = {
    en: "a about all an and any are as at be been between but by can could do does for from had has have how i if in into is it its may me more most much my no not of on one or our shall should so some such than that the their them there these they this those to under us use used uses using was we were what when where which who why will with without would you your",
    fr: "a à au aucun aucune aussi autre autres aux avec avoir ce cela ces cet cette ceux chez comme comment dans de des dont du elle elles en entre est et être eu fait faire faut il ils je la là le les leur leurs lors lui ma mais me mes moi mon même ne nos notre nous on ont ou où par pas peut peuvent plus pour pourquoi quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sous sur ta te tes toi ton tous tout toute toutes très tu un une utiliser utilise vers vos votre vous y",
  };
  const ELISION = "(?<![\\p{L}\\p{N}])(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’ʼ]";
  const ELIDED = new RegExp(`${ELISION}(?=[\\p{L}\\p{N}])`, "giu");
  const END = new RegExp(`${ELISION}$`, "iu");
  let engine = null;
  let asked = 0; // how often a search was begun: the answer to an older one is dropped
  let shown = null; // what was found, in order, and how much of it stands in the list

  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(name, folder);
      script.onload = done;
      script.onerror = () => failed(new Error(name));
      document.head.append(script);
    });

  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer;
  };

  const unpacked = async (address) => {
    const name = address.replace(/\?.*/, "").replace(/^.*?\/search\//, "");
    return new Response(Uint8Array.from(atob(window.searchFiles[name]), (sign) => sign.charCodeAt(0)));
  };

  // Pagefind goes on without what it can't read and says so on the console: here that ends the search
  const start = async () => {
    const made = { complaint: "", kinds: new Map() };
    if (local) await load("offline.js");
    if (!window.searchEngine) await load("pagefind.js");
    const heard = { log() {}, warn() {}, error: (text) => (made.complaint = text) };
    const take = local ? unpacked : fetched;
    const base = local ? "/search/" : folder.pathname;
    const kinds = await (await take(`${base}kinds.json`)).json(); // Pagefind tells only when a result is loaded
    for (const [kind, ids] of Object.entries(kinds)) for (const id of ids.split(" ")) made.kinds.set(id, kind);
    made.index = window.searchEngine(take, heard)({ basePath: base, noWorker: true, ranking: RANKING });
    return made;
  };

  const wordsOf = (question) => {
    const text = question.toLowerCase().replace(language === "fr" ? ELIDED : /['’ʼ]s\b/g, " ");
    const all = text.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) || [];
    const empty = EMPTY[language].split(" ");
    const full = all.filter((word) => !empty.includes(word));
    return [...new Set(full.length ? full : all)];
  };

  // A short word is meant as it stands: SH is not Shenzhen. One with a hyphen may be written without its other part.
  const answersTo = async (index, word) => {
    const whole = word.length <= SHORT ? (await index.search(`"${word}"`)).results.map(({ id }) => id) : [];
    const results = (await index.search(word)).results.filter(({ id }) => !whole.length || whole.includes(id));
    const own = new Map(results.map((result) => [result.id, { result, score: result.score }]));
    const longest = word.split(/[-'’.]/).reduce((one, other) => (other.length > one.length ? other : one));
    if (longest === word || longest.length <= SHORT) return own;
    for (const result of (await index.search(longest)).results) {
      if (!own.has(result.id)) own.set(result.id, { result, score: result.score / 2 });
    }
    return own;
  };

  // Return what holds most of the words that stand anywhere; the more of them, the higher.
  const find = async (words) => {
    const made = await (engine ||= start());
    const answers = await Promise.all(words.map((word) => answersTo(made.index, word)));
    if (made.complaint) throw new Error(made.complaint);
    const found = new Map();
    const known = answers.filter((answer) => answer.size);
    for (const answer of known) {
      for (const [id, { result, score }] of answer) {
        const each = found.get(id) || { result, kind: made.kinds.get(id) || "chapters", held: 0, score: 0, places: [] };
        each.held += 1 / known.length;
        each.score += score;
        each.places.push(...result.words);
        found.set(id, each);
      }
    }
    const all = [...found.values()];
    const most = all.reduce((least, { held }) => Math.max(least, held), 0);
    let kept = all.filter(({ held }) => held >= most * HELD);
    if (kept.length < FEW) kept = all.filter(({ held }) => held >= most * HELD / 2);
    for (const each of kept) each.score *= each.held ** COVERAGE * (each.kind === "lists" ? OF_LISTS : 1);
    return kept.sort((one, other) => other.score - one.score || (one.result.id < other.result.id ? -1 : 1));
  };

  const part = (selector) => dialog.querySelector(selector);
  const say = (text) => (part("[role=status]").textContent = text);
  const counted = (count) => count.toLocaleString(language);
  const kindOf = ({ kind }) => (kind === "lists" ? "cases" : kind);
  const chosen = () => part("[name=search-kind]:checked").value;

  // The index divides l’ environnement; French signs stand at their words.
  const gap = (word, next) => {
    if (language === "fr" && END.test(word)) return "";
    return /^[;:!?%»]/.test(next) || /«$/.test(word) ? "\u00a0" : " ";
  };
  const plain = (text) => {
    const words = text.split(" ");
    return words.map((word, at) => word + (at < words.length - 1 ? gap(word, words[at + 1]) : "")).join("");
  };

  // Return the part of a text that holds most of what was found: its words, which of them were found, what is between.
  const excerpt = (content, places) => {
    const words = content.split(/\s+/);
    const hits = new Set(places);
    let first = 0;
    let most = 0;
    for (let from = 0, held = 0; from < words.length; from++) {
      held += hits.has(from) - hits.has(from - AROUND);
      if (held > most) [most, first] = [held, from - AROUND + 1];
    }
    const begin = Math.max(0, Math.min(first + (AROUND >> 2), words.length - AROUND));
    const cut = words.slice(begin, begin + AROUND).map((word, place) => {
      return { word, space: gap(word, words[begin + place + 1] || ""), hit: hits.has(begin + place) };
    });
    return { cut, begins: begin > 0, ends: begin + AROUND < words.length };
  };

  // The browser itself marks these words on arrival (text fragment): each hit with a word on either side.
  const fragment = ({ cut }) => {
    const texts = [];
    for (let at = 0; at < cut.length && texts.length < 3; at++) {
      if (!cut[at].hit) continue;
      const words = cut.slice(Math.max(0, at - 1), at + 2).map(({ word, space }) => word + space);
      texts.push(`text=${encodeURIComponent(words.join("").trim()).replace(/-/g, "%2D")}`);
      at += 2;
    }
    return texts.length ? `:~:${texts.join("&")}` : "";
  };

  // Return a found word with its mark, its comma or bracket outside.
  const marked = (word) => {
    const [, before, inner, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    const mark = document.createElement("mark");
    mark.textContent = inner;
    return [before, mark, after];
  };

  const address = (path, around) => {
    const [page, section = ""] = path.replace(/^\//, "").split("#");
    const file = local && (!page || page.endsWith("/")) ? "index.html" : "";
    const marks = fragment(around);
    return new URL(page + file, root).href + (section || marks ? `#${section}${marks}` : "");
  };

  const item = ({ kind, places }, data) => {
    const made = part("template").content.firstElementChild.cloneNode(true);
    const around = excerpt(data.content, places);
    made.querySelector("a").href = address(data.raw_url, around);
    made.querySelector(".search-title").textContent = plain(data.meta.title);
    const named = [part(`[data-kind=${kind}]`).textContent, plain(data.meta.about)];
    made.querySelector(".search-about").textContent = named.filter(Boolean).join(" · ");
    const text = made.querySelector(".search-excerpt");
    if (data.content === data.meta.title) text.remove();
    else {
      text.append(around.begins ? "… " : "");
      for (const { word, space, hit } of around.cut) text.append(...(hit ? marked(word) : [word]), space);
      text.append(around.ends ? "…" : "");
    }
    return made;
  };

  // Put a result into the list; further sections of a chapter that is listed already stand below it, as links alone.
  const add = (made, page) => {
    const link = made.querySelector("a");
    const above = shown.pages.get(page);
    if (above) {
      const line = document.createElement("li");
      link.querySelector("span").className = "";
      line.append(link);
      above.querySelector("ul").append(line);
    } else {
      shown.pages.set(page, made);
      part("ol").append(made);
    }
    return link;
  };

  const pageOf = ({ kind }, { raw_url }) => (kind === "chapters" ? raw_url.split("#")[0] : raw_url);

  // Show the next results, more of them where many are sections of the same chapter; gives the first one's link.
  const showMore = async () => {
    const { list, pages, turn } = shown;
    const before = pages.size;
    let first = null;
    for (let round = 0; round < ROUNDS && pages.size < before + AT_LEAST && shown.from < list.length; round++) {
      const next = list.slice(shown.from, shown.from + AT_ONCE);
      const data = await Promise.all(next.map(({ result }) => result.data()));
      if (turn !== asked) return null;
      shown.from += AT_ONCE;
      const links = next.map((each, place) => add(item(each, data[place]), pageOf(each, data[place])));
      first ||= links[0];
    }
    part(".search-more").hidden = shown.from >= list.length;
    return first;
  };

  const clear = () => {
    shown = null;
    part("ol").replaceChildren();
    part("fieldset").hidden = part(".search-more").hidden = part(".search-failed").hidden = true;
    say("");
  };

  const show = async (found, question, turn) => {
    const all = found.filter((each) => !chosen() || kindOf(each) === chosen());
    clear();
    for (const box of dialog.querySelectorAll("[name=search-kind]")) {
      const count = found.filter((each) => !box.value || kindOf(each) === box.value).length;
      box.parentElement.querySelector("span").textContent = `(${counted(count)})`;
      box.disabled = !count && !box.checked;
    }
    part("fieldset").hidden = !found.length;
    const { zero, one, many } = part("[role=status]").dataset;
    const said = all.length === 1 ? one : many.replace("{count}", counted(all.length));
    shown = { list: all, from: 0, pages: new Map(), turn };
    await showMore();
    if (turn === asked) say(all.length ? said : zero.replace("{words}", question));
  };

  const fail = () => {
    engine = null; // the next search tries again
    clear();
    part(".search-failed").hidden = false;
  };

  const search = async () => {
    const turn = ++asked;
    const question = part("input").value.trim();
    const words = wordsOf(question);
    if (!words.length) return clear();
    say(part("[role=status]").dataset.waiting);
    try {
      const found = await find(words);
      if (turn === asked) await show(found, question, turn);
    } catch {
      if (turn === asked) fail();
    }
    return undefined;
  };

  const links = () => [...dialog.querySelectorAll("ol a")];

  const move = (step) => {
    const all = [part("input"), ...links()];
    const place = all.indexOf(document.activeElement);
    if (place >= 0) all[Math.max(0, Math.min(all.length - 1, place + step))].focus();
    return place >= 0;
  };

  const onKey = async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && move(step)) event.preventDefault();
    if (event.key === "Escape") { // a browser would empty the field first
      event.preventDefault();
      dialog.close();
    }
    if (event.key !== "Enter" || event.target !== part("input") || event.isComposing) return;
    event.preventDefault();
    clearTimeout(waiting);
    if (!shown || event.target.dataset.said !== event.target.value) await search();
    event.target.dataset.said = event.target.value;
    links()[0]?.focus();
  };

  let waiting = 0;
  const onInput = ({ target }) => {
    clearTimeout(waiting);
    if (target.type === "radio") search();
    else waiting = setTimeout(() => search().then(() => (target.dataset.said = target.value)), PAUSE);
  };

  const onClick = async ({ target }) => {
    if (target === dialog || target.closest("button[data-close]")) dialog.close(); // beside it, or its button
    if (target.closest("[data-more]")) (await showMore().catch(fail))?.focus();
    if (target.closest("ol a, .search-failed a")) dialog.close(); // the page may be this one
  };

  const open = () => {
    if (!dialog.open) dialog.showModal();
    part("input")?.focus();
    part("input")?.select();
  };

  const prepare = async () => {
    await load("dialog.js");
    dialog.innerHTML = window.searchDialog;
    for (const link of dialog.querySelectorAll("[data-path]")) link.href = address(link.dataset.path, { cut: [] });
    dialog.addEventListener("input", onInput);
    dialog.addEventListener("keydown", onKey);
    const question = new URLSearchParams(location.search).get("q");
    if (!question) return;
    part("input").value = question;
    search();
  };

  dialog.addEventListener("search-open", open);
  dialog.addEventListener("click", onClick);
  const excuse = () => {
    const close = document.createElement("button");
    close.dataset.close = "";
    close.textContent = dialog.dataset.close;
    dialog.replaceChildren(dialog.dataset.missing, close);
  };

  prepare().catch(excuse).then(open);
})();
