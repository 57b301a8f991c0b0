import {
  GENDERS,
  MARKETING_CHANNELS,
  SERVICE_STATUSES,
  type AttributeType,
} from './constants.ts';

/**
 * The fields of the ten engagement attributes (EA1), as data: the tag's decoder
 * and the zod schemas are both made from this one table.
 *
 * A leaf is `string`, `number`, `int`, `boolean`, `currency` (three letters,
 * kept in upper case) or a list of names, of which a number is the index.
 * A list of one table is an array of such objects; `['string']` one of strings.
 */
export type FieldKind =
  | 'string'
  | 'number'
  | 'int'
  | 'boolean'
  | 'currency'
  | { readonly names: readonly string[] }
  | { readonly list: FieldKind | FieldTable }
  | { readonly fields: FieldTable };

export interface FieldTable {
  readonly [field: string]: FieldKind;
}

const DAY: FieldKind = { fields: { year: 'int', month: 'int', day: 'int' } };

const PRODUCT = {
  name: 'string',
  category: 'string',
  sku: 'string',
  price: 'number',
} as const;

const PRODUCTS: FieldKind = {
  list: { product: { fields: PRODUCT }, quantity: 'int' },
};

export const ATTRIBUTE_FIELDS: Readonly<Record<AttributeType, FieldTable>> = {
  cart: {
    total: 'number',
    currency: 'currency',
    numItems: 'int',
    products: PRODUCTS,
  },
  purchase: {
    total: 'number',
    currency: 'currency',
    orderId: 'string',
    cart: { fields: { numItems: 'int', products: PRODUCTS } },
  },
  productView: {
    currency: 'currency',
    products: {
      list: {
        product: {
          fields: {
            ...PRODUCT,
            statusInStock: 'string',
            quantityInStock: 'int',
          },
        },
      },
    },
  },
  customer: {
    customerStatus: 'string',
    customerType: 'string',
    balance: 'number',
    currency: 'currency',
    customerId: 'string',
    socialId: 'string',
    imei: 'string',
    userName: 'string',
    companySize: 'int',
    companyBranch: 'string',
    accountName: 'string',
    role: 'string',
    lastPaymentDate: DAY,
    registrationDate: DAY,
    loginStatus: 'int',
    storeZipCode: 'string',
    storeNumber: 'string',
  },
  marketing: {
    channel: { names: MARKETING_CHANNELS },
    affiliate: 'string',
    campaignId: 'string',
  },
  personal: {
    firstName: 'string',
    lastName: 'string',
    company: 'string',
    gender: { names: GENDERS },
    language: 'string',
    age: { fields: { age: 'int', year: 'int', month: 'int', day: 'int' } },
    contacts: {
      list: {
        email: 'string',
        phone: 'string',
        phoneType: 'string',
        address: { fields: { country: 'string', region: 'string' } },
      },
    },
  },
  lead: {
    topic: 'string',
    value: 'number',
    currency: 'currency',
    leadId: 'string',
  },
  service: {
    topic: 'string',
    category: 'string',
    serviceId: 'string',
    status: { names: SERVICE_STATUSES },
  },
  error: {
    message: 'string',
    code: 'string',
    contextId: 'string',
    level: 'int',
    resolved: 'boolean',
  },
  search: { keywords: { list: 'string' } },
};
