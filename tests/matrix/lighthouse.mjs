// Judges pages with Lighthouse (mobile, simulated slow network) and prints one JSON line for each address and run.
// node lighthouse.mjs CHROMIUM CATEGORIES RUNS ADDRESS…
import { pathToFileURL } from "node:url";
import path from "node:path";

const [chromium, categories, runs, ...addresses] = process.argv.slice(2);
const modules = process.env.WEBLOCAL_NODE_MODULES || path.resolve(import.meta.dirname ?? ".", "../../node_modules");
const load = (name) => import(pathToFileURL(path.join(modules, name)).href);
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const chrome = await launch({
  chromePath: chromium,
  chromeFlags: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
  ],
});
try {
  for (const address of addresses) {
    for (let run = 0; run < Number(runs); run += 1) {
      const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: categories.split(","), logLevel: "error" });
      const failed = Object.values(lhr.audits)
        .filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== "informative")
        .map((audit) => audit.id);
      const scores = Object.fromEntries(Object.values(lhr.categories).map((each) => [each.id, Math.round(each.score * 100)]));
      const shift = lhr.audits["cumulative-layout-shift"]?.numericValue ?? null;
      const paint = lhr.audits["largest-contentful-paint"]?.numericValue ?? null;
      console.log(JSON.stringify({ address, run, scores, failed, shift, paint }));
    }
  }
} finally {
  await chrome.kill();
}
