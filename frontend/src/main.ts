// Everything here is a help. Each page is whole without it: keys press buttons that are there, selecting fills a field that can be typed in.
import { offerCopies } from "./copies";
import { listenForKeys } from "./keys";
import { fillFromSelection } from "./selection";
import { watchOthers } from "./watch";

listenForKeys();
fillFromSelection();
offerCopies();
watchOthers();
// What was refused says why; the field that it is about is where one goes on typing. Letters typed elsewhere would press buttons.
(document.querySelector<HTMLElement>("[aria-invalid]") ?? document.getElementById("problems"))?.focus();

const figures = document.querySelectorAll<HTMLElement>("figure[data-chart]");
const library = "./chart.js"; // a file of its own: pages without a chart never load it
if (figures.length) {
  const draw = async (): Promise<void> => {
    const { drawChart } = (await import(/* @vite-ignore */ library)) as typeof import("./chart");
    figures.forEach(drawChart);
  };
  // Two frames after everything is there: the page has been painted, and the library takes no time from it.
  const idle = (): unknown => ("requestIdleCallback" in window ? requestIdleCallback(draw, { timeout: 2000 }) : setTimeout(draw)); // Safari has none
  const later = (): unknown => requestAnimationFrame(() => requestAnimationFrame(idle));
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
