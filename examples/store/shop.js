/* What the shop's pages do. */
import {
  cartCount,
  cartLines,
  cartTotal,
  read,
  readCart,
  write,
} from './memory.js';
import { pounds, PRODUCTS } from './products.js';
import { reportCart, reportCustomer, reportPage, tell } from './report.js';

const HOME = '/examples/store';
const $ = (selector) => document.querySelector(selector);

function setQuantity(sku, quantity) {
  const cart = readCart();
  if (quantity > 0) cart[sku] = quantity;
  else delete cart[sku];
  write('cart', cart);
  reportCart();
  showCart();
}

function showCart() {
  for (const count of document.querySelectorAll('[data-cart-count]')) {
    count.textContent = cartCount();
  }
  for (const total of document.querySelectorAll('[data-cart-total]')) {
    total.textContent = pounds(cartTotal());
  }
  const table = $('#cart');
  if (!table) return;
  table.hidden = cartCount() === 0;
  $('#cart-empty').hidden = cartCount() > 0;
  table.tBodies[0].replaceChildren(...cartLines().map(cartRow));
}

function cartRow({ product, quantity }) {
  const row = document.createElement('tr');
  const name = document.createElement('a');
  name.href = `${HOME}/p/${product.slug}/`;
  name.textContent = product.name;
  const amount = document.createElement('select');
  amount.setAttribute('aria-label', `How many: ${product.name}`);
  amount.append(...[0, 1, 2, 3, 4, 5].map((n) => new Option(n || 'none', n)));
  amount.value = quantity;
  amount.addEventListener('change', () => {
    setQuantity(product.sku, Number(amount.value));
  });
  row.insertCell().append(name);
  row.insertCell().append(amount);
  row.insertCell().append(pounds(product.price * quantity));
  return row;
}

function onAdd() {
  const button = $('[data-add]');
  button?.addEventListener('click', () => {
    const { add: sku } = button.dataset;
    setQuantity(sku, (readCart()[sku] ?? 0) + 1);
    button.nextElementSibling.textContent = 'It is in your cart.';
  });
}

const CARD_FAULTS = {
  '0002': ['pay-declined', 'Your bank declined the card.'],
  '0119': ['pay-timeout', 'Your bank did not answer.'],
};

function onPayment() {
  const form = $('#payment');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const fault = CARD_FAULTS[form.card.value.trim().slice(-4)];
    if (fault) {
      const [code, message] = fault;
      form.querySelector('.fault').textContent = message;
      tell('attributes', { type: 'error', code, message });
      return;
    }
    write('order', {
      orderId: `F-${Date.now().toString(36).toUpperCase()}`,
      total: cartTotal(),
      numItems: cartCount(),
    });
    write('cart', {});
    location.assign(`${HOME}/checkout/thanks/`);
  });
}

function onThanks() {
  const place = $('[data-order]');
  const order = place && read('order', null);
  if (!order) return;
  const { orderId, total, numItems } = order;
  place.textContent = orderId;
  tell('attributes', {
    type: 'purchase',
    orderId,
    total,
    currency: 'GBP',
    cart: { numItems },
  });
}

function onSearch() {
  const results = $('#results');
  const words = new URLSearchParams(location.search).get('find')?.trim();
  if (!results || !words) return;
  const found = PRODUCTS.filter(({ name, category }) =>
    `${name} ${category}`.toLowerCase().includes(words.toLowerCase()),
  );
  $('#found').textContent =
    found.length > 0
      ? `${found.length} for “${words}”`
      : `Nothing is called “${words}”. Ask us, we may know it by another name.`;
  results.replaceChildren(...found.map(resultCard));
  tell('attributes', { type: 'search', keywords: words.split(/\s+/) });
}

function resultCard({ slug, name, price }) {
  const card = document.createElement('li');
  card.className = 'card';
  const picture = new Image(480, 360);
  picture.className = 'picture';
  picture.alt = '';
  picture.src = `/examples/brand/pictures/${slug}.svg`;
  const words = document.createElement('div');
  const title = document.createElement('h3');
  const link = document.createElement('a');
  link.href = `${HOME}/p/${slug}/`;
  link.textContent = name;
  const amount = document.createElement('p');
  amount.className = 'quiet price';
  amount.textContent = pounds(price);
  title.append(link);
  words.append(title, amount);
  card.append(picture, words);
  return card;
}

function onLetters() {
  const form = $('#letters');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    tell('attributes', [
      { type: 'lead', topic: 'letters', leadId: form.email.value },
      { type: 'personal', contacts: [{ email: form.email.value }] },
    ]);
    form.querySelector('[role=status]').textContent = 'Thank you. We will.';
  });
}

function onAccount() {
  const form = $('#sign-in');
  if (!form) return;
  const show = () => {
    const customer = read('customer', null);
    form.hidden = customer !== null;
    $('#signed-in').hidden = customer === null;
    $('[data-customer]').textContent = customer?.email.split('@')[0] ?? '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const customer = { email: form.email.value };
    write('customer', customer);
    reportCustomer(customer);
    show();
  });
  $('#sign-out').addEventListener('click', () => {
    localStorage.removeItem('fernway-customer');
    tell('logout');
    show();
  });
  show();
}

function onRepairs() {
  for (const button of document.querySelectorAll('[data-answer]')) {
    button.addEventListener('click', () => {
      $('[data-state]').textContent = 'back on the bench';
      const customer = read('customer', { email: '' });
      write('customer', { ...customer, repair: 'in-progress' });
      tell('attributes', {
        type: 'service',
        topic: 'Repair of a kettle',
        serviceId: 'R-12',
        status: 'in-progress',
      });
    });
  }
}

showCart();
reportPage();
onAdd();
onPayment();
onThanks();
onSearch();
onLetters();
onAccount();
onRepairs();
