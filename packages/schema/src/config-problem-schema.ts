import { z } from 'zod';
import { CONFIG_ERROR_CODES, CONFIG_WARNING_CODES } from './config-problem.ts';

/** A problem of a site config, as the gateway answers with it (GW2). */
export const configProblemSchema = z.object({
  code: z.enum([...CONFIG_ERROR_CODES, ...CONFIG_WARNING_CODES]),
  path: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
});
