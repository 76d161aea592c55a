import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { TOTP } from 'otpauth';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { DEMONSTRATION_PASSWORD, totpSecretOf } from '#prisma/demonstration/accounts.js';
import { usernameOf } from '#prisma/demonstration/handles.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = path.join(ROOT, 'test/web/pictures');
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
/** An office PC; and, for pictures, a phone and a wall. */
const PC = { width: 1366, height: 768 };
const WIDTHS = [360, 1366, 1920] as const;
/** Shorter than a test may take, so that who reads its log learns what the dialog says. */
const CONFIRMED_WITHIN_MS = 30_000;
/** Refusals that a page may meet and shows in words. */
const EXPECTED_STATUS = new Set([401]);

/** Where the built web app lies. Builds it first when a source changed. */
export async function builtWeb(): Promise<string> {
  await promisify(execFile)(process.execPath, [path.join(ROOT, 'scripts/build-web.mjs')]);
  return path.join(ROOT, 'dist/web');
}

/** Debian's Chromium; every visitor has a context of their own in it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Somebody at a browser of their own. `faults` are console errors and failed requests that nobody announced. */
export class Visitor {
  readonly faults: string[] = [];
  readonly #expected: RegExp[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly origin: string,
    readonly name: string,
  ) {
    page.on('console', (message) => message.type() === 'error' && this.#note(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.#note(`error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400 && !EXPECTED_STATUS.has(response.status()))
        this.#note(`${response.status()} ${response.url()}`);
    });
  }

  static async open(browser: Browser, origin: string, name: string, width: number = PC.width): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: PC.height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(60_000);
    return new Visitor(await context.newPage(), context, origin, name);
  }

  /** Signs in as an account of the demonstration, with the second factor where it has one. */
  static async signedIn(browser: Browser, origin: string, userId: string): Promise<Visitor> {
    const visitor = await Visitor.open(browser, origin, userId);
    await visitor.go('/sign-in');
    await visitor.signIn(userId);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  }

  /** Fills in the sign-in that is on the screen. */
  async signIn(userId: string): Promise<void> {
    const username = usernameOf(userId);
    const { page } = this;
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码', { exact: true }).fill(DEMONSTRATION_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    const code = page.getByLabel('动态验证码');
    await code.or(page.getByText('您好')).or(page.getByText('已保存')).first().waitFor();
    if (!(await code.isVisible())) return;
    await code.fill(new TOTP({ secret: totpSecretOf(username) }).generate());
    await page.getByRole('button', { name: '验证并登录' }).click();
    await page.getByText('您好').waitFor();
  }

  async go(address: string): Promise<void> {
    await this.page.goto(`${this.origin}${address}`);
  }

  /** Presses a button by its name. */
  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Sends one small PDF by the field of that name. */
  async attach(label: string): Promise<void> {
    const field = this.page.locator(`input[type=file][aria-label="${label}"]`);
    await field.setInputFiles({ name: `${label}.pdf`, mimeType: 'application/pdf', buffer: PDF });
    await this.page.getByText(`${label}.pdf`).first().waitFor();
  }

  /** Opens the case, presses the act, fills it in, confirms, and waits until the form is gone. */
  async act(caseNo: string, name: string, fill: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const { page } = this;
    await this.go(`/cases/${caseNo}`);
    await page.getByRole('region', { name: '我可以办理' }).getByRole('button', { name, exact: true }).first().click();
    await fill();
    // What is called a confirmation says no second time that it is one.
    await this.confirm(/^确认./.test(name) ? name : `确定${name}`);
  }

  /** Presses twice what confirms the open dialog, as a nervous finger does, and waits until the dialog is gone. Throws the dialog's own words when it stays. */
  async confirm(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    try {
      await dialog.getByRole('button', { name }).dblclick();
      await dialog.waitFor({ state: 'hidden', timeout: CONFIRMED_WITHIN_MS });
    } catch (cause) {
      const words = (await dialog.allInnerTexts()).join('\n').trim();
      throw new Error([`“${name}”: the dialog stays`, words, ...this.faults].join('\n'), { cause });
    }
  }

  /** Takes the page's pictures. Throws when axe finds something serious, or something is cut off sideways at one of three widths. */
  async looksGood(name: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: '正在加载' }).first().waitFor({ state: 'hidden' });
    // From its top, where the bar lies over nothing.
    await this.page.evaluate('window.scrollTo(0, 0)');
    const serious = await this.#serious();
    const cutOff = await this.#pictures(name);
    const blemishes = [...serious, ...cutOff.map((width) => `cut off at ${width}`)];
    if (blemishes.length > 0) throw new Error(`${name}: ${blemishes.join('\n')}`);
  }

  /** A refusal that the test provokes is no fault. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** What axe finds on this page that is serious or critical, each with where it is. */
  async #serious(): Promise<string[]> {
    // A colour in transition is nobody's to read.
    await this.page.evaluate(
      'Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))',
    );
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')} ${failureSummary}`),
      );
  }

  /** Pictures of the page as it stands, at three widths; `BANJIE_WEB_PICTURES=1` asks for them. Answers the widths at which something is cut off sideways. */
  async #pictures(name: string): Promise<number[]> {
    const wide: number[] = [];
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: PC.height });
      if (await this.page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
        wide.push(width);
      if (process.env.BANJIE_WEB_PICTURES === undefined) continue;
      mkdirSync(PICTURES, { recursive: true });
      await this.page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true });
    }
    await this.page.setViewportSize(PC);
    return wide;
  }

  /** How the page was left, for who looks for the cause of a failure. */
  async lastPicture(): Promise<void> {
    if (process.env.BANJIE_WEB_PICTURES === undefined || this.page.isClosed()) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `last-${this.name}.png`), fullPage: true });
    if (this.faults.length > 0) process.stderr.write(`${this.name}: ${this.faults.join('\n')}\n`);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  #note(fault: string): void {
    if (!this.#expected.some((pattern) => pattern.test(fault))) this.faults.push(fault);
  }
}
