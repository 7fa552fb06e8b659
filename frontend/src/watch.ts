// Asks the case now and then whether another reviewer decided on this claim, or whether the figures were settled anew. Nothing is reloaded unasked.

const EVERY = 4000; // milliseconds

interface State {
  version: number;
  newest: number;
  unsettled: number;
}

export function watchOthers(): void {
  const desk = document.querySelector<HTMLElement>("[data-claim]");
  const bar = document.querySelector<HTMLElement>(".notice-bar");
  if (!desk && !bar) return;
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const state = await ask(desk?.dataset.claim ?? "");
    if (!state) return;
    if (desk && state.version !== Number(desk.dataset.version)) document.querySelector<HTMLElement>(".overtaken")?.removeAttribute("hidden");
    if (bar && state.unsettled === 0) {
      settled(bar);
      if (!desk) clearInterval(timer);
    }
  }, EVERY);
}

async function ask(key: string): Promise<State | null> {
  try {
    const answer = await fetch(`/state.json?key=${encodeURIComponent(key)}`);
    return answer.ok ? ((await answer.json()) as State) : null;
  } catch {
    return null; // the server was stopped; the page stays readable
  }
}

function settled(bar: HTMLElement): void {
  const link = document.createElement("a");
  link.href = location.href.split("#")[0] ?? "/";
  link.textContent = "show them";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.append("The figures now follow the decisions: ", link, ".");
  bar.replaceChildren(said);
}
