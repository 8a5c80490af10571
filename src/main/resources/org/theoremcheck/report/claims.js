"use strict";
// The claims can be folded, sorted and searched; without this all of them stand there, in the order of the catalogue.
(() => {
  const root = document.documentElement;
  const text = element => element.textContent.trim();

  for (const button of document.querySelectorAll(".more")) {
    const group = button.closest("tbody");
    const fold = folded => {
      group.classList.toggle("collapsed", folded);
      button.setAttribute("aria-expanded", String(!folded));
    };
    button.hidden = false;
    button.addEventListener("click", () => fold(!group.classList.contains("collapsed")));
    fold(true);
  }

  const tables = [...document.querySelectorAll(".claims")];
  const turned = { none: "ascending", ascending: "descending", descending: "none" };

  /** Sorts the theorems of a table by a column, each with its parts; what has no key comes last, and ties stay as they were. */
  const sort = (table, groups, column, order) => {
    const key = group => {
      const cell = group.rows[0].cells[column];
      return cell === undefined ? "" : cell.dataset.key ?? text(cell);
    };
    const number = group => parseFloat(key(group).replaceAll(",", ""));
    const missing = group => key(group) === "";
    const numbers = groups.every(group => missing(group) || !Number.isNaN(number(group)));
    const sign = order === "descending" ? -1 : 1;
    const compare = (one, other) => missing(one) || missing(other)
      ? missing(one) - missing(other)
      : sign * (numbers ? number(one) - number(other) : key(one).localeCompare(key(other)));
    table.append(...(order === "none" ? groups : [...groups].sort(compare)));
  };

  for (const table of tables) {
    const groups = [...table.tBodies];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = turned[head.getAttribute("aria-sort") ?? "none"];
        heads.forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", order);
        sort(table, groups, column, order);
      });
    });
  }

  const form = document.querySelector(".search");
  const field = form.querySelector("input");
  const target = link => document.getElementById(link.getAttribute("href").slice(1));
  const folded = string => string.normalize("NFKC").toLowerCase();
  const words = (...elements) => folded(elements.map(element => element.textContent).join(" "));

  /** Every theorem with its parts and the words that find them. */
  const index = () => {
    const articles = new Map([...document.querySelectorAll("article.chapter")].map(article => [article.dataset.chapter, article]));
    return tables.flatMap(table => [...table.tBodies].map(group => {
      const article = articles.get(group.dataset.chapter);
      const [theorem, ...parts] = group.rows;
      const own = article.querySelectorAll(":scope > :not(details.claim, .columns), .columns > table");
      return {
        elements: [group, article],
        words: words(table.caption, theorem, ...own),
        parts: parts.map(row => {
          const whole = target(row.querySelector("a"));
          return { elements: [row, whole], words: words(row, whole) };
        }),
      };
    }));
  };
  let indexed = null;

  const filter = () => {
    indexed ??= index();
    const sought = folded(field.value).split(/\s+/).filter(word => word !== "");
    const found = claim => sought.every(word => claim.words.includes(word));
    const show = (claim, shown) => claim.elements.forEach(element => { element.hidden = !shown; });
    let count = 0;
    for (const theorem of indexed) {
      const all = found(theorem);
      const parts = theorem.parts.filter(found);
      theorem.parts.forEach(part => {
        show(part, all || parts.includes(part));
        part.elements[0].classList.toggle("found", !all && parts.includes(part));
      });
      show(theorem, all || parts.length > 0);
      count += all + parts.length;
    }
    root.classList.toggle("searching", sought.length > 0);
    tables.forEach(table => { table.hidden = [...table.tBodies].every(group => group.hidden); });
    for (const section of document.querySelectorAll("section:has(> article)")) {
      section.hidden = [...section.querySelectorAll("article")].every(article => article.hidden);
    }
    const claims = indexed.reduce((sum, theorem) => sum + 1 + theorem.parts.length, 0);
    form.querySelector("[role=status]").textContent = sought.length === 0 ? "" : (count || "none") + " of " + claims + " claims found";
  };

  const clear = () => {
    field.value = "";
    filter();
  };

  form.hidden = false;
  field.addEventListener("input", filter);
  form.addEventListener("submit", event => {
    event.preventDefault();
    [...document.querySelectorAll(".claims tbody a")].find(link => link.offsetParent !== null)?.focus();
  });
  addEventListener("keydown", event => {
    if (event.key === "Escape" && document.activeElement === field) {
      clear();
    } else if (event.key === "/" && document.activeElement !== field && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  /** A link shows what it leads to: found or not, folded or not. */
  const open = () => {
    const linked = document.querySelector(":target");
    if (linked?.closest("[hidden]")) {
      clear();
    }
    if (linked instanceof HTMLDetailsElement) {
      linked.open = true;
    }
    linked?.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  // Opened as a file, the page knows where its witnesses are.
  if (location.protocol === "file:") {
    const folder = decodeURIComponent(new URL(".", location.href).pathname).replace(/^\/(?=[A-Za-z]:\/)/, "");
    const quoted = path => /^[\w@%+=:,./-]+$/.test(path) ? path : "'" + path.replaceAll("'", "'\\''") + "'";
    for (const file of document.querySelectorAll(".command .file")) {
      file.textContent = quoted(folder + text(file));
    }
  }
})();
