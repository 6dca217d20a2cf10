/* Numbers of paragraphs: a number opens how its paragraph is cited, and links to the other language
   keep the place. Without this script numbers are plain links, and the reference stands at the foot. */
(() => {
  "use strict";
  const numbers = [...document.querySelectorAll(".paragraph-number")];
  const note = document.getElementById("paragraph-note");
  const references = document.querySelector(".paragraph-references");

  const copy = async (reference, status) => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(reference.textContent);
    } catch { // no permission, or no https
      getSelection().selectAllChildren(reference);
      if (!document.execCommand("copy")) return; // selected, to be copied by hand
    }
    status.textContent = status.dataset.copied;
  };

  const open = (link) => {
    const [title, status] = note.querySelectorAll("p");
    const filled = references.cloneNode(true);
    for (const slot of filled.querySelectorAll(".paragraph-slot")) slot.replaceWith(link.textContent);
    for (const button of filled.querySelectorAll("button")) {
      button.hidden = false;
      button.onclick = () => copy(button.parentElement.querySelector(".paragraph-reference"), status);
    }
    title.textContent = link.getAttribute("aria-label");
    status.textContent = "";
    note.replaceChildren(title, filled, status);
    location.hash = link.hash;
    link.focus({ preventScroll: true }); // where the focus returns to
    note.showPopover({ source: link });
  };

  if (note?.showPopover) {
    for (const link of numbers) {
      link.setAttribute("aria-haspopup", "dialog");
      link.addEventListener("click", (event) => {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open(link);
      });
    }
  }

  // What is being read: the place of the address while it is in sight, else the first paragraph that
  // begins in the upper half of the window, or the one that fills it. At the top of a page, the page.
  const place = () => {
    const target = document.querySelector(":target")?.getBoundingClientRect();
    if (target && target.bottom > 0 && target.top < innerHeight) return location.hash;
    if (scrollY < 1) return "";
    const top = document.querySelector(".site-header").getBoundingClientRect().bottom;
    let found = "";
    for (const link of numbers) {
      const begins = link.parentElement.getBoundingClientRect().top;
      if (begins >= innerHeight / 2) break;
      found = link.hash;
      if (begins >= top) break;
    }
    return found;
  };

  for (const link of document.querySelectorAll(".language-switch, .both-languages")) {
    // the address is asked for anew: the catalogue puts its filters into it
    const keep = () => link.setAttribute("href", link.getAttribute("href").split("#")[0] + place());
    for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, keep);
  }
})();
