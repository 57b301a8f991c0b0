/** The part of an authored site config that the bench makes use of. */
export type Pattern =
  | { readonly exact: string }
  | { readonly contains: string }
  | { readonly regex: string };

export type BehaviorCondition =
  | { type: 'flow'; flow: string; event: 'abandoned' | 'back-flow' }
  | {
      type: 'time-on-entry-point';
      entryPoints: [string];
      seconds: number;
      count: 'visible' | 'open';
    }
  | { type: 'visited-entry-point'; entryPoints: string[]; exclude: boolean }
  | { type: 'about-to-abandon'; sensitivity: 'low' | 'medium' | 'high' }
  | { type: 'cart-value'; between: [number | null, number | null] }
  | { type: 'cart-value'; change: 'decreased' | 'emptied' }
  | {
      type: 'products-in-cart';
      name?: Pattern[];
      category?: Pattern[];
      sku?: Pattern[];
      exclude: boolean;
    }
  | {
      type: 'viewed-product';
      name?: Pattern[];
      category?: Pattern[];
      price?: [number | null, number | null];
      exclude: boolean;
    }
  | { type: 'visitor-error'; code: Pattern[]; from: number; exclude: boolean }
  | {
      type: 'engaged-in-session';
      statuses: Status[];
      engagements?: string[];
      exclude: boolean;
    }
  | {
      type: 'service-activity';
      topic: Pattern[];
      statuses: string[];
      exclude: boolean;
    };

export type Status = 'exposed' | 'declined' | 'clicked' | 'interacted';

export type AudienceCondition =
  | { type: 'platform'; anyOf: string[]; exclude: boolean }
  | { type: 'visits'; is: 'new' | 'returning' }
  | { type: 'marketing'; channel: string[]; exclude: boolean }
  | { type: 'customer'; customerStatus: Pattern[]; exclude: boolean }
  | {
      type: 'attribute';
      path: 'lead.topic';
      matches: Pattern[];
      exclude: boolean;
    };

export type Condition = BehaviorCondition | AudienceCondition;

export interface Engagement {
  id: string;
  kind: 'conversation' | 'content';
  format: string;
  zone: string;
  priority: number;
  entryPoints: string[];
  behaviors: string[];
  skill?: string;
  url?: string;
  creative: {
    online: Creative;
    busy?: Creative;
  };
}

interface Creative {
  title: string;
  action: string;
}

export interface Campaign {
  id: string;
  name: string;
  priority: 'high' | 'medium' | 'low';
  goal: { type: 'interaction' };
  audiences: string[];
  engagements: Engagement[];
}

export interface Site {
  version: 1;
  site: string;
  entryPoints: Record<string, { url: Pattern[] }>;
  flows: Record<string, { steps: { entryPoint: string; required: boolean }[] }>;
  behaviors: Record<string, { all: BehaviorCondition[] }>;
  audiences: Record<string, { all: AudienceCondition[] }>;
  campaigns: Campaign[];
}

export interface Product {
  name: string;
  category: string;
  sku: string;
  price: number;
}
