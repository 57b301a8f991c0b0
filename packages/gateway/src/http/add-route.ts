import type { GatewayApp, GatewayContext, Handler } from './gateway-env.ts';
import { problem } from './problem.ts';

export interface Route {
  /** In Hono's words: `/v1/sites/:site/config`. */
  readonly path: string;
  readonly get?: Handler;
  readonly post?: Handler;
  readonly put?: Handler;
  readonly delete?: Handler;
  /** Answers a preflight; without it there is none. */
  readonly options?: Handler;
  /** Put on all answers of the route, problems included. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Adds a route: its methods, HEAD where there is GET, 405 for all others. */
export function addRoute(app: GatewayApp, route: Route): void {
  const { path, get, post, put, options } = route;
  const allow = [
    ...(get ? ['GET', 'HEAD'] : []),
    ...(post ? ['POST'] : []),
    ...(put ? ['PUT'] : []),
    ...(route.delete ? ['DELETE'] : []),
    'OPTIONS',
  ].join(', ');
  const answer = (handler: Handler) => async (c: GatewayContext) => {
    c.set('route', path);
    const response = await handler(c);
    for (const [name, value] of Object.entries(route.headers ?? {}))
      response.headers.set(name, value);
    return response;
  };
  if (get) app.get(path, answer(get));
  if (post) app.post(path, answer(post));
  if (put) app.put(path, answer(put));
  if (route.delete) app.delete(path, answer(route.delete));
  app.options(
    path,
    answer(
      options ??
        (() => new Response(null, { status: 204, headers: { Allow: allow } })),
    ),
  );
  app.all(
    path,
    answer((c) =>
      problem(
        'method-not-allowed',
        { requestId: c.get('requestId') },
        { Allow: allow },
      ),
    ),
  );
}
