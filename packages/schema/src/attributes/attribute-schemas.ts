import { z } from 'zod';
import {
  GENDERS,
  MARKETING_CHANNELS,
  MAX_ATTRIBUTE_ARRAY_ITEMS,
  SERVICE_STATUSES,
} from '../constants.ts';
import {
  toBoolean,
  toCurrency,
  toInt,
  toName,
  toNumber,
  toText,
  type Coerce,
} from './coerce.ts';

/** Reads a value as its kind; an issue where that loses something. */
const field = <Value>(coerce: Coerce<Value>, expected: string) =>
  z
    .unknown()
    .transform((value, context): Value => {
      const read = coerce(value);
      if (read !== undefined) return read;
      context.addIssue(`Write ${expected}.`);
      return z.NEVER;
    })
    .exactOptional();

const text = field(toText, 'a text');
const number = field(toNumber, 'a finite number');
const int = field(toInt, 'a whole number');
const currency = field(toCurrency, 'three letters such as EUR');

const nameOf = <Name extends string>(names: readonly Name[]) =>
  field(toName(names), `one of ${names.join(', ')}`);

/** One thing stands for a list of it; what is over the limit is cut (EA4). */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (value) =>
        (Array.isArray(value) ? value : [value]).slice(
          0,
          MAX_ATTRIBUTE_ARRAY_ITEMS,
        ),
      z.array(item),
    )
    .exactOptional();

const typed = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) => z.strictObject({ type: z.literal(type), ...shape });

const day = z.strictObject({ year: int, month: int, day: int }).exactOptional();

const product = { name: text, category: text, sku: text, price: number };

const products = listOf(
  z.strictObject({
    product: z.strictObject(product).exactOptional(),
    quantity: int,
  }),
);

/**
 * The ten engagement attributes (EA1), with the coercions of EA2. A schema
 * refuses where `parseAttribute` keeps the good fields.
 */
export const attributeSchemas = {
  cart: typed('cart', { total: number, currency, numItems: int, products }),
  purchase: typed('purchase', {
    total: number,
    currency,
    orderId: text,
    cart: z.strictObject({ numItems: int, products }).exactOptional(),
  }),
  productView: typed('productView', {
    currency,
    products: listOf(
      z.strictObject({
        product: z
          .strictObject({
            ...product,
            statusInStock: text,
            quantityInStock: int,
          })
          .exactOptional(),
      }),
    ),
  }),
  customer: typed('customer', {
    customerStatus: text,
    customerType: text,
    balance: number,
    currency,
    customerId: text,
    socialId: text,
    imei: text,
    userName: text,
    companySize: int,
    companyBranch: text,
    accountName: text,
    role: text,
    lastPaymentDate: day,
    registrationDate: day,
    loginStatus: int,
    storeZipCode: text,
    storeNumber: text,
  }),
  marketing: typed('marketing', {
    channel: nameOf(MARKETING_CHANNELS),
    affiliate: text,
    campaignId: text,
  }),
  personal: typed('personal', {
    firstName: text,
    lastName: text,
    company: text,
    gender: nameOf(GENDERS),
    language: text,
    age: z
      .strictObject({ age: int, year: int, month: int, day: int })
      .exactOptional(),
    contacts: listOf(
      z.strictObject({
        email: text,
        phone: text,
        phoneType: text,
        address: z
          .strictObject({ country: text, region: text })
          .exactOptional(),
      }),
    ),
  }),
  lead: typed('lead', { topic: text, value: number, currency, leadId: text }),
  service: typed('service', {
    topic: text,
    category: text,
    serviceId: text,
    status: nameOf(SERVICE_STATUSES),
  }),
  error: typed('error', {
    message: text,
    code: text,
    contextId: text,
    level: int,
    resolved: field(toBoolean, 'true or false'),
  }),
  search: typed('search', { keywords: listOf(field(toText, 'a text')) }),
} as const;

/** Any of the ten. */
export const attributeSchema = z.discriminatedUnion('type', [
  attributeSchemas.cart,
  attributeSchemas.purchase,
  attributeSchemas.productView,
  attributeSchemas.customer,
  attributeSchemas.marketing,
  attributeSchemas.personal,
  attributeSchemas.lead,
  attributeSchemas.service,
  attributeSchemas.error,
  attributeSchemas.search,
]);
