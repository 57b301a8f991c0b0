import type { Context, Hono } from 'hono';

/** What Hono hands to each handler. */
export interface GatewayEnv {
  Bindings: {
    /** Absent where a test calls the app without a port. */
    readonly incoming?: {
      readonly socket: { readonly remoteAddress?: string };
    };
  };
  Variables: {
    readonly requestId: string;
    /** As it stands in metrics and logs: `/v1/sites/:site/config`. */
    route: string;
  };
}

export type GatewayApp = Hono<GatewayEnv>;
export type GatewayContext = Context<GatewayEnv>;
export type Handler = (c: GatewayContext) => Response | Promise<Response>;
