import type {
  Availability,
  Geo,
  LeaveEvent,
  OfferEvent,
  PageEvent,
  Platform,
} from '@beckon/schema/types';

/** What a visitor does and what must be seen, decoded (JR). */
export interface Journey {
  readonly name: string;
  readonly visitor: JourneyVisitor;
  /** By skill; one that is not named is offline (JR6). */
  readonly availability: Readonly<Record<string, Availability>>;
  /** Epoch ms. */
  readonly startAt: number;
  /** In the order in which they run (JR1). */
  readonly steps: readonly JourneyStep[];
}

export interface JourneyVisitor {
  readonly id: string;
  readonly platform: Platform;
  readonly language: string;
  readonly timeZone: string;
  /** Of the first session (JR6). */
  readonly referrer: string;
  readonly previousVisits: number;
  readonly consent: 'granted' | 'ask';
  readonly geo: Geo | null;
}

export interface JourneyStep {
  /** Where it stands in the file, from 0 (JR2). */
  readonly index: number;
  /** As written: seconds from the start. */
  readonly seconds: number;
  /** Epoch ms. */
  readonly at: number;
  readonly tab: string;
  readonly action: StepAction;
}

export type StepAction =
  | PageAction
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'attributes'; readonly attributes: readonly unknown[] }
  | { readonly type: 'tab'; readonly state: 'visible' | 'hidden' }
  | {
      readonly type: 'offer';
      readonly engagement: string;
      readonly phase: OfferEvent['phase'];
    }
  | {
      readonly type: 'leave-intent';
      readonly sign: LeaveEvent['sign'];
      readonly size: number;
    }
  | {
      readonly type: 'availability';
      readonly skills: Readonly<Record<string, Availability>>;
    }
  | {
      readonly type: 'conversation';
      readonly state: 'opened' | 'message' | 'ended';
    }
  | ({ readonly type: 'consent' } & ConsentChange)
  | { readonly type: 'geo'; readonly geo: Geo | null }
  | { readonly type: 'close' }
  | { readonly type: 'input' }
  | { readonly type: 'expect'; readonly expected: Expectation };

export interface PageAction {
  readonly type: 'page';
  readonly by: PageEvent['by'];
  readonly url: string;
  readonly title?: string;
  readonly sections?: readonly string[];
  readonly lang?: string;
  readonly keep?: readonly string[];
}

export interface ConsentChange {
  readonly storage?: boolean;
  readonly tracking?: boolean;
}

/** What must be seen (JR2, JR15); what is left out is not looked at. */
export interface Expectation {
  readonly offers?: Readonly<Record<string, string | null>>;
  readonly eligible?: readonly string[];
  readonly not?: readonly string[];
  /** `behaviorName/index`. */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /** Campaign id to engagement id; null: reached, by none; false: not reached. */
  readonly goals?: Readonly<Record<string, string | null | false>>;
}
