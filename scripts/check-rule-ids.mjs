/*
 * Every rule of the packages' SPEC.md files has a test or a journey whose title
 * begins with its id in brackets, every bracketed id stands in a SPEC.md, and
 * the rules that decide about visitors have as many journeys as the table asks.
 */
import { listFiles, readText, report, rootArgument } from './lib/repo.mjs';

/** Least number of journeys for each rule whose id fits; the first row counts. */
const JOURNEYS_ASKED = [
  // Publishing refuses what this rule is about, so that no journey can meet it.
  { ids: /^BC11$/, atLeast: 0 },
  { ids: /^(FL|BC)\d+$/, atLeast: 3 },
  { ids: /^(SL|EP|PT|AU|SE)\d+$/, atLeast: 2 },
  { ids: /^(PG3|PG6)$/, atLeast: 2 },
];

const RULE = /^(?:[-*] )?\*\*([A-Z]{2,3}\d+)\b/gm;
// A string, or a JSON name, that begins with one id in brackets or several.
const TITLE = /['"`]((?:\[[A-Z]{2,3}\d+(?:, [A-Z]{2,3}\d+)*\] ?)+)/g;
const ID = /[A-Z]{2,3}\d+/g;

const root = rootArgument();
const rules = readRules();
const vectors = readVectors();
const journeys = vectors.filter(({ isJourney }) => isJourney);
const titles = [...readTestTitles(), ...vectors];

report(
  [...idsWithoutTest(), ...idsWithoutRule(), ...rulesShortOfJourneys()],
  `${rules.size} rules are tested; ${journeys.length} journeys name theirs.`,
);

/** @returns {Map<string, string>} Rule id to the SPEC.md where it stands. */
function readRules() {
  const found = new Map();
  for (const path of listFiles(root, 'packages', ['SPEC.md'])) {
    for (const [, id] of readText(root, path).matchAll(RULE)) {
      found.set(id, path);
    }
  }
  return found;
}

/** @returns {{ path: string, title: string, ids: string[] }[]} */
function readTestTitles() {
  return ['packages', 'examples', 'scripts']
    .flatMap((folder) =>
      listFiles(root, folder, ['.test.ts', '.test-d.ts', '.browser.ts']),
    )
    .flatMap((path) =>
      withoutLineComments(readText(root, path))
        .flatMap((line) => [...line.matchAll(TITLE)])
        .map(([, title = '']) => toTitle(path, title)),
    );
}

/** Whatever in a fixture has a name; what has steps too is a journey. */
function readVectors() {
  return ['packages', 'examples']
    .flatMap((folder) => listFiles(root, folder, ['.json']))
    .filter((path) => /\/fixtures\/|^examples\//.test(path))
    .flatMap((path) =>
      namedIn(JSON.parse(readText(root, path)))
        .filter(({ name }) => name.startsWith('['))
        .map(({ name, isJourney }) => ({ ...toTitle(path, name), isJourney })),
    );
}

/**
 * @param {unknown} value
 * @returns {{ name: string, isJourney: boolean }[]}
 */
function namedIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(namedIn);
  if (!('name' in value) || typeof value.name !== 'string') return inside;
  const isJourney = 'steps' in value && Array.isArray(value.steps);
  return [{ name: value.name, isJourney }, ...inside];
}

/**
 * @param {string} path
 * @param {string} title
 */
function toTitle(path, title) {
  const [brackets = ''] = title.match(/^(?:\[[^\]]*\] ?)+/) ?? [];
  return { path, title, ids: [...(brackets.match(ID) ?? [])] };
}

/** @param {string} text */
function withoutLineComments(text) {
  return text.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line));
}

function idsWithoutTest() {
  const tested = new Set(titles.flatMap(({ ids }) => ids));
  return [...rules]
    .filter(([id]) => !tested.has(id))
    .map(([id, path]) => `${path}: no test and no journey for ${id}.`);
}

function idsWithoutRule() {
  const unknown = titles.flatMap(({ path, ids }) =>
    ids
      .filter((id) => !rules.has(id))
      .map((id) => `${path}: ${id} stands in no SPEC.md.`),
  );
  return [...new Set(unknown)];
}

function rulesShortOfJourneys() {
  return [...rules.keys()].flatMap((id) => {
    const asked = JOURNEYS_ASKED.find(({ ids }) => ids.test(id))?.atLeast ?? 0;
    const there = new Set(
      journeys
        .filter(({ ids }) => ids.includes(id))
        .map(({ path, title }) => `${path} ${title}`),
    ).size;
    if (there >= asked) return [];
    return [`${id} has ${there} of at least ${asked} journeys.`];
  });
}
