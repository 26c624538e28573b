// Forms that the bot opens, and what comes of an act that the bot answers.

import { button, el } from "./dom.js";
import { act } from "./link.js";
import { notice } from "./notices.js";
import { rich } from "./rich.js";
import { say } from "./words.js";

const ROW = 1;
const SELECT = 3;
const TEXT_INPUT = 4;
const TEXT = 10;
const LABEL = 18;
const RADIO = 21;
const PARAGRAPH = 2;

/** Does something that the bot answers, and follows up on it. */
export async function followed(name, details, unanswered) {
  follow(await act(name, details), unanswered);
}

/** Opens the form that an answer brings, or says that no answer came. */
export function follow(answer, unanswered) {
  if (answer.refused === "no-response") unanswered();
  else if (answer.refused) notice(answer.refused);
  else if (answer.form) new FormDialog(answer.form).open();
}

class FormDialog {
  constructor(form) {
    this.form = form;
    this.fields = [];
    this.problem = el("p.error", { role: "alert" });
    this.send = button("primary", say("send"), null, { type: "submit" });
    this.dialog = el(
      "dialog.form",
      { "aria-labelledby": "form-title", onclose: () => this.dialog.remove() },
      el("h2", { id: "form-title" }, form.title),
      this.#body(),
    );
  }

  #body() {
    const cancel = button("quiet", say("cancel"), () => this.dialog.close());
    return el(
      "form",
      { onsubmit: (event) => this.#submit(event), method: "dialog" },
      this.form.components.flatMap((part) => drawn(part, this.fields)),
      this.problem,
      el("div.buttons", {}, cancel, this.send),
    );
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.fields[0]?.focus();
  }

  async #submit(event) {
    event.preventDefault();
    this.send.disabled = true;
    const values = Object.fromEntries(this.fields.map((field) => [field.id, field.value()]));
    const { refused, form } = await act("submit", { form: this.form.id, values });
    this.send.disabled = false;
    if (refused) {
      this.problem.textContent = say(refused === "no-response" ? "no-response" : "form-failed");
      return;
    }
    this.dialog.close();
    if (form) new FormDialog(form).open();
  }
}

function drawn(part, fields) {
  if (part.type === TEXT) return el("div.text", {}, rich(part.content, true));
  if (part.type === ROW) return part.components.map((inner) => labelled(inner, inner.label, "", fields));
  if (part.type === LABEL) return labelled(part.component, part.label, part.description, fields);
  return null;
}

const FIELDS = { [TEXT_INPUT]: textField, [SELECT]: selectField, [RADIO]: radioField };

function labelled(part, label, description, fields) {
  const make = FIELDS[part.type];
  if (!make) return el("p.hint", {}, say("pair", { name: label, value: say("cannot-show") }));
  const id = `field-${fields.length}`;
  const required = part.required ?? true;
  const hint = description ? el("p.hint", { id: `${id}-hint` }, description) : null;
  const common = { id, required, "aria-describedby": hint ? hint.id : null };
  const [element, value, focus] = make(part, common, label);
  fields.push({ id: part.custom_id, value, focus });
  const words = [
    label,
    required
      ? el("span.required", { "aria-hidden": "true" }, " *")
      : el("span.hint", {}, ` (${say("optional")})`),
  ];
  if (part.type === RADIO)
    return el(
      "fieldset.field",
      { "aria-describedby": common["aria-describedby"] },
      el("legend", {}, words),
      hint,
      element,
    );
  return el("div.field", {}, el("label", { for: id }, words), hint, element);
}

function textField(part, common) {
  const limits = {
    minlength: part.min_length,
    maxlength: part.max_length ?? 4000,
    placeholder: part.placeholder,
  };
  const name = part.style === PARAGRAPH ? "textarea" : "input";
  const box = el(name, {
    ...common,
    ...limits,
    rows: name === "textarea" ? 4 : null,
    value: part.value ?? "",
  });
  return [box, () => box.value, () => box.focus()];
}

function selectField(part, common) {
  const none = el("option", { value: "" }, part.placeholder ?? say("none"));
  const options = part.options.map((option) =>
    el("option", { value: option.value, selected: option.default }, option.label),
  );
  const box = el(
    "select",
    common,
    part.options.some((option) => option.default) && common.required ? null : none,
    options,
  );
  return [box, () => box.value, () => box.focus()];
}

function radioField(part, common) {
  const rows = part.options.map((option, index) => {
    const attributes = {
      type: "radio",
      name: common.id,
      value: option.value,
      checked: option.default,
      required: common.required,
    };
    const hint = option.description ? el("span.hint", {}, option.description) : null;
    return el(
      "label.choice",
      {},
      el("input", { ...attributes, id: `${common.id}-${index}` }),
      el("span", {}, option.label, hint ? " " : null, hint),
    );
  });
  const group = el("div", {}, rows);
  return [
    group,
    () => group.querySelector(":checked")?.value ?? "",
    () => group.querySelector("input").focus(),
  ];
}
