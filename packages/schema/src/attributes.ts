import type { Gender, MarketingChannel, ServiceStatus } from './constants.ts';

/** The ten engagement attributes as the engine holds them (EA1), decoded. */

export interface Product {
  readonly name?: string;
  readonly category?: string;
  readonly sku?: string;
  /** Major units of the currency (EA5). */
  readonly price?: number;
}

export interface ViewedProduct extends Product {
  readonly statusInStock?: string;
  readonly quantityInStock?: number;
}

export interface CartItem {
  readonly product?: Product;
  readonly quantity?: number;
}

export interface Day {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

export interface CartAttribute {
  readonly type: 'cart';
  readonly total?: number;
  readonly currency?: string;
  readonly numItems?: number;
  readonly products?: readonly CartItem[];
}

export interface PurchaseAttribute {
  readonly type: 'purchase';
  readonly total?: number;
  readonly currency?: string;
  readonly orderId?: string;
  readonly cart?: {
    readonly numItems?: number;
    readonly products?: readonly CartItem[];
  };
}

export interface ProductViewAttribute {
  readonly type: 'productView';
  readonly currency?: string;
  readonly products?: readonly { readonly product?: ViewedProduct }[];
}

export interface CustomerAttribute {
  readonly type: 'customer';
  readonly customerStatus?: string;
  readonly customerType?: string;
  readonly balance?: number;
  readonly currency?: string;
  readonly customerId?: string;
  readonly socialId?: string;
  readonly imei?: string;
  readonly userName?: string;
  readonly companySize?: number;
  readonly companyBranch?: string;
  readonly accountName?: string;
  readonly role?: string;
  readonly lastPaymentDate?: Day;
  readonly registrationDate?: Day;
  readonly loginStatus?: number;
  readonly storeZipCode?: string;
  readonly storeNumber?: string;
}

export interface MarketingAttribute {
  readonly type: 'marketing';
  readonly channel?: MarketingChannel;
  readonly affiliate?: string;
  readonly campaignId?: string;
}

export interface PersonalAttribute {
  readonly type: 'personal';
  readonly firstName?: string;
  readonly lastName?: string;
  readonly company?: string;
  readonly gender?: Gender;
  readonly language?: string;
  readonly age?: Day & { readonly age?: number };
  readonly contacts?: readonly {
    readonly email?: string;
    readonly phone?: string;
    readonly phoneType?: string;
    readonly address?: { readonly country?: string; readonly region?: string };
  }[];
}

export interface LeadAttribute {
  readonly type: 'lead';
  readonly topic?: string;
  readonly value?: number;
  readonly currency?: string;
  readonly leadId?: string;
}

export interface ServiceAttribute {
  readonly type: 'service';
  readonly topic?: string;
  readonly category?: string;
  readonly serviceId?: string;
  readonly status?: ServiceStatus;
}

export interface ErrorAttribute {
  readonly type: 'error';
  readonly message?: string;
  readonly code?: string;
  readonly contextId?: string;
  readonly level?: number;
  readonly resolved?: boolean;
}

export interface SearchAttribute {
  readonly type: 'search';
  readonly keywords?: readonly string[];
}

export type EngagementAttribute =
  | CartAttribute
  | PurchaseAttribute
  | ProductViewAttribute
  | CustomerAttribute
  | MarketingAttribute
  | PersonalAttribute
  | LeadAttribute
  | ServiceAttribute
  | ErrorAttribute
  | SearchAttribute;
