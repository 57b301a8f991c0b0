import type {
  BeckonEvents,
  CommandName,
  Commands,
  ConsentChange,
  EventType,
  HookName,
  IdentityProvider,
  Listener,
  OfferPhase,
  OpenWish,
  PageFields,
  Problem,
} from '@beckon/core';
import type {
  EngagementAttribute,
  PublishedCreative,
} from '@beckon/schema/types';

export type {
  BeckonEvents,
  CommandName,
  ConsentChange,
  EngagementAttribute,
  EventType,
  HookName,
  IdentityProvider,
  Listener,
  OfferPhase,
  OpenWish,
  PageFields,
  Problem,
  PublishedCreative,
};

/**
 * A tag: callable as the snippet's global is, and with a method for each
 * command. Nothing of it throws, returns an error or rejects: what is wrong
 * with a command is a `problem` event (API1).
 */
export interface BeckonTag extends Run, BeckonMethods {}

/** Ends what began it; a second call does nothing. */
export type Stop = () => void;

export interface ListenOptions {
  /** Hears what has happened in this page view already, too. */
  readonly replay?: boolean | undefined;
}

/** The commands whose arguments are not generic. */
type Plain = Omit<Commands, 'hook' | 'off' | 'on' | 'once'>;

export interface BeckonMethods extends Omit<Plain, 'ready'> {
  /** @returns Stops listening, as `off` does. */
  on<Type extends EventType>(
    type: Type,
    listener: Listener<Type>,
    options?: ListenOptions,
  ): Stop;
  off<Type extends EventType>(type: Type, listener: Listener<Type>): void;
  once<Type extends EventType>(type: Type, listener: Listener<Type>): Stop;
  /** Runs at once when the tag is ready. */
  ready(listener: Listener<'ready'>): Stop;
  /** Changes or stops something; the newest answer goes on to the next hook. */
  hook<Name extends HookName>(name: Name, change: HookChange<Name>): void;
}

/** `beckon('page', { … })`, the way of the snippet. */
interface Run {
  <Type extends EventType>(
    name: 'on',
    type: Type,
    listener: Listener<Type>,
    options?: ListenOptions,
  ): void;
  <Type extends EventType>(
    name: 'off' | 'once',
    type: Type,
    listener: Listener<Type>,
  ): void;
  <Name extends HookName>(
    name: 'hook',
    hook: Name,
    change: HookChange<Name>,
  ): void;
  <Name extends keyof Plain>(
    name: Name,
    ...given: Parameters<Plain[Name]>
  ): void;
}

/** What a hook is handed. */
export interface HookValues {
  readonly 'before-attributes': EngagementAttribute;
  readonly 'before-offer': {
    readonly engagement: string;
    readonly zone: string;
    readonly creative?: PublishedCreative | undefined;
  };
  readonly 'before-open': OpenWish;
  readonly 'before-message': unknown;
  readonly 'after-message': unknown;
}

/** The changed value, `false` to stop it, or nothing to leave it as it is; a
 * promise of it has 1 s. */
export type HookChange<Name extends HookName> = (
  value: HookValues[Name],
) => HookAnswer<Name> | Promise<HookAnswer<Name>>;

type HookAnswer<Name extends HookName> = HookValues[Name] | false | void;
