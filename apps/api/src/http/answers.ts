import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * What a route does and answers with: the OpenAPI document is written from it. `summary` is Chinese first.
 * `@Answers('待办列表 To-do list', pageOf(TaskRow))`
 */
export function Answers(summary: string, schema: z.ZodType | null = null, status = 200) {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, ...(schema === null ? {} : { standardSchema: schema }) }),
  );
}
