// The only script: whether the door is open, what comes next on the board, and two hidden values for forms. Pages work without it.
// Lines are joined and spaces beside signs left out, so every statement ends with a semicolon and no string holds such spaces.
// Names are short because every page carries them.
{
const q = (x) => document.querySelectorAll(x);
// s: the status line; z: the zone of the business, which the board names where there is no status
const s = q("[data-week]")[0], z = q("[data-zone]")[0]?.dataset.zone;
if (z) {
// t: the wall time of the business, which Swedish writes as 2026-11-22 15:31:05; m: its minutes
const t = new Date().toLocaleString("sv-SE", { timeZone: z });
const m = t.slice(11, 13) * 60 + 1 * t.slice(14, 16);
// the date n days from now, and its weekday from Monday
const f = (n) => new Date(Date.parse(t.slice(0, 10)) + n * 864e5).toISOString().slice(0, 10);
const g = (n) => (new Date(f(n)).getUTCDay() + 6) % 7;
if (s) {
const d = s.dataset, w = d.words.split("|");
// the spans of that day: opens, closes, and both in words; a special day wins
const h = (n) => (d.special.match(f(n) + "=([^;]*)")?.[1] ?? d.week.split(";")[g(n)]).split(",").filter(Boolean).map((x) => x.split("|"));
// o: the span that runs, begun today or last night; r: what to say
const o = [-1, 0].flatMap((n) => h(n).filter((x) => x[0] <= m - n * 1440 && m - n * 1440 < x[1]))[0];
let r = w[4];
if (o) r = o[1] == 1440 && h(1).some((x) => x[0] == 0) ? w[0] : w[1].replace("{time}", o[3]);
else for (let n = 0; !r && n < 7; n++) {
const x = h(n).find((x) => n || x[0] > m);
if (x) r = w[n ? 3 : 2].replace("{day}", d.days.split("|")[g(n)]).replace("{time}", x[2]);
}
if (r) s.textContent = r;
s.classList.add(o ? "open" : "shut");
}
// status and board stand above and are told before anything is painted, so that nothing moves; the rest of the page is still to come
addEventListener("DOMContentLoaded", () => {
q(".hours").forEach((y) => {
const r = [...y.rows];
(r.find((x) => x.dataset.dates?.includes(f(0))) || r.find((x) => x.dataset.days?.includes(g(0))))?.classList.add("now");
});
q(`[data-day="${g(0)}"]`).forEach((x) => x.classList.add("now"));
});
// the board: what is over or not today steps back, the first that is left becomes the bar
const e = q(".board[data-now]")[0];
if (e) {
let n = 0;
q("[data-at]").forEach((x) => {
const [a, c] = x.dataset.at.split("-"), y = x.dataset.days.includes(g(0)) && m <= c;
x.classList.add(y ? n++ ? "later" : "now" : "past");
if (y && n == 1) x.querySelector("b").textContent = m < a ? a - m < 91 ? e.dataset.soon.replace("{count}", a - m) : "" : e.dataset.now;
});
q(".board h2")[0].textContent = new Date(f(0)).toLocaleDateString(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
}
}
// a page shown again after "back" asks anew, so the same key never hides a second message
addEventListener("pageshow", () => q("[name=key]").forEach((x) => { x.value = crypto.randomUUID?.() || ""; }));
addEventListener("focusin", (e) => { const x = e.target.form?.elements.started; if (x) x.value ||= Date.now(); });
}
