// The only script: whether the door is open at the moment of the visit, and two hidden values for forms. Pages work without it.
// Lines are joined and spaces beside signs left out, so every statement ends with a semicolon and no string holds such spaces.
// Names are short because every page carries them.
{
const q = (x) => document.querySelectorAll(x);
// s: the status line; d: its attributes; w: its sentences
const s = q("[data-week]")[0];
if (s) {
const d = s.dataset, w = d.words.split("|");
// t: the wall time of the business, which Swedish writes as 2026-11-22 15:31:05; m: its minutes
const t = new Date().toLocaleString("sv-SE", { timeZone: d.zone });
const m = t.slice(11, 13) * 60 + 1 * t.slice(14, 16);
// the date n days from now, its weekday from Monday, and its spans: opens, closes, and both in words; a special day wins
const f = (n) => new Date(Date.parse(t.slice(0, 10)) + n * 864e5).toISOString().slice(0, 10);
const g = (n) => (new Date(f(n)).getUTCDay() + 6) % 7;
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
// the rest of the page is still to come: the status above is said before anything is painted, so that nothing moves
addEventListener("DOMContentLoaded", () => {
const rows = [...q(".hours tr")];
(rows.find((x) => x.dataset.dates?.includes(f(0))) || rows.find((x) => x.dataset.days?.includes(g(0))))?.classList.add("now");
});
}
// a page shown again after "back" asks anew, so the same key never hides a second message
addEventListener("pageshow", () => q("[name=key]").forEach((x) => { x.value = crypto.randomUUID?.() || ""; }));
// what is wished for in a sentence at the head of the page is chosen in the form below, too
addEventListener("change", (e) => { const x = e.target; if (x.name == "wish") q("[name=service]").forEach((y) => { y.checked = y.value == x.value; }); });
addEventListener("focusin", (e) => { const x = e.target.form?.elements.started; if (x) x.value ||= Date.now(); });
}
