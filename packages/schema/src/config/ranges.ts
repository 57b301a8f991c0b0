import { z } from 'zod';
import { type Loose, type Report } from './strict.ts';

const end = z.number().nullable();

const isAfter = (min: unknown, max: unknown): boolean =>
  typeof min === 'number' && typeof max === 'number' && min > max;

/** Closed; null is open (BC5, AU1). */
export const range = z
  .tuple([end, end], { error: () => 'Write [least, most], null for no bound.' })
  .superRefine(
    (value, context) => {
      if (!Array.isArray(value) || !isAfter(value[0], value[1])) return;
      context.addIssue({
        code: 'custom',
        message: 'The least comes first, the most second.',
        params: { code: 'range-order' },
      });
    },
    { when: () => true },
  );

export const minMaxRule = (value: Loose, report: Report): void => {
  if (isAfter(value['min'], value['max']))
    report('range-order', [], 'Let min be at most max.');
};
