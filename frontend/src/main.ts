// Everything here is a help. Each page is whole without it: keys press buttons that are there, selecting fills a field that can be typed in.
import { offerCopies } from "./copies";
import { listenForKeys } from "./keys";
import { fillFromSelection } from "./selection";
import { watchOthers } from "./watch";

listenForKeys();
fillFromSelection();
offerCopies();
watchOthers();
document.getElementById("problems")?.focus();

const figures = document.querySelectorAll<HTMLElement>("figure[data-chart]");
const library = "./chart.js"; // a file of its own: pages without a chart never load it
if (figures.length) {
  const draw = async (): Promise<void> => {
    const { drawChart } = (await import(/* @vite-ignore */ library)) as typeof import("./chart");
    figures.forEach(drawChart);
  };
  // Two frames after everything is there: the page has been painted, and the library takes no time from it.
  const later = (): unknown => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(draw, { timeout: 2000 })));
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
