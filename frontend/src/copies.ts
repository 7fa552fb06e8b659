// A "Copy" button beside each text that is there to be pasted elsewhere.

export function offerCopies(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea.copy, input.copy")) {
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
