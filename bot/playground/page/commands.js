// Slash commands: which fit what was typed, and the form of their options.

import { button, el, isPlain } from "./dom.js";
import { follow } from "./forms.js";
import { act } from "./link.js";
import { Field, STRING } from "./option_field.js";
import { openChannel } from "./store.js";
import { failedCommand } from "./unanswered.js";
import { say } from "./words.js";

/** The commands that begin with what was typed after "/", as items of a picker. */
export function matching(commands, typed) {
  const wanted = typed.slice(1).toLowerCase();
  const fitting = commands.filter(
    (command) => command.name.startsWith(wanted) || command.path.startsWith(wanted),
  );
  return fitting.map((command) => ({ label: `/${command.name}`, detail: command.description, command }));
}

/** The command whose whole name was typed with a space behind, and what stands after it. */
export function exactCommand(commands, typed) {
  for (const command of commands) {
    const name = [command.name, command.path].find((one) => typed.startsWith(`/${one} `));
    if (name) return { command, rest: typed.slice(name.length + 2) };
  }
  return null;
}

/** The form of a command's options, in the place of the message box. */
export class CommandForm {
  /** `rest` was typed behind the name already; `close` takes the form away. */
  constructor(command, rest, close) {
    this.command = command;
    this.close = close;
    this.fields = command.options.map((option) => new Field(option, this));
    const first = this.fields.find((field) => field.option.type === STRING);
    if (first && rest) first.input.value = rest;
    this.title = el("span.name", {}, `/${command.name}`);
    this.cancel = button("quiet", "", () => this.close());
    this.send = el("button.primary", { type: "submit" });
    this.element = el(
      "form.command",
      { onsubmit: (event) => this.#send(event), onkeydown: (event) => this.#key(event), novalidate: true },
      el("div.title", {}, this.title, el("span.detail", {}, command.description)),
      el(
        "div.fields",
        {},
        this.fields.map((field) => field.element),
      ),
      el("div.buttons", {}, this.cancel, this.send),
    );
    this.relabel();
  }

  /** Says its own words in the language that is now spoken. */
  relabel() {
    this.element.setAttribute("aria-label", say("command", { name: `/${this.command.name}` }));
    this.cancel.textContent = say("cancel");
    this.send.textContent = say("send");
  }

  focus() {
    const field = this.fields[0];
    if (!field) return this.send.focus();
    field.input.focus();
    field.input.setSelectionRange?.(field.input.value.length, field.input.value.length);
    if (field.input.value) field.typed();
  }

  /** What is filled in, by the options' real names. */
  values(except) {
    const filled = this.fields.filter((field) => field !== except && field.value() !== null);
    return Object.fromEntries(filled.map((field) => [field.option.path, field.value()]));
  }

  #key(event) {
    if (event.key !== "Escape" || !isPlain(event)) return;
    event.preventDefault();
    this.close();
  }

  async #send(event) {
    event.preventDefault();
    if (this.element.ariaBusy) return;
    const wrong = this.fields.filter((field) => !field.check());
    if (wrong.length) return wrong[0].input.focus();
    const { command } = this;
    const details = { channel: openChannel().id, command: command.path, options: this.values() };
    this.element.ariaBusy = "true";
    const answer = await act("slash", details);
    this.element.ariaBusy = null;
    // What was refused keeps its words, to be sent again.
    const isDone = !answer.refused || answer.refused === "no-response";
    if (isDone && this.element.isConnected) this.close();
    follow(answer, () => failedCommand(command.name, true));
  }
}
