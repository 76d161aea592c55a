import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';

import { fieldInvalid } from './field-sentences.js';

/**
 * Checks `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` and hands on what the schema made of them. Nest's own
 * StandardSchemaValidationPipe knows only the messages of a fault; ours must name the kind of it in two languages.
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    // A body that is absent altogether is an empty one, so that the answer names the first field that is missing.
    const parsed = await schema.safeParseAsync(value ?? {}, { reportInput: true });
    if (parsed.success) return parsed.data;
    throw fieldInvalid(parsed.error.issues);
  }
}
