/**
 * Masks the fields that a site names (DP1).
 *
 * @param paths `personal.contacts.email`: the attribute's type, then its fields;
 *   lists on the way are gone through.
 * @returns A copy where anything is masked.
 */
export function maskFields<Attribute extends { readonly type: string }>(
  attribute: Attribute,
  paths: readonly string[],
  mask: (text: string) => string,
): Attribute {
  return paths.reduce<Attribute>((masked, path) => {
    const [type, ...fields] = path.split('.');
    return type === attribute.type
      ? (maskAt(masked, fields, mask) as Attribute)
      : masked;
  }, attribute);
}

function maskAt(
  value: unknown,
  fields: readonly string[],
  mask: (text: string) => string,
): unknown {
  if (Array.isArray(value))
    return value.map((each) => maskAt(each, fields, mask));
  const [field, ...rest] = fields;
  if (field === undefined)
    return typeof value === 'string' ? mask(value) : value;
  if (
    typeof value !== 'object' ||
    value === null ||
    !Object.hasOwn(value, field)
  )
    return value;
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [field]: maskAt(record[field], rest, mask) };
}
