import { ATTRIBUTE_FIELDS, type FieldKind } from '../attribute-fields.ts';
import { itemKind } from '../attributes/field-kind.ts';
import { suggest } from '../nearest.ts';

export type PathLeaf = 'number' | 'text' | 'boolean';

export type PathResult =
  | { readonly status: 'leaf'; readonly leaf: PathLeaf }
  | { readonly status: 'bad'; readonly advice: string };

/** Looks through lists, as the engine does. */
const throughLists = (kind: FieldKind): FieldKind =>
  typeof kind === 'object' && 'list' in kind
    ? throughLists(itemKind(kind.list))
    : kind;

const leafOf = (kind: FieldKind): PathLeaf | undefined => {
  if (kind === 'number' || kind === 'int') return 'number';
  if (kind === 'boolean') return 'boolean';
  return typeof kind === 'string' || 'names' in kind ? 'text' : undefined;
};

const fieldsOf = (kind: FieldKind): ReadonlyMap<string, FieldKind> =>
  new Map(
    typeof kind === 'object' && 'fields' in kind
      ? Object.entries(kind.fields)
      : [],
  );

const TYPES: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(ATTRIBUTE_FIELDS).map(([type, fields]) => [type, { fields }]),
);

/**
 * Follows a path such as `lead.topic` through the table of attributes.
 *
 * @returns What stands at its end, or what to write instead.
 */
export const parseAttributePath = (path: string): PathResult => {
  let fields = TYPES;
  let kind: FieldKind = { fields: {} };
  for (const step of path.split('.')) {
    const next = fields.get(step);
    if (next === undefined)
      return { status: 'bad', advice: suggest(step, [...fields.keys()]) };
    kind = throughLists(next);
    fields = fieldsOf(kind);
  }
  const leaf = leafOf(kind);
  if (leaf !== undefined) return { status: 'leaf', leaf };
  const known = [...fields.keys()].join(', ');
  return { status: 'bad', advice: `Go on to one of its fields: ${known}.` };
};
