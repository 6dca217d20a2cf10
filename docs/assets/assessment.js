/* Questionnaires that answer on the page itself: nothing is sent, nothing is stored.
   The questions and every possible result stand in the HTML; this only lets them be answered.
   Answers live in the address after "#", so that a link restores them. */
(() => {
  "use strict";

  const build = (section) => {
    const questions = [...section.querySelectorAll("[data-question]")];
    const count = section.querySelector(".assessment-count");

    const answers = () => questions.map((question) => question.querySelector("input:checked")?.value ?? "-");

    const show = () => {
      const given = answers();
      questions.forEach((question, place) => {
        question.querySelectorAll("[data-for]").forEach((step) => {
          step.hidden = !step.dataset.for.split(" ").includes(given[place]);
        });
      });
      const answered = given.filter((answer) => answer !== "-").length;
      count.textContent = count.dataset.count
        .replace("{count}", answered)
        .replace("{total}", questions.length);
      section.querySelectorAll("[data-tally]").forEach((tally) => {
        tally.textContent = given.filter((answer) => answer === tally.dataset.tally).length;
      });
      const complete = answered === questions.length;
      section.querySelectorAll("[data-level]").forEach((level) => {
        level.hidden = !complete || level.dataset.level !== lowest(given);
      });
    };

    const lowest = (given) => [...given].sort()[0];

    const remember = () => {
      const code = answers().join("");
      const address = /[^-]/.test(code) ? `#${section.id}=${code}` : `#${section.id}`;
      history.replaceState(null, "", address);
    };

    const restore = () => {
      const [id, code] = decodeURIComponent(location.hash.slice(1)).split("=");
      if (id !== section.id || code === undefined) return;
      const known = code.length === questions.length && [...code].every((answer, place) =>
        answer === "-" || [...questions[place].querySelectorAll("input")].some((input) => input.value === answer));
      section.querySelector(".assessment-wrong").hidden = known;
      questions.forEach((question, place) => {
        question.querySelectorAll("input").forEach((input) => {
          input.checked = known && input.value === code[place];
        });
      });
      section.scrollIntoView();
    };

    section.addEventListener("change", () => { remember(); show(); });
    section.querySelector("[data-do=clear]").addEventListener("click", () => {
      section.querySelectorAll("input:checked").forEach((input) => { input.checked = false; });
      remember();
      show();
    });
    section.querySelector("[data-do=print]").addEventListener("click", () => window.print());
    section.querySelector("[data-do=copy]").addEventListener("click", async (event) => {
      const box = section.querySelector(".assessment-link");
      box.value = location.href;
      box.hidden = false;
      box.select();
      try {
        await navigator.clipboard.writeText(location.href);
        event.target.textContent = event.target.dataset.done;
      } catch {
        /* the address stands selected in the box: it can be copied by hand */
      }
    });
    window.addEventListener("hashchange", () => { restore(); show(); });
    try {
      restore();
    } catch {
      /* an address that can't be decoded holds no answers */
    }
    show();
  };

  document.querySelectorAll(".assessment").forEach((section) => {
    section.querySelectorAll("[data-scripted]").forEach((part) => { part.hidden = false; });
    build(section);
  });
})();
