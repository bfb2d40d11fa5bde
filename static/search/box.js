// @ts-check
// The search box: what is typed is answered a moment later, and names are offered
// below it; the keys lead from it into the results.
import { box, foreign, form, make, marked, part } from "./dom.js";
import { typeName } from "./results.js";

const list = part("suggest");
let at = -1, timer = 0;

const close = () => {
  list.hidden = true;
  at = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
};

/** @param {(typed: string) => Promise<import("./engine.js").Shown[]>} suggest @param {(r: import("./engine.js").Shown) => string} href */
const offer = async (suggest, href) => {
  const typed = box.value.trim(), found = typed ? await suggest(typed).catch(() => []) : [];
  if (typed !== box.value.trim() || document.activeElement !== box) return;
  close();
  list.replaceChildren(...found.map((r, i) => make("li", { role: "option", id: "suggest-" + i, "aria-selected": "false" }, make("a", { href: href(r), tabindex: "-1", lang: foreign(r.title) }, ...marked(r.title, [typed])), make("small", {}, typeName(r)))));
  list.hidden = !found.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
};

/** @param {KeyboardEvent} e */
const choose = (e) => {
  if (e.isComposing || list.hidden) return;
  const options = [...list.children], n = options.length + 1, step = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
  if (step) {
    at = ((at + 1 + step + n) % n) - 1;
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === at)));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[at].id);
  } else if (e.key === "Escape") close(); // else it clears the box
  else if (e.key === "Enter" && at >= 0) options[at].querySelector("a").click();
  else return;
  e.preventDefault();
};

/** @param {(q: string, typing: boolean) => Promise<void>} ask @param {(typed: string) => Promise<import("./engine.js").Shown[]>} suggest @param {(r: import("./engine.js").Shown) => string} href */
export const attend = (ask, suggest, href) => {
  box.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { ask(box.value.trim(), true); offer(suggest, href); }, 120);
  };
  box.onkeydown = choose;
  box.onblur = () => setTimeout(close, 200);
  form.onsubmit = (e) => {
    e.preventDefault();
    clearTimeout(timer);
    close();
    ask(box.value.trim(), false).then(() => part("count").scrollIntoView({ block: "nearest" }));
  };
  addEventListener("keydown", (e) => {
    const target = /** @type {HTMLElement} */ (e.target), links = [...part("result").querySelectorAll("h3 a")], i = links.indexOf(target), down = e.key === "ArrowDown";
    const to = e.key === "/" && !target.closest("input, select, textarea") ? box : i >= 0 && (down || e.key === "ArrowUp") ? links[i + (down ? 1 : -1)] ?? box : target === box && down && list.hidden ? links[0] : null;
    if (!to || e.defaultPrevented) return;
    e.preventDefault();
    to.focus();
    if (e.key === "/") box.select();
  });
  form.append(list);
  for (const [k, v] of Object.entries({ role: "combobox", "aria-controls": "suggest", "aria-expanded": "false", "aria-autocomplete": "list" })) box.setAttribute(k, v);
};
