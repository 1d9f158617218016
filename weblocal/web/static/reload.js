// The preview's own script: asks whether the site was built again, and shows the page anew.
(() => {
  const since = document.currentScript.dataset.number;
  const ask = async () => {
    try {
      const answer = await fetch(`/_weblocal/changes?since=${since}`, { cache: "no-store" });
      if (answer.status === 205) return location.reload();
      setTimeout(ask, answer.ok ? 0 : 2000);
    } catch {
      setTimeout(ask, 1000);
    }
  };
  ask();
})();
