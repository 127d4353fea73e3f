// The works of comparison.Worker for node; what is measured stands between the two marks.
import { launch, newPage } from './puppeteer.mjs';

const now = () => Number(process.hrtime.bigint()) / 1e6; // milliseconds
// As Page.await and Fetches of the workers in Java, so that both wait alike.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const heapMb = () => process.memoryUsage().heapUsed / 2 ** 20;

async function until(condition, limit) {
  const end = now() + limit;
  while (!condition() && now() < end) await sleep(2);
}

function expect(expected, actual) {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
}

function latencies(times, total, unit, ofUnit) {
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.floor(times.length * part)] * ofUnit;
  return { ops: (times.length * 1000) / total, ['p50' + unit]: at(0.5), ['p99' + unit]: at(0.99) };
}

async function timed(count, call) {
  const times = new Float64Array(count);
  const begin = now();
  for (let i = 0; i < count; i++) {
    const sent = now();
    await call();
    times[i] = now() - sent;
  }
  return [times, now() - begin];
}

async function commands(open, { n, warm }, mark) {
  const page = await open(false);
  const one = async () => expect(1, await page.evaluate('1'));
  await timed(warm, one);
  await mark('begin');
  const [times, total] = await timed(n, one);
  await mark('end');
  return latencies(times, total, 'Us', 1000);
}

async function inFlight(open, { n, warm, window }, mark) {
  const page = await open(false);
  const send = async (count) => {
    let sent = 0;
    const lane = async () => {
      while (sent < count) {
        sent++;
        expect(1, await page.evaluate('1'));
      }
    };
    await Promise.all(Array.from({ length: window || count }, lane));
  };
  await send(warm);
  await mark('begin');
  const begin = now();
  await send(n);
  const ms = now() - begin;
  await mark('end');
  return { ops: (n * 1000) / ms, ms, mode: 'asynchronous' };
}

async function console_(open, { n, warm }, mark) {
  const page = await open(false);
  let counter;
  page.on('Runtime.consoleAPICalled', (event) => {
    const number = event.args[0].value;
    if (number !== counter.last + 1) counter.disorder++;
    counter.last = number;
    counter.count++;
    counter.lastAt = now();
  });
  const say = async (count) => {
    counter = { count: 0, disorder: 0, last: -1, lastAt: 0 };
    await page.evaluate(`setTimeout(() => { for (let i = 0; i < ${count}; i++) console.log(i) }); 1`);
    await until(() => counter.count >= count, 30_000 + count / 4);
  };
  await page.send('Runtime.enable');
  await say(warm);
  await mark('begin');
  const begin = now();
  await say(n);
  const peakHeapMb = heapMb();
  await mark('end');
  return { ms: counter.lastAt - begin, lost: n - counter.count, disorder: counter.disorder, peakHeapMb };
}

const events = ['requestWillBeSent', 'requestWillBeSentExtraInfo', 'responseReceived', 'responseReceivedExtraInfo',
  'dataReceived', 'loadingFinished'];

async function fetch_(open, { n, warm, url }, mark) {
  const page = await open(false);
  let finished = 0, all = 0, lastAt = 0;
  await page.send('Page.enable');
  await page.send('Page.navigate', { url });
  const loaded = "document.readyState === 'complete' && location.port !== '' ? 1 : 0";
  while ((await page.evaluate(loaded)) === 0) await sleep(20);
  for (const event of events) {
    page.on('Network.' + event, ({ requestId }) => {
      if (!requestId) throw new Error('an event without a requestId');
      all++;
      lastAt = now();
      if (event === 'loadingFinished') finished++;
    });
  }
  await page.send('Network.enable');
  const fetchAll = async (count) => {
    finished = all = 0;
    await page.evaluateText(`(async () => {
      let i = 0;
      const lane = async () => {
        while (i < ${count}) await (await fetch('/x?' + i++, { cache: 'no-store' })).arrayBuffer();
      };
      await Promise.all(Array.from({ length: 16 }, lane));
      return '';
    })()`);
    await until(() => finished >= count, 20_000);
  };
  await fetchAll(warm);
  await mark('begin');
  const begin = now();
  await fetchAll(n);
  await mark('end');
  return { ms: lastAt - begin, lost: n - finished, events: all, unknownEvents: 0, peakHeapMb: heapMb() };
}

async function large(open, { n, mb }, mark) {
  const page = await open(false);
  const length = mb * 2 ** 20;
  await page.evaluate(`globalThis.text = 'x'.repeat(${length}); 1`);
  expect(100_000, (await page.evaluateText('text.slice(0, 100000)')).length);
  await mark('begin');
  const [times] = await timed(n, async () => expect(length, (await page.evaluateText('text')).length));
  const peakHeapMb = heapMb();
  await mark('end');
  return { ms: times.sort()[n >> 1], peakHeapMb };
}

async function isolate(open, { n, warm }, mark) {
  const one = async () => {
    const page = await open(true);
    await page.send('Page.enable');
    await page.send('Network.enable');
    await page.send('Runtime.enable');
    await page.close();
  };
  await timed(warm, one);
  await mark('begin');
  const [times, total] = await timed(n, one);
  await mark('end');
  return latencies(times, total, 'Ms', 1);
}

export const works = { commands, 'in-flight': inFlight, console: console_, fetch: fetch_, large, isolate };

export async function startUp() {
  const begin = now();
  const browser = await launch();
  const launched = now();
  const page = await newPage(browser, false);
  const opened = now();
  expect(1, await page.evaluate('1'));
  const answered = now();
  await browser.close();
  const closed = now();
  return {
    ms: closed - begin,
    launchMs: launched - begin,
    pageMs: opened - launched,
    answerMs: answered - opened,
    closeMs: closed - answered,
  };
}
