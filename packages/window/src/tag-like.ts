import type {
  Availability,
  EngagementAttribute,
  Platform,
  PublishedConfig,
} from '@beckon/schema/types';
import type { HookName, Stop, WindowEvents } from './host.ts';

/*
 * The tag, as far as the window's chunks go by it: `Tag` of the core fits. What
 * is optional, a core of another release may not have.
 */

interface PageEntry {
  readonly url: string;
  readonly title: string;
  readonly pageAt: number;
  readonly seenMs: number;
}

type OwnEvent =
  | {
      readonly type: 'conversation';
      readonly state: 'opened' | 'message' | 'ended';
    }
  | {
      readonly type: 'offer';
      readonly engagement: string;
      readonly phase: 'interact';
    };

export interface TagLike {
  readonly name: string;
  readonly config: PublishedConfig;
  readonly consent: { readonly storage: boolean };
  readonly settings: { readonly site: string; readonly origin: string };
  readonly ports: {
    now(): number;
    later(run: () => void, ms: number): Stop;
    newId(): string;
    on(type: string, run: (event: Event) => void): Stop;
    undo(stop: Stop): Stop;
    page(): {
      readonly url: string;
      readonly title: string;
      readonly lang: string;
      readonly visible: boolean;
    };
    browser(): { readonly userAgent: string; readonly language: string };
  };
  readonly bus: {
    on(
      type: 'attribute' | 'page',
      run: () => void,
      options?: { readonly replay: boolean },
    ): void;
  };
  readonly engine: {
    readonly state: {
      readonly browser: { readonly platform?: Platform };
      readonly availability: Readonly<Record<string, Availability>>;
      readonly visitor: {
        readonly id: string;
        readonly visits: number;
        readonly lastVisit?: number;
      };
      readonly session: {
        readonly startedAt: number;
        readonly referrer: string;
        readonly merged: Partial<Readonly<Record<string, EngagementAttribute>>>;
        readonly history: readonly (
          | PageEntry
          | { readonly at: number; readonly attribute: EngagementAttribute }
        )[];
      };
      readonly tabs: Readonly<Record<string, PageEntry>>;
    };
  };
  isWindowOpen: boolean;
  tell(event: OwnEvent): void;
  happened(type: 'window', event: WindowEvents['window']): void;
  happened(type: 'conversation', event: WindowEvents['conversation']): void;
  plan(): void;
  part<Part>(name: string, integrity?: string): Promise<Part>;

  /** The page's hooks, once there are any; the chunk `extras` puts it here. */
  runHooks?: (
    name: HookName,
    value: object,
    next: (value: unknown) => void,
    stopped?: () => void,
  ) => void;
  /** Called when `storage` of the consent changed; the window puts it here. */
  storageChanged?: () => void;
}

interface ChunkScript extends HTMLScriptElement {
  readonly beckon?: (make: (tag: TagLike) => unknown) => void;
}

/** Hands a chunk's part to the core that asked for it (HP2). */
export function register(make: (tag: TagLike) => unknown): void {
  (document.currentScript as ChunkScript | null)?.beckon?.(make);
}
