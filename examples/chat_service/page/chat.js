import { element, link, render } from "./markdown.js";
import { ask } from "./stream.js";

const find = (id) => document.getElementById(id);
const [composer, question, send, stop] = ["composer", "question", "send", "stop"].map(find);
const [conversation, welcome, announcer, anew] = ["conversation", "welcome", "announcer", "anew"].map(find);

let thread = null; // the conversation, as the server calls it
let answering = null; // the AbortController of the answer that is being written

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (!text || answering) return;
  question.value = "";
  fit();
  converse(text);
});

question.addEventListener("input", fit);
question.addEventListener("keydown", (event) => {
  // While an input method composes a character, Enter belongs to it.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
document.addEventListener("keydown", (event) => event.key === "Escape" && answering?.abort());
stop.addEventListener("click", () => answering?.abort());

anew.addEventListener("click", () => {
  answering?.abort();
  thread = null;
  conversation.replaceChildren();
  welcome.hidden = false;
  anew.hidden = true;
  question.focus();
});

/** Show a question, and its answer as it comes. */
async function converse(text) {
  welcome.hidden = true;
  anew.hidden = false;
  const asked = element("div", text);
  asked.className = "question";
  conversation.append(asked);
  asked.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "start" });
  await answer(text);
}

async function answer(text) {
  const card = find("answer-template").content.firstElementChild.cloneNode(true);
  const part = (name) => card.querySelector(name);
  conversation.append(card);
  const mine = (answering = new AbortController());
  busy(true);
  tell("Working…");
  let words = "";
  let drawing = 0;
  let ended = false;

  function tell(message) {
    part(".status").textContent = announcer.textContent = message;
  }

  function draw() {
    drawing = 0;
    part(".status").textContent = "";
    grow(() => part(".text").replaceChildren(...render(words)));
  }

  function settle() {
    if (!drawing) return;
    cancelAnimationFrame(drawing);
    draw();
  }

  const react = {
    thread: (data) => mine.signal.aborted || (thread = data.thread),
    status: ({ message }) => words || tell(message),
    text(data) {
      words += data.text;
      drawing ||= requestAnimationFrame(draw); // however fast the words come
    },
    answer(data) {
      ended = true;
      cancelAnimationFrame(drawing);
      tell("");
      announcer.textContent = "The answer is complete.";
      grow(() => finish(card, data));
    },
    trouble(data) {
      ended = true;
      settle();
      tell("");
      grow(() => regret(card, data, text));
    },
  };

  try {
    for await (const { kind, data } of ask(text, thread, mine.signal)) react[kind]?.(data);
    if (!ended) react.trouble({ message: "The answer broke off.", retry_after: 0 });
  } catch (error) {
    settle();
    if (mine.signal.aborted) tell("Stopped.");
    else react.trouble({ message: "This service cannot be reached at the moment.", retry_after: 3 });
  }
  card.ariaBusy = "false";
  if (answering === mine) {
    answering = null;
    busy(false);
  }
}

/** Show what only the end of an answer tells: its sources, and what can be done with it. */
function finish(card, { text, answer: id, references, follow_ups, blocked }) {
  const part = (name) => card.querySelector(name);
  const links = new Map();
  for (const [index, { number, name, url }] of references.entries()) {
    links.set(String(number), { shown: String(index + 1), name, url });
  }
  card.classList.toggle("blocked", blocked);
  part(".text").replaceChildren(...render(text, links));
  part(".references").hidden = !references.length;
  part(".references ol").append(
    ...references.map(({ name, url }) => element("li", url ? link(url, name) : name)),
  );
  offer(part(".chips"), follow_ups);
  part(".votes").hidden = !id;
  for (const button of card.querySelectorAll("[data-vote]")) {
    button.addEventListener("click", () => rate(card, id, button));
  }
}

async function rate(card, id, chosen) {
  const thanks = card.querySelector(".thanks");
  const response = await fetch("/votes", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ answer: id, vote: chosen.dataset.vote }),
  }).catch(() => null);
  thanks.textContent = response?.ok ? "Thank you." : "Your vote did not arrive. Please try again.";
  if (!response?.ok) return;
  for (const button of card.querySelectorAll("[data-vote]")) button.ariaPressed = String(button === chosen);
}

/** Say what went wrong, and offer to ask again, as soon as that makes sense. */
function regret(card, { message, retry_after }, text) {
  const box = card.querySelector(".trouble");
  const again = box.querySelector(".again");
  box.hidden = false;
  box.querySelector("p").textContent = message;
  again.hidden = retry_after === null;
  again.addEventListener("click", () => {
    if (answering) return;
    card.remove();
    answer(text);
    question.focus();
  });

  let left = Math.ceil(retry_after);
  const count = () => {
    again.disabled = left > 0;
    again.textContent = left > 0 ? `Ask again in ${left} s` : "Ask again";
    if (left-- > 0) setTimeout(count, 1000);
  };
  count();
}

function offer(list, questions) {
  list.hidden = !questions.length;
  list.replaceChildren(
    ...questions.map((text) => {
      const chip = element("button", text);
      chip.type = "button";
      chip.addEventListener("click", () => answering || converse(text));
      return element("li", chip);
    }),
  );
}

/** Change the page, and keep its end in sight for whoever was looking at it. */
function grow(change) {
  const page = document.scrollingElement;
  const atEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 80;
  change();
  if (atEnd) page.scrollTop = page.scrollHeight;
}

function busy(yes) {
  stop.hidden = !yes;
  send.hidden = yes;
}

/** Make the field as high as its text, and the button what the field allows. */
function fit() {
  send.disabled = !question.value.trim();
  question.style.height = "auto";
  question.style.height = `${question.scrollHeight}px`;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const about = await fetch("/agent").then((response) => (response.ok ? response.json() : null), () => null);
if (about) {
  if (about.name) find("agent").textContent = document.title = about.name;
  offer(find("samples"), about.samples);
}
