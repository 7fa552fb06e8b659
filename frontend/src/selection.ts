// Selecting words in the article fills the "Words" field of the desk. Offsets are code points, as everywhere in the ledger.

export function fillFromSelection(): void {
  const article = document.getElementById("article");
  const field = document.querySelector<HTMLTextAreaElement>("textarea[data-selects]");
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
  field.addEventListener("input", () => (start.value = ""));
}

/** Gives the words of a range inside one block and where they begin; nothing for a range that leaves its block or is blank. */
function placed(range: Range, article: Element): { words: string; start: number } | null {
  const block = blockOf(range.startContainer);
  if (!block || block !== blockOf(range.endContainer) || !article.contains(block)) return null;
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  if (!words.trim()) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const first = Number(block.querySelector<HTMLElement>("[data-start]")?.dataset.start ?? Number.NaN);
  if (Number.isNaN(first)) return null;
  return { words: words.trim(), start: first + length(before.toString()) + length(words.slice(0, lead)) };
}

function blockOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("p, h1") ?? null;
}

function length(text: string): number {
  return [...text].length;
}
