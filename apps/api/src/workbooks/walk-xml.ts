import type { Readable } from 'node:stream';

import { SaxesParser } from 'saxes';

import { DomainError } from '#domain/errors.js';
import { WorkbookRefused } from './errors.js';

/** What is told while a part is read; names without their prefix. */
export interface Walker {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** An attribute by its name as written, or undefined. */
export type Attributes = (name: string) => string | undefined;

/**
 * Walks an XML part as it is unpacked. A document type is refused, and saxes knows only the five entities of XML, so nothing is expanded and
 * nothing is fetched. Throws WorkbookRefused, or what the walker throws.
 */
export async function walkXml(stream: Readable, walker: Walker): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  });
  parser.on('error', () => {
    throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = new Map(Object.entries(attributes));
    walker.open(local(name), (asked) => values.get(asked));
  });
  parser.on('text', (text) => walker.text?.(text));
  parser.on('cdata', (text) => walker.text?.(text));
  parser.on('closetag', ({ name }) => walker.close?.(local(name)));
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of stream) {
      if (Buffer.isBuffer(chunk)) parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
  } catch (error) {
    // Broken bytes, a broken zip and broken XML are the same to whoever sent them.
    throw error instanceof DomainError ? error : new WorkbookRefused('WORKBOOK_UNREADABLE');
  } finally {
    stream.destroy();
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
