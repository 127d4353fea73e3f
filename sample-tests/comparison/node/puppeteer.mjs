// Puppeteer as a client: launch(), newPage(isolated) with send, on and close, close().
import puppeteer from 'puppeteer-core';
import { browser as executablePath, switches } from './environment.mjs';

export async function launch() {
  return puppeteer.launch({ executablePath, headless: true, pipe: true, args: switches, protocolTimeout: 120_000 });
}

export async function newPage(browser, isolated) {
  const context = isolated ? await browser.createBrowserContext() : null;
  const page = await (context ?? browser).newPage();
  const session = await page.createCDPSession();
  const evaluate = (expression, more) => session.send('Runtime.evaluate', { expression, ...more });
  return {
    send: (method, params) => session.send(method, params),
    on: (event, handler) => session.on(event, handler),
    evaluate: async (expression) => (await evaluate(expression)).result.value,
    evaluateText: async (expression) =>
      (await evaluate(expression, { returnByValue: true, awaitPromise: true })).result.value,
    close: () => (context ?? page).close(),
  };
}
