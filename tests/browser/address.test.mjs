// Links in the address and in the history, shared links, and damaged links.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, inputOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');
const slider = (page) => page.getByRole('slider', { name: CPC, exact: true });
const hashOf = (page) => new URL(page.url()).hash;
const notice = (page) => page.locator('#notice');

/** Sets CPC and waits until the address contains it. */
async function change(page, value) {
  const before = hashOf(page);
  await slider(page).fill(String(value));
  return eventually(() => hashOf(page), (hash) => hash !== before, 'address');
}

test('the address has no link until something changes', async (t) => {
  const page = await open(t);
  const length = await page.evaluate(() => history.length);
  assert.equal(hashOf(page), '');
  await change(page, 9);
  assert.match(hashOf(page), /^#1~/);
  assert.equal(await page.evaluate(() => history.length), length + 1);
});

test('a copied link opens the same scenario for another reader', async (t) => {
  const page = await open(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('#title').fill('雙十一 & "friends" ~ 100%');
  await page.locator('#title').press('Enter');
  await change(page, 13.25);
  await page.getByRole('button', { name: TEXTS.en['header.share'] }).click();
  const link = await page.getByLabel(TEXTS.en['share.link'], { exact: true }).inputValue();
  assert.ok(link.length <= 300, `${link.length} characters`);
  await page.locator('.copy button').first().click();
  await eventually(() => page.locator('#share-status').textContent(), (text) => text === TEXTS.en['share.copied'], 'confirmation');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);

  const other = await open(t, { address: link.slice(page.base.length) });
  assert.deepEqual(await scenarioOf(other), await scenarioOf(page));
  assert.equal(await other.locator('#title').inputValue(), '雙十一 & "friends" ~ 100%');
  assert.equal(await notice(other).isVisible(), false);
  // The link's scenario is the initial state: there is nothing to undo.
  assert.equal(await other.getByRole('button', { name: TEXTS.en['header.undo'] }).isDisabled(), true);
});

test('Back and Forward go through the changes', async (t) => {
  const page = await open(t);
  const start = await cpcOf(page);
  await change(page, 3);
  await page.goBack();
  await eventually(() => cpcOf(page), (value) => value === start, 'CPC after Back');
  assert.equal(hashOf(page), '');
  await page.goForward();
  await eventually(() => cpcOf(page), (value) => value === 3, 'CPC after Forward');
  await change(page, 4);
  await page.goBack();
  await eventually(() => cpcOf(page), (value) => value === 3, 'CPC after Back');
});

test('changes in quick succession are one entry of the history', async (t) => {
  const page = await open(t, {
    before: () => {
      window.pushes = 0;
      const { pushState } = history;
      history.pushState = (...rest) => {
        window.pushes += 1;
        pushState.apply(history, rest);
      };
      // The page's clock is stopped.
      performance.now = () => 5000;
    },
  });
  for (const value of [3, 4, 5]) await change(page, value);
  assert.equal(await page.evaluate(() => window.pushes), 1);
});

test('a link typed into the address is followed', async (t) => {
  const page = await open(t);
  const hash = await change(page, 21);
  const other = await open(t);
  await other.evaluate((link) => {
    location.hash = link;
  }, hash);
  await eventually(() => cpcOf(other), (value) => value === 21, 'CPC');
  const escaped = await open(t, { address: hash.replaceAll('~', '%7E') });
  assert.equal(await cpcOf(escaped), 21);
});

test('a damaged, truncated or newer link shows a message and loads nothing', async (t) => {
  const page = await open(t);
  const original = await scenarioOf(page);
  const hash = await change(page, 21);
  const links = {
    damaged: hash.replace('21', '22'),
    truncated: hash.slice(0, -2),
    bare: '#1~',
    percent: '#1~%E0%A4%A',
    newer: hash.replace('#1~', '#2~'),
  };
  const check = async (other, what) => {
    await notice(other).waitFor();
    assert.equal(await notice(other).getAttribute('role'), 'alert');
    const sentence = await notice(other).locator('p').textContent();
    assert.ok(sentence.length > 10, sentence);
    assert.equal(sentence === TEXTS.en['error.linkNewer'], what === 'newer', `${what}: ${sentence}`);
    assert.deepEqual(await scenarioOf(other), original, what);
    assert.equal(hashOf(other), links[what], what);
  };
  for (const what of ['truncated', 'newer']) await check(await open(t, { address: links[what] }), what);
  const running = await open(t);
  for (const [what, link] of Object.entries(links)) {
    await running.evaluate((hash) => {
      document.querySelector('#notice').hidden = true;
      location.hash = hash;
    }, link);
    await check(running, what);
  }
});

test('a hash that is nobody’s link is no link: nothing is said, and nothing changes', async (t) => {
  for (const hash of ['#top', '#chapter-2', '#?secret=AbCdEfGhIj', '#%E4%B8%AD', '#2', '#%E0%A4%A']) {
    const other = await open(t, { address: `balanced/?mode=form${hash}` });
    assert.equal(await other.locator('#presets').inputValue(), 'balanced', hash);
    assert.equal(await notice(other).isVisible(), false, hash);
    assert.equal(hashOf(other), hash);
    await other.context().close();
  }
  const page = await open(t);
  await change(page, 17);
  const before = await scenarioOf(page);
  await page.evaluate(() => {
    window.told = new Promise((resolve) => addEventListener('hashchange', () => setTimeout(resolve)));
    location.hash = '#top';
    return window.told;
  });
  assert.deepEqual(await scenarioOf(page), before);
  assert.equal(await notice(page).isVisible(), false);
});

test('parameters that were escaped twice are read', async (t) => {
  const page = await open(t, { address: '?mode=form&amp;lang=zh-TW&amp;amp;theme=dark&amp%3Bview=matrix' });
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang })),
    { lang: 'zh-TW', theme: 'dark', view: 'matrix' });
});

test('the message about an invalid link goes after a restart or a change', async (t) => {
  const page = await open(t, { address: '#1~nonsense' });
  await page.getByRole('button', { name: TEXTS.en['notice.default'] }).click();
  assert.equal(await notice(page).isVisible(), false);
  assert.equal(hashOf(page), '');

  const other = await open(t, { address: '#1~nonsense' });
  await change(other, 5);
  await eventually(() => notice(other).isVisible(), (visible) => !visible, 'notice');
  assert.equal(await cpcOf(other), 5);
});

test('a damaged link in a running page keeps the current scenario', async (t) => {
  const page = await open(t);
  await change(page, 17);
  const before = await scenarioOf(page);
  await page.evaluate(() => {
    location.hash = '#1~cut';
  });
  await notice(page).waitFor();
  assert.deepEqual(await scenarioOf(page), before);
  await page.goBack();
  await notice(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await scenarioOf(page), before);
});

test('writing the address is retried after the browser refused it', async (t) => {
  const page = await open(t, {
    before: () => {
      const { pushState } = history;
      let refusals = 1;
      history.pushState = (...rest) => {
        if (refusals-- > 0) throw new DOMException('too often', 'SecurityError');
        pushState.apply(history, rest);
      };
      const { setTimeout } = window;
      window.setTimeout = (run, wait) => setTimeout(run, Math.min(wait, 1000));
    },
  });
  await change(page, 6);
  assert.match(hashOf(page), /^#1~/);
});

const MADE = '1~social.p:c21~';

/** A link with a CPC of 21. */
async function linkOf21(page) {
  const hash = await change(page, 21);
  assert.ok(hash.startsWith(`#${MADE}`), hash);
  return hash.slice(1);
}

test('a link with text behind it opens, the address is made clean, and what was left is said', async (t) => {
  const link = await linkOf21(await open(t));
  const other = await open(t, { address: `#${link}。謝謝大家` });
  assert.equal(await cpcOf(other), 21);
  assert.equal(hashOf(other), `#${link}`);
  await notice(other).waitFor();
  const said = await notice(other).locator('p').textContent();
  assert.ok(said.includes(link.slice(-6)) && said.includes('。謝謝大家'), said);
  assert.equal(await notice(other).getByRole('button').isVisible(), false);
});

test('a link with parameters, blanks or escapes behind it opens without a word', async (t) => {
  const page = await open(t);
  const link = await linkOf21(page);
  for (const address of [`#${link}?utm_source=newsletter&utm_medium=email`, `#${link}&fbclid=IwAR`, `#${link}%20`, `#${link}.`,
    `#${link.replaceAll('~', '%257E')}`, `?theme=dark%23${link}`]) {
    const other = await open(t, { address });
    assert.equal(await cpcOf(other), 21, address);
    assert.equal(hashOf(other), `#${link}`, address);
    if (address.startsWith('?')) assert.equal(new URL(other.url()).search, '?theme=dark');
    assert.equal(await notice(other).isVisible(), false, address);
    await other.context().close();
  }
});

test('an address whose # a mail gateway has escaped opens the scenario', async (t) => {
  const page = await open(t);
  const link = await linkOf21(page);
  for (const folder of ['', 'balanced/', 'story/3/zh-TW/']) {
    await page.goto(`${page.base}${folder}%23${link.replaceAll('~', '%7E')}`);
    await page.waitForURL((url) => url.hash.startsWith('#1'));
    await eventually(() => page.evaluate(() => window.sextant?.ready.then(() => true)), Boolean, 'calculator');
    assert.equal(hashOf(page), `#${link}`, folder);
    if (!folder.startsWith('story')) assert.equal(await cpcOf(page), 21, folder);
  }
  page.problems.length = 0; // the scripts that are in other folders
});

test('an address that leads nowhere stays there and says so', async (t) => {
  const page = await open(t);
  for (const wrong of ['nothing', '%23top']) {
    const response = await page.goto(page.base + wrong);
    assert.equal(response.status(), 404);
    assert.ok((await page.locator('body').textContent()).includes('There is nothing at this address'));
    assert.equal(page.url(), page.base + wrong);
  }
  page.problems.length = 0;
});

test('Share leaves out what others have added to the address', async (t) => {
  const page = await open(t, { address: '?lang=en&fbclid=IwAR0x&utm_source=line&amp;theme=dark' });
  await page.getByRole('button', { name: TEXTS.en['header.share'] }).click();
  const { search } = new URL(await page.getByLabel(TEXTS.en['share.link'], { exact: true }).inputValue());
  assert.equal(search, '?lang=en&theme=dark');
});

for (const language of ['en', 'zh-TW']) {
  test(`a pasted link opens in whatever form it came, as one undo step: ${language}`, async (t) => {
    const words = TEXTS[language];
    const page = await open(t, { address: `?lang=${language}&mode=form` });
    const before = await scenarioOf(page);
    const maker = await open(t);
    const link = await linkOf21(maker);
    const address = `https://shop.example/sextant/#${link}`;
    const folded = address.replace(/[^\w:./]/g, (sign) => `-${sign.charCodeAt(0).toString(16).toUpperCase()}`).replace(/_/g, '-5F').replaceAll('/', '_');
    const opener = page.getByRole('button', { name: words['footer.open'], exact: true });
    const field = page.getByLabel(words['open.link'], { exact: true });
    const undo = page.getByRole('button', { name: words['header.undo'] });
    for (const pasted of [
      link, address, `  ${address}\n`, `看看這個：${address}。`, `<${address}>`, `[Title](${address})`, address.replace('~', '～'),
      `https://nam.safelinks.protection.outlook.com/?url=${encodeURIComponent(address).replaceAll('~', '%7E')}&data=05%7C02`,
      `https://www.google.com/url?q=${encodeURIComponent(address)}&sa=D`,
      `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}&h=AT0`,
      `https://urldefense.proofpoint.com/v2/url?u=${folded}&d=DwMFaQ`,
      `https://urldefense.com/v3/__${address.replace('#', '*').replaceAll('~', '*')}__;I35-!!abc$`,
    ]) {
      await opener.click();
      await field.fill(pasted);
      await page.locator('#open-now').click();
      assert.equal(await page.locator('#open-dialog').count(), 0, pasted);
      assert.equal(await cpcOf(page), 21, pasted);
      assert.equal(await page.evaluate(() => scrollY), 0, 'what has come is on the screen');
      assert.equal(await undo.getAttribute('aria-disabled'), 'false', pasted);
      await undo.click();
      assert.deepEqual(await scenarioOf(page), before, pasted);
    }
    assert.equal(await notice(page).isVisible(), false);
    await opener.click();
    await field.fill(`${address} 謝謝大家`);
    await field.press('Enter');
    await notice(page).waitFor();
    const said = await notice(page).locator('p').textContent();
    assert.ok(said.includes(link.slice(-6)) && said.includes('謝謝大家'), said);
    await undo.click();

    await opener.click();
    await field.fill('https://shop.example/sextant/balanced/zh-TW/');
    await field.press('Enter');
    assert.equal(await page.locator('#presets').inputValue(), 'balanced');
    await undo.click();

    await opener.click();
    for (const wrong of ['', '   ', 'hello', address.slice(0, -1), address.replace('21', '22')]) {
      await field.fill(wrong);
      await page.locator('#open-now').click();
      assert.ok((await page.locator('#open-refusal').textContent()).length > 5, wrong);
      assert.equal(await field.inputValue(), wrong);
      assert.deepEqual(await scenarioOf(page), before, wrong);
    }
  });
}
