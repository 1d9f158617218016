// The only script: whether the door is open at the moment of the visit, and two hidden values for forms. Pages work without it.
// Lines are joined and spaces beside signs left out, so every statement ends with a semicolon and no string holds such spaces.
{
const status = document.querySelector("[data-week]");
if (status) {
const d = status.dataset, words = d.words.split("|");
// Swedish writes the wall time of the business as 2026-11-22 15:31:05
const wall = new Date().toLocaleString("sv-SE", { timeZone: d.zone });
const minute = wall.slice(11, 13) * 60 + 1 * wall.slice(14, 16);
const date = (n) => new Date(Date.parse(wall.slice(0, 10)) + n * 864e5).toISOString().slice(0, 10);
const day = (n) => (new Date(date(n)).getUTCDay() + 6) % 7;
// the spans of a day from now: opens, closes, and both as people write them; a special day wins over the week
const spans = (n) => (d.special.match(date(n) + "=([^;]*)")?.[1] ?? d.week.split(";")[day(n)]).split(",").filter(Boolean).map((x) => x.split("|"));
const open = [-1, 0].flatMap((n) => spans(n).filter(([o, c]) => o <= minute - n * 1440 && minute - n * 1440 < c))[0];
let text = words[4];
if (open) text = open[1] == 1440 && spans(1).some(([o]) => o == 0) ? words[0] : words[1].replace("{time}", open[3]);
else for (let n = 0; !text && n < 7; n++) {
const next = spans(n).find(([o]) => n || o > minute);
if (next) text = words[n ? 3 : 2].replace("{day}", d.days.split("|")[day(n)]).replace("{time}", next[2]);
}
if (text) status.textContent = text;
status.classList.add(open ? "open" : "shut");
const rows = [...document.querySelectorAll(".hours tr")];
(rows.find((x) => x.dataset.dates?.includes(date(0))) || rows.find((x) => x.dataset.days?.includes(day(0))))?.classList.add("now");
}
// a page shown again after "back" asks anew, so the same key never hides a second message
addEventListener("pageshow", () => document.querySelectorAll("[name=key]").forEach((x) => { x.value = crypto.randomUUID?.() || ""; }));
addEventListener("focusin", (e) => { const x = e.target.form?.elements.started; if (x && !x.value) x.value = Date.now(); });
}
