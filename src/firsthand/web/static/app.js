// built from frontend/src, sha256 b3c11d5352f39fed2b772909ec6ae7d5e5dd9955f60fd98a71d8da36d38a39cc
function offerCopies() {
  for (const field of document.querySelectorAll("textarea.copy, input.copy")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "dim";
    button.addEventListener("click", async () => {
      field.select();
      await navigator.clipboard.writeText(field.value);
      said.textContent = " Copied.";
    });
    field.after(button, said);
  }
}
const TYPED = "input:not([type=checkbox]):not([type=radio]), textarea, select";
function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at instanceof Element && at.matches(TYPED)) {
      if (event.key === "Escape" && at instanceof HTMLElement) at.blur();
      return;
    }
    if (press(event.key)) event.preventDefault();
  });
}
function press(key) {
  if (key === "x") return notTheSame();
  const control = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
  if (!control) return false;
  if (control instanceof HTMLButtonElement) decide(control);
  else if (control.tagName === "SUMMARY") unfold(control);
  else control.click();
  return true;
}
function decide(button) {
  const form = button.form;
  const needed = ["by", button.dataset.needs].filter((name) => Boolean(name));
  for (const name of needed) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement && !field.value.trim()) return field.focus();
  }
  button.click();
}
function unfold(summary) {
  const details = summary.closest("details");
  if (!details) return;
  details.open = !details.open;
  const field = details.querySelector("textarea, select, input:not([type=hidden])");
  if (details.open && field) field.focus();
  else summary.focus();
}
function notTheSame() {
  const choice = document.querySelector(".relate input[value=unrelated]");
  const details = choice?.closest("details");
  if (!choice || !details) return false;
  details.open = true;
  choice.checked = true;
  details.querySelector("input[name=reason]")?.focus();
  return true;
}
function fillFromSelection() {
  const article = document.getElementById("article");
  const field = document.querySelector("textarea[data-selects]");
  const start = field?.form?.elements.namedItem("start");
  if (!article || !field || !(start instanceof HTMLInputElement)) return;
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen?.rangeCount || chosen.isCollapsed) return;
    const found = placed(chosen.getRangeAt(0), article);
    if (!found) return;
    field.value = found.words;
    start.value = String(found.start);
    const details = field.closest("details");
    if (details) details.open = true;
  });
  field.addEventListener("input", () => start.value = "");
}
function placed(range, article) {
  const block = blockOf(range.startContainer);
  if (!block || block !== blockOf(range.endContainer) || !article.contains(block)) return null;
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  if (!words.trim()) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const first = Number(block.querySelector("[data-start]")?.dataset.start ?? Number.NaN);
  if (Number.isNaN(first)) return null;
  return { words: words.trim(), start: first + length(before.toString()) + length(words.slice(0, lead)) };
}
function blockOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("p, h1") ?? null;
}
function length(text) {
  return [...text].length;
}
const EVERY = 4e3;
function watchOthers() {
  const desk = document.querySelector("[data-claim]");
  const bar = document.querySelector(".notice-bar");
  if (!desk && !bar) return;
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const state = await ask(desk?.dataset.claim ?? "");
    if (!state) return;
    if (desk && state.version !== Number(desk.dataset.version)) document.querySelector(".overtaken")?.removeAttribute("hidden");
    if (bar && state.unsettled === 0) {
      settled(bar);
      if (!desk) clearInterval(timer);
    }
  }, EVERY);
}
async function ask(key) {
  try {
    const answer = await fetch(`/state.json?key=${encodeURIComponent(key)}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
function settled(bar) {
  const link = document.createElement("a");
  link.href = location.href.split("#")[0] ?? "/";
  link.textContent = "show them";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.append("The figures now follow the decisions: ", link, ".");
  bar.replaceChildren(said);
}
listenForKeys();
fillFromSelection();
offerCopies();
watchOthers();
(document.querySelector("[aria-invalid]") ?? document.getElementById("problems"))?.focus();
const figures = document.querySelectorAll("figure[data-chart]");
const library = "./chart.js";
if (figures.length) {
  const draw = async () => {
    const { drawChart } = await import(
      /* @vite-ignore */
      library
    );
    figures.forEach(drawChart);
  };
  const idle = () => "requestIdleCallback" in window ? requestIdleCallback(draw, { timeout: 2e3 }) : setTimeout(draw);
  const later = () => requestAnimationFrame(() => requestAnimationFrame(idle));
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
