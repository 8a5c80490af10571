"use strict";
// What a browser makes of a page, told as lists of what is wrong with it.
const checks = (() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const name = element => element.outerHTML.slice(0, 120);
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  const frame = () => new Promise(requestAnimationFrame);
  const channels = colour => colour.match(/[\d.]+/g).map(Number);

  /** Relative luminance of WCAG 2. */
  const luminance = colour => channels(colour).slice(0, 3)
    .map(channel => channel / 255)
    .map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
    .reduce((sum, light, index) => sum + [0.2126, 0.7152, 0.0722][index] * light, 0);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return (channels(colour)[3] ?? 1) > 0 ? colour : ground(element.parentElement);
  };
  const unfold = () => {
    all("details").forEach(details => { details.open = true; });
    all(".collapsed").forEach(group => group.classList.remove("collapsed"));
  };

  return {
    unfold,

    /** Text that is hard to read on its ground: WCAG 2 asks for 4.5. */
    faint: () => all("body, body *")
      .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ""))
      .filter(seen)
      .map(element => [contrast(getComputedStyle(element).color, ground(element)), name(element)])
      .filter(([ratio]) => ratio < 4.5)
      .map(String),

    /** Colours of curves that are hard to tell from their ground: WCAG 2 asks for 3. */
    faintCurves: () => {
      const probe = document.body.appendChild(document.createElement("i"));
      const faint = [1, 2, 3, 4, 5, 6].filter(series => {
        probe.style.color = "var(--series-" + series + ")";
        return contrast(getComputedStyle(probe).color, ground(probe)) < 3;
      });
      probe.remove();
      return faint.map(String);
    },

    /** What makes the page scroll sideways. */
    wide: () => document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth
      ? []
      : all("body :not(.scroll *)").filter(element => element.getBoundingClientRect().right > document.scrollingElement.clientWidth).map(name),

    /** What ends at the edge of a box, and cannot be scrolled to on paper. */
    clipped: () => all("body *")
      .filter(element => seen(element) && !element.matches(".spoken, .bar, canvas") && element.clientWidth > 0)
      .filter(element => element.scrollWidth > element.clientWidth + 1)
      .filter(element => getComputedStyle(element).overflowX !== "visible" || element.getBoundingClientRect().left + element.scrollWidth > innerWidth)
      .map(name),

    /** Plots without a curve in the colour of each series inside the axes, or without a text in their place. */
    undrawn: async () => {
      const undrawn = [];
      for (const figure of all(".plot")) {
        figure.scrollIntoView();
        let canvas = null;
        for (let frames = 0; canvas === null && frames < 100; frames++) {
          await frame();
          canvas = figure.querySelector("canvas");
        }
        const chart = canvas && Chart.getChart(canvas);
        if (!chart || canvas.getAttribute("role") !== "img" || !canvas.getAttribute("aria-label")) {
          undrawn.push(name(figure));
          continue;
        }
        const { left, top, width, height } = chart.chartArea;
        const pixels = canvas.getContext("2d").getImageData(left, top, width, height).data;
        const drawn = colour => {
          const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
          for (let at = 0; at < pixels.length; at += 4) {
            if (Math.abs(pixels[at] - red) + Math.abs(pixels[at + 1] - green) + Math.abs(pixels[at + 2] - blue) < 40) {
              return true;
            }
          }
          return false;
        };
        const curves = chart.data.datasets.filter(series => !series.edge && series.data.some(point => point.y !== null));
        if (curves.length === 0 || !curves.some(series => drawn(series.borderColor))) {
          undrawn.push(name(figure));
        }
      }
      return undrawn;
    },

    /** What a screen reader cannot make sense of. */
    unstructured: () => {
      const levels = all("h1, h2, h3, h4, h5, h6").map(heading => Number(heading.tagName[1]));
      const ids = all("[id]").map(element => element.id);
      return [
        ...levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).map(level => "a heading of level " + level + " below none"),
        ...(levels.filter(level => level === 1).length === 1 ? [] : ["not one main heading"]),
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => "twice: " + id),
        ...all("a[href^='#']").filter(link => !document.getElementById(link.getAttribute("href").slice(1))).map(name),
        ...all("table").filter(table => !table.caption || table.caption.textContent.trim() === "").map(name),
        ...all("th:not([scope])").map(name),
        ...all("button, a, summary, figure figcaption").filter(element => element.textContent.trim() === "").map(name),
        ...all("input").filter(input => input.labels.length === 0).map(name),
        ...all("[tabindex]:not([aria-label])").map(name),
        ...all("section:not([aria-labelledby]), nav:not([aria-label])").map(name),
        ...all("[aria-labelledby], [aria-describedby]")
          .filter(element => !document.getElementById(element.getAttribute("aria-labelledby") ?? element.getAttribute("aria-describedby")))
          .map(name),
      ];
    },

    /** What the keyboard has to reach, in its order. */
    stops: () => all("a[href], button, input, summary, [tabindex='0']").filter(seen).map(name),

    /** Where the keyboard is; nothing where that cannot be seen. */
    stop: () => {
      const at = document.activeElement;
      const [{ x, y, width, height }] = at.getClientRects();
      const seen = at.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      return at !== document.body && seen && parseFloat(getComputedStyle(at).outlineWidth) > 0 ? name(at) : "";
    },
  };
})();
