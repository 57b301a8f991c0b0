import type { AttributeEvent, VisitEvent } from '@beckon/schema/types';
import { IDLE_MS } from './evaluator.ts';
import { createWalk, isInBackFlow, walk, type FlowWalk } from './flow-walk.ts';
import { toTestAny } from './matching.ts';
import { isActivity, productOf } from './read-event.ts';
import type { Product, Site } from './site-types.ts';

/**
 * The facts that evaluators without a session need: a plain object, kept by
 * hand. Keeping it costs little beside the scan of all rules.
 */
export interface Facts {
  url: string;
  visited: Record<string, boolean>;
  visibleMs: Record<string, number>;
  openMs: Record<string, number>;
  flows: Record<string, string>;
  cart: { total: number | null; change: string };
  products: readonly Product[];
  viewed: Product[];
  /** By code. */
  errors: Record<string, number>;
  engaged: { id: string; status: string }[];
  services: { topic: string; status: string }[];
  leaving: number;
  platform: string;
  visits: number;
  channel: string;
  customerStatus: string;
  leads: string[];
}

export interface FactsKeeper {
  readonly facts: Facts;
  take(event: VisitEvent): void;
}

/** What the facts are made from. */
interface Session {
  walks: Map<string, FlowWalk>;
  /** By code and message. */
  errors: Map<string, number>;
  newestCart: number | null;
  here: readonly string[];
  enteredAt: number;
}

const LEAVE_AFTER_MS = 3000;

export function createFacts(site: Site): FactsKeeper {
  const facts = noFacts();
  const entryPointsOf = createEntryPoints(site);
  let session = newSession(site);
  let lastAt = 0;
  let lastActivityAt = -Infinity;
  let isVisible = true;

  const pass = (at: number) => {
    const ms = Math.max(0, at - lastAt);
    lastAt = at;
    for (const name of session.here) {
      facts.openMs[name] = (facts.openMs[name] ?? 0) + ms;
      if (!isVisible) continue;
      facts.visibleMs[name] = (facts.visibleMs[name] ?? 0) + ms;
    }
  };
  const startSession = () => {
    const { platform, visits } = facts;
    Object.assign(facts, noFacts(), { platform, visits: visits + 1 });
    session = newSession(site);
  };
  return {
    facts,
    take: (event) => {
      pass(event.at);
      if (event.type === 'page') {
        if (event.at - lastActivityAt > IDLE_MS) startSession();
        session.here = entryPointsOf(event.url);
        session.enteredAt = event.at;
        facts.url = event.url;
        enterPage(facts, session, site);
      } else if (event.type === 'tab') isVisible = event.state === 'visible';
      else takeFact(facts, session, event);
      if (isActivity(event)) lastActivityAt = event.at;
    },
  };
}

function noFacts(): Facts {
  return {
    url: '',
    visited: {},
    visibleMs: {},
    openMs: {},
    flows: {},
    cart: { total: null, change: '' },
    products: [],
    viewed: [],
    errors: {},
    engaged: [],
    services: [],
    leaving: -1,
    platform: '',
    visits: 0,
    channel: '',
    customerStatus: '',
    leads: [],
  };
}

function newSession(site: Site): Session {
  return {
    walks: new Map(Object.keys(site.flows).map((name) => [name, createWalk()])),
    errors: new Map(),
    newestCart: null,
    here: [],
    enteredAt: 0,
  };
}

function createEntryPoints(site: Site) {
  const tests = Object.entries(site.entryPoints).map(
    ([name, { url }]) => [name, toTestAny(url)] as const,
  );
  const known = new Map<string, readonly string[]>();
  return (url: string) => {
    const found =
      known.get(url) ??
      tests.filter(([, test]) => test(url)).map(([name]) => name);
    known.set(url, found);
    return found;
  };
}

function enterPage(facts: Facts, { here, walks }: Session, site: Site) {
  facts.leaving = -1;
  for (const name of here) facts.visited[name] = true;
  for (const [name, flow] of walks) {
    const steps = site.flows[name]?.steps ?? [];
    const matched = steps.flatMap(({ entryPoint }, step) =>
      here.includes(entryPoint) ? [step] : [],
    );
    walk(flow, steps, matched);
    facts.flows[name] = isInBackFlow(flow) ? 'back-flow' : flow.status;
  }
}

function takeFact(facts: Facts, session: Session, event: VisitEvent) {
  if (event.type === 'attribute') {
    takeAttribute(facts, session, event.attribute);
  } else if (event.type === 'visitor') {
    facts.platform = event.platform ?? facts.platform;
  } else if (event.type === 'leave') {
    if (event.at - session.enteredAt < LEAVE_AFTER_MS) return;
    facts.leaving = Math.max(facts.leaving, event.size);
  }
}

function takeAttribute(
  facts: Facts,
  session: Session,
  attribute: AttributeEvent['attribute'],
) {
  switch (attribute.type) {
    case 'cart':
      facts.cart.total = attribute.total ?? 0;
      compareCart(facts, session, facts.cart.total);
      facts.products = (attribute.products ?? []).map((each) =>
        productOf(each.product),
      );
      return;
    case 'purchase':
      return compareCart(facts, session, null);
    case 'error':
      return takeError(facts, session, attribute);
    case 'productView':
      for (const { product } of attribute.products ?? []) {
        facts.viewed.push(productOf(product));
      }
      return;
    case 'service':
      return takeService(facts, attribute.topic ?? '', attribute.status ?? '');
    case 'marketing':
      facts.channel = attribute.channel ?? '';
      return;
    case 'customer':
      facts.customerStatus = attribute.customerStatus ?? '';
      return;
    case 'lead':
      facts.leads.push(attribute.topic ?? '');
      return;
    case 'personal':
    case 'search':
      // No condition of the bench asks for these.
      return;
  }
}

/** BC5; null is a purchase, from which comparison begins anew. */
function compareCart(facts: Facts, session: Session, total: number | null) {
  const before = session.newestCart;
  if (total !== null && total === before) return;
  const isLess = before !== null && total !== null && total < before;
  facts.cart.change = isLess ? 'decreased' : '';
  session.newestCart = total;
}

function takeError(
  facts: Facts,
  { errors }: Session,
  error: Extract<AttributeEvent['attribute'], { type: 'error' }>,
) {
  const { code = '', message = '', resolved = false } = error;
  const key = `${code}|${message}`;
  const before = errors.get(key) ?? 0;
  errors.set(key, resolved ? 0 : before + 1);
  const by = resolved ? -before : 1;
  facts.errors[code] = (facts.errors[code] ?? 0) + by;
}

function takeService({ services }: Facts, topic: string, status: string) {
  const known = services.find((each) => each.topic === topic);
  if (known) known.status = status;
  else services.push({ topic, status });
}
