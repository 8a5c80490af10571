"use strict";
// The page is whole without this: it draws the tables of numbers as charts, folds the controls away, and copies commands.
(() => {
  const root = document.documentElement;
  const charts = new Map();
  const shapes = ["circle", "triangle", "rect", "rectRot", "crossRot", "star"];
  const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const text = element => element.textContent.trim();
  const percent = share => Number(share.toPrecision(2)) + " %";

  /** The columns of a table as series; null where a share is zero, which a logarithm cannot show. */
  const data = table => {
    const rows = [...table.tBodies[0].rows];
    const series = [...table.tHead.rows[0].cells].slice(1).map((head, column) => ({
      label: text(head),
      data: rows.map((row, bin) => ({ x: (bin + 0.5) / rows.length, y: parseFloat(text(row.cells[column + 1])) || null })),
      borderColor: colour("series-" + (column % 6 + 1)),
      backgroundColor: colour("series-" + (column % 6 + 1)),
      pointStyle: shapes[column % shapes.length],
      borderWidth: 1.5,
      pointRadius: 3,
      pointHoverRadius: 5,
      tension: 0,
    }));
    return { bins: rows.map(row => text(row.cells[0])), datasets: series };
  };

  const draw = figure => {
    charts.get(figure)?.destroy();
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.dataset.title + ". The numbers are in the table below.");
    figure.querySelector(".canvas").replaceChildren(canvas);
    const content = data(figure.querySelector("table"));
    const ink = colour("ink"), quiet = colour("quiet"), line = colour("line");
    const shares = content.datasets.flatMap(series => series.data.map(point => point.y)).filter(share => share !== null);
    Chart.defaults.font.family = colour("sans");
    charts.set(figure, new Chart(canvas, {
      type: "line",
      data: content,
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        scales: {
          x: {
            type: "linear",
            min: 0,
            max: 1,
            title: { display: true, text: "measured / bound", color: quiet },
            grid: { display: false },
            border: { color: quiet },
            ticks: { color: quiet, stepSize: 0.2 },
          },
          y: {
            type: "logarithmic",
            min: Math.pow(10, Math.floor(Math.log10(Math.min(...shares)))),
            max: 100,
            title: { display: true, text: "share of instances", color: quiet },
            grid: { color: line },
            border: { display: false },
            ticks: { color: quiet, callback: share => /^10*$|^0\.0*1$/.test(Number(share.toPrecision(2))) ? percent(share) : null },
          },
        },
        plugins: {
          legend: { position: "bottom", labels: { color: ink, usePointStyle: true, boxHeight: 7 } },
          tooltip: {
            callbacks: {
              title: items => content.bins[items[0].dataIndex],
              label: item => " " + item.dataset.label + ": " + percent(item.raw.y),
            },
          },
        },
      },
    }));
  };

  const figures = [...document.querySelectorAll(".plot")];
  figures.forEach(figure => figure.classList.add("drawable"));
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries.filter(entry => entry.isIntersecting)) {
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "400px" });
  figures.forEach(figure => seen.observe(figure));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => [...charts.keys()].forEach(draw));

  addEventListener("beforeprint", () => {
    root.classList.add("printing");
    figures.forEach(draw);
  });
  addEventListener("afterprint", () => {
    root.classList.remove("printing");
    figures.forEach(draw);
  });

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

  for (const command of document.querySelectorAll(".command")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text(command));
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(command);
      }
    });
    command.after(button);
  }

  /** A link to a control opens it. */
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
})();
