// The only script: whether the door is open at the moment of the visit, and two hidden values for forms. Pages work without it.
// Every statement ends with a semicolon, because the lines are joined.
{
const status = document.querySelector(".status[data-week]");
if (status) {
const { week, special, zone, days, words } = status.dataset;
// Swedish writes the wall time of the business as 2026-11-22 15:31:05
const wall = new Date().toLocaleString("sv-SE", { timeZone: zone });
const minute = wall.slice(11, 13) * 60 + +wall.slice(14, 16);
const date = (n) => new Date(Date.parse(wall.slice(0, 10)) + n * 864e5);
const weekday = (n) => (date(n).getUTCDay() + 6) % 7;
const inside = (dates, n) => { const [first, last] = dates.split("/"), day = date(n).toISOString().slice(0, 10); return first <= day && day <= last; };
const spans = (n) => {
const own = special.split(";").map((x) => x.split("=")).find((x) => x[1] != null && inside(x[0], n));
return (own ? own[1] : week.split(";")[weekday(n)]).split(",").filter(Boolean).map((x) => x.split("|"));
};
const [open, until, today, later, shut] = words.split("|");
const say = (text, isOpen) => { status.textContent = text || status.textContent; status.classList.add(isOpen ? "open" : "shut"); };
const running = [-1, 0].flatMap((n) => spans(n).filter(([o, c]) => o <= minute - n * 1440 && minute - n * 1440 < c))[0];
const next = () => {
for (let n = 0; n < 7; n++) {
const [at] = spans(n).filter(([o]) => n || o > minute);
if (at) return (n ? later.replace("{day}", days.split("|")[weekday(n)]) : today).replace("{time}", at[2]);
}
};
if (running) say(running[1] == 1440 && spans(1).some(([o]) => o == 0) ? open : until.replace("{time}", running[3]), 1);
else say(shut || next());
const rows = [...document.querySelectorAll(".hours tr")];
const row = rows.find((x) => x.dataset.dates && inside(x.dataset.dates, 0)) || rows.find((x) => x.dataset.days?.includes(weekday(0)));
if (row) row.classList.add("now");
}
// a page shown again after "back" asks anew, so the same key never hides a second message
addEventListener("pageshow", () => document.querySelectorAll("[name=key]").forEach((x) => { x.value = crypto.randomUUID?.() || ""; }));
addEventListener("focusin", (e) => { const x = e.target.form?.elements.started; if (x && !x.value) x.value = Date.now(); });
}
