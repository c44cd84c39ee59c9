// Selects the tests for the files that differ from main, committed or not: for scripts/test --changed.
//
//   node scripts/changed_tests.mjs
//
// Prints a line per step: its name, then the suites of GoogleTest or the files of tests to run, separated by
// tabs. Without these, the whole step is to be run.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const STEPS = ['lint', 'native', 'wasm', 'fuzz', 'api', 'page', 'engines', 'browser', 'budget'];
const NODE_STEPS = ['api', 'page', 'engines', 'browser'];

// Folder of src/: the folders of tests/ that test it or what uses it.
const CPP_TESTS = {
  base: ['base', 'locales', 'engine', 'exchange', 'golden', 'words', 'charts', 'platform', 'app', 'ui'],
  tables: ['locales', 'engine', 'exchange', 'golden', 'words', 'charts', 'app', 'ui'],
  locales: ['locales', 'engine', 'exchange', 'golden', 'words', 'charts', 'app', 'ui'],
  engine: ['engine', 'exchange', 'golden', 'words', 'charts', 'app', 'ui'],
  exchange: ['exchange', 'golden', 'app', 'ui'],
  words: ['words', 'charts', 'ui'],
  charts: ['charts', 'words', 'ui'],
  platform: ['platform', 'ui'],
  app: ['app', 'ui'],
  ui: ['ui'],
  wasm: [],
};
const CPP_STEPS = {
  wasm: new Set(['base', 'locales', 'engine', 'exchange', 'golden', 'platform', 'app']),
  fuzz: new Set(['base', 'tables', 'locales', 'engine', 'exchange', 'wasm']),
  api: new Set(['base', 'tables', 'locales', 'engine', 'exchange', 'words', 'charts', 'wasm']),
};

const CANVAS = ['accessibility', 'currency', 'decide', 'flywheel', 'hand_and_picture', 'interface', 'keyboard', 'numbers', 'page_api', 'phone', 'pointer', 'print', 'rest', 'story', 'wheel'];
// Folder of src/ or web/: files of tests/browser/.
const BROWSER_TESTS = {
  'src/platform': CANVAS,
  'src/app': CANVAS,
  'src/ui': CANVAS,
  'web/canvas': CANVAS,
  'web/form': ['accessibility', 'currency', 'form', 'hand_and_picture', 'numbers', 'print', 'story', 'wheel'],
  'web/face': ['accessibility', 'form', 'keyboard', 'numbers', 'pointer'],
  'web/calculator': [...CANVAS, 'element', 'element_layout', 'embed', 'form'],
  'web/page': ['accessibility', 'address', 'decide', 'embed', 'from_disk', 'help', 'interface', 'isolated', 'keyboard', 'link_previews', 'page_api', 'phone', 'story'],
  'web/tools': ['decide', 'tools'],
  'web/explain': ['explanations', 'help'],
  'web/embed': ['element', 'element_layout', 'embed', 'guest', 'isolated', 'story', 'wheel'],
  'web/offline': ['offline'],
  'web/story': ['story'],
};

const testFilesIn = (folder) => readdirSync(path.join(ROOT, folder)).filter((name) => /(_test\.cpp|\.test\.mjs)$/.test(name))
  .map((name) => `${folder}/${name}`);

function suitesIn(file) {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...new Set([...text.matchAll(/^TEST(?:_[FP])?\((\w+),/gm)].map(([, suite]) => suite))];
}

/** The selected tests: the name of a step → its suites or files, or 'all'. */
class Selection {
  #steps = new Map();

  add(step, parts = 'all') {
    const chosen = this.#steps.get(step);
    if (chosen === 'all' || parts === 'all') this.#steps.set(step, 'all');
    else this.#steps.set(step, new Set([...chosen ?? [], ...parts]));
  }

  addCppTests(folder, files = testFilesIn(`tests/${folder}`)) {
    const suites = files.flatMap(suitesIn);
    this.add('native', suites);
    if (CPP_STEPS.wasm.has(folder)) this.add('wasm', suites);
  }

  /** @returns {[string, string[]][]} in the order of the steps */
  result() {
    return STEPS.filter((step) => this.#steps.has(step))
      .map((step) => [step, this.#steps.get(step) === 'all' ? [] : [...this.#steps.get(step)].sort()]);
  }
}

function addProduct(selection, area, folder) {
  selection.add('lint');
  selection.add('budget');
  if (area === 'src') {
    for (const tests of CPP_TESTS[folder]) selection.addCppTests(tests);
    for (const step of ['fuzz', 'api']) if (CPP_STEPS[step].has(folder)) selection.add(step);
  } else selection.add('page');
  if (`${area}/${folder}` === 'web/engine') selection.add('api');
  const browser = BROWSER_TESTS[`${area}/${folder}`];
  if (browser) selection.add('browser', browser.map((name) => `tests/browser/${name}.test.mjs`));
  else if (area === 'web' || folder === 'wasm') selection.add('browser');
}

function addTest(selection, folder, file) {
  if (NODE_STEPS.includes(folder)) selection.add(folder, file.endsWith('.test.mjs') ? [file] : 'all');
  else if (folder === 'fuzz') selection.add('fuzz');
  else if (folder === 'support') for (const step of ['native', 'wasm']) selection.add(step);
  else if (!['bench', 'hosts'].includes(folder)) selection.addCppTests(folder, file.endsWith('_test.cpp') ? [file] : undefined);
  selection.add('lint');
}

/**
 * @param {string[]} files paths from the root
 * @returns {[string, string[]][]} steps, each with its suites or files to run; an empty list: the whole step
 */
export function testsFor(files) {
  const selection = new Selection();
  for (const file of files) {
    const [area, folder] = file.split('/');
    if (/\.md$|^docs\//.test(file)) continue;
    if (file.endsWith('CMakeLists.txt')) for (const step of STEPS) selection.add(step);
    else if (area === 'src' && folder in CPP_TESTS) addProduct(selection, area, folder);
    else if (area === 'web') addProduct(selection, area, folder);
    else if (area === 'tests' && file.split('/').length > 2) addTest(selection, folder, file);
    else for (const step of STEPS) selection.add(step);
  }
  return selection.result();
}

function changedFiles() {
  const git = (...given) => execFileSync('git', given, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const branch = ['main', 'origin/main'].find((name) => {
    try {
      return git('rev-parse', '--verify', name);
    } catch {
      return false;
    }
  });
  const base = branch ? git('merge-base', 'HEAD', branch).trim() : 'HEAD';
  const lists = [git('diff', '--name-only', '--diff-filter=d', base), git('ls-files', '--others', '--exclude-standard')];
  return [...new Set(lists.join('\n').split('\n').filter(Boolean))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [step, parts] of testsFor(changedFiles())) console.log([step, ...parts].join('\t'));
}
