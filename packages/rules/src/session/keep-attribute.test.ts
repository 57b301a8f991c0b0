import type { EngagementAttribute, ServiceStatus } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { publishAudience, publishBehavior } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

/** Whether a behavior of one condition holds after these reports. */
function holds(
  condition: object,
  ...all: readonly EngagementAttribute[]
): boolean {
  const told = visit(publishBehavior([condition]));
  told.page(0, '/');
  all.forEach((attribute, i) => told.report(i + 1, attribute));
  return told.eligible().length > 0;
}

const error = (code?: string, message?: string): EngagementAttribute => ({
  type: 'error',
  ...(code !== undefined && { code }),
  ...(message !== undefined && { message }),
});
const resolved = (code?: string, message?: string) =>
  ({ ...error(code, message), resolved: true }) as EngagementAttribute;

const E1 = { type: 'visitor-error', code: ['E1'] };
const TWICE = { ...E1, from: 2 };

test('[BC8] errors that match are counted', () => {
  expect(holds(TWICE, error('E1'))).toBe(false);
  expect(holds(TWICE, error('E1'), error('e1 '))).toBe(true);
  expect(holds(TWICE, error('E1'), error('E2'))).toBe(false);
  expect(holds(TWICE, error('E1', 'a'), error('E1', 'b'))).toBe(true);
});

test('[BC8] a resolved error takes those of its message and code out', () => {
  expect(holds(E1, error('E1', 'a'), resolved('E1', 'a'))).toBe(false);
  expect(holds(E1, error('E1', 'a'), resolved('E1', 'b'))).toBe(true);
  expect(holds(E1, error('E1', 'a'), resolved('E2', 'a'))).toBe(true);
  expect(
    holds(TWICE, error('E1', 'a'), error('E1', 'a'), resolved('E1', 'a')),
  ).toBe(false);
});

test('[BC8] what a resolved error leaves out fits any', () => {
  expect(holds(E1, error('E1', 'a'), resolved('E1'))).toBe(false);
  expect(holds(E1, error('E1', 'a'), resolved(undefined, 'a'))).toBe(false);
  expect(holds(E1, error('E1', 'a'), resolved(undefined, 'b'))).toBe(true);
  expect(holds(E1, error('E1', 'a'), resolved())).toBe(false);
});

test('[BC8] what an error leaves out is of no code or message', () => {
  const message = { type: 'visitor-error', message: ['a'] };
  expect(holds(message, error(undefined, 'a'), resolved('E1', 'a'))).toBe(true);
  expect(holds(E1, error('E1'), resolved('E1', 'a'))).toBe(true);
});

test('[BC8] an error after its resolution counts again', () => {
  expect(holds(E1, error('E1'), resolved('E1'), error('E1'))).toBe(true);
  expect(holds(TWICE, error('E1'), resolved('E1'), error('E1'))).toBe(false);
});

test('[BC8] a resolved error is not counted itself', () => {
  expect(holds(E1, resolved('E1'))).toBe(false);
  expect(holds({ ...E1, exclude: true }, resolved('E1'))).toBe(true);
});

test('[BC8] a service of the same words is no error', () => {
  const service = { type: 'service', serviceId: 'a', topic: 'E1' } as const;
  expect(holds(E1, error('E1', 'a'), service)).toBe(true);
});

const served = (
  status?: ServiceStatus,
  serviceId?: string,
  topic = 'move',
): EngagementAttribute => ({
  type: 'service',
  topic,
  ...(serviceId !== undefined && { serviceId }),
  ...(status !== undefined && { status }),
});
const PENDING = {
  type: 'service-activity',
  topic: [{ exact: 'move' }],
  statuses: ['pending'],
};

test('[BC10] the newest status of a topic counts, over all service ids', () => {
  expect(holds(PENDING, served('pending', '1'))).toBe(true);
  expect(holds(PENDING, served('pending', '1'), served('closed', '2'))).toBe(
    false,
  );
  expect(holds(PENDING, served('closed', '1'), served('pending', '2'))).toBe(
    true,
  );
  expect(
    holds(
      PENDING,
      served('pending', '1'),
      served('closed', '2'),
      served('pending', '1'),
    ),
  ).toBe(true);
});

test('[BC10] any topic that matches will do', () => {
  const either = { ...PENDING, topic: [{ contains: 'mov' }] };
  expect(
    holds(
      either,
      served('pending', '1', 'move'),
      served('closed', '2', 'remove'),
    ),
  ).toBe(true);
});

test('[BC10] a topic is one topic in any letters', () => {
  expect(
    holds(
      PENDING,
      served('pending', '1', 'Move'),
      served('closed', '2', ' move'),
    ),
  ).toBe(false);
});

test('[EN16] a status that is left out leaves the newest as it was', () => {
  expect(holds(PENDING, served('pending', '1'), served(undefined, '1'))).toBe(
    true,
  );
  expect(holds(PENDING, served('pending', '1'), served(undefined, '2'))).toBe(
    true,
  );
  expect(holds(PENDING, served('closed', '1'), served(undefined, '2'))).toBe(
    false,
  );
  expect(holds(PENDING, served(undefined, '1'))).toBe(false);
});

test('[EN16] an audience looks at the newest of each service', () => {
  const told = visit(
    publishAudience([
      {
        type: 'attribute',
        path: 'service.category',
        matches: [{ exact: 'a' }],
      },
    ]),
  );
  const report = (
    seconds: number,
    serviceId: string,
    category: string,
    topic = 't',
  ) => told.report(seconds, { type: 'service', serviceId, topic, category });
  told.page(0, '/');
  report(1, '1', 'A');
  report(2, '2', 'B');
  expect(told.eligible()).toEqual(['it']);
  report(3, '1', 'B', 'other');
  expect(told.eligible()).toEqual(['it']);
  report(4, '1', 'B');
  expect(told.eligible()).toEqual([]);
});
