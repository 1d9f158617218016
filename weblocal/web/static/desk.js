// What a script adds to the desk. Every page does its work without this file.
(() => {
  const each = (selector, work) => document.querySelectorAll(selector).forEach(work);
  const minute = 60000;

  // Clocks: the server wrote the minutes that were left; where the promise runs now, keep them true.
  const left = (minutes) =>
    minutes < 0 ? `${-minutes} min late` : minutes < 120 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h left`;
  const tick = () => each("[data-by]", (clock) => {
    const by = Date.parse(clock.dataset.by), from = Date.parse(clock.dataset.from), now = Date.now();
    const minutes = Math.floor((by - now) / minute), part = Math.min(1, Math.max(0, (now - from) / (by - from)));
    clock.textContent = left(minutes);
    clock.classList.toggle("late", minutes < 0);
    const place = clock.closest("[data-waiting]");
    const water = place && place.querySelector("[data-run]");
    if (water) water.setAttribute("stroke-dasharray", `${Math.round(part * water.dataset.run)} 9999`);
    const thin = place && place.querySelector(".thin .gone");
    if (thin) thin.setAttribute("width", `${Math.round(part * 100)}`);
  });
  if (document.querySelector("[data-by]")) { tick(); setInterval(tick, minute / 3); }

  // The list of people narrows while somebody types; without script the same box asks the server.
  each("[data-narrows]", (box) => box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    each(`#${box.dataset.narrows} > li`, (row) => { row.hidden = !row.dataset.find.includes(wanted); });
  }));

  // A form is sent once: the second press of a wet thumb is swallowed here, and by the tap's key on the server.
  each("form[method=post]", (form) => form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  }));
  addEventListener("pageshow", () => each("form[data-sent]", (form) => { delete form.dataset.sent; }));

  // Pairing: the secret stands after #, where no server and no log sees it until this page hands it over.
  const secret = document.querySelector("[data-secret]");
  if (secret && location.hash.length > 20) {
    secret.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    each("[data-typed]", (part) => { part.hidden = true; });
    each("[data-scanned]", (part) => { part.hidden = false; });
  }

  // State of the line, in the words the server would use.
  const line = () => each(".line", (state) => {
    state.classList.toggle("off", !navigator.onLine);
    state.textContent = navigator.onLine ? "All saved" : "No signal";
  });
  addEventListener("online", line);
  addEventListener("offline", line);
})();
