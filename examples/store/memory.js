/* What the shop remembers. There is no server: it lives in localStorage. */
import { find } from './products.js';
export const read = (key, otherwise) =>
  JSON.parse(localStorage.getItem(`fernway-${key}`)) ?? otherwise;
export const write = (key, value) =>
  localStorage.setItem(`fernway-${key}`, JSON.stringify(value));

/** @returns {Record<string, number>} How many of each SKU. */
export const readCart = () => read('cart', {});
export const cartLines = () =>
  Object.entries(readCart()).map(([sku, quantity]) => ({
    product: find(sku),
    quantity,
  }));
export const cartTotal = () =>
  cartLines().reduce((sum, { product, quantity }) => {
    return sum + product.price * quantity;
  }, 0);
export const cartCount = () =>
  cartLines().reduce((sum, { quantity }) => sum + quantity, 0);
