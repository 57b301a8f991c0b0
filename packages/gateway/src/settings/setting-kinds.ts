import { z } from 'zod';

/**
 * How the text of a setting is read. `advice` is a sentence for whoever wrote
 * what cannot be read.
 */
export interface SettingKind<Value> {
  readonly schema: z.ZodType<Value, string>;
  readonly advice: string;
  /** What arrived is not repeated in messages. */
  readonly isSecret?: boolean;
}

export const text: SettingKind<string> = {
  schema: z.string(),
  advice: 'Give a text.',
};

export const wholeNumber = (from: number, to: number): SettingKind<number> => ({
  schema: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to)),
  advice: `Give a whole number from ${from} to ${to}.`,
});

export const oneOf = <const Word extends string>(
  words: readonly Word[],
): SettingKind<Word> => ({
  schema: z.enum(words),
  advice: `Give one of ${words.join(', ')}.`,
});

/** Paths, separated by commas. */
export const folders: SettingKind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => value.split(',').map((path) => path.trim()))
    .pipe(z.array(z.string().min(1))),
  advice: 'Give one folder, or several with commas between them.',
};

export const GEO_FIELDS = ['country', 'region', 'city'] as const;
export type GeoField = (typeof GEO_FIELDS)[number];
export type GeoHeaders = Readonly<Partial<Record<GeoField, string>>>;

const pair = z
  .string()
  .transform((value) => value.split('=').map((part) => part.trim()))
  .pipe(
    z.tuple([
      z.enum(GEO_FIELDS),
      z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/),
    ]),
  );

/** `country=cf-ipcountry,city=cf-ipcity` (AU2). */
export const geoHeaders: SettingKind<GeoHeaders> = {
  schema: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(pair))
    .transform((pairs) => Object.fromEntries(pairs)),
  advice:
    'Name headers for country, region and city, such as country=cf-ipcountry,city=cf-ipcity.',
};

/** Scheme, host, port; separated by commas. */
export const origins: SettingKind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim()))
    .pipe(
      z.array(
        z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
      ),
    ),
  advice: 'Give origins such as https://beckon.example, with commas between.',
};

/** Keeps what it holds out of messages. */
export const secrets: SettingKind<readonly string[]> = {
  schema: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim()))
    .pipe(z.array(z.string().min(32))),
  advice: 'Give at least 32 characters, such as "openssl rand -hex 32" prints.',
  isSecret: true,
};

export const secret: SettingKind<string> = {
  schema: z.string().min(32),
  advice: 'Give at least 32 characters, such as "openssl rand -hex 32" prints.',
  isSecret: true,
};

export const databaseUrl: SettingKind<string> = {
  schema: z.url({ protocol: /^postgres(ql)?$/, hostname: /^.*$/ }),
  advice: 'Give a URL such as postgresql://user:password@host:5432/beckon.',
  isSecret: true,
};
