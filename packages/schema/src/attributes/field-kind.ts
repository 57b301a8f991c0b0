import type { FieldKind, FieldTable } from '../attribute-fields.ts';

const isTable = (value: FieldKind | FieldTable): value is FieldTable =>
  typeof value === 'object' &&
  !('list' in value || 'fields' in value || 'names' in value);

/** What the items of a list are; a table of fields stands for such objects. */
export const itemKind = (list: FieldKind | FieldTable): FieldKind =>
  isTable(list) ? { fields: list } : list;
