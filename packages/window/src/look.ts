/** WF10, as the site config has it: every field is optional. */
export interface WindowLook {
  readonly title?: string;
  readonly subtitle?: string;
  readonly logo?: string;
  readonly picture?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly darkScheme?: 'auto' | 'always' | 'never';
  readonly darkColors?: Readonly<Record<string, string>>;
  readonly fonts?: {
    readonly body?: string;
    readonly heading?: string;
    readonly sizePx?: number;
  };
  readonly radius?: number;
  readonly position?: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';
  readonly size?: { readonly width: number; readonly height: number };
  readonly offset?: { readonly x: number; readonly y: number };
  readonly zIndex?: number;
  readonly translationOverrides?: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
}
