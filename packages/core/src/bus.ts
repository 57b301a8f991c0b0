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

export function createBus({
  announce,
  reportError,
}: Pick<Ports, 'announce' | 'reportError'>): Bus {
  type Ear = readonly [EventType, AnyListener, OnOptions];
  let ears: Ear[] = [];
  let past: (readonly [EventType, AnyEvent])[] = [];

  const off = (type: EventType, listener: AnyListener) => {
    ears = ears.filter((ear) => ear[0] !== type || ear[1] !== listener);
  };
  const call = ([type, listener, { once }]: Ear, event: AnyEvent) => {
    if (once) off(type, listener);
    try {
      listener(event);
    } catch (error) {
      reportError(error);
    }
  };
  return {
    on(type, listener, options = {}) {
      const ear = [type, listener as AnyListener, options] as const;
      ears = [...ears, ear];
      if (options.replay)
        for (const [each, event] of past)
          if (each === type && ears.includes(ear)) call(ear, event);
    },
    off: (type, listener) => off(type, listener as AnyListener),
    tell(type, event) {
      freeze(event);
      past.push([type, event]);
      for (const ear of ears) if (ear[0] === type) call(ear, event);
      announce(`beckon:${type}`, event);
    },
    forget: () => (past = past.filter(([type]) => type === 'ready')),
  };
}

function freeze(value: unknown): void {
  if (Object(value) !== value) return;
  Object.values(value as object).forEach(freeze);
  Object.freeze(value);
}
