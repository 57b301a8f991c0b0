/**
 * What both sides of the wire agree on, without zod: this file and
 * `attribute-fields.ts` are all of `schema` that a visitor may download.
 */

/** The newest site config version that this code reads. */
export const CONFIG_VERSION = 1;

/** How much of a URL or a text is tested at run time (PT4). */
export const MAX_TESTED_CHARS = 2048;

/** Of each offer's host: nothing of the page's styles comes in, and it takes no
 * room. One that is not shown holds its place, and so nothing moves (SL4). */
export const HOST_CSS =
  ':host{all:initial!important;position:fixed!important}:host([hidden]){visibility:hidden!important}';

/** EA4: longest string of an engagement attribute; the rest is cut. */
export const MAX_ATTRIBUTE_STRING_CHARS = 1024;

/** EA4: longest array of an engagement attribute; the rest is cut. */
export const MAX_ATTRIBUTE_ARRAY_ITEMS = 200;

/** EA4: an attribute that is larger than this as JSON is refused. */
export const MAX_ATTRIBUTE_BYTES = 16_384;

/** SE5: the saved state of a visit is smaller than this. */
export const MAX_STATE_BYTES = 65_536;

/**
 * Stands in published configs where a number has no end: JSON has no Infinity.
 * Below the others: the bundler writes out none that stands after it.
 */
export const NO_END = 1.797_693_134_862_315_7e308;

/** Service statuses, in the order of their numbers 0 to 13 (EA). */
export const SERVICE_STATUSES = [
  'complete',
  'in-progress',
  'approved',
  'cancelled',
  'not-approved',
  'reviewed',
  'missing-details',
  'closed',
  'removed',
  'assigned',
  'waiting-for-customer-response',
  'waiting-for-response',
  'pending',
  'resolved',
] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** Marketing channels, in the order of their numbers 0 to 6 (EA). */
export const MARKETING_CHANNELS = [
  'direct',
  'search',
  'social',
  'email',
  'referral',
  'paid-search',
  'display',
] as const;
export type MarketingChannel = (typeof MARKETING_CHANNELS)[number];

export const GENDERS = ['female', 'male', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

export const ATTRIBUTE_TYPES = [
  'cart',
  'purchase',
  'productView',
  'customer',
  'marketing',
  'personal',
  'lead',
  'service',
  'error',
  'search',
] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];
