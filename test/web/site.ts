import type { Browser } from 'playwright-core';

import { Office } from '../api/office.js';
import { builtWeb, openBrowser, Visitor } from './browser.js';

/** The whole product with its pages, a browser, and the people who came. */
export class Site {
  readonly visitors: Visitor[] = [];

  private constructor(
    readonly office: Office,
    readonly browser: Browser,
    readonly origin: string,
  ) {}

  static async open(): Promise<Site> {
    const webFolder = await builtWeb();
    const [office, browser] = await Promise.all([Office.open({ webFolder }), openBrowser()]);
    return new Site(office, browser, await office.app.getUrl());
  }

  /** Somebody of the demonstration, signed in, at a browser of their own. */
  async come(userId: string): Promise<Visitor> {
    const visitor = await Visitor.signedIn(this.browser, this.origin, userId);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Somebody whom nobody knows. `name`: for the pictures. */
  async passerBy(name: string, width?: number): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, this.origin, name, width);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Console errors and failed requests that nobody announced, of all who came. */
  faults(): string[] {
    return this.visitors.flatMap(({ faults }) => faults);
  }

  async close(): Promise<void> {
    for (const visitor of this.visitors) await visitor.lastPicture();
    await this.browser.close();
    await this.office.close();
  }
}
