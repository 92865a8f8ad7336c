// The fields of a question: what was typed in them, what was typed before, and what is wrong with it.
"use strict";

/** What was typed for a question: nothing, a text, a list where several may be chosen, or a text for each part. */
export const typed = (item, fields) => {
  const values = (name) => fields.filter(([field, value]) => field === name && value.trim() !== "").map(([, value]) => value);
  if (item.parts.length > 0) {
    const parts = item.parts.map((part) => [part.code, values(`${item.code}_${part.code}`)[0]]);
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  return item.type === "choices" ? values(item.code) : (values(item.code)[0] ?? null);
};

/** Puts an answer back into the fields of its question. */
export const fillIn = (form, item, given) => {
  const set = (name, value) => {
    for (const field of form.elements) {
      if (field.name === name && ["radio", "checkbox"].includes(field.type)) {
        field.checked = [value].flat().includes(field.value);
      } else if (field.name === name) {
        field.value = value;
      }
    }
  };
  if (item.parts.length > 0) {
    Object.entries(given ?? {}).forEach(([part, value]) => set(`${item.code}_${part}`, value));
  } else if (given !== null && given !== undefined) {
    set(item.code, given);
  }
};

/** Says at the question what is wrong with its answer, or asks whether an unusual one is right. */
export const complain = (form, item, { fault, doubt }, given) => {
  const field = form.querySelector(`#${item.code}`);
  if (fault !== undefined) {
    const sentence = document.createElement("p");
    Object.assign(sentence, { className: "fault", id: `${item.code}-fault`, textContent: fault });
    const heading = form.querySelector(".ask .hint") ?? form.querySelector(".ask h1").closest("legend, h1");
    heading.after(sentence);
  } else if (doubt) {
    const question = document.getElementById("doubt").content.cloneNode(true);
    question.querySelector("p").textContent = doubt;
    question.querySelector("p").id = `${item.code}-doubt`;
    question.querySelector("input").value = `${item.code}=${given}`;
    form.querySelector(".ask").append(question);
  }
  field.setAttribute("aria-describedby", `${item.code}-${doubt ? "doubt" : "fault"}`);
  field.setAttribute("aria-invalid", "true");
};
