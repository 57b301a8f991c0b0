import type { BeckonEvents, EventType, Listener } from './api.ts';
import type { Ports } from './ports.ts';

type AnyEvent = BeckonEvents[EventType];
type AnyListener = (event: AnyEvent) => void;

export interface OnOptions {
  /** Also hears what has happened in this page view already. */
  readonly replay?: boolean;
  readonly once?: boolean;
}

/** Tells listeners what happens, in the order in which it does (API2, API3). */
export interface Bus {
  on<Type extends EventType>(
    type: Type,
    listener: Listener<Type>,
    options?: OnOptions,
  ): void;
  off<Type extends EventType>(type: Type, listener: Listener<Type>): void;
  tell<Type extends EventType>(type: Type, event: BeckonEvents[Type]): void;
  /** A page view began: what was before it is not replayed. */
  forget(): void;
}

export function createBus(ports: Pick<Ports, 'announce' | 'reportError'>): Bus {
  const { announce, reportError } = ports;
  // Objects and no pairs: to take these apart is ten times the code (CO4).
  interface Ear {
    readonly type: EventType;
    readonly listener: AnyListener;
    readonly once: boolean | undefined;
  }
  let ears: Ear[] = [];
  let past: { readonly type: EventType; readonly event: AnyEvent }[] = [];

  const call = (ear: Ear, event: AnyEvent) => {
    if (ear.once) ears = ears.filter((each) => each !== ear);
    try {
      // Not as a method: it is the page's own.
      const { listener } = ear;
      listener(event);
    } catch (error) {
      reportError(error);
    }
  };
  return {
    on(type, listener, { once, replay } = {}) {
      if (typeof listener !== 'function') throw new TypeError(type);
      const ear: Ear = { type, listener: listener as AnyListener, once };
      ears = [...ears, ear];
      if (replay)
        past.forEach((each) => {
          if (each.type === type && ears.includes(ear)) call(ear, each.event);
        });
    },
    off(type, listener) {
      ears = ears.filter(
        (ear) => ear.type !== type || ear.listener !== listener,
      );
    },
    tell(type, event) {
      freeze(event);
      past.push({ type, event });
      ears.forEach((ear) => {
        if (ear.type === type) call(ear, event);
      });
      announce(`beckon:${type}`, event);
    },
    forget: () => (past = past.filter(({ type }) => type === 'ready')),
  };
}

function freeze(value: unknown): void {
  if (Object(value) !== value) return;
  Object.values(value as object).forEach(freeze);
  Object.freeze(value);
}
