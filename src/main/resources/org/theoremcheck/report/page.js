"use strict";
// The page is whole without this: it draws the tables of numbers as charts, unfolds itself for paper, and copies commands.
(() => {
  const root = document.documentElement;
  const charts = new Map();
  const shapes = ["circle", "triangle", "rect", "rectRot", "crossRot", "star"];
  const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const text = element => element.textContent.trim();
  const percent = share => Number(share.toPrecision(2)) + " %";

  const style = column => {
    const repeat = Math.floor(column / 6);
    return {
      borderColor: colour("series-" + (column % 6 + 1)),
      backgroundColor: colour("series-" + (column % 6 + 1)),
      pointStyle: shapes[(column + repeat) % shapes.length],
      borderDash: [[], [6, 3], [2, 2]][repeat % 3],
      borderWidth: 1.5,
      pointRadius: 3,
      pointHoverRadius: 5,
      tension: 0,
    };
  };

  /** The columns of a table as series, with the value of each cell; null where it is no number or 0, which a logarithm cannot show. */
  const columns = (table, value) => {
    const rows = [...table.tBodies[0].rows];
    return {
      names: rows.map(row => text(row.cells[0])),
      datasets: [...table.tHead.rows[0].cells].slice(1).map((head, column) => ({
        label: text(head),
        data: rows.map((row, index) => value(row.cells[column + 1], index, rows.length)),
        ...style(column),
      })),
    };
  };

  const logarithmic = (title, quiet, line, ticks, limits) => ({
    type: "logarithmic",
    ...limits,
    title: { display: true, text: title, color: quiet },
    grid: { color: line },
    border: { display: false },
    ticks: { color: quiet, callback: ticks },
  });

  const kinds = {
    histogram: (table, quiet, line) => {
      const content = columns(table, (cell, bin, bins) => ({ x: (bin + 0.5) / bins, y: parseFloat(text(cell)) || null }));
      const shares = content.datasets.flatMap(series => series.data.map(point => point.y)).filter(share => share !== null);
      const ticks = share => /^10*$|^0\.0*1$/.test(Number(share.toPrecision(2))) ? percent(share) : null;
      return {
        data: content,
        label: item => percent(item.raw.y),
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
          y: logarithmic("share of instances", quiet, line, ticks,
            { min: Math.pow(10, Math.floor(Math.log10(Math.min(...shares)))), max: 100 }),
        },
      };
    },
    tightness: (table, quiet, line) => {
      const content = columns(table, (cell, row) => ({ x: row, y: parseFloat(cell.dataset.gap) || null }));
      // Side by side, so that none hides another.
      content.datasets.forEach((series, column, all) => {
        const offset = (column - (all.length - 1) / 2) * 0.7 / all.length;
        series.data.forEach(point => { point.x += offset; });
        Object.assign(series, { showLine: false, pointRadius: 4, pointHoverRadius: 6 });
      });
      const ticks = gap => Number.isInteger(Math.log10(gap)) ? "1e" + Math.log10(gap) : null;
      return {
        data: content,
        label: item => Number(item.raw.y.toPrecision(3)),
        scales: {
          x: {
            type: "linear",
            min: -0.5,
            max: content.names.length - 0.5,
            grid: { color: line },
            border: { color: quiet },
            afterBuildTicks: axis => { axis.ticks = content.names.map((name, row) => ({ value: row })); },
            ticks: { color: quiet, autoSkip: false, maxRotation: 60, callback: row => content.names[row] },
          },
          y: logarithmic("1 − largest ratio / supremum", quiet, line, ticks, { min: 1e-13, max: 1 }),
        },
      };
    },
  };

  kinds.curves = (table, quiet, line, figure) => {
    const number = cell => text(cell) === "" ? null : Number(text(cell));
    const datasets = [...table.tBodies].flatMap((body, column) => {
      const rows = [...body.rows].slice(1);
      const curve = {
        label: text(body.rows[0]),
        data: rows.map(row => ({ x: number(row.cells[0]), y: number(row.cells[1]) })),
        ...style(column),
        pointRadius: rows.length > 40 ? 0 : 2,
      };
      const edge = (sign, fill) => ({
        ...curve,
        data: rows.map(row => ({ x: number(row.cells[0]), y: number(row.cells[1]) + sign * number(row.cells[2]) })),
        backgroundColor: curve.borderColor + "33",
        borderColor: "transparent",
        pointRadius: 0,
        pointHitRadius: 0,
        pointHoverRadius: 0,
        edge: true,
        fill,
      });
      return rows.some(row => row.cells.length > 2 && text(row.cells[2]) !== "")
        ? [curve, edge(1, "+1"), edge(-1, false)]
        : [curve];
    });
    const axis = (title, logarithm) => logarithm
      ? logarithmic(title, quiet, line, value => Number.isInteger(Math.log10(value)) ? "1e" + Math.log10(value) : null, {})
      : {
        type: "linear",
        title: { display: true, text: title, color: quiet },
        grid: { color: line },
        border: { display: false },
        ticks: { color: quiet },
      };
    return {
      data: { names: [], datasets },
      label: item => "(" + item.raw.x + ", " + Number(item.raw.y.toPrecision(4)) + ")",
      scales: { x: axis(figure.dataset.x, "logX" in figure.dataset), y: axis(figure.dataset.y, "logY" in figure.dataset) },
    };
  };

  const draw = figure => {
    charts.get(figure)?.destroy();
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.dataset.title + ". The numbers are in the table below.");
    figure.querySelector(".canvas").replaceChildren(canvas);
    const ink = colour("ink");
    const plot = kinds[figure.dataset.kind ?? "histogram"](figure.querySelector("table"), colour("quiet"), colour("line"), figure);
    const names = plot.data.names;
    Chart.defaults.font.family = colour("sans");
    charts.set(figure, new Chart(canvas, {
      type: "line",
      data: plot.data,
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: names.length ? "index" : "nearest", intersect: false },
        scales: plot.scales,
        plugins: {
          legend: {
          position: "bottom",
          labels: { color: ink, usePointStyle: true, boxHeight: 7, filter: (item, data) => !data.datasets[item.datasetIndex].edge },
        },
          tooltip: {
            callbacks: {
              title: items => names[items[0].dataIndex] ?? items[0].dataset.label,
              label: item => " " + item.dataset.label + ": " + plot.label(item),
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

  // On paper nothing is folded, except the numbers of the charts, which are there themselves.
  let opened = [];
  addEventListener("beforeprint", () => {
    root.classList.add("printing");
    opened = [...document.querySelectorAll("details:not([open], .plot details)")];
    opened.forEach(details => { details.open = true; });
    figures.forEach(draw);
  });
  addEventListener("afterprint", () => {
    root.classList.remove("printing");
    opened.forEach(details => { details.open = false; });
    figures.forEach(draw);
  });

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
})();
