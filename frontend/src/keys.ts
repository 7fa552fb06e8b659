// Keys of the review desk. A key presses the control that names it in `data-key`; what a decision still needs is focused instead.

const TYPED = "input:not([type=checkbox]):not([type=radio]), textarea, select";

export function listenForKeys(): void {
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

function press(key: string): boolean {
  if (key === "x") return notTheSame();
  const control = [...document.querySelectorAll<HTMLElement>("[data-key]")].find((each) => each.dataset.key === key);
  if (!control) return false;
  if (control instanceof HTMLButtonElement) decide(control);
  else if (control.tagName === "SUMMARY") unfold(control);
  else control.click();
  return true;
}

/** Presses a button of a form, or goes to the field that the decision still needs. */
function decide(button: HTMLButtonElement): void {
  const form = button.form;
  const needed = ["by", button.dataset.needs].filter((name): name is string => Boolean(name));
  for (const name of needed) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement && !field.value.trim()) return field.focus();
  }
  button.click();
}

function unfold(summary: HTMLElement): void {
  const details = summary.closest("details");
  if (!details) return;
  details.open = !details.open;
  const field = details.querySelector<HTMLElement>("textarea, select, input:not([type=hidden])");
  if (details.open && field) field.focus();
  else summary.focus();
}

/** Opens the relation of the claim's first figure, chooses "not the same thing", and asks for the reason. */
function notTheSame(): boolean {
  const choice = document.querySelector<HTMLInputElement>(".relate input[value=unrelated]");
  const details = choice?.closest("details");
  if (!choice || !details) return false;
  details.open = true;
  choice.checked = true;
  details.querySelector<HTMLInputElement>("input[name=reason]")?.focus();
  return true;
}
