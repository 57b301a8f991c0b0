/* What the shop sells. */
export const PRODUCTS = [
  ['CS-16', 'Copper saucepan', 'Cookware', 145, 'copper-saucepan'],
  ['SS-18', 'Steel saucepan', 'Cookware', 89, 'steel-saucepan'],
  ['CC-26', 'Iron casserole', 'Cookware', 185, 'iron-casserole'],
  ['CP-28', 'Carbon steel pan', 'Cookware', 74, 'carbon-pan'],
  ['BK-9', 'Bread knife', 'Knives', 62, 'bread-knife'],
  ['CK-20', 'Cook’s knife', 'Knives', 118, 'cooks-knife'],
  ['WS-1', 'Olive wood spoon', 'Utensils', 9.5, 'olive-wood-spoon'],
  ['KT-1', 'Stovetop kettle', 'Kettles', 96, 'stovetop-kettle'],
  ['GC-50', 'Gift card', 'Gift cards', 50, 'gift-card'],
].map(([sku, name, category, price, slug]) => ({
  sku,
  name,
  category,
  price,
  slug,
}));

export const pounds = (amount) =>
  Number.isInteger(amount) ? `£${amount}` : `£${amount.toFixed(2)}`;
export const find = (sku) => PRODUCTS.find((product) => product.sku === sku);
