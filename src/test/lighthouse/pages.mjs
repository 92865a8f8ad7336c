// Scores the pages of a running demonstration as a phone opens them, one line a page. Ends with 1 where one falls short.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const base = process.argv[2] ?? 'http://localhost:8080';
const study = '/studies/gutbrain-migraine-3arm';
const aims = { performance: 95, accessibility: 100, 'best-practices': 100 };

const readers = {
  nobody: ['/sign-in', '/lost-link'],
  'LEI-0013-3': ['/today', '/reminders', '/today/consent', '/today/withdrawal', '/own-diary'],
  coordinator: ['', '/participants', '/participants/LEI-0001-9', '/screening-log', '/flow', '/alerts', '/adverse-events',
    '/medication', '/queries', '/deviations', '/missing-data', '/closing', '/imports', '/protocol'].map(page => study + page),
};

async function token(name) {
  const basic = Buffer.from(`${name}:demonstration`).toString('base64');
  const response = await fetch(`${base}/api/tokens`, {
    method: 'POST',
    headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ label: 'lighthouse' }),
  });
  if (!response.ok) throw new Error(`${name} got no token: ${response.status}`);
  return (await response.json()).token;
}

const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox'] });

async function look(address, headers) {
  const settings = { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(aims), extraHeaders: headers };
  return (await lighthouse(address, settings)).lhr;
}

let short = false;
for (const [name, pages] of Object.entries(readers)) {
  const headers = name === 'nobody' ? {} : { Authorization: `Bearer ${await token(name)}` };
  for (const page of pages) {
    let lhr = await look(base + page, headers);
    // Now and then Chromium paints nothing in time; that says nothing of the page.
    if (lhr.runtimeError || lhr.categories.performance.score === null) lhr = await look(base + page, headers);
    const scores = Object.keys(aims).map(aim => Math.round(100 * (lhr.categories[aim].score ?? 0)));
    short ||= Object.values(aims).some((aim, i) => scores[i] < aim);
    console.log(`| ${page} | ${scores.join(' | ')} |`);
  }
}
chrome.kill();
process.exit(short ? 1 : 0);
