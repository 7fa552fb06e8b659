// Draws the figure chart anew with Observable Plot, at the size of its place: letters keep their size on a phone, and a mark says who gave it.
// The picture from the server stays underneath for whoever prints it, and is all there is without scripts.
import { axisX, axisY, dot, gridY, line, plot, pointer, ruleX, text, tip } from "@observablehq/plot";

interface Mark {
  day: string;
  slot: number; // where it stands within its day, −1 to 1
  low: number;
  high: number;
  shown: string;
  who: string;
  said: string;
  kind: "named" | "disputed" | "open" | "part";
  origin: string;
  whole: number; // the place in the list of the figure it is a part of; −1 for none
  newest: boolean;
  href: string;
}

const DAY = 86_400_000;
const COLOURS = { named: "--accent", disputed: "--time", open: "--accent", part: "--dim" } as const;

export function drawChart(figure: HTMLElement): void {
  const marks = JSON.parse(figure.dataset.chart ?? "[]") as Mark[];
  const place = figure.querySelector<HTMLElement>(".plot");
  if (!place || !marks.length) return;
  const redraw = (): void => {
    const drawn = draw(marks, place.clientWidth, place.clientHeight);
    place.querySelector(".drawn")?.remove();
    drawn.classList.add("drawn");
    drawn.setAttribute("aria-hidden", "true"); // the picture beneath and the table say the same to a screen reader
    for (const link of drawn.querySelectorAll("a")) link.setAttribute("tabindex", "-1"); // for a mouse; the same links stand in the text
    place.append(drawn);
    place.classList.add("redrawn");
  };
  redraw();
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      redraw();
    }
  }).observe(place);
}

function draw(marks: readonly Mark[], width: number, height: number): Element {
  const days = [...new Set(marks.map((mark) => Date.parse(mark.day)))].sort((a, b) => a - b);
  const shift = spread(days, marks, width);
  const at = (mark: Mark): Date => new Date(Date.parse(mark.day) + mark.slot * shift);
  const middle = (mark: Mark): number => (mark.low + mark.high) / 2;
  const ties = marks.flatMap((mark) => (mark.whole >= 0 ? [[mark, marks[mark.whole] as Mark]] : []));
  const few = width < 480;
  const beside = { text: "shown", fontWeight: 600, stroke: "var(--paper)", strokeWidth: 3, fill: "var(--ink)" } as const;
  const drawn = plot({
    width, height, marginLeft: 34, marginRight: 40, marginTop: 16, marginBottom: 26, className: "plotted",
    x: { type: "utc", inset: 6, ...(days.length === 1 ? { domain: around(days[0] ?? 0) } : {}) },
    y: { zero: true, nice: true },
    color: { type: "identity" },
    marks: [
      gridY({ ticks: 4, stroke: "currentColor", strokeOpacity: 0.15 }),
      axisY({ ticks: 4, tickSize: 0, label: null }),
      axisX({ ticks: thinned(days, few ? 4 : 8).map((day) => new Date(day)), tickSize: 0, label: null, tickFormat: (day: Date) => day.toISOString().slice(5, 10) }),
      line(marks.filter((mark) => mark.kind !== "part" && mark.kind !== "open"), { x: at, y: "low", z: "origin", curve: "step-after", stroke: "var(--dim)", strokeWidth: 1.5 }),
      ties.map((tie) => line(tie, { x: at, y: middle, stroke: "var(--dim)", strokeDasharray: "2 3" })),
      ruleX(marks.filter((mark) => mark.low !== mark.high), { x: at, y1: "low", y2: "high", stroke: "var(--accent)", strokeWidth: 3 }),
      dot(marks.filter((mark) => mark.newest), { x: at, y: middle, r: 9, stroke: (mark: Mark) => `var(${COLOURS[mark.kind]})`, strokeWidth: 2 }),
      dot(marks, {
        x: at, y: middle, r: 5, symbol: (mark: Mark) => (mark.kind === "part" ? "square" : "circle"), href: "href", strokeWidth: 1.5,
        stroke: (mark: Mark) => `var(${COLOURS[mark.kind]})`, fill: (mark: Mark) => (mark.kind === "open" || mark.kind === "part" ? "var(--paper)" : `var(${COLOURS[mark.kind]})`),
      }),
      text(labelled(marks, at, days, width, height), { ...beside, x: at, y: middle, dx: 8, dy: -9, textAnchor: "start" }),
      text(marks.filter((mark) => mark.newest), { ...beside, x: at, y: middle, dx: 12, dy: -17, textAnchor: "end", fontSize: 14, fill: "var(--accent)" }),
      tip(marks, pointer({ x: at, y: middle, maxRadius: 30, title: (mark: Mark) => `${mark.shown}\n${mark.who}\n${mark.day}${mark.said ? `\n${mark.said}` : ""}`, fill: "var(--paper)", lineWidth: few ? 16 : 22 })),
    ],
  });
  drawn.querySelectorAll("style").forEach((each) => each.remove()); // before it stands in the page, whose policy forbids style sheets of its own
  return drawn;
}

/** Gives the span of a single day, so that its figures stand together in the middle and not at the two ends, as if time lay between. */
function around(day: number): [Date, Date] {
  return [new Date(day - DAY / 2), new Date(day + DAY / 2)];
}

/** Gives half the time over which figures of one day are spread, so that they stand side by side and never reach the next day. */
function spread(days: readonly number[], marks: readonly Mark[], width: number): number {
  const whole = Math.max(DAY, (days.at(-1) ?? 0) - (days[0] ?? 0));
  const most = Math.max(...days.map((day) => marks.filter((mark) => Date.parse(mark.day) === day).length));
  return Math.min(0.36 * DAY, ((most * 9) / width) * whole);
}

function thinned(days: readonly number[], most: number): number[] {
  const step = Math.ceil(days.length / most);
  return days.filter((_, place) => place % step === 0);
}

/** Gives the marks whose value finds room beside them; the newest has its own place. */
function labelled(marks: readonly Mark[], at: (mark: Mark) => Date, days: readonly number[], width: number, height: number): Mark[] {
  const first = days[0] ?? 0;
  const whole = Math.max(DAY, (days.at(-1) ?? 0) - first);
  const top = Math.max(...marks.map((mark) => mark.high)) || 1;
  const taken: [number, number, number][] = [];
  const order = marks.filter((mark) => !mark.newest).sort((a, b) => Number(a.kind === "open") - Number(b.kind === "open"));
  return order.filter((mark) => {
    const x = ((at(mark).getTime() - first) / whole) * (width - 100);
    const y = (1 - (mark.low + mark.high) / 2 / top) * (height - 42);
    const right = x + 12 + mark.shown.length * 7;
    if (taken.some(([left, end, line]) => x < end && left < right && Math.abs(line - y) < 12)) return false;
    taken.push([x, right, y]);
    return true;
  });
}
