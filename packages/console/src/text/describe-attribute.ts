import type {
  CartItem,
  Day,
  EngagementAttribute,
  Product,
} from '@beckon/schema/types';
import type { Formats } from './formats.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Item {
  readonly name: string;
  readonly detail: string;
  readonly quantity: number;
  readonly price?: string;
}

/** An attribute in words, for a person. */
export interface Described {
  readonly title: string;
  /** The one thing to see at once: a cart's total, an error's state. */
  readonly headline?: string;
  readonly isBad?: boolean;
  readonly items: readonly Item[];
  readonly facts: readonly Fact[];
}

/** Of these each report counts; of the others the last one holds. */
const REPEATED = new Set<EngagementAttribute['type']>([
  'purchase',
  'lead',
  'service',
  'error',
]);
const MOST_REPEATED = 3;

/** What the site reported, the last first of what repeats. */
export function describeAttributes(
  attributes: readonly EngagementAttribute[],
  formats: Formats,
): Described[] {
  const seen = new Map<EngagementAttribute['type'], number>();
  return attributes
    .toReversed()
    .filter(({ type }) => {
      const count = (seen.get(type) ?? 0) + 1;
      seen.set(type, count);
      return count <= (REPEATED.has(type) ? MOST_REPEATED : 1);
    })
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map((attribute) => describeAttribute(attribute, formats));
}

const ORDER: readonly EngagementAttribute['type'][] = [
  'error',
  'cart',
  'productView',
  'service',
  'lead',
  'personal',
  'customer',
  'purchase',
  'search',
  'marketing',
];

function orderOf({ type }: EngagementAttribute): number {
  return ORDER.indexOf(type);
}

function describeAttribute(
  attribute: EngagementAttribute,
  formats: Formats,
): Described {
  switch (attribute.type) {
    case 'cart': {
      const { total, currency, products = [], numItems } = attribute;
      return {
        title: 'Cart',
        ...headline(total, (value) => formats.money(value, currency)),
        items: products.map((item) => describeItem(item, formats, currency)),
        facts: facts([['Items', products.length > 0 ? undefined : numItems]]),
      };
    }
    case 'purchase': {
      const { total, currency, cart, orderId } = attribute;
      return {
        title: 'Purchase',
        ...headline(total, (value) => formats.money(value, currency)),
        items: (cart?.products ?? []).map((item) =>
          describeItem(item, formats, currency),
        ),
        facts: facts([
          ['Order', orderId],
          ['Items', cart?.numItems],
        ]),
      };
    }
    case 'productView': {
      const { products = [], currency } = attribute;
      const stock = products[0]?.product?.statusInStock;
      return {
        title: 'Product viewed',
        items: products.map((item) => describeItem(item, formats, currency)),
        facts: facts([['In stock', stock]]),
      };
    }
    case 'error': {
      const { message, code, contextId, resolved } = attribute;
      return {
        title: 'Error',
        headline: resolved ? 'Resolved' : 'Open',
        isBad: resolved !== true,
        items: [],
        facts: facts([
          ['Message', message],
          ['Code', code],
          ['Where', contextId],
        ]),
      };
    }
    case 'personal':
    case 'customer':
    case 'marketing':
    case 'lead':
    case 'service':
    case 'search':
      return describePlain(attribute, formats);
  }
}

type Plain = Exclude<
  EngagementAttribute,
  { type: 'cart' | 'purchase' | 'productView' | 'error' }
>;

function describePlain(attribute: Plain, formats: Formats): Described {
  const plain = (title: string, rows: readonly Row[]): Described => ({
    title,
    items: [],
    facts: facts(rows),
  });
  switch (attribute.type) {
    case 'personal':
      return plain('Person', personalRows(attribute, formats));
    case 'customer':
      return plain('Customer', customerRows(attribute, formats));
    case 'marketing':
      return plain('Marketing', [
        ['Channel', attribute.channel],
        ['Affiliate', attribute.affiliate],
        ['Campaign', attribute.campaignId],
      ]);
    case 'lead':
      return plain('Lead', [
        ['Topic', attribute.topic],
        ['Value', money(attribute.value, attribute.currency, formats)],
        ['Number', attribute.leadId],
      ]);
    case 'service':
      return plain('Service', [
        ['Topic', attribute.topic],
        ['Category', attribute.category],
        ['Status', attribute.status],
        ['Number', attribute.serviceId],
      ]);
    case 'search':
      return plain('Searched for', [['Words', attribute.keywords?.join(', ')]]);
  }
}

type Row = readonly [label: string, value: string | number | undefined];

function personalRows(
  attribute: Extract<EngagementAttribute, { type: 'personal' }>,
  formats: Formats,
): Row[] {
  const { firstName, lastName, company, gender, language, age } = attribute;
  const contacts = (attribute.contacts ?? []).flatMap(
    ({ email, phone, phoneType, address }): Row[] => [
      ['E-mail', email],
      [phoneType ? `Phone (${phoneType})` : 'Phone', phone],
      ['Place', join([address?.region, address?.country], ', ')],
    ],
  );
  return [
    ['Name', join([firstName, lastName], ' ')],
    ['Company', company],
    ...contacts,
    ['Language', language && formats.language(language)],
    ['Age', age?.age],
    ['Born', age && dayOf(age, formats)],
    ['Gender', gender],
  ];
}

function customerRows(
  attribute: Extract<EngagementAttribute, { type: 'customer' }>,
  formats: Formats,
): Row[] {
  const { balance, currency, lastPaymentDate, registrationDate } = attribute;
  return [
    ['Number', attribute.customerId],
    ['Type', attribute.customerType],
    ['Status', attribute.customerStatus],
    ['User name', attribute.userName],
    ['Account', attribute.accountName],
    ['Role', attribute.role],
    ['Branch', attribute.companyBranch],
    ['Company size', attribute.companySize],
    ['Balance', money(balance, currency, formats)],
    ['Registered', registrationDate && dayOf(registrationDate, formats)],
    ['Last paid', lastPaymentDate && dayOf(lastPaymentDate, formats)],
    ['Logins', attribute.loginStatus],
    ['Store', join([attribute.storeNumber, attribute.storeZipCode], ', ')],
    ['Social id', attribute.socialId],
    ['IMEI', attribute.imei],
  ];
}

function describeItem(
  { product = {}, quantity = 1 }: CartItem,
  formats: Formats,
  currency: string | undefined,
): Item {
  const { name, sku, category, price }: Product = product;
  const cost = money(price, currency, formats);
  return {
    name: name ?? sku ?? category ?? '?',
    detail: join([category, name === undefined ? undefined : sku], ' · ') ?? '',
    quantity,
    ...(cost !== undefined && { price: cost }),
  };
}

function headline(
  total: number | undefined,
  words: (total: number) => string,
): { headline?: string } {
  return total === undefined ? {} : { headline: words(total) };
}

function money(
  amount: number | undefined,
  currency: string | undefined,
  formats: Formats,
): string | undefined {
  return amount === undefined ? undefined : formats.money(amount, currency);
}

function dayOf({ year, month, day }: Day, formats: Formats) {
  return year === undefined ? undefined : formats.date(year, month, day);
}

function join(
  parts: readonly (string | undefined)[],
  between: string,
): string | undefined {
  return parts.filter((part) => part?.trim()).join(between) || undefined;
}

function facts(rows: readonly Row[]): Fact[] {
  return rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value: `${value}` }],
  );
}
