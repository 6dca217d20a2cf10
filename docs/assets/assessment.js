/* Questionnaires that answer on the page itself: nothing is sent, nothing is stored.
   The questions and every possible result stand in the HTML; this only lets them be answered.
   Answers live in the address after "#", so that a link restores them. */
(() => {
  "use strict";

  const build = (section) => {
    const questions = [...section.querySelectorAll("[data-question]")];
    const count = section.querySelector(".assessment-count");
    const wrong = section.querySelector(".assessment-wrong");
    const address = section.querySelector(".assessment-address");
    const link = section.querySelector(".assessment-link");
    const copied = section.querySelector(".assessment-copied");

    const inputs = (question) => [...question.querySelectorAll("input")];

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
      const [lowest] = [...given].sort(); // "-" comes before every level: no result until all are answered
      section.querySelectorAll("[data-level]").forEach((level) => {
        level.hidden = level.dataset.level !== lowest;
      });
    };

    const remember = () => {
      const code = answers().join("");
      history.replaceState(null, "", `#${section.id}${/[^-]/.test(code) ? `=${code}` : ""}`);
      wrong.hidden = true;
      address.hidden = true;
      copied.textContent = "";
    };

    // The code is compared as it stands: whatever an address may hold, it is not decoded, run or shown.
    const restore = () => {
      const [, id, code] = /^#([\w-]+)=(.*)$/s.exec(location.hash) ?? [];
      if (code === undefined || (id !== section.id && document.getElementById(id))) return;
      const known = id === section.id && code.length === questions.length && questions.every((question, place) =>
        code[place] === "-" || inputs(question).some((input) => input.value === code[place]));
      wrong.hidden = known;
      questions.forEach((question, place) => {
        inputs(question).forEach((input) => {
          input.checked = known && input.value === code[place];
        });
      });
      section.scrollIntoView();
    };

    section.addEventListener("change", () => { show(); remember(); });
    section.querySelector("[data-do=clear]").addEventListener("click", () => {
      section.querySelectorAll("input:checked").forEach((input) => { input.checked = false; });
      show();
      remember();
    });
    section.querySelector("[data-do=print]").addEventListener("click", () => window.print());
    section.querySelector("[data-do=copy]").addEventListener("click", async () => {
      remember(); // a link to a heading may have taken the answers out of the address
      try {
        await navigator.clipboard.writeText(location.href);
        copied.textContent = copied.dataset.done;
      } catch {
        address.hidden = false; // selected, to be copied by hand
        link.value = location.href;
        link.focus();
        link.select();
      }
    });
    window.addEventListener("hashchange", () => { restore(); show(); });
    restore();
    show();
  };

  document.querySelectorAll(".assessment").forEach((section) => {
    section.querySelectorAll("[data-scripted]").forEach((part) => { part.hidden = false; });
    build(section);
  });
})();
