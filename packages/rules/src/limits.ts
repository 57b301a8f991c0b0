/*
 * Numbers of the rules, in a file of their own: the bundler writes them where
 * they are used when it need not fear a cycle of imports.
 */

/** How long a page view can still be completed, session time (PG3, EN4). */
export const COMPLETE_MS = 1000;

/** A sign of leaving this soon after a page view began is lost (BC4). */
export const SETTLE_MS = 3000;

/** How long a message keeps a session alive (SE1). */
export const MESSAGE_MS = 1_800_000;

/** How much history a session keeps (SE5). */
export const MAX_ENTRIES = 400;
