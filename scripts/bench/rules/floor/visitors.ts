import { toTestAny } from '../matching.ts';
import type { Condition } from '../site-types.ts';
import { createLookup } from './reports.ts';

/** Who the visitor is, for audiences. */
export interface Visitors {
  platform(platform: string): void;
  channel(channel: string): void;
  customer(status: string): void;
  lead(topic: string): void;
  /** A session begins; what the browser says of the visitor stays. */
  begin(): void;
}

export function createVisitors(
  conditions: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): Visitors {
  const leadsThatFit = createLookup(conditions, (each) =>
    each.type === 'attribute' ? each.matches : undefined,
  );
  let visits = 0;
  let platformNow = '';
  // The few conditions of each kind, so that an event asks no others.
  const platforms = numbersOf(conditions, (each) =>
    each.type === 'platform' ? each.anyOf : undefined,
  );
  const channels = numbersOf(conditions, (each) =>
    each.type === 'marketing' ? each.channel : undefined,
  );
  const customers = numbersOf(conditions, (each) =>
    each.type === 'customer' ? toTestAny(each.customerStatus) : undefined,
  );
  const visitKinds = numbersOf(conditions, (each) =>
    each.type === 'visits' ? each.is : undefined,
  );
  const judgePlatform = () => {
    for (const [condition, anyOf] of platforms) {
      set(condition, anyOf.includes(platformNow));
    }
  };
  return {
    platform: (platform) => {
      platformNow = platform;
      judgePlatform();
    },
    channel: (channel) => {
      for (const [condition, wanted] of channels) {
        set(condition, wanted.includes(channel));
      }
    },
    customer: (status) => {
      for (const [condition, test] of customers) set(condition, test(status));
    },
    lead: (topic) => {
      for (const condition of leadsThatFit(topic)) set(condition, true);
    },
    begin: () => {
      visits += 1;
      for (const [condition, is] of visitKinds) {
        set(condition, (is === 'new') === (visits === 1));
      }
      judgePlatform();
    },
  };
}

function numbersOf<Asked>(
  conditions: readonly Condition[],
  asks: (condition: Condition) => Asked | undefined,
) {
  return conditions.flatMap((each, condition) => {
    const asked = asks(each);
    return asked === undefined ? [] : [[condition, asked] as const];
  });
}
