export interface FakePageFacts {
  url: string;
  title: string;
  lang: string;
  visible: boolean;
  referrer: string;
}

/** A page that does what the test says. */
export interface FakePage {
  /** What it says of itself; the test may change it. */
  readonly facts: FakePageFacts;
  /** What it announced: type and detail. */
  readonly announced: (readonly [type: string, detail: object])[];
  /** Errors of its own code that were reported. */
  readonly errors: unknown[];
  on(type: string, run: (event: Event) => void): () => void;
  onRoute(run: () => void): boolean;
  announce(type: string, detail: object): void;
  reportError(error: unknown): void;
  /** An event happens. */
  emit(type: string, facts?: object): void;
  /** The page's own routing. */
  go(url: string, title?: string): void;
  /** Listeners that are there. */
  listeners(): number;
}

export function createFakePage(given: Partial<FakePageFacts> = {}): FakePage {
  const facts: FakePageFacts = {
    url: 'https://shop.example/',
    title: 'Shop',
    lang: 'en',
    visible: true,
    referrer: '',
    ...given,
  };
  const ears = new Set<readonly [string, (event: Event) => void]>();
  const announced: FakePage['announced'] = [];
  const errors: unknown[] = [];
  let routed = () => {};
  return {
    facts,
    announced,
    errors,
    on(type, run) {
      const ear = [type, run] as const;
      ears.add(ear);
      return () => void ears.delete(ear);
    },
    onRoute(run) {
      routed = run;
      return true;
    },
    announce: (type, detail) => void announced.push([type, detail]),
    reportError: (error) => void errors.push(error),
    emit(type, more = {}) {
      for (const [each, run] of ears)
        if (each === type) run({ type, ...more } as Event);
    },
    go(url, title = facts.title) {
      Object.assign(facts, { url: new URL(url, facts.url).href, title });
      routed();
    },
    listeners: () => ears.size,
  };
}
