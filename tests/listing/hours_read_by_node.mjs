// Reads opening hours in the map's grammar with opening_hours.js, the reader most of its applications use.
// In: a line of JSON for each question, {hours, since: [year, month, day], days}. Out: a line with 1 or 0 for each half hour.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const beside = createRequire(pathToFileURL(process.argv[2] + "/"));
const OpeningHours = beside("opening_hours");
const place = { lat: 51.5, lon: 0, address: { country_code: "gb", state: "England" } };
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { hours, since, days } = JSON.parse(line);
  const read = new OpeningHours(hours, place);
  const open = [];
  for (let half = 0; half < days * 48; half += 1) {
    open.push(read.getState(new Date(since[0], since[1] - 1, since[2], 0, 30 * half)) ? 1 : 0);
  }
  console.log(JSON.stringify(open));
}
