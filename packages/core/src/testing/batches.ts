/** What was posted, as the gateway reads it. */
export interface Batch {
  readonly visitorId: string;
  readonly sessionId: string;
  readonly events: readonly {
    id: string;
    type: string;
    phase?: string;
    url?: string;
    attribute?: { type: string };
  }[];
}

export function batchesOf(each: {
  readonly posts: readonly { readonly body: unknown }[];
}): Batch[] {
  return each.posts.map(({ body }) => body as Batch);
}
