// What comparison.Worker is for Java: does works as the harness asks for them, a line of JSON for each.
import readline from 'node:readline';
import { launch, newPage } from './puppeteer.mjs';
import { startUp, works } from './works.mjs';

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (line) => process.stdout.write(line + '\n');

async function mark(name) {
  say('@@MARK ' + name);
  if ((await lines.next()).done) process.exit(3);
}

function options(words) {
  return Object.fromEntries(
    words.map((word) => word.split('=')).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]));
}

async function run(line) {
  const [name, ...words] = line.trim().split(/ +/);
  if (name === 'start') return startUp();
  const browser = await launch();
  try {
    return await works[name]((isolated) => newPage(browser, isolated), options(words), mark);
  } finally {
    await browser.close();
  }
}

const rounded = (name, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);

async function attempt(line) {
  try {
    say('@@RESULT ' + JSON.stringify(await run(line), rounded));
  } catch (e) {
    say('@@RESULT ' + JSON.stringify({ error: String(e).slice(0, 400) }));
  }
}

if (process.argv[2] === 'once') {
  await attempt('start');
  process.exit(0);
}
say('@@READY');
for await (const line of lines) await attempt(line);
process.exit(0);
