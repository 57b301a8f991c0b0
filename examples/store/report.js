/* What Beckon is told. A shop without the tag sells as well. */
import { cartCount, cartLines, cartTotal, read } from './memory.js';
import { find } from './products.js';

const $ = (selector) => document.querySelector(selector);

export const tell = (...command) => window.beckon?.(...command);

export const describe = ({ sku, name, category, price }) => ({
  sku,
  name,
  category,
  price,
});

export function reportCart() {
  const products = cartLines().map(({ product, quantity }) => ({
    product: describe(product),
    quantity,
  }));
  tell('attributes', {
    type: 'cart',
    currency: 'GBP',
    total: cartTotal(),
    numItems: cartCount(),
    products,
  });
}

export function reportPage() {
  const { section } = document.documentElement.dataset;
  if (section) tell('page', { sections: [section] });

  const { sku } = $('main').dataset;
  if (sku) {
    tell('attributes', {
      type: 'productView',
      currency: 'GBP',
      products: [{ product: describe(find(sku)) }],
    });
  }

  const error = $('[data-error]');
  if (error) {
    tell('attributes', {
      type: 'error',
      code: error.dataset.error,
      message: $('h1').textContent,
    });
  }

  const source = new URLSearchParams(location.search);
  if (source.get('utm_medium') === 'email') {
    tell('attributes', {
      type: 'marketing',
      channel: 'email',
      campaignId: source.get('utm_campaign') ?? 'letters',
    });
  }

  if (cartCount() > 0) reportCart();
  const customer = read('customer', null);
  if (customer) reportCustomer(customer);
}

export function reportCustomer({ email, repair }) {
  tell('attributes', [
    { type: 'personal', contacts: [{ email }] },
    {
      type: 'customer',
      customerStatus: email.includes('trade') ? 'trade' : 'private',
    },
    {
      type: 'service',
      topic: 'Repair of a kettle',
      category: 'workshop',
      serviceId: 'R-12',
      status: repair ?? 'waiting-for-customer-response',
    },
  ]);
}
