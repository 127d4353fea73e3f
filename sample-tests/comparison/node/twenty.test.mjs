// Twenty small tests, each with a context and a page of its own.
import assert from 'node:assert';
import { after, before, test } from 'node:test';
import { launch, newPage } from './puppeteer.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (let number = 1; number <= 20; number++) {
  test('receives what the page logs ' + number, async () => {
    const page = await newPage(browser, true);
    const logged = new Promise((resolve) => {
      page.on('Runtime.consoleAPICalled', (event) => resolve(event.args[0].value));
    });
    await page.send('Runtime.enable');

    assert.equal(await page.evaluate(`console.log(${number});${number}`), number);

    assert.equal(await logged, number);
    await page.close();
  });
}
