import { TemplateFieldUnknown, TemplateInvalid } from '#domain/paper/errors.js';
import type { TemplateFinding } from '#domain/paper/errors.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import { printedPaper } from '#domain/paper/printed-paper.js';
import { bytesOf, pack, unpack } from './archive.js';
import { fieldFindings, fullWidthFindings } from './template-fields.js';
import { safetyFindings } from './template-safety.js';
import { readTemplate } from './template-tags.js';
import type { ReadTemplate } from './template-tags.js';

type Reading = ReadTemplate & { readonly findings: readonly TemplateFinding[] };

function read(template: Uint8Array, kind: PaperKind): Reading {
  const contents = unpack(template);
  const unsafe = safetyFindings(contents);
  if (unsafe.length > 0) return { findings: unsafe };
  const written = fullWidthFindings(contents);
  const reading = readTemplate(pack(contents));
  if (!('document' in reading)) return { findings: [...reading.findings, ...written] };
  return { ...reading, findings: [...written, ...fieldFindings(kind, reading.tags)] };
}

const isAboutFields = (finding: TemplateFinding): boolean =>
  finding.kind === 'FIELD_UNKNOWN' || finding.kind === 'FIELD_MISSING';

/**
 * What is wrong with an office's own template, all at once: unknown fields, essential fields left out, tags that are not well formed,
 * a file that is not a .docx, macros, embedded files, external links, a file that grows too large.
 * @returns nothing when the template can be used
 */
export function checkTemplate(template: Uint8Array, kind: PaperKind): readonly TemplateFinding[] {
  try {
    return read(template, kind).findings;
  } catch (error) {
    if (error instanceof TemplateInvalid) return error.findings;
    throw error;
  }
}

/**
 * Refuses what {@link checkTemplate} finds.
 * @throws TemplateFieldUnknown (422 `TEMPLATE_FIELD_UNKNOWN`) when only its fields are wrong
 * @throws TemplateInvalid (422 `TEMPLATE_INVALID`) otherwise
 */
export function acceptTemplate(template: Uint8Array, kind: PaperKind): void {
  refuse(checkTemplate(template, kind));
}

function refuse(findings: readonly TemplateFinding[]): void {
  if (findings.length === 0) return;
  throw findings.every(isAboutFields) ? new TemplateFieldUnknown(findings) : new TemplateInvalid(findings);
}

/**
 * Makes a paper from its template. The same template and data give the same bytes, so the paper's SHA-256 can be reproduced.
 * @param template a .docx, the office's own or one of `templates/`
 * @returns the .docx
 * @throws TemplateFieldUnknown, TemplateInvalid as {@link acceptTemplate}; PaperDataInvalid (422) naming the fields that do not fit
 */
export function renderPaper<Kind extends PaperKind>(template: Uint8Array, kind: Kind, data: PaperData<Kind>): Buffer {
  const reading = read(template, kind);
  refuse(reading.findings);
  if (!('document' in reading)) throw new TemplateInvalid(reading.findings);
  const { document } = reading;
  document.render(printedPaper(kind, data));
  const zip = document.getZip();
  const parts = Object.values(zip.files).filter((file) => !file.dir);
  return bytesOf(pack(new Map(parts.map((file) => [file.name, file.asNodeBuffer()]))));
}
