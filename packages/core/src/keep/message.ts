import type { EngineState } from '@beckon/rules';
import type { VisitEvent } from '@beckon/schema/types';

/** What the tabs of an origin say to each other (SE2, SE6). */
export type Message = { readonly from: string } & Said;

export type Said =
  | {
      readonly type: 'consent';
      /** Absent: was not said. */
      readonly storage?: boolean;
      readonly tracking?: boolean;
    }
  /** The visitor logged out (API). */
  | { readonly type: 'logout' }
  /** A tab has come, or missed something: it asks for the state. */
  | { readonly type: 'hello' }
  /** A tab took the lead: tell it what was not accepted yet. */
  | { readonly type: 'lead' }
  /** To the leader: take this in. Numbered by its sender. */
  | {
      readonly type: 'told';
      readonly number: number;
      readonly event: VisitEvent;
    }
  /** From the leader: this is the next entry of the session's log. */
  | {
      readonly type: 'accepted';
      readonly order: number;
      readonly by: string;
      readonly number: number;
      readonly event: VisitEvent;
    }
  | {
      readonly type: 'state';
      readonly order: number;
      /** By tab: the number of its last event that is in. */
      readonly heard: Readonly<Record<string, number>>;
      readonly state: EngineState;
    };
